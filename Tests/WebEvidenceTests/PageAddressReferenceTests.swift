import Testing

@testable import WebEvidence

@Suite struct PageAddressReferenceTests {
    /// RFC 3986 section 5.4.1 and 5.4.2, with an http base, as browsers resolve them.
    static let standard: [(reference: String, text: String)] = [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
        (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
        ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("g/./h", "http://a/b/c/g/h"),
        ("g;x=1/../y", "http://a/b/c/y"), ("g?y/../x", "http://a/b/c/g?y/../x"), ("http:g", "http://a/b/c/g"),
        ("http:/g", "http://a/g"), ("https:g", "https://g/"), ("\\g", "http://a/g"), ("\\\\g\\h", "http://g/h"),
        ("///g", "http://g/"), ("ก ข.pdf", "http://a/b/c/%E0%B8%81%20%E0%B8%82.pdf"), ("%2e%2e/g", "http://a/b/g"),
        (" g\n", "http://a/b/c/g"), ("?", "http://a/b/c/d;p?"), ("#", "http://a/b/c/d;p?q#"),
        ("2566:1.pdf", "http://a/b/c/2566:1.pdf"), ("//u:p@g:8080/x", "http://g:8080/x"),
    ]

    @Test(arguments: standard) func referencesResolveAsInABrowser(_ row: (reference: String, text: String)) throws {
        let base = try PageAddress("http://a/b/c/d;p?q#old")
        #expect(try PageAddress(row.reference, relativeTo: base).text == row.text)
    }

    /// Paths that are taken as they are, and those beside them that must be mended.
    static let rooted = [
        "/", "/a", "/a/", "/a.b/c-d_e.php", "/page/12?id=3&x=a.b/c", "/a?b", "/a?", "/a?b?c", "/a//b", "/a/./b",
        "/a/../b", "/.a", "/a/.b/c", "/a/..b", "/a?x=../y", "/a?/../b", "/A%41", "/a b", "/a#f", "/ก", "/a\\b", "//h/a",
        "/a?b=c d", "/a?b=%20", "/a;b", "/a:b", "/a?b=&c==", "/a./b", "/a../b", "/-/_",
    ]

    @Test(arguments: rooted) func rootedReferencesAreReadAsWholeAddressesAre(_ reference: String) throws {
        let base = try PageAddress("https://www.test.example:8443/x/y?z#f")
        let resolved = try PageAddress(reference, relativeTo: base)
        let isOfOtherHost = reference.hasPrefix("//")
        let whole = try PageAddress(
            isOfOtherHost ? "https:" + reference : "https://www.test.example:8443" + reference)
        #expect(resolved == whole)
        #expect(resolved.text == whole.text && resolved.query == whole.query && resolved.fragment == whole.fragment)
    }

    @Test func referencesKeepAPortAndAThaiHost() throws {
        let base = try PageAddress("https://กรม.ไทย:8443/a/b")
        #expect(try PageAddress("../c", relativeTo: base).text == "https://กรม.ไทย:8443/c")
    }

    @Test func referencesOfOtherSchemesAreNamed() throws {
        let base = try PageAddress("http://a/")
        #expect(throws: AddressFault.unsupportedScheme("javascript")) {
            try PageAddress("javascript:x()", relativeTo: base)
        }
        #expect(throws: AddressFault.malformed) { try PageAddress("//", relativeTo: base) }
    }

    static let typed: [(written: String, text: String)] = [
        ("www.x.go.th/a", "http://www.x.go.th/a"), ("x.go.th:8080/a", "http://x.go.th:8080/a"),
        ("x.go.th", "http://x.go.th/"), ("X.GO.TH?id=1", "http://x.go.th/?id=1"), ("//x.go.th/a", "http://x.go.th/a"),
        ("กรม.ไทย/ข้อ", "http://กรม.ไทย/%E0%B8%82%E0%B9%89%E0%B8%AD"), ("localhost:8000/a", "http://localhost:8000/a"),
        ("\u{FEFF}https://x.go.th/a\u{200B}\u{A0}", "https://x.go.th/a"), ("127.0.0.1:81", "http://127.0.0.1:81/"),
        ("http:\\\\x.go.th", "http://x.go.th/"), ("  https://x.go.th/a b  ", "https://x.go.th/a%20b"),
        ("x.go.th:8080?a", "http://x.go.th:8080/?a"), ("[::1]/x", "http://[::1]/x"),
    ]

    @Test(arguments: typed) func submittedAddressesMayLackTheScheme(_ row: (written: String, text: String)) throws {
        #expect(try PageAddress(submitted: row.written).text == row.text)
    }

    @Test(arguments: ["", "-", "ไม่มี", "มี", "o12", "/a/b.pdf", "ดูที่ www.x.go.th", "?id=1", ".", "x."])
    func notesInPlaceOfAnAddressAreMalformed(_ written: String) {
        #expect(throws: AddressFault.malformed) { try PageAddress(submitted: written) }
    }
}
