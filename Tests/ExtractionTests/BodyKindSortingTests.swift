import TestSupport
import Testing

@testable import Extraction

@Suite struct BodyKindSortingTests {
    private func kind(_ body: [UInt8], _ type: String? = nil) -> BodyKind { bodyKind(of: body, contentType: type) }
    private func kind(_ body: String, _ type: String? = nil) -> BodyKind { kind(Array(body.utf8), type) }

    @Test func `an office document is known wherever its parts stand in the zip`() {
        let long = (0..<400).map { ("docProps/\($0).xml", String(repeating: "x", count: 40)) }
        let office = [("[Content_Types].xml", ""), ("_rels/.rels", ""), ("xl/workbook.xml", "")]
        #expect(kind(ZipArchive(long + office).bytes, "application/zip") == .ooxml)
        #expect(
            kind(ZipArchive([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")]).bytes)
                == .ooxml)
        #expect(kind(ZipArchive([("a.docx", "word/document.xml"), ("b.pdf", "")]).bytes) == .archive)
        #expect(kind(ZipArchive([("word/readme.txt", "x")]).bytes) == .archive)
        #expect(kind(ZipArchive([]).bytes) == .archive)
    }

    @Test func `pages under the types of office files are pages`() {
        for type in ["application/msword", "application/vnd.ms-excel", "application/octet-stream"] {
            #expect(kind("<html xmlns:v=\"x\"><head>", type) == .html)
            #expect(kind("\r\n<table border=1><tr>", type) == .html)
            #expect(kind("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", type) == .mhtml)
            #expect(kind("ที่,งาน\n1,ถนน\n", type) == .text)
        }
        #expect(
            kind(
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            ) == .flatOffice)
        #expect(kind("ที่\tงาน\n", "text/tab-separated-values") == .text)
        #expect(kind("a,b\n", "application/csv") == .text)
    }

    @Test func `pictures, sounds, films and texts are known by their beginnings`() {
        #expect(kind("{\\rtf1\\ansi", "application/msword") == .rtf)
        #expect(kind("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 ") == .image)
        #expect(kind("RIFF\u{1}\u{1}\u{1}\u{1}WAVEfmt ") == .unknown)
        #expect(kind("\u{0}\u{0}\u{0}\u{18}ftypheic\u{0}\u{0}") == .image)
        #expect(kind("\u{0}\u{0}\u{0}\u{18}ftypmp42\u{0}\u{0}", "text/html") == .unknown)
        #expect(kind("ID3\u{3}\u{0}") == .unknown)
        #expect(
            kind(
                Array("BM".utf8) + [9, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0] + [UInt8](repeating: 0, count: 20)
            ) == .image)
        #expect(kind("BM จำกัด ประกาศรายชื่อผู้ชนะ", "text/plain") == .text)
        #expect(kind("II*\u{0}abc") == .image)
    }

    @Test func `a PDF with junk before it is a PDF, and a page that speaks of one is a page`() {
        #expect(kind("HTTP/1.1 200 OK\r\n\r\n%PDF-1.5\n", "text/html") == .pdf)
        #expect(kind(String(repeating: " ", count: 900) + "%PDF-1.4") == .pdf)
        #expect(kind(String(repeating: " ", count: 1_100) + "%PDF-1.4") == .text)
        #expect(kind("<html><body><p>Files begin with %PDF-1.4</p>", "text/html") == .html)
        #expect(kind("Notice: Undefined index in x.php\n%PDF-1.7\n") == .pdf)
    }

    @Test func `text in two-byte letters is text`() {
        func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
        #expect(kind([0xFF, 0xFE] + utf16("ประกาศ แผน 2569")) == .text)
        #expect(kind(utf16("ประกาศ แผน 2569 และรายงาน"), "text/plain") == .text)
        #expect(kind(utf16("<html><body>ประกาศ</body></html>")) == .html)
        #expect(kind([UInt8](repeating: 0, count: 64)) == .unknown)
    }

    @Test func `a declared type that says something else is told, and one that says nothing is not`() {
        #expect(
            bodyMismatch(kind: .html, contentType: "application/msword")
                == "The server declares application/msword, but the body is a web page.")
        #expect(
            bodyMismatch(kind: .pdf, contentType: "Text/HTML; charset=utf-8")
                == "The server declares text/html, but the body is a PDF file.")
        for type in [nil, "", "application/octet-stream", "application/force-download", "*/*"] as [String?] {
            #expect(bodyMismatch(kind: .pdf, contentType: type) == nil)
        }
        #expect(bodyMismatch(kind: .pdf, contentType: "application/pdf") == nil)
        #expect(bodyMismatch(kind: .ooxml, contentType: "application/zip") == nil)
        #expect(bodyMismatch(kind: .ooxml, contentType: "application/vnd.ms-excel") == nil)
        #expect(bodyMismatch(kind: .text, contentType: "text/csv") == nil)
        #expect(
            bodyMismatch(kind: .archive, contentType: "application/pdf")
                == "The server declares application/pdf, but the body is an archive.")
    }
}
