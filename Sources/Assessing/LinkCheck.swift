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
            origin: .network(fetcher, robots: RobotsGate(robots, fetcher: fetcher), kept: [:], keeper: nil),
            wrappers: wrappers, report: report), signatures: signatures,
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
            for (question, answer) in await check.answers(to: Set(failed.keys)) where !answer.wasStopped {
                answers[question] = answer.after(answers[question])
            }
        } catch {
            // Stopped while waiting: the first answers stand, unconfirmed.
        }
    }
    return requests.map { request in
        request.addresses.map { planned in
            let question = planned.address.map {
                LinkCheck.Question(address: $0.withoutFragment, website: request.website)
            }
            return CheckedLink(planned, answer: question.flatMap { answers[$0] })
        }
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
        var finalURL: String
        var outcome: Outcome
        var status: Int?
        var redirects: Int
        var milliseconds: Int
        var bytes: Int
        var attempts: Int
        var wasRead: Bool
        var wasStopped: Bool
        var isConfirmed = false

        /// The answer of a second pass, with the attempts of the first.
        func after(_ first: Answer?) -> Answer {
            var answer = self
            answer.attempts += first?.attempts ?? 0
            answer.isConfirmed = true
            return answer
        }
    }

    let reader: PageReader
    let signatures: PageSignatures
    let report: @Sendable (AuditEvent) -> Void

    func answers(to questions: Set<Question>) async -> [Question: Answer] {
        await withTaskGroup(of: (Question, Answer).self) { group in
            for question in questions {
                group.addTask { (question, await answer(to: question)) }
            }
            var answers: [Question: Answer] = [:]
            for await (question, answer) in group { answers[question] = answer }
            return answers
        }
    }

    private func answer(to question: Question) async -> Answer {
        let page = await reader.page(question.address, isSubmitted: true)
        let record = page.record
        let outcome = completedOutcome(
            of: record, document: page.document, kind: page.kind, siteFrontPage: question.website,
            signatures: signatures
        ).outcome
        return Answer(
            finalURL: record.final.text, outcome: outcome, status: record.status,
            redirects: record.redirects.count { $0.status > 0 },
            milliseconds: record.milliseconds, bytes: record.body.count, attempts: record.attempts.count,
            wasRead: record.status != nil, wasStopped: record.wasStopped)
    }
}

extension CheckedLink {
    fileprivate init(_ planned: PlannedAddress, answer: LinkCheck.Answer?) {
        let outcome = answer?.outcome ?? planned.fault ?? .internal
        let rule = outcome.rule
        // A certificate fault whose page was read all the same is told, not counted.
        let isReadDespiteTLS = outcome.isTLS && answer?.wasRead == true
        let isConfirmed = answer?.isConfirmed ?? false
        self.init(
            item: planned.item, url: planned.verbatim, finalURL: answer?.finalURL ?? planned.address?.text ?? "",
            outcome: outcome, status: answer?.status, redirects: answer?.redirects ?? 0,
            milliseconds: answer?.milliseconds ?? 0, bytes: answer?.bytes ?? 0, attempts: answer?.attempts ?? 0,
            isDead: !isReadDespiteTLS && (rule.isDead || (isConfirmed && rule.isDeadAfterSecondPass)),
            wasStopped: answer?.wasStopped ?? false)
    }
}
