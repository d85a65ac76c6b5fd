import WebEvidence

/// Where something stands in a report.
public struct ReportPlace: Sendable, Hashable {
    /// Page from 1; nil where the file has no pages.
    public var page: Int?
    /// The words that were read, safe to show, at most 160 characters.
    public var quote: String

    init(page: Int?, quote: String) {
        self.page = page
        let folded = CleanText.line(quote)
        self.quote = folded.count > 160 ? folded.prefix(159) + "…" : folded
    }
}

/// A row of a table, or a statement that has the shape of one.
struct ReportRow {
    struct Figure {
        var number: ReportNumber
        /// Nil until the columns are known.
        var role: ColumnRole?
        /// Of the column or of the words before it.
        var year: Int?
        /// Index of the column; nil in running text.
        var column: Int?
    }

    /// By name.
    var subject: ReportSubject?
    var number: Int?
    var isWorded = false
    var figures: [Figure]
    /// As written, with its year where the column names one.
    var levels: [(name: String, year: Int?)] = []
    var name: String
    var place: ReportPlace
}

/// Rows that belong together: one table, whether drawn or written.
struct RowGroup {
    var rows: [ReportRow]
    /// A table, not sentences.
    var isTable: Bool
    /// The year of all its figures where a heading says so.
    var year: Int?
}
