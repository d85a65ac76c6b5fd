import Assessing
import Checklists
import Extraction
import Fetching
import Findings
import Foundation
import GradingCore
import Programs
import Rendering
import Storage
import Submissions
import TestSupport
import Testing
import ThaiText
import WebEvidence

/// Pages made by script in a whole audit.
@Suite struct RenderedPageTests {
    private func request(_ url: String) throws -> AuditRequest { try auditRequest([("o5", url)]) }

    private func server() throws -> LoopbackServer {
        try LoopbackServer { request in
            switch request.path {
            case "/contact":
                .page(
                    """
                    <!doctype html><title>ข้อมูลการติดต่อ</title><div id="root"></div><script src="/app.js"></script>
                    """)
            case "/app.js":
                .page(
                    Array(
                        """
                        setTimeout(async () => {
                          const rows = await (await fetch("/api/contact.json")).json();
                          document.getElementById("root").innerHTML =
                            "<h1>ข้อมูลการติดต่อ</h1>" + rows.map(row => `<p>${row}</p>`).join("");
                        }, 400);
                        """.utf8), type: "text/javascript")
            case "/api/contact.json":
                .page(
                    Array(
                        """
                        ["ที่อยู่ 1 หมู่ 1 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง 10000",
                         "โทรศัพท์ 0 2000 0000 โทรสาร 0 2000 0001", "อีเมล saraban@sample.example"]
                        """.utf8), type: "application/json")
            default: .page("<p>404", status: 404)
            }
        }
    }

    @Test("a page that is empty without its script is read as a browser shows it, and judged again without one")
    func rendered() async throws {
        let server = try server()
        defer { server.stop() }
        let url = "http://127.0.0.1:\(server.port)/contact"
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            let kept = try await withPageRenderer(BrowserProgram.find(), spawner: ProgramSpawner()) { renderer in
                try await withFetcher(loopbackSettings) { fetcher in
                    var request = try request(url)
                    request.rendering = PageRendering(renderer, mode: .auto)
                    return try await audited(
                        request, fetcher: fetcher,
                        keeping: RunKeeping(store: store, resumeKey: ResumeKey("k"), resumes: false))
                }
            }
            let row = try #require(kept.assessment.evidence.first)
            #expect(row.outcome == .ok, "\(row.detail)")
            #expect(row.detail.contains("Chrom"), "\(row.detail)")
            let finding = try #require(kept.assessment.items.first { $0.item == ItemID("o5") })
            #expect(finding.elements.contains { $0.verdict == .satisfied && $0.quote.contains("2000") })
            #expect(server.targets.contains("/api/contact.json"))
            let run = try #require(try await store.run(kept.assessment.run, ordinal: nil))
            let again = try await judgedAgain(run, in: store, request: try request(url))
            #expect(again.items == kept.assessment.items)
        }
    }

    @Test("without a browser the page is undecided, and the note names what to install")
    func missing() async throws {
        let server = try server()
        defer { server.stop() }
        let assessment = try await withPageRenderer(nil, spawner: ProgramSpawner()) { renderer in
            try await withFetcher(loopbackSettings) { fetcher in
                var request = try request("http://127.0.0.1:\(server.port)/contact")
                request.rendering = PageRendering(renderer, mode: .auto)
                return await audited(request, fetcher: fetcher)
            }
        }
        let row = try #require(assessment.evidence.first)
        #expect(row.outcome == .scriptOnly)
        #expect(row.detail.contains("chromium"), "\(row.detail)")
        #expect(assessment.items.first { $0.item == ItemID("o5") }?.verdict == .undecided)
    }

    @Test("a page that was cut off by a limit is not read wholly: what is not found in it may be there")
    func cutOff() async throws {
        let server = try server()
        defer { server.stop() }
        var limits = RenderLimits()
        limits.requests = 1
        let assessment = try await withPageRenderer(
            BrowserProgram.find(), spawner: ProgramSpawner(), limits: limits
        ) { renderer in
            try await withFetcher(loopbackSettings) { fetcher in
                var request = try request("http://127.0.0.1:\(server.port)/contact")
                request.rendering = PageRendering(renderer, mode: .always)
                return await audited(request, fetcher: fetcher)
            }
        }
        let row = try #require(assessment.evidence.first)
        #expect(row.detail.contains("Limits reached: requests"), "\(row.detail)")
        #expect(assessment.items.first { $0.item == ItemID("o5") }?.verdict == .undecided)
    }
}
