import Testing
import WebEvidence

@testable import Extraction

#if canImport(FoundationEssentials)
    import FoundationEssentials
#endif

@Suite struct OutcomeTests {
    let signatures: PageSignatures

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        signatures = try PageSignatures(
            json: Array(try Data(contentsOf: root.appending(path: "rules/page-signatures.json"))))
    }

    private func classified(
        _ body: [UInt8], type: String = "text/html", outcome: Outcome = .ok, status: Int = 200,
        requested: String = "https://www.example.go.th/ita/o1.php", final: String? = nil, headers: [HeaderField] = []
    ) throws -> ClassifiedOutcome {
        let asked = try PageAddress(requested)
        let last = try PageAddress(final ?? requested)
        let hops = final.map { [RedirectHop(address: requested, status: 302, location: $0)] } ?? []
        let record = FetchRecord(
            requested: asked, final: last, redirects: hops, status: status, headers: headers, body: body,
            outcome: outcome)
        let kind = bodyKind(of: body, contentType: type)
        let document = extractedDocument(body: body, contentType: type, lastModified: nil, address: last)
        return completedOutcome(
            of: record, document: document, kind: kind,
            siteFrontPage: try PageAddress("https://www.example.go.th/site/index.php?mod=home"), signatures: signatures)
    }

    private func page(_ title: String, _ body: String) -> [UInt8] {
        Array("<!DOCTYPE html><meta charset=utf-8><title>\(title)</title><body>\(body)".utf8)
    }

    @Test(arguments: [
        ("soft-404-thai.html", Outcome.soft404), ("news-about-404.html", .ok), ("gambling-defaced.html", .defaced),
        ("news-against-gambling.html", .ok), ("challenge.html", .blocked), ("under-construction.html", .ok),
        ("empty-body.html", .empty), ("react-shell.html", .scriptOnly), ("oit-index-table.html", .ok),
        ("wordpress-post.html", .ok), ("frameset.html", .ok), ("contact-form.html", .ok),
        ("executives-gallery.html", .ok),
        ("windows-874-declared-latin.html", .ok), ("frontpage-old-tables.html", .ok), ("vendor-div-rows.html", .ok),
        ("procurement-month-report.html", .ok), ("meta-refresh.html", .ok),
    ])
    func pagesOfEveryShape(name: String, expected: Outcome) throws {
        let found = try classified(try Fixture.bytes(name))
        #expect(found.outcome == expected, "\(found.why)")
    }

    @Test(arguments: [
        ("เข้าสู่ระบบ", "<form method=post><input name=u><input type=password name=p></form>", Outcome.loginRequired),
        ("สมาชิก", "<p>กรุณาเข้าสู่ระบบก่อนดูข้อมูล", .loginRequired),
        (
            "การจัดการความเสี่ยง - อบต.สมมุติ",
            "<h1>การจัดการความเสี่ยง</h1><p>กำลังปรับปรุง</p><b>เข้าสู่ระบบเจ้าหน้าที่</b>"
                + "<form method=post><input type=password name=p></form>", .ok
        ),
        (
            "Account Suspended",
            "<p>This Account has been suspended. Contact your hosting provider for more information.", .parked
        ),
        ("example.go.th", "<p>This domain is for sale", .parked),
        ("Apache2 Debian Default Page: It works", "<p>It works!", .parked),
        ("Request Rejected", "<p>The requested URL was rejected. Your support ID is: 1", .blocked),
        ("Hacked by X", "<p>greetz", .defaced), ("", "<p>Article not found", .soft404),
        ("อบต.ดอนแก้ว", "<p>ขออภัย ไม่พบหน้าที่ท่านเรียก", .soft404),
        ("", "<p>You have an error in your SQL syntax near ''", .http5xx),
        ("แจ้งเตือนภัยเว็บพนัน บาคาร่า สล็อต", "<p>ตำรวจเตือนภัยเว็บตรง สล็อต บาคาร่า คาสิโน เครดิตฟรี", .ok),
        ("ข่าวกีฬา", "<p>ผลการแข่งขันกีฬาประจำตำบล</p><a href='http://x'>สล็อตเว็บตรง บาคาร่า</a>", .ok),
        (
            "สล็อตเว็บตรง ปลอดภัย 100% บาคาร่า", "<h3>สล็อต</h3><p>บาคาร่า คาสิโน เครดิตฟรี<h3>ป้องกันและบรรเทาสาธารณภัย</h3>",
            .defaced
        ),
        ("ถาม-ตอบ", "<p>ขั้นตอนการยื่นคำร้อง</p><form method=post><input type=password name=p></form>", .ok),
        ("แผนงาน", "<img src='plan.jpg' width=900 height=1200>", .ok), ("แผนงาน", "<p>แผนงาน</p>", .empty),
        ("แผนงาน", "<p>อยู่ระหว่างปรับปรุง", .ok), ("แผนงาน", "<iframe src='v.html'></iframe>", .ok),
    ])
    func shortPages(title: String, body: String, expected: Outcome) throws {
        let found = try classified(page(title, body))
        #expect(found.outcome == expected, "\(found.why)")
    }

    @Test(arguments: [
        ("https://www.example.go.th/", true), ("http://example.go.th/index.php", true),
        ("https://www.example.go.th/site/index.php?mod=home", true), ("https://new.go.th/", true),
        ("https://www.example.go.th/ita/o1-new.php", false),
        ("https://www.example.go.th/site/index.php?mod=ita", false),
    ])
    func redirectsToAFrontPageAreNotThePage(final: String, isHome: Bool) throws {
        let found = try classified(page("อบต.", "<p>ยินดีต้อนรับสู่องค์การบริหารส่วนตำบล"), final: final)
        #expect((found.outcome == .redirectedHome) == isHome)
    }

    @Test(arguments: ["https://www.example.go.th/", "https://example.go.th/site/index.php?mod=home"])
    func aSubmittedFrontPageMayRedirectToTheFrontPage(requested: String) throws {
        let found = try classified(
            page("อบต.", "<p>ยินดีต้อนรับ"), requested: requested, final: "https://www.example.go.th/index.html")
        #expect(found.outcome == .ok)
    }

    @Test func metaRefreshToTheFrontPageCountsAsRedirect() throws {
        let found = try classified(page("", "<meta http-equiv=refresh content='0;url=/'>"))
        #expect(found.outcome == .redirectedHome)
    }

    @Test func filesThatNobodyAskedToReadAreInOrder() throws {
        #expect(try classified(Array("%PDF-1.5 x".utf8), type: "application/pdf").outcome == .ok)
        #expect(try classified([0xFF, 0xD8, 0xFF, 0xE0, 1, 2], type: "image/jpeg").outcome == .ok)
    }

    @Test(arguments: [
        (DocumentFault.locked, Outcome.unreadableDocument), (.damaged, .unreadableDocument),
        (.scanned, .scannedWithoutText), (.garbled, .scannedWithoutText), (.programMissing, .unsupportedType),
    ])
    func aFileOfWhichNothingWasReadHasTheOutcomeOfItsFault(fault: DocumentFault, outcome: Outcome) throws {
        var document = ExtractedDocument()
        document.form = .pdf
        document.fault = fault
        let address = try PageAddress("https://www.example.go.th/plan.pdf")
        func classified(_ document: ExtractedDocument) throws -> Outcome {
            completedOutcome(
                of: FetchRecord(
                    requested: address, final: address, status: 200, body: Array("%PDF-1.5".utf8), outcome: .ok),
                document: document, kind: .pdf, siteFrontPage: nil, signatures: signatures
            ).outcome
        }
        #expect(try classified(document) == outcome)
        document.blocks = [TextBlock(kind: .paragraph, text: "แผนพัฒนาท้องถิ่น")]
        #expect(try classified(document) == .ok, "what was read is judged")
    }

    @Test func bodiesThatAreNotReadAreUnsupported() throws {
        #expect(
            try classified([0, 0, 0, 24] + Array("ftypmp42....".utf8), type: "video/mp4").outcome == .unsupportedType)
        #expect(try classified(Array("  \r\n".utf8)).outcome == .empty)
    }

    @Test func bytesOfNoEncodingAreReported() throws {
        let body = Array("<html><meta charset=shift_jis><p>".utf8) + (0..<300).map { _ in [0x83, 0x81, 0x20] }.joined()
        #expect(try classified(body).outcome == .badEncoding)
    }

    @Test(arguments: [Outcome.dnsFailure, .readTimeout, .http410, .tooLarge, .robotsRefused, .truncated])
    func outcomesWithoutContentStay(outcome: Outcome) throws {
        #expect(try classified([], outcome: outcome, status: 200).outcome == outcome)
    }

    @Test func errorStatusesChangeOnlyWhereARuleNamesThem() throws {
        let challenge = try Fixture.bytes("challenge.html")
        #expect(try classified(challenge, outcome: .http5xx, status: 503).outcome == .blocked)
        #expect(try classified(challenge, outcome: .http404, status: 404).outcome == .http404)
        #expect(
            try classified(try Fixture.bytes("soft-404-thai.html"), outcome: .http404, status: 404).outcome == .http404)
        #expect(try classified(page("Account Suspended", "x"), outcome: .blocked, status: 403).outcome == .parked)
    }

    @Test func contentReadInSpiteOfATLSFaultKeepsTheFault() throws {
        #expect(try classified(page("แผน", "<p>แผนงานประจำปี"), outcome: .tlsExpired).outcome == .tlsExpired)
        #expect(try classified(page("404 Not Found", "<p>x"), outcome: .tlsExpired).outcome == .soft404)
    }

    @Test func driveSignInMeansPermission() throws {
        let body = page("Sign in - Google Accounts", "<form method=post><input name=identifier></form>")
        let found = try classified(
            body, requested: "https://drive.google.com/file/d/1/view",
            final: "https://accounts.google.com/v3/signin/identifier?continue=x")
        #expect(found.outcome == .permissionRequired)
    }

    @Test func challengeHeaderSuffices() throws {
        let found = try classified(
            page("x", "<p>ข้อความยาว"), outcome: .blocked, status: 403,
            headers: [HeaderField(name: "CF-Mitigated", value: "challenge")])
        #expect(found.outcome == .blocked)
        #expect(found.why.hasPrefix("cloudflare-header"))
    }

    @Test func theDecidingWordsAreQuoted() throws {
        #expect(try classified(try Fixture.bytes("soft-404-thai.html")).quote == "ไม่พบหน้า")
    }
}

@Suite struct PageSignaturesTests {
    private func problems(_ json: String) -> [String] {
        do {
            _ = try PageSignatures(json: Array(json.utf8))
            return []
        } catch {
            return error.problems.map(\.path)
        }
    }

    private func file(_ rules: String) -> String { "{\"schema\":\"oit-page-signatures/1\",\"signatures\":[\(rules)]}" }

    @Test(arguments: [
        ("{\"id\":\"a\",\"outcome\":\"soft_404\",\"why\":\"w\",\"title\":[\"not found\"]}", []),
        ("{\"id\":\"a\",\"outcome\":\"soft_404\",\"why\":\"w\"}", ["$.signatures[0]"]),
        ("{\"id\":\"a\",\"outcome\":\"nonsense\",\"why\":\"w\",\"title\":[\"abc\"]}", ["$.signatures[0].outcome"]),
        ("{\"id\":\"a\",\"outcome\":\"soft_404\",\"why\":\"w\",\"body\":[\"abc\"]}", ["$.signatures[0].body"]),
        ("{\"id\":\"a\",\"outcome\":\"ok\",\"why\":\"w\",\"title\":[\"abc\"]}", ["$.signatures[0].outcome"]),
        (
            "{\"outcome\":\"soft_404\",\"title\":[\"a\"],\"status\":[\"abc\"],\"maximum_text\":-1,\"extra\":1}",
            [
                "$.signatures[0].extra", "$.signatures[0].id", "$.signatures[0].why", "$.signatures[0].title[0]",
                "$.signatures[0].maximum_text", "$.signatures[0].status[0]",
            ]
        ),
        (
            "{\"id\":\"a\",\"outcome\":\"parked\",\"why\":\"w\",\"title\":[\"abc\"]},{\"id\":\"a\",\"outcome\":\"parked\",\"why\":\"w\",\"title\":[\"abc\"]}",
            ["$.signatures[1].id"]
        ),
    ])
    func everyProblemIsReportedWithItsPath(rules: String, paths: [String]) {
        #expect(problems(file(rules)) == paths)
    }

    @Test(arguments: [("{", ["$"]), ("[]", ["$"]), ("{}", ["$.schema", "$.signatures"])])
    func filesOfTheWrongShape(json: String, paths: [String]) {
        #expect(problems(json) == paths)
    }
}
