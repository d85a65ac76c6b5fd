/// Something of a report that was seen and could not be used.
public struct UnreadPart: Sendable, Hashable {
    /// Why not; raw values are stable words for reports.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// A row whose name is lost, in a table whose numbers are no numbers of indicators.
        case rowWithoutName = "row_without_name"
        /// A row that was known by its number alone; its figure is used.
        case nameNotRead = "name_not_read"
        /// Several figures in a row and no head that tells which of them is the score.
        case columnsUnclear = "columns_unclear"
        /// A figure above 100 or below 0 beside the name of an indicator.
        case outOfRange = "out_of_range"
        /// A number with a comma where a point is meant.
        case commaDecimal = "comma_decimal"
        /// A table of several agencies.
        case severalAgencies = "several_agencies"
        /// Indicators of the year without any figure.
        case indicatorsMissing = "indicators_missing"
        /// Figures of a year of which no list is known.
        case unknownYear = "unknown_year"
        /// A level that no year has.
        case unknownLevel = "unknown_level"
        /// Pages or parts of the file that could not be read.
        case partsNotRead = "parts_not_read"
        /// The text is longer than reports are; the rest was not looked at.
        case cutShort = "cut_short"
    }

    public var code: Code
    /// Ids of what is concerned, comma-separated, or the reason in words; nil where the quote says all.
    public var subject: String?
    public var place: ReportPlace

    init(code: Code, subject: String? = nil, place: ReportPlace) {
        self.code = code
        self.subject = subject
        self.place = place
    }
}
