import Assessing
import Checklists
import Extraction
import Fetching
import Findings
import Foundation
import GradingCore
import Submissions
import Synchronization
import TestSupport
import Testing
import ThaiText
import WebEvidence

/// Cloud drives, viewers and WordPress as they answer, under their real names on loopback.
@Suite(.enabled(if: CertificateWorkshop.isAvailable, "needs the openssl program"))
struct WrapperAuditTests {
    static let hosts = [
        "drive.google.com", "drive.usercontent.google.com", "accounts.google.com", "docs.google.com", "1drv.ms",
        "onedrive.live.com", "www.agency.example", "www.facebook.com",
    ]

    private static func text(_ text: String) -> ServedReply {
        .page(Array(text.utf8), type: "text/plain; charset=utf-8")
    }

    private static let warning = """
        <title>Google Drive - Virus scan warning</title><p>Google Drive can't scan this file for viruses.</p>
        <form id="download-form" action="https://drive.usercontent.google.com/download" method="get">
        <input type="submit" value="Download anyway"><input type="hidden" name="id" value="large">
        <input type="hidden" name="export" value="download"><input type="hidden" name="confirm" value="t">
        <input type="hidden" name="uuid" value="9-9"></form>
        """

    /// What each host answers; anything else is a 404.
    private static func reply(_ request: ServedRequest) -> ServedReply {
        switch "\(request.header("Host") ?? "")\(request.target)" {
        case "drive.google.com/uc?export=download&id=open": text("แผนดำเนินงานประจำปี พ.ศ. 2566 อบต.ตัวอย่าง")
        case "drive.google.com/uc?export=download&id=closed":
            .redirect("https://accounts.google.com/ServiceLogin?service=wise&continue=x")
        case "accounts.google.com/ServiceLogin?service=wise&continue=x": .page("<title>Google Drive: Sign-in</title>")
        case "drive.google.com/uc?export=download&id=large":
            .redirect("https://drive.usercontent.google.com/download?id=large&export=download")
        case "drive.usercontent.google.com/download?id=large&export=download": .page(warning)
        case "drive.usercontent.google.com/download?id=large&export=download&confirm=t&uuid=9-9": text("ไฟล์ใหญ่ที่ยืนยันแล้ว")
        case "drive.google.com/open?id=folder": .redirect("https://drive.google.com/drive/folders/folder")
        case "drive.google.com/drive/folders/folder": .page("<div id=root></div><script>app()</script>")
        case "drive.google.com/embeddedfolderview?id=folder":
            .page(
                "<title>OIT 2566</title><p><a href='https://drive.google.com/file/d/open/view'>แผนดำเนินงาน.pdf</a></p>")
        case "drive.google.com/open?id=open": .page("<div id=root></div><script>app()</script>")
        case "1drv.ms/b/s!A?download=1": .redirect("https://onedrive.live.com/redir?resid=F1%21105&authkey=%21Q")
        case "onedrive.live.com/redir?resid=F1%21105&authkey=%21Q": .page("<div id=root></div><script>app()</script>")
        case "onedrive.live.com/download?resid=F1%21105&authkey=%21Q": text("ไฟล์บน OneDrive ของหน่วยงาน")
        case "www.agency.example/web/viewer.html?file=../files/plan.txt",
            "www.agency.example/web/viewer.html?file=../files/gone.pdf":
            .page(
                "<title>PDF.js viewer</title><p>Find Previous Next Presentation Mode Open Print Download Current View")
        case "www.agency.example/files/plan.txt": text("แผนจากโปรแกรมดูเอกสาร")
        case "www.agency.example/view.php?file=plan.pdf":
            .page("<h1>แผนดำเนินงาน</h1><p>รายละเอียดของแผนดำเนินงานประจำปีอยู่ในหน้านี้แล้ว")
        case "www.agency.example/frames.html":
            .page(
                "<h1>แผนดำเนินงานประจำปี</h1><iframe src='https://drive.google.com/file/d/open/preview'></iframe><iframe src='https://www.facebook.com/plugins/page.php?href=x'></iframe><script>$('#v').FlowPaperViewer({config:{PDFFile:'/files/plan.txt'}})</script>"
            )
        case "www.facebook.com/agency/posts/1": .page("<h1>แผนดำเนินงานประจำปี 2566</h1><p>โครงการทั้งหมดของหน่วยงาน")
        case "www.agency.example/theme/":
            .page(
                "<head><link rel=alternate type='application/json' href='/wp-json/wp/v2/pages/5'></head><div id=app></div><script>x()</script>"
            )
        case "www.agency.example/wp-json/wp/v2/pages/5":
            .page(
                Array(
                    "{\"date\": \"2023-01-09T10:00:00\", \"title\": {\"rendered\": \"โครงสร้าง\"}, \"content\": {\"rendered\": \"<p>สำนักปลัด กองคลัง กองช่าง และกองการศึกษา ศาสนาและวัฒนธรรม</p>\"}}"
                        .utf8), type: "application/json")
        default: .page("<h1>404</h1>", status: 404)
        }
    }

    struct Result {
        /// Submitted evidence by address.
        var rows: [String: Evidence]
        /// What was found inside pages.
        var embeds: [Evidence]
        /// Host and target of each request.
        var asked: [String]
        var findings: [ItemFinding]
    }

    /// One audit of every address of this suite.
    private static let audit = Task {
        try await evidence(of: [
            driveFileAddress, closed, gone, large, openFolder, openFile, short, nested, guessed, theme, frames,
            shell, deadViewer,
        ])
    }

    static let driveFileAddress = "https://drive.google.com/file/d/open/view?usp=sharing"
    static let closed = "https://drive.google.com/file/d/closed/view"
    static let gone = "https://drive.google.com/file/d/gone/view"
    static let large = "https://drive.google.com/file/d/large/view"
    static let openFolder = "https://drive.google.com/open?id=folder"
    static let openFile = "https://drive.google.com/open?id=open"
    static let short = "https://1drv.ms/b/s!A"
    static let nested =
        "https://docs.google.com/gview?url=https%3A%2F%2Fwww.agency.example%2Fweb%2Fviewer.html%3Ffile%3D..%2Ffiles%2Fplan.txt"
    static let guessed = "https://www.agency.example/view.php?file=plan.pdf"
    static let frames = "https://www.agency.example/frames.html"
    static let shell = "https://www.agency.example/web/viewer.html?file=../files/gone.pdf"
    static let deadViewer = "https://www.agency.example/old/viewer.html?file=../files/plan.txt"
    static let post = "https://www.facebook.com/agency/posts/1"
    static let theme = "https://www.agency.example/theme/"

    /// The evidence of submitted addresses by address, and what was asked.
    private static func evidence(of addresses: [String]) async throws -> Result {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            let identity = try workshop.identity("all", CertificateWorkshop.Leaf(names: WrapperAuditTests.hosts))
            let asked = Mutex<[String]>([])
            let server = try LoopbackServer(tls: identity) { request in
                asked.withLock { $0.append("\(request.header("Host") ?? "")\(request.target)") }
                return WrapperAuditTests.reply(request)
            }
            defer { server.stop() }
            let library = try Repository.checklists()
            let list = try #require(library.year(2566))
            let urls = addresses.map { "\"\($0)\"" }.joined(separator: ", ")
            let text = """
                {"agency": {"name": "องค์การบริหารส่วนตำบลตัวอย่าง"}, "fiscal_year": 2566, "answers": [
                 {"item": "o10", "answer": true, "urls": [\(urls)]},
                 {"item": "o11", "answer": true, "urls": ["\(post)"]}]}
                """
            let request = AuditRequest(
                submission: try submission(
                    reading: Array(text.utf8), fileName: "s.json", itemIDs: list.items.map(\.id)),
                list: list, library: library, checklistDigest: "test",
                signatures: try PageSignatures(json: try Repository.bytes("rules/page-signatures.json")),
                personalDataRules: try PersonalDataRules(json: try Repository.bytes("rules/personal-data.json")),
                asOf: try #require(CivilDate(iso: "2023-05-15")), secondPass: .zero, robots: .off,
                wrappers: try WrapperRules(json: try Repository.bytes("rules/wrappers.json")), toolVersion: "test")
            var settings = FetchSettings(version: "test")
            settings.caBundle = workshop.rootFile
            settings.redirections = WrapperAuditTests.hosts.compactMap {
                FetchSettings.Redirection(host: $0, port: 443, address: "127.0.0.1", addressPort: server.port)
            }
            settings.allowedNetworks = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
            let assessment = try await withFetcher(settings) { await audited(request, fetcher: $0) }
            let rows = assessment.evidence.filter { $0.via == .submitted }.reduce(into: [:]) {
                $0[$1.submittedURL] = $1
            }
            return Result(
                rows: rows, embeds: assessment.evidence.filter { $0.via == .embed }, asked: asked.withLock { $0 },
                findings: assessment.items)
        }
    }

    private func row(_ address: String) async throws -> Evidence {
        try #require(try await WrapperAuditTests.audit.value.rows[address])
    }

    @Test("a file on Drive is read from its download, and the way there is told")
    func driveFile() async throws {
        let row = try await row(WrapperAuditTests.driveFileAddress)
        #expect(row.outcome == .ok && row.url == "https://drive.google.com/uc?export=download&id=open", "\(row)")
        #expect(row.redirects.map(\.status) == [0])
        #expect(row.redirects.first?.address == WrapperAuditTests.driveFileAddress)
        #expect(row.detail.contains("drive-file"))
        let asked = try await WrapperAuditTests.audit.value.asked
        #expect(!asked.contains { $0.contains("/file/d/") }, "the viewer itself is not asked: \(asked)")
    }

    @Test("a file that is not shared is permission_required, a missing one is not found")
    func closedFile() async throws {
        let closed = try await row(WrapperAuditTests.closed)
        #expect(closed.outcome == .permissionRequired && closed.redirects.map(\.status) == [0, 302], "\(closed)")
        #expect(try await row(WrapperAuditTests.gone).outcome == .http404)
    }

    @Test("a large file is read past the page that asks to confirm")
    func largeFile() async throws {
        let row = try await row(WrapperAuditTests.large)
        #expect(row.outcome == .ok && row.url.hasSuffix("confirm=t&uuid=9-9"), "\(row)")
        #expect(row.redirects.map(\.status) == [0, 302, 0])
    }

    @Test("an open link is asked first: to a folder it gives the list of files, to a file the file")
    func openLinks() async throws {
        let folder = try await row(WrapperAuditTests.openFolder)
        #expect(folder.url == "https://drive.google.com/embeddedfolderview?id=folder#list")
        #expect(folder.title == "OIT 2566" && folder.redirects.map(\.status) == [302, 0])
        let file = try await row(WrapperAuditTests.openFile)
        #expect(file.url == "https://drive.google.com/uc?export=download&id=open" && file.outcome == .ok)
    }

    @Test("a short link to OneDrive is read from its download")
    func oneDrive() async throws {
        let row = try await row(WrapperAuditTests.short)
        #expect(row.url == "https://onedrive.live.com/download?resid=F1%21105&authkey=%21Q", "\(row)")
        #expect(row.outcome == .ok && row.redirects.map(\.status) == [0, 302, 0])
    }

    @Test("a viewer around a viewer is opened down to the file; a page whose guess is wrong stays the page")
    func viewers() async throws {
        let nested = try await row(WrapperAuditTests.nested)
        #expect(nested.url == "https://www.agency.example/files/plan.txt" && nested.outcome == .ok)
        let page = try await row(WrapperAuditTests.guessed)
        #expect(page.url == WrapperAuditTests.guessed && page.outcome == .ok && page.redirects.isEmpty)
        let asked = try await WrapperAuditTests.audit.value.asked
        #expect(asked.contains("www.agency.example/plan.pdf"), "it was tried")
    }

    @Test("a page that its theme draws by script is read from the open interface of WordPress")
    func wordPress() async throws {
        let row = try await row(WrapperAuditTests.theme)
        #expect(row.outcome == .ok && row.title == "โครงสร้าง", "\(row)")
        #expect(row.url == "https://www.agency.example/wp-json/wp/v2/pages/5" && row.redirects.map(\.status) == [0])
    }

    @Test(
        "a document in a frame of a drive and a file in a viewer's settings are followed, a plugin of Facebook is not")
    func frames() async throws {
        let audit = try await WrapperAuditTests.audit.value
        let embeds = audit.embeds.filter { $0.submittedURL == WrapperAuditTests.frames }
        #expect(
            Set(embeds.map(\.url)) == [
                "https://drive.google.com/uc?export=download&id=open", "https://www.agency.example/files/plan.txt",
            ], "\(embeds)")
        #expect(!audit.asked.contains { $0.contains("plugins") })
    }

    @Test("a post on Facebook is no evidence for a report that belongs on the website")
    func post() async throws {
        let findings = try await WrapperAuditTests.audit.value.findings
        let finding = try #require(findings.first { $0.item.text == "o11" })
        #expect(finding.verdict == .unsatisfied && finding.reasons.map(\.code) == [.onlySocial], "\(finding.reasons)")
    }

    @Test("a viewer is as dead as its file, and a file is as dead as the viewer that was submitted")
    func deadViewers() async throws {
        let shell = try await row(WrapperAuditTests.shell)
        #expect(shell.outcome == .http404 && shell.url == "https://www.agency.example/files/gone.pdf", "\(shell)")
        let dead = try await row(WrapperAuditTests.deadViewer)
        #expect(dead.outcome == .http404 && dead.redirects.isEmpty, "\(dead)")
    }
}
