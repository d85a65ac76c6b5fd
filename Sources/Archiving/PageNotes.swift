import WebEvidence

/// What is known of a fetch beside its bytes, for the `metadata` record of a page.
enum PageNotes {
    static func of(_ page: FetchRecord) -> [(String, String)] {
        var notes: [(String, String)] = [
            ("requested", page.requested.text), ("final", page.final.text), ("outcome", page.outcome.rawValue),
            ("fetchTimeMs", String(page.milliseconds)),
        ]
        if !page.sha256.isEmpty { notes.append(("body-sha256", page.sha256)) }
        if !page.detail.isEmpty { notes.append(("detail", page.detail)) }
        if !page.server.isEmpty { notes.append(("server", page.server)) }
        for hop in page.redirects {
            let way = (300...399).contains(hop.status) ? "redirect" : "redirect-inside-page"
            notes.append((way, "\(hop.status) \(hop.address) -> \(hop.location)"))
        }
        for attempt in page.attempts {
            let status = attempt.status.map { " \($0)" } ?? ""
            notes.append(
                ("attempt", "\(attempt.startedAt) \(attempt.outcome.rawValue)\(status) \(attempt.milliseconds) ms"))
        }
        if let relaxed = page.relaxed {
            notes.append(
                ("server-not-verified", "\(relaxed.finding.rawValue) at \(relaxed.address); read all the same"))
        }
        return notes
    }

    /// Why a body is not whole (WARC-Truncated); nil for a whole one.
    static func truncation(_ outcome: Outcome) -> String? {
        switch outcome {
        case .tooLarge: "length"
        case .truncated, .connectionReset: "disconnect"
        case .readTimeout: "time"
        default: nil
        }
    }
}
