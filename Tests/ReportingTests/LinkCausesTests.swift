import Findings
import GradingCore
import Reporting
import Testing
import WebEvidence

/// Many failures with one cause are told as one.
@Suite struct LinkCausesTests {
    private func link(
        _ url: String, _ outcome: Outcome = .connectTimeout, server: String = "203.0.113.9", wasCutOff: Bool = false
    ) -> CheckedLink {
        CheckedLink(
            item: ItemID("o1"), url: url, finalURL: url, outcome: outcome, server: server, isDead: false,
            wasCutOff: wasCutOff)
    }

    private func reports(_ count: Int, hosts: Int, outcome: Outcome = .connectTimeout) -> [LinksReport] {
        (0..<hosts).map { host in
            LinksReport(
                agency: "อบต.\(host)",
                links: (0..<count).filter { $0 % hosts == host }.map { link("http://h\(host).go.th/\($0)", outcome) })
        }
    }

    @Test("twenty failures of several websites on one machine are one cause; nineteen are not")
    func machine() {
        let causes = LinkCauses(reports(20, hosts: 4)).causes
        #expect(causes.map(\.kind) == [.server])
        #expect(causes.first?.detail == "203.0.113.9" && causes.first?.count == 20)
        #expect(causes.first?.agencies == ["อบต.0", "อบต.1", "อบต.2", "อบต.3"])
        #expect(LinkCauses(reports(19, hosts: 4)).causes.isEmpty)
    }

    @Test("a machine with one website is told by the website's name")
    func website() {
        #expect(LinkCauses(reports(25, hosts: 1)).causes.map(\.detail) == ["h0.go.th"])
    }

    @Test("pages that open are no failures, and the same address counts once")
    func counted() {
        #expect(LinkCauses(reports(40, hosts: 2, outcome: .ok)).causes.isEmpty)
        let same = LinksReport(agency: "a", links: (0..<40).map { _ in link("http://h.go.th/") })
        #expect(LinkCauses([same]).causes.isEmpty)
    }

    @Test("what was lost with our own network is one cause from the first address on, and is named in each line")
    func network() throws {
        let lost = LinksReport(agency: "a", links: [link("http://h.go.th/", .internal, wasCutOff: true)])
        let causes = LinkCauses([lost])
        #expect(causes.causes.map(\.kind) == [.network])
        let lines = String(decoding: lost.jsonLines(causes: causes), as: UTF8.self)
        #expect(lines.contains(#""cause": "network""#))
        #expect(causes.terminalText(language: .english, width: 100, color: false).contains("Check again."))
        #expect(!causes.terminalText(language: .thai, width: 100, color: false).isEmpty)
    }
}
