import Testing
import WebEvidence

@testable import Extraction

/// The REST interface of WordPress as a second source.
@Suite struct WordPressContentTests {
    private func asked(_ markup: String, headers: [HeaderField] = [], outcome: Outcome = .ok) throws -> String? {
        let page = try PageAddress("https://www.example.go.th/oit/o10/")
        return wordPressAddress(
            of: FetchRecord(
                requested: page, final: page, status: 200, headers: headers, body: Array(markup.utf8), outcome: outcome)
        )?.text
    }

    private func link(_ href: String) -> String {
        "<html><head><link rel='alternate' title='JSON' type='application/json' href='\(href)'></head><body></body></html>"
    }

    @Test(
        "a page that names its entry is asked for there",
        arguments: [
            "https://www.example.go.th/wp-json/wp/v2/pages/123", "https://example.go.th/roiet/wp-json/wp/v2/posts/7",
            "https://www.example.go.th/index.php?rest_route=/wp/v2/pages/26424",
            "https://www.example.go.th/?rest_route=%2Fwp%2Fv2%2Fita%2F9",
        ])
    func alternates(address: String) throws {
        #expect(try asked(link(address)) == address)
        let header = HeaderField(
            name: "Link",
            value:
                "<https://www.example.go.th/wp-json/>; rel=\"https://api.w.org/\", <\(address)>; rel=\"alternate\"; type=\"application/json\""
        )
        #expect(try asked("<p>x", headers: [header]) == address)
    }

    @Test(
        "other sites, other routes and lists are not asked",
        arguments: [
            "https://evil.example/wp-json/wp/v2/pages/123", "https://www.example.go.th/wp-json/wp/v2/users/",
            "https://www.example.go.th/wp-json/wp/v2/pages", "https://www.example.go.th/wp-json/oembed/1.0/embed?url=x",
            "https://www.example.go.th/feed.json", "javascript:alert(1)", "https://www.example.go.th/wp/v2/pages/12",
            "https://www.example.go.th/wp-json/wp/v2/pages/12/revisions", "",
        ])
    func decoys(address: String) throws {
        #expect(try asked(link(address)) == nil)
    }

    @Test("an older WordPress names its interface, and its body the entry")
    func older() throws {
        func page(_ root: String, _ classes: String) -> String {
            "<html><head><link rel='https://api.w.org/' href='\(root)'></head><body class='\(classes)'></body></html>"
        }
        let root = "https://www.example.go.th/wp-json/"
        #expect(try asked(page(root, "home page-id-15 x")) == root + "wp/v2/pages/15")
        #expect(try asked(page(root, "single postid-8")) == root + "wp/v2/posts/8")
        #expect(
            try asked(page("https://www.example.go.th/?rest_route=/", "page-id-15"))
                == "https://www.example.go.th/?rest_route=/wp/v2/pages/15")
        #expect(try asked(page(root, "archive")) == nil)
        #expect(try asked("<body class='page-id-15'>") == nil)
        #expect(try asked(page(root, "page-id-15"), outcome: .http404) == nil)
    }

    private func document(_ json: String) throws -> ExtractedDocument? {
        wordPressDocument(
            json: Array(json.utf8), address: try PageAddress("https://www.example.go.th/wp-json/wp/v2/pages/123"),
            wrappers: try Wrappers.rules())
    }

    @Test("an entry is a page with title, headings, tables, links and dates")
    func entry() throws {
        let json = """
            {"id": 123, "date": "2023-01-09T10:00:00", "modified": "2023-04-03T15:30:00",
             "link": "https://www.example.go.th/oit/o10/", "title": {"rendered": "แผนดำเนินงาน &#8211; 2566"},
             "content": {"rendered": "<h2>ไตรมาส 1</h2><table><tr><th>โครงการ</th><th>งบ</th></tr><tr><td>ถนน</td><td>10</td></tr></table><p><a href='../plan.pdf'>แผน</a></p><div data-pdf-url='show.pdf'></div>", "protected": false}}
            """
        for text in [json, "[\(json)]"] {
            let document = try #require(try document(text))
            #expect(document.title == "แผนดำเนินงาน – 2566")
            #expect(document.blocks.first?.text == "แผนดำเนินงาน – 2566" && document.blocks.first?.region == .main)
            #expect(document.tables.count == 1)
            #expect(document.links.map(\.address?.text) == ["https://www.example.go.th/oit/plan.pdf"])
            #expect(document.embeds.map(\.address?.path) == ["/oit/o10/show.pdf"])
            #expect(document.machineDates.map(\.text) == ["2023-01-09T10:00:00", "2023-04-03T15:30:00"])
            #expect(document.machineDates.map(\.role) == [.published, .updated])
        }
    }

    @Test(
        "what is no open entry gives no document",
        arguments: [
            "", "<html>", "[]", "[1]", "null", "{\"code\": \"rest_forbidden\", \"data\": {\"status\": 401}}",
            "{\"content\": {\"rendered\": \"\", \"protected\": true}}", "{\"content\": \"text\"}",
            "{\"title\": {\"rendered\": \"x\"}}",
            "[{\"content\": {\"rendered\": \"a\"}}, {\"content\": {\"rendered\": \"b\"}}]",
        ])
    func others(json: String) throws {
        #expect(try document(json) == nil)
    }
}
