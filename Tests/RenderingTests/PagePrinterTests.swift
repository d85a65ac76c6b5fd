import Foundation
import Programs
import Rendering
import TestSupport
import Testing

/// Printed by the browser of this computer, read by poppler's programs.
@Suite(.serialized) struct PagePrinterTests {
    private static let page = """
        <!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>รายงาน</title>
        <style>@page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " / " counter(pages); } }
        details::details-content { content-visibility: visible; display: block; }</style></head>
        <body><h1>หัวข้อที่หนึ่ง</h1><p>น้ำ ป่า ปู่ กตัญญู ๒๕๖๖</p><details><summary>พับไว้</summary><p>ข้อความที่พับไว้</p></details>
        <p id="x">ตามเดิม</p><script>document.getElementById("x").textContent = "สคริปต์ทำงาน"</script>
        <img src="http://127.0.0.1:9/x.png" alt=""><h2 style="break-before: page">หัวข้อที่สอง</h2></body></html>
        """

    private func told(_ name: String, _ arguments: [String]) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: try Program(name).path)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    @Test("a page becomes tagged PDF with fonts, page numbers and running head; nothing folded is lost, no script runs")
    func prints() async throws {
        let printer = PagePrinter.installed()
        try #require(printer.isInstalled, "Chromium is missing: apt-get install chromium")
        let pdf = try await printer.pdf(
            html: Array(Self.page.utf8), runningHead: "OIT <b>2566</b> & อบต. <script>1</script>")
        try await withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("page.pdf").path
            try Data(pdf).write(to: URL(filePath: file))
            let facts = try await told("pdfinfo", [file])
            #expect(facts.contains(/Tagged: +yes/) && facts.contains(/Pages: +2/) && facts.contains(/Title: +รายงาน/))
            #expect(facts.contains("A4") && facts.contains(/JavaScript: +no/))
            // The columns emb, sub, uni, and the object's two numbers end each line.
            let fonts = try await told("pdffonts", [file]).split(separator: "\n").dropFirst(2)
            #expect(!fonts.isEmpty)
            for font in fonts { #expect(font.split(separator: " ").suffix(5).first == "yes", "\(font)") }
            let text = try await told("pdftotext", ["-raw", file, "-"])
            for words in ["หัวข้อที่หนึ่ง", "น้ำ ป่า ปู่ กตัญญู ๒๕๖๖", "ข้อความที่พับไว้", "ตามเดิม", "1 / 2", "2 / 2"] {
                #expect(text.contains(words), "\(words) is missing in \(text)")
            }
            #expect(text.components(separatedBy: "OIT <b>2566</b> & อบต. <script>1</script>").count == 3)
            #expect(!text.contains("สคริปต์ทำงาน"))
        }
    }

    @Test("without a browser it says so")
    func missing() async {
        await #expect(throws: RenderFailure.notInstalled) {
            _ = try await PagePrinter(program: nil).pdf(html: [], runningHead: "")
        }
    }
}
