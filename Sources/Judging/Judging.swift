public import Checklists
import Findings
import GradingCore
import WebEvidence

/// Judges every item of one list. Built once for a list: its phrases become one automaton.
public struct Judge: Sendable {
    private let list: YearList
    private let library: ChecklistLibrary
    private let index: TopicIndex

    public init(list: YearList, library: ChecklistLibrary) {
        self.list = list
        self.library = library
        index = TopicIndex(list: list, library: library)
    }

    /// Ranks links by the same phrases.
    public var ranking: LinkRanking { LinkRanking(list: list, index: index) }

    /// Pure: the same input gives the same findings, whatever the order of pages and evidence.
    public func judgement(of input: JudgingInput) -> Judgement {
        let titles = repeatedTitles(input.pages)
        let used = Set(input.evidence.compactMap(\.page))
        var pages: [Int: AnalysedPage] = [:]
        for number in used where number < input.pages.count {
            pages[number] = AnalysedPage(input.pages[number], index: index, repeatedTitles: titles)
        }
        let otherAgency = OtherAgency(agency: input.agency.name, library: library)
        var results: [ItemJudging.Result] = []
        for item in list.items {
            guard let topic = library.topic(item.topic), let number = index.topicNumber(item.topic) else { continue }
            let judging = ItemJudging(
                item: item, list: list, topic: topic, topicNumber: number,
                subIndicator: list.subIndicator(of: item.id) ?? "", input: input, index: index,
                otherAgency: otherAgency, pages: pages)
            results.append(judging.result())
        }
        results = withoutDuplicates(results, library: library)
        var quotes: [EvidenceID: [Evidence.Quote]] = [:]
        for result in results { quotes.merge(result.quotes) { $0 + $1 } }
        return Judgement(findings: results.map(\.finding), quotes: quotes)
    }
}

/// Titles that three and more different pages of one host carry name the site, not the page.
private func repeatedTitles(_ pages: [ReadPage]) -> Set<String> {
    var holders: [String: Set<String>] = [:]
    for page in pages {
        holders["\(page.address.host)\n\(page.document.title)", default: []].insert(page.address.withoutFragment.text)
    }
    return Set(
        holders.filter { $0.value.count >= 3 }.compactMap {
            $0.key.split(separator: "\n").dropFirst().first.map(String.init)
        })
}

/// The same body for two items that may not share one satisfies only the item that it fits better.
private func withoutDuplicates(
    _ results: [ItemJudging.Result], library: ChecklistLibrary
) -> [ItemJudging.Result] {
    var results = results
    let satisfied = results.indices.filter { results[$0].finding.verdict == .satisfied && results[$0].deciding != nil }
    for (position, left) in satisfied.enumerated() {
        for right in satisfied[(position + 1)...] {
            guard let one = results[left].deciding, let other = results[right].deciding,
                !one.reading.sha256.isEmpty, one.reading.sha256 == other.reading.sha256, one.scope == other.scope,
                results[left].finding.verdict == .satisfied, results[right].finding.verdict == .satisfied,
                !mayShare(results[left].finding.topic, results[right].finding.topic, library)
            else { continue }
            let loser = one.margin >= other.margin ? right : left
            let winner = loser == right ? left : right
            let topic = library.topic(results[loser].finding.topic)
            results[loser].finding.verdict = .unsatisfied
            results[loser].finding.reasons = [
                Reason(
                    code: .duplicateEvidence, message: JudgementTexts.duplicate(results[winner].finding.item),
                    fix: topic?.advice, evidence: results[loser].deciding?.reading.id)
            ]
        }
    }
    return results
}

private func mayShare(_ left: TopicID, _ right: TopicID, _ library: ChecklistLibrary) -> Bool {
    left == right || library.topic(left)?.sharesWith.contains(right) == true
        || library.topic(right)?.sharesWith.contains(left) == true
}
