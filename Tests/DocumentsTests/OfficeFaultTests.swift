import Extraction
import Programs
import TestSupport
import Testing
import WebEvidence

@testable import Documents

@Suite struct OfficeFaultTests {
    private let plain = OfficeParts.text(OfficeParts.paragraph("แผนดำเนินงาน"))

    @Test func `an encrypted document is locked, in whatever container it comes`() async throws {
        let big = [UInt8](repeating: 7, count: 5_000)
        var word = [UInt8](repeating: 0, count: 4_096)
        word[11] = 1
        var book: [UInt8] = [9, 8, 16, 0] + [UInt8](repeating: 0, count: 16) + [0x2F, 0, 54, 0]
        book += [UInt8](repeating: 0, count: 4_096)
        let manifest = "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
        for (name, body) in [
            ("ooxml", CompoundParts.file([("EncryptionInfo", big), ("EncryptedPackage", big)])),
            ("doc", CompoundParts.file([("WordDocument", word)])), ("xls", CompoundParts.file([("Workbook", book)])),
            ("ppt", CompoundParts.file([("PowerPoint Document", big), ("EncryptedSummary", big)])),
            ("odt", OfficeParts.open("text", "<text:p>x</text:p>", parts: [("META-INF/manifest.xml", manifest)]).bytes),
        ] {
            let document = try await OfficeReading.document(body)
            #expect(document.fault == .locked, "\(name)")
            #expect(document.faultDetail == "The document is protected by a password.", "\(name)")
            #expect(document.blocks.isEmpty)
        }
    }

    @Test func `a file that breaks off is damaged, wherever it does`() async throws {
        let whole = plain.bytes
        for length in stride(from: 30, to: whole.count - 1, by: 97) {
            let body = Array(whole[..<length])
            let file = ReceivedFile(body: body, kind: .ooxml, address: try PageAddress(OfficeReading.here))
            let document = await DocumentReading(programs: .init(), tools: .init()).document(of: file)
            #expect(document.fault == .damaged, "\(length) of \(whole.count) bytes")
            #expect(document.faultDetail.hasSuffix("."))
        }
    }

    @Test func `what was read before the fault is kept`() async throws {
        var archive = plain
        let index = try #require(archive.members.firstIndex { $0.name == "word/document.xml" })
        archive.members[index].bytes.removeLast(20)
        let document = try await OfficeReading.document(archive.bytes)
        #expect(document.fault == .damaged)
        #expect(document.texts == ["แผนดำเนินงาน"])
    }

    @Test func `nothing inside is empty, pictures alone are a scan`() async throws {
        let empty = try await OfficeReading.document(OfficeParts.text("").bytes)
        #expect(empty.fault == .empty)
        let scan = try await OfficeReading.document(
            OfficeParts.text("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>").bytes)
        #expect(scan.fault == .scanned)
        #expect(scan.faultDetail == "The document holds 1 pictures and no text.")
    }

    @Test func `entities, deep nesting and bombs end as faults`() async throws {
        let entities =
            "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
        #expect(try await fault(ofText: entities) == .damaged)
        let deep = String(repeating: "<w:sdt>", count: 5_000)
        #expect(try await fault(ofText: "<w:document xmlns:w=\"w\">\(deep)") == .exceeded)
        let many = ZipArchive((0..<5_000).map { ("word/\($0).xml", "") } + plain.members.map { ($0.name, "") })
        #expect(try await OfficeReading.document(many.bytes).fault == .exceeded)
        let paragraphs = String(repeating: "<w:p><w:r><w:t>ก</w:t></w:r></w:p>", count: 250_000)
        let document = try await OfficeReading.document(OfficeParts.text(paragraphs).bytes)
        #expect(document.fault == .exceeded)
        #expect(document.blocks.count == 200_000)
    }

    @Test func `a member that unpacks to far more than the file is refused`() async throws {
        let bomb = DeflatedZip.bytes([
            ("[Content_Types].xml", Array("<Types/>".utf8)),
            ("_rels/.rels", plain.members[2].bytes),
            ("word/document.xml", Array("<w:document xmlns:w=\"w\">".utf8) + [UInt8](repeating: 32, count: 90 << 20)),
        ])
        #expect(bomb.count < 200_000)
        let document = try await OfficeReading.document(bomb)
        #expect(document.fault == .exceeded)
    }

    @Test func `an office file of another kind is not taken for a broken one`() async throws {
        var archive = plain
        let index = try #require(archive.members.firstIndex { $0.name == "word/document.xml" })
        archive.members[index].bytes = Array("<FixedDocumentSequence/>".utf8)
        #expect(try await OfficeReading.document(archive.bytes).fault == .unsupported)
        let other = CompoundParts.file([("FileHeader", [UInt8](repeating: 1, count: 4_096))])
        #expect(try await OfficeReading.document(other).fault == .unsupported)
        let broken = Array(CompoundParts.file([("WordDocument", [UInt8](repeating: 1, count: 4_096))]).prefix(700))
        #expect(try await OfficeReading.document(broken).fault == .damaged)
    }

    private func fault(ofText document: String) async throws -> DocumentFault? {
        var archive = plain
        let index = try #require(archive.members.firstIndex { $0.name == "word/document.xml" })
        archive.members[index].bytes = Array(document.utf8)
        return try await OfficeReading.document(archive.bytes).fault
    }
}
