import WebEvidence

/// How a host is reached: which server address, and how libcurl is told.
struct Route: Sendable, Equatable {
    /// First address: the key of its lane.
    var server: NetworkAddress
    var resolve: String?
    var connectTo: String?
}

/// One or more addresses in the order to be tried.
private struct Addresses {
    var first: NetworkAddress
    var all: [NetworkAddress]
}

/// Why there is no route.
struct RouteFailure: Error {
    let outcome: TransportOutcome
    /// The address that was refused.
    var server: NetworkAddress?
}

extension HopRun {
    /// Overrides first, then an address in place of a name, then the resolver; the guard has the last word.
    func route(to host: String) async -> Swift.Result<Route, RouteFailure> {
        let place = FetchSettings.Place(host: host, port: address.port)
        if let way = fetcher.ways.redirections[place] {
            let shownHost = host.utf8.contains(58) ? "[\(host)]" : host
            let target = "\(shownHost):\(address.port):\(way.address.urlText):\(way.addressPort)"
            return permitted([way.address]).map { Route(server: $0.first, connectTo: target) }
        }
        if let way = fetcher.ways.resolutions[place] {
            return permitted(way.addresses).map { resolvedRoute(host, $0) }
        }
        if let literal = NetworkAddress(host) {
            return permitted([literal]).map { Route(server: $0.first) }
        }
        let time = min(limits.connectTimeout.wholeMilliseconds, limits.timeout.wholeMilliseconds - spent)
        let began = monotonicMilliseconds()
        let answer = await fetcher.resolver.answer(for: host, within: max(1, time))
        fetcher.lanes.noteWait(.nameLookup, milliseconds: monotonicMilliseconds() - began)
        switch answer {
        case .addresses(let addresses): return permitted(addresses).map { resolvedRoute(host, $0) }
        case .unknown: return failure(.dnsFailure, "The name does not exist or has no address.")
        case .unanswered(let reason):
            return Task.isCancelled
                ? failure(.internal, FetchRecord.stoppedDetail) : failure(.dnsTimeout, "The name: \(reason).")
        }
    }

    private func resolvedRoute(_ host: String, _ addresses: Addresses) -> Route {
        let list = addresses.all.map(\.urlText).joined(separator: ",")
        return Route(server: addresses.first, resolve: "+\(host):\(address.port):\(list)")
    }

    /// The addresses that the guard lets pass, at most four; refused when there is none.
    private func permitted(_ addresses: [NetworkAddress]) -> Swift.Result<Addresses, RouteFailure> {
        let watch = fetcher.ways.addressGuard
        let passed = addresses.filter { watch.refusal(of: $0) == nil }
        if let first = passed.first { return .success(Addresses(first: first, all: Array(passed.prefix(4)))) }
        guard let refused = addresses.first, let reason = watch.refusal(of: refused) else {
            return failure(.dnsFailure, "The name has no address.")
        }
        return .failure(
            RouteFailure(outcome: TransportOutcome(.addressRefused, "\(refused) is \(reason)."), server: refused))
    }

    private func failure<Value>(_ outcome: Outcome, _ detail: String) -> Swift.Result<Value, RouteFailure> {
        .failure(RouteFailure(outcome: TransportOutcome(outcome, detail)))
    }
}
