public import Checklists
import Findings
import GradingCore
import WebEvidence

/// The judging of one run that grows: the same findings as `Judge.judgement(of:)`, without reading a page again that
/// was read for an earlier judgement. A value: a copy goes on alone.
public struct JudgingSession: Sendable {
    let judge: Judge
    private let ranking: LinkRanking
    /// By final address: most have one page.
    private var known: [String: [AnalysedPage]] = [:]
    private let open: OpenPages
    private var judged = JudgedItems()
    private var knownLinks = KnownLinks()
    private var linkTexts: LinkTexts

    init(judge: Judge, open: OpenPages = OpenPages()) {
        self.judge = judge
        self.open = open
        ranking = judge.ranking
        linkTexts = LinkTexts(index: judge.index)
    }

    /// Pure but for speed: the same input gives the same findings, whatever was judged before and whatever the order of
    /// pages and evidence. Pages that are not part of this input are forgotten.
    public mutating func judgement(of input: JudgingInput) -> Judgement {
        var results = DuplicateEvidence(library: judge.library).applied(to: results(of: input))
        // Depends on all pages of the run, not on the item's evidence alone.
        if let website = MainWebsite(input) {
            for number in results.indices {
                guard let deciding = results[number].deciding, let hint = website.hint(on: deciding.reading.id) else {
                    continue
                }
                results[number].finding.hints.append(hint)
            }
        }
        var quotes: [EvidenceID: [Evidence.Quote]] = [:]
        for result in results { quotes.merge(result.quotes) { $0 + $1 } }
        return Judgement(findings: results.map(\.finding), quotes: quotes)
    }

    /// The links of one page that fit an item: what `LinkRanking.links(of:for:)` gives.
    public mutating func links(of page: ReadPage, for item: ChecklistItem) -> [RankedLink] {
        if let known = knownLinks.links(of: page) { return ranking.links(of: known, for: item) }
        let read = ReadLinks(page, texts: &linkTexts)
        knownLinks.note(read)
        return ranking.links(of: read, for: item)
    }

    /// One result for each item whose topic is known, in the order of the list, each judged for itself. Items whose
    /// evidence is what it was are not judged again.
    mutating func results(of input: JudgingInput) -> [ItemJudging.Result] {
        let judgings = judgings(of: input)
        let open = open
        let earlier = judged
        let results = judgings.concurrentMap { judging in
            earlier.result(of: judging) ?? open.holding(judging.ownPages) { judging.result() }
        }
        judged = JudgedItems(judgings, results)
        return results
    }

    /// The items with all that their verdicts rest on.
    mutating func judgings(of input: JudgingInput) -> [ItemJudging] {
        let pages = analysed(input)
        let otherAgency = OtherAgency(agency: input.agency.name, library: judge.library)
        let evidence = Dictionary(grouping: input.evidence, by: \.item)
        return judge.list.items.compactMap { item in
            guard let topic = judge.library.topic(item.topic), let number = judge.index.topicNumber(item.topic) else {
                return nil
            }
            return ItemJudging(
                item: item, list: judge.list, topic: topic, topicNumber: number,
                subIndicator: judge.list.subIndicator(of: item.id) ?? "", input: input,
                readings: (evidence[item.id] ?? []).sorted { $0.id < $1.id }, index: judge.index,
                otherAgency: otherAgency, pages: pages)
        }
    }

    // MARK: Pages

    /// The pages that are evidence, by their numbers in the input.
    private mutating func analysed(_ input: JudgingInput) -> [Int: AnalysedPage] {
        let titles = RepeatedTitles(input.pages)
        let used = Set(input.evidence.compactMap(\.page)).filter { $0 < input.pages.count }.sorted()
        let pages = used.map { number in
            let page = input.pages[number]
            let isRepeated = titles.contains(titleOf: page)
            let earlier = known[page.address.text] ?? []
            return earlier.first { $0.isTitleRepeated == isRepeated && $0.source.isSame(as: page) }
                ?? AnalysedPage(
                    page, index: judge.index, isTitleRepeated: isRepeated,
                    earlier: earlier.first { $0.source.hasSameDocument(as: page) }, among: open)
        }
        self.known = Dictionary(grouping: pages) { $0.source.address.text }
        return Dictionary(uniqueKeysWithValues: zip(used, pages))
    }
}

/// Titles that three and more different pages of one host carry name that site, not the page.
struct RepeatedTitles {
    private struct Title: Hashable {
        var host: String
        var title: String

        init(_ page: ReadPage) {
            host = page.address.host
            title = page.title
        }
    }

    private let titles: Set<Title>

    init(_ pages: [ReadPage]) {
        var holders: [Title: Set<String>] = [:]
        for page in pages { holders[Title(page), default: []].insert(page.address.withoutFragment.text) }
        titles = Set(holders.filter { $0.value.count >= 3 }.map(\.key))
    }

    func contains(titleOf page: ReadPage) -> Bool { titles.contains(Title(page)) }
}
