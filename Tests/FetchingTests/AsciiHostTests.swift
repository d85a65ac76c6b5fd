import Glibc
import Testing

@testable import Fetching

@Suite struct AsciiHostTests {
    static let names: [(name: String, ascii: String)] = [
        ("กรมการปกครอง.ไทย", "xn--12caamp1jsbpcd4i6b.xn--o3cw4h"), ("www.x.go.th", "www.x.go.th"),
        ("WWW.X.GO.TH", "www.x.go.th"), ("xn--o3cw4h", "xn--o3cw4h"), ("my_site.go.th", "my_site.go.th"),
        ("faß.de", "xn--fa-hia.de"), ("ไทย.", "xn--o3cw4h."), ("127.0.0.1", "127.0.0.1"), ("::1", "::1"),
        ("a.b.", "a.b."), ("Bücher.example", "xn--bcher-kva.example"),
    ]

    @Test(arguments: names) func hostsHaveTheirAsciiForm(_ row: (name: String, ascii: String)) {
        #expect(asciiHost(row.name) == row.ascii)
    }

    @Test func theLocaleDoesNotMatter() {
        setlocale(LC_ALL, "C")
        #expect(asciiHost("ไทย") == "xn--o3cw4h")
    }

    @Test(arguments: ["", ".", "a..b", String(repeating: "a", count: 64) + ".th", String(repeating: "ก", count: 70)])
    func namesThatDnsCannotCarryHaveNone(_ name: String) {
        #expect(asciiHost(name) == nil)
    }

    @Test(arguments: [
        ("x.go.th:443:127.0.0.1", "x.go.th", 443, ["127.0.0.1"]), ("ไทย:80:[::1]", "xn--o3cw4h", 80, ["::1"]),
        ("XN--O3CW4H:80:127.0.0.1,127.0.0.2", "xn--o3cw4h", 80, ["127.0.0.1", "127.0.0.2"]),
        ("h:1:::1", "h", 1, ["::1"]),
    ]) func resolutionsAreRead(_ text: String, _ host: String, _ port: Int, _ addresses: [String]) throws {
        let resolution = try #require(FetchSettings.Resolution(text))
        #expect(resolution.host == host)
        #expect(resolution.port == port)
        #expect(resolution.addresses.map(\.description) == addresses)
    }

    @Test(arguments: [
        "", "h", "h:80", "h:80:", "h:0:1.2.3.4", "h:x:1.2.3.4", "h:80:name", ":80:1.2.3.4", "h:80:1.2.3.4,",
    ])
    func textsThatAreNoResolutionAreRefused(_ text: String) {
        if text.hasSuffix(",") {
            #expect(FetchSettings.Resolution(text)?.addresses.count == 1)
        } else {
            #expect(FetchSettings.Resolution(text) == nil)
        }
    }
}
