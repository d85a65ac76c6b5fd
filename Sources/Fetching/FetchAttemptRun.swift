import WebEvidence

/// One attempt: a chain of redirects with its own cookies and one budget of time.
struct FetchAttemptRun {
    let fetcher: Fetcher
    let sharedLimits: SharedLimits
    let address: PageAddress
    let purpose: FetchPurpose
    /// The address was asked before in this fetch.
    var isRetry = false
    /// What the page was known by; asked with conditions where the chain comes to its address.
    var validators: PageValidators?

    private var limits: FetchLimits { sharedLimits.value }

    /// What the chain has come to so far.
    private struct Progress {
        let startedAt = presentUTC()
        var chain: RedirectChain
        var cookies = ChainCookies()
        var spent = 0
        /// The first TLS fault of the chain and the address that has it.
        var fault: (finding: TransportOutcome, address: String)?
    }

    /// The record with exactly one attempt (none where nothing was asked because the server fails for everybody), and
    /// without digest.
    func record() async -> FetchRecord {
        var progress = Progress(chain: RedirectChain(from: address, maximum: limits.maximumRedirects))
        while true {
            let current = progress.chain.current
            if let refusal = await refusal(of: current) {
                return finished(progress, HopRun.Result(outcome: refusal, milliseconds: 0), isUnasked: true)
            }
            let conditions = validators?.headerLines(for: current) ?? []
            var hop = await HopRun(
                fetcher: fetcher, sharedLimits: sharedLimits, address: current,
                cookies: progress.cookies.lines(for: current),
                spent: progress.spent,
                isRetry: isRetry, headerLines: conditions
            ).run()
            if !conditions.isEmpty, hop.answer?.status == 304, hop.outcome.outcome == .badResponse {
                hop.outcome = TransportOutcome(.ok)
            }
            progress.spent += hop.milliseconds
            if let finding = hop.finding, progress.fault == nil { progress.fault = (finding, current.text) }
            if let answer = hop.answer, answer.isComplete, let status = answer.status {
                // What a stranger sets is not sent on.
                if hop.finding == nil { progress.cookies.keep(answer.cookies, of: current) }
                let location = HeaderLine.location(in: answer.headerLines)
                switch progress.chain.step(status: status, location: location, cookies: progress.cookies.all) {
                case .follow: continue
                case .arrived: break
                case .failed(let failure): hop.outcome = failure
                }
            }
            return finished(progress, hop)
        }
    }

    /// An issuer is asked for over http alone; the gate is the operator's or the robots' rule for this purpose.
    private func refusal(of address: PageAddress) async -> TransportOutcome? {
        if purpose == .issuer, address.scheme != "http" {
            return TransportOutcome(.unsupportedScheme, "Issuers are fetched over http only.")
        }
        guard let refusal = await fetcher.settings.gate?(address, purpose, fetcher) else { return nil }
        return TransportOutcome(refusal.outcome, refusal.detail)
    }

    /// - Parameter isUnasked: nothing was sent for the last address of the chain.
    private func finished(_ progress: Progress, _ hop: HopRun.Result, isUnasked: Bool = false) -> FetchRecord {
        let outcome = progress.fault?.finding ?? hop.outcome
        let status = hop.answer?.status
        let attempt = FetchAttempt(
            startedAt: progress.startedAt, outcome: outcome.outcome, status: status, milliseconds: progress.spent)
        return FetchRecord(
            requested: address, final: progress.chain.current, redirects: progress.chain.hops,
            attempts: (hop.wasRefused || isUnasked) && progress.chain.hops.isEmpty ? [] : [attempt], status: status,
            headers: (hop.answer?.headerLines ?? []).compactMap(HeaderLine.field), body: hop.answer?.body ?? [],
            fetchedAt: progress.startedAt, milliseconds: progress.spent, outcome: outcome.outcome,
            detail: hop.wasRefused ? "Not asked: others at this server failed. \(outcome.detail)" : outcome.detail,
            relaxed: progress.fault.map {
                RelaxedReading(finding: $0.finding.outcome, content: hop.outcome.outcome, address: $0.address)
            },
            server: hop.server?.description ?? "",
            certificateEnds: hop.answer?.certificates.first.flatMap(CertificateChain.end))
    }
}
