import Assessing
import Checklists
import Extraction
import Fetching
import Findings
import Foundation
import GradingCore
import Submissions
import TestSupport
import Testing
import ThaiText
import WebEvidence

/// A site that answers 200 to everything.
@Suite struct SiblingTests {
    @Test("a site that answers every address with the same page has soft 404s, its real pages stay what they are")
    func softNotFound() async throws {
        let server = try LoopbackServer { request in
            if request.path == "/structure.html" {
                return .page("<h1>โครงสร้างหน่วยงาน</h1><p>แผนผังโครงสร้างของเทศบาล ประกอบด้วยสำนักปลัด กองคลัง และกองช่าง</p>")
            }
            // Nothing in it says so in words.
            return .page("<h1>ยินดีต้อนรับ</h1><p>ข่าวสารและกิจกรรมของเทศบาลตำบลตัวอย่าง พร้อมภาพกิจกรรมล่าสุดของชุมชน</p>")
        }
        defer { server.stop() }
        let library = try Repository.checklists()
        let list = try #require(library.year(2566))
        let base = "http://127.0.0.1:\(server.port)"
        let text = """
            {"agency": {"name": "เทศบาลตำบลตัวอย่าง", "website": "\(base)/"}, "fiscal_year": 2566, "answers": [
             {"item": "o1", "answer": true, "urls": ["\(base)/structure.html"]},
             {"item": "o2", "answer": true, "urls": ["\(base)/people-who-left.html"]}]}
            """
        let declared = try submission(
            reading: Array(text.utf8), fileName: "s.json", itemIDs: list.items.map(\.id))
        let request = AuditRequest(
            submission: declared, list: list, library: library, checklistDigest: "test",
            signatures: try PageSignatures(json: try Repository.bytes("rules/page-signatures.json")),
            personalDataRules: try PersonalDataRules(json: try Repository.bytes("rules/personal-data.json")),
            asOf: try #require(CivilDate(iso: "2023-05-15")), secondPass: .zero, toolVersion: "test")
        var settings = FetchSettings(version: "test")
        settings.allowedNetworks = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
        let assessment = try await withFetcher(settings) { await audited(request, fetcher: $0) }
        let outcomes = assessment.evidence.reduce(into: [:]) { $0[$1.submittedURL] = $1.outcome.rawValue }
        #expect(outcomes["\(base)/structure.html"] == "ok")
        #expect(outcomes["\(base)/people-who-left.html"] == "soft_404")
        let made = Set(server.targets).subtracting(["/", "/structure.html", "/people-who-left.html", "/robots.txt"])
        #expect(made.count == 1, "one made-up address for one shape: \(made)")
        #expect(!assessment.evidence.contains { $0.url.contains("/oit-") }, "the made-up address is no evidence row")
    }
}
