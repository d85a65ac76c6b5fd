public import Fetching
public import Findings
import Glibc

/// Audits one submission: fetches every submitted address, follows what fits, judges every item.
/// Cancelling the calling task stops new work and gives a partial assessment of what was read.
/// - Parameters:
///   - fetcher: the network, shared by several audits.
///   - report: called from any thread while the audit runs.
public func audited(
    _ request: AuditRequest, fetcher: Fetcher, report: @escaping @Sendable (AuditEvent) -> Void = { _ in }
) async -> Assessment {
    var run = AuditRun(request: request, fetcher: fetcher, startedAt: Clock.now(), report: report)
    return await run.assessment()
}

/// The wall clock, for the times that reports print. No verdict looks at it.
enum Clock {
    /// UTC, ISO 8601 with `Z`, whole seconds.
    static func now() -> String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}
