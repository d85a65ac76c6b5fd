public import Fetching
public import Findings
import Glibc
import Judging
import Storage

/// Audits one submission: fetches every submitted address, follows what fits, judges every item.
/// Cancelling the calling task stops new work and gives a partial assessment of what was read.
/// - Parameters:
///   - fetcher: the network, shared by several audits.
///   - report: called from any thread while the audit runs.
public func audited(
    _ request: AuditRequest, fetcher: Fetcher, report: @escaping @Sendable (AuditEvent) -> Void = { _ in }
) async -> Assessment {
    let startedAt = AuditClock.now()
    var run = AuditRun(
        request: request,
        origin: .network(fetcher.heeding(request.robots), kept: [:], keeper: nil),
        bodies: request.bodies(store: nil), report: report)
    do throws(StoreError) {
        let judgement = try await run.judgement()
        return run.assembled(judgement, startedAt: startedAt, finishedAt: AuditClock.now())
    } catch {
        preconditionFailure("a run without a store cannot fail to be kept: \(error)")
    }
}

/// The wall clock, for the times that reports and stores print. No verdict looks at it.
public enum AuditClock {
    /// UTC, ISO 8601 with `Z`, whole seconds.
    public static func now() -> String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}
