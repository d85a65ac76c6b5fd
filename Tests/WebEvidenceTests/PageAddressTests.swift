import Testing

@testable import WebEvidence

/// Cases after the WHATWG URL standard's test data, RFC 3986 section 5.4 and addresses as officers write them.
@Suite struct PageAddressTests {
    static let accepted: [(written: String, text: String)] = [
        ("http://example.go.th", "http://example.go.th/"),
        ("HTTP://Example.GO.TH/A", "http://example.go.th/A"),
        ("http://example.go.th:80/", "http://example.go.th/"),
        ("https://example.go.th:443/", "https://example.go.th/"),
        ("http://example.go.th:443/", "http://example.go.th:443/"),
        ("http://example.go.th:/x", "http://example.go.th/x"),
        ("http://example.go.th:0080/x", "http://example.go.th/x"),
        ("http://122.154.141.226:9998/blog", "http://122.154.141.226:9998/blog"),
        ("  http://h.th/ \n", "http://h.th/"),
        ("ht\ntp://h.th/a\tb", "http://h.th/ab"),
        ("http:\\\\h.th\\a\\b?c\\d", "http://h.th/a/b?c%5Cd"),
        ("http:/h.th/x", "http://h.th/x"),
        ("http:h.th/x", "http://h.th/x"),
        ("http:///h.th/x", "http://h.th/x"),
        ("https:////h.th//x", "https://h.th//x"),
        ("http://h.th?x=1", "http://h.th/?x=1"),
        ("http://h.th#top", "http://h.th/#top"),
        ("http://h.th/?", "http://h.th/?"),
        ("http://h.th/#", "http://h.th/#"),
        ("http://h.th/a#b#c", "http://h.th/a#b%23c"),
        ("http://h.th/a?b?c#d?e", "http://h.th/a?b?c#d?e"),
        ("http://h.th/a b", "http://h.th/a%20b"),
        ("http://h.th/ข่าว", "http://h.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7"),
        ("http://h.th/?ปี=๒๕๖๖", "http://h.th/?%E0%B8%9B%E0%B8%B5=%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%96"),
        ("http://h.th/#บน", "http://h.th/#%E0%B8%9A%E0%B8%99"),
        ("http://h.th/%e0%b8%81/%E0%B8%81", "http://h.th/%e0%b8%81/%E0%B8%81"),
        ("http://h.th/100%", "http://h.th/100%"),
        ("http://h.th/a%zz%20b?50%#%", "http://h.th/a%zz%20b?50%#%"),
        ("http://h.th/a%2Fb", "http://h.th/a%2Fb"),
        ("http://h.th/a[1]|{x}^`\"<>", "http://h.th/a%5B1%5D%7C%7Bx%7D%5E%60%22%3C%3E"),
        ("http://h.th/?a[]=1&b='x'", "http://h.th/?a%5B%5D=1&b='x'"),
        ("http://h.th/a;b=1,2/!$&'()*+@:~_-", "http://h.th/a;b=1,2/!$&'()*+@:~_-"),
        ("http://h.th/a/../b", "http://h.th/b"),
        ("http://h.th/a/./b/.", "http://h.th/a/b/"),
        ("http://h.th/../../x", "http://h.th/x"),
        ("http://h.th/a/b/..", "http://h.th/a/"),
        ("http://h.th/a/%2e%2E/b/%2e/c", "http://h.th/b/c"),
        ("http://h.th/a/.%2e", "http://h.th/"),
        ("http://h.th/a//../b", "http://h.th/a/b"),
        ("http://h.th/...", "http://h.th/..."),
        ("http://h.th/?../a", "http://h.th/?../a"),
        ("http://user:secret@h.th/x", "http://h.th/x"),
        ("http://user@h.th:8080/x", "http://h.th:8080/x"),
        ("http://a@b@h.th/", "http://h.th/"),
        ("http://h.th/@x", "http://h.th/@x"),
        ("http://กรมการปกครอง.ไทย/", "http://กรมการปกครอง.ไทย/"),
        ("http://%E0%B8%81.th/", "http://ก.th/"),
        ("http://ex%61mple.th/", "http://example.th/"),
        ("http://a。b．th/", "http://a.b.th/"),
        ("http://go\u{200B}v.th/", "http://gov.th/"),
        ("http://my_site.go.th/", "http://my_site.go.th/"),
        ("http://h.th./", "http://h.th./"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://[2001:DB8::A]/", "http://[2001:db8::a]/"),
        ("http://[::ffff:192.168.0.1]/", "http://[::ffff:192.168.0.1]/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://0177.0.0.01/", "http://127.0.0.1/"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://192.168.0.1./", "http://192.168.0.1/"),
        ("http://1.2.3.example/", "http://1.2.3.example/"),
        ("http://xn--12caamp1jsbpcd4i6b.xn--o3cw4h/", "http://xn--12caamp1jsbpcd4i6b.xn--o3cw4h/"),
        ("http://h.th/\u{1F600}", "http://h.th/%F0%9F%98%80"),
        ("http://h.th/a\u{0}b", "http://h.th/a%00b"),
    ]

    @Test(arguments: accepted) func absoluteAddressesAreNormalisedAsABrowserDoes(
        _ row: (written: String, text: String)
    ) throws {
        #expect(try PageAddress(row.written).text == row.text)
    }

    @Test(arguments: accepted) func normalisingTwiceChangesNothing(_ row: (written: String, text: String)) throws {
        #expect(try PageAddress(PageAddress(row.written).text) == PageAddress(row.written))
    }

    @Test(arguments: [
        "", " ", "http:", "http://", "https:///", "http://?x", "http://#x", "http://:80/", "http://@/",
        "http://a b/", "http://a<b/", "http://a%20b/", "http://a|b/", "http://[::1/", "http://[::1]x/",
        "http://[1::2::3]/", "http://[12345::]/", "http://[1:2:3:4:5:6:7]/", "http://[::g]/",
        "http://h.th:99999/", "http://h.th:65536/", "http://h.th:8a/", "http://h.th:-1/", "http://h.th:0/",
        "http://256.256.256.256/", "http://1.2.3.4.5/", "http://1.2.3.08/", "http://4294967296/", "http://.h.th/",
        "www.example.go.th", "/x", "?q", "#f", "ไม่มี",
    ]) func textsThatAreNoAbsoluteAddressAreMalformed(_ written: String) {
        #expect(throws: AddressFault.malformed) { try PageAddress(written) }
    }

    @Test(arguments: [
        ("ftp://h.th/x", "ftp"), ("javascript:void(0)", "javascript"), ("MAILTO:a@b.th", "mailto"), ("tel:02", "tel"),
        ("data:text/html,x", "data"), ("file:///etc/passwd", "file"), ("htttp://h.th/", "htttp"),
    ]) func otherSchemesAreNamed(_ written: String, _ scheme: String) {
        #expect(throws: AddressFault.unsupportedScheme(scheme)) { try PageAddress(written) }
        #expect(throws: AddressFault.unsupportedScheme(scheme)) { try PageAddress(submitted: written) }
    }

    @Test func partsAreReadApart() throws {
        let address = try PageAddress("https://กรม.ไทย:8443/a/ข%20.pdf?q=1#p")
        #expect(address.scheme == "https")
        #expect(address.host == "กรม.ไทย")
        #expect(address.port == 8443)
        #expect(address.path == "/a/%E0%B8%82%20.pdf")
        #expect(address.query == "q=1")
        #expect(address.fragment == "p")
        #expect(address.fileName == "ข .pdf")
        #expect(address.hostKey == HostKey(scheme: "https", host: "กรม.ไทย", port: 8443))
        #expect(address.withoutFragment.text.hasSuffix("?q=1"))
    }

    @Test func pagesAreTheSameDespiteFragmentAndEscapes() throws {
        let page = try PageAddress("http://h.th/ก?x=ข")
        #expect(page.isSamePage(as: try PageAddress("http://H.th:80/%e0%b8%81?x=%E0%B8%82#top")))
        #expect(!page.isSamePage(as: try PageAddress("https://h.th/ก?x=ข")))
        #expect(!page.isSamePage(as: try PageAddress("http://h.th/ก?x=ค")))
    }

    /// Browsers send it as it is, and servers answer to that.
    @Test func aLoosePercentSignInTheBaseStaysWhenALinkIsResolved() throws {
        let base = try PageAddress("http://h.th/100%/a?x=5%")
        #expect(try PageAddress("b%2.pdf", relativeTo: base).text == "http://h.th/100%/b%2.pdf")
        #expect(try PageAddress("", relativeTo: base).text == "http://h.th/100%/a?x=5%")
        #expect(try PageAddress(base.text) == base)
    }
}
