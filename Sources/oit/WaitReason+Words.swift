import Fetching

extension WaitReason {
    /// What limits the speed, for progress and `--verbose`.
    var words: String {
        switch self {
        case .totalLimit: "as many requests under way as allowed in all (--concurrency)"
        case .hostLane: "as many under way as this host bears now (--per-host)"
        case .addressLane: "as many under way as this server bears now, whatever its names"
        case .pace: "the gap between requests, learned from the server's answer times"
        case .retryAfter: "the server asked for patience"
        case .breaker: "the server failed many times and rests"
        case .connectionRoom: "room for a new connection"
        case .nameLookup: "looking up names"
        case .retryPause: "the pause before a further try"
        }
    }
}
