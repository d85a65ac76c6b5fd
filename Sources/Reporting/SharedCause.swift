import Findings
import GradingCore
import WebEvidence

/// One cause behind several items that are not met or could not be decided, so that one mending serves them all.
struct SharedCause: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// A website, or its server, that gives every visitor the same failure.
        case host(String, Outcome)
        /// One machine, by its address, on which several websites fail: usually a vendor's.
        case server(String)
        /// Many addresses of one website that end alike, as after a rebuilding: not found, or sent to the front page.
        case pages(String, Outcome)
        /// The same address was submitted for several items.
        case address(String)
        /// The same reason, of the kind that one neglect explains.
        case reason(ReasonCode)
    }

    /// So many pages of several websites must fail on one machine until it is one cause.
    static let leastOfServer = 20

    var kind: Kind
    /// In the order of the list, each once.
    var items: [ItemID]
    /// The pages that show it, in order; empty for a reason.
    var evidence: [EvidenceID]

    /// The causes worth telling, most items first. A cause whose items another one covers already is left out, and a
    /// reason counts only the items that no failure or shared address explains: the list stays short, and no reader
    /// mends twice.
    static func all(in assessment: Assessment) -> [SharedCause] {
        let survey = Survey(assessment)
        var told: [SharedCause] = []
        for cause in ordered(survey.failures + survey.addresses) where cause.items.count >= cause.kind.leastItems {
            let items = Set(cause.items)
            if !told.contains(where: { items.isSubset(of: $0.items) }) { told.append(cause) }
        }
        let explained = Set(told.flatMap(\.items))
        told += survey.reasons.filter { Set($0.items).subtracting(explained).count >= $0.kind.leastItems }
        return ordered(told)
    }

    /// Most items first; equals keep their order.
    private static func ordered(_ causes: [SharedCause]) -> [SharedCause] {
        causes.enumerated().sorted {
            $0.element.items.count == $1.element.items.count
                ? $0.offset < $1.offset : $0.element.items.count > $1.element.items.count
        }.map(\.element)
    }
}

extension SharedCause.Kind {
    /// From how many items on the cause says more than the items do: two share a server or an address by no chance,
    /// dead pages and reasons come in pairs without a common cause.
    var leastItems: Int {
        switch self {
        case .host, .address, .server: 2
        case .pages, .reason: 3
        }
    }
}

/// What the open items have in common, each kind in the order in which it was met.
private struct Survey {
    private(set) var failures: [SharedCause] = []
    private(set) var addresses: [SharedCause] = []
    private(set) var reasons: [SharedCause] = []
    /// Different failing pages and websites of each server.
    private var servers: [String: (pages: Set<String>, hosts: Set<String>)] = [:]
    private var places: [SharedCause.Kind: Int] = [:]

    init(_ assessment: Assessment) {
        let evidence = assessment.evidence.reduce(into: [EvidenceID: Evidence]()) { $0[$1.id] = $1 }
        let open = assessment.items.filter { $0.verdict == .unsatisfied || $0.verdict == .undecided }
        for finding in open {
            for page in finding.evidence.compactMap({ evidence[$0] }) where page.via == .submitted {
                addFailure(page, of: finding)
                add(.address(Survey.key(page.submittedURL)), to: \.addresses, finding.item, page.id)
            }
            if let code = finding.reasons.first?.code, code.comesFromOneNeglect {
                add(.reason(code), to: \.reasons, finding.item, nil)
            }
        }
        failures.removeAll { cause in
            guard case .server(let server) = cause.kind, let failing = servers[server] else { return false }
            return failing.pages.count < SharedCause.leastOfServer || failing.hosts.count < 2
        }
    }

    private mutating func addFailure(_ page: Evidence, of finding: ItemFinding) {
        guard page.outcome.vendorAdvice != nil, let host = Survey.host(page) else { return }
        let kind: SharedCause.Kind =
            page.outcome.isOfWholeHost ? .host(host, page.outcome) : .pages(host, page.outcome)
        add(kind, to: \.failures, finding.item, page.id)
        guard !page.server.isEmpty, page.outcome.isOfWholeHost else { return }
        servers[page.server, default: ([], [])].pages.insert(page.submittedURL)
        servers[page.server, default: ([], [])].hosts.insert(host)
        add(.server(page.server), to: \.failures, finding.item, page.id)
    }

    private mutating func add(
        _ kind: SharedCause.Kind, to list: WritableKeyPath<Survey, [SharedCause]>, _ item: ItemID,
        _ page: EvidenceID?
    ) {
        let place = places[kind] ?? self[keyPath: list].count
        if places[kind] == nil {
            places[kind] = place
            self[keyPath: list].append(SharedCause(kind: kind, items: [], evidence: []))
        }
        if self[keyPath: list][place].items.last != item { self[keyPath: list][place].items.append(item) }
        if let page, !self[keyPath: list][place].evidence.contains(page) {
            self[keyPath: list][place].evidence.append(page)
        }
    }

    private static func host(_ page: Evidence) -> String? {
        (address(page.submittedURL) ?? address(page.url))?.host
    }

    /// One spelling for one address; text that is no address stands for itself.
    private static func key(_ written: String) -> String {
        address(written)?.withoutFragment.text ?? written
    }

    /// Nil for text that is no http or https address: a submission may hold anything.
    private static func address(_ text: String) -> PageAddress? {
        do { return try PageAddress(text) } catch { return nil }
    }
}

extension Outcome {
    /// True where the failure lies with the server or its name and not with one page of it.
    fileprivate var isOfWholeHost: Bool {
        switch self {
        case .dnsFailure, .dnsTimeout, .connectRefused, .connectTimeout, .readTimeout, .connectionReset, .http5xx,
            .blocked, .robotsRefused, .parked, .defaced, .tlsExpired, .tlsHostname, .tlsIncompleteChain,
            .tlsUntrusted, .tlsProtocol, .tlsWeak, .http2Error, .badResponse, .redirectLoop, .tooManyRedirects,
            .badRedirect, .loginRequired, .scriptOnly:
            true
        default: false
        }
    }
}

extension ReasonCode {
    /// True where several items with this reason usually have one cause behind them; a missing part or a wrong page
    /// is each item's own.
    fileprivate var comesFromOneNeglect: Bool {
        switch self {
        case .notSubmitted, .outdated, .undated, .periodIncomplete, .future, .notOnMainWebsite, .otherAgency,
            .unsigned, .needsLogin, .onlySocial, .unreadable, .copiedInstruction, .emptyShell, .blocked:
            true
        case .unreachable, .wrongPage, .wrongItem, .missingElement, .oneWayOnly, .defaced, .duplicateEvidence,
            .lowConfidence, .satisfied:
            false
        }
    }
}
