import Findings
import GradingCore
import OfficeDocuments
import Programs
import Testing

@Suite(.serialized) struct OfficeConversionTests {
    @Test("LibreOffice makes a DOCX that holds every word of the memo, hostile ones too")
    func docx() async throws {
        let conversion = OfficeConversion.installed()
        try #require(conversion.isInstalled, "LibreOffice is missing: apt-get install libreoffice-writer-nogui")
        let memo = Sample.report { $0.agency.name = "อบต. <b>&amp; \"ตัวอย่าง\"" }.memo(MemoSettings(language: .thai))
        let docx = try await conversion.converted(memo, to: .docx)
        let text = try lines(of: docx).joined(separator: "\n")
        #expect(text.contains("บันทึกข้อความ") && text.contains("อบต. <b>&amp; \"ตัวอย่าง\""))
        #expect(text.contains("ผลการวิเคราะห์ตามตัวชี้วัด/ข้อ") && text.contains("ตรวจยืนยันข้อมูลข้อ o12"))
    }

    @Test("without LibreOffice it says so and what to install")
    func missing() async {
        let conversion = OfficeConversion(soffice: nil, spawner: ProgramSpawner())
        await #expect {
            _ = try await conversion.converted([], to: .docx)
        } throws: { error in
            let fault = error as? OfficeDocumentError
            return fault?.code == .programMissing && fault?.detail.contains("libreoffice-writer-nogui") == true
        }
    }

    @Test("a program that hangs, fails or writes nothing is an error in words", arguments: ["sleep", "false", "true"])
    func failing(_ name: String) async throws {
        // None of them knows our arguments; `sleep` complains, the others end at once.
        let conversion = OfficeConversion(
            soffice: try Program(name), spawner: ProgramSpawner(), deadline: .seconds(2))
        await #expect {
            _ = try await conversion.converted([1], to: .docx)
        } throws: { ($0 as? OfficeDocumentError)?.code == .notConverted }
    }
}
