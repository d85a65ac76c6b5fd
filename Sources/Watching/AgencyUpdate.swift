import Assessing
import Digests
import Fetching
import GradingCore
import Notifying
import Storage
import WebEvidence

/// Turns what a round saw of one agency into its new state, the record of its chain and the events to be told.
struct AgencyUpdate {
    /// A page whose text seems to be another: it is read once more before that is believed.
    struct Suspect: Sendable {
        var place: Int
        var lines: [String]
        var observation: PageObservation
        /// It was read for the first time: there is nothing to compare, only to learn.
        var isFirst = false
    }

    private(set) var agency: WatchedAgency
    private(set) var events: [WatchEvent] = []
    private(set) var texts: [String: [UInt8]?] = [:]
    private(set) var suspects: [Suspect] = []
    private var entries: [CheckContent.Entry?]
    private let schedule: Schedule
    private let now: Moment

    init(_ agency: WatchedAgency, schedule: Schedule, now: Moment) {
        self.agency = agency
        self.schedule = schedule
        self.now = now
        entries = Array(repeating: nil, count: agency.list.links.count)
    }

    /// True when something was learned of any link.
    var hasEntries: Bool { entries.contains { $0 != nil } }

    // MARK: Looks

    /// - Parameter memories: what is remembered of texts, by address.
    mutating func take(_ look: AgencyLook, memories: [String: ContentMemory], counters: CounterWords) throws {
        var turns: [(place: Int, turn: LinkTurn)] = []
        for (place, outcome) in look.faults.sorted(by: { $0.key < $1.key }) {
            entries[place] = CheckContent.Entry(outcome: outcome, hasNoBody: true)
            if let turn = note(place, .down, outcome: outcome, observation: nil) { turns.append((place, turn)) }
        }
        for (place, observation) in look.observations.sorted(by: { $0.key < $1.key }) {
            let record = observation.record
            if record.wasStopped || record.wasCutOff { continue }
            let look = LinkLook(
                observation.outcome, status: record.status, isContentRead: record.relaxed?.content == .ok)
            entries[place] = entry(place, observation)
            if let turn = note(place, look, outcome: observation.outcome, observation: observation) {
                turns.append((place, turn))
            }
            try takeText(place, observation, memories, counters)
        }
        for (place, turn) in turns { events.append(event(place, turn)) }
        markWholeHosts()
    }

    private mutating func note(
        _ place: Int, _ look: LinkLook, outcome: Outcome, observation: PageObservation?
    ) -> LinkTurn? {
        let link = agency.list.links[place]
        var state = agency.state.links[link.url] ?? LinkState()
        let rule = AlarmRule(
            confirm: agency.settings.confirm, interval: schedule.pace.interval(of: link, agency.settings))
        let turn = state.note(look, at: now.seconds, rule: rule, outcome: outcome)
        state.askedAt = now.seconds
        state.outcome = outcome.rawValue
        if let observation {
            let record = observation.record
            state.status = record.status
            state.server = record.server
            state.host = record.final.hostKey.description
            state.milliseconds = record.milliseconds
            if let ends = record.certificateEnds { state.certificateEnds = ends }
            if record.final.scheme != "https" { state.certificateEnds = nil }
        }
        agency.state.links[link.url] = state
        return turn
    }

    private mutating func entry(_ place: Int, _ observation: PageObservation) -> CheckContent.Entry {
        let url = agency.list.links[place].url
        let record = observation.record
        var entry = CheckContent.Entry(
            outcome: observation.outcome, status: record.status, server: record.server,
            milliseconds: record.milliseconds, attempts: max(1, record.attempts.count))
        if let digest = observation.digest.flatMap({ ContentDigest(hexadecimal: $0) }) {
            if agency.state.recorded[url] != digest.hexadecimal { entry.digest = digest.bytes }
            agency.state.recorded[url] = digest.hexadecimal
        } else {
            entry.hasNoBody = true
        }
        return entry
    }

    // MARK: Texts

    private mutating func takeText(
        _ place: Int, _ observation: PageObservation, _ memories: [String: ContentMemory], _ counters: CounterWords
    ) throws {
        let url = agency.list.links[place].url
        guard !observation.isUnmodified else {
            agency.state.links[url]?.entityTag = observation.validators?.nonEmptyTag
            agency.state.links[url]?.lastModified = observation.validators?.nonEmptyModified
            return
        }
        // What is no page of the agency's (an error, a login) leaves the memory of the page alone.
        guard observation.outcome == .ok || observation.lines != nil else { return }
        if let lines = observation.lines, let memory = memories[url] {
            guard memory.changes(to: lines, at: now.seconds, counters: counters).isEmpty else {
                suspects.append(Suspect(place: place, lines: lines, observation: observation))
                return
            }
            var memory = memory
            _ = memory.take(lines, at: now.seconds, counters: counters)
            texts[url] = try JSONContent.bytes(memory)
        } else if let lines = observation.lines {
            texts[url] = try JSONContent.bytes(ContentMemory(lines: lines, at: now.seconds))
            // What varies by itself is learned at once.
            suspects.append(Suspect(place: place, lines: lines, observation: observation, isFirst: true))
        } else if let known = agency.state.links[url]?.digest, let digest = observation.digest, known != digest {
            // A file: its bytes are its content.
            suspects.append(Suspect(place: place, lines: [], observation: observation))
            return
        }
        keepVersion(place, observation)
    }

    /// Remembers by what the page is known.
    mutating func keepVersion(_ place: Int, _ observation: PageObservation) {
        let url = agency.list.links[place].url
        agency.state.links[url]?.digest = observation.digest
        agency.state.links[url]?.versionOutcome = observation.outcome.rawValue
        agency.state.links[url]?.versionStatus = observation.record.status
        agency.state.links[url]?.validAt = observation.record.final.withoutFragment.text
        agency.state.links[url]?.entityTag = observation.validators?.nonEmptyTag
        agency.state.links[url]?.lastModified = observation.validators?.nonEmptyModified
        agency.state.links[url]?.readAt = now.seconds
    }

    // MARK: Events

    private func event(_ place: Int, _ turn: LinkTurn) -> WatchEvent {
        let link = agency.list.links[place]
        let state = agency.state.links[link.url] ?? LinkState()
        let (kind, since) =
            switch turn {
            case .broke(let since), .flaps(let since): (Notice.Kind.broke, since)
            case .recovered(let since): (Notice.Kind.recovered, since)
            }
        var event = WatchEvent(
            kind: kind.rawValue, agency: agency.name, agencyName: agency.shownName, items: link.items,
            urls: [link.url], since: since)
        event.outcome = state.outcome
        event.status = state.status
        event.host = state.host
        event.endpoint = state.endpoint
        if case .flaps = turn { event.isFlapping = true }
        event.run = agency.state.run
        return event
    }

    /// A website is down as a whole when every link to it fails in a way that is not the page's own.
    private mutating func markWholeHosts() {
        for place in events.indices where events[place].kind == Notice.Kind.broke.rawValue {
            let host = events[place].host
            let links = agency.list.links.compactMap { agency.state.links[$0.url] }.filter { $0.host == host }
            guard !host.isEmpty, links.allSatisfy(\.isFailing) else { continue }
            let outcomes = links.compactMap { Outcome(rawValue: $0.outcome) }
            let isOfServer = outcomes.allSatisfy(\.isOfServer)
            events[place].isWholeHost =
                isOfServer || (links.count > 1 && outcomes.allSatisfy { $0.isOfServer || $0 == .http5xx })
        }
    }

    /// Adds what other parts of the round found.
    mutating func add(_ more: [WatchEvent]) { events += more }
    mutating func keep(text: [UInt8], of url: String) { texts[url] = text }
    mutating func wantAudit() { agency.state.isAuditWanted = true }
    mutating func changeState(_ change: (inout AgencyState) -> Void) { change(&agency.state) }

    // MARK: Commit

    /// What the store is to keep. `record` adds the record of this check to the chain.
    func commit(withRecord: Bool) throws -> WatchCommit {
        var commit = WatchCommit(
            watch: agency.stored.key, state: try JSONContent.bytes(agency.state),
            dueAt: schedule.next(agency.state, at: now.seconds))
        if withRecord, hasEntries {
            let content = CheckContent(list: agency.state.list, entries: entries)
            commit.check = StoredCheck(
                number: agency.stored.checkCount, at: now.seconds, content: content,
                digest: try ChainWriting.digest(of: content, agency: agency, at: now).bytes)
        }
        commit.texts = texts
        commit.events = try events.map {
            NewWatchRow(watch: agency.stored.key, at: now.seconds, content: try JSONContent.bytes($0))
        }
        return commit
    }
}

extension PageValidators {
    fileprivate var nonEmptyTag: String? { entityTag.isEmpty ? nil : entityTag }
    fileprivate var nonEmptyModified: String? { lastModified.isEmpty ? nil : lastModified }
}

extension LinkState {
    /// The machine that answers: its address, with the port where it is none of the two of the web.
    var endpoint: String {
        guard !server.isEmpty else { return "" }
        let port = host.split(separator: ":").last.map(String.init) ?? ""
        return ["80", "443", ""].contains(port) ? server : "\(server):\(port)"
    }
}

extension Outcome {
    /// A failure on the way to the server, or of the server as a whole.
    var isOfServer: Bool {
        switch self {
        case .dnsFailure, .dnsTimeout, .connectRefused, .connectTimeout, .connectionReset, .readTimeout, .http2Error,
            .badResponse, .truncated:
            true
        default: isTLS
        }
    }
}
