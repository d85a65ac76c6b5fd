import Assessing
import GradingCore
import Storage
import WebEvidence

extension WatchRound {
    /// Reads pages that seem to have changed once more, a minute later (at once where the clock stands): what differs
    /// between the two readings varies by itself.
    func lookAgain() async throws {
        guard !suspicious.isEmpty, !Task.isCancelled else { return }
        if !clock.isStanding { try await Task.sleep(for: tools.secondLook) }
        for (before, suspects) in suspicious {
            guard let agency = try await read(before.name) else { continue }
            let second = await secondLook(at: suspects, of: agency)
            // Banners that rotate may by chance be the same twice.
            let third = await secondLook(at: suspects, of: agency, unless: \.isFirst)
            try await take(second, third, of: agency, suspects: suspects)
        }
        suspicious = []
    }

    func secondLook(
        at suspects: [AgencyUpdate.Suspect], of agency: WatchedAgency,
        unless isEnough: (AgencyUpdate.Suspect) -> Bool = { _ in false }
    ) async -> [PageObservation?] {
        let observer = tools.observer
        let website = agency.website
        return await withTaskGroup(of: (Int, PageObservation?).self) { group in
            for (number, suspect) in suspects.enumerated() where !isEnough(suspect) {
                let address = WatchedAgency.address(agency.list.links[suspect.place].url)
                group.addTask {
                    guard let address else { return (number, nil) }
                    return (number, await observer.observation(of: address, website: website, known: nil))
                }
            }
            var found: [PageObservation?] = Array(repeating: nil, count: suspects.count)
            for await (number, observation) in group { found[number] = observation }
            return found
        }
    }

    func take(
        _ second: [PageObservation?], _ third: [PageObservation?], of agency: WatchedAgency,
        suspects: [AgencyUpdate.Suspect]
    ) async throws {
        let now = clock.now
        var update = AgencyUpdate(agency, schedule: schedule(of: agency, at: now), now: now)
        let memories = try await memories(of: agency)
        var news: [(link: WatchList.Link, blocks: [ContentMemory.Change])] = []
        for (number, suspect) in suspects.enumerated() {
            // What cannot be opened now is compared when it can.
            let seen = [second[number], third[number]].compactMap { $0 }
            guard let observation = seen.last, seen.allSatisfy({ $0.outcome == .ok || $0.lines != nil }) else {
                continue
            }
            let link = agency.list.links[suspect.place]
            if var memory = memories[link.url], observation.lines != nil {
                let blocks = memory.take(
                    suspect.lines, later: seen.compactMap(\.lines), at: now.seconds, counters: tools.counters)
                update.keep(text: try JSONContent.bytes(memory), of: link.url)
                if !blocks.isEmpty, !suspect.isFirst { news.append((link, blocks)) }
            } else if observation.lines == nil, !suspect.isFirst, observation.digest == suspect.observation.digest {
                news.append((link, []))
            }
            update.keepVersion(suspect.place, observation)
        }
        let events = ContentNews.events(news, of: agency, at: now.seconds)
        update.add(events)
        if !events.isEmpty { update.wantAudit() }
        try await tools.store.commit(try update.commit(withRecord: false))
    }
}
