public import WebEvidence

/// What a look at an address says of its being open.
public enum LinkLook: Sendable, Hashable {
    case up
    /// It cannot be opened, or what opens is not the page.
    case down
    /// It answers, but keeps us out: only a change to that is worth an alarm.
    case refused
    /// Nothing was learned: our own network, our own limits.
    case unknown
}

/// What is known of one address between two checks, and the machine that makes alarms of failures.
///
///     unknown -> up | failing            failing -> up | broken | flapping
///     up -> failing | flapping           broken -> up            flapping -> up
public struct LinkState: Sendable, Hashable, Codable {
    public enum Phase: String, Sendable, Hashable, Codable {
        /// Never looked at.
        case unknown
        case up
        /// Failed, not yet often and long enough for an alarm.
        case failing
        /// Failed so often and long that people are told.
        case broken
        /// Comes and goes; people were told so.
        case flapping
    }

    public var phase = Phase.unknown
    /// When it was asked last, UTC seconds since 1970 as all moments here; nil before the first time.
    public var askedAt: Int?
    /// When its content was last read without condition.
    public var readAt: Int?
    /// Of the last look.
    public var outcome = ""
    public var status: Int?
    public var server = ""
    /// Scheme, name and port where the last chain of redirects ended.
    public var host = ""
    public var milliseconds = 0
    /// Failed looks in a row.
    public var failures = 0
    public var firstFailure: Int?
    /// Beginnings of the failures of late, ascending.
    public var episodes: [Int] = []
    /// When it was found broken last, and what it was then.
    public var brokeAt: Int?
    public var brokeAs: String?
    /// Since when it is as `phase` says.
    public var since: Int?
    /// Good looks in a row.
    public var successes = 0
    /// It was open once.
    public var wasUp = false
    /// What the page was known by.
    public var entityTag: String?
    public var lastModified: String?
    public var validAt: String?
    /// SHA-256 of the body of that version, 64 digits; nil while there was none.
    public var digest: String?
    /// What that version was, whatever the last look found.
    public var versionOutcome: String?
    public var versionStatus: Int?
    /// When the certificate of its server ends.
    public var certificateEnds: Int?

    public init() {}

    /// True when it was not open at the last look.
    public var isFailing: Bool { phase == .failing || phase == .broken || (phase == .flapping && failures > 0) }

    /// What asking with a condition needs; nil where the body must come.
    public var validators: PageValidators? {
        guard digest != nil, let validAt, entityTag != nil || lastModified != nil else { return nil }
        return PageValidators(address: validAt, entityTag: entityTag ?? "", lastModified: lastModified ?? "")
    }
}

/// When failures become an alarm.
public struct AlarmRule: Sendable, Hashable {
    /// Failed looks in a row.
    public var confirm: Int
    /// Seconds from the first to the last of them.
    public var spread = 600
    /// Different failures of late that make a flapping link.
    public var episodes = 3
    /// How far back "of late" reaches, in seconds.
    public var window: Int
    /// A link that broke, came back and breaks the same way within so many seconds comes and goes.
    public var relapse = 21_600
    /// A flapping link that was open for so long is calm again.
    public var calm: Int

    /// - Parameter interval: seconds between two looks at the link.
    public init(confirm: Int, interval: Int) {
        self.confirm = max(1, confirm)
        window = max(86_400, 10 * interval)
        calm = max(3600, 2 * interval)
    }
}

/// What a look makes people know.
public enum LinkTurn: Sendable, Hashable {
    /// Failed often and long enough; since the first failure.
    case broke(since: Int)
    /// Comes and goes, since the first of the failures of late.
    case flaps(since: Int)
    /// Open again after people were told that it was not.
    case recovered(since: Int)
}

extension LinkState {
    /// Takes a look into account.
    /// - Parameter outcome: what the address is, an outcome.
    /// - Returns: what people are to be told; nil for nothing.
    public mutating func note(
        _ look: LinkLook, at now: Int, rule: AlarmRule, outcome: Outcome = .internal
    ) -> LinkTurn? {
        switch look {
        case .unknown: return nil
        case .refused where !wasUp: return nil
        case .up: return noteUp(now, rule)
        case .down, .refused: return noteDown(now, rule, outcome.rawValue)
        }
    }

    private mutating func noteUp(_ now: Int, _ rule: AlarmRule) -> LinkTurn? {
        wasUp = true
        failures = 0
        firstFailure = nil
        successes += 1
        switch phase {
        case .up: return nil
        case .unknown, .failing:
            enter(.up, now)
            return nil
        case .broken:
            enter(.up, now)
            return .recovered(since: now)
        case .flapping:
            if successes == 1 || (since ?? now) > now { since = now }
            guard successes >= rule.confirm, now - (since ?? now) >= rule.calm else { return nil }
            episodes = []
            enter(.up, since ?? now)
            return .recovered(since: since ?? now)
        }
    }

    private mutating func noteDown(_ now: Int, _ rule: AlarmRule, _ outcome: String) -> LinkTurn? {
        let isNew = failures == 0
        successes = 0
        failures += 1
        // A clock that was set back must not make an old failure a long one, nor a coming one.
        if isNew || (firstFailure ?? now) > now { firstFailure = now }
        episodes = episodes.filter { $0 <= now && now - $0 <= rule.window }
        if isNew { episodes.append(now) }
        guard phase != .broken, phase != .flapping else { return nil }
        if phase != .failing { enter(.failing, now) }
        let first = firstFailure ?? now
        if episodes.count >= max(rule.episodes, min(rule.confirm, 6)), now - episodes[0] >= rule.spread {
            enter(.flapping, now)
            return .flaps(since: episodes[0])
        }
        guard failures >= rule.confirm, now - first >= rule.spread else { return nil }
        let before = brokeAt.flatMap { brokeAs == outcome && $0 <= now && now - $0 <= rule.relapse ? $0 : nil }
        brokeAt = now
        brokeAs = outcome
        if let before {
            enter(.flapping, now)
            return .flaps(since: before)
        }
        enter(.broken, first)
        return .broke(since: first)
    }

    private mutating func enter(_ next: Phase, _ now: Int) {
        phase = next
        since = now
    }
}

extension LinkLook {
    /// What an outcome says; `isContentRead` for content that was read in spite of a fault of the certificate.
    public init(_ outcome: Outcome, status: Int?, isContentRead: Bool) {
        if outcome == .ok || (outcome.isTLS && isContentRead) {
            self = .up
        } else if outcome == .internal || outcome == .addressRefused || status == 429 {
            self = .unknown
        } else if outcome.rule.death != .never {
            self = .down
        } else if [.loginRequired, .blocked, .robotsRefused].contains(outcome) {
            self = .refused
        } else {
            // It opens; that a machine cannot read it is for the audit to say.
            self = .up
        }
    }
}
