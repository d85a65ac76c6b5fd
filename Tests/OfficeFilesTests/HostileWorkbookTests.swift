import TestSupport
import Testing

@testable import OfficeFiles

@Suite struct HostileWorkbookTests {
    private func code(_ bytes: [UInt8], limits: OfficeFileLimits = OfficeFileLimits()) -> OfficeFileError.Code? {
        do throws(OfficeFileError) {
            _ = try OfficeFile.spreadsheet(bytes, limits: limits)
            return nil
        } catch {
            return error.code
        }
    }

    private var good: ZipArchive {
        WorkbookParts.archive(
            sheet: WorkbookParts.worksheet(#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>"#),
            strings: #"<sst xmlns="m"><si><t>ข้อ</t></si></sst>"#)
    }

    @Test func `what is no zip is told apart`() {
        #expect(code([]) == .notAZip)
        #expect(code(Array("item,url\n".utf8)) == .notAZip)
        #expect(code([0x50, 0x4B, 3, 4]) == .notAZip)
        #expect(code([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .binaryOfficeFile)
        #expect(code(ZipArchive([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]).bytes) == .otherKind)
    }

    @Test(arguments: [
        ("_rels/.rels", OfficeFileError.Code.otherKind), ("xl/workbook.xml", .missingPart),
        ("xl/_rels/workbook.xml.rels", .missingPart), ("xl/worksheets/sheet1.xml", .missingPart),
    ])
    func `a missing part is named`(part: String, expected: OfficeFileError.Code) {
        var archive = good
        archive.members.removeAll { $0.name == part }
        #expect(code(archive.bytes) == expected)
    }

    @Test func `a workbook without its optional parts is still read`() {
        var archive = good
        archive.members.removeAll { $0.name == "xl/sharedStrings.xml" }
        #expect(code(archive.bytes) == nil)
    }

    @Test func `document types are refused before any entity is expanded`() {
        let bomb = """
            <!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\
            <sst><si><t>&b;</t></si></sst>
            """
        let outside = #"<!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst/>"#
        for strings in [bomb, outside] {
            #expect(
                code(WorkbookParts.archive(sheet: WorkbookParts.worksheet(""), strings: strings).bytes)
                    == .forbiddenDoctype)
        }
    }

    @Test(arguments: ["", "<worksheet>", "no xml", "<worksheet><c></worksheet>", "<worksheet>&undefined;</worksheet>"])
    func `broken XML is an error`(sheet: String) {
        #expect(code(WorkbookParts.archive(sheet: sheet).bytes) == .malformedXML)
    }

    @Test func `declared sizes and real sizes are bounded`() {
        var archive = good
        archive.members[3].declaredSize = 1 << 30
        #expect(code(archive.bytes) == .tooLarge)

        var limits = OfficeFileLimits()
        limits.maximumMemberBytes = 40
        #expect(code(good.bytes, limits: limits) == .tooLarge)
    }

    @Test func `members cells sheets and depth are bounded`() {
        var limits = OfficeFileLimits()
        limits.maximumMembers = 3
        #expect(code(good.bytes, limits: limits) == .tooLarge)
        limits = OfficeFileLimits()
        limits.maximumCells = 1
        #expect(code(good.bytes, limits: limits) == .tooLarge)
        limits = OfficeFileLimits()
        limits.maximumSheets = 0
        #expect(code(good.bytes, limits: limits) == .tooLarge)
        let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
        #expect(code(WorkbookParts.archive(sheet: "<worksheet>\(deep)</worksheet>").bytes) == .tooLarge)
    }

    @Test func `one long text shown by many cells and one part listed many times are bounded`() {
        var limits = OfficeFileLimits()
        limits.maximumTextBytes = 10
        #expect(code(good.bytes, limits: limits) == nil)
        let twice = WorkbookParts.archive(
            sheet: WorkbookParts.worksheet(#"<row r="1"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>"#),
            strings: #"<sst xmlns="m"><si><t>abcdef</t></si></sst>"#)
        #expect(code(twice.bytes, limits: limits) == .tooLarge)

        limits = OfficeFileLimits()
        limits.maximumTotalBytes = good.members.reduce(0) { $0 + $1.bytes.count } + 20
        #expect(code(good.bytes, limits: limits) == nil)
        var repeated = good
        let sheet = #"<sheet name="x" sheetId="1" r:id="s1"/>"#
        let text = String(decoding: repeated.members[1].bytes, as: UTF8.self)
        repeated.members[1].bytes = Array(text.replacing("</sheets>", with: sheet + sheet + sheet + "</sheets>").utf8)
        #expect(code(repeated.bytes, limits: limits) == .tooLarge)
    }

    @Test func `places beyond a sheet and strings that are not there are left out`() throws {
        let sheet = WorkbookParts.worksheet(
            #"<row r="9223372036854775807"><c><v>1</v></c></row><row><c><v>2</v></c></row><row r="1"><c r="A1" t="s"><v>99</v></c><c r="ZZZZ9"><v>3</v></c></row>"#
        )
        let found = try OfficeFile.spreadsheet(WorkbookParts.archive(sheet: sheet).bytes)
        #expect(found.sheets[0].rows.flatMap(\.cells).map(\.text) == ["3"])
    }

    @Test func `a password protected member is told apart`() {
        var archive = good
        for index in archive.members.indices { archive.members[index].flags = 1 }
        #expect([.encrypted, .notAZip].contains(code(archive.bytes)))
    }

    @Test func `mutated workbooks never crash the reader`() {
        let original = good.bytes
        var random = MutatingRandom(seed: 2566)
        var failures = 0
        for _ in 0..<2_000 {
            if code(random.mutated(original)) != nil { failures += 1 }
        }
        #expect(failures > 200)
    }
}
