public import Findings
public import GradingCore

/// What was said of an item before: by the program in an earlier run, or by a person.
public enum ReviewHistory: Sendable, Hashable {
    /// The verdict of another run of the same agency.
    public struct Run: Sendable, Hashable {
        public var run: RunID
        public var asOf: CivilDate
        /// The id of the item in that run: lists of other years number topics otherwise.
        public var item: ItemID
        public var verdict: Verdict
        /// The deciding reason; nil where there was none.
        public var reason: BilingualText?

        /// From its parts.
        public init(run: RunID, asOf: CivilDate, item: ItemID, verdict: Verdict, reason: BilingualText?) {
            self.run = run
            self.asOf = asOf
            self.item = item
            self.verdict = verdict
            self.reason = reason
        }
    }

    /// A person's decision, in this run or an earlier one.
    public struct Reading: Sendable, Hashable {
        public var run: String
        public var reader: String
        public var said: Verdict?
        /// As given; may be empty.
        public var reason: String
        public var note: String
        /// UTC, ISO 8601 with `Z`.
        public var at: String

        /// From a line of the log.
        public init(_ line: ReviewLog.Line) {
            run = line.run
            reader = line.reader
            said = line.entry.said
            reason = line.entry.reason
            note = line.entry.note
            at = line.entry.at
        }
    }

    case run(Run)
    case reading(Reading)
}
