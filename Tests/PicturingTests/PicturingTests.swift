import Findings
import Foundation
import GradingCore
import Programs
import Rendering
import TestSupport
import Testing
import WebEvidence

@testable import Picturing

/// Pictures by the browser of this computer, one after the other: each wants both cores.
@Suite(.serialized) struct PicturingTests {
    static let date = CivilDate(year: 2026, month: 11, day: 21)!
    static let address = "http://agency.example/page"

    /// A page of evidence with quotes that decided, each with what stands before it.
    static func page(
        _ body: [UInt8], type: String = "text/html; charset=utf-8", quotes: [String] = [], dates: [String] = [],
        document: ExtractedDocument? = nil, page: Int? = nil
    ) -> PicturedPage {
        let evidence = Evidence(
            id: EvidenceID(1), item: ItemID("o1"), submittedURL: address, url: address, via: .submitted, status: 200,
            outcome: .ok, contentType: type)
        let location = page.map { QuoteLocation(kind: .page, number: $0) }
        let elements = quotes.enumerated().map { number, quote in
            ElementMatch(
                id: "e\(number)", title: BilingualText(th: "ส่วน", en: "part"), verdict: .satisfied, confidence: .high,
                evidence: EvidenceID(1), quote: quote, place: "body",
                surroundings: QuoteSurroundings(location: location))
        }
        let found = dates.map {
            CurrencyVerdict.FoundDate(
                text: $0, role: .covers, fiscalYears: [], period: nil, decides: true, evidence: EvidenceID(1))
        }
        let finding = ItemFinding(
            item: ItemID("o1"), topic: TopicID("t"), title: BilingualText(th: "ข้อ", en: "item"), subIndicator: "9.1",
            verdict: .satisfied,
            reasons: [
                Reason(
                    code: .satisfied, message: BilingualText(th: "ครบ", en: "there"), fix: nil, evidence: EvidenceID(1))
            ],
            elements: elements, currency: CurrencyVerdict(verdict: .current, required: "", found: found),
            evidence: [EvidenceID(1)])
        let record = FetchRecord(
            requested: try! PageAddress(address), final: try! PageAddress(address), status: 200,
            headers: [HeaderField(name: "Content-Type", value: type)], body: body, sha256: "00", outcome: .ok)
        return PicturedPage(evidence, of: [finding], record: record, document: document)!
    }

    static func pictures(
        _ pages: [PicturedPage], kept: [String: FetchRecord] = [:], limits: Picturing.Limits = Picturing.Limits()
    ) async throws -> [EvidencePicture] {
        let program = try #require(BrowserProgram.find(), "Chromium is missing; ./test installs it")
        var rendering = RenderLimits()
        // A busy machine must not decide a test.
        rendering.pageTime = .seconds(90)
        rendering.patience = .seconds(60)
        rendering.startTime = .seconds(120)
        let spawner = ProgramSpawner()
        return await withPageRenderer(program, spawner: spawner, limits: rendering) { renderer in
            await Picturing(renderer: renderer, spawner: spawner, kept: kept, date: date, limits: limits) {
                hidingNumber($0)
            }.pictures(of: pages)
        }
    }

    static func picture(_ page: PicturedPage) async throws -> EvidencePicture {
        try #require(try await pictures([page]).first)
    }

    // MARK: Boxes

    @Test func theBoxStandsWhereTheQuoteStands() async throws {
        let html = """
            <meta charset=utf-8><style>#w { display: none }</style><body style="margin:0">
            <p style="position:absolute;top:1500px">ราย<b>งานผล</b> <i>การดำเนินงาน</i> ปี <u>2566</u></p>
            """
        let picture = try await Self.picture(
            Self.page(Array(html.utf8), quotes: ["รายงานผลการดำเนินงาน ปี 2566"]))
        let content = try #require(picture.content, "\(picture.whyNot?.en ?? "")")
        #expect(picture.marks.map(\.state) == [.drawn])
        #expect((1480...1530).contains(content.firstBox ?? 0))
        #expect(content.width >= 1280 && content.height > 1500)
        #expect(Array(content.bytes[8..<12]) == Array("WEBP".utf8))
    }

    @Test func whatIsNotSeenGetsNoBoxAndIsTold() async throws {
        let html = """
            <meta charset=utf-8><title>หัวเรื่องของหน้า</title><body>
            <div hidden>ข้อความที่ซ่อนไว้</div>
            <div style="position:fixed;inset:0;background:#fff;z-index:9">ป้ายประกาศ</div>
            <p>ข้อความใต้ป้ายประกาศ</p>
            <div style="height:20px;overflow:hidden"><div style="height:300px"></div></div>
            """
        let picture = try await Self.picture(
            Self.page(
                Array(html.utf8), quotes: ["หัวเรื่องของหน้า", "ข้อความที่ซ่อนไว้", "ข้อความใต้ป้ายประกาศ", "ป้ายประกาศ ไม่มี"]))
        #expect(picture.marks.map(\.state) == [.notFound, .hidden, .hidden, .notFound])
        #expect(picture.content?.firstBox == nil)
    }

    @Test func aClosedPanelIsOpenedAndAScrolledPartBroughtIntoView() async throws {
        let html = """
            <meta charset=utf-8><body><details><summary>หัวข้อ</summary><p>ข้อความในแผงที่ปิดไว้</p></details>
            <div style="height:100px;overflow:auto"><p style="margin-top:900px">ท้ายของกรอบเลื่อน</p></div>
            """
        let picture = try await Self.picture(
            Self.page(Array(html.utf8), quotes: ["ข้อความในแผงที่ปิดไว้", "ท้ายของกรอบเลื่อน"]))
        #expect(picture.marks.map(\.state) == [.drawn, .drawn])
    }

    @Test func ofAHighPageThePartWithTheQuoteIsTaken() async throws {
        let html = """
            <meta charset=utf-8><body style="margin:0"><p>ต้น</p>
            <p style="position:absolute;top:20000px">ข้อความท้ายหน้า</p><p style="position:absolute;top:39000px">จบ</p>
            """
        let picture = try await Self.picture(Self.page(Array(html.utf8), quotes: ["ข้อความท้ายหน้า", "ต้น"]))
        let content = try #require(picture.content)
        // The first box decides which part is shown: here both fit no picture together.
        #expect(Set(picture.marks.map(\.state)) == [.drawn, .outside])
        #expect(content.height <= PictureLimits().height)
        #expect(content.notes.contains { $0.en.contains("pixels high") })
    }

    @Test func pagesInOldEncodingsAreShownAsTheyWereRead() async throws {
        // "ข้อมูล" in windows-874, under a header that says nothing.
        let body = Array("<body><p>".utf8) + [0xA2, 0xE9, 0xCD, 0xC1, 0xD9, 0xC5] + Array("</p>".utf8)
        var document = ExtractedDocument()
        document.encoding = "windows-874"
        let picture = try await Self.picture(
            Self.page(body, type: "text/html", quotes: ["ข้อมูล"], document: document))
        #expect(picture.marks.map(\.state) == [.drawn])
    }

    // MARK: Personal data

    /// Two pages that differ in the digits that must be covered only have the same picture.
    @Test func coveredDigitsLeaveNoTraceInThePicture() async throws {
        func body(_ number: String) -> [UInt8] {
            Array(
                """
                <meta charset=utf-8><body><p>ผู้รับเงิน เลข <b>1-1037-0</b>\(number) จ่ายแล้ว</p>
                <img alt="1103702\(number.filter(\.isNumber).dropFirst(3))" src="x.png" width=300 height=40>
                <input value="110370\(number.filter(\.isNumber))"><textarea>110370\(number.filter(\.isNumber))</textarea>
                """.utf8)
        }
        let one = try await Self.picture(Self.page(body("2071-81-1"), quotes: ["1-1037-xxxxx-xx-x จ่ายแล้ว"]))
        #expect(one.marks.map(\.state) == [.drawn], "the quote is found as it is told: hidden")
        let content = try #require(one.content)
        #expect(content.notes.contains { $0.en.contains("covered") })
        // The same page with the number blotted out by hand.
        let plain = body("2071-81-1")
        let other = String(decoding: plain, as: UTF8.self)
            .replacing("2071-81-1", with: "\u{2588}\u{2588}\u{2588}\u{2588}-\u{2588}\u{2588}-\u{2588}")
            .replacing("<b>1-1037-0</b>", with: "<b>1-1037-\u{2588}</b>")
            .replacing("1103702071811", with: "11037xxxxxxxx")
        let blotted = try await Self.picture(Self.page(Array(other.utf8), quotes: ["1-1037-xxxxx-xx-x จ่ายแล้ว"]))
        #expect(blotted.content?.bytes == content.bytes)
    }

    @Test func aPageWhoseDataCannotBeCoveredIsNotShown() async throws {
        // The number stands in the document as it was read, and in no text that could be covered.
        var document = ExtractedDocument()
        document.blocks = [TextBlock(kind: .paragraph, text: "เลข 1103702071811")]
        let page = Self.page(Array("<meta charset=utf-8><p>รายชื่อ</p><img src=scan.png>".utf8), document: document)
        let picture = try await Self.picture(page)
        #expect(picture.content == nil && picture.whyNot == PictureTexts.personal)
    }

    @Test func scriptsOfAPageDoNotPutBackWhatIsCovered() async throws {
        let html = """
            <meta charset=utf-8><body><p id=p>เลข 1103702071811</p><script>
            const p = document.getElementById('p'), node = p.firstChild, text = node.data;
            new MutationObserver(() => { if (node.data !== text) node.data = text; }).observe(p,
              { characterData: true, subtree: true });
            setInterval(() => { node.data = text; }, 1);
            </script>
            """
        var document = ExtractedDocument()
        document.isRendered = true
        let live = try await Self.picture(Self.page(Array(html.utf8), document: document))
        let still = try await Self.picture(
            Self.page(Array("<meta charset=utf-8><body><p id=p>เลข 11037████████</p>".utf8)))
        #expect(try #require(live.content).bytes == still.content?.bytes)
    }

    // MARK: Files

    @Test func aPageOfAPDFIsShownWithItsBoxesAndBars() async throws {
        let body = SimplePDF.bytes(["Plan of 2566", "Number 1103702071811 paid"])
        let picture = try await Self.picture(
            Self.page(body, type: "application/pdf", quotes: ["Plan of 2566"], page: 1))
        let content = try #require(picture.content, "\(picture.whyNot?.en ?? "")")
        #expect(picture.marks.map(\.state) == [.drawn] && content.page == 1)
        #expect((60...140).contains(content.firstBox ?? 0), "the first line is 72 points below the top")
        let other = SimplePDF.bytes(["Plan of 2566", "Number 1103709999999 paid"])
        @Sendable func hidden(_ text: String) -> String { hidingNumber(hidingNumber(text), number: "1103709999999") }
        let spawner = ProgramSpawner()
        let pictures = await withPageRenderer(BrowserProgram.find(), spawner: spawner) { renderer in
            await Picturing(renderer: renderer, spawner: spawner, kept: [:], date: Self.date) { hidden($0) }.pictures(
                of: [body, other].map { Self.page($0, type: "application/pdf", quotes: ["Plan of 2566"], page: 1) })
        }
        #expect(pictures[0].content?.bytes == pictures[1].content?.bytes, "covered digits leave no trace")
        #expect(content.notes.contains(PictureTexts.covered))
    }

    @Test func filesOfWhichThereIsNoPictureSaySo() async throws {
        let pages = [
            Self.page(Array("PK\u{3}\u{4} docx".utf8), type: "application/vnd.openxmlformats"),
            Self.page([], type: "text/html"), Self.page(Array("%PDF-1.4 broken".utf8), type: "application/pdf"),
        ]
        let pictures = try await Self.pictures(pages)
        #expect(pictures.map(\.whyNot) == [PictureTexts.kind, PictureTexts.noBytes, PictureTexts.unreadable])
        #expect(pictures.allSatisfy { $0.content == nil && $0.fileName == nil })
    }

    // MARK: Limits

    @Test func withoutABrowserAndAfterItsTimeEachPageSaysWhy() async throws {
        let page = Self.page(Array("<p>x".utf8))
        let spawner = ProgramSpawner()
        let without = await withPageRenderer(nil, spawner: spawner) { renderer in
            await Picturing(renderer: renderer, spawner: spawner, kept: [:], date: Self.date) { $0 }.picture(of: page)
        }
        #expect(without.whyNot == PictureTexts.noBrowser)
        var limits = Picturing.Limits()
        limits.pictures = 1
        let pictures = try await Self.pictures([page, page], limits: limits)
        #expect(pictures.map { $0.content != nil } == [true, false])
        #expect(pictures[1].whyNot == PictureTexts.noTime)
    }

    @Test func aPageOfNoiseIsMadeSmallEnoughOrGivenUp() async throws {
        let noise = (0..<4000).map { "<b style=\"color:#\(String($0 * 4099 % 0xFFFFFF, radix: 16))\">ก\($0)์ญ#</b>" }
        let picture = try await Self.picture(
            Self.page(Array(("<meta charset=utf-8><body>" + noise.joined(separator: " ")).utf8)))
        if let content = picture.content { #expect(content.bytes.count <= PictureLimits().bytes) }
        #expect((picture.content == nil) == (picture.whyNot == PictureTexts.large), "\(picture.whyNot?.en ?? "")")
    }

    @Test func hostileNamesOfFieldsAndLongLinesDoNotDisturb() async throws {
        let line = String(repeating: "ก ", count: 50_000)
        let html = """
            <meta charset=utf-8><body><form><input name=childNodes><input name=lastChild><input name=getAttribute>
            <input name=parentElement><input name=contains><input name=getBoundingClientRect>
            <img name=createRange><img name=body><img name=elementFromPoint><img name=querySelectorAll><input name=checkVisibility><input name=nodeType>
            <p>ข้อความในแบบ\u{202E}ฟอร์ม</p></form><p>\(line)</p><oit-marks>ปลอม</oit-marks></form>
            <style>oit-mark, oit-marks { display: none !important } * { transform: none }</style>
            """
        let picture = try await Self.picture(Self.page(Array(html.utf8), quotes: ["ข้อความในแบบฟอร์ม"]))
        #expect(picture.marks.map(\.state) == [.drawn], "\(picture.whyNot?.en ?? "")")
    }
}

/// PDF files of one page of text in Helvetica.
enum SimplePDF {
    static func bytes(_ lines: [String]) -> [UInt8] {
        let text = lines.enumerated().map { "1 0 0 1 72 \(720 - $0.offset * 40) Tm (\($0.element)) Tj" }
        let stream = "BT /F1 18 Tf \(text.joined(separator: " ")) ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (number, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { file += String(format: "%010d 00000 n \n", place) }
        file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }
}
