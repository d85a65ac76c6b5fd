import Assessing
import Digests
import Fetching
import GradingCore
import Storage
import WebEvidence

/// An agency on which a round works, read from the store.
struct WatchedAgency: Sendable {
    var stored: StoredWatch
    var settings: WatchSettings
    var state: AgencyState
    var list: WatchList

    var name: String { stored.name }
    var shownName: String { settings.agency.isEmpty ? stored.name : settings.agency }
    var website: PageAddress? { WatchedAgency.address(settings.website) }

    static func address(_ text: String) -> PageAddress? {
        do { return try PageAddress(submitted: text) } catch { return nil }
    }
}

/// What the links of an agency gave in one round.
struct AgencyLook: Sendable {
    /// By place in the list.
    var observations: [Int: PageObservation]
    /// Places whose address is none, with their outcome.
    var faults: [Int: Outcome]

    /// Asks the links at places of the list.
    static func taken(
        _ agency: WatchedAgency, places: [Int], schedule: Schedule, observer: PageObserver, now: Int
    ) async -> AgencyLook {
        let website = agency.website
        return await withTaskGroup(of: (Int, PageObservation).self) { group in
            var look = AgencyLook(observations: [:], faults: [:])
            for place in places {
                let link = agency.list.links[place]
                guard let address = WatchedAgency.address(link.url) else {
                    look.faults[place] = link.fault.flatMap { Outcome(rawValue: $0) } ?? .malformedURL
                    continue
                }
                let known =
                    schedule.wantsReading(link, agency.state, at: now)
                    ? nil : agency.state.links[link.url].flatMap { KnownPage($0) }
                group.addTask {
                    (place, await observer.observation(of: address, website: website, known: known))
                }
            }
            for await (place, observation) in group { look.observations[place] = observation }
            return look
        }
    }

    /// Books what was lost while our own network was down on us.
    mutating func cutOff(_ verdict: UplinkVerdict) {
        for (place, observation) in observations where verdict.covers(observation.record) {
            observations[place]?.record = observation.record.cutOff
            observations[place]?.outcome = .internal
        }
    }

    /// Tries that could not reach anything.
    var lostRecords: [FetchRecord] { observations.values.map(\.record).filter { $0.status == nil } }
}

extension KnownPage {
    /// Nil where the body must be read.
    fileprivate init?(_ link: LinkState) {
        guard let digest = link.digest, let outcome = link.versionOutcome.flatMap({ Outcome(rawValue: $0) }),
            let final = link.validAt
        else {
            return nil
        }
        self.init(
            validators: link.validators, digest: digest, outcome: outcome, status: link.versionStatus, final: final)
    }
}
