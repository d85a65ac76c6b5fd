public import Extraction
public import Fetching
public import Findings
public import Planning
public import WebEvidence

/// The submitted addresses of one agency, to be checked for reachability.
public struct LinkCheckRequest: Sendable {
    public var agency: String
    /// The front page of its website; nil when unknown.
    public var website: PageAddress?
    /// Every submitted address in the order of the list.
    public var addresses: [PlannedAddress]

    public init(agency: String, website: PageAddress?, addresses: [PlannedAddress]) {
        self.agency = agency
        self.website = website
        self.addresses = addresses
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
    var known: Set<LinkCheck.Question> = []
    let questions = requests.flatMap { request in
        request.addresses.compactMap(\.address).map {
            LinkCheck.Question(address: $0.withoutFragment, website: request.website)
        }
    }.filter { known.insert($0).inserted }
    known = []
    report(.planned(addresses: questions.count, items: 0))
    var answers = await check.answers(to: questions)
    let failed = answers.filter { $0.value.outcome.rule.isTriedInSecondPass && !$0.value.wasStopped }
    if secondPass > .zero, !failed.isEmpty, !Task.isCancelled {
        report(.waiting(addresses: failed.count, wait: secondPass))
        do {
            try await Task.sleep(for: secondPass)
            for (question, answer) in await check.answers(again: failed) where !answer.wasStopped {
                answers[question] = answer
            }
        } catch {
            // Stopped while waiting: the first answers stand, unconfirmed.
        }
    }
    answers = cutOff(answers)
    return requests.map { request in
        request.addresses.map { planned in
            let question = planned.address.map {
                LinkCheck.Question(address: $0.withoutFragment, website: request.website)
            }
            return CheckedLink(planned, answer: question.flatMap { answers[$0] })
        }
    }
}

/// The answers, those that were lost while our own network was down booked on us.
private func cutOff(_ answers: [LinkCheck.Question: LinkCheck.Answer]) -> [LinkCheck.Question: LinkCheck.Answer] {
    let uplink = UplinkVerdict(of: answers.values.map(\.record), facts: .present())
    guard !uplink.outages.isEmpty else { return answers }
    return answers.mapValues { answer in
        guard uplink.covers(answer.record) else { return answer }
        var answer = answer
        answer.record = answer.record.cutOff
        answer.outcome = .internal
        return answer
    }
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
    func answers(to questions: [Question]) async -> [Question: Answer] {
        var numbers: [HostKey: Int] = [:]
        var sites: [[Question]] = []
        for question in questions {
            let number = numbers[question.address.hostKey] ?? sites.count
            if number == sites.count {
                sites.append([])
                numbers[question.address.hostKey] = number
            }
            sites[number].append(question)
        }
        let sitesAtOnce = max(8, fetcher.limits.concurrency / 2)
        let perSite = pagesAtOnce(ofEach: min(sites.count, sitesAtOnce))
        return await collected(sites, atOnce: sitesAtOnce) { site in
            await SiteLinkCheck(check: self, questions: site, atOnce: perSite).answers()
        }
    }

    /// Pages of one site that are under way or wait to be looked at: one more than its lane lets pass, and where many
    /// sites are asked no more than keeps the network busy. Each takes some 40 KB besides its body.
    private func pagesAtOnce(ofEach sites: Int) -> Int {
        min(fetcher.limits.perHost + 1, max(3, fetcher.limits.concurrency * 3 / 2 / max(1, sites)))
    }

    /// Addresses of the first pass that are tried once more.
    func answers(again failed: [Question: Answer]) async -> [Question: Answer] {
        let failed = failed.sorted { $0.key.address.text < $1.key.address.text }
        return await collected(failed, atOnce: fetcher.limits.concurrency * 3) { question, answer in
            let before = FetchedPage(record: answer.record, document: nil, kind: .unknown)
            let page = await reader.page(question.address, purpose: .submitted, after: before)
            return [(question, self.answer(to: question, page))]
        }
    }

    /// The answers of parts of the work, so many parts at a time.
    private func collected<Part: Sendable>(
        _ parts: [Part], atOnce most: Int, _ work: @escaping @Sendable (Part) async -> [(Question, Answer)]
    ) async -> [Question: Answer] {
        await withTaskGroup(of: [(Question, Answer)].self) { group in
            var rest = parts.makeIterator()
            for _ in 0..<most {
                guard let part = rest.next() else { break }
                group.addTask { await work(part) }
            }
            var answers: [Question: Answer] = [:]
            for await found in group {
                for (question, answer) in found { answers[question] = answer }
                if let part = rest.next() { group.addTask { await work(part) } }
            }
            return answers
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

extension CheckedLink {
    fileprivate init(_ planned: PlannedAddress, answer: LinkCheck.Answer?) {
        let outcome = answer?.outcome ?? planned.fault ?? .internal
        let rule = outcome.rule
        // A certificate fault whose page was read all the same is told, not counted.
        let record = answer?.record
        let isReadDespiteTLS = outcome.isTLS && record?.relaxed?.content == .ok
        let isConfirmed = answer?.isConfirmed ?? false
        self.init(
            item: planned.item, url: planned.verbatim, finalURL: record?.final.text ?? planned.address?.text ?? "",
            outcome: outcome, status: record?.status, redirects: record?.redirects.count { $0.status > 0 } ?? 0,
            milliseconds: record?.milliseconds ?? 0, bytes: answer?.bytes ?? 0,
            attempts: record?.attempts.count ?? 0, server: record?.server ?? "",
            isDead: !isReadDespiteTLS && (rule.isDead || (isConfirmed && rule.isDeadAfterSecondPass)),
            wasStopped: answer?.wasStopped ?? false, wasCutOff: record?.wasCutOff ?? false)
    }
}
