import WebEvidence

/// One hop of a chain: the server's address, a turn in the lanes, one exchange; where TLS is at fault, a second one
/// without verification.
struct HopRun {
    struct Result {
        /// Nil when nothing was sent.
        var answer: ExchangeAnswer?
        /// What the answer is, also where it was not verified.
        var outcome: TransportOutcome
        /// Without the time spent waiting for a turn.
        var milliseconds: Int
        /// The `tls_*` outcome of the strict try, where `answer` is that of the relaxed one.
        var finding: TransportOutcome?
        /// Nil where no address was known.
        var server: NetworkAddress?
        /// Not asked because the server fails for everybody.
        var wasRefused = false
    }

    let fetcher: Fetcher
    let sharedLimits: SharedLimits
    let address: PageAddress
    let cookies: [String]
    /// Milliseconds of the attempt's budget that are gone.
    let spent: Int
    /// The address was asked before in this fetch.
    let isRetry: Bool
    /// Header lines besides the usual ones.
    var headerLines: [String] = []

    var limits: FetchLimits { sharedLimits.value }
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
            return Result(
                outcome: failure.outcome, milliseconds: monotonicMilliseconds() - began, server: failure.server)
        }
        let strict = await exchange(host: host, route: route, before: monotonicMilliseconds() - began)
        guard limits.readsUnverified, address.scheme == "https", strict.outcome.outcome.isTLS else {
            return strict
        }
        return await relaxed(after: strict, host: host, route: route)
    }

    /// - Parameter before: milliseconds of this hop that are gone.
    func exchange(host: String, route: Route, before: Int, trust: ServerTrust = .verified) async -> Result {
        var used = before
        var isDecoded = true
        while true {
            let ticket: LaneBoard.Ticket
            switch await fetcher.lanes.turn(host: key(host), server: route.server) {
            case .granted(let granted): ticket = granted
            case .refused(let outcome):
                return Result(outcome: outcome, milliseconds: used, server: route.server, wasRefused: true)
            case .stopped:
                return Result(outcome: TransportOutcome(.internal, FetchRecord.stoppedDetail), milliseconds: used)
            }
            let request = request(host: host, route: route, used: used, isDecoded: isDecoded, trust: trust)
            let answer = await fetcher.loop.perform(request)
            used += answer.milliseconds
            let outcome = TransportOutcome(of: answer, milliseconds: spent + used)
            fetcher.lanes.end(ticket, LaneReport(of: answer, outcome: outcome, limits: limits, isRetry: isRetry))
            fetcher.lanes.noteWait(.connectionRoom, milliseconds: answer.heldBackMilliseconds)
            if answer.abort?.isOurShortage == true, spent + used < budget, await rested() {
                used += HopRun.restMilliseconds
                continue
            }
            if isDecoded, answer.namesUnknownCompression {
                isDecoded = false
                continue
            }
            return Result(answer: answer, outcome: outcome, milliseconds: used, server: route.server)
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

    private func request(
        host: String, route: Route, used: Int, isDecoded: Bool, trust: ServerTrust
    ) -> ExchangeRequest {
        let shownHost = host.utf8.contains(58) ? "[\(host)]" : host
        let origin = "\(address.scheme)://\(shownHost):\(address.port)"
        return ExchangeRequest(
            url: origin + address.path + (address.query.map { "?" + $0 } ?? ""), origin: origin, server: route.server,
            resolve: route.resolve, connectTo: route.connectTo, cookies: trust == .verified ? cookies : [],
            milliseconds: max(1, budget - spent - used),
            connectMilliseconds: limits.connectTimeout.wholeMilliseconds,
            rateWindowMilliseconds: max(1, limits.rateWindow.wholeMilliseconds),
            maximumBodyBytes: limits.maximumBodyBytes, trust: trust,
            documentExtraMilliseconds: max(0, limits.documentTimeout.wholeMilliseconds - budget),
            isDecoded: isDecoded, headerLines: headerLines)
    }
}

extension ExchangeAnswer {
    /// The server calls the body compressed by a method that does not exist (`none`, `utf-8`): browsers ignore that.
    var namesUnknownCompression: Bool { code == 61 && errorText.hasPrefix("Unrecognized content encoding") }
}
