import Findings
import Foundation
import GradingCore
import Reporting
import Testing

/// The laws of pages without script: comparisons and summaries.
@Suite struct PlainPageTests {
    /// Reads the page with Python's HTML parser and names every law that it breaks.
    static let laws = """
        import sys, re
        from html.parser import HTMLParser
        VOID = {"meta", "br", "link", "img", "input", "hr", "line", "rect"}
        class Page(HTMLParser):
            def __init__(self):
                super().__init__(convert_charrefs=True)
                self.bad, self.open, self.ids, self.refs, self.level, self.count = [], [], [], [], 0, {}
            def handle_startendtag(self, tag, attrs):
                self.handle_starttag(tag, attrs)
                if tag not in VOID: self.open.pop()
            def handle_starttag(self, tag, attrs):
                self.count[tag] = self.count.get(tag, 0) + 1
                names = [name for name, _ in attrs]
                values = dict(attrs)
                if len(set(names)) != len(names): self.bad.append(("repeated attribute", tag, attrs))
                if tag in {"script", "iframe", "object", "embed", "form", "base", "img", "link", "input", "button"}:
                    self.bad.append(("element", tag))
                for name, value in attrs:
                    if name.startswith("on") or name in {"style", "src", "srcset", "xlink:href", "formaction"}:
                        self.bad.append(("attribute", name, value))
                    if name == "id":
                        if value in self.ids: self.bad.append(("id twice", value))
                        self.ids.append(value)
                    if name in {"aria-labelledby"}: self.refs.append(value)
                    if name == "href":
                        if value.startswith("#"): self.refs.append(value[1:])
                        elif not re.match("https?://[^/]", value): self.bad.append(("href", value))
                        elif values.get("rel") != "noreferrer noopener": self.bad.append(("rel", value))
                if tag == "th" and values.get("scope") not in {"row", "col"}: self.bad.append(("th without scope",))
                if re.match("h[1-6]$", tag):
                    if int(tag[1]) > self.level + 1: self.bad.append(("heading order", self.level, tag))
                    self.level = int(tag[1])
                if tag not in VOID: self.open.append(tag)
            def handle_endtag(self, tag):
                if tag in VOID: return
                if not self.open or self.open[-1] != tag: self.bad.append(("not balanced", tag, self.open[-3:]))
                else: self.open.pop()
        text = open(sys.argv[1], encoding="utf-8").read()
        page = Page()
        page.feed(text)
        page.close()
        for ref in page.refs:
            if ref not in page.ids: page.bad.append(("no such id", ref))
        for tag in ("main", "h1", "header", "nav", "footer", "title", "style", "html", "head", "body"):
            if page.count.get(tag) != 1: page.bad.append(("exactly one", tag, page.count.get(tag)))
        if page.open: page.bad.append(("left open", page.open))
        for mark in re.finditer("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]", text):
            page.bad.append(("control character", hex(ord(mark.group())), text[max(0, mark.start() - 30):mark.start()]))
        head = text[:text.index("<style>")]
        if "default-src 'none'" not in head.replace("&#39;", "'"): page.bad.append(("no policy",))
        for problem in page.bad[:20]: print(problem)
        sys.exit(3 if page.bad else 0)
        """

    /// What breaks a law; empty for a page that keeps them all.
    static func faults(_ page: [UInt8], _ name: String) throws -> String {
        let result = try python(laws, [try written(page, as: name)])
        return result.status == 0 ? "" : result.output
    }

    @Test("The checker of pages finds what it looks for")
    func checker() throws {
        let page = String(decoding: Later.difference.html(language: .thai), as: UTF8.self)
        #expect(try Self.faults(Array(page.utf8), "plain-page.html") == "")
        for (number, change) in [
            ("<main id=\"main\">", "<main id=\"main\"><script>1</script>"), ("<h2 ", "<h5 "), (" scope=\"row\"", ""),
            ("href=\"https://", "href=\"javascript://"), ("<h1>", "<h1 onclick=\"x\">"), ("</h1>", "\u{202E}</h1>"),
            ("</article>", ""), ("noopener", ""), ("default-src", "img-src"), ("<header>", "<header style=\"x\">"),
        ].enumerated() {
            let broken = page.replacing(change.0, with: change.1, maxReplacements: 1)
            try #require(broken != page)
            #expect(try Self.faults(Array(broken.utf8), "plain-page-\(number).html") != "", "\(change.0)")
        }
    }
}
