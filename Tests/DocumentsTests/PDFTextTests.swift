import Documents
import TestSupport
import Testing
import WebEvidence

@Suite("PDF files with text")
struct PDFTextTests {
    @Test("are read page by page, in order, with what the file says of itself")
    func pages() async throws {
        let file = PDFWorkshop(
            [.text(PDFSamples.report), .text(PDFSamples.page(2)), .text(PDFSamples.page(3))],
            title: "รายงานผล 2566 <ก> & ข", created: "D:20230115101500+07'00'")
        let document = try await PDFReader.document(file)
        #expect(document.form == .pdf)
        #expect(document.fault == nil)
        #expect(document.faultDetail == "")
        #expect(document.partCount == 3)
        #expect(document.parts.map(\.number) == [1, 2, 3])
        #expect(document.parts.allSatisfy { $0.kind == .page && !$0.isRecognised })
        #expect(document.title == "รายงานผล 2566 <ก> & ข")
        #expect(document.machineDates.map(\.text) == ["2023-01-15T10:15:00+07:00", "2023-01-15T10:15:00+07:00"])
        #expect(document.machineDates.map(\.source) == ["pdf CreationDate", "pdf ModDate"])
        #expect(document.machineDates.allSatisfy { $0.role == .file })
        #expect(document.texts(ofPart: 2).joined().contains("หน้าที่ 2 บรรทัดที่ 12"))
        #expect(document.texts(ofPart: 3).joined().contains("หน้าที่ 3 บรรทัดที่ 1 "))
    }

    @Test("have their title as headings, broken lines whole again, and entries apart")
    func structure() async throws {
        let document = try await PDFReader.document(PDFWorkshop([.text(PDFSamples.report)]))
        #expect(document.blocks[0].kind == .heading(level: 1))
        #expect(document.blocks[0].text == PDFSamples.title)
        #expect(document.blocks[1].kind == .heading(level: 2))
        #expect(document.blocks[2].headingPath == [0, 1])
        let paragraph = try #require(document.texts.first { $0.hasPrefix("ตามที่") })
        #expect(paragraph.contains("แผนปฏิบัติการป้องกันการทุจริตขึ้น"))
        #expect(paragraph.contains("ดำเนินโครงการตามแผนเสร็จสิ้นแล้ว"))
        #expect(document.texts.contains("๑. โครงการเสริมสร้างคุณธรรม"))
        #expect(document.texts.contains("๒. โครงการโปร่งใสไร้ทุจริต"))
    }

    @Test("keep the rows of a table apart")
    func rows() async throws {
        let rows = (1...9).map { "\($0) จัดซื้อวัสดุสำนักงานและอุปกรณ์คอมพิวเตอร์ประจำกอง \($0 * 1000) ตกลงราคา" }
        let document = try await PDFReader.document(PDFWorkshop([.text(["แผนการจัดซื้อ"] + rows)]))
        #expect(document.texts == ["แผนการจัดซื้อ"] + rows)
    }

    @Test("are mended where the text layer holds glyphs of old fonts instead of letters")
    func privateUse() async throws {
        let glyphs: @Sendable (Unicode.Scalar) -> Unicode.Scalar = { scalar in
            switch scalar.value {
            case 0x0E48...0x0E4C: Unicode.Scalar(scalar.value - 0x0E48 + 0xF70A) ?? scalar
            case 0x0E31: "\u{F710}"
            case 0x0E34...0x0E37: Unicode.Scalar(scalar.value - 0x0E34 + 0xF701) ?? scalar
            default: scalar
            }
        }
        let file = PDFWorkshop([.text(PDFSamples.report, layer: .mapped(glyphs))])
        let document = try await PDFReader.document(file)
        #expect(document.texts == (try await PDFReader.document(PDFWorkshop([.text(PDFSamples.report)])).texts))
    }

    @Test("are put right where Western letters stand for Thai, which is told")
    func relettered() async throws {
        let file = PDFWorkshop([.text(PDFSamples.report, layer: .mapped(PDFPage.lettersOfLatin1))])
        let document = try await PDFReader.document(file)
        #expect(document.fault == nil)
        #expect(document.faultDetail.contains("pages 1"))
        #expect(document.texts == (try await PDFReader.document(PDFWorkshop([.text(PDFSamples.report)])).texts))
    }

    @Test("are read when their pages are turned", arguments: [90, 180, 270])
    func rotated(degrees: Int) async throws {
        var page = PDFPage.text(PDFSamples.report)
        page.rotation = degrees
        let document = try await PDFReader.document(PDFWorkshop([page]))
        #expect(document.fault == nil)
        #expect(document.texts.joined().contains("โครงการเสริมสร้างคุณธรรม"))
        #expect(document.texts.joined().contains("แผนปฏิบัติการป้องกันการทุจริตขึ้น"))
    }

    @Test(
        "have no title where the file names a program or a file",
        arguments: [
            "Microsoft Word - แผน2566.doc", "untitled", "PowerPoint Presentation", "แผนจัดซื้อ 2566.docx", "scan0001", "",
        ])
    func meaninglessTitle(title: String) async throws {
        let document = try await PDFReader.document(PDFWorkshop([.text(PDFSamples.report)], title: title))
        #expect(document.title == "")
    }

    @Test("are not read where the program is missing, and the package is named")
    func programMissing() async throws {
        let document = try await PDFReader.document(PDFWorkshop([.text(["ก"])]), tools: .init())
        #expect(document.fault == .programMissing)
        #expect(document.faultDetail.contains("poppler-utils"))
        #expect(document.form == .pdf)
    }
}
