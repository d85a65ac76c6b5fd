import Extraction
import Glibc
import Programs
import TestSupport
import Testing
import WebEvidence

@testable import Documents

@Suite struct ArchiveTests {
    private let text = OfficeParts.text(
        OfficeParts.paragraph("หัวเรื่อง", "<w:outlineLvl w:val=\"0\"/>") + OfficeParts.paragraph("เนื้อความ")
            + OfficeParts.table([["ที่", "งาน"], ["1", "ถนน"]], headRows: 1)
    ).bytes

    private func zip(_ members: [(String, [UInt8])]) -> ZipArchive {
        var archive = ZipArchive()
        archive.members = members.map { ZipArchive.Member(name: $0.0, bytes: $0.1) }
        return archive
    }

    @Test func `names are told in order, and what can be read stands below its name`() async throws {
        let archive = zip([
            ("แผน/แผนจัดซื้อ 2569.docx", text), ("โปรแกรม.exe", Array("MZ\u{0}\u{1}".utf8)),
            ("อ่าน.txt", Array("บรรทัดแรก\nบรรทัดสอง".utf8)), ("__MACOSX/._x", [1]),
        ])
        let document = try await OfficeReading.document(archive.bytes, type: "application/zip")
        #expect(document.form == .archive)
        #expect(document.fault == nil)
        #expect(document.partCount == 3)
        #expect(document.parts.map(\.name) == ["แผน/แผนจัดซื้อ 2569.docx", "โปรแกรม.exe", "อ่าน.txt"])
        #expect(
            document.texts == [
                "แผนจัดซื้อ 2569.docx", "หัวเรื่อง", "เนื้อความ", "ที่", "งาน", "1", "ถนน", "โปรแกรม.exe", "อ่าน.txt", "บรรทัดแรก",
                "บรรทัดสอง",
            ])
        #expect(document.part(ofBlock: 2)?.number == 1)
        #expect(document.part(ofBlock: 9)?.number == 3)
        #expect(document.blocks[2].headingPath == [0, 1])
        #expect(document.blocks[7].kind == .listEntry)
        #expect(document.tables[0].headingPath == [0, 1])
    }

    @Test func `links and tables of later members keep their places`() async throws {
        let page = Array("<html><body><p>ก</p><p><a href=\"/x.pdf\">ไฟล์</a></p></body></html>".utf8)
        let document = try await OfficeReading.document(
            zip([("a.docx", text), ("b.html", page), ("c.docx", text)]).bytes)
        #expect(document.links.count == 1)
        let block = try #require(document.links[0].block)
        #expect(document.blocks[block].text == "ไฟล์")
        #expect(document.blocks[block].links == [0])
        #expect(document.links[0].headings.first == "b.html")
        #expect(document.tables.count == 2)
        let last = try #require(document.blocks.last)
        #expect(last.kind == .cell(table: 1, row: 0, column: 1, isHead: false))
    }

    @Test func `names in the encoding of Thai Windows are decoded`() async throws {
        var archive = zip([("x", Array("text one".utf8))])
        archive.rawNames = [[0xE1, 0xBC, 0xB9, 0xA1, 0xD2, 0xC3, 0x2E, 0x74, 0x78, 0x74]]
        #expect(try await OfficeReading.document(archive.bytes).parts.map(\.name) == ["แผนการ.txt"])
    }

    @Test func `archives inside are listed and not opened`() async throws {
        let inner = zip([("ลึก.txt", Array("ลึก".utf8))]).bytes
        let document = try await OfficeReading.document(zip([("ใน.zip", inner)]).bytes)
        #expect(document.texts == ["ใน.zip"])
        #expect(document.fault == nil)
    }

    @Test func `a protected archive is locked, and its names are told`() async throws {
        var archive = zip([("ลับ.docx", text)])
        archive.members[0].flags = 1
        let document = try await OfficeReading.document(archive.bytes)
        #expect(document.fault == .locked)
        #expect(document.texts == ["ลับ.docx"])
    }

    @Test func `only so many members are read, and all names up to a limit are told`() async throws {
        let many = (1...30).map { ("f\($0).txt", Array("ข้อความ \($0)".utf8)) }
        let document = try await OfficeReading.document(zip(many).bytes)
        #expect(document.fault == .exceeded)
        #expect(document.parts.count == 30)
        #expect(document.texts.contains("ข้อความ 20"))
        #expect(!document.texts.contains("ข้อความ 21"))
        let crowd = try await OfficeReading.document(zip((1...3_000).map { ("f\($0)", []) }).bytes)
        #expect(crowd.fault == .exceeded)
        #expect(crowd.partCount == 3_000)
        #expect(crowd.parts.count == 2_000)
    }

    @Test func `bombs end as exceeded, with what was read before`() async throws {
        let zeros = [UInt8](repeating: 48, count: 30 << 20)
        let bomb = DeflatedZip.bytes([("first.txt", Array("อ่านได้".utf8))] + (1...6).map { ("b\($0).txt", zeros) })
        let document = try await OfficeReading.document(bomb)
        #expect(document.fault == .exceeded)
        #expect(document.texts.contains("อ่านได้"))
    }

    @Test func `7z and rar are read by their program`() async throws {
        let seven = DeflatedZip.bytes([("แผน.docx", text), ("b.txt", Array("ข้อความ".utf8))], isSevenZip: true)
        for archive in [seven, StoredRAR.bytes("แผน.docx", text)] {
            let document = try await OfficeReading.document(archive, tools: .found())
            #expect(document.fault == nil, "\(document.faultDetail)")
            #expect(document.parts.first?.name == "แผน.docx")
            #expect(document.texts.contains("เนื้อความ"))
            let cut = try await OfficeReading.document(Array(archive.prefix(archive.count / 2)), tools: .found())
            #expect(cut.fault == .damaged)
        }
    }

    @Test func `broken copies of packed archives cost one outcome each`() async throws {
        let seven = DeflatedZip.bytes([("แผน.docx", text), ("b.txt", Array("ข้อความ".utf8))], isSevenZip: true)
        var random = MutatingRandom(seed: 2569)
        for _ in 0..<(getenv("OIT_SOAK") == nil ? 20 : 1_000) {
            for whole in [seven, StoredRAR.bytes("แผน.docx", text)] {
                let body = random.mutated(whole)
                let file = ReceivedFile(body: body, kind: .archive, address: try PageAddress(OfficeReading.here))
                let document = await DocumentReading(programs: ProgramSpawner(), tools: .found()).document(of: file)
                #expect(document.fault != nil || !document.blocks.isEmpty)
                #expect(document.form == .archive)
            }
        }
    }

    @Test func `without the program the package that is missing is named`() async throws {
        let document = try await OfficeReading.document(StoredRAR.bytes("a.txt", [65]))
        #expect(document.fault == .programMissing)
        #expect(document.faultDetail.contains("libarchive-tools"))
    }

    @Test func `an empty or broken archive says so`() async throws {
        #expect(try await OfficeReading.document(zip([]).bytes).fault == .empty)
        let whole = zip([("ก.txt", Array("ข้อความ".utf8))]).bytes
        #expect(try await OfficeReading.document(Array(whole.prefix(40)), type: "application/zip").fault == .damaged)
    }
}

/// A rar archive (version 5) of one file that is not packed.
enum StoredRAR {
    static func bytes(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        let file =
            vint(2) + vint(2) + vint(contents.count) + vint(4) + vint(contents.count) + vint(0o100644)
            + little(ZipArchive.crc32(contents)) + vint(0) + vint(1) + vint(name.utf8.count) + Array(name.utf8)
        return [0x52, 0x61, 0x72, 0x21, 0x1A, 7, 1, 0] + block(vint(1) + vint(0) + vint(0)) + block(file) + contents
            + block(vint(5) + vint(0) + vint(0))
    }

    private static func block(_ header: [UInt8]) -> [UInt8] {
        let sized = vint(header.count) + header
        return little(ZipArchive.crc32(sized)) + sized
    }

    private static func vint(_ number: Int) -> [UInt8] {
        var rest = number
        var bytes: [UInt8] = []
        repeat {
            bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
            rest >>= 7
        } while rest > 0
        return bytes
    }

    private static func little(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.littleEndian) { Array($0) } }
}
