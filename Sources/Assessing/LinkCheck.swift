public import Extraction
public import Fetching
public import Findings
import GradingCore
public import Planning
public import WebEvidence

/// The submitted addresses of one agency, to be checked for reachability.
public struct LinkCheckRequest: Sendable {
    /// One address as it was submitted: thousands of agencies are held at once, so it is read again when its turn comes.
    struct Submitted: Sendable {
        let item: ItemID
        let verbatim: String
        /// Why it cannot be asked; nil for an address that can be.
        let fault: Outcome?
        /// Of `hosts`; -1 where nothing can be asked.
        let host: Int32
    }

    public var agency: String
    /// The front page of its website; nil when unknown.
    public var website: PageAddress?
    /// Every submitted address in the order of the list.
    let addresses: [Submitted]
    /// The different hosts of the addresses.
    let hosts: [HostKey]

    /// - Parameter addresses: of the list, in its order; each is what its verbatim text reads as.
    public init(agency: String, website: PageAddress?, addresses: [PlannedAddress]) {
        self.agency = agency
        self.website = website
        var numbers: [HostKey: Int32] = [:]
        var hosts: [HostKey] = []
        self.addresses = addresses.map { planned in
            var host: Int32 = -1
            if let key = planned.address?.hostKey {
                host = numbers[key] ?? Int32(hosts.count)
                if host == hosts.count { hosts.append(key) }
                numbers[key] = host
            }
            return Submitted(item: planned.item, verbatim: planned.verbatim, fault: planned.fault, host: host)
        }
        self.hosts = hosts
    }
}

/// Asks every submitted address of every agency, each once however often it is submitted, and tells what it is.
/// Failures that may pass are tried once more after `secondPass`; without one they are never called dead.
/// - Returns: one list for each request, in its order.
public func checkedLinks(
    _ requests: [LinkCheckRequest], fetcher: Fetcher, signatures: PageSignatures,
    wrappers: WrapperRules = .none, secondPass: Duration,
    robots: RobotsMode = .followed,
    report: @escaping @Sendable (AuditEvent) -> Void = { _ in }
) async -> [[CheckedLink]] {
    let fetcher = fetcher.heeding(robots)
    let check = LinkCheck(
        fetcher: fetcher,
        reader: PageReader(
            origin: .network(fetcher, kept: [:], keeper: nil), bodies: BodyReading(wrappers: wrappers),
            report: report), signatures: signatures, glance: PageGlance(signatures))
    var ledger = LinkLedger(requests)
    report(.planned(addresses: ledger.questionCount, items: 0))
    await check.answer(&ledger)
    if secondPass > .zero, !ledger.failed.isEmpty, !Task.isCancelled {
        report(.waiting(addresses: ledger.failed.count, wait: secondPass))
        do {
            try await Task.sleep(for: secondPass)
            await check.answerAgain(&ledger)
        } catch {
            // Stopped while waiting: the first answers stand, unconfirmed.
        }
    }
    return ledger.finished()
}

/// Reads and classifies; keeps nothing but the outcome, so that a check of many agencies stays small.
struct LinkCheck: Sendable {
    /// The same address may be a redirect home for one agency and a page of another's site.
    struct Question: Hashable, Sendable {
        var address: PageAddress
        var website: PageAddress?
    }

    struct Answer: Sendable {
        var outcome: Outcome
        /// Without headers and body.
        var record: FetchRecord
        var bytes: Int
        /// It failed in the second pass as well, or was read there.
        var isConfirmed: Bool
        var wasStopped: Bool { record.wasStopped }
    }

    let fetcher: Fetcher
    let reader: PageReader
    let signatures: PageSignatures
    let glance: PageGlance

    /// Site by site, in the order of the questions: what is finished early needs no memory, and what libcurl knows of a
    /// site is used while it is fresh.
    func answer(_ ledger: inout LinkLedger) async {
        let sites = ledger.sites
        let sitesAtOnce = max(8, fetcher.limits.concurrency / 2)
        let perSite = pagesAtOnce(ofEach: min(sites.count, sitesAtOnce))
        await collect(sites, atOnce: sitesAtOnce, into: &ledger) { site, ledger in
            ledger.begin(site)
        } work: { asked in
            let answers = await SiteLinkCheck(
                check: self, questions: asked.map(\.question), atOnce: perSite
            ).answers()
            return zip(asked, answers).compactMap { asked, answer in answer.map { (asked.row, $0) } }
        }
    }

    /// Pages of one site that are under way or wait to be looked at: one more than its lane lets pass, and where many
    /// sites are asked no more than keeps the network busy. Each takes some 40 KB besides its body.
    private func pagesAtOnce(ofEach sites: Int) -> Int {
        min(fetcher.limits.perHost + 1, max(3, fetcher.limits.concurrency * 3 / 2 / max(1, sites)))
    }

    /// Addresses of the first pass that are tried once more.
    func answerAgain(_ ledger: inout LinkLedger) async {
        await collect(ledger.failed, atOnce: fetcher.limits.concurrency * 3, into: &ledger) { row, ledger in
            ledger.retry(of: row)
        } work: { retry in
            guard let retry else { return [] }
            let before = FetchedPage(record: retry.record, document: nil, kind: .unknown)
            let page = await reader.page(retry.question.address, purpose: .submitted, after: before)
            let answer = self.answer(to: retry.question, page)
            return answer.wasStopped ? [] : [(retry.row, answer)]
        }
    }

    /// Enters the answers of parts of the work, so many parts at a time.
    /// - Parameter prepare: what a part needs, made when its turn comes.
    private func collect<Part: Sendable, Needed: Sendable>(
        _ parts: [Part], atOnce most: Int, into ledger: inout LinkLedger,
        prepare: (Part, inout LinkLedger) -> Needed, work: @escaping @Sendable (Needed) async -> [(Int32, Answer)]
    ) async {
        await withTaskGroup(of: [(Int32, Answer)].self) { group in
            var rest = parts.makeIterator()
            for _ in 0..<most {
                guard let part = rest.next() else { break }
                let needed = prepare(part, &ledger)
                group.addTask { await work(needed) }
            }
            for await found in group {
                for (row, answer) in found { ledger.enter(answer, at: row) }
                guard let part = rest.next() else { continue }
                let needed = prepare(part, &ledger)
                group.addTask { await work(needed) }
            }
        }
    }

    func answer(to question: Question, _ page: FetchedPage) -> Answer {
        let outcome = completedOutcome(
            of: page.record, document: page.document, kind: page.kind, siteFrontPage: question.website,
            signatures: signatures
        ).outcome
        return Answer(page.record, outcome: outcome, isConfirmed: page.pass == 2)
    }
}

extension LinkCheck.Answer {
    init(_ record: FetchRecord, outcome: Outcome, isConfirmed: Bool = false) {
        self.init(outcome: outcome, record: record, bytes: record.body.count, isConfirmed: isConfirmed)
        self.record.headers = []
        self.record.body = []
    }
}
