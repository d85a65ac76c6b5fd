/// How many requests may be under way in all: begins low, rises with every new host that answers, and falls by half
/// when several hosts at once leave us without an answer: then the bottleneck is our own way to the network, and its
/// failures must not be booked as theirs. Pure; the caller passes the time in.
struct TotalWindow: Sendable {
    private var window: LaneWindow
    private let least: Int
    private let silentHosts: Int
    /// What a host is given that answers for the first time: as many as its lane begins with.
    private let ofEachHost: Int
    private let span: Duration
    private let rest: Duration
    private var known: Set<Int> = []
    private var silent: [(host: Int, moment: ContinuousClock.Instant)] = []

    init(limits: FetchLimits) {
        let most = max(1, limits.concurrency)
        least = min(max(1, limits.leastConcurrency), most)
        silentHosts = max(1, limits.silentHosts)
        ofEachHost = max(1, min(limits.firstPerLane, limits.perHost))
        span = limits.silenceSpan
        rest = limits.halvingRest
        window = LaneWindow(first: limits.firstConcurrency, most: most)
    }

    var size: Int { max(least, window.size) }

    /// `host` is the number of the host's lane.
    mutating func note(_ report: LaneReport, of host: Int, at now: ContinuousClock.Instant) {
        guard !report.saysNothing else { return }
        switch report.trouble {
        case .unreachable, .silent: noteSilence(of: host, at: now)
        default:
            guard !window.isFull else { return }
            if known.insert(host).inserted { window.widen(by: ofEachHost) } else { window.noteGood(at: now) }
        }
    }

    private mutating func noteSilence(of host: Int, at now: ContinuousClock.Instant) {
        silent = silent.filter { $0.host != host && now - $0.moment <= span } + [(host, now)]
        guard silent.count >= silentHosts else { return }
        silent = []
        window.noteTrouble(rest: rest, at: now)
    }
}
