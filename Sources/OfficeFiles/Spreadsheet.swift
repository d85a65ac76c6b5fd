/// A workbook as text: what a reader sees in its cells.
public struct Spreadsheet: Sendable, Hashable {
    /// In the order of the tabs.
    public var sheets: [Sheet]

    /// A workbook of the given sheets.
    public init(sheets: [Sheet]) { self.sheets = sheets }
}

/// One sheet. Empty rows and cells are left out; numbers keep the positions.
public struct Sheet: Sendable, Hashable {
    /// The name on the tab.
    public var name: String
    /// True when the tab is hidden from readers.
    public var isHidden: Bool
    /// Ascending by row number, each number once.
    public var rows: [SheetRow]
    /// Stretches of cells that are shown as one; only their first cell has a text.
    public var merges: [CellRange] = []

    /// A sheet of the given rows.
    public init(name: String, isHidden: Bool = false, rows: [SheetRow]) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
    }
}

/// One row with at least one cell.
public struct SheetRow: Sendable, Hashable {
    /// 1 for the first row of the sheet.
    public var number: Int
    /// Ascending by column, each column once.
    public var cells: [SheetCell]

    /// A row of the given cells.
    public init(number: Int, cells: [SheetCell]) {
        self.number = number
        self.cells = cells
    }

    /// The cell of a column (0 is A); nil when it is empty.
    public subscript(column column: Int) -> SheetCell? { cells.first { $0.column == column } }
}

/// One cell that shows a text or carries a link.
public struct SheetCell: Sendable, Hashable {
    /// 0 is column A.
    public var column: Int
    /// What the cell shows: text as written, numbers with a point, dates as `2023-05-15`, `TRUE` and `FALSE`.
    public var text: String
    /// Target of the cell's hyperlink, as stored; nil when it has none.
    public var link: String?

    /// A cell with its text and link.
    public init(column: Int, text: String, link: String? = nil) {
        self.column = column
        self.text = text
        self.link = link
    }

    /// `A`, `B`, ... `Z`, `AA` for 0, 1, ... 25, 26; empty for a negative number.
    public static func letters(ofColumn column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column
        while rest >= 0 {
            letters.append(UInt8(65 + rest % 26))
            rest = rest / 26 - 1
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

/// A rectangle of cells.
public struct CellRange: Sendable, Hashable {
    /// 0 is column A.
    public var columns: ClosedRange<Int>
    /// 1 is the first row.
    public var rows: ClosedRange<Int>

    /// The rectangle of these columns and rows.
    public init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        self.columns = columns
        self.rows = rows
    }

    /// Nil for anything but `A1:C3` within a sheet.
    init?(_ text: String) {
        let corners = text.split(separator: ":")
        guard corners.count == 2, let first = CellReference(corners[0]), let last = CellReference(corners[1]),
            first.column <= last.column, first.row <= last.row
        else { return nil }
        columns = first.column...last.column
        rows = first.row...last.row
    }
}

/// A place such as `B12`, zero-based column and one-based row.
struct CellReference: Hashable {
    var column: Int
    var row: Int

    /// The largest sheet of the format: 16,384 columns and 1,048,576 rows.
    static let maximumColumn = 16_383
    static let maximumRow = 1_048_576

    /// Nil for anything but letters followed by digits within a sheet; `$` is skipped.
    init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        var hasDigits = false
        for byte in text.utf8 where byte != 36 {
            switch byte {
            case 65...90 where !hasDigits: column = column * 26 + Int(byte - 64)
            case 97...122 where !hasDigits: column = column * 26 + Int(byte - 96)
            case 48...57:
                row = row * 10 + Int(byte - 48)
                hasDigits = true
            default: return nil
            }
            guard column <= CellReference.maximumColumn + 1, row <= CellReference.maximumRow else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.column = column - 1
        self.row = row
    }
}
