import Assessing
import Checklists
import Documents
import Extraction
import Fetching
import Findings
import Foundation
import GradingCore
import Programs
import Storage
import Submissions
import TestSupport
import Testing
import ThaiText
import WebEvidence

/// Files as evidence in a whole audit: read, quoted with their page, and never confused with what is not there.
@Suite struct FileEvidenceTests {
    private func request(_ answers: [(item: String, url: String)], tools: DocumentTools) throws -> AuditRequest {
        try auditRequest(answers, documents: DocumentReading(programs: ProgramSpawner(), tools: tools))
    }

    private static let contact = PDFWorkshop([
        PDFPage.text(["ข้อมูลการติดต่อ", "เทศบาลตำบลตัวอย่าง"]),
        PDFPage.text([
            "ข้อมูลการติดต่อหน่วยงาน", "ที่อยู่ 1 หมู่ 1 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง 10000",
            "โทรศัพท์ 0 2000 0000 โทรสาร 0 2000 0001", "อีเมล saraban@sample.example",
        ]),
    ]).bytes()

    private func server() throws -> LoopbackServer {
        try LoopbackServer { request in
            switch request.path {
            case "/download/7": .page(FileEvidenceTests.contact, type: "application/octet-stream")
            case "/again.php": .page(FileEvidenceTests.contact, type: "application/pdf")
            case "/scan":
                .page(
                    PDFWorkshop([.picture(width: 600, height: 850, gray: Array(repeating: 200, count: 510_000))])
                        .bytes(), type: "application/pdf")
            case "/broken": .page(Array(FileEvidenceTests.contact.prefix(700)), type: "application/pdf")
            default: .page("<p>404", status: 404)
            }
        }
    }

    @Test("a PDF without ending in its address is read, and its quotes tell the page")
    func quotedWithPage() async throws {
        let server = try server()
        defer { server.stop() }
        let request = try request([("o5", "http://127.0.0.1:\(server.port)/download/7")], tools: .found())
        let assessment = try await withFetcher(loopbackSettings) { await audited(request, fetcher: $0) }
        #expect(assessment.evidence.map(\.outcome) == [.ok])
        let finding = try #require(assessment.items.first { $0.item == ItemID("o5") })
        let located = finding.elements.filter { $0.verdict == .satisfied }.compactMap(\.surroundings.location)
        #expect(located.contains { $0.kind == .page && $0.number == 2 }, "\(finding.elements)")
    }

    @Test("what could not be read leaves its item undecided, whatever the reason")
    func unread() async throws {
        let server = try server()
        defer { server.stop() }
        let base = "http://127.0.0.1:\(server.port)"
        var tools = DocumentTools.found()
        tools.tesseract = nil
        let answers = [("o5", "\(base)/scan"), ("o7", "\(base)/broken")]
        let assessment = try await withFetcher(loopbackSettings) {
            await audited(try request(answers, tools: tools), fetcher: $0)
        }
        #expect(assessment.evidence.map(\.outcome) == [.scannedWithoutText, .unreadableDocument])
        let asked = assessment.items.filter { ["o5", "o7"].contains($0.item.text) }
        #expect(asked.allSatisfy { $0.verdict == .undecided && $0.reasons.first?.code == .unreadable })
    }

    @Test("without the program a PDF is undecided, and the report says what to install")
    func programMissing() async throws {
        let server = try server()
        defer { server.stop() }
        let request = try request([("o5", "http://127.0.0.1:\(server.port)/download/7")], tools: DocumentTools())
        let assessment = try await withFetcher(loopbackSettings) { await audited(request, fetcher: $0) }
        #expect(assessment.evidence.map(\.outcome) == [.unsupportedType])
        #expect(assessment.items.first { $0.item == ItemID("o5") }?.verdict == .undecided)
        #expect(assessment.warnings.contains { $0.en.contains("poppler-utils") }, "\(assessment.warnings)")
    }

    @Test("a kept run with files is judged again to the byte, also where the program is missing")
    func judgedAgainWithoutProgram() async throws {
        let server = try server()
        defer { server.stop() }
        let base = "http://127.0.0.1:\(server.port)"
        let answers = [("o5", "\(base)/download/7"), ("o7", "\(base)/again.php")]
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            let kept = try await withFetcher(loopbackSettings) {
                try await audited(
                    try request(answers, tools: .found()), fetcher: $0,
                    keeping: RunKeeping(store: store, resumeKey: ResumeKey("k"), resumes: false))
            }
            let run = try #require(try await store.run(kept.assessment.run, ordinal: nil))
            for tools in [DocumentTools.found(), DocumentTools()] {
                let again = try await judgedAgain(run, in: store, request: try request(answers, tools: tools))
                #expect(again.items == kept.assessment.items)
                #expect(again.evidence == kept.assessment.evidence)
            }
        }
    }

    @Test("the same file is read once for a later run of the same store, where the program is gone")
    func readOnceOverRuns() async throws {
        let server = try server()
        defer { server.stop() }
        let base = "http://127.0.0.1:\(server.port)"
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            func kept(_ item: String, _ path: String, tools: DocumentTools) async throws -> Assessment {
                let keeping = RunKeeping(store: store, resumeKey: ResumeKey(path), resumes: false)
                let request = try request([(item, base + path)], tools: tools)
                return try await withFetcher(loopbackSettings) {
                    try await audited(request, fetcher: $0, keeping: keeping).assessment
                }
            }
            _ = try await kept("o5", "/download/7", tools: .found())
            // Another address and item, the same bytes.
            let later = try await kept("o7", "/again.php", tools: DocumentTools())
            #expect(later.evidence.map(\.outcome) == [.ok])
            let fresh = try await kept("o7", "/scan", tools: DocumentTools())
            #expect(fresh.evidence.map(\.outcome) == [.unsupportedType], "what nobody has read needs the program")
        }
    }
}
