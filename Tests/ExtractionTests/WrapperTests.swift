import Testing
import WebEvidence

@testable import Extraction

/// Addresses behind addresses. The table of ordinary ones is the examples and decoys of the rules themselves.
@Suite struct WrapperTests {
    private let rules: WrapperRules

    init() throws { rules = try Wrappers.rules() }

    private func opened(_ text: String) throws -> String? {
        let address = try PageAddress(text)
        return (rules.contentAddress(of: address) ?? rules.contentAddress(behindPageAt: address))?.target.text
    }

    /// `inner` in so many of Google's viewers.
    private func nested(_ inner: String, _ depth: Int) -> String {
        (0..<depth).reduce(inner) { inner, _ in
            let escaped = inner.utf8.map { byte in
                let isPlain = (48...57).contains(byte) || (97...122).contains(byte) || byte == 46
                let hex = String(byte, radix: 16, uppercase: true)
                return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count == 1 ? "0" : "") + hex
            }.joined()
            return "https://docs.google.com/gview?embedded=true&url=" + escaped
        }
    }

    @Test("a viewer of a Drive file is opened down to the file, and every step says which rule it was")
    func chain() throws {
        let address = try PageAddress(nested("https://drive.google.com/file/d/1abc/view", 1))
        let way = try #require(rules.contentAddress(of: address))
        #expect(way.steps.map(\.rule) == ["google-viewer", "drive-file"])
        #expect(way.target.text == "https://drive.google.com/uc?export=download&id=1abc")
        #expect(way.steps.last?.to == way.target && way.steps.first?.from == address)
        #expect(way.steps.allSatisfy { !$0.says.thai.isEmpty && !$0.says.english.isEmpty })
    }

    @Test("four viewers inside each other are opened, five are asked for as they are written")
    func depth() throws {
        let file = "https://www.example.go.th/a.pdf"
        #expect(try opened(nested(file, 4)) == file)
        #expect(try opened(nested(file, 5)) == nil)
        #expect(try opened(nested(file, 12)) == nil)
    }

    @Test("what leads back to itself opens nothing")
    func loops() throws {
        let own = "https://www.example.go.th/viewer.html?file=viewer.html"
        #expect(try opened(own) == "https://www.example.go.th/viewer.html")
        #expect(try opened("https://www.example.go.th/viewer.html?file=%3Ffile=viewer.html") != nil)
        let self1 = "https://www.example.go.th/viewer.html?file="
        #expect(try opened(self1) == nil)
        #expect(try opened("https://www.example.go.th/viewer.html?file=.") == "https://www.example.go.th/")
        #expect(try opened("https://www.example.go.th/viewer.html?file=%23page") == nil)
    }

    @Test(
        "only web addresses come out of a viewer",
        arguments: [
            "javascript:alert(1)", "JavaScript%3Aalert(1)", "data:text/html,x", "file:///etc/passwd",
            "file%3A%2F%2F%2Fetc%2Fpasswd",
            "ftp://files.example/a.pdf", "blob:https://www.example.go.th/1", "about:blank", "%00", "http://",
            "https%3A%2F%2F",
            "vbscript:x", "chrome://settings", "\u{0}",
        ])
    func otherSchemes(inner: String) throws {
        for viewer in ["https://docs.google.com/gview?url=", "https://view.officeapps.live.com/op/view.aspx?src="] {
            #expect(try opened(viewer + inner) == nil, "\(viewer)")
        }
        let local = try opened("https://www.example.go.th/web/viewer.html?file=" + inner)
        #expect(local?.hasPrefix("https://www.example.go.th/") ?? true, "\(local ?? "")")
    }

    @Test("an address that was escaped twice is opened, one that was escaped three times is not guessed at")
    func doubleEscapes() throws {
        let viewer = "https://docs.google.com/gview?url="
        #expect(
            try opened(viewer + "https%253A%252F%252Fwww.example.go.th%252Fa%2520b.pdf")
                == "https://www.example.go.th/a%20b.pdf")
        #expect(try opened(viewer + "https%25253A%25252F%25252Fwww.example.go.th%25252Fa.pdf") == nil)
        #expect(
            try opened(viewer + "https://www.example.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf")
                == "https://www.example.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf")
        #expect(
            try opened(viewer + "https://www.example.go.th/แผน+ปี.pdf")
                == "https://www.example.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%9B%E0%B8%B5.pdf")
    }

    @Test("hosts in Thai script, with ports and in capitals are kept")
    func hosts() throws {
        let viewer = "https://docs.google.com/gview?url="
        #expect(try opened(viewer + "https://เทศบาล.ไทย/a.pdf") == "https://เทศบาล.ไทย/a.pdf")
        #expect(try opened(viewer + "http%3A%2F%2F10.0.0.1%3A8080%2Fa.pdf") == "http://10.0.0.1:8080/a.pdf")
        #expect(
            try opened("HTTPS://DRIVE.Google.COM/File/D/1aBc/View")
                == "https://drive.google.com/uc?export=download&id=1aBc")
        #expect(try opened("https://drive.google.com@evil.example/file/d/1/view") == nil)
    }

    @Test("a captured value cannot leave its place")
    func injection() throws {
        #expect(
            try opened("https://drive.google.com/file/d/1&export=view&id=2/view")
                == "https://drive.google.com/uc?export=download&id=1%26export%3Dview%26id%3D2")
        #expect(
            try opened("https://docs.google.com/document/d/..%2F..%2Fx/edit")
                == "https://docs.google.com/document/d/..%2F..%2Fx/export?format=docx")
    }

    @Test("a query without end is not looked into")
    func hugeQuery() throws {
        let long = String(repeating: "a", count: 9_000)
        #expect(try opened("https://docs.google.com/gview?x=\(long)&url=https://www.example.go.th/a.pdf") == nil)
        let many = Array(repeating: "a=1", count: 1_000).joined(separator: "&")
        #expect(try opened("https://docs.google.com/gview?\(many)&url=https://www.example.go.th/a.pdf") == nil)
        #expect(try opened("https://docs.google.com/gview?url=https://www.example.go.th/a.pdf&\(many)") != nil)
    }

    @Test("addresses that must be asked first are opened only behind their page")
    func askedFirst() throws {
        let open = try PageAddress("https://drive.google.com/open?id=1abc")
        #expect(rules.contentAddress(of: open) == nil)
        #expect(
            rules.contentAddress(behindPageAt: open)?.target.text
                == "https://drive.google.com/uc?export=download&id=1abc")
        let file = try PageAddress("https://drive.google.com/file/d/1abc/view")
        #expect(rules.contentAddress(behindPageAt: file) == nil, "its rule has had its turn")
        let viewer = try PageAddress("https://www.example.go.th/web/viewer.html?file=a.pdf")
        #expect(rules.contentAddress(of: viewer) == nil && rules.contentAddress(behindPageAt: viewer)?.isGuess == false)
        let own = try PageAddress("https://www.example.go.th/view.php?file=a.pdf")
        #expect(rules.contentAddress(behindPageAt: own)?.isGuess == true)
    }

    @Test("the confirmation of a large file keeps what its form holds and nothing that breaks out of a field")
    func interstitial() throws {
        let page = try PageAddress("https://drive.usercontent.google.com/download?id=1abc&export=download")
        func way(_ markup: String) -> String? {
            rules.interstitial(at: page, body: Array(markup.utf8))?.target.text
        }
        let base = "https://drive.usercontent.google.com/download?id=1abc&confirm="
        #expect(
            way(
                "<form id=download-form action=/download><input name=id value=1abc><input name=confirm value='a b&c=%41'></form>"
            )
                == base + "a%20b%26c%3D%2541")
        #expect(way("<form id=download-form action=//www.google.com/x><input name=id value=1></form>") == nil)
        #expect(way("<form id=download-form action=javascript:x><input name=id value=1></form>") == nil)
        #expect(way("<form id=download-form><input name=id value=1></form>") == nil)
        #expect(way("\u{0}") == nil && way("") == nil)
        #expect(rules.interstitial(at: page, body: []) == nil)
    }

    @Test(
        "social networks are told from their names in other places",
        arguments: [
            ("https://web.facebook.com/example", "facebook"), ("https://fb.me/e/1", "facebook"),
            ("https://lin.ee/a", "line"),
            ("https://www.youtube.com/watch?v=1", "youtube"), ("https://twitter.com/a", "x"),
        ])
    func services(address: String, id: String) throws {
        #expect(rules.service(of: try PageAddress(address))?.id == id)
    }

    @Test("a frame with a document is content, a map, a player and an advertisement are not")
    func contentFrames() throws {
        func isContent(_ address: String, _ kind: PageEmbed.Kind = .iframe) throws -> Bool {
            rules.isContent(PageEmbed(kind: kind, address: try PageAddress(address), title: ""))
        }
        #expect(try isContent("https://drive.google.com/file/d/1abc/preview"))
        #expect(try isContent("https://cdn.example/o12.PDF?v=1", .object))
        #expect(try isContent("https://cdn.example/web/viewer.html?file=/x.php"))
        #expect(try !isContent("https://cdn.example/view.php?file=x.pdf"), "only a guess")
        #expect(try isContent("https://docs.google.com/gview?embedded=true&url=https://www.example.go.th/a.pdf"))
        #expect(try !isContent("https://www.google.com/maps/embed?pb=1"))
        #expect(try !isContent("https://www.youtube.com/embed/abc"))
        #expect(try !isContent("https://ads.example/banner.html"))
        #expect(try !isContent("https://cdn.example/clip.pdf", .video))
        #expect(!rules.isContent(PageEmbed(kind: .iframe, address: nil, title: "")))
    }
}
