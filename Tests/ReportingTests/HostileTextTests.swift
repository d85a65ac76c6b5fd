import Findings
import Foundation
import GradingCore
import Reporting
import Testing

@Suite struct HostileTextTests {
    static func report() throws -> Report { try #require(Report(Hostile.assessment, frame: Sample.frame)) }

    /// Reads the page with Python's HTML parser and names every law that it breaks.
    static let pageLaws = """
        import base64, hashlib, html, json, re, sys
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
                if tag in {"iframe", "object", "embed", "form", "base", "img", "link", "textarea", "template"}:
                    self.bad.append(("element", tag))
                for name, value in attrs:
                    if name.startswith("on") or name in {"style", "src", "srcset", "xlink:href", "formaction"}:
                        self.bad.append(("attribute", name, value))
                    if name == "id":
                        if value in self.ids: self.bad.append(("id twice", value))
                        self.ids.append(value)
                    if name in {"aria-labelledby", "for"}: self.refs.append(value)
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
        policy = html.unescape(re.search('Security-Policy" content="([^"]*)"', text[:text.index("<style>")]).group(1))
        def hashed(part): return "'sha256-" + base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() + "'"
        styles = re.findall("<style>(.*?)</style>", text, re.S)
        scripts = re.findall("<script([^>]*)>(.*?)</script>", text, re.S)
        if len(scripts) != 2: page.bad.append(("scripts", len(scripts)))
        elif "<" in scripts[0][1] or not isinstance(json.loads(scripts[0][1]), list): page.bad.append(("words",))
        elif scripts[0][0] != ' type="application/json" id="words"' or scripts[1][0]: page.bad.append(("script",))
        for wanted in ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "style-src " + hashed(styles[0]),
                       "script-src " + hashed(scripts[-1][1])]:
            if wanted not in policy.split("; "): page.bad.append(("policy lacks", wanted))
        if "unsafe" in policy or "http" in policy: page.bad.append(("policy", policy))
        for problem in page.bad[:20]: print(problem)
        sys.exit(3 if page.bad else 0)
        """

    @Test("The page is well formed, isolated and loads or runs nothing", arguments: ReportLanguage.allCases)
    func html(_ language: ReportLanguage) throws {
        for (name, assessment) in [
            ("hostile", Hostile.assessment), ("sample", Sample.assessment), ("empty", Variants.empty),
            ("partial", Variants.partial),
        ] {
            let report = try #require(Report(assessment, frame: Sample.frame))
            let file = try written(report.html(language: language), as: "\(name).\(language.rawValue).html")
            let result = try python(Self.pageLaws, [file])
            #expect(result.status == 0, "\(name): \(result.output)")
        }
    }

    @Test("The checker of pages finds what it looks for")
    func checker() throws {
        let page = String(decoding: Sample.report.html(language: .thai), as: UTF8.self)
        for (from, to) in [
            ("</main>", "<script>1</script></main>"), ("<h2 ", "<h5 "), ("scope=\"row\"", ""),
            ("href=\"https://", "href=\"javascript://"), ("<h1 ", "<h1 onclick=\"x\" "), ("</h1>", "\u{202E}</h1>"),
            ("</article>", ""), ("noopener", ""), ("default-src", "img-src"), ("\"use strict\"", "\"use strict\" "),
            ("box-sizing", "box-siz1ng"), ("id=\"words\">[\"", "id=\"words\">[\"<"),
            ("style-src ", "style-src https: "),
        ] {
            let broken = page.replacing(from, with: to, maxReplacements: 1)
            try #require(broken != page)
            let name = "checker-\(from.utf8.count)-\(to.utf8.count).html"
            let result = try python(Self.pageLaws, [try written(Array(broken.utf8), as: name)])
            #expect(result.status == 3, "\(from)")
        }
    }

    @Test("A terminal gets no escapes, controls or direction marks from a page", arguments: ReportLanguage.allCases)
    func terminal(_ language: ReportLanguage) throws {
        let text = try Self.report().terminalSummary(language: language, width: 100, color: false)
        for scalar in text.unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 32 && !(0x7F...0x9F).contains(scalar.value))
            #expect(!(0x200B...0x200F).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value))
            #expect(!(0x2060...0x206F).contains(scalar.value))
        }
        #expect(!text.contains("[31m"))
        let colored = try Self.report().terminalSummary(language: language, width: 100, color: true)
        let stripped = colored.replacing("\u{1B}[0m", with: "")
        let allowed = ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[31m", "\u{1B}[32m", "\u{1B}[33m"]
        #expect(!allowed.reduce(stripped) { $0.replacing($1, with: "") }.unicodeScalars.contains("\u{1B}"))
    }

    @Test("JSON gives every hostile text back unchanged and shows no control character")
    func json() throws {
        let bytes = try Self.report().json()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let evidence = try #require(object["evidence"] as? [[String: Any]])
        #expect(evidence.map { $0["submitted_url"] as? String } == Hostile.payloads)
        for byte in bytes where byte < 32 { #expect(byte == 10) }
        #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains("\u{202E}"))
        #expect(!String(decoding: bytes, as: UTF8.self).contains("\\/"))
    }

    /// Reads the tables with Python's csv module and gives them back as JSON.
    static func rows(_ bytes: [UInt8], _ name: String) throws -> [[String]] {
        let script = """
            import csv, json, sys
            raw = open(sys.argv[1], "rb").read()
            assert raw.startswith(b"\\xef\\xbb\\xbf") and raw.endswith(b"\\r\\n")
            text = raw[3:].decode("utf-8")
            assert text.replace("\\r\\n", "").count("\\n") == 0
            print(json.dumps(list(csv.reader(text.split("\\r\\n")[:-1], strict=True))))
            """
        let result = try python(script, [try written(bytes, as: name)])
        #expect(result.status == 0, "\(result.output)")
        return try JSONDecoder().decode([[String]].self, from: Data(result.output.utf8))
    }

    @Test("No cell of a table is a formula or holds a control character")
    func csv() throws {
        let report = try Self.report()
        let tables = [
            try Self.rows(report.itemsCSV(language: .thai), "hostile-items.csv"),
            try Self.rows(report.evidenceCSV(), "hostile-evidence.csv"),
        ]
        #expect(tables[0].count == 1 + Hostile.assessment.items.count)
        #expect(tables[1].count == 1 + Hostile.payloads.count)
        for table in tables {
            #expect(Set(table.map(\.count)) == [10])
            for cell in table.joined() {
                #expect(!["=", "+", "-", "@", "\t", "\r", "＝"].contains { cell.hasPrefix($0) }, "\(cell)")
                #expect(cell.unicodeScalars.allSatisfy { $0.value >= 32 && !(0x7F...0x9F).contains($0.value) })
            }
        }
        #expect(tables[1].contains { $0[2] == "'=HYPERLINK(\"http://evil.example\",\"x\")" })
        #expect(tables[1].contains { $0[2] == "comma, \"quote\" next line" })
    }

    @Test("The tables have exactly the columns that others rely on")
    func columns() throws {
        let items = try Self.rows(Sample.report.itemsCSV(language: .english), "items.csv")
        #expect(
            items[0] == [
                "item", "topic", "title", "verdict", "points", "reasons", "currency", "worth_overall", "advice", "urls",
            ])
        #expect(items[1][0...4] == ["o1", "structure", "Organisation structure", "satisfied", "100"])
        #expect(items[3][3...4] == ["not_applicable", ""])
        let evidence = try Self.rows(Sample.report.evidenceCSV(), "evidence.csv")
        #expect(
            evidence[0] == [
                "item", "evidence", "submitted_url", "url", "outcome", "status", "content_type", "bytes", "sha256",
                "title",
            ])
        #expect(evidence[2][0...1] == ["o2", "e2"])
    }
}
