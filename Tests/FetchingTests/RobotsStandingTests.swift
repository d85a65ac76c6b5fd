import Testing
import WebEvidence

@testable import Fetching

/// What the answer to the request for a robots.txt means (RFC 9309 section 2.3.1).
@Suite struct RobotsStandingTests {
    private static let refusingAll = Array("User-agent: *\nDisallow: /\n".utf8)

    private func verdict(
        status: Int?, outcome: Outcome, body: [UInt8] = RobotsStandingTests.refusingAll, redirects: Int = 0
    ) throws -> RobotsVerdict {
        let address = try PageAddress.forTest("/robots.txt")
        let hop = RedirectHop(address: address.text, status: 301, location: "/robots.txt")
        let record = FetchRecord(
            requested: address, final: address, redirects: Array(repeating: hop, count: redirects), status: status,
            body: body, outcome: outcome)
        return RobotsStanding(of: record).verdict(for: try .forTest("/x"))
    }

    private func isUnavailable(_ verdict: RobotsVerdict) -> Bool {
        if case .unavailable = verdict { true } else { false }
    }

    @Test(arguments: [200, 203, 206, 299]) func section2311AFileThatWasReadRules(status: Int) throws {
        #expect(try verdict(status: status, outcome: .ok) == .refused(robotsLine(2, "Disallow: /")))
        #expect(try verdict(status: status, outcome: .ok, body: []) == .allowed)
    }

    @Test func section2312FiveRedirectsAreFollowedAndMoreCountAsMissing() throws {
        #expect(try verdict(status: 200, outcome: .ok, redirects: 5) != .allowed)
        #expect(try verdict(status: 200, outcome: .ok, redirects: 6) == .allowed)
    }

    @Test(arguments: [Outcome.redirectLoop, .tooManyRedirects, .badRedirect])
    func section2312ARedirectThatLeadsNowhereCountsAsMissing(_ outcome: Outcome) throws {
        #expect(try verdict(status: 302, outcome: outcome) == .allowed)
    }

    @Test(arguments: [
        (400, Outcome.http4xx), (401, .loginRequired), (403, .blocked), (404, .http404), (410, .http410),
        (429, .blocked), (499, .http4xx),
    ])
    func section2313AMissingFileAllowsAll(status: Int, outcome: Outcome) throws {
        #expect(try verdict(status: status, outcome: outcome) == .allowed)
    }

    @Test(arguments: [500, 502, 503, 504, 599]) func section2314AFailingServerRefusesAll(status: Int) throws {
        let verdict = try verdict(status: status, outcome: .http5xx)
        #expect(verdict == .unavailable("The robots.txt of the site answered with status \(status)."))
    }

    @Test(arguments: [
        Outcome.dnsFailure, .dnsTimeout, .connectRefused, .connectTimeout, .readTimeout, .connectionReset,
        .tlsExpired, .tlsProtocol, .http2Error, .badResponse, .addressRefused, .internal,
    ])
    func section2314AFileThatCannotBeReachedRefusesAll(_ outcome: Outcome) throws {
        #expect(isUnavailable(try verdict(status: nil, outcome: outcome, body: [])))
    }

    @Test(arguments: [Outcome.truncated, .badEncoding, .badResponse, .internal])
    func section2314HalfAFileIsNoFile(_ outcome: Outcome) throws {
        #expect(isUnavailable(try verdict(status: 200, outcome: outcome, body: [])))
    }

    @Test func section25OfALargeFileTheBeginningRules() throws {
        #expect(try verdict(status: 200, outcome: .tooLarge) != .allowed)
        #expect(isUnavailable(try verdict(status: 200, outcome: .tooLarge, body: [])))
    }

    @Test func rulesOfAHostWithABadCertificateAreItsWishToo() throws {
        let verdict = try verdict(status: 200, outcome: .tlsExpired)
        #expect(verdict != .allowed && !isUnavailable(verdict))
    }

    @Test func section222TheFileItselfMayAlwaysBeAskedFor() throws {
        #expect(RobotsStanding.closed("down").verdict(for: try .forTest("/robots.txt")) == .allowed)
    }
}
