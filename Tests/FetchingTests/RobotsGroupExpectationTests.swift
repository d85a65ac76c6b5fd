import Testing
import WebEvidence

@testable import Fetching

/// The expectations of google/robotstxt (`robots_test.cc`) about lines, groups and crawlers, in rows of our own.
@Suite struct RobotsGroupExpectationTests {
    @Test(arguments: lines + groups + crawlers)
    func theFileMeans(_ row: RobotsExpectation) throws { try row.check() }

    private static let refusesAll = ["user-agent: FooBot", "disallow: /"]

    /// RFC 9309 section 2.1 (lines) and the liberties of Google's parser.
    private static let lines: [RobotsExpectation] = [
        RobotsExpectation("2.1", "an empty file refuses nothing", file: [""], allowed: ["/"]).also("", allowed: ["/"]),
        RobotsExpectation("2.1", "a rule binds the named crawler", file: refusesAll, refused: ["/x/y", "/"])
            .also("", allowed: ["/"]),
        RobotsExpectation("2.1", "other names are no rules", file: ["foo: FooBot", "bar: /"], allowed: ["/x/y"]),
        RobotsExpectation(
            "extension", "a forgotten colon is supplied", file: ["user-agent FooBot", "disallow /"], refused: ["/x/y"]),
        RobotsExpectation(
            "2.1", "upper case names", file: ["USER-AGENT: FooBot", "ALLOW: /x/", "DISALLOW: /"],
            allowed: ["/x/y"], refused: ["/a/b"]),
        RobotsExpectation(
            "2.1", "lower case names", file: ["user-agent: FooBot", "allow: /x/", "disallow: /"],
            allowed: ["/x/y"], refused: ["/a/b"]),
        RobotsExpectation(
            "2.1", "mixed case names", file: ["uSeR-aGeNt: FooBot", "AlLoW: /x/", "dIsAlLoW: /"],
            allowed: ["/x/y"], refused: ["/a/b"]),
    ]

    /// RFC 9309 sections 2.1 and 2.2.1 (groups).
    private static let groups: [RobotsExpectation] = [
        RobotsExpectation(
            "2.1", "groups of one crawler are joined, rules before the first group belong to nobody",
            file: [
                "allow: /foo/bar/", "", "user-agent: FooBot", "disallow: /", "allow: /x/", "user-agent: BarBot",
                "disallow: /", "allow: /y/", "", "", "allow: /w/", "user-agent: BazBot", "", "user-agent: FooBot",
                "allow: /z/", "disallow: /",
            ],
            allowed: ["/x/b", "/z/d"], refused: ["/y/c", "/foo/bar/"]
        )
        .also("BarBot", allowed: ["/y/c", "/w/a"], refused: ["/z/d", "/foo/bar/"])
        .also("BazBot", allowed: ["/z/d"], refused: ["/foo/bar/"]),
        RobotsExpectation(
            "2.2.4", "a sitemap does not end a group",
            file: ["User-agent: BarBot", "Sitemap: https://foo.bar/sitemap", "User-agent: *", "Disallow: /"],
            refused: ["/"]
        ).also("BarBot", refused: ["/"]),
        RobotsExpectation(
            "2.2.4", "an unknown line does not end a group",
            file: ["User-agent: FooBot", "Invalid-Unknown-Line: unknown", "User-agent: *", "Disallow: /"],
            refused: ["/"]
        ).also("BarBot", refused: ["/"]),
        RobotsExpectation(
            "2.2.1", "the group for everyone counts only where no other fits",
            file: ["user-agent: *", "allow: /", "user-agent: FooBot", "disallow: /"], refused: ["/x/y"]
        ).also("BarBot", allowed: ["/x/y"]),
        RobotsExpectation(
            "2.2.1", "without a fitting group nothing is refused",
            file: [
                "user-agent: FooBot", "allow: /", "user-agent: BarBot", "disallow: /", "user-agent: BazBot",
                "disallow: /",
            ], token: "quxbot", allowed: ["/x/y"]),
        RobotsExpectation(
            "2.2.1", "a crawler's own group replaces the one for everyone",
            file: ["User-agent: *", "Disallow: /x/", "User-agent: FooBot", "Disallow: /y/"],
            allowed: ["/x/page"], refused: ["/y/page"]),
    ]

    /// RFC 9309 section 2.2.1 (the user-agent line).
    private static let crawlers: [RobotsExpectation] =
        [
            "User-Agent: FOO BAR", "User-Agent: foo bar", "User-Agent: FoO bAr",
        ].map { line in
            RobotsExpectation(
                "2.2.1", "case of a crawler's name: \(line)", file: [line, "Allow: /x/", "Disallow: /"], token: "Foo",
                allowed: ["/x/y"], refused: ["/a/b"]
            ).also("foo", allowed: ["/x/y"], refused: ["/a/b"])
        } + [
            RobotsExpectation(
                "extension", "a name ends at the first space",
                file: ["User-Agent: *", "Disallow: /", "User-Agent: Foo Bar", "Allow: /x/", "Disallow: /"],
                token: "Foo", allowed: ["/x/y"]
            ).also("Foo Bar", refused: ["/x/y"])
        ]

    /// Google's `IsValidUserAgentToObey`: here, names that a group can address at all.
    @Test(arguments: [
        ("Foobot", true), ("Foobot-Bar", true), ("Foo_Bar", true), ("ツ", false), ("Foobot*", false),
        (" Foobot ", false), ("Foobot/2.1", false), ("Foobot Bar", false),
    ])
    func onlyLettersHyphenAndUnderscoreMakeAToken(_ name: String, isToken: Bool) throws {
        let page = try PageAddress.forTest("/")
        let isAddressed = robotsRules("user-agent: \(name)\ndisallow: /", token: name).refusal(of: page) != nil
        #expect(isAddressed == isToken)
    }

    @Test func anEmptyNameAddressesNobody() throws {
        let page = try PageAddress.forTest("/")
        #expect(robotsRules("user-agent:\ndisallow: /", token: "foobot").refusal(of: page) == nil)
    }
}
