import WebEvidence

/// The whole policy of redirects: which answers lead on, where to, and when to stop.
struct RedirectChain: Sendable {
    enum Step: Sendable, Equatable {
        case follow(PageAddress)
        /// The answer is final.
        case arrived
        case failed(TransportOutcome)
    }

    private(set) var current: PageAddress
    private(set) var hops: [RedirectHop] = []
    private let maximum: Int
    private var seen: Set<String> = []

    init(from start: PageAddress, maximum: Int) {
        current = start
        self.maximum = maximum
    }

    /// `location` is the Location header as text; `cookies` is what would be sent next (libcurl's lines).
    mutating func step(status: Int, location: String?, cookies: [String]) -> Step {
        guard [301, 302, 303, 307, 308].contains(status) else { return .arrived }
        guard let location, !location.isEmpty else {
            return .failed(TransportOutcome(.badRedirect, "Status \(status) names no target."))
        }
        if hops.isEmpty { seen = [RedirectChain.key(current, cookies: [])] }
        hops.append(RedirectHop(address: current.text, status: status, location: location))
        var next: PageAddress
        do {
            next = try PageAddress(location, relativeTo: current)
        } catch {
            return .failed(TransportOutcome(.badRedirect, RedirectChain.words(for: error)))
        }
        if next.fragment == nil { next = next.withFragment(current.fragment) }
        guard seen.insert(RedirectChain.key(next, cookies: cookies)).inserted else {
            return .failed(TransportOutcome(.redirectLoop, "The same address came back with the same cookies."))
        }
        guard hops.count <= maximum else {
            hops.removeLast()
            return .failed(TransportOutcome(.tooManyRedirects, "More than \(maximum) redirects."))
        }
        current = next
        return .follow(next)
    }

    private static func words(for fault: AddressFault) -> String {
        switch fault {
        case .malformed: "The target is no web address."
        case .unsupportedScheme(let scheme): "The target has the scheme \(scheme)."
        }
    }

    /// Expiry times of cookies move from second to second and do not count.
    private static func key(_ address: PageAddress, cookies: [String]) -> String {
        let jar = cookies.map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset != 4 }.map(\.element).joined(separator: "\t")
        }
        return ([address.withoutFragment.text] + jar.sorted()).joined(separator: "\n")
    }
}
