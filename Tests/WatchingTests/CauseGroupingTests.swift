import Notifying
import Testing

@testable import Watching

@Suite struct CauseGroupingTests {
    private func event(
        _ agency: String, _ url: String, outcome: String = "http_404", endpoint: String = "192.0.2.1",
        host: String = "http://a.example:80", isWhole: Bool = false, isFlapping: Bool = false
    ) -> WatchEvent {
        var event = WatchEvent(
            kind: Notice.Kind.broke.rawValue, agency: agency, agencyName: agency, items: ["o1"], urls: [url], since: 0)
        event.outcome = outcome
        event.endpoint = endpoint
        event.host = host
        event.isWholeHost = isWhole
        event.isFlapping = isFlapping
        return event
    }

    @Test("a server that is down behind twelve agencies is one cause")
    func server() {
        let events = (0..<12).flatMap { agency in
            (0..<4).map { page in
                event(
                    "k\(agency)", "u\(agency)/\(page)", outcome: "connect_refused",
                    host: "http://a\(agency).example:80", isWhole: true)
            }
        }
        let groups = CauseGrouping.groups(events)
        #expect(groups.count == 1 && groups[0].cause == "server" && groups[0].detail == "192.0.2.1")
        #expect(groups[0].agencies.count == 12)
    }

    @Test("one website that is down is told by its failure, not as a server")
    func website() {
        let groups = CauseGrouping.groups((0..<40).map { event("k", "u\($0)", outcome: "read_timeout", isWhole: true) })
        #expect(groups.map(\.cause) == ["read_timeout"] && groups[0].events.count == 40)
    }

    @Test("pages of two agencies on one server that are gone for reasons of their own are two causes")
    func apart() {
        let groups = CauseGrouping.groups([event("a", "u1"), event("b", "u2", host: "http://b.example:80")])
        #expect(groups.count == 2)
    }

    @Test("forty pages of a website that are gone at once are one cause, twelve agencies of one vendor too")
    func rebuilt() {
        let one = (0..<40).map { event("a", "a\($0)") }
        #expect(CauseGrouping.groups(one).count == 1)
        let many = (0..<12).flatMap { agency in
            (0..<5).map { event("k\(agency)", "k\(agency)/\($0)", host: "http://k\(agency).example:80") }
        }
        #expect(CauseGrouping.groups(many).count == 1)
    }

    @Test("servers that fail at the same time are causes of their own")
    func twoServers() {
        let groups = CauseGrouping.groups([
            event("a", "u1", outcome: "connect_refused", isWhole: true),
            event(
                "b", "u2", outcome: "connect_refused", endpoint: "192.0.2.2", host: "http://b.example:80", isWhole: true
            ),
        ])
        #expect(groups.count == 2)
    }

    @Test("a link that came and went before goes down with its website")
    func flappingInOutage() {
        let groups = CauseGrouping.groups([
            event("a", "u1", outcome: "connect_refused", isWhole: true),
            event("a", "u2", outcome: "connect_refused", isWhole: true, isFlapping: true),
        ])
        #expect(groups.count == 1 && groups[0].cause == "connect_refused")
        #expect(CauseGrouping.groups([event("a", "u2", isFlapping: true)]).map(\.cause) == ["flapping"])
    }
}
