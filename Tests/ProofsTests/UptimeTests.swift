import GradingCore
import Proofs
import Testing
import WebEvidence

@Suite struct UptimeTests {
    private func uptime(_ pattern: String, from: Int = 0, to: Int? = nil, minutes: Int = 15) throws -> AddressUptime {
        let records = sampleChain(pattern, minutes: minutes)
        let certificate = try sampleCertificate(
            records, from: morning.adding(seconds: from * 60),
            to: to.map { morning.adding(seconds: $0 * 60) })
        return try #require(certificate.uptimes.first)
    }

    @Test("an address that was always open has a hundred percent and no outage")
    func open() throws {
        let uptime = try uptime("ooooo")
        #expect(uptime.checks == 5 && uptime.open == 5 && uptime.outages.isEmpty && uptime.gaps.isEmpty)
        #expect(uptime.share?.text == "100.00" && uptime.openSeconds == 3600)
    }

    @Test("an outage begins with the first check that failed and ends with the first that did not")
    func outage() throws {
        let uptime = try uptime("ooxtoo")
        #expect(uptime.outages.count == 1)
        let outage = uptime.outages[0]
        #expect(outage.lastOpen == morning.adding(seconds: 900))
        #expect(outage.began == morning.adding(seconds: 1800))
        #expect(outage.lastClosed == morning.adding(seconds: 2700))
        #expect(outage.ended == morning.adding(seconds: 3600))
        #expect(outage.seconds == 1800 && uptime.longestOutageSeconds == 1800)
        #expect(outage.outcomes == ["http_404", "read_timeout"])
        #expect(outage.side == .unclear)
        #expect(uptime.openSeconds == 2700 && uptime.closedSeconds == 1800)
        #expect(uptime.share?.text == "60.00")
    }

    @Test("a hundred percent is said only of what was never down: shares are rounded down")
    func roundedDown() throws {
        let uptime = try uptime(String(repeating: "o", count: 20_000) + "xo", minutes: 1)
        #expect(uptime.closedSeconds == 60 && uptime.share?.text == "99.99")
    }

    @Test("what the program could not tell is neither open nor closed")
    func unclear() throws {
        let uptime = try uptime("obboxbxo")
        #expect(uptime.unclear == 3 && uptime.outages.count == 1)
        #expect(uptime.outages[0].seconds == 2700)
        #expect(uptime.openSeconds == 1800)
        let nothing = try self.uptime("bbb")
        #expect(nothing.share == nil && nothing.outages.isEmpty)
    }

    @Test("an outage that still lasts ends with the last check, and says so")
    func lasting() throws {
        let uptime = try uptime("oxx")
        #expect(uptime.outages[0].ended == nil && uptime.outages[0].seconds == 900)
        #expect(uptime.outages[0].side == .agency)
    }

    @Test("outages are cut to the period, also when they began before it")
    func period() throws {
        let uptime = try uptime("oxxxxo", from: 30, to: 60)
        #expect(uptime.checks == 3)
        #expect(uptime.outages[0].began == morning.adding(seconds: 900))
        #expect(uptime.outages[0].seconds == 1800 && uptime.closedSeconds == 1800)
    }

    @Test("time without checks is told as a gap and is no open time")
    func gaps() throws {
        var records = Array(sampleChain("ooo"))
        let late = morning.adding(seconds: 100_000)
        for index in 0..<3 {
            records.append(
                CheckRecord(
                    key: "huai-lan", at: late.adding(seconds: index * 900), checks: records[0].checks,
                    after: records.last?.link))
        }
        let certificate = try sampleCertificate(records, to: late.adding(seconds: 50_000))
        let uptime = certificate.uptimes[0]
        #expect(certificate.gapSeconds == 2700)
        #expect(uptime.gaps.map(\.seconds) == [98_200, 48_200])
        #expect(uptime.openSeconds == 3600 && uptime.share?.text == "100.00")
    }

    @Test("a clock that was set back makes no time")
    func clockBack() throws {
        let first = sampleChain("oo")
        let back = CheckRecord(
            key: "huai-lan", at: morning.adding(seconds: -600), checks: first[0].checks, after: first[1].link)
        let certificate = try sampleCertificate(
            first + [back], from: morning.adding(seconds: -3600), to: morning.adding(seconds: 900))
        #expect(certificate.uptimes[0].openSeconds == 900)
    }

    @Test("a period that is not over ends when the certificate is made")
    func unfinished() throws {
        let records = sampleChain("ooo")
        let certificate = try UptimeCertificate(
            key: "huai-lan", agency: "", from: morning, to: morning.adding(seconds: 9_000_000),
            madeAt: morning.adding(seconds: 1900), records: records)
        #expect(certificate.to == morning.adding(seconds: 1900) && certificate.uptimes[0].gaps.isEmpty)
    }

    @Test("no certificate is made of nothing, of a broken chain or of a period that is turned round")
    func refusals() throws {
        let records = sampleChain("oooo")
        #expect(throws: ProofFault.self) { try sampleCertificate([], to: morning) }
        #expect(throws: ProofFault.self) { try sampleCertificate([records[0], records[2]]) }
        #expect(throws: ProofFault.self) {
            try sampleCertificate(records, from: morning, to: morning.adding(seconds: -1))
        }
    }

    @Test("the records of a period come with one before and one after")
    func needed() {
        let records = sampleChain("oooooooo")
        func positions(_ from: Int, _ to: Int) -> [Int] {
            UptimeCertificate.needed(
                records, from: morning.adding(seconds: from * 60), to: morning.adding(seconds: to * 60)
            ).map(\.position)
        }
        #expect(positions(30, 60) == [1, 2, 3, 4, 5])
        #expect(positions(-100, 1000) == Array(0..<8))
        #expect(positions(-100, -50) == [] && positions(1000, 2000) == [])
    }

    @Test("every word of the failure vocabulary is open, closed or unclear as the table of outcomes says")
    func standings() {
        #expect(Outcome.allCases.filter { AddressUptime.standing($0.rawValue) == .open } == [.ok])
        for outcome in [Outcome.http404, .http5xx, .dnsFailure, .connectTimeout, .tlsExpired, .parked] {
            #expect(AddressUptime.standing(outcome.rawValue) == .closed)
        }
        for outcome in [Outcome.blocked, .internal, .addressRefused, .loginRequired, .robotsRefused] {
            #expect(AddressUptime.standing(outcome.rawValue) == .unclear)
        }
        #expect(AddressUptime.standing("no such word") == .unclear)
    }
}
