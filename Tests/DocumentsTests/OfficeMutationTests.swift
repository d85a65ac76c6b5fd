import Extraction
import Glibc
import Programs
import TestSupport
import Testing
import WebEvidence

@testable import Documents

/// Sixty broken copies of each kind; a thousand with OIT_SOAK=1.
@Suite struct OfficeMutationTests {
    private static let rounds = getenv("OIT_SOAK") == nil ? 60 : 1_000

    @Test(arguments: ["docx", "xlsx", "pptx", "odt", "ods", "odp", "zip", "mhtml", "cfb"])
    func `broken copies never crash, hang or grow without bound`(kind: String) async throws {
        let archive = OfficeMutationTests.archive(kind)
        let whole = archive?.bytes ?? OfficeMutationTests.bytes(kind)
        let reading = DocumentReading(programs: .init(), tools: .init())
        let address = try PageAddress(OfficeReading.here)
        var random = MutatingRandom(seed: 2569)
        var faults = 0
        let before = OfficeMutationTests.residentKB
        for round in 0..<OfficeMutationTests.rounds {
            // Half of the copies break the container, half what stands in one member.
            var body = whole
            if var copy = archive, round.isMultiple(of: 2) {
                let index = Int.random(in: copy.members.indices, using: &random)
                copy.members[index].bytes = random.mutated(copy.members[index].bytes)
                body = copy.bytes
            } else {
                body = random.mutated(whole)
            }
            let declared: BodyKind = kind == "zip" ? .archive : kind == "cfb" ? .ole : kind == "mhtml" ? .mhtml : .ooxml
            for found in Set([declared, bodyKind(of: body, contentType: nil)]) {
                let document = await reading.document(of: ReceivedFile(body: body, kind: found, address: address))
                if document.fault != nil { faults += 1 }
                OfficeMutationTests.check(document)
            }
        }
        #expect(kind == "mhtml" || faults > OfficeMutationTests.rounds / 8)
        #expect(OfficeMutationTests.residentKB - before < 200_000)
    }

    /// What every document keeps, whatever the bytes were.
    private static func check(_ document: ExtractedDocument) {
        for block in document.blocks {
            #expect(!block.text.isEmpty)
            #expect(block.headingPath.allSatisfy { $0 < document.blocks.count && document.blocks.indices.contains($0) })
            #expect(block.links.allSatisfy(document.links.indices.contains))
            if case .cell(let table?, _, _, _) = block.kind { #expect(table < document.tables.count) }
        }
        #expect(document.links.allSatisfy { $0.block.map(document.blocks.indices.contains) ?? true })
        #expect(document.parts.map(\.firstBlock) == document.parts.map(\.firstBlock).sorted())
    }

    private static func archive(_ kind: String) -> ZipArchive? {
        let table = OfficeParts.table([["ที่", "งาน"], ["1", "ถนน"]], headRows: 1)
        let text = OfficeParts.text(
            OfficeParts.paragraph("แผน", "<w:outlineLvl w:val=\"0\"/>") + OfficeParts.paragraph("ข้อความ") + table,
            parts: [OfficeParts.core(title: "แผน", created: "2025-10-01", modified: "2026-01-01")])
        switch kind {
        case "docx": return text
        case "xlsx":
            let rows = OfficeParts.row(1, ["ที่", "งาน"]) + OfficeParts.row(2, ["1", "ถนน"])
            return OfficeParts.workbook([
                ("แผน", "", rows, "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"), ("สอง", "", rows, ""),
            ])
        case "pptx":
            return OfficeParts.slides([
                ("", OfficeParts.shape(["แผน"], kind: "title")), ("", OfficeParts.shape(["ข้อ"])),
            ])
        case "odt":
            return OfficeParts.open(
                "text",
                "<text:h text:outline-level=\"1\">แผน</text:h><text:list><text:list-item><text:p>ข้อ <text:a xlink:href=\"/a\">ก</text:a></text:p></text:list-item></text:list>"
            )
        case "ods":
            return OfficeParts.open(
                "spreadsheet",
                "<table:table table:name=\"แผน\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\"><text:p>ก</text:p></table:table-cell></table:table-row></table:table>"
            )
        case "odp":
            return OfficeParts.open(
                "presentation",
                "<draw:page><draw:frame presentation:class=\"title\"><text:p>แผน</text:p></draw:frame></draw:page>")
        case "zip":
            var archive = ZipArchive()
            archive.members = [
                .init(name: "แผน.docx", bytes: text.bytes),
                .init(name: "b.html", bytes: Array("<p>ก<a href=x>ข</a></p>".utf8)),
            ]
            return archive
        default: return nil
        }
    }

    private static func bytes(_ kind: String) -> [UInt8] {
        kind == "cfb"
            ? CompoundParts.file([("WordDocument", [UInt8](repeating: 0, count: 5_000))])
            : Array(
                "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+4LmB4Lic4LiZPC9wPg==\n--x--"
                    .utf8)
    }

    private static var residentKB: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }
}
