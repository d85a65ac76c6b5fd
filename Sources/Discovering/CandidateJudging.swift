import Checklists
import Extraction
import Findings
import GradingCore
import Judging
import ThaiText
import WebEvidence

/// Chooses among the pages of a search, for each open item, those that answer it best: by the fit and verdict that
/// submitted pages get, then by how well the links to them name the item.
struct CandidateJudging {
    let request: DiscoveryRequest
    let judge: Judge
    let bounds: SiteBounds
    let pages: [VisitedPage]
    let offers: LinkOffers
    /// Numbers of the files that were opened.
    let openedFiles: Set<Int>

    /// A page that may answer an item.
    private struct Chosen {
        var page: Int
        var standing: PageStanding
        var verdict: Verdict?
        var quotes: [String] = []
        /// True for evidence of another year.
        var isOfOtherTime = false
        /// Words of links and titles of the year.
        var yearPoints: Int

        var rank: Int {
            let verdictPoints =
                switch verdict {
                case .satisfied: 400
                case .undecided: 150
                default: 0
                }
            return verdictPoints + min(standing.points, 300) + min(max(standing.margin, -50), 100) + yearPoints
        }
    }

    /// So many pages of an item are judged.
    private static let judged = 6

    func items(_ open: Set<ItemID>) -> [ItemID: DiscoveredItem] {
        let numbers = pages.indices.filter { isJudged(pages[$0]) }
        let read = readPages(numbers)
        let ways = numbers.map { number in
            pages[number].way.isEmpty ? nil : WayHere(words: pages[number].way)
        }
        let standings = judge.standings(of: read, ways: ways)
        var chosen: [ItemID: [Chosen]] = [:]
        for (place, standing) in standings.enumerated() {
            for entry in standing where open.contains(entry.item) && entry.fits {
                chosen[entry.item, default: []].append(
                    Chosen(page: place, standing: entry, yearPoints: yearPoints(pages[numbers[place]], entry.item)))
            }
        }
        for item in chosen.keys {
            chosen[item] = chosen[item].map { all in
                Array(
                    all.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }
                        .map(\.element).prefix(CandidateJudging.judged))
            }
        }
        judgeAll(&chosen, read: read, numbers: numbers)
        return open.reduce(into: [:]) { result, item in
            result[item] = discovered(item, chosen[item] ?? [], numbers: numbers)
        }
    }

    /// Lists of everything on the site are evidence of nothing, and fitting them takes minutes.
    private static let mostLinks = 3_000
    private static let mostBlocks = 20_000

    private func isJudged(_ page: VisitedPage) -> Bool {
        guard page.isNew, page.outcome == .ok, let document = page.document else { return false }
        return document.links.count <= CandidateJudging.mostLinks
            && document.blocks.count <= CandidateJudging.mostBlocks
    }

    private func readPages(_ numbers: [Int]) -> [ReadPage] {
        let documents = numbers.compactMap { number in
            pages[number].document.map { (address: pages[number].final, document: $0) }
        }
        let furniture = siteFurniture(of: documents)
        return documents.map { entry in
            ReadPage(
                address: entry.address, document: entry.document, furniture: furniture.masks[entry.address.text],
                isFrontPage: bounds.key(entry.address) == bounds.key(bounds.front),
                contentFrames: Set(entry.document.embeds.filter(request.wrappers.isContent).compactMap(\.address)))
        }
    }

    /// Candidates whose title or way name the year come before those that name another.
    private func yearPoints(_ page: VisitedPage, _ item: ItemID) -> Int {
        let years = [page.title, page.way].lazy.map(WrittenYears.years).first { !$0.isEmpty } ?? []
        guard !years.isEmpty else { return 0 }
        if years.contains(request.list.year) { return 60 }
        let codes = request.list.item(item)?.currency.codes ?? []
        let isEarlier = codes.contains { $0 == .previousFYReport || $0 == .previousFYAnalysis }
        return isEarlier && years.contains(request.list.year - 1) ? 60 : -40
    }

    /// One judgement for the first candidates of all items, one for the second ones, and so on: each is judged alone.
    private func judgeAll(_ chosen: inout [ItemID: [Chosen]], read: [ReadPage], numbers: [Int]) {
        var session = judge.session()
        let profile = AgencyProfile(
            name: request.agency.name, website: request.website.text, type: request.agency.type, province: "")
        for place in 0..<CandidateJudging.judged {
            let items = chosen.keys.sorted().filter { chosen[$0].map { $0.count > place } ?? false }
            guard !items.isEmpty else { return }
            let evidence = items.enumerated().compactMap { number, item -> EvidenceReading? in
                guard let candidate = chosen[item]?[place] else { return nil }
                let page = pages[numbers[candidate.page]]
                return EvidenceReading(
                    id: EvidenceID(number + 1), item: item, page: candidate.page, outcome: .ok, via: .submitted,
                    way: page.way.isEmpty ? nil : WayHere(words: page.way), sha256: page.sha256)
            }
            let judgement = session.judgement(
                of: JudgingInput(
                    agency: profile, isAgencyTypeStated: false, asOf: request.asOf,
                    answers: items.map { ItemAnswer(item: $0, state: .answered) }, pages: read, evidence: evidence))
            for (number, item) in items.enumerated() {
                let finding = judgement.findings.first { $0.item == item }
                chosen[item]?[place].verdict = finding?.verdict
                chosen[item]?[place].isOfOtherTime =
                    finding?.reasons.contains { $0.code == .outdated || $0.code == .future } ?? false
                chosen[item]?[place].quotes = (judgement.quotes[EvidenceID(number + 1)] ?? []).map(\.text)
            }
        }
    }

    // MARK: Results

    private func discovered(_ item: ItemID, _ chosen: [Chosen], numbers: [Int]) -> DiscoveredItem? {
        let ranked = chosen.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }
            .map(\.element)
        var candidates: [DiscoveryCandidate] = []
        var seen: Set<String> = []
        for entry in ranked where seen.insert(bounds.key(pages[numbers[entry.page]].address)).inserted {
            candidates.append(candidate(entry, page: pages[numbers[entry.page]]))
        }
        for offer in offers.ranked(item)
        where seen.insert(offer.link.key).inserted && (!offer.isFile || offer.points >= 45) {
            candidates.append(
                DiscoveryCandidate(
                    address: offer.link.address, title: offer.link.path.last ?? offer.link.address.fileName,
                    quotes: [offer.link.way].filter { !$0.isEmpty }, path: offer.link.path,
                    foundOn: offer.link.foundOn, confidence: .low, verdict: nil))
        }
        candidates = Array(candidates.prefix(request.limits.candidates))
        guard let first = candidates.first else { return nil }
        // What is clearly about the item is worth submitting also where something is missing on it.
        let isClear = ranked.first.map { best in
            best.standing.points >= 100 && best.standing.margin >= 0 && !best.isOfOtherTime
        }
        let isSure = first.verdict == .satisfied || isClear ?? false
        return DiscoveredItem(
            item: item, urls: isSure ? [first.address] : [], path: first.path, foundOn: first.foundOn,
            confidence: first.confidence, isFromIndex: false, candidates: candidates)
    }

    private func candidate(_ chosen: Chosen, page: VisitedPage) -> DiscoveryCandidate {
        let isClear = chosen.standing.margin >= 30
        let confidence: DiscoveryConfidence =
            chosen.verdict == .satisfied
            ? (isClear ? .high : .medium) : (isClear && chosen.verdict == .undecided ? .medium : .low)
        var quotes = chosen.quotes
        if quotes.isEmpty { quotes = [page.title] }
        return DiscoveryCandidate(
            address: page.address, title: page.title,
            quotes: Array(quotes.filter { !$0.isEmpty }.prefix(3)).map(masked(page)),
            path: page.path, foundOn: page.foundOn, confidence: confidence, verdict: chosen.verdict)
    }

    /// Hides personal data that the page holds.
    private func masked(_ page: VisitedPage) -> (String) -> String {
        guard let document = page.document else { return { $0 } }
        let known = personalData(in: document, furniture: nil, rules: request.personalDataRules).map(\.datum)
        let mask = PersonalDataMask(known)
        return { mask.masked($0) }
    }
}
