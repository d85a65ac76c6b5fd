import Assessing
import Checklists
import Extraction
import Fetching
import Findings
import Foundation
import GradingCore
import Reporting
import Storage
import Submissions
import TestSupport
import Testing
import ThaiText
import WebEvidence

/// Runs that are kept: continued after a break, judged again, and the same to the byte.
@Suite struct KeptRunTests {
    private static func server(_ fails: @escaping @Sendable (String) -> Bool = { _ in false }) throws -> LoopbackServer
    {
        try LoopbackServer { request in
            if fails(request.path) { return .page("<p>ขัดข้อง</p>", status: 500) }
            switch request.path {
            case "/structure.html":
                return .page(
                    """
                    <title>โครงสร้าง</title><h1>โครงสร้างหน่วยงาน</h1>
                    <p>โครงสร้างการแบ่งส่วนราชการ ประกอบด้วย สำนักปลัด กองคลัง กองช่าง และกองการศึกษา ปีงบประมาณ พ.ศ. 2566</p>
                    """)
            case "/contact.html":
                return .page(
                    """
                    <title>ติดต่อ</title><h1>ข้อมูลการติดต่อ</h1>
                    <p>ที่อยู่ 99 หมู่ 1 ตำบลตัวอย่าง โทรศัพท์ 0-2123-4567 อีเมล office@example.go.th</p>
                    <p><a href="/map.html">แผนที่ตั้งหน่วยงาน</a></p>
                    """)
            case "/map.html": return .page("<h1>แผนที่ตั้งหน่วยงาน</h1><p>แผนที่ตั้งของสำนักงานเทศบาลตำบลตัวอย่าง</p>")
            default: return .page("<p>ไม่พบ</p>", status: 404)
            }
        }
    }

    private func request(_ server: LoopbackServer, secondPass: Duration = .zero) throws -> AuditRequest {
        let library = try Repository.checklists()
        let list = try #require(library.year(2566))
        let base = "http://127.0.0.1:\(server.port)"
        let text = """
            {"agency": {"name": "เทศบาลตำบลตัวอย่าง", "website": "\(base)/"}, "fiscal_year": 2566, "answers": [
             {"item": "o1", "answer": true, "urls": ["\(base)/structure.html"]},
             {"item": "o5", "answer": true, "urls": ["\(base)/contact.html", "\(base)/gone.html"]},
             {"item": "o7", "answer": true, "urls": ["javascript:alert(1)"]}]}
            """
        let declared = try submission(reading: Array(text.utf8), fileName: "s.json", itemIDs: list.items.map(\.id))
        return AuditRequest(
            submission: declared, list: list, library: library, checklistDigest: "test",
            signatures: try PageSignatures(json: try Repository.bytes("rules/page-signatures.json")),
            personalDataRules: try PersonalDataRules(json: try Repository.bytes("rules/personal-data.json")),
            asOf: try #require(CivilDate(iso: "2023-05-15")), secondPass: secondPass, toolVersion: "test")
    }

    private var settings: FetchSettings {
        var settings = FetchSettings(version: "test")
        settings.limits.retries = 0
        settings.allowedNetworks = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
        return settings
    }

    private func json(_ assessment: Assessment, _ request: AuditRequest) throws -> String {
        String(decoding: try #require(Report(assessment, frame: ReportFrame(request.list))).json(), as: UTF8.self)
    }

    private func audit(
        _ request: AuditRequest, in store: FileStore, resumes: Bool = false
    ) async throws -> KeptAssessment {
        try await withFetcher(settings) { fetcher in
            try await audited(
                request, fetcher: fetcher,
                keeping: RunKeeping(store: store, resumeKey: ResumeKey("k"), resumes: resumes))
        }
    }

    @Test("a kept run judged again by the same rules gives the same bytes, without a single request")
    func judgedAgainIsTheSame() async throws {
        let server = try KeptRunTests.server()
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let request = try request(server)
            let store = try await FileStore.open(folder.path, mode: .writing)
            let kept = try await audit(request, in: store)
            let asked = server.targets.count
            let run = try #require(try await store.run(kept.assessment.run, ordinal: nil))
            let again = try await judgedAgain(run, in: store, request: request)
            #expect(try json(again, request) == json(kept.assessment, request))
            #expect(server.targets.count == asked)
            let stored = try #require(try await store.judgement(of: run.key))
            #expect(String(decoding: stored.report, as: UTF8.self) == (try json(kept.assessment, request)))
        }
    }

    @Test("an exported run lies in its folder alone and is judged there as at home")
    func exported() async throws {
        let server = try KeptRunTests.server()
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let request = try request(server)
            let store = try await FileStore.open(folder.appending(path: "store").path, mode: .writing)
            let kept = try await audit(request, in: store)
            let target = folder.appending(path: "out").path
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            try await store.exportRun(kept.run, to: target)
            try FileManager.default.removeItem(at: folder.appending(path: "store"))
            let moved = folder.appending(path: "moved").path
            try FileManager.default.moveItem(atPath: target, toPath: moved)
            let other = try await FileStore.open(moved, mode: .reading)
            let runs = try await other.runs()
            #expect(runs.count == 1)
            let again = try await judgedAgain(try #require(runs.first), in: other, request: request)
            #expect(try json(again, request) == json(kept.assessment, request))
        }
    }

    @Test(
        "a run that was stopped is continued: nothing that was stored is asked again, and the report is the usual one")
    func continued() async throws {
        let server = try KeptRunTests.server()
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let request = try request(server)
            let undisturbed = try await FileStore.open(folder.appending(path: "a").path, mode: .writing)
            let whole = try await audit(request, in: undisturbed)

            let store = try await FileStore.open(folder.appending(path: "b").path, mode: .writing)
            let stopped = try await audit(request, in: store)
            // As a kill in the middle leaves it: begun, with some pages, without an end.
            let broken = try await FileStore.open(folder.appending(path: "c").path, mode: .writing)
            let run = try #require(try await store.run(stopped.assessment.run, ordinal: nil))
            let key = try await broken.begin(run.draft)
            let pages = try await store.pages(of: run.key, readBy: nil)
            for page in pages.prefix(2) { try await broken.keep(page, of: key) }
            let before = server.targets
            let continued = try await audit(request, in: broken, resumes: true)
            let asked = server.targets.dropFirst(before.count)
            #expect(continued.resumedPages == 2)
            for page in pages.prefix(2) { #expect(!asked.contains(page.record.requested.path)) }
            #expect(continued.assessment.run == whole.assessment.run)
            #expect(continued.assessment.items == whole.assessment.items)
            #expect(try await broken.runs().count == 1)
        }
    }

    @Test("without a broken run --resume begins a new one")
    func nothingToContinue() async throws {
        let server = try KeptRunTests.server()
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            let first = try await audit(try request(server), in: store, resumes: true)
            let second = try await audit(try request(server), in: store, resumes: true)
            #expect(first.resumedPages == 0 && second.resumedPages == 0)
            #expect(first.assessment.run == second.assessment.run)
            #expect(try await store.runs().count == 2)
        }
    }

    @Test("cancelling keeps the run as interrupted; judged again it says the same, and it can be continued")
    func interrupted() async throws {
        let server = try LoopbackServer { request in
            request.path == "/structure.html"
                ? ServedReply(steps: [.stall]) : .page("<h1>ข้อมูลการติดต่อ</h1><p>โทรศัพท์ 0-2123-4567</p>")
        }
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let request = try request(server)
            let store = try await FileStore.open(folder.path, mode: .writing)
            let task = Task { try await audit(request, in: store) }
            while !server.targets.contains("/structure.html") || server.targets.count < 3 { await Task.yield() }
            task.cancel()
            let kept = try await task.value
            #expect(kept.assessment.isPartial)
            let run = try #require(try await store.run(kept.assessment.run, ordinal: nil))
            #expect(run.state == .interrupted)
            let again = try await judgedAgain(run, in: store, request: request)
            #expect(try json(again, request) == json(kept.assessment, request))
            #expect(try await store.unfinished(ResumeKey("k"))?.key == run.key)
        }
    }
}
