import Testing
import WebEvidence

@testable import Extraction

@Suite struct BodyKindTests {
    @Test(
        arguments: [
            ("%PDF-1.7", "text/html", BodyKind.pdf), ("\n%PDF-1.4", "text/html", .pdf),
            ("<html>", "application/pdf", .html),
            ("<!DOCTYPE html>", nil, .html), ("<!-- x --> <html>", "text/plain", .html), ("\u{FEFF}<html>", nil, .html),
            ("ข้อความ", "text/plain; charset=utf-8", .text), ("ข้อความ", "text/html", .html), ("ข้อความ", nil, .text),
            ("{\"a\":1}", "application/json", .json), ("[1]", nil, .json),
            ("<?xml version='1.0'?><rss>", "text/xml", .xml),
            ("<?xml version='1.0'?><!DOCTYPE html><html>", "text/xml", .html), ("GIF89a", "text/html", .image),
            ("PK\u{3}\u{4}....word/document.xml", nil, .ooxml), ("PK\u{3}\u{4}....a.pdf", "application/zip", .archive),
            ("Rar!....", "application/pdf", .archive), ("x", "image/jpeg", .image), ("", "application/pdf", .pdf),
            ("", nil, .text),
            ("text <table><tr><td>x", nil, .html), ("x", "application/octet-stream", .text),
            ("x", "video/mp4", .unknown),
            ("\u{1}\u{2}\u{0}\u{3}", nil, .unknown),
        ] as [(String, String?, BodyKind)])
    func leadingBytesThenContentType(body: String, type: String?, kind: BodyKind) {
        #expect(bodyKind(of: Array(body.utf8), contentType: type) == kind)
    }

    @Test func legacyOfficeAndJPEGByTheirMagic() {
        #expect(bodyKind(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], contentType: "text/html") == .ole)
        #expect(bodyKind(of: [0xFF, 0xD8, 0xFF, 0xE0], contentType: "text/html") == .image)
    }

    @Test func plainTextGivesOneParagraphPerLine() throws {
        let document = extractedDocument(
            body: Array("แผนงาน\r\n\r\nข้อ 1   งาน\n".utf8), contentType: "text/plain", lastModified: nil,
            address: try Fixture.address())
        #expect(document.blocks.map(\.text) == ["แผนงาน", "ข้อ 1 งาน"])
    }

    @Test func kindsThatAreNotReadGiveAnEmptyDocument() throws {
        let document = extractedDocument(
            body: Array("%PDF-1.7 x".utf8), contentType: "text/html", lastModified: nil, address: try Fixture.address())
        #expect(document == ExtractedDocument())
    }

    @Test func wronglyDeclaredThaiPageIsRead() throws {
        let document = try Fixture.page("windows-874-declared-latin.html")
        #expect(document.encoding == "windows-874")
        #expect(document.title == "O13 รายงานสรุปผลการจัดซื้อจัดจ้าง")
        #expect(!document.hasDamagedText)
    }

    @Test(
        arguments: [
            ("text/html; charset=TIS-620", "", ["TIS-620"]), ("text/html;charset=\"utf-8\"", "", ["utf-8"]),
            ("text/html", "<meta charset=windows-874>", ["windows-874"]),
            ("text/html; charset=a", "<META http-equiv=Content-Type content='text/html; charset=b'>", ["a", "b"]),
            (nil, "<?xml version=\"1.0\" encoding=\"tis-620\"?>", ["tis-620"]), (nil, "<meta name=charset>", []),
        ] as [(String?, String, [String])])
    func declaredEncodingsHeaderFirst(type: String?, markup: String, labels: [String]) {
        #expect(declaredEncodings(contentType: type, body: Array(markup.utf8)) == labels)
    }
}
