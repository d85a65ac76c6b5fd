import Checklists
import Digests
import Extraction
import Fetching
import Findings
import GradingCore
import Judging
import Planning
import Storage
import Submissions
import ThaiText
import WebEvidence

/// One audit from submission to assessment. The only place that wires fetching, reading, judging and following.
/// The same steps judge a kept run again: then its pages come from the store and nothing is asked of the network.
struct AuditRun {
    let request: AuditRequest
    let reader: PageReader
    let report: @Sendable (AuditEvent) -> Void
    let plan: CrawlPlan
    /// The kept run that is judged again; nil while one is made.
    let past: PastRun?
    private let judge: Judge
    private var judging: JudgingSession
    private(set) var follow: FollowPlan
    private(set) var pages: [PageAddress: FetchedPage] = [:]
    private(set) var entries: [EvidenceEntry] = []
    /// Links that would be followed today and were not when the run was made.
    private(set) var notKept: [FollowCandidate] = []
    private(set) var progress = RunProgress()
    /// The readable pages with their furniture, as long as no page comes to them.
    private var read: (pageCount: Int, pages: [ReadPage], numbers: [PageAddress: Int])?
    /// What the made-up siblings of submitted pages prove.
    private var siblingOutcomes: [PageAddress: ClassifiedOutcome] = [:]
    let website: PageAddress?
    private let completion: OutcomeCompletion

    init(
        request: AuditRequest, origin: PageOrigin, bodies: BodyReading, past: PastRun? = nil,
        progress: RunProgress = RunProgress(),
        report: @escaping @Sendable (AuditEvent) -> Void
    ) {
        self.request = request
        self.report = report
        self.past = past
        self.progress = progress
        let website = AuditRun.websiteAddress(request.submission.agency.website)
        self.website = website
        let completion = OutcomeCompletion(website: website, signatures: request.signatures)
        reader = PageReader(origin: origin, bodies: bodies, report: report, completion: completion)
        self.completion = completion
        plan = CrawlPlan(submission: request.submission, list: request.list)
        judge = request.judge ?? Judge(list: request.list, library: request.library)
        judging = judge.session()
        follow = FollowPlan(caps: request.caps, list: request.list)
    }

    private static func websiteAddress(_ text: String) -> PageAddress? {
        guard !text.isEmpty else { return nil }
        do { return try PageAddress(submitted: text) } catch { return nil }
    }

    /// True when the run ends before everything was looked at, or ended so when it was made.
    var isStopped: Bool { past?.wasStopped ?? Task.isCancelled }

    /// Reads and judges. Throws when what was read cannot be kept.
    mutating func judgement() async throws(StoreError) -> Judgement {
        enterSubmitted()
        report(.planned(addresses: entries.count, items: request.list.items.count))
        var wanted = entries.compactMap(\.address)
        if let website { wanted.append(website) }
        pages = await reader.pages(wanted, for: .submitted)
        try reader.check()
        await secondPass()
        await bookOutages()
        await probeSiblings()
        try reader.check()
        var judgement = judgeAll()
        for hop in 1...max(1, request.caps.hops) where !isLeftOut(hop) {
            let added = enterFollowed(hop: hop, judgement: judgement)
            guard !added.isEmpty else { break }
            progress.followRounds = max(progress.followRounds, hop)
            await reader.note(progress)
            report(.following(addresses: added.count))
            let fresh = added.filter { pages[$0] == nil }
            pages.merge(await reader.pages(fresh, for: .followed)) { old, _ in old }
            await bookOutages()
            try reader.check()
            judgement = judgeAll()
        }
        return judgement
    }

    /// A round of following that a stopped run does not begin, or did not begin when it was made.
    private func isLeftOut(_ hop: Int) -> Bool {
        guard let past else { return Task.isCancelled }
        return past.wasStopped && hop > past.progress.followRounds
    }

    // MARK: Evidence

    private mutating func enterSubmitted() {
        for planned in plan.addresses {
            entries.append(
                EvidenceEntry(
                    id: EvidenceID(entries.count + 1), item: planned.item, submittedURL: planned.verbatim,
                    address: planned.address?.withoutFragment, fault: planned.fault))
            if let address = planned.address { follow.hold(address, for: planned.item) }
        }
    }

    /// Follows links for the items that are not yet satisfied; returns the addresses to fetch.
    private mutating func enterFollowed(hop: Int, judgement: Judgement) -> [PageAddress] {
        let open = Set(judgement.findings.filter { $0.verdict != .satisfied }.map(\.item))
        let read = readPages()
        var added: [PageAddress] = []
        for item in request.list.items where open.contains(item.id) {
            var offers: [(entry: EvidenceEntry, link: RankedLink)] = []
            for entry in entries where entry.item == item.id && entry.hop == hop - 1 {
                guard let address = entry.address, let number = read.numbers[address] else { continue }
                offers += judging.links(of: read.pages[number], for: item).map { (entry, $0) }
            }
            let ordered = offers.enumerated().sorted {
                ($1.element.link.points, $0.offset) < ($0.element.link.points, $1.offset)
            }
            for (_, offer) in ordered {
                let candidate = FollowCandidate(
                    item: item.id, address: offer.link.address, points: offer.link.points, hop: hop)
                guard follow.admits(candidate) else { continue }
                let address = offer.link.address.withoutFragment
                guard reader.origin.offers(address) else {
                    notKept.append(candidate)
                    continue
                }
                entries.append(
                    EvidenceEntry(
                        id: EvidenceID(entries.count + 1), item: item.id, submittedURL: offer.entry.submittedURL,
                        address: address, via: offer.link.isEmbed ? .embed : .link, from: offer.entry.id,
                        linkText: offer.link.text,
                        way: WayHere(
                            words: [offer.entry.way?.words, offer.link.words].compactMap { $0 }.joined(separator: " · ")
                        ),
                        hop: hop))
                added.append(address)
            }
        }
        return added
    }

    /// Failures that may pass are tried once more after a wait; only what failed every time counts.
    private mutating func secondPass() async {
        guard request.secondPass > .zero, past == nil, !progress.didSecondPass else { return }
        let failed = pages.filter { $0.value.pass == 1 && $0.value.record.outcome.rule.isTriedInSecondPass }
        guard !failed.isEmpty, !Task.isCancelled else { return }
        report(.waiting(addresses: failed.count, wait: request.secondPass))
        do { try await Task.sleep(for: request.secondPass) } catch { return }
        pages.merge(await reader.pages(again: failed)) { _, new in new }
        guard !Task.isCancelled else { return }
        progress.didSecondPass = true
        await reader.note(progress)
    }

    /// Failures while our own network was down are ours: they say nothing of the agency, and a later run asks again.
    private mutating func bookOutages() async {
        guard past == nil, !Task.isCancelled else { return }
        let uplink = UplinkVerdict(of: pages.values.map(\.record), facts: .present())
        guard !uplink.outages.isEmpty else { return }
        let lost = pages.filter { uplink.covers($0.value.record) }.mapValues { page in
            FetchedPage(record: page.record.cutOff, document: nil, kind: page.kind, pass: page.pass)
        }
        guard !lost.isEmpty else { return }
        report(.cutOff(addresses: lost.count))
        pages.merge(lost) { _, new in new }
        await reader.keep(lost.values.sorted { $0.record.requested.text < $1.record.requested.text })
    }

    /// Asks one made-up address for each site and shape of the submitted pages. Its answer is evidence, never a page.
    private mutating func probeSiblings() async {
        guard past != nil || !Task.isCancelled else { return }
        let submitted = Set(entries.compactMap { $0.hop == 0 ? $0.address?.withoutFragment : nil })
        let check = SiblingCheck(pages.filter { submitted.contains($0.key) }, most: request.caps.siblingsPerHost)
        let siblings = await reader.pages(check.addresses.filter(reader.origin.offers), for: .followed)
        siblingOutcomes = check.outcomes(siblings)
    }

    // MARK: Judging

    /// The readable pages in a fixed order, with furniture, and the number of each address.
    mutating func readPages() -> (pages: [ReadPage], numbers: [PageAddress: Int]) {
        if let read, read.pageCount == pages.count { return (read.pages, read.numbers) }
        classifyPages()
        let readable = pages.filter { $0.value.outline != nil }.sorted { $0.key.text < $1.key.text }
        let furniture = siteFurniture(of: readable.compactMap(\.value.print))
        var list: [ReadPage] = []
        var numbers: [PageAddress: Int] = [:]
        for (address, page) in readable {
            let frames = page.outline?.embeds.filter(request.wrappers.isContent).compactMap(\.address) ?? []
            let readPage = page.read(
                furniture: furniture.masks[page.record.final.text], isFrontPage: isFrontPage(page.record.final),
                contentFrames: Set(frames))
            guard let readPage else { continue }
            numbers[address] = list.count
            list.append(readPage)
        }
        read = (pages.count, list, numbers)
        return (list, numbers)
    }

    private func isFrontPage(_ address: PageAddress) -> Bool {
        if let website, website.isSamePage(as: address) { return true }
        return address.isFrontPage
    }

    func classified(_ page: FetchedPage) -> ClassifiedOutcome {
        var page = page
        page.complete(completion)
        guard let outcome = page.outcome, outcome.outcome == .ok else {
            return page.outcome ?? ClassifiedOutcome(outcome: page.record.outcome)
        }
        return siblingOutcomes[page.record.requested.withoutFragment] ?? outcome
    }

    /// Pages that came from a store or were cut off were not looked at when they came.
    private mutating func classifyPages() {
        for address in pages.filter({ !$0.value.isComplete }).keys { pages[address]?.complete(completion) }
    }

    func outcome(of entry: EvidenceEntry) -> Outcome {
        if let fault = entry.fault { return fault }
        guard let page = entry.address.flatMap({ pages[$0] }) else { return .internal }
        return classified(page).outcome
    }

    private mutating func judgeAll() -> Judgement {
        let judgement = judging.judgement(of: judgingInput())
        let decided = judgement.findings.filter { $0.verdict == .satisfied || $0.verdict == .unsatisfied }.count
        report(.judged(itemsDecided: decided, items: judgement.findings.count))
        return judgement
    }

    /// What spoke for and against one item, after `judgement()`; nil for an item that the list does not have.
    mutating func explanation(of item: ItemID) -> ItemExplanation? {
        let known = documents().flatMap { page in
            personalData(in: page.page.document, furniture: page.page.furniture, rules: request.personalDataRules).map(
                \.datum)
        }
        let mask = PersonalDataMask(known)
        return judge.explanation(of: item, in: judgingInput())?.masked(by: Masking { mask.masked($0) })
    }

    private mutating func judgingInput() -> JudgingInput {
        let read = readPages()
        let evidence = entries.map { entry in
            let page = entry.address.flatMap { pages[$0] }
            let outcome = outcome(of: entry)
            let isReadUnverified = outcome.isTLS && page?.record.relaxed?.content == .ok
            return EvidenceReading(
                id: entry.id, item: entry.item, page: entry.address.flatMap { read.numbers[$0] },
                outcome: isReadUnverified ? .ok : outcome, finding: isReadUnverified ? outcome : nil, via: entry.via,
                from: entry.from, way: entry.way, sha256: page?.record.sha256 ?? "",
                socialNetwork: socialNetwork(of: entry.address, page))
        }
        let agency = request.submission.agency
        return JudgingInput(
            agency: profile, isAgencyTypeStated: !agency.isTypeInferred && agency.type != nil, asOf: request.asOf,
            answers: answers(), pages: read.pages, evidence: evidence)
    }

    /// By where the way ended: a short link to the website is no social network.
    private func socialNetwork(of address: PageAddress?, _ page: FetchedPage?) -> String {
        guard let place = page?.record.final ?? address else { return "" }
        return request.wrappers.service(of: place)?.name.english ?? ""
    }

    private func answers() -> [ItemAnswer] {
        request.list.items.map { item in
            guard let unanswered = plan.unanswered[item.id] else {
                let isReached =
                    !isStopped
                    || entries.contains { entry in
                        entry.item == item.id
                            && (entry.address.flatMap { pages[$0] }?.record.outcome ?? .internal) != .internal
                    }
                return ItemAnswer(item: item.id, state: isReached ? .answered : .notReached)
            }
            return ItemAnswer(item: item.id, state: unanswered == nil && request.isDraft ? .open : .notSubmitted)
        }
    }

    private var profile: AgencyProfile { request.agencyProfile }
}
