import Documents
import Extraction
import Foundation
import Programs
import TestSupport
import Testing
import WebEvidence

@Suite("Pictures and scans")
struct PictureTests {
    private static let lines = [
        "ANNUAL PROCUREMENT PLAN 2566", "รายงานผลการดำเนินการป้องกันการทุจริต", "องค์การบริหารส่วนตำบลตัวอย่าง",
        "ได้ดำเนินโครงการตามแผนเสร็จสิ้นแล้วทุกโครงการ",
    ]

    @Test("a scan is recognised where tesseract is installed, and its pages say so")
    func scan() async throws {
        let page = try await PictureMaker.page(Self.lines)
        let document = try await PDFReader.document(PDFWorkshop([page]))
        #expect(document.fault == nil)
        #expect(document.partCount == 1)
        #expect(document.parts.map(\.isRecognised) == [true])
        #expect(document.texts.joined().contains("PROCUREMENT"))
        #expect(document.texts.joined().contains("โครงการ"))
    }

    @Test("of a long scan the first three pages and the last are recognised, the rest is told as not seen")
    func longScan() async throws {
        let page = try await PictureMaker.page(Self.lines)
        let document = try await PDFReader.document(PDFWorkshop(Array(repeating: page, count: 9)))
        #expect(document.fault == .scanned)
        #expect(document.parts.filter(\.isRecognised).map(\.number) == [1, 2, 3, 9])
        #expect(document.faultDetail.contains("not seen: 4-8."))
        #expect(!document.faultDetail.contains("install"))
    }

    @Test("a page whose text layer is garbled is recognised instead: what it says agrees with the good file")
    func garbled() async throws {
        var good = PDFWorkshop([.text(Self.lines + PDFSamples.report)])
        good.font = try PictureMaker.font()
        var bad = PDFWorkshop([.text(Self.lines + PDFSamples.report, layer: .mapped(PDFPage.controls))])
        bad.font = good.font
        let faithful = try await PDFReader.document(good)
        let recognised = try await PDFReader.document(bad)
        #expect(faithful.parts.map(\.isRecognised) == [false])
        #expect(recognised.parts.map(\.isRecognised) == [true])
        #expect(recognised.fault == nil)
        for phrase in ["PROCUREMENT", "โครงการ"] {
            #expect(faithful.texts.joined().contains(phrase))
            #expect(recognised.texts.joined().contains(phrase))
        }
    }

    @Test("a picture handed in as evidence is read")
    func picture() async throws {
        let bitmap = try await PictureMaker.bitmap(Self.lines)
        let document = try await PDFReader.document(bitmap, kind: .image)
        #expect(document.form == .picture)
        #expect(document.fault == nil)
        #expect(document.parts.map(\.isRecognised) == [true])
        #expect(document.texts.joined().contains("PROCUREMENT"))
    }

    @Test("a logo is not sent to recognition, a picture too large neither")
    func sizes() async throws {
        let small = try await PDFReader.document(
            PictureMaker.bitmap(width: 120, height: 90, gray: .init(repeating: 0, count: 10_800)), kind: .image)
        #expect(small.fault == .scanned)
        #expect(small.faultDetail.contains("120 x 90"))
        var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        png += [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 8, 2, 0, 0, 0]
        let large = try await PDFReader.document(png, kind: .image)
        #expect(large.fault == .exceeded)
    }

    @Test("without tesseract a picture is scanned and the packages are named")
    func withoutTesseract() async throws {
        let document = try await PDFReader.document(
            PictureMaker.bitmap(width: 600, height: 400, gray: .init(repeating: 90, count: 240_000)), kind: .image,
            tools: PDFReader.withoutRecognition())
        #expect(document.fault == .scanned)
        #expect(document.faultDetail.contains("tesseract-ocr-tha"))
    }

    @Test(
        "bytes that only begin like a picture cost one outcome",
        arguments: [
            [0xFF, 0xD8, 0xFF, 0xE0], [0x89, 0x50, 0x4E, 0x47], Array("GIF89a".utf8), [0x49, 0x49, 0x2A, 0],
            [0x42, 0x4D],
            Array("RIFF....WEBPVP8X".utf8), [],
        ])
    func broken(start: [UInt8]) async throws {
        for filler in [0, 0x30, 0xFF] as [UInt8] {
            let body = start + [UInt8](repeating: filler, count: 400)
            let document = try await PDFReader.document(body, kind: .image)
            #expect(document.form == .picture)
            #expect(document.fault != nil)
            #expect(document.blocks.isEmpty)
        }
    }
}

/// Draws text so that it can only be read by eye.
enum PictureMaker {
    /// fonts-thai-tlwg, which `./test` installs.
    static func font() throws -> TrueTypeFont {
        let file = try #require(FileManager.default.contents(atPath: "/usr/share/fonts/truetype/tlwg/Laksaman.ttf"))
        return try #require(TrueTypeFont(Array(file)))
    }

    static func page(_ lines: [String]) async throws -> PDFPage {
        let (width, height, gray) = try await drawn(lines)
        return .picture(width: width, height: height, gray: gray)
    }

    static func bitmap(_ lines: [String]) async throws -> [UInt8] {
        let (width, height, gray) = try await drawn(lines)
        return bitmap(width: width, height: height, gray: gray)
    }

    /// A gray bitmap file (BMP), rows from the bottom.
    static func bitmap(width: Int, height: Int, gray: [UInt8]) -> [UInt8] {
        let padding = [UInt8](repeating: 0, count: (4 - width % 4) % 4)
        var rows: [UInt8] = []
        for row in (0..<height).reversed() { rows += gray[(row * width)..<((row + 1) * width)] + padding }
        var bytes = Array("BM".utf8)
        let start = 54 + 1_024
        for value in [start + rows.count, 0, start, 40, width, height] { bytes += long(value) }
        bytes += [1, 0, 8, 0]
        for value in [0, rows.count, 11_811, 11_811, 256, 0] { bytes += long(value) }
        for shade in 0...UInt8.max { bytes += [shade, shade, shade, 0] }
        return bytes + rows
    }

    private static func long(_ value: Int) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func drawn(_ lines: [String]) async throws -> (width: Int, height: Int, gray: [UInt8]) {
        var file = PDFWorkshop([.text(lines)])
        file.font = try font()
        let program = try Program("pdftoppm")
        var request = ProgramRequest(program, ["-gray", "-scale-to", "3508", "page.pdf"])
        request.files = ["page.pdf": file.bytes()]
        let output = try await PDFReader.programs.run(request).output.bytes
        let head = output.prefix(40).split(maxSplits: 4, whereSeparator: { $0 <= 32 }).prefix(4)
        let numbers = head.dropFirst().compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        try #require(numbers.count == 3)
        let size = numbers[0] * numbers[1]
        return (numbers[0], numbers[1], Array(output.suffix(size)))
    }
}
