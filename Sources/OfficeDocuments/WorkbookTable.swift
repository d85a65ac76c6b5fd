import Findings
import GradingCore

/// One sheet as a table: heads, and rows of typed cells. What a cell may hold is decided here, how it is written
/// in `WorkbookWriting`.
struct WorkbookTable: Sendable {
    struct Column: Sendable {
        var head: String
        /// In characters of the usual font.
        var width: Double
    }

    enum Cell: Sendable {
        case empty
        /// Any text, from wherever: it never computes.
        case text(String)
        /// A text in an accented form: the word for a verdict.
        case verdict(Verdict, String)
        /// An address; a link where a spreadsheet can follow it, else text.
        case address(String)
        /// A figure with two decimals.
        case figure(Hundredths)
        case count(Int)
    }

    /// Name on the tab: at most 31 characters, none of `[]:*?/\`, unlike all others of the workbook.
    var name: String
    var columns: [Column]
    var rows: [[Cell]] = []
    /// Columns at the left that stay in sight.
    var fixedColumns = 1
    /// A table of records gets filters; a page of facts does not.
    var isFiltered = true
    /// Pages side by side on which the columns are printed.
    var pagesAcross: UInt16 = 1
}

extension WorkbookTable.Cell {
    /// A text, or nothing.
    static func text(_ text: String?) -> WorkbookTable.Cell { text.map { .text($0) } ?? .empty }
}
