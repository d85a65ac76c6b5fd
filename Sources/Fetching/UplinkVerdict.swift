public import WebEvidence

/// Whether our own way to the network failed while addresses were fetched, judged from the results themselves: many
/// different sites that could not be reached at the same time, while none was, have one cause, and it is ours.
public struct UplinkVerdict: Sendable, Hashable {
    public enum State: String, Sendable, Hashable {
        /// Nothing speaks against it.
        case up
        /// Nothing was reached, but too little was tried to say whose fault it is.
        case doubtful
        /// It was down when the last addresses were asked.
        case down
    }

    /// A span in which nothing could be reached.
    public struct Outage: Sendable, Hashable {
        /// UTC milliseconds since 1970: the first try that was lost began, the last one ended.
        public var from: Int
        public var to: Int
        /// Different sites that were tried.
        public var sites: Int
    }

    public var state: State
    /// In order of time; also those that are over.
    public var outages: [Outage]

    /// True for a record that says nothing of its address because our own network was down.
    public func covers(_ record: FetchRecord) -> Bool {
        // An address that was not asked because its server had failed for others failed with them.
        let attempt =
            record.attempts.last
            ?? FetchAttempt(startedAt: record.fetchedAt, outcome: record.outcome, status: nil, milliseconds: 0)
        guard isLost(attempt, of: record), let span = attempt.span else { return false }
        return outages.contains { $0.from <= span.from && span.to <= $0.to }
    }

    /// Different sites that must be out of reach together until it is our own network.
    public static let leastSites = 3

    /// Without a route or resolver names that are said not to exist were not really asked for.
    private let isCutOff: Bool

    /// - Parameter facts: what the machine says of its network; a missing route or resolver decides alone.
    public init(of records: [FetchRecord], facts: UplinkFacts = UplinkFacts()) {
        self.init(of: UplinkTries(records), facts: facts)
    }

    /// - Parameter facts: what the machine says of its network; a missing route or resolver decides alone.
    public init(of tries: UplinkTries, facts: UplinkFacts = UplinkFacts()) {
        let isCutOff = facts.hasDefaultRoute == false || facts.hasResolver == false
        self.isCutOff = isCutOff
        let tries = tries.inOrder(isCutOff: isCutOff)
        let least = isCutOff ? 1 : UplinkVerdict.leastSites
        var outages: [Outage] = []
        var lost: [UplinkTries.Try] = []
        func close() {
            let sites = Set(lost.map(\.site)).count
            if sites >= least, let from = lost.map(\.span.from).min(), let to = lost.last?.span.to {
                outages.append(Outage(from: from, to: to, sites: sites))
            }
        }
        for attempt in tries {
            if attempt.isLost {
                lost.append(attempt)
            } else {
                close()
                lost = []
            }
        }
        let isDown = Set(lost.map(\.site)).count >= least && !lost.isEmpty
        close()
        let nothingReached = !lost.isEmpty && lost.count == tries.count
        self.outages = outages
        state = isDown ? .down : nothingReached ? .doubtful : .up
    }

    private func isLost(_ attempt: FetchAttempt, of record: FetchRecord) -> Bool {
        UplinkVerdict.isLost(attempt, of: record, isCutOff: isCutOff)
    }

    /// What does not answer on this computer itself says nothing of the way to the network.
    static func isLost(_ attempt: FetchAttempt, of record: FetchRecord, isCutOff: Bool) -> Bool {
        guard attempt.status == nil else { return false }
        switch attempt.outcome {
        case .dnsTimeout: return true
        case .dnsFailure: return isCutOff
        case .connectTimeout, .connectRefused:
            return !isLoopback(record.server)
        default: return false
        }
    }

    private static let loopback = ["127.0.0.0/8", "::1/128"].compactMap { NetworkRange($0) }

    private static func isLoopback(_ server: String) -> Bool {
        guard let address = NetworkAddress(server) else { return false }
        return loopback.contains { $0.contains(address) }
    }

    /// What may fail as one: a server's address, or the domain whose name servers did not answer.
    static func site(of record: FetchRecord, _ attempt: FetchAttempt) -> String {
        guard attempt.outcome == .dnsTimeout || record.server.isEmpty else { return record.server }
        let labels = record.final.host.split(separator: ".")
        let isUnderCountry =
            labels.count > 2 && labels[labels.count - 1].utf8.count == 2
            && labels[labels.count - 2].utf8.count <= 3
        return labels.suffix(isUnderCountry ? 3 : 2).joined(separator: ".")
    }
}

extension FetchAttempt {
    /// Beginning and end in UTC milliseconds since 1970; nil for a time that cannot be read.
    var span: (from: Int, to: Int)? {
        utcSeconds(startedAt).map { ($0 * 1000, $0 * 1000 + milliseconds) }
    }
}
