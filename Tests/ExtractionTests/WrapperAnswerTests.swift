import Testing
import WebEvidence

@testable import Extraction

#if canImport(FoundationEssentials)
    import FoundationEssentials
#endif

/// How cloud drives answer instead of giving the file.
@Suite struct WrapperAnswerTests {
    struct Answer: Sendable, CustomTestStringConvertible {
        let name: String
        var at: String
        var status = 200
        var headers: [HeaderField] = []
        var title = ""
        var body = ""
        let outcome: Outcome
        var testDescription: String { name }
    }

    static let answers: [Answer] = [
        Answer(
            name: "a private file leads to the sign-in of Google",
            at:
                "https://accounts.google.com/v3/signin/identifier?continue=https%3A%2F%2Fdrive.google.com%2Fuc&service=wise",
            title: "Google Drive: Sign-in", body: "<p>Sign in to continue to Google Drive</p>",
            outcome: .permissionRequired),
        Answer(
            name: "the old sign-in address", at: "https://accounts.google.com/ServiceLogin?service=wise",
            title: "ลงชื่อเข้าใช้ - บัญชี Google", outcome: .permissionRequired),
        Answer(
            name: "a private document says that it needs access",
            at: "https://docs.google.com/document/d/1a/export?format=docx",
            status: 403, title: "คุณต้องมีสิทธิ์เข้าถึง", body: "<p>ขอสิทธิ์เข้าถึง หรือเปลี่ยนไปใช้บัญชีที่มีสิทธิ์</p>",
            outcome: .permissionRequired),
        Answer(
            name: "a private sheet answers 401", at: "https://docs.google.com/spreadsheets/d/1a/export?format=xlsx",
            status: 401,
            body: "<p>Unauthorized</p>", outcome: .permissionRequired),
        Answer(
            name: "a deleted file", at: "https://drive.google.com/uc?export=download&id=1a",
            title: "Google Drive - Page Not Found", body: "<p>Sorry, the file you have requested does not exist.</p>",
            outcome: .soft404),
        Answer(
            name: "a file that was asked for too often", at: "https://drive.usercontent.google.com/download?id=1a",
            title: "Google Drive - Quota exceeded",
            body:
                "<p>Too many users have viewed or downloaded this file recently. Please try accessing the file again later.</p>",
            outcome: .blocked),
        Answer(
            name: "a file that may be read and not downloaded", at: "https://drive.google.com/uc?export=download&id=1a",
            status: 403,
            title: "Google Drive - Access denied", body: "<p>Only the owner and editors can download this file.</p>",
            outcome: .blocked),
        Answer(
            name: "Google takes us for a robot",
            at: "https://www.google.com/sorry/index?continue=https://drive.google.com/",
            status: 429, body: "<p>Our systems have detected unusual traffic.</p>", outcome: .blocked),
        Answer(
            name: "a private file of SharePoint", at: "https://x.sharepoint.com/:b:/g/E?download=1", status: 403,
            headers: [HeaderField(name: "X-MSDAVEXT_Error", value: "917656; Access denied. Before opening files")],
            outcome: .permissionRequired),
        Answer(
            name: "SharePoint sends to the sign-in",
            at: "https://login.microsoftonline.com/common/oauth2/authorize?client_id=1",
            title: "Sign in to your account", outcome: .permissionRequired),
        Answer(
            name: "an item that OneDrive no longer has", at: "https://onedrive.live.com/?id=1",
            body: "<p>This item might not exist or is no longer available</p>", outcome: .soft404),
        Answer(
            name: "Dropbox asks to sign in", at: "https://www.dropbox.com/login?cont=%2Fs%2Fa",
            title: "Login - Dropbox", outcome: .permissionRequired),
        Answer(
            name: "Dropbox after the file was deleted", at: "https://www.dropbox.com/s/a/plan.pdf?dl=1",
            title: "Dropbox - File Deleted", body: "<p>That file has been deleted</p>", outcome: .soft404),
        Answer(
            name: "an agency's page about permissions is a page", at: "https://www.example.go.th/manual.html",
            title: "วิธีขอสิทธิ์เข้าถึงไฟล์ Google Drive", body: "<p>กรณีพบข้อความ You need access ให้กดขอสิทธิ์เข้าถึง</p>",
            outcome: .ok),
        Answer(
            name: "a folder with files in it is a page", at: "https://drive.google.com/embeddedfolderview?id=1a",
            title: "OIT 2566", body: "<a href='https://drive.google.com/file/d/1b/view'>o10 แผนดำเนินงาน.pdf</a>",
            outcome: .ok),
        Answer(
            name: "a site of Google that is open is a page", at: "https://sites.google.com/view/example/o1",
            title: "o1 โครงสร้าง", body: "<p>แผนผังโครงสร้างส่วนราชการ สำนักปลัด กองคลัง</p>", outcome: .ok),
    ]

    @Test("what a drive answers is told from a page", arguments: answers)
    func answer(_ answer: Answer) throws {
        let address = try PageAddress(answer.at)
        let body = Array("<!DOCTYPE html><meta charset=utf-8><title>\(answer.title)</title>\(answer.body)".utf8)
        let transport: Outcome =
            switch answer.status {
            case 200: .ok
            case 401: .loginRequired
            default: .blocked
            }
        let record = FetchRecord(
            requested: try PageAddress("https://drive.google.com/file/d/1a/view"), final: address,
            status: answer.status, headers: answer.headers, body: body, outcome: transport)
        let document = extractedDocument(body: body, contentType: "text/html", lastModified: nil, address: address)
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.deletingLastPathComponent().appending(path: "rules/page-signatures.json")
        let found = completedOutcome(
            of: record, document: document, kind: .html, siteFrontPage: nil,
            signatures: try PageSignatures(json: Array(try Data(contentsOf: file))))
        #expect(found.outcome == answer.outcome, "\(found.why)")
    }
}
