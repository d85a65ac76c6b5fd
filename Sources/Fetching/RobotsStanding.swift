public import WebEvidence

/// What the answer to the request for a robots.txt means for the host (RFC 9309 section 2.3.1).
public enum RobotsStanding: Sendable {
    /// The file was read.
    case rules(RobotsRules)
    /// There is none that could be had: everything is allowed (section 2.3.1.3).
    case open
    /// It could not be reached: nothing is allowed (section 2.3.1.4). One English sentence says what happened.
    case closed(String)

    /// Redirects that are followed for a robots.txt (section 2.3.1.2); behind more of them it counts as missing.
    static let maximumRedirects = 5

    /// Reads the record of a fetch. A status of the site decides before the judgement of its certificate does: rules
    /// of an unverified host are still its wish.
    public init(of record: FetchRecord, token: String = RobotsRules.productToken) {
        switch record.outcome {
        case .redirectLoop, .tooManyRedirects, .badRedirect:
            self = .open
            return
        case .truncated, .badEncoding, .addressRefused, .internal, .badResponse:
            self = .closed(RobotsStanding.words(for: record))
            return
        case .tooLarge where record.body.isEmpty:
            self = .closed(RobotsStanding.words(for: record))
            return
        default: break
        }
        guard record.redirects.count <= RobotsStanding.maximumRedirects else {
            self = .open
            return
        }
        switch record.status {
        case .some(200...299): self = .rules(RobotsRules(record.body, token: token))
        case .some(300...499): self = .open
        default: self = .closed(RobotsStanding.words(for: record))
        }
    }

    /// What the standing says about one address of the host.
    public func verdict(for address: PageAddress) -> RobotsVerdict {
        if RobotsRules.isRobotsFile(address) { return .allowed }
        return switch self {
        case .open: .allowed
        case .closed(let reason): .unavailable(reason)
        case .rules(let rules): rules.refusal(of: address).map(RobotsVerdict.refused) ?? .allowed
        }
    }

    private static func words(for record: FetchRecord) -> String {
        if let status = record.status, record.outcome == .http5xx {
            return "The robots.txt of the site answered with status \(status)."
        }
        return "The robots.txt of the site could not be fetched (\(record.outcome.rawValue))."
    }
}
