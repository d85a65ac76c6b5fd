import GradingCore

/// What the label of a figure names.
enum ScoreLabel: Equatable {
    case item(stem: String, number: Int)
    /// An indicator by its name, its number, or both.
    case indicator(named: Int?, number: Int?)
    case instrument(String)
    case overall
    case level
    case fiscalYear
    /// `9.1` and the like: a part of an indicator, which is not asked for.
    case subIndicator

    private static let overallWords: Set<String> = [
        "overall", "total", "คะแนนรวม", "คะแนนเฉลี่ย", "ภาพรวม", "คะแนนภาพรวม", "รวม", "รวมทั้งหมด", "รวมทั้งสิ้น",
        "ผลคะแนนรวม",
        "คะแนนita", "ผลการประเมินภาพรวม", "คะแนนเฉลี่ยรวม", "เฉลี่ย", "ita", "ผลคะแนนภาพรวม", "คะแนนรวมทั้งหมด", "คะแนนรวมita",
        "คะแนนภาพรวมหน่วยงาน", "คะแนนเฉลี่ยภาพรวม", "ค่าเฉลี่ย", "overallscore", "itascore", "ผลการประเมินita",
    ]
    private static let levelWords: Set<String> = [
        "level", "grade", "ระดับ", "ระดับผลการประเมิน", "ระดับคะแนน", "ผลการประเมินระดับ", "rating", "เกรด", "ระดับผล",
        "ผลระดับ",
        "ระดับคุณธรรมและความโปร่งใส",
    ]
    private static let yearWords: Set<String> = [
        "fiscalyear", "fiscal_year", "ปีงบประมาณ", "ปีงบประมาณพ.ศ.", "ปี", "year", "ปีงบ",
    ]
    /// Words before the number or name of an indicator.
    private static let prefixes = ["ตัวชี้วัดที่", "ตัวชี้วัด", "indicator", "ด้าน", "ที่"]

    /// Nil when the text names nothing that has a figure.
    init?(_ text: String) {
        let folded = Label.folded(text)
        let word = String(decoding: folded.filter { $0 != 58 }, as: UTF8.self)
        guard !word.isEmpty, folded.count <= 400 else { return nil }
        if ScoreLabel.yearWords.contains(word) {
            self = .fiscalYear
        } else if ScoreLabel.levelWords.contains(word) {
            self = .level
        } else if ScoreLabel.overallWords.contains(word) {
            self = .overall
        } else if Label.contains(folded, "สาธารณะ"), let id = ScoreLabel.instrument(folded) {
            // The inspection's own title begins like the name of one of its indicators.
            self = .instrument(id)
        } else if let label = ScoreLabel.indicator(text) {
            self = label
        } else if let id = ScoreLabel.instrument(folded) {
            self = .instrument(id)
        } else if let id = WrittenItemID(text), id.stem == WrittenItemID.defaultStem || ScoreLabel.hasItemWord(word) {
            self = .item(stem: id.stem, number: id.number)
        } else {
            return nil
        }
    }

    private static func hasItemWord(_ word: String) -> Bool {
        ["ข้อ", "oit", "item", "รหัส"].contains { word.hasPrefix($0) }
    }

    /// The survey and inspection names; `EIT` may name one of its two parts.
    private static func instrument(_ folded: [UInt8]) -> String? {
        let digits = folded.filter { (48...57).contains($0) }
        if Label.contains(folded, "iit") || Label.contains(folded, "ส่วนเสียภายใน") {
            return digits.isEmpty ? "IIT" : nil
        }
        if Label.contains(folded, "eit") || Label.contains(folded, "ส่วนเสียภายนอก") {
            switch digits {
            case []: return "EIT"
            case [49]: return "EIT1"
            case [50]: return "EIT2"
            default: return nil
            }
        }
        return Label.contains(folded, "oit") && digits.isEmpty ? "OIT" : nil
    }

    private static func indicator(_ text: String) -> ScoreLabel? {
        var rest = Substring(Label.spaced(text))
        for prefix in prefixes where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count).drop { $0 == " " }
            break
        }
        let digits = rest.prefix { ("0"..."9").contains($0) }
        rest = rest.dropFirst(digits.count)
        if let dot = rest.first, dot == ".", let next = rest.dropFirst().first, ("0"..."9").contains(next),
            !digits.isEmpty
        {
            return .subIndicator
        }
        let name = rest.drop { " .):-(".contains($0) }
        let number = digits.count <= 3 ? Int(digits) : nil
        if name.isEmpty { return number.map { .indicator(named: nil, number: $0) } }
        guard let named = IndicatorNames.number(ofName: stripped(String(name))) else { return nil }
        return .indicator(named: named, number: number)
    }

    /// The name without what stands in brackets at its end and words before it.
    private static func stripped(_ name: String) -> String {
        var name = name
        if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open != name.startIndex {
            name = String(name[..<open])
        }
        for prefix in prefixes where name.hasPrefix(prefix) { name = String(name.dropFirst(prefix.count)) }
        return name
    }
}

/// What a cell says as a figure.
enum ScoreCell: Equatable {
    case figure(DecimalFigure)
    /// Nothing, a dash, `null`: unknown.
    case blank
    /// A decimal comma, which could as well part thousands.
    case comma
    case unreadable

    init(_ text: String) {
        var word = String(decoding: Label.folded(text), as: UTF8.self)
        if ["", "-", "--", "null", "?", "n/a", "na", "ไม่ทราบ"].contains(word) {
            self = .blank
            return
        }
        for unit in ["%", "คะแนน", "percent", "points"] where word.hasSuffix(unit) {
            word = String(word.dropLast(unit.count))
        }
        if word.hasPrefix("ร้อยละ") { word = String(word.dropFirst("ร้อยละ".count)) }
        if let figure = DecimalFigure(literal: word), !word.utf8.contains(101) {
            self = .figure(figure)
        } else if word.utf8.contains(44), word.utf8.allSatisfy({ (48...57).contains($0) || $0 == 44 || $0 == 46 }) {
            self = .comma
        } else {
            self = .unreadable
        }
    }

    /// The score of an item, also in the words by which reviewers write a verdict.
    init(ofItem text: String) {
        let word = String(decoding: Label.folded(text), as: UTF8.self)
        let passed: Set<String> = ["satisfied", "pass", "passed", "yes", "y", "true", "มี", "ผ่าน", "ได้คะแนน", "ถูกต้อง", "✓"]
        let failed: Set<String> = [
            "unsatisfied", "fail", "failed", "no", "n", "false", "ไม่มี", "ไม่ผ่าน", "ไม่ได้คะแนน", "ไม่ถูกต้อง", "✗",
        ]
        let unknown: Set<String> = ["undecided", "not_applicable", "รอตรวจ", "ยังไม่ตรวจ"]
        if passed.contains(word) {
            self = DecimalFigure(literal: "100").map { .figure($0) } ?? .unreadable
        } else if failed.contains(word) {
            self = DecimalFigure(literal: "0").map { .figure($0) } ?? .unreadable
        } else if unknown.contains(word) {
            self = .blank
        } else {
            self.init(text)
        }
    }

    /// True for a figure or a figure with a comma.
    var isNumeric: Bool {
        switch self {
        case .figure, .comma: true
        case .blank, .unreadable: false
        }
    }
}
