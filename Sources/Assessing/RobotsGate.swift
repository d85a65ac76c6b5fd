import Fetching
import WebEvidence

/// Which addresses robots.txt decides on (RFC 9309).
public enum RobotsMode: String, Sendable, Hashable, CaseIterable {
    /// Every page that the agency did not submit; what it submitted is opened at its own request.
    case followed
    /// Submitted addresses as well.
    case strict
    case off

    /// True where robots.txt decides on what is fetched for a purpose.
    func binds(_ purpose: FetchPurpose) -> Bool {
        switch purpose {
        case .submitted: self == .strict
        case .followed: self != .off
        case .robots, .issuer: false
        }
    }
}

extension Fetcher {
    /// This fetcher where the sites' robots.txt is asked before each request, redirects included, and its wish for
    /// pauses is kept.
    func heeding(_ mode: RobotsMode) -> Fetcher {
        heeding(mode, asking: RobotsCache { await self.fetch($0, purpose: .robots) })
    }

    /// The same with a memory of robots.txt that others look into as well.
    func heeding(_ mode: RobotsMode, asking cache: RobotsCache) -> Fetcher {
        guard mode != .off else { return self }
        return gated { address, purpose, fetcher in
            guard mode.binds(purpose) else { return nil }
            switch await cache.verdict(for: address) {
            case .allowed:
                if let delay = cache.crawlDelay(of: address.hostKey) { fetcher.keepGap(delay, at: address.hostKey) }
                return nil
            case .refused(let line):
                return FetchRefusal(.robotsRefused, "Line \(line.number) of its robots.txt: \(line.text)")
            case .unavailable(let why): return FetchRefusal(.robotsRefused, why)
            }
        }
    }
}
