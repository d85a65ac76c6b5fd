import GradingCore
import OfficeFiles

/// Changes single cells of a table or workbook and leaves the rest as it is.
struct TableEditing {
    private enum Medium {
        case text(EditableText, offset: Int, delimiter: UInt8, spans: [Int: DelimitedText.RecordSpan])
        case workbook([UInt8])
    }
    private let medium: Medium
    private let tables: [(table: InputTable, head: HeadRow)]

    /// Nil when the bytes are no table with heads.
    init?(_ bytes: [UInt8], fileName: String) {
        var log = ProblemLog()
        let content = InputContent.read(bytes, fileName: fileName, log: &log, worth: HeadRow.worth)
        guard case .tables(let read)? = content else { return nil }
        tables = read.compactMap { table in
            HeadRow.find(in: table.rows).flatMap { $0.isComplete ? (table, $0) : nil }
        }
        guard !tables.isEmpty else { return nil }
        if bytes.starts(with: [0x50, 0x4B]) {
            medium = .workbook(bytes)
        } else {
            guard let text = EditableText(bytes) else { return nil }
            let (offset, delimiter) = InputContent.beginning(of: text.text, worth: HeadRow.worth)
            let body = DelimitedText(Array(text.text[offset...]), delimiter: delimiter, keepsSpans: true)
            medium = .text(text, offset: offset, delimiter: delimiter, spans: body.spans)
        }
    }

    func changed(_ change: CellChange, item: ItemID, answer: SubmittedAnswer?) -> [UInt8]? {
        switch change {
        case .replace(let url, let new): replaced(url, by: new)
        case .answerYes: answer.flatMap(answeredYes)
        case .add(let new): added(new, item: item, answer: answer)
        }
    }

    private func table(_ sheet: String?) -> (table: InputTable, head: HeadRow)? {
        tables.first { sheet == nil || $0.table.place.sheet == sheet }
    }

    private func replaced(_ url: SubmittedURL, by new: String) -> [UInt8]? {
        guard let (table, head) = table(url.sheet),
            let column = head.columns[.url]?.first(where: { InputTable.letters($0) == url.column }),
            let cell = table.rows.first(where: { $0.number == url.row })?[column: column]
        else { return nil }
        if let changed = CellText.replacing(url.verbatim, by: new, in: FormulaGuard.bare(cell.text)) {
            // The link under a cell that shows its address must lead to the same place.
            let shown = show(changed, row: url.row, column: column, sheet: url.sheet)
            guard let link = cell.link, link == url.verbatim, let shown else { return shown }
            return TableEditing.retargeted(shown, url, column, from: link, to: new, sheet: name(url.sheet)) ?? shown
        }
        guard case .workbook(let bytes) = medium, let link = cell.link, Label.trimmed(link) == url.verbatim else {
            return nil
        }
        return TableEditing.retargeted(bytes, url, column, from: link, to: new, sheet: name(url.sheet))
    }

    private func answeredYes(_ answer: SubmittedAnswer) -> [UInt8]? {
        let sheet = answer.urls.first?.sheet
        guard let (table, head) = table(sheet), let column = head.columns[.answer]?.first else { return nil }
        let rows = Set(answer.urls.map(\.row) + [answer.row])
        for row in table.rows where rows.contains(row.number) {
            guard let text = row[column: column]?.text, AnswerWords.reading(text) == .no else { continue }
            return show("มี", row: row.number, column: column, sheet: sheet)
        }
        return nil
    }

    private func added(_ new: String, item: ItemID, answer: SubmittedAnswer?) -> [UInt8]? {
        let sheet = answer?.urls.first?.sheet
        guard let (table, head) = table(sheet), let column = head.columns[.url]?.first,
            let itemColumn = head.columns[.item]?.first, let lastRow = table.rows.last?.number
        else { return nil }
        let cell = CellAddresses.cell(holding: new)
        if let answer, answer.urls.isEmpty, answer.row > head.number {
            return show(cell, row: answer.row, column: column, sheet: sheet)
        }
        let texts = [itemColumn: answer?.itemText ?? item.text, column: cell]
        switch medium {
        case .text(let text, let offset, let delimiter, let spans):
            let row = answer.map { max($0.row, $0.urls.map(\.row).max() ?? 0) } ?? lastRow
            guard let span = spans[row] else { return nil }
            let ending = TableEditing.lineEnd(text.text)
            let count = max(span.fields.count, (texts.keys.max() ?? 0) + 1)
            let line = (0..<count).map { TableEditing.field(texts[$0] ?? "", delimiter) }
                .joined(separator: String(UnicodeScalar(delimiter)))
            let place = offset + span.next
            let isAtEnd = place == text.text.count && text.text.last != 10 && text.text.last != 13
            return text.replacing(place..<place, with: isAtEnd ? ending + line : line + ending)
        case .workbook(let bytes):
            let edits = texts.sorted { $0.key < $1.key }.map { column, text in
                SheetEdit(sheet: name(sheet), row: lastRow + 1, column: column, change: .text(text))
            }
            return TableEditing.edited(bytes, edits)
        }
    }

    private func show(_ text: String, row: Int, column: Int, sheet: String?) -> [UInt8]? {
        switch medium {
        case .text(let file, let offset, let delimiter, let spans):
            guard let fields = spans[row]?.fields else { return nil }
            let field = TableEditing.field(FormulaGuard.guarded(text), delimiter)
            guard column < fields.count else {
                let end = offset + (fields.last?.upperBound ?? 0)
                let gap = String(repeating: String(UnicodeScalar(delimiter)), count: column - fields.count + 1)
                return file.replacing(end..<end, with: gap + field)
            }
            let span = fields[column]
            let wasQuoted = file.text[(offset + span.lowerBound)...].first == 34 && !field.hasPrefix("\"")
            return file.replacing(
                (offset + span.lowerBound)..<(offset + span.upperBound), with: wasQuoted ? "\"\(field)\"" : field)
        case .workbook(let bytes):
            return TableEditing.edited(
                bytes, [SheetEdit(sheet: name(sheet), row: row, column: column, change: .text(text))])
        }
    }

    /// The name of a sheet; workbooks with one visible sheet give places without it.
    private func name(_ sheet: String?) -> String {
        if let sheet { return sheet }
        guard case .workbook(let bytes) = medium else { return "" }
        do throws(OfficeFileError) {
            return try OfficeFile.spreadsheet(bytes).sheets.first { !$0.isHidden && !$0.rows.isEmpty }?.name ?? ""
        } catch { return "" }
    }

    private static func retargeted(
        _ bytes: [UInt8], _ url: SubmittedURL, _ column: Int, from old: String, to new: String, sheet: String
    ) -> [UInt8]? {
        edited(bytes, [SheetEdit(sheet: sheet, row: url.row, column: column, change: .link(from: old, to: new))])
    }

    private static func edited(_ bytes: [UInt8], _ edits: [SheetEdit]) -> [UInt8]? {
        do throws(OfficeFileError) { return try OfficeFile.edited(bytes, edits) } catch { return nil }
    }

    private static func lineEnd(_ text: [UInt8]) -> String {
        guard let end = text.firstIndex(where: { $0 == 10 || $0 == 13 }) else { return "\n" }
        return text[end] == 10 ? "\n" : (text[end...].dropFirst().first == 10 ? "\r\n" : "\r")
    }

    private static func field(_ text: String, _ delimiter: UInt8) -> String {
        let needsQuotes = text.utf8.contains { $0 == delimiter || $0 == 34 || $0 == 10 || $0 == 13 }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
