import Testing
import WebEvidence

@testable import Fetching

/// The expectations of google/robotstxt (`robots_test.cc`) about paths, in rows of our own.
@Suite struct RobotsPathExpectationTests {
    @Test(arguments: longestMatch + spelling + specialCharacters + extensions)
    func theFileMeans(_ row: RobotsExpectation) throws { try row.check() }

    private static func foobot(_ rules: String...) -> [String] { ["user-agent: FooBot"] + rules }

    /// RFC 9309 section 2.2.2 (most octets win, `Allow` wins a tie, case counts).
    private static let longestMatch: [RobotsExpectation] = [
        RobotsExpectation("2.2.2", "case of a path counts", file: foobot("disallow: /x/"), refused: ["/x/y"]),
        RobotsExpectation("2.2.2", "case of a rule counts", file: foobot("disallow: /X/"), allowed: ["/x/y"]),
        RobotsExpectation(
            "2.2.2", "the longer Disallow wins", file: foobot("disallow: /x/page.html", "allow: /x/"),
            refused: ["/x/page.html"]),
        RobotsExpectation(
            "2.2.2", "the longer Allow wins", file: foobot("allow: /x/page.html", "disallow: /x/"),
            allowed: ["/x/page.html"], refused: ["/x/"]),
        RobotsExpectation(
            "2.2.2", "empty rules refuse nothing", file: foobot("disallow: ", "allow: "), allowed: ["/x/page.html"]),
        RobotsExpectation(
            "2.2.2", "Allow wins a tie", file: foobot("disallow: /", "allow: /"), allowed: ["/x/page.html"]),
        RobotsExpectation(
            "2.2.2", "a folder more specific than its name", file: foobot("disallow: /x", "allow: /x/"),
            allowed: ["/x/"], refused: ["/x"]),
        RobotsExpectation(
            "2.2.2", "Allow wins a tie of whole paths",
            file: foobot("disallow: /x/page.html", "allow: /x/page.html"), allowed: ["/x/page.html"]),
        RobotsExpectation(
            "2.2.2", "the wildcard counts as an octet", file: foobot("allow: /page", "disallow: /*.html"),
            allowed: ["/page"], refused: ["/page.html"]),
        RobotsExpectation(
            "2.2.2", "a longer literal beats a wildcard", file: foobot("allow: /x/page.", "disallow: /*.html"),
            allowed: ["/x/page.html"], refused: ["/x/y.html"]),
        RobotsExpectation(
            "2.2.2", "a short Allow beats the root", file: foobot("allow: /p", "disallow: /"), allowed: ["/page"]),
        RobotsExpectation(
            "2.2.2", "Allow wins a tie of folders", file: foobot("allow: /folder", "disallow: /folder"),
            allowed: ["/folder/page"]),
        RobotsExpectation(
            "2.2.2", "a longer wildcard beats a literal", file: foobot("allow: /page", "disallow: /*.htm"),
            refused: ["/page.htm"]),
        RobotsExpectation(
            "2.2.3", "the front page alone", file: foobot("allow: /$", "disallow: /"), allowed: ["/"],
            refused: ["/page.html"]),
    ]

    /// RFC 9309 section 2.2.2 (octets are compared percent-encoded). Google's matcher leaves it to its caller to
    /// encode the address and expects a raw `ツ` not to fit; here `PageAddress` is that caller, so it fits.
    private static let spelling: [RobotsExpectation] = [
        RobotsExpectation(
            "2.2.2", "an address in the query stays as it is",
            file: foobot("Disallow: /", "Allow: /foo/bar?qux=taz&baz=http://foo.bar?tar&par"),
            allowed: ["/foo/bar?qux=taz&baz=http://foo.bar?tar&par"]),
        RobotsExpectation(
            "2.2.2", "a rule with a raw character", file: foobot("Disallow: /", "Allow: /foo/bar/ツ"),
            allowed: ["/foo/bar/%E3%83%84", "/foo/bar/ツ"], refused: ["/foo/bar/%E3%83%85"]),
        RobotsExpectation(
            "2.2.2", "a rule with an escaped character", file: foobot("Disallow: /", "Allow: /foo/bar/%E3%83%84"),
            allowed: ["/foo/bar/%E3%83%84", "/foo/bar/ツ"], refused: ["/foo/bar/%E3%83%85"]),
        RobotsExpectation(
            "2.2.2", "an escaped letter allows only as written",
            file: foobot("Disallow: /", "Allow: /foo/bar/%62%61%7A"), allowed: ["/foo/bar/%62%61%7A"],
            refused: ["/foo/bar/baz"]),
    ]

    /// RFC 9309 section 2.2.3.
    private static let specialCharacters: [RobotsExpectation] = [
        RobotsExpectation(
            "2.2.3", "a wildcard inside a path", file: foobot("Disallow: /foo/bar/quz", "Allow: /foo/*/qux"),
            allowed: ["/foo/quz", "/foo//quz", "/foo/bax/quz"], refused: ["/foo/bar/quz"]),
        RobotsExpectation(
            "2.2.3", "the end of a path", file: foobot("Disallow: /foo/bar$", "Allow: /foo/bar/qux"),
            allowed: ["/foo/bar/qux", "/foo/bar/", "/foo/bar/baz"], refused: ["/foo/bar"]),
        RobotsExpectation(
            "2.2.3", "comments", file: foobot("# Disallow: /", "Disallow: /foo/quz#qux", "Allow: /"),
            allowed: ["/foo/bar"], refused: ["/foo/quz"]),
    ]

    private static let fishes = [
        "/fish", "/fish.html", "/fish/salmon.html", "/fishheads", "/fishheads/yummy.html", "/fish.html?id=anything",
    ]
    private static let files = ["/filename.php", "/folder/filename.php"]

    /// What Google documents about its reading, all within sections 2.2.2 and 2.2.3 but the first row.
    private static let extensions: [RobotsExpectation] = [
        RobotsExpectation(
            "extension", "an allowed index.html allows its folder",
            file: ["User-Agent: *", "Allow: /allowed-slash/index.html", "Disallow: /"],
            allowed: ["/allowed-slash/", "/allowed-slash/index.html"],
            refused: ["/allowed-slash/index.htm", "/anyother-url"]),
        RobotsExpectation(
            "2.2.2", "a rule is a beginning", file: foobot("disallow: /", "allow: /fish"), allowed: fishes,
            refused: ["/bar", "/Fish.asp", "/catfish", "/?id=fish"]),
        RobotsExpectation(
            "2.2.3", "a wildcard at the end changes nothing", file: foobot("disallow: /", "allow: /fish*"),
            allowed: fishes, refused: ["/bar", "/Fish.bar", "/catfish", "/?id=fish"]),
        RobotsExpectation(
            "2.2.2", "a folder is not its name", file: foobot("disallow: /", "allow: /fish/"),
            allowed: ["/fish/", "/fish/salmon", "/fish/?salmon", "/fish/salmon.html", "/fish/?id=anything"],
            refused: ["/bar", "/fish", "/fish.html", "/Fish/Salmon.html"]),
        RobotsExpectation(
            "2.2.3", "a wildcard passes folders and query", file: foobot("disallow: /", "allow: /*.php"),
            allowed: files + [
                "/folder/filename.php?parameters", "//folder/any.php.file.html", "/filename.php/",
                "/index?f=filename.php/",
            ], refused: ["/bar", "/php/", "/index?php", "/windows.PHP"]),
        RobotsExpectation(
            "2.2.3", "an ending", file: foobot("disallow: /", "allow: /*.php$"), allowed: files,
            refused: [
                "/bar", "/filename.php?parameters", "/filename.php/", "/filename.php5", "/php/", "/filename?php",
                "/aaaphpaaa", "//windows.PHP",
            ]),
        RobotsExpectation(
            "2.2.3", "a wildcard between", file: foobot("disallow: /", "allow: /fish*.php"),
            allowed: ["/fish.php", "/fishheads/catfish.php?parameters"], refused: ["/bar", "/Fish.PHP"]),
    ]

    /// Google's bound of a line: 2083 * 8 bytes with the terminator; what stands behind it is cut off.
    @Test func aRuleBeyondTheLineBoundCountsAsFarAsItWasRead() throws {
        func padded(_ letter: Character, behind name: String) -> String {
            "/x/" + String(repeating: letter, count: 2083 * 8 - 1 - name.utf8.count - 3)
        }
        let cut = padded("a", behind: "disallow: ")
        try RobotsExpectation(
            "2.5", "a cut Disallow", file: Self.foobot("disallow: \(cut)/qux"), allowed: ["/fux"],
            refused: [cut + "/fux"]
        ).check()
        let one = padded("a", behind: "allow: ")
        let other = padded("b", behind: "allow: ")
        try RobotsExpectation(
            "2.5", "a cut Allow", file: Self.foobot("disallow: /", "allow: \(one)/qux", "allow: \(other)/qux"),
            allowed: [one + "/qux", other + "/fux"], refused: ["/"]
        ).check()
    }

    /// Google's `GetPathParamsQuery`: what of an address is compared.
    @Test(arguments: [
        ("http://www.example.com", "/"), ("http://www.example.com/", "/"), ("http://www.example.com/a", "/a"),
        ("http://www.example.com/a/", "/a/"), ("http://www.example.com/a/b?c=http://d.e/", "/a/b?c=http://d.e/"),
        ("http://www.example.com/a/b?c=d&e=f#fragment", "/a/b?c=d&e=f"), ("example.com", "/"), ("example.com/", "/"),
        ("example.com/a", "/a"), ("example.com/a/", "/a/"), ("example.com/a/b?c=d&e=f#fragment", "/a/b?c=d&e=f"),
        ("example.com?a", "/?a"), ("example.com/a;b#c", "/a;b"), ("//a/b/c", "/b/c"),
    ])
    func pathAndQueryAreCompared(_ written: String, compared: String) throws {
        let path = RobotsPath(try PageAddress(submitted: written))
        #expect(String(decoding: path.escaped, as: UTF8.self) == compared)
    }

    /// The rest of `GetPathParamsQuery`: texts without a host, which here never become an address on their own.
    @Test(arguments: ["", "a", "a/", "a/b", "/a"])
    func whatNamesNoHostIsNoAddress(_ written: String) {
        #expect(throws: AddressFault.self) { try PageAddress(submitted: written) }
    }

    @Test func aPathIsComparedFromThePageItStandsOn() throws {
        let base = try PageAddress.forTest("/")
        #expect(RobotsPath(try PageAddress("/a", relativeTo: base)).escaped == Array("/a".utf8))
    }

    /// Google's `MaybeEscapePattern`.
    @Test(arguments: [("/a/b/c", "/a/b/c"), ("/á", "/%C3%A1"), ("/%aa", "/%AA")])
    func rulesAreBroughtIntoOneSpelling(_ written: String, spelled: String) throws {
        let rules = robotsRules("user-agent: *\ndisallow: \(written)$")
        #expect(rules.refusal(of: try .forTest(spelled)) != nil)
        #expect(RobotsPattern(Array(written.utf8), in: .escaped) == RobotsPattern(Array(spelled.utf8), in: .escaped))
    }
}

extension PageAddress {
    static func forTest(_ path: String) throws -> PageAddress { try PageAddress("http://foo.bar" + path) }
}
