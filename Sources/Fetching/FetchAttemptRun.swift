import WebEvidence

/// One attempt: a chain of redirects with its own cookies and one budget of time.
struct FetchAttemptRun {
    let fetcher: Fetcher
    let address: PageAddress

    /// The record with exactly one attempt and without digest.
    func record() async -> FetchRecord {
        let limits = fetcher.settings.limits
        let startedAt = presentUTC()
        var chain = RedirectChain(from: address, maximum: limits.maximumRedirects)
        var cookies: [String] = []
        var spent = 0
        while true {
            let exchange = await HopRun(fetcher: fetcher, address: chain.current, cookies: cookies, spent: spent).run()
            spent += exchange.milliseconds
            var result = exchange.outcome
            if let answer = exchange.answer, answer.code == 0, let status = answer.status {
                cookies = answer.cookies
                let location = HeaderLine.location(in: answer.headerLines)
                switch chain.step(status: status, location: location, cookies: cookies) {
                case .follow: continue
                case .arrived: break
                case .failed(let failure): result = failure
                }
            }
            return finished(chain, exchange.answer, result, startedAt: startedAt, milliseconds: spent)
        }
    }

    private func finished(
        _ chain: RedirectChain, _ answer: ExchangeAnswer?, _ result: TransportOutcome, startedAt: String,
        milliseconds: Int
    ) -> FetchRecord {
        FetchRecord(
            requested: address, final: chain.current, redirects: chain.hops,
            attempts: [
                FetchAttempt(
                    startedAt: startedAt, outcome: result.outcome, status: answer?.status, milliseconds: milliseconds)
            ],
            status: answer?.status, headers: (answer?.headerLines ?? []).compactMap(HeaderLine.field),
            body: answer?.body ?? [], fetchedAt: startedAt, milliseconds: milliseconds, outcome: result.outcome,
            detail: result.detail)
    }
}
