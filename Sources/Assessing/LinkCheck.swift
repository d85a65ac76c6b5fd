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
    let check = LinkCheck(
        reader: PageReader(
            origin: .network(fetcher.heeding(robots), kept: [:], keeper: nil), bodies: BodyReading(wrappers: wrappers),
            report: report), signatures: signatures,
        report: report)
    let questions = Set(
        requests.flatMap { request in
            request.addresses.compactMap(\.address).map {
                LinkCheck.Question(address: $0.withoutFragment, website: request.website)
            }
        })
    report(.planned(addresses: questions.count, items: 0))
    var answers = await check.answers(to: questions)
    let failed = answers.filter { $0.value.outcome.rule.isTriedInSecondPass && !$0.value.wasStopped }
    if secondPass > .zero, !failed.isEmpty, !Task.isCancelled {
        report(.waiting(addresses: failed.count, wait: secondPass))
        do {
            try await Task.sleep(for: secondPass)
            for (question, answer) in await check.answers(to: Set(failed.keys), after: failed)
            where !answer.wasStopped {
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
private struct LinkCheck: Sendable {
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

    let reader: PageReader
    let signatures: PageSignatures
    let report: @Sendable (AuditEvent) -> Void

    /// - Parameter earlier: answers of the first pass, whose addresses are tried once more.
    func answers(to questions: Set<Question>, after earlier: [Question: Answer] = [:]) async -> [Question: Answer] {
        await withTaskGroup(of: (Question, Answer).self) { group in
            for question in questions {
                group.addTask { (question, await answer(to: question, after: earlier[question])) }
            }
            var answers: [Question: Answer] = [:]
            for await (question, answer) in group { answers[question] = answer }
            return answers
        }
    }

    private func answer(to question: Question, after earlier: Answer?) async -> Answer {
        let before = earlier.map { FetchedPage(record: $0.record, document: nil, kind: .unknown) }
        let page = await reader.page(question.address, purpose: .submitted, after: before)
        let outcome = completedOutcome(
            of: page.record, document: page.document, kind: page.kind, siteFrontPage: question.website,
            signatures: signatures
        ).outcome
        var record = page.record
        record.headers = []
        record.body = []
        return Answer(outcome: outcome, record: record, bytes: page.record.body.count, isConfirmed: page.pass == 2)
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
