import Testing
import WebEvidence

@testable import Extraction

/// Files that viewers name in their settings.
@Suite struct WrappedContentTests {
    private func page(_ markup: String) throws -> ExtractedDocument {
        extractedDocument(
            body: Array("<!DOCTYPE html>\(markup)".utf8), contentType: "text/html; charset=utf-8", lastModified: nil,
            address: try Fixture.address(), wrappers: try Wrappers.rules())
    }

    @Test("the file of a viewer is an embed named for its rule, under the heading of its place")
    func embed() throws {
        let document = try page(
            "<h2>แผนการใช้จ่าย</h2><div data-pdf-url='plan.pdf' title='แผนปี 2566'></div><script>PDFObject.embed('/b.pdf','#x')</script>"
        )
        #expect(document.embeds.map(\.kind) == [.embed, .embed])
        #expect(document.embeds.map(\.title) == ["แผนปี 2566", "PDFObject"])
        #expect(document.embeds.map(\.address?.path) == ["/ita/plan.pdf", "/b.pdf"])
        #expect(document.embeds.first?.headings == ["แผนการใช้จ่าย"])
    }

    @Test("a page that is nothing but a viewer does not wait for its script")
    func shell() throws {
        let markup =
            "<title>x</title><div id=root></div><script>pdfjsLib.getDocument('/files/o10.pdf').promise.then(f)</script>"
        #expect(try !page(markup).needsScript)
        #expect(try page(markup.replacing("'/files/o10.pdf'", with: "url")).needsScript)
    }

    @Test("a file that the page links to as well stays a link alone")
    func linked() throws {
        let document = try page("<div data-pdf-url='plan.pdf'></div><p><a href='plan.pdf#page=1'>แผน</a></p>")
        #expect(document.embeds.isEmpty && document.links.count == 1)
    }

    @Test("a frame and the settings around it are one embed")
    func once() throws {
        let document = try page("<div data-pdf-url='plan.pdf'><iframe src='plan.pdf'></iframe></div>")
        #expect(document.embeds.count == 1)
    }

    @Test("an embedded Drive file of Google Sites is one embed, named as its frame names it")
    func googleSites() throws {
        let markup = """
            <section><h2>o12 แผนการจัดซื้อจัดจ้าง</h2><div data-embed-doc-id="1abc"
             data-embed-open-url="https://drive.google.com/open?id=1abc"
             data-embed-download-url="https://drive.google.com/uc?id=1abc&amp;export=download">
             <iframe aria-label="Drive, แผนจัดซื้อ 2566.pdf" data-src="https://drive.google.com/file/d/1abc/preview"></iframe></div></section>
            """
        let embeds = try page(markup).embeds
        #expect(embeds.map(\.kind) == [.iframe] && embeds.map(\.title) == ["Drive, แผนจัดซื้อ 2566.pdf"])
        let withoutFrame = markup.replacing("<iframe", with: "<i").replacing("</iframe>", with: "</i>")
        #expect(try page(withoutFrame).embeds.map(\.title) == ["Google Drive"], "named twice, taken once")
        #expect(try page(withoutFrame).embeds.map(\.headings) == [["o12 แผนการจัดซื้อจัดจ้าง"]])
    }

    @Test("a page with a hundred settings gives a bounded number of embeds")
    func bounded() throws {
        let many = (0..<100).map { "<div data-pdf='f\($0).pdf'></div>" }.joined()
        #expect(try page(many).embeds.count == Limits.wrappedContent)
    }

    @Test(
        "scripts that end in the middle or hold what is no address give nothing",
        arguments: [
            "PDFObject.embed('", "PDFObject.embed('/a.pdf", "PDFObject.embed(`/${id}.pdf`)",
            "PDFObject.embed('/a' + '.pdf')",
            "PDFObject.embed('javascript:x.pdf')", "PDFObject.embed('')", "PDFObject.embed(\"\\",
            "DEFAULT_URL == 'a.pdf'",
            "PDFObject.embed('<b>.pdf')",
        ])
    func brokenScripts(script: String) throws {
        #expect(try page("<script>\(script)</script>").embeds.isEmpty)
    }

    @Test("without rules nothing is found")
    func noRules() throws {
        #expect(try Fixture.document("<div data-pdf-url='plan.pdf'></div>").embeds.isEmpty)
    }

    @Test("a script of many names is read in one pass, also where each might be a setting", .timeLimit(.minutes(1)))
    func longScript() throws {
        let script = String(repeating: "x.url('c');url='a.pdf';", count: 20_000)
        #expect(try page("<script>\(script)PDFObject('/y')</script>").embeds.map(\.address?.path) == ["/ita/a.pdf"])
        #expect(try page("<script>\(script)</script>").embeds.isEmpty)
    }
}
