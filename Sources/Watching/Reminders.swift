import Checklists
import GradingCore
import Notifying
import WebEvidence

/// What is told because a day comes near: certificates, content that will be out of date, deadlines. Each once for each
/// lead.
enum Reminders {
    private static let certificateDays = [21, 7, 3]
    private static let staleDays = [30, 7, 1]
    /// A fault of a certificate stands for so many seconds before it is told.
    private static let faultSpread = 600

    /// What is to be told now; the state remembers that it was.
    static func due(_ agency: inout WatchedAgency, calendar: AssessmentCalendar?, at now: Moment) -> [WatchEvent] {
        certificateEnds(&agency, now) + certificateFaults(&agency, now) + staleness(&agency, now)
            + deadlines(&agency, calendar, now)
    }

    /// The lead at which a day that is so far away is told; nil when it is still too far, or was told at this lead.
    private static func lead(
        _ days: Int, _ leads: [Int], _ name: String, _ agency: inout WatchedAgency, _ now: Moment
    ) -> Int? {
        guard days >= 0, let lead = leads.filter({ days <= $0 }).min() else { return nil }
        let told = leads.contains { $0 <= lead && agency.state.told["\(name) \($0)"] != nil }
        guard !told else { return nil }
        agency.state.told["\(name) \(lead)"] = now.seconds
        return lead
    }

    // MARK: Certificates

    private static func certificateEnds(_ agency: inout WatchedAgency, _ now: Moment) -> [WatchEvent] {
        var events: [WatchEvent] = []
        for (host, links) in hosts(of: agency) {
            // Links of one host are asked at different times: the newest certificate counts.
            guard let ends = links.compactMap(\.state.certificateEnds).max() else { continue }
            let name = "certificate \(host) \(ends)"
            let left = ends - now.seconds
            var event = WatchEvent(
                kind: Notice.Kind.certificate.rawValue, agency: agency.name, agencyName: agency.shownName,
                items: links.flatMap(\.link.items).unique, urls: links.map(\.link.url), since: ends)
            if left <= 0 {
                guard agency.state.told["\(name) expired"] == nil else { continue }
                agency.state.told["\(name) expired"] = now.seconds
                event.detail = "expired"
                event.outcome = Outcome.tlsExpired.rawValue
            } else {
                guard lead((left + 86_399) / 86_400, certificateDays, name, &agency, now) != nil else { continue }
                event.detail = "expires"
            }
            event.host = host
            event.endpoint = links.first { !$0.state.endpoint.isEmpty }?.state.endpoint ?? ""
            event.day = Moment(seconds: ends).day.iso
            events.append(event)
        }
        return events
    }

    private static func certificateFaults(_ agency: inout WatchedAgency, _ now: Moment) -> [WatchEvent] {
        var events: [WatchEvent] = []
        for (host, links) in hosts(of: agency) {
            let faulty = links.filter { entry in
                entry.state.phase == .up && Outcome(rawValue: entry.state.outcome)?.isTLS == true
            }
            let name = "certificate fault \(host)"
            guard let first = faulty.first else {
                agency.state.told["\(name) seen"] = nil
                agency.state.told[name] = nil
                continue
            }
            // Its end was told already, by the day that stands in it.
            let ends = links.compactMap(\.state.certificateEnds).max()
            if first.state.outcome == Outcome.tlsExpired.rawValue, let ends, ends <= now.seconds { continue }
            let seen = min(agency.state.told["\(name) seen"] ?? now.seconds, now.seconds)
            agency.state.told["\(name) seen"] = seen
            guard agency.state.told[name] == nil, now.seconds - seen >= faultSpread else { continue }
            agency.state.told[name] = now.seconds
            var event = WatchEvent(
                kind: Notice.Kind.certificate.rawValue, agency: agency.name, agencyName: agency.shownName,
                items: faulty.flatMap(\.link.items).unique, urls: faulty.map(\.link.url), since: seen)
            event.detail = "fault"
            event.outcome = first.state.outcome
            event.host = host
            event.endpoint = first.state.endpoint
            events.append(event)
        }
        return events
    }

    private static func hosts(
        of agency: WatchedAgency
    ) -> [(host: String, links: [(link: WatchList.Link, state: LinkState)])] {
        let links = agency.list.links.compactMap { link in agency.state.links[link.url].map { (link: link, state: $0) }
        }
        return Dictionary(grouping: links) { $0.state.host }.filter { $0.key.hasPrefix("https:") }
            .sorted { $0.key < $1.key }.map { (host: $0.key, links: $0.value) }
    }

    // MARK: Days of the assessment

    private static func staleness(_ agency: inout WatchedAgency, _ now: Moment) -> [WatchEvent] {
        let days = Dictionary(grouping: agency.state.items.filter { $0.value.verdict == "satisfied" }) {
            $0.value.staleFrom ?? ""
        }
        var events: [WatchEvent] = []
        for (text, entries) in days.sorted(by: { $0.key < $1.key }) {
            guard let day = CivilDate(iso: text) else { continue }
            let left = day.dayNumber - now.day.dayNumber
            let items = entries.map { ItemID($0.key) }.sorted().map(\.text).filter { item in
                lead(left, staleDays, "stale \(text) \(item)", &agency, now) != nil
            }
            guard !items.isEmpty else { continue }
            var event = WatchEvent(
                kind: Notice.Kind.stale.rawValue, agency: agency.name, agencyName: agency.shownName, items: items,
                urls: urls(of: items, agency), since: Moment(day: day).seconds)
            event.day = text
            event.run = agency.state.run
            events.append(event)
        }
        return events
    }

    private static func deadlines(
        _ agency: inout WatchedAgency, _ calendar: AssessmentCalendar?, _ now: Moment
    ) -> [WatchEvent] {
        guard let calendar, agency.state.auditedAt != nil else { return [] }
        var events: [WatchEvent] = []
        for deadline in calendar.deadlines {
            let items = agency.state.items.filter { entry in
                deadline.kind == .objections
                    ? entry.value.verdict == "unsatisfied" : ["unsatisfied", "undecided"].contains(entry.value.verdict)
            }.map { ItemID($0.key) }.sorted().map(\.text)
            let left = deadline.day.dayNumber - now.day.dayNumber
            let name = "deadline \(deadline.kind.rawValue) \(deadline.day.iso)"
            guard !items.isEmpty, lead(left, calendar.reminders, name, &agency, now) != nil else { continue }
            var event = WatchEvent(
                kind: Notice.Kind.deadline.rawValue, agency: agency.name, agencyName: agency.shownName, items: items,
                urls: urls(of: items, agency), since: Moment(day: deadline.day).seconds)
            event.day = deadline.day.iso
            event.detail = deadline.kind.rawValue
            event.run = agency.state.run
            events.append(event)
        }
        return events
    }

    private static func urls(of items: [String], _ agency: WatchedAgency) -> [String] {
        agency.list.links.filter { link in link.items.contains { items.contains($0) } }.map(\.url)
    }
}
