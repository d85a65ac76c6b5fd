import OfficeFiles

/// Comma-, semicolon- and tab-separated tables (RFC 4180, with any line end and any delimiter).
struct DelimitedText {
    /// Rows with at least one non-blank cell; numbers count every record, as a spreadsheet would.
    private(set) var rows: [SheetRow] = []
    /// The record in which a quote was opened that is never closed.
    private(set) var unclosedQuoteRow: Int?
    /// Where each record of `rows` stands in the text, by number; empty unless they are kept.
    private(set) var spans: [Int: RecordSpan] = [:]

    /// The bytes of a record.
    struct RecordSpan {
        /// Each field with its quotes, blank ones too.
        var fields: [Range<Int>]
        /// Where the next record begins.
        var next: Int
    }

    /// Reads UTF-8 text; `maximumRecords` bounds how much of it. Only who changes the text needs the spans.
    init(_ bytes: [UInt8], delimiter: UInt8, maximumRecords: Int = .max, keepsSpans: Bool = false) {
        var reader = RecordReader(bytes: bytes, delimiter: delimiter, keepsFields: keepsSpans)
        while rows.count < maximumRecords, let cells = reader.next() {
            if !cells.isEmpty {
                rows.append(SheetRow(number: reader.number, cells: cells))
                if keepsSpans { spans[reader.number] = RecordSpan(fields: reader.fields, next: reader.index) }
            }
            if reader.isQuoteOpen { unclosedQuoteRow = reader.number }
        }
    }

    /// Tab, comma, semicolon, bar, in the order in which they are tried.
    static let delimiters: [UInt8] = [9, 44, 59, 124]

    /// The delimiter under which the beginning of the text looks most like a table: `worth` judges the rows (heads
    /// that are understood); where that does not decide, the number of cells does.
    static func delimiter(of bytes: [UInt8], worth: ([SheetRow]) -> Int) -> UInt8 {
        var best: (delimiter: UInt8, worth: Int, cells: Int) = (44, -1, -1)
        for delimiter in delimiters where bytes.contains(delimiter) {
            let rows = DelimitedText(bytes, delimiter: delimiter, maximumRecords: 30).rows
            let cells = rows.reduce(0) { $0 + $1.cells.count - 1 }
            let value = worth(rows)
            if (value, cells) > (best.worth, best.cells) { best = (delimiter, value, cells) }
        }
        return best.delimiter
    }
}

/// Takes one record after the other.
private struct RecordReader {
    let bytes: [UInt8]
    let delimiter: UInt8
    var index = 0
    var number = 0
    var isQuoteOpen = false
    /// The fields of the last record.
    var fields: [Range<Int>] = []

    private let keepsFields: Bool

    init(bytes: [UInt8], delimiter: UInt8, keepsFields: Bool) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.keepsFields = keepsFields
    }

    /// The non-blank cells of the next record; nil at the end.
    mutating func next() -> [SheetCell]? {
        guard index < bytes.count else { return nil }
        number += 1
        var cells: [SheetCell] = []
        var column = 0
        fields = []
        while true {
            let start = index
            let text = Label.trimmed(String(decoding: field(), as: UTF8.self))
            if keepsFields { fields.append(start..<index) }
            if !text.isEmpty { cells.append(SheetCell(column: column, text: text)) }
            guard index < bytes.count else { return cells }
            let end = bytes[index]
            index += 1
            if end == delimiter {
                column += 1
                continue
            }
            if end == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
            return cells
        }
    }

    /// One field; stops before its delimiter or line end.
    private mutating func field() -> [UInt8] {
        var start = index
        while start < bytes.count, bytes[start] == 32 { start += 1 }
        guard start < bytes.count, bytes[start] == 34 else { return plain() }
        index = start + 1
        var field: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte != 34 {
                field.append(byte)
            } else if index < bytes.count, bytes[index] == 34 {
                field.append(34)
                index += 1
            } else {
                return field + plain()
            }
        }
        isQuoteOpen = true
        return field
    }

    private mutating func plain() -> [UInt8] {
        let start = index
        while index < bytes.count, bytes[index] != delimiter, bytes[index] != 10, bytes[index] != 13 { index += 1 }
        return Array(bytes[start..<index])
    }
}
