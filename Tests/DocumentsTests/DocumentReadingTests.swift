import Documents
import Extraction
import Programs
import Testing
import WebEvidence

@Suite("Reading files of every kind")
struct DocumentReadingTests {
    @Test("a web page is read as a page, whatever tools are installed")
    func page() async throws {
        let reading = DocumentReading(programs: ProgramSpawner(), tools: DocumentTools())
        let file = ReceivedFile(
            body: Array("<html><title>แผน</title><p>แผนดำเนินงาน</p></html>".utf8), kind: .html,
            contentType: "text/html; charset=utf-8", address: try PageAddress(submitted: "http://a.example/x.pdf"))
        let document = await reading.document(of: file)
        #expect(document.form == .page)
        #expect(document.blocks.map(\.text) == ["แผนดำเนินงาน"])
        #expect(document.fault == nil)
    }
}
