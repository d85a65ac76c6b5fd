import Documents
import Extraction
import Programs
import TestSupport
import WebEvidence

/// Reads made files with the programs that are installed; `./test` installs them, so that a missing one is a failure.
enum PDFReader {
    static let programs = ProgramSpawner()

    static func document(_ file: PDFWorkshop, tools: DocumentTools = .found()) async throws -> ExtractedDocument {
        try await document(file.bytes(), tools: tools)
    }

    static func document(
        _ bytes: [UInt8], kind: BodyKind = .pdf, tools: DocumentTools = .found()
    ) async throws -> ExtractedDocument {
        let reading = DocumentReading(programs: programs, tools: tools)
        return await reading.document(
            of: ReceivedFile(body: bytes, kind: kind, address: try PageAddress(submitted: "http://a.example/a")))
    }

    static func withoutRecognition() -> DocumentTools {
        var tools = DocumentTools.found()
        tools.tesseract = nil
        return tools
    }
}

extension ExtractedDocument {
    var texts: [String] { blocks.map(\.text) }

    /// Texts of the blocks of one part, counted from 1.
    func texts(ofPart number: Int) -> [String] {
        blocks.indices.filter { part(ofBlock: $0)?.number == number }.map { blocks[$0].text }
    }
}

/// Pages of text as agencies write them, made up.
enum PDFSamples {
    static let title = "รายงานผลการดำเนินการป้องกันการทุจริต"
    static let report = [
        title, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "ตามที่องค์การบริหารส่วนตำบลตัวอย่างได้จัดทำแผนปฏิบัติการป้องกันการ",
        "ทุจริตขึ้นเพื่อใช้เป็นกรอบในการดำเนินงานนั้น บัดนี้ได้ดำเนินโครงการตาม",
        "แผนเสร็จสิ้นแล้ว จึงขอรายงานผลการดำเนินงานให้ประชาชนทราบโดยทั่วกัน",
        "๑. โครงการเสริมสร้างคุณธรรม", "๒. โครงการโปร่งใสไร้ทุจริต", "จำนวนทั้งสิ้น ๒ โครงการ",
    ]

    static func page(_ number: Int) -> [String] {
        (1...12).map { line in "หน้าที่ \(number) บรรทัดที่ \(line) ว่าด้วยการเปิดเผยข้อมูลสาธารณะของหน่วยงานตัวอย่าง" }
    }
}
