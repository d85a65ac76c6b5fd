import GradingCore
import OfficeFiles

/// Reads a table of labels and figures, with or without heads, columns in any order.
struct ScoreTable {
    private let table: InputTable
    /// Row number of the head; 0 when there is none.
    private let headRow: Int
    private let labelColumns: [Int]
    private let scoreColumn: Int
    /// True when bare numbers are items, not indicators.
    private let countsItems: Bool
    private static let maximumRows = 2_000

    private static let scoreWords: Set<String> = [
        "score", "scores", "คะแนน", "ผลคะแนน", "ค่าคะแนน", "คะแนนที่ได้", "คะแนนที่ได้รับ", "ร้อยละ", "value", "points", "point",
        "percent", "verdict", "result", "ผล", "ผลการตรวจ", "ผลการพิจารณา",
        "คะแนนเฉลี่ย", "ผลการประเมิน", "คะแนน(ร้อยละ)", "ผลคะแนนการประเมิน", "ค่าเฉลี่ย", "%",
    ]
    private static let labelWords: Set<String> = [
        "name", "indicator", "ตัวชี้วัด", "ชื่อตัวชี้วัด", "ตัวชี้วัดที่", "รายการ", "ประเด็น", "ประเด็นการประเมิน", "เครื่องมือ", "แบบวัด",
        "instrument",
        "หัวข้อ", "label", "key", "kind", "ด้าน", "id", "no", "no.", "ที่", "ลำดับ", "ลำดับที่", "อันดับ", "อันดับที่", "rank", "#",
        "number",
        "ประเด็นตัวชี้วัด",
    ]
    private static let itemWords: Set<String> = [
        "item", "items", "ข้อ", "ข้อที่", "oit", "รหัส", "รหัสข้อ", "ข้อoit", "itemid", "รหัสoit",
    ]

    /// Nil, with a problem logged, when the column of the scores cannot be told.
    init?(_ table: InputTable, _ log: inout ProblemLog) {
        self.table = table
        guard table.rows.count <= ScoreTable.maximumRows else {
            log.add(Message.tooLarge(table.place, "more than \(ScoreTable.maximumRows) rows"))
            return nil
        }
        if let head = ScoreTable.head(of: table.rows) {
            headRow = head.row
            labelColumns = head.labels
            scoreColumn = head.score
            let numbers = ScoreTable.bareNumbers(table.rows.filter { $0.number > head.row }, head.labels)
            countsItems = head.isItems || numbers.contains { $0 > IndicatorNames.count }
            return
        }
        guard let columns = ScoreTable.columns(of: table.rows) else {
            log.add(Message.noScoreColumn(table.place))
            return nil
        }
        headRow = 0
        labelColumns = columns.labels
        scoreColumn = columns.score
        countsItems = ScoreTable.bareNumbers(table.rows, columns.labels).contains { $0 > IndicatorNames.count }
    }

    /// Rows in which a cell is a label and another a number: the worth of a way to read the text.
    static func worth(of rows: [SheetRow]) -> Int {
        rows.prefix(100).count { row in
            row.cells.enumerated().contains { index, cell in
                ScoreCell(cell.text).isNumeric
                    && row.cells.enumerated().contains { $0.offset != index && ScoreLabel($0.element.text) != nil }
            }
        }
    }

    private static func head(of rows: [SheetRow]) -> (row: Int, labels: [Int], score: Int, isItems: Bool)? {
        for row in rows.prefix(20) {
            var labels: [Int] = []
            var scores: [(column: Int, word: String)] = []
            var isItems = false
            for cell in row.cells {
                let word = String(decoding: Label.folded(cell.text), as: UTF8.self)
                if scoreWords.contains(word) { scores.append((cell.column, word)) }
                if labelWords.contains(word) { labels.append(cell.column) }
                if itemWords.contains(word) {
                    labels.append(cell.column)
                    isItems = true
                }
            }
            // Other columns may hold levels or ranks: the one that says score wins.
            let named = scores.first { $0.word.hasPrefix("คะแนน") || $0.word.hasPrefix("score") }
            if let score = named ?? scores.first, !labels.isEmpty { return (row.number, labels, score.column, isItems) }
        }
        return nil
    }

    /// Columns of a table without heads: exactly one column of scores must remain beside names and ids.
    private static func columns(of rows: [SheetRow]) -> (labels: [Int], score: Int)? {
        let used = Set(rows.flatMap { $0.cells.map(\.column) }).sorted()
        var numeric: [Int] = []
        var labels: [Int] = []
        for column in used {
            let texts = rows.compactMap { $0[column: column]?.text }
            let count = texts.count { ScoreCell($0).isNumeric }
            // A column of ids such as `o12` has few bare numbers, one of scores next to nothing else.
            if count * 2 > texts.count { numeric.append(column) } else { labels.append(column) }
        }
        if numeric.count == 1, !labels.isEmpty { return (labels, numeric[0]) }
        guard numeric.count == 2 else { return nil }
        let ids = numeric.filter { isIDColumn($0, rows) }
        guard let id = ids.count == 2 ? numeric.first : ids.first else { return nil }
        return (labels + [id], numeric[0] == id ? numeric[1] : numeric[0])
    }

    /// Distinct whole numbers from 1, not many more than there are rows.
    private static func isIDColumn(_ column: Int, _ rows: [SheetRow]) -> Bool {
        let numbers = bareNumbers(rows, [column])
        let cells = rows.count { row in row[column: column].map { ScoreCell($0.text).isNumeric } ?? false }
        return numbers.count == cells && Set(numbers).count == numbers.count
            && numbers.allSatisfy { (1...60).contains($0) }
    }

    private static func bareNumbers(_ rows: [SheetRow], _ columns: [Int]) -> [Int] {
        rows.flatMap { row in
            columns.compactMap { column -> Int? in
                guard let text = row[column: column]?.text,
                    case .indicator(nil, let number?) = ScoreLabel(text)
                else { return nil }
                return number
            }
        }
    }

    /// Reads every row below the head, in order.
    func read(into gathering: inout FigureGathering, _ log: inout ProblemLog) {
        // The year comes first: it decides which items there are.
        for row in table.rows {
            guard let index = row.cells.firstIndex(where: { ScoreLabel($0.text) == .fiscalYear }),
                let value = row.cells.dropFirst(index + 1).first,
                Label.folded(value.text).contains(where: { (48...57).contains($0) })
            else { continue }
            gathering.setYear(value.text, at: table.place.at(row: row.number, column: value.column), &log)
        }
        for row in table.rows where row.number > headRow { read(row, into: &gathering, &log) }
    }

    private func read(_ row: SheetRow, into gathering: inout FigureGathering, _ log: inout ProblemLog) {
        let texts = labelColumns.compactMap { row[column: $0]?.text }
        let labels = texts.compactMap { ScoreLabel($0) }
        let shown = texts.last ?? ""
        let value = row[column: scoreColumn]?.text ?? ""
        let place = table.place.at(row: row.number, column: scoreColumn)
        if labels.contains(.fiscalYear) || labels.contains(.subIndicator) { return }
        if labels.contains(.level) {
            gathering.setLevel(value.isEmpty ? row.cells.last?.text ?? "" : value)
            return
        }
        guard let target = target(labels) else {
            // Words without a figure are titles and notes.
            if ScoreCell(value).isNumeric { log.add(Message.unknownIndicator(place, shown)) }
            return
        }
        let problemCount = log.problems.count
        var cell = ScoreCell(value)
        if case .item = target { cell = ScoreCell(ofItem: value) }
        let figure = ScoreReading.checked(cell, value, place, &log)
        guard log.problems.count == problemCount else { return }
        switch target {
        case .item(let stem, let number):
            gathering.addItem(WrittenItemID(stem: stem, number: number), figure, shown, at: place, &log)
        case .indicator(let named, let number):
            gathering.addIndicator(named: named, number: number, figure, shown, at: place, &log)
        case .instrument(let id): gathering.addInstrument(id, figure, shown, at: place, &log)
        case .overall: gathering.setOverall(figure, shown, at: place, &log)
        case .level, .fiscalYear, .subIndicator: break
        }
    }

    /// What the label cells of a row mean together: names win over numbers.
    private func target(_ labels: [ScoreLabel]) -> ScoreLabel? {
        var named: Int?
        var number: Int?
        for label in labels {
            switch label {
            case .overall, .item, .instrument: return label
            case .indicator(let name, let count):
                named = named ?? name
                number = number ?? count
            case .level, .fiscalYear, .subIndicator: break
            }
        }
        if named == nil, let number, countsItems { return .item(stem: "", number: number) }
        return named == nil && number == nil ? nil : .indicator(named: named, number: number)
    }
}
