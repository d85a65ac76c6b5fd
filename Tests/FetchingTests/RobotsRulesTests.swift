import Testing
import WebEvidence

@testable import Fetching

/// What RFC 9309 asks beyond the expectations of google/robotstxt, and what this program adds.
@Suite struct RobotsRulesTests {
    @Test(arguments: rows) func theFileMeans(_ row: RobotsExpectation) throws { try row.check() }

    private static func everyone(_ rules: String...) -> [String] { ["User-agent: *"] + rules }

    private static let rows: [RobotsExpectation] = [
        RobotsExpectation(
            "2.2.2", "Thai paths are one, raw or escaped in any case", file: everyone("Disallow: /ข่าว/"),
            allowed: ["/ข่าวสาร", "/%E0%B8%82"],
            refused: ["/ข่าว/1", "/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/1", "/%e0%b8%82%e0%b9%88%e0%b8%b2%e0%b8%a7/"]),
        RobotsExpectation(
            "2.2.2", "escaped Thai rules fit raw paths", file: everyone("Disallow: /%e0%b8%82%E0%B9%88"),
            refused: ["/ข่าว"]),
        RobotsExpectation(
            "2.2.2", "escaped letters do not slip past a Disallow", file: everyone("Disallow: /foo/bar/baz"),
            refused: ["/foo/bar/%62%61%7A", "/foo/bar/baz"]),
        RobotsExpectation(
            "2.2.2", "a Disallow with escaped letters is read plainly", file: everyone("Disallow: /foo/bar/%62%61%7A"),
            refused: ["/foo/bar/%62%61%7A", "/foo/bar/baz"]),
        RobotsExpectation(
            "2.2.2", "an escaped slash in the path is not a slash", file: everyone("Disallow: /a/b"),
            allowed: ["/a%2Fb"], refused: ["/a/b"]),
        RobotsExpectation(
            "2.2.2", "an address in the query, escaped or not",
            file: everyone("Disallow: /foo/bar?baz=https://foo.bar"),
            refused: ["/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar"]),
        RobotsExpectation(
            "2.2.2", "characters that are escaped in addresses", file: everyone("Disallow: /a b[1]|2/100%x"),
            refused: ["/a b[1]|2/100%x", "/a%20b%5B1%5D%7C2/100%25x"]),
        RobotsExpectation(
            "2.2.3", "an escaped star is a star", file: everyone("Disallow: /path/file-with-a-%2A.html"),
            allowed: ["/path/file-with-a-b.html"],
            refused: ["/path/file-with-a-*.html", "/path/file-with-a-%2a.html"]),
        RobotsExpectation(
            "2.2.3", "an escaped dollar is a dollar", file: everyone("Disallow: /path/foo-%24"),
            allowed: ["/path/foo-"], refused: ["/path/foo-$", "/path/foo-%24"]),
        RobotsExpectation(
            "2.2.3", "a dollar inside a rule is a dollar", file: everyone("Disallow: /a$b"), allowed: ["/a"],
            refused: ["/a$b", "/a%24bc"]),
        RobotsExpectation(
            "2.2.3", "pieces may not overlap", file: everyone("Disallow: /*aba*ab$"), allowed: ["/aba", "/xabab"],
            refused: ["/abaab", "/abaXab"]),
        RobotsExpectation(
            "2.2.3", "stars in a row are one", file: everyone("Disallow: /a***b"), allowed: ["/a"],
            refused: ["/ab", "/a/b"]),
        RobotsExpectation(
            "2.2.3", "a star before the end", file: everyone("Disallow: /a*$"), allowed: ["/b"],
            refused: ["/a", "/a/b"]),
        RobotsExpectation(
            "2.2.2", "the robots.txt itself is always allowed", file: everyone("Disallow: /"),
            allowed: ["/robots.txt", "/robots.txt#x"], refused: ["/robots.txt?x", "/a/robots.txt", "/Robots.txt"]),
        RobotsExpectation(
            "2.2.1", "a group for several crawlers", file: ["User-agent: a", "User-agent: foobot", "Disallow: /x"],
            refused: ["/x"]
        ).also("b", allowed: ["/x"]),
        RobotsExpectation(
            "2.2.1", "a version behind the name", file: ["User-agent: FooBot/2.1 (x)", "Disallow: /"], refused: ["/"]),
        RobotsExpectation(
            "2.2.1", "a longer name is another crawler", file: ["User-agent: foobots", "Disallow: /"], allowed: ["/"]),
        RobotsExpectation(
            "2.2.1", "an own group without rules frees", file: ["User-agent: *", "Disallow: /", "User-agent: foobot"],
            allowed: ["/"]),
        RobotsExpectation(
            "2.2.1", "star and words", file: ["User-agent: * all", "Disallow: /"], refused: ["/"]),
        RobotsExpectation("2.2.1", "star and letters", file: ["User-agent: *x", "Disallow: /"], allowed: ["/"]),
        RobotsExpectation(
            "2.3.1.5", "a page instead of a file refuses nothing",
            file: ["<!DOCTYPE html>", "<p>Disallow: /</p>", "<a href='https://x.example/'>x</a>"], allowed: ["/"]),
        RobotsExpectation(
            "2.3.1.5", "good lines count between broken ones",
            file: ["\u{0}\u{1}:", "User-agent: *", "Disallow", "=%%%", "Disallow: /x"], allowed: ["/y"],
            refused: ["/x"]),
    ]

    @Test func theDecidingLineIsNamed() throws {
        let rules = robotsRules("# hello\nUser-agent: *\nDisallow: /\n\nDisallow: /private/ # ours\n")
        #expect(rules.refusal(of: try .forTest("/private/x")) == robotsLine(5, "Disallow: /private/"))
        #expect(rules.refusal(of: try .forTest("/other"))?.number == 3)
    }

    @Test func ourTokenIsAddressedByName() throws {
        let page = try PageAddress.forTest("/")
        #expect(robotsRules("User-agent: OIT\nDisallow: /").refusal(of: page) != nil)
        #expect(robotsRules("User-agent: oit-bot\nDisallow: /").refusal(of: page) == nil)
    }

    @Test(arguments: [
        ("Crawl-delay: 10", Duration.seconds(10)), ("crawl-delay:2.5 seconds", .milliseconds(2500)),
        ("Crawl-delay: 0", .zero), ("Crawl-delay: 99999999999999999999", .seconds(999_999_999)),
        ("Crawl-delay: 1.", .seconds(1)), ("Crawl-delay: 0.0009", .zero),
    ])
    func aCrawlDelayIsRead(_ line: String, delay: Duration) {
        #expect(robotsRules("User-agent: *\n\(line)\nDisallow: /x").crawlDelay == delay)
    }

    @Test(arguments: ["Crawl-delay: soon", "Crawl-delay: -3", "Crawl-delay:", "Crawl-delay: .5"])
    func whatIsNoNumberIsNoDelay(_ line: String) {
        #expect(robotsRules("User-agent: *\n\(line)").crawlDelay == nil)
    }

    @Test func theDelayOfOthersIsNotOurs() {
        let file = "User-agent: other\nCrawl-delay: 9\nDisallow: /\nUser-agent: oit\nCrawl-delay: 1\nCrawl-delay: 3"
        #expect(robotsRules(file).crawlDelay == .seconds(3))
    }

    @Test(.timeLimit(.minutes(1))) func patternsMadeToBeSlowAreNot() throws {
        let rule = "Disallow: /" + String(repeating: "*" + String(repeating: "a", count: 20) + "b", count: 700)
        let file = "User-agent: *\n" + Array(repeating: rule, count: 30).joined(separator: "\n")
        let page = try PageAddress.forTest("/" + String(repeating: "a", count: 8000))
        #expect(robotsRules(file).refusal(of: page) == nil)
    }
}
