import TestSupport
import Testing
import WebEvidence

@Suite("PDF files that cannot be read, or not wholly")
struct PDFFaultTests {
    private let report = PDFWorkshop([.text(PDFSamples.report), .text(PDFSamples.page(2))])
    private let paper = [UInt8](repeating: 0xF0, count: 100 * 140).enumerated().map { $0 % 7 == 0 ? 0 : $1 }

    @Test("a locked file is told as locked")
    func locked() async throws {
        var file = report
        file.isLocked = true
        let document = try await PDFReader.document(file)
        #expect(document.fault == .locked)
        #expect(document.blocks.isEmpty)
        #expect(document.faultDetail.contains("password"))
    }

    @Test("a file without pages, and one with nothing on its pages, are empty")
    func empty() async throws {
        let none = try await PDFReader.document(PDFWorkshop([]))
        #expect(none.fault == .empty)
        #expect(none.partCount == 0)
        let blank = try await PDFReader.document(PDFWorkshop([.blank, .blank]))
        #expect(blank.fault == .empty)
        #expect(blank.partCount == 2)
    }

    @Test("bytes that only begin like a PDF are damaged")
    func corrupt() async throws {
        for body in [
            "%PDF-1.4", "%PDF-1.7\n<html>not found</html>", "%PDF-1.4\n" + String(repeating: "x", count: 9_000),
        ] {
            let document = try await PDFReader.document(Array(body.utf8))
            #expect(document.fault == .damaged)
            #expect(document.blocks.isEmpty)
            #expect(!document.faultDetail.isEmpty)
        }
    }

    @Test("a file that ends in the middle is damaged, at whatever byte, and what is left of it may be read")
    func truncated() async throws {
        let whole = report.bytes()
        for share in [10, 30, 50, 70, 90, 98] {
            let document = try await PDFReader.document(Array(whole.prefix(whole.count * share / 100)))
            #expect(document.fault == .damaged, "\(share) percent")
        }
        let trailed = try await PDFReader.document(whole + Array("\n<!-- served in 0.1 s -->\n".utf8))
        #expect(trailed.fault == nil)
    }

    @Test("a text layer of control characters is garbled, none of it is taken for text")
    func garbled() async throws {
        let file = PDFWorkshop([
            .text(PDFSamples.report, layer: .mapped(PDFPage.controls)),
            .text(PDFSamples.page(2), layer: .mapped(PDFPage.controls)),
        ])
        let document = try await PDFReader.document(file, tools: PDFReader.withoutRecognition())
        #expect(document.fault == .garbled)
        #expect(document.blocks.isEmpty)
        #expect(document.partCount == 2)
        #expect(document.parts.count == 2)
    }

    @Test("one garbled page among good ones is left out and told")
    func onePage() async throws {
        let file = PDFWorkshop([
            .text(PDFSamples.report), .text(PDFSamples.page(2), layer: .mapped(PDFPage.controls)),
            .text(PDFSamples.page(3)),
        ])
        let document = try await PDFReader.document(file, tools: PDFReader.withoutRecognition())
        #expect(document.fault == .garbled)
        #expect(document.texts(ofPart: 2).isEmpty)
        #expect(!document.texts(ofPart: 3).isEmpty)
        #expect(document.faultDetail.contains("seen: 2."))
    }

    @Test("letters without a table are never taken for text")
    func withoutTable() async throws {
        let file = PDFWorkshop([.text(PDFSamples.report, layer: .absent)])
        let document = try await PDFReader.document(file, tools: PDFReader.withoutRecognition())
        #expect(document.blocks.isEmpty)
        #expect([.garbled, .scanned].contains(document.fault))
    }

    @Test("pictures of pages are scanned; without tesseract its packages are named")
    func scanned() async throws {
        let page = PDFPage.picture(width: 100, height: 140, gray: paper)
        let document = try await PDFReader.document(PDFWorkshop([page, page]), tools: PDFReader.withoutRecognition())
        #expect(document.fault == .scanned)
        #expect(document.partCount == 2)
        #expect(document.faultDetail.contains("1-2"))
        #expect(document.faultDetail.contains("tesseract-ocr-tha"))
    }

    @Test("a picture among pages of text leaves the file readable, and is told")
    func mixed() async throws {
        let page = PDFPage.picture(width: 100, height: 140, gray: paper)
        let file = PDFWorkshop([.text(PDFSamples.report), page, .text(PDFSamples.page(3)), .blank])
        let document = try await PDFReader.document(file, tools: PDFReader.withoutRecognition())
        #expect(document.fault == .scanned)
        #expect(document.faultDetail.contains("not seen: 2."))
        #expect(document.parts.map(\.number) == [1, 2, 3, 4])
    }

    @Test("a tree of pages that loops ends")
    func loop() async throws {
        var file = report
        file.hasLoop = true
        let document = try await PDFReader.document(file)
        #expect(document.texts.joined().contains(PDFSamples.title) || document.fault != nil)
    }

    @Test("a bomb costs one outcome")
    func bomb() async throws {
        let file = PDFWorkshop([.text(PDFSamples.report), .drawing(.zeros(count: 150 << 20))])
        let bytes = file.bytes()
        #expect(bytes.count < 2 << 20)
        let document = try await PDFReader.document(bytes, tools: PDFReader.withoutRecognition())
        #expect(document.form == .pdf)
        #expect(document.fault != nil || !document.blocks.isEmpty)
    }
}
