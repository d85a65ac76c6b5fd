import Extraction
import Glibc
import Programs
import TestSupport
import Testing
import WebEvidence

@testable import Documents

/// Old formats need LibreOffice: these tests fail where it is missing. One after the other, as in the program.
@Suite(.serialized) struct OfficeLegacyTests {
    private let rtf =
        #"{\rtf1\ansi\ansicpg874\deff0{\fonttbl{\f0\fcharset222 Angsana New;}}\f0 \u3649?\u3612?\u3609? 2569\par\trowd\cellx2000\cellx4000 A\cell B\cell\row\trowd\cellx2000\cellx4000 C\cell D\cell\row\pard end\par}"#

    @Test func `an rtf text keeps its paragraphs and tables`() async throws {
        let document = try await OfficeReading.document(Array(rtf.utf8), type: "application/msword", tools: .found())
        #expect(document.fault == nil, "\(document.faultDetail)")
        #expect(document.form == .text)
        #expect(document.texts == ["แผน 2569", "A", "B", "C", "D", "end"])
        #expect(document.tables.count == 1)
    }

    @Test func `a doc file is read like the docx that it was made from`() async throws {
        let body =
            OfficeParts.paragraph("รายงานผล ไตรมาส ๒", "<w:pStyle w:val=\"Heading1\"/>")
            + OfficeParts.paragraph("เนื้อความ")
            + OfficeParts.table([["ที่", "งาน"], ["1", "ถนน"]]) + OfficeParts.paragraph("ท้าย")
        let styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
        let docx = OfficeParts.text(body, styles: styles).bytes
        let doc = try await converted(docx, "docx", to: "doc")
        #expect(doc.starts(with: [0xD0, 0xCF, 0x11, 0xE0]))
        let document = try await OfficeReading.document(doc, tools: .found())
        #expect(document.fault == nil, "\(document.faultDetail)")
        #expect(document.headingLines == ["1 รายงานผล ไตรมาส ๒"])
        #expect(document.texts == ["รายงานผล ไตรมาส ๒", "เนื้อความ", "ที่", "งาน", "1", "ถนน", "ท้าย"])
        #expect(document.tables.count == 1)
        let cut = try await OfficeReading.document(Array(doc.prefix(1_600)), tools: .found())
        #expect(cut.fault == .damaged)
    }

    @Test func `an xls file keeps its sheets and the places of its cells`() async throws {
        let rows = OfficeParts.row(2, ["", "ที่", "งาน"]) + OfficeParts.row(3, ["", "1", "ถนน"])
        let xls = try await converted(OfficeParts.workbook([("แผน", "", rows, "")]).bytes, "xlsx", to: "xls")
        let document = try await OfficeReading.document(xls, type: "application/vnd.ms-excel", tools: .found())
        #expect(document.form == .sheets)
        #expect(document.parts.map(\.name) == ["แผน"])
        #expect(document.cell("ถนน") == "C3")
    }

    @Test func `a ppt file keeps its slides and their titles`() async throws {
        let body =
            "<draw:page draw:name=\"p1\"><draw:frame presentation:class=\"title\" svg:width=\"9cm\" svg:height=\"3cm\"><draw:text-box><text:p>นโยบาย</text:p></draw:text-box></draw:frame></draw:page>"
        let odp = OfficeParts.open("presentation", body)
        let ppt = try await converted(odp.bytes, "odp", to: "ppt")
        let document = try await OfficeReading.document(ppt, tools: .found())
        #expect(document.form == .slides, "\(document.faultDetail)")
        #expect(document.parts.map(\.kind) == [.slide])
        #expect(document.texts.contains("นโยบาย"))
    }

    @Test func `a workbook as one XML text is read as a workbook`() async throws {
        let xml = """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\
            <Worksheet ss:Name="แผน"><Table><Row ss:Index="2"><Cell ss:Index="3"><Data ss:Type="String">ถนน</Data></Cell></Row></Table></Worksheet></Workbook>
            """
        let document = try await OfficeReading.document(
            Array(xml.utf8), type: "application/vnd.ms-excel", tools: .found())
        #expect(document.form == .sheets, "\(document.faultDetail)")
        #expect(document.cell("ถนน") == "C2")
    }

    @Test func `broken copies of old files cost one outcome each`() async throws {
        let whole = Array(rtf.utf8)
        let reading = DocumentReading(programs: ProgramSpawner(), tools: .found())
        let address = try PageAddress(OfficeReading.here)
        var random = MutatingRandom(seed: 2569)
        for _ in 0..<(getenv("OIT_SOAK") == nil ? 3 : 1_000) {
            let file = ReceivedFile(body: random.mutated(whole), kind: .rtf, address: address)
            let document = await reading.document(of: file)
            #expect(document.fault != nil || !document.blocks.isEmpty)
        }
    }

    @Test func `pages under the names of office files are read as pages, without any program`() async throws {
        let page = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body><p>แผนดำเนินงาน</p></body></html>"
        let html = try await OfficeReading.document(Array(page.utf8), type: "application/msword")
        #expect(html.texts == ["แผนดำเนินงาน"])
        let mhtml = """
            MIME-Version: 1.0\r
            Content-Type: multipart/related;\r
            \tboundary="----=_x"\r
            \r
            ------=_x\r
            Content-Type: text/html; charset="utf-8"\r
            Content-Transfer-Encoding: quoted-printable\r
            \r
            <html><body><p>=E0=B9=81=E0=B8=9C=E0=\r
            =B8=99 2569</p></body></html>\r
            ------=_x\r
            Content-Type: image/png\r
            \r
            x\r
            ------=_x--\r
            """
        let archive = try await OfficeReading.document(Array(mhtml.utf8), type: "application/msword")
        #expect(archive.texts == ["แผน 2569"])
        #expect(archive.form == .page)
        let base64 =
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+4LmB4Lic\n4LiZPC9wPg=="
        #expect(try await OfficeReading.document(Array(base64.utf8)).texts == ["แผน"])
    }

    @Test func `without the program the package that is missing is named`() async throws {
        let document = try await OfficeReading.document(Array(rtf.utf8))
        #expect(document.fault == .programMissing)
        #expect(document.faultDetail.contains("libreoffice-writer-nogui"))
        let sheet = CompoundParts.file([("Workbook", [UInt8](repeating: 0, count: 4_096))])
        #expect(try await OfficeReading.document(sheet).faultDetail.contains("libreoffice-calc-nogui"))
    }

    @Test func `a program that hangs costs one outcome`() async throws {
        var tools = DocumentTools()
        tools.soffice = try Program("sleep")
        var request = LegacyConversion.request(try #require(tools.soffice), [], .doc)
        request.arguments = ["600"]
        request.limits.deadline = .milliseconds(300)
        let run = try await ProgramSpawner().run(request)
        let document = LegacyConversion.document(of: run, .doc, address: try PageAddress(OfficeReading.here))
        #expect(document.fault == .exceeded)
        #expect(document.faultDetail == "LibreOffice was ended at a limit (deadline) while it read the file.")
    }

    @Test func `a cancelled reading ends without waiting for the program`() async throws {
        let body = Array(rtf.utf8)
        let task = Task { try await OfficeReading.document(body, tools: .found()) }
        task.cancel()
        #expect(try await task.value.fault == .exceeded)
    }

    /// What LibreOffice makes of a document of another kind.
    private func converted(_ body: [UInt8], _ ending: String, to target: String) async throws -> [UInt8] {
        let soffice = try #require(DocumentTools.found().soffice, "LibreOffice is not installed")
        var request = LegacyConversion.request(soffice, [], .doc)
        request.arguments = [
            "--headless", "-env:UserInstallation=file://$HOME/profile", "--convert-to", target, "file.\(ending)",
        ]
        request.files = ["file.\(ending)": body]
        request.results = ["file.\(target)"]
        let run = try await ProgramSpawner().run(request)
        return try #require(run.results["file.\(target)"]).bytes
    }
}
