import Discovering
import GradingCore
import TestSupport
import Testing
import WebEvidence

@Suite struct DeclaredIndexTests {
    private static func declared(year: Int, _ entries: String) -> String {
        """
        <script type="application/ld+json">{"@context": ["https://schema.org", {"oit": "urn:x-oit:"}], "@type": "ItemList",
        "oit:format": "oit-page/1", "oit:fiscalYear": \(year), "itemListElement": [\(entries)]}</script>
        """
    }

    @Test("pairs that stand in a page as data are taken as they are, by topic and not by number")
    func dataIsTaken() async throws {
        let entries = """
            {"item": {"identifier": "o99", "oit:topic": "contact", "distribution": [{"contentUrl": "/c"}]}},
            {"item": {"identifier": "o6", "name": "กฎหมาย", "distribution": [{"contentUrl": "/l1"}, {"contentUrl": "/l2"}]}}
            """
        let server = try site([
            "/": page("เทศบาล", "<a href=\"/o\">OIT 2566</a>"),
            "/o": page(
                "OIT",
                DeclaredIndexTests.declared(year: 2566, entries) + "<p>O1 โครงสร้าง <a href=\"/wrong\">คลิก</a></p>"),
        ])
        defer { server.stop() }
        let found = try await discover(server.address())
        #expect(found.paths("o5") == ["/c"])
        #expect(found.paths("o6") == ["/l1", "/l2"])
        #expect(found.paths("o1").isEmpty)
    }

    @Test("data of another year is not taken")
    func otherYear() async throws {
        let entries = #"{"item": {"identifier": "o5", "distribution": [{"contentUrl": "/c"}]}}"#
        let server = try site([
            "/": page("เทศบาล", "<a href=\"/o\">OIT</a>"),
            "/o": page("OIT", DeclaredIndexTests.declared(year: 2565, entries)),
        ])
        defer { server.stop() }
        #expect(try await discover(server.address()).paths("o5").isEmpty)
    }
}
