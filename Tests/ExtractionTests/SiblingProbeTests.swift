import Extraction
import Testing
import WebEvidence

@Suite struct SiblingProbeTests {
    private func address(_ text: String) throws -> PageAddress { try PageAddress(submitted: text) }
    private func probe(_ text: String) throws -> SiblingProbe { try #require(SiblingProbe(try address(text))) }

    private func likeness(_ body: String, title: String = "เว็บไซต์") throws -> PageLikeness {
        PageLikeness(
            extractedDocument(
                body: Array("<html><head><title>\(title)</title></head><body>\(body)</body></html>".utf8),
                contentType: "text/html; charset=utf-8", lastModified: nil,
                address: try address("http://a.example/x")))
    }

    @Test("a front page has no sibling", arguments: ["http://a.example/", "http://a.example/index.php"])
    func frontPage(_ text: String) throws { #expect(SiblingProbe(try address(text)) == nil) }

    @Test(
        "the made-up address keeps host, folder, ending and kind of name",
        arguments: [
            ("http://a.example/news/plan2566.html", "http://a.example/news/oit-", ".html"),
            ("http://a.example/content/168", "http://a.example/content/97", ""),
            ("http://a.example/โครงสร้าง/", "http://a.example/oit-", "/"),
            ("http://a.example:8080/a/b/file.PDF", "http://a.example:8080/a/b/oit-", ".PDF"),
        ])
    func shape(_ text: String, _ start: String, _ end: String) throws {
        let made = try probe(text).address.text
        #expect(made.hasPrefix(start) && made.hasSuffix(end) && made != text, "\(made)")
    }

    @Test("numbers of a query are made up, settings stay, and nothing is made up of settings alone")
    func query() throws {
        let made = try probe("http://a.example/index.php?mod=news&id=12&lang=th").address
        let query = try #require(made.query)
        #expect(query.hasPrefix("mod=news&id=97") && query.hasSuffix("&lang=th"))
        #expect(SiblingProbe(try address("http://a.example/index.php?lang=th&page=2")) == nil)
    }

    @Test("addresses of one shape share one probe, the same in every run; others have their own")
    func sharing() throws {
        let one = try probe("http://a.example/news/1")
        #expect(one == (try probe("http://a.example/news/22")))
        #expect(one.shape == (try probe("http://a.example/blog/22")).shape)
        #expect(one.shape != (try probe("http://a.example/blog/22.html")).shape)
        #expect(one.shape != (try probe("http://b.example/news/22")).shape)
        let query = try probe("http://a.example/?mod=news&id=1")
        #expect(query.shape != (try probe("http://a.example/?mod=blog&id=1")).shape)
    }

    @Test("a page that looks like the made-up one is a soft 404, digits and counters aside")
    func soft404() throws {
        let lines = (1...9).map { "<p>ข้อความ\($0 == 9 ? "ท้าย" : "บรรทัดที่")ของหน้าไม่พบข้อมูล \($0)</p>" }.joined()
        let page = try likeness(lines + "<p>ผู้เข้าชม 1,204 คน</p>")
        let sibling = try likeness(lines + "<p>ผู้เข้าชม 1,205 คน</p>")
        let probe = try probe("http://a.example/plan.html")
        #expect(probe.outcome(of: page, sibling: sibling, others: [])?.outcome == .soft404)
        let real = try likeness("<p>แผนพัฒนาท้องถิ่น ประจำปีงบประมาณ พ.ศ. 2566 ของหน่วยงาน</p>")
        #expect(probe.outcome(of: real, sibling: sibling, others: []) == nil)
    }

    @Test("a query that the server does not look at proves nothing, unless other pages show that it chooses")
    func idleQuery() throws {
        let text = String(repeating: "เนื้อหาของประกาศที่ยาวพอที่จะเป็นหน้าเว็บจริง ", count: 12)
        let page = try likeness("<p>\(text)</p>")
        let probe = try probe("http://a.example/page.php?id=5")
        #expect(probe.outcome(of: page, sibling: page, others: []) == nil)
        let other = try likeness("<p>ประกาศอื่นซึ่งไม่เหมือนกันเลย</p>")
        #expect(probe.outcome(of: page, sibling: page, others: [other])?.outcome == .soft404)
        let thin = try likeness("<p>ไม่มีข้อมูล</p>")
        #expect(probe.outcome(of: thin, sibling: thin, others: [])?.outcome == .soft404)
    }
}
