import Fetching
import WebEvidence

/// Which addresses robots.txt decides on (RFC 9309).
public enum RobotsMode: String, Sendable, Hashable, CaseIterable {
    /// Every page that the agency did not submit; what it submitted is opened at its own request.
    case followed
    /// Submitted addresses as well.
    case strict
    case off
}

/// Asks the sites' robots.txt before a page is opened.
struct RobotsGate: Sendable {
    private let cache: RobotsCache
    private let mode: RobotsMode

    /// Nil where nothing is asked.
    init?(_ mode: RobotsMode, fetcher: Fetcher) {
        guard mode != .off else { return nil }
        self.mode = mode
        cache = RobotsCache { await fetcher.fetch($0) }
    }

    /// The record of an address that may not be opened; nil for one that may.
    func refusal(of address: PageAddress, isSubmitted: Bool) async -> FetchRecord? {
        guard !isSubmitted || mode == .strict else { return nil }
        switch await cache.verdict(for: address) {
        case .allowed: return nil
        case .refused(let line):
            return RobotsGate.record(address, detail: "Line \(line.number) of its robots.txt: \(line.text)")
        case .unavailable(let why): return RobotsGate.record(address, detail: why)
        }
    }

    private static func record(_ address: PageAddress, detail: String) -> FetchRecord {
        FetchRecord(
            requested: address, final: address, fetchedAt: AuditClock.now(), outcome: .robotsRefused, detail: detail)
    }
}
