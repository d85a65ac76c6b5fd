import GradingCore

/// The beginning of a row or of a statement: what it names, and the number that is printed with it.
struct RowLabel {
    /// By name; nil where the name could not be read, or for what is set aside.
    var subject: ReportSubject?
    /// The number printed before the name.
    var number: Int?
    /// The number follows the word for indicator.
    var isWorded = false
    /// Questions of a survey: they are no indicators, and their figures belong to nothing that is checked.
    var isSetAside = false
    /// Number and name, UTF-8 offsets.
    var range: Range<Int>
    /// The part of `range` that is the name.
    var nameRange: Range<Int>
}

/// Ascending offsets to look things up by.
struct SortedStarts {
    private let starts: [Int]

    init(_ starts: [Int]) { self.starts = starts }

    /// Index of the first one that is not less; nil when there is none.
    func first(atLeast offset: Int) -> Int? {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < starts.count ? low : nil
    }
}
