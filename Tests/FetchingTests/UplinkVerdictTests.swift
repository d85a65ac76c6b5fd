import Testing
import WebEvidence

@testable import Fetching

@Suite struct UplinkVerdictTests {
    /// `second` of one minute, `host`, `server`, outcome.
    private func record(
        _ second: Int, _ host: String, _ outcome: Outcome, server: String = "", milliseconds: Int = 0
    ) throws -> FetchRecord {
        let address = try PageAddress("http://\(host)/")
        let time =
            "2026-11-21T08:\(second < 600 ? "0" : "")\(second / 60):\(second % 60 < 10 ? "0" : "")\(second % 60)Z"
        let status = outcome == .ok ? 200 : outcome == .http5xx ? 500 : nil
        return FetchRecord(
            requested: address, final: address,
            attempts: [
                FetchAttempt(startedAt: time, outcome: outcome, status: status, milliseconds: milliseconds)
            ], status: status, fetchedAt: time, outcome: outcome, server: server)
    }

    @Test func aRunWithAnswersIsUp() throws {
        let verdict = UplinkVerdict(of: [
            try record(0, "a.go.th", .ok, server: "1.1.1.1"),
            try record(1, "b.go.th", .connectTimeout, server: "1.1.1.2"),
            try record(2, "c.go.th", .http5xx, server: "1.1.1.3"),
        ])
        #expect(verdict.state == .up)
        #expect(verdict.outages.isEmpty)
    }

    @Test func threeSitesOutOfReachTogetherAreOurOwnNetwork() throws {
        let lost = [
            try record(0, "a.go.th", .dnsTimeout), try record(1, "b.go.th", .dnsTimeout),
            try record(2, "c.go.th", .connectTimeout, server: "1.1.1.3"),
        ]
        let verdict = UplinkVerdict(of: lost)
        #expect(verdict.state == .down)
        #expect(verdict.outages.map(\.sites) == [3])
        #expect(lost.allSatisfy(verdict.covers))
    }

    @Test func oneVendorsMachineOrNameServersAreNotOurNetwork() throws {
        let machine = try (0..<40).map { try record($0, "h\($0).go.th", .connectTimeout, server: "1.1.1.1") }
        #expect(UplinkVerdict(of: machine).state == .doubtful)
        let names = try (0..<40).map { try record($0, "h\($0).vendor.co.th", .dnsTimeout) }
        #expect(UplinkVerdict(of: names).state == .doubtful)
        let other = try record(5, "other.go.th", .ok, server: "2.2.2.2")
        #expect(UplinkVerdict(of: machine + [other]).state == .up)
    }

    @Test func theNetworkThatFailsInTheMiddleCoversOnlyThatTime() throws {
        let before = [try record(0, "a.go.th", .connectTimeout, server: "1.1.1.1"), try record(5, "b.go.th", .ok)]
        let during = try ["c", "d", "e", "a"].enumerated().map {
            try record(10 + $0, "\($1).go.th", .dnsTimeout, milliseconds: 500)
        }
        let after = [try record(60, "c.go.th", .ok), try record(61, "d.go.th", .connectRefused, server: "1.1.1.4")]
        let verdict = UplinkVerdict(of: before + during + after)
        #expect(verdict.state == .up)
        #expect(verdict.outages.map(\.sites) == [4])
        #expect(verdict.outages.map { $0.to - $0.from } == [3500])
        #expect((before + during + after).map(verdict.covers) == [false, false, true, true, true, true, false, false])
    }

    @Test func anAnswerInBetweenMeansThatTheWayIsThere() throws {
        let verdict = UplinkVerdict(of: [
            try record(0, "a.go.th", .dnsTimeout), try record(1, "b.go.th", .dnsTimeout), try record(2, "x.go.th", .ok),
            try record(3, "c.go.th", .dnsTimeout), try record(4, "d.go.th", .dnsTimeout),
        ])
        #expect(verdict.state == .up)
    }

    @Test func namesThatDoNotExistAndSlowAnswersSayNothingOfTheWay() throws {
        let records = try (0..<20).map { try record($0, "h\($0).go.th", $0 % 2 == 0 ? .dnsFailure : .readTimeout) }
        #expect(UplinkVerdict(of: records).state == .up)
        #expect(UplinkVerdict(of: []).state == .up)
    }

    @Test func aTLSFaultIsAnAnswer() throws {
        let records = try (0..<5).map { try record($0, "h\($0).go.th", .dnsTimeout) }
        #expect(UplinkVerdict(of: records + [try record(9, "t.go.th", .tlsExpired)]).state == .up)
    }

    @Test func withoutRouteOrResolverOneSiteIsEnough() throws {
        let one = [try record(0, "a.go.th", .dnsTimeout)]
        #expect(UplinkVerdict(of: one).state == .doubtful)
        #expect(UplinkVerdict(of: one, facts: UplinkFacts(hasDefaultRoute: false)).state == .down)
        #expect(UplinkVerdict(of: one, facts: UplinkFacts(hasResolver: false)).state == .down)
        #expect(UplinkVerdict(of: [], facts: UplinkFacts(hasDefaultRoute: false)).state == .up)
    }

    /// Servers on this computer need no network.
    @Test func whatDoesNotAnswerOnThisComputerSaysNothingOfTheNetwork() throws {
        let records = try (1...5).map { try record($0, "h\($0).go.th", .connectRefused, server: "127.0.0.\($0)") }
        let verdict = UplinkVerdict(of: records, facts: UplinkFacts(hasDefaultRoute: false))
        #expect(verdict.state == .up)
        #expect(!records.contains(where: verdict.covers))
    }

    @Test func withoutANetworkANameThatIsSaidNotToExistWasNotAskedFor() throws {
        let name = try record(0, "a.go.th", .dnsFailure)
        #expect(!UplinkVerdict(of: [name]).covers(name))
        let verdict = UplinkVerdict(of: [name], facts: UplinkFacts(hasDefaultRoute: false, hasResolver: true))
        #expect(verdict.state == .down)
        #expect(verdict.covers(name))
        #expect(name.cutOff.wasCutOff && name.cutOff.attempts == name.attempts)
        #expect(!name.wasCutOff)
    }

    @Test func addressesThatWereNotAskedShareTheFateOfTheirServer() throws {
        let lost = try ["a", "b", "c"].enumerated().map { try record($0, "\($1).go.th", .connectTimeout, server: $1) }
        var unasked = try record(1, "a.go.th", .connectTimeout, server: "a")
        unasked.attempts = []
        #expect(UplinkVerdict(of: lost + [unasked]).covers(unasked))
    }

    @Test func routesAreReadAsLinuxWritesThem() {
        let head = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n"
        let local = "eth0\t0011AC0A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"
        let way = "eth0\t00000000\t0111AC0A\t0003\t0\t0\t0\t00000000\t0\t0\t0\n"
        let zeros = String(repeating: "0", count: 32)
        let six = "\(zeros) 00 \(zeros) 00 fe800000000000000000000000000001 00000064 00000001 00000000 00000003"
        #expect(!UplinkFacts.hasDefaultRoute(four: "", six: ""))
        #expect(!UplinkFacts.hasDefaultRoute(four: head + local, six: six + "     lo\n"))
        #expect(UplinkFacts.hasDefaultRoute(four: head + local + way, six: ""))
        #expect(UplinkFacts.hasDefaultRoute(four: head, six: six + "     eth0\n"))
        #expect(UplinkFacts.namesResolver("# x\nsearch go.th\nnameserver 10.0.0.1\n"))
        #expect(!UplinkFacts.namesResolver("# nameserver 10.0.0.1\nsearch go.th\n"))
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-11-21T08:15:30Z", 1_795_248_930), ("2026-11-21", nil), ("", nil),
        ("2026-11-21T08:15:30+07", nil), ("xxxx-11-21T08:15:30Z", nil),
    ]) func momentsAreReadAsTheyAreWritten(_ text: String, _ seconds: Int?) {
        #expect(utcSeconds(text) == seconds)
        #expect(utcSeconds(presentUTC()) != nil)
    }
}
