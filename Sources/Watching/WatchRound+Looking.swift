import Assessing
import Fetching
import GradingCore
import Storage
import WebEvidence

extension WatchRound {
    struct Taken: Sendable {
        var agency: WatchedAgency
        var look: AgencyLook
        var at: Moment
    }

    func look(
        at agencies: [WatchedAgency], places: (Schedule, WatchedAgency, Int) -> [Int]
    ) async throws {
        var waiting: [Taken] = []
        var records: [FetchRecord] = []
        var reached: Set<String> = []
        var rest = agencies[...]
        try await withThrowingTaskGroup(of: Taken.self) { group in
            func begin() {
                guard let agency = rest.popFirst() else { return }
                let now = clock.now
                let schedule = schedule(of: agency, at: now)
                let places = places(schedule, agency, now.seconds)
                asked[agency.name, default: []].formUnion(places)
                let observer = tools.observer
                group.addTask {
                    Taken(
                        agency: agency,
                        look: await AgencyLook.taken(
                            agency, places: places, schedule: schedule, observer: observer, now: now.seconds),
                        at: now)
                }
            }
            for _ in 0..<tools.agenciesAtOnce { begin() }
            for try await taken in group {
                begin()
                for observation in taken.look.observations.values {
                    // One answer of a server a second is enough to know that it was reached then.
                    let record = observation.record
                    if record.status == nil || reached.insert("\(record.server) \(record.fetchedAt)").inserted {
                        records.append(record)
                    }
                }
                // What could not be reached may be our own network's fault: that shows at the end.
                if taken.look.lostRecords.isEmpty { try await take(taken) } else { waiting.append(taken) }
            }
        }
        let verdict = UplinkVerdict(of: records, facts: .present())
        for var taken in waiting {
            taken.look.cutOff(verdict)
            try await take(taken)
        }
    }

    func take(_ taken: Taken) async throws {
        guard !Task.isCancelled else { return }
        count(taken.look)
        var update = AgencyUpdate(taken.agency, schedule: schedule(of: taken.agency, at: taken.at), now: taken.at)
        let isRead = taken.look.observations.values.contains { !$0.isUnmodified }
        let memories = isRead ? try await memories(of: taken.agency) : [:]
        try update.take(taken.look, memories: memories, counters: tools.counters)
        var agency = update.agency
        let reminders = Reminders.due(&agency, calendar: calendar(of: agency), at: taken.at)
        update.changeState { $0 = agency.state }
        update.add(reminders)
        try await tools.store.commit(try update.commit(withRecord: true))
        if !update.suspects.isEmpty { suspicious.append((update.agency, update.suspects)) }
        for state in update.agency.state.links.values
        where state.failures == 1 && !state.endpoint.isEmpty
            && Outcome(rawValue: state.outcome).map({ $0.isOfServer || $0 == .http5xx }) == true
        {
            failingEndpoints.insert(state.endpoint)
        }
    }

    func count(_ look: AgencyLook) {
        report.links += look.observations.count + look.faults.count
        report.unmodified += look.observations.values.count(where: \.isUnmodified)
        report.cutOff += look.observations.values.count(where: \.record.wasCutOff)
        report.failing +=
            look.faults.count
            + look.observations.values.count {
                LinkLook($0.outcome, status: $0.record.status, isContentRead: $0.record.relaxed?.content == .ok)
                    == .down
            }
    }

    func memories(of agency: WatchedAgency) async throws -> [String: ContentMemory] {
        var memories: [String: ContentMemory] = [:]
        for (url, bytes) in try await tools.store.texts(of: agency.stored) {
            memories[url] = try JSONContent.value(ContentMemory.self, bytes)
        }
        return memories
    }

    /// A machine that fails for one agency is asked for all others that live on it, whatever their turn: so what has one
    /// cause comes up together and is told once.
    func lookAtNeighbours() async throws {
        guard !failingEndpoints.isEmpty else { return }
        let endpoints = failingEndpoints
        let now = clock.now
        var neighbours: [WatchedAgency] = []
        for stored in try await tools.store.watches() where !stored.isRemoved {
            guard let agency = try await read(stored), !agency.settings.isPaused(at: now) else { continue }
            if !places(on: endpoints, agency).isEmpty { neighbours.append(agency) }
        }
        try await look(at: neighbours) { _, agency, _ in places(on: endpoints, agency) }
    }

    /// Links of an agency that live on machines and were not asked in this round.
    func places(on endpoints: Set<String>, _ agency: WatchedAgency) -> [Int] {
        let known = asked[agency.name] ?? []
        return agency.list.links.indices.filter { place in
            guard !known.contains(place), let state = agency.state.links[agency.list.links[place].url] else {
                return false
            }
            return endpoints.contains(state.endpoint)
        }
    }
}
