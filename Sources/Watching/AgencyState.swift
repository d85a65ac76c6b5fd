import Checklists
import GradingCore

/// What is known of an agency between two checks. Kept in the store as JSON.
struct AgencyState: Sendable, Hashable, Codable {
    /// How one item stood at the last audit.
    struct Item: Sendable, Hashable, Codable {
        struct Element: Sendable, Hashable, Codable {
            var title: WatchEvent.Words
            /// The deciding words, personal data hidden.
            var quote: String
        }
        var verdict: String
        /// Codes of its reasons, the deciding one first.
        var reasons: [String]
        /// From this day on it is out of date, ISO.
        var staleFrom: String?
        var elements: [Element]
    }

    /// What one audit came to: hundredths of points.
    struct Score: Sendable, Hashable, Codable {
        var at: Int
        var lowest: Int
        var highest: Int
    }

    /// By address as submitted.
    var links: [String: LinkState] = [:]
    /// By item id.
    var items: [String: Item] = [:]
    /// Which version of the list the links are of.
    var list = 0
    /// UTC seconds since 1970 of the last audit that came to its end; nil before the first.
    var auditedAt: Int?
    /// The content changed since then.
    var isAuditWanted = false
    /// No audit before, UTC seconds since 1970: the last try came to nothing, or was just now.
    var auditNotBefore: Int?
    /// The run of the last audit.
    var run = ""
    /// Scores of the audits so far, oldest first.
    var scores: [Score] = []
    /// What was told already of dates that come near, and when.
    var told: [String: Int] = [:]
    /// SHA-256 of the bodies as the records of the chain have them last, by address.
    var recorded: [String: String] = [:]
}

extension AgencyState {
    private static let mostScores = 400

    /// Remembers the score of an audit.
    mutating func add(_ score: HundredthsInterval, at now: Int) {
        scores.append(Score(at: now, lowest: score.lowest.count, highest: score.highest.count))
        if scores.count > AgencyState.mostScores { scores.removeFirst(scores.count - AgencyState.mostScores) }
    }
}

/// When things are due for an agency.
struct Schedule {
    let settings: WatchSettings
    let list: WatchList
    let pace: Pace

    init(_ settings: WatchSettings, list: WatchList, calendar: AssessmentCalendar?, at now: Moment) {
        self.settings = settings
        self.list = list
        pace = Pace(settings, calendar: calendar, at: now)
    }

    /// The moment from which a link is due again.
    func due(_ link: WatchList.Link, _ state: AgencyState) -> Int {
        guard let known = state.links[link.url], let asked = known.askedAt else { return .min }
        let own = pace.interval(of: link, settings)
        let interval = known.isFailing ? min(own, Pace.afterFailure) : own
        return asked + interval - Pace.tolerance(of: interval)
    }

    /// Places in the list of the links to be asked now: those that are due and, once any that is open is due, those that
    /// would be soon, so that an agency's links stay together.
    func due(_ state: AgencyState, at now: Int) -> [Int] {
        let times = list.links.map { link in
            // Planned by a clock that was set back since: it means nothing.
            (state.links[link.url]?.askedAt ?? .min) > now ? Int.min : due(link, state)
        }
        let isRound = list.links.indices.contains { times[$0] <= now && !isFailing($0, state) }
        return list.links.indices.filter { place in
            let margin = isRound ? pace.interval(of: list.links[place], settings) / 4 : 0
            return times[place] == .min || times[place] - margin <= now
        }
    }

    private func isFailing(_ place: Int, _ state: AgencyState) -> Bool {
        state.links[list.links[place].url]?.isFailing ?? false
    }

    /// True when the whole body of a link is to be read, whatever the server says of its being the same.
    func wantsReading(_ link: WatchList.Link, _ state: AgencyState, at now: Int) -> Bool {
        guard let read = state.links[link.url]?.readAt, read <= now else { return true }
        return now - read >= pace.content - Pace.tolerance(of: pace.content)
    }

    func isAuditDue(_ state: AgencyState, at now: Int) -> Bool {
        if let wait = state.auditNotBefore, now < wait, wait - now <= Pace.usual.audit { return false }
        guard let audited = state.auditedAt, audited <= now else { return true }
        return state.isAuditWanted || now - audited >= pace.audit - Pace.tolerance(of: pace.audit)
    }

    /// When the next thing is due.
    func next(_ state: AgencyState, at now: Int) -> Int {
        let links = list.links.map { due($0, state) }.min() ?? Int.max
        let audit =
            state.isAuditWanted
            ? now : (state.auditedAt.map { $0 + pace.audit - Pace.tolerance(of: pace.audit) } ?? now)
        return max(0, min(links, max(audit, state.auditNotBefore ?? 0)))
    }
}
