import Testing

@testable import Fetching

/// Reading lines: the expectations of google/robotstxt and our own bounds (RFC 9309 sections 2.1, 2.2.4, 2.3.1.5, 2.5).
@Suite struct RobotsLinesTests {
    private func names(_ bytes: [UInt8]) -> [RobotsDirective.Name] { RobotsLines(bytes).directives.map(\.name) }

    private static let known = ["User-Agent: foo", "Allow: /some/path", "User-Agent: bar", "", "", "Disallow: /"]

    @Test(arguments: [
        known.joined(separator: "\n") + "\n", known.joined(separator: "\r\n") + "\r\n",
        known.joined(separator: "\r") + "\r", known.joined(separator: "\n"),
        "User-Agent: foo\nAllow: /some/path\r\nUser-Agent: bar\n\r\n\nDisallow: /",
    ])
    func everyKindOfLineEndCountsLinesAlike(_ text: String) {
        let directives = RobotsLines(Array(text.utf8)).directives
        #expect(directives.map(\.name) == [.userAgent, .allow, .userAgent, .disallow])
        #expect(directives.map(\.line.number) == [1, 2, 3, 6])
    }

    @Test(arguments: [[0xEF, 0xBB, 0xBF], [0xEF, 0xBB], [0xEF]] as [[UInt8]])
    func aByteOrderMarkIsSkipped(_ mark: [UInt8]) {
        #expect(names(mark + Array("User-Agent: foo\nAllow: /AnyValue\n".utf8)) == [.userAgent, .allow])
    }

    @Test func aBrokenByteOrderMarkSpoilsItsLineOnly() {
        let rest = Array("User-Agent: foo\nAllow: /AnyValue\n".utf8)
        #expect(names([0xEF, 0x11, 0xBF] + rest) == [.unknown, .allow])
    }

    @Test func aByteOrderMarkInTheMiddleSpoilsItsLineOnly() {
        #expect(names(Array("User-Agent: foo\n\u{FEFF}Allow: /AnyValue\n".utf8)) == [.userAgent, .unknown])
    }

    @Test(arguments: [
        "User-Agent: foo\nAllow: /some/path\nUser-Agent: bar\n\n\nSitemap: http://foo.bar/sitemap.xml\n",
        "Sitemap: http://foo.bar/sitemap.xml\nUser-Agent: foo\nAllow: /some/path\nUser-Agent: bar\n\n\n",
    ])
    func aSitemapMayStandAnywhere(_ text: String) {
        #expect(robotsRules(text, token: "nobody").sitemaps == ["http://foo.bar/sitemap.xml"])
    }

    @Test(arguments: [
        ("useragent", RobotsDirective.Name.userAgent), ("user agent", .userAgent), ("User-agents", .userAgent),
        ("dissallow", .disallow), ("dissalow", .disallow), ("disalow", .disallow), ("diasllow", .disallow),
        ("disallaw", .disallow), ("Disallowed", .disallow), ("Site-map", .sitemap), ("Crawl-Delay", .crawlDelay),
        ("alow", .unknown), ("noindex", .unknown), ("<p>disallow", .unknown),
    ])
    func misspeltNamesAreTakenAsGoogleTakesThem(_ written: String, name: RobotsDirective.Name) {
        #expect(names(Array("\(written): x".utf8)) == [name])
    }

    @Test(arguments: ["disallow / and more", "disallow", ": /", "# disallow: /", "   ", "<html>"])
    func whatIsNoDirectiveIsReadOver(_ line: String) {
        #expect(names(Array(line.utf8)).isEmpty)
    }

    @Test func theCutFileEndsBeforeTheCutLine() {
        let head = "user-agent: *\ndisallow: /\n"
        let padding = String(repeating: "#", count: RobotsLines.maximumBytes - head.utf8.count - 9) + "\n"
        // The limit falls behind "Allow: /": read as it stands, it would open the whole site.
        let file = Array((head + padding + "Allow: /only-this\n").utf8)
        #expect(names(file) == [.userAgent, .disallow])
        #expect(names(Array(file.prefix(RobotsLines.maximumBytes))) == [.userAgent, .disallow, .allow])
    }

    @Test func fiveHundredKibibytesAreRead() {
        let filler = Array("user-agent: *\n#".utf8)
        let rule = Array("\ndisallow: /x\n".utf8)
        let file =
            filler + [UInt8](repeating: 35, count: 500 * 1024 - filler.count - rule.count) + rule + Array("#".utf8)
        #expect(names(file) == [.userAgent, .disallow])
    }

    @Test func theShownLineIsShortAndHarmless() {
        let line = "Disallow: /\u{1B}[31m" + String(repeating: "ก", count: 500) + " # why"
        let shown = RobotsLines(Array(line.utf8)).directives.first?.line.text
        #expect(shown?.hasPrefix("Disallow: /[31mก") == true)
        #expect((shown?.unicodeScalars.count ?? 999) <= 200)
    }
}
