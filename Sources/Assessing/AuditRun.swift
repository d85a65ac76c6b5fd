import Checklists
import Digests
import Extraction
import Fetching
import Findings
import GradingCore
import Judging
import Planning
import Submissions
import WebEvidence

/// One audit from submission to assessment. The only place that wires fetching, reading, judging and following.
struct AuditRun {
    let request: AuditRequest
    let reader: PageReader
    let report: @Sendable (AuditEvent) -> Void
    let startedAt: String
    private let plan: CrawlPlan
    private let judge: Judge
    private let ranking: LinkRanking
    private var follow: FollowPlan
    private var pages: [PageAddress: FetchedPage] = [:]
    private var entries: [EvidenceEntry] = []
    private let website: PageAddress?

    /// One row of evidence with what the run knows of it.
    struct EvidenceEntry: Sendable {
        var id: EvidenceID
        var item: ItemID
        var submittedURL: String
        /// Nil for what cannot be asked.
        var address: PageAddress?
        var fault: Outcome?
        var via: Evidence.Via = .submitted
        var from: EvidenceID?
        var linkText = ""
        var way: WayHere?
        var hop = 0
    }

    init(request: AuditRequest, fetcher: Fetcher, startedAt: String, report: @escaping @Sendable (AuditEvent) -> Void) {
        self.request = request
        self.report = report
        self.startedAt = startedAt
        reader = PageReader(fetcher: fetcher, report: report)
        plan = CrawlPlan(submission: request.submission, list: request.list)
        judge = Judge(list: request.list, library: request.library)
        ranking = judge.ranking
        follow = FollowPlan(caps: request.caps, list: request.list)
        website = AuditRun.websiteAddress(request.submission.agency.website)
    }

    private static func websiteAddress(_ text: String) -> PageAddress? {
        guard !text.isEmpty else { return nil }
        do { return try PageAddress(submitted: text) } catch { return nil }
    }

    mutating func assessment() async -> Assessment {
        enterSubmitted()
        report(.planned(addresses: entries.count, items: request.list.items.count))
        var wanted = entries.compactMap(\.address)
        if let website { wanted.append(website) }
        pages = await reader.pages(wanted)
        await secondPass()
        var judgement = judgeAll()
        for hop in 1...max(1, request.caps.hops) {
            let added = enterFollowed(hop: hop, judgement: judgement)
            guard !added.isEmpty, !Task.isCancelled else { break }
            report(.following(addresses: added.count))
            let fresh = added.filter { pages[$0] == nil }
            pages.merge(await reader.pages(fresh)) { old, _ in old }
            judgement = judgeAll()
        }
        return assembled(judgement)
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
                offers += ranking.links(of: read.pages[number], for: item).map { (entry, $0) }
            }
            let ordered = offers.enumerated().sorted {
                ($1.element.link.points, $0.offset) < ($0.element.link.points, $1.offset)
            }
            for (_, offer) in ordered {
                let candidate = FollowCandidate(
                    item: item.id, address: offer.link.address, points: offer.link.points, hop: hop)
                guard follow.admits(candidate) else { continue }
                let address = offer.link.address.withoutFragment
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
        guard request.secondPass > .zero else { return }
        let failed = pages.filter { $0.value.record.outcome.rule.isTriedInSecondPass }.map(\.key)
        guard !failed.isEmpty, !Task.isCancelled else { return }
        report(.waiting(addresses: failed.count, wait: request.secondPass))
        do { try await Task.sleep(for: request.secondPass) } catch { return }
        for (address, page) in await reader.pages(failed) {
            var page = page
            page.record.attempts = (pages[address]?.record.attempts ?? []) + page.record.attempts
            pages[address] = page
        }
    }

    // MARK: Judging

    /// The readable pages in a fixed order, with furniture, and the number of each address.
    private func readPages() -> (pages: [ReadPage], numbers: [PageAddress: Int]) {
        let readable = pages.filter { $0.value.document != nil }.sorted { $0.key.text < $1.key.text }
        let furniture = siteFurniture(
            of: readable.compactMap { entry in entry.value.document.map { (entry.value.record.final, $0) } })
        var list: [ReadPage] = []
        var numbers: [PageAddress: Int] = [:]
        for (address, page) in readable {
            guard let document = page.document else { continue }
            numbers[address] = list.count
            list.append(
                ReadPage(
                    address: page.record.final, document: document,
                    furniture: furniture.masks[page.record.final.text],
                    isFrontPage: isFrontPage(page.record.final)))
        }
        return (list, numbers)
    }

    private func isFrontPage(_ address: PageAddress) -> Bool {
        if let website, website.isSamePage(as: address) { return true }
        return address.isFrontPage
    }

    private func classified(_ page: FetchedPage) -> ClassifiedOutcome {
        completedOutcome(
            of: page.record, document: page.document, kind: page.kind,
            siteFrontPage: website, signatures: request.signatures)
    }

    private func outcome(of entry: EvidenceEntry) -> Outcome {
        if let fault = entry.fault { return fault }
        guard let page = entry.address.flatMap({ pages[$0] }) else { return .internal }
        return classified(page).outcome
    }

    private func judgeAll() -> Judgement {
        let read = readPages()
        let evidence = entries.map { entry in
            let page = entry.address.flatMap { pages[$0] }
            return EvidenceReading(
                id: entry.id, item: entry.item, page: entry.address.flatMap { read.numbers[$0] },
                outcome: outcome(of: entry), via: entry.via, from: entry.from, way: entry.way,
                sha256: page?.record.sha256 ?? "")
        }
        let agency = request.submission.agency
        let judgement = judge.judgement(
            of: JudgingInput(
                agency: profile,
                isAgencyTypeStated: !agency.isTypeInferred && agency.type != nil, asOf: request.asOf,
                answers: answers(), pages: read.pages, evidence: evidence))
        let decided = judgement.findings.filter { $0.verdict == .satisfied || $0.verdict == .unsatisfied }.count
        report(.judged(itemsDecided: decided, items: judgement.findings.count))
        return judgement
    }

    private func answers() -> [ItemAnswer] {
        request.list.items.map { item in
            guard let unanswered = plan.unanswered[item.id] else {
                let isReached =
                    !Task.isCancelled
                    || entries.contains { entry in
                        entry.item == item.id
                            && (entry.address.flatMap { pages[$0] }?.record.outcome ?? .internal) != .internal
                    }
                return ItemAnswer(item: item.id, state: isReached ? .answered : .notReached)
            }
            return ItemAnswer(item: item.id, state: unanswered == nil && request.isDraft ? .open : .notSubmitted)
        }
    }

    private var profile: AgencyProfile {
        let agency = request.submission.agency
        return AgencyProfile(
            name: agency.name, website: agency.website, type: agency.type?.rawValue ?? "", province: agency.province)
    }

    // MARK: The assessment

    private func assembled(_ judgement: Judgement) -> Assessment {
        let evidence = entries.map { entry in self.evidence(entry, quotes: judgement.quotes[entry.id] ?? []) }
        return Assessment(
            run: runID(evidence), toolVersion: request.toolVersion, checklistDigest: request.checklistDigest,
            agency: profile, fiscalYear: FiscalYear(request.list.year), asOf: request.asOf, startedAt: startedAt,
            finishedAt: Clock.now(), isChecklistVerified: request.list.provenance == .verified,
            checklistNotes: request.list.notes, items: judgement.findings, evidence: evidence,
            notChecked: notChecked(judgement), isPartial: Task.isCancelled, warnings: warnings())
    }

    private func evidence(_ entry: EvidenceEntry, quotes: [Evidence.Quote]) -> Evidence {
        guard let page = entry.address.flatMap({ pages[$0] }) else {
            return Evidence(
                id: entry.id, item: entry.item, submittedURL: entry.submittedURL, url: entry.address?.text ?? "",
                via: entry.via, from: entry.from, linkText: entry.linkText, outcome: outcome(of: entry))
        }
        let classified = classified(page)
        let record = page.record
        return Evidence(
            id: entry.id, item: entry.item, submittedURL: entry.submittedURL, url: record.final.text, via: entry.via,
            from: entry.from, linkText: entry.linkText, status: record.status, outcome: classified.outcome,
            contentType: record.header("Content-Type") ?? "", bytes: record.body.count, sha256: record.sha256,
            fetchedAt: record.fetchedAt, redirects: record.redirects, attempts: record.attempts,
            title: page.document?.title ?? "", quotes: quotes,
            detail: [record.detail, classified.why].filter { !$0.isEmpty }.joined(separator: " "))
    }

    private func notChecked(_ judgement: Judgement) -> [NotChecked] {
        let stopped = entries.filter { entry in
            guard entry.fault == nil, let address = entry.address else { return false }
            return pages[address]?.record.wasStopped ?? true
        }
        let open = Set(judgement.findings.filter { $0.verdict != .satisfied }.map(\.item))
        return stopped.map { NotChecked(item: $0.item, url: $0.submittedURL, why: AuditTexts.interrupted) }
            + plan.unasked.map { NotChecked(item: $0.item, url: $0.verbatim, why: AuditTexts.answeredNo) }
            + follow.leftOut.filter { open.contains($0.item) }.map { candidate in
                NotChecked(item: candidate.item, url: candidate.address.text, why: AuditTexts.capped)
            }
    }

    private func warnings() -> [BilingualText] {
        var warnings = request.submission.warnings.map { warning in
            BilingualText(
                th: "\(warning.place): \(warning.message.th) \(warning.fix.th)",
                en: "\(warning.place): \(warning.message.en) \(warning.fix.en)")
        }
        let year = FiscalYear(request.list.year)
        if !year.contains(request.asOf) { warnings.append(AuditTexts.dateOutsideYear(request.asOf, year)) }
        if let declared = request.submission.fiscalYear, declared != year {
            warnings.append(AuditTexts.otherYear(declared, year))
        }
        if website == nil { warnings.append(AuditTexts.noWebsite) }
        return warnings
    }

    /// The same submission, date and evidence have the same id.
    private func runID(_ evidence: [Evidence]) -> RunID {
        var text = "\(profile.name)\n\(profile.website)\n\(request.checklistDigest)\n\(request.toolVersion)\n"
        for entry in evidence {
            text += "\(entry.item.text) \(entry.submittedURL) \(entry.outcome.rawValue) \(entry.sha256)\n"
        }
        let digest = ContentDigest(of: Array(text.utf8)).hexadecimal
        return RunID("\(request.list.year)-\(request.asOf.iso)-\(digest.prefix(10))")
    }
}
