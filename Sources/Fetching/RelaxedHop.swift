import WebEvidence

extension HopRun {
    /// Reads the content once without verifying the server, and says more exactly what the strict try found. Nothing is
    /// sent along that a stranger must not have: no cookies, and settings know no credentials.
    func relaxed(after strict: Result, host: String, route: Route) async -> Result {
        let isWeak = strict.outcome.outcome == .tlsProtocol || strict.outcome.outcome == .tlsWeak
        var result = await exchange(
            host: host, route: route, before: strict.milliseconds, trust: isWeak ? .unverifiedAndWeak : .unverified)
        if result.outcome.isOfStoppedFetch { return result }
        var finding = strict.outcome
        if finding.outcome == .tlsIncompleteChain {
            finding = await fetcher.chainFinding(of: result.answer?.certificates ?? [], host: host, strict: finding)
        }
        guard let answer = result.answer, answer.isComplete, answer.status != nil else {
            // No content: the finding is all there is.
            return Result(
                answer: strict.answer, outcome: finding, milliseconds: result.milliseconds, server: strict.server)
        }
        result.finding = finding
        return result
    }
}

extension TransportOutcome {
    /// We ended the fetch ourselves.
    var isOfStoppedFetch: Bool { outcome == .internal && detail == FetchRecord.stoppedDetail }
}
