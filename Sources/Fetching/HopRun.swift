import WebEvidence

/// One hop of a chain: the server's address, a turn in the lanes, one exchange.
struct HopRun {
    struct Result {
        /// Nil when nothing was sent.
        var answer: ExchangeAnswer?
        var outcome: TransportOutcome
        /// Without the time spent waiting for a turn.
        var milliseconds: Int
    }

    let fetcher: Fetcher
    let address: PageAddress
    let cookies: [String]
    /// Milliseconds of the attempt's budget that are gone.
    let spent: Int

    private var limits: FetchLimits { fetcher.settings.limits }
    private var budget: Int { limits.timeout.wholeMilliseconds }

    func run() async -> Result {
        guard let host = asciiHost(address.host) else {
            return Result(
                outcome: TransportOutcome(.malformedURL, "The host has no ASCII form."), milliseconds: 0)
        }
        let began = monotonicMilliseconds()
        let route: Route
        switch await self.route(to: host) {
        case .success(let found): route = found
        case .failure(let failure):
            return Result(outcome: failure.outcome, milliseconds: monotonicMilliseconds() - began)
        }
        return await exchange(host: host, route: route, before: monotonicMilliseconds() - began)
    }

    private func exchange(host: String, route: Route, before: Int) async -> Result {
        var used = before
        var isDecoded = true
        while true {
            guard let ticket = await fetcher.lanes.turn(host: key(host), server: route.server.description) else {
                return Result(outcome: TransportOutcome(.internal, FetchRecord.stoppedDetail), milliseconds: used)
            }
            let request = request(host: host, route: route, used: used, isDecoded: isDecoded)
            let answer = await fetcher.loop.perform(request)
            fetcher.lanes.end(ticket)
            used += answer.milliseconds
            if answer.abort == .addressBusy, spent + used < budget, await rested() {
                used += HopRun.restMilliseconds
                continue
            }
            if isDecoded, answer.namesUnknownCompression {
                isDecoded = false
                continue
            }
            return Result(
                answer: answer, outcome: TransportOutcome(of: answer, milliseconds: spent + used), milliseconds: used)
        }
    }

    private static let restMilliseconds = 50

    /// A short rest before a full server address is tried again; false when the task was cancelled.
    private func rested() async -> Bool {
        do {
            try await Task.sleep(for: .milliseconds(HopRun.restMilliseconds))
            return true
        } catch {
            return false
        }
    }

    private func key(_ host: String) -> HostKey { HostKey(scheme: address.scheme, host: host, port: address.port) }

    private func request(host: String, route: Route, used: Int, isDecoded: Bool) -> ExchangeRequest {
        let shownHost = host.utf8.contains(58) ? "[\(host)]" : host
        let origin = "\(address.scheme)://\(shownHost):\(address.port)"
        return ExchangeRequest(
            url: origin + address.path + (address.query.map { "?" + $0 } ?? ""), origin: origin, server: route.server,
            resolve: route.resolve, connectTo: route.connectTo, cookies: cookies,
            milliseconds: max(1, budget - spent - used),
            documentExtraMilliseconds: max(0, limits.documentTimeout.wholeMilliseconds - budget),
            isDecoded: isDecoded)
    }
}

extension ExchangeAnswer {
    /// The server calls the body compressed by a method that does not exist (`none`, `utf-8`): browsers ignore that.
    var namesUnknownCompression: Bool { code == 61 && errorText.hasPrefix("Unrecognized content encoding") }
}
