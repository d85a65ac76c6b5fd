import Assessing
import Checklists
import Extraction
import Fetching
import Findings
import GradingCore
import Submissions
import TestSupport
import Testing
import ThaiText
import WebEvidence

/// robots.txt in an audit: it binds what the agency did not submit (RFC 9309).
@Suite struct RobotsTests {
    private func outcomes(_ mode: RobotsMode) async throws -> (asked: Set<String>, outcomes: [String: String]) {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/robots.txt":
                return .page(
                    Array("User-agent: *\nDisallow: /closed/\n".utf8), type: "text/plain; charset=utf-8")
            case "/closed/contact.html", "/contact.html":
                return .page("<h1>ข้อมูล</h1><p><a href=\"/closed/map.html\">ข้อมูลการติดต่อ แผนที่ตั้งหน่วยงาน</a></p>")
            default: return .page("<h1>แผนที่ตั้งหน่วยงาน</h1><p>แผนที่ของสำนักงาน</p>")
            }
        }
        defer { server.stop() }
        let library = try Repository.checklists()
        let list = try #require(library.year(2566))
        let base = "http://127.0.0.1:\(server.port)"
        let text = """
            {"agency": {"name": "เทศบาลตำบลตัวอย่าง"}, "fiscal_year": 2566, "answers": [
             {"item": "o5", "answer": true, "urls": ["\(base)/contact.html"]},
             {"item": "o7", "answer": true, "urls": ["\(base)/closed/contact.html"]}]}
            """
        let declared = try submission(reading: Array(text.utf8), fileName: "s.json", itemIDs: list.items.map(\.id))
        let request = AuditRequest(
            submission: declared, list: list, library: library, checklistDigest: "test",
            signatures: try PageSignatures(json: try Repository.bytes("rules/page-signatures.json")),
            personalDataRules: try PersonalDataRules(json: try Repository.bytes("rules/personal-data.json")),
            asOf: try #require(CivilDate(iso: "2023-05-15")), secondPass: .zero, robots: mode, toolVersion: "test")
        var settings = FetchSettings(version: "test")
        settings.allowedNetworks = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
        let assessment = try await withFetcher(settings) { await audited(request, fetcher: $0) }
        let outcomes = assessment.evidence.reduce(into: [:]) { outcomes, row in
            outcomes[String(row.url.dropFirst(base.utf8.count))] = row.outcome.rawValue
        }
        return (Set(server.targets), outcomes)
    }

    @Test("a submitted page is opened whatever robots.txt says; a link into what it closes is not, and is told")
    func followed() async throws {
        let result = try await outcomes(.followed)
        #expect(result.outcomes["/closed/contact.html"] == "ok")
        #expect(result.outcomes["/closed/map.html"] == "robots_refused", "\(result)")
        #expect(!result.asked.contains("/closed/map.html"))
    }

    @Test("strict holds submitted pages to it as well")
    func strict() async throws {
        let result = try await outcomes(.strict)
        #expect(result.outcomes["/closed/contact.html"] == "robots_refused" && result.outcomes["/contact.html"] == "ok")
        #expect(!result.asked.contains { $0.hasPrefix("/closed/") })
    }

    @Test("off asks for no robots.txt at all")
    func off() async throws {
        let result = try await outcomes(.off)
        #expect(!result.asked.contains("/robots.txt") && result.asked.contains("/closed/map.html"))
    }
}
