import Accuracy

/// `docs/accuracy.md`: the table of the seen part is replaced, runs on the unseen part are entered one below the other.
struct AccuracyPage {
    private static let seenStart = "<!-- seen -->\n"
    private static let seenEnd = "<!-- /seen -->"
    private static let log = "<!-- next run -->"

    private(set) var text: String

    /// Nil for a text that lacks the marks between which the figures stand.
    init?(_ text: String) {
        guard let start = text.firstRange(of: AccuracyPage.seenStart),
            let end = text.firstRange(of: AccuracyPage.seenEnd), start.upperBound <= end.lowerBound,
            text.firstRange(of: AccuracyPage.log) != nil
        else { return nil }
        self.text = text
    }

    mutating func setSeen(_ table: AccuracyTable) {
        guard let start = text.firstRange(of: AccuracyPage.seenStart),
            let end = text.firstRange(of: AccuracyPage.seenEnd)
        else { return }
        let figures = table.summary + "\n\n" + table.markdown() + "\n"
        text.replaceSubrange(start.upperBound..<end.lowerBound, with: figures)
    }

    /// - Parameter date: ISO.
    mutating func addUnseen(_ table: AccuracyTable, date: String) {
        guard let mark = text.firstRange(of: AccuracyPage.log) else { return }
        text.replaceSubrange(mark.lowerBound..<mark.lowerBound, with: "- \(date): \(table.summary)\n")
    }
}
