public import Checklists

/// Judges every item of one list. Built once for a list: its phrases become one automaton.
public struct Judge: Sendable {
    let list: YearList
    let library: ChecklistLibrary
    let index: TopicIndex

    public init(list: YearList, library: ChecklistLibrary) {
        self.list = list
        self.library = library
        index = TopicIndex(list: list, library: library)
    }

    /// Ranks links by the same phrases.
    public var ranking: LinkRanking { LinkRanking(list: list, index: index) }

    /// Judges one run as it grows. What was read of a page once is not read again.
    public func session() -> JudgingSession { JudgingSession(judge: self) }

    /// Pure: the same input gives the same findings, whatever the order of pages and evidence.
    public func judgement(of input: JudgingInput) -> Judgement {
        var session = session()
        return session.judgement(of: input)
    }
}
