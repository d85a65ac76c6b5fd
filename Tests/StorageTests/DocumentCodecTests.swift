import Foundation
import Testing
import WebEvidence

@testable import Storage

@Suite struct DocumentCodecTests {
    @Test func givesEveryDocumentBackToTheByte() throws {
        for seed in UInt64(0)..<400 {
            var made = try RandomDocuments(seed: seed)
            let document = made.document()
            let bytes = DocumentCodec.bytes(document, base: made.base)
            let read = try #require(DocumentCodec.document(bytes, base: made.base), "seed \(seed)")
            #expect(read == document, "seed \(seed)")
            // Equal texts may have other bytes; the same document gives the same bytes.
            #expect(DocumentCodec.bytes(read, base: made.base) == bytes, "seed \(seed)")
        }
    }

    @Test func keepsTextsApartThatOnlySwiftHoldsForEqual() throws {
        var made = try RandomDocuments(seed: 1)
        var document = made.document()
        document.blocks = ["ก\u{0E38}\u{0E48}", "ก\u{0E48}\u{0E38}"].map { TextBlock(kind: .paragraph, text: $0) }
        #expect(document.blocks[0].text == document.blocks[1].text)
        let read = DocumentCodec.document(DocumentCodec.bytes(document, base: made.base), base: made.base)
        #expect(
            read?.blocks.map { Array($0.text.utf8) } == document.blocks.map { Array($0.text.utf8) })
    }

    @Test func anEmptyDocumentTakesNextToNothing() throws {
        let base = try PageAddress("https://www.example/")
        let bytes = DocumentCodec.bytes(ExtractedDocument(), base: base)
        #expect(bytes.count < 30)
        #expect(DocumentCodec.document(bytes, base: base) == ExtractedDocument())
    }

    @Test func damagedBytesGiveNothingOrADocument() throws {
        var refused = 0
        for seed in UInt64(0)..<300 {
            var made = try RandomDocuments(seed: seed)
            let bytes = DocumentCodec.bytes(made.document(), base: made.base)
            for _ in 0..<20 {
                if DocumentCodec.document(made.changed(bytes), base: made.base) == nil { refused += 1 }
            }
        }
        #expect(refused > 1000)
    }

    @Test func bytesOfAnythingGiveNothing() throws {
        let base = try PageAddress("https://www.example/")
        var random = SeededGenerator(seed: 5)
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            #expect(DocumentCodec.document(bytes, base: base) == nil)
            #expect(DocumentCodec.document([1, 0] + bytes, base: base) == nil)
        }
    }

    @Test func fewBytesCannotAskForMuchMemory() throws {
        let base = try PageAddress("https://www.example/")
        let huge: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
        for start in 0..<12 {
            // A count of 2^63 - 1 in each place of the numbers.
            let numbers = [UInt8](repeating: 0, count: start) + huge
            #expect(DocumentCodec.document([1, UInt8(numbers.count)] + numbers, base: base) == nil)
        }
        // Many blocks, each with a run of as many links as there are.
        var writer = ByteWriter()
        writer.count(0)
        writer.count(20_000)
        writer.count(20_000)
        for _ in 0..<40_000 { writer.count(0) }
        for _ in 0..<20_000 { writer.count(40_000) }
        var file = ByteWriter()
        file.count(1)
        file.block(writer.bytes)
        #expect(DocumentCodec.document(file.bytes, base: base) == nil)
    }

    @Test func usualLinksAreWrittenWithoutTheirAddress() throws {
        let base = try PageAddress("https://www.thungtuayang.example/ita/page.php?id=3")
        var document = ExtractedDocument()
        for target in [
            "/files/1.pdf", "plan.pdf", "#top", "https://www.thungtuayang.example/a?b=1", "http://other.example",
            "//cdn.example/x", "แผน.pdf", " /padded ",
        ] {
            document.links = [
                PageLink(address: try PageAddress(target, relativeTo: base), target: target, text: "")
            ]
            let text = String(decoding: DocumentCodec.bytes(document, base: base), as: UTF8.self)
            #expect(text.components(separatedBy: target).count == 2, "\(target) stands there once")
            #expect(text.utf8.count < target.utf8.count + 40, "\(target)")
            #expect(
                DocumentCodec.document(DocumentCodec.bytes(document, base: base), base: base) == document, "\(target)")
        }
    }

    @Test(arguments: DocumentFault.allCases.map(Optional.some) + [nil])
    func keepsPagesSheetsAndFaults(fault: DocumentFault?) throws {
        let base = try PageAddress("https://www.example/files/budget.pdf")
        var document = ExtractedDocument(title: "งบประมาณ")
        document.form = .pdf
        document.isRendered = fault == .scanned
        document.blocks = [TextBlock(kind: .paragraph, text: "หน้าแรก"), TextBlock(kind: .paragraph, text: "หน้าสาม")]
        document.parts = [
            DocumentPart(kind: .page, number: 1, firstBlock: 0),
            DocumentPart(kind: .page, number: 3, name: "ปก", firstBlock: 1, isRecognised: true),
        ]
        document.partCount = fault == nil ? nil : 12
        document.fault = fault
        document.faultDetail = fault == nil ? "" : "The file ends in the middle."
        let bytes = DocumentCodec.bytes(document, base: base)
        #expect(DocumentCodec.document(bytes, base: base) == document)
    }

    @Test func everyChoiceHasItsPlaceInItsList() {
        for region in DocumentCodes.regions { #expect(DocumentCodes.regions[DocumentCodes.code(region)] == region) }
        for purpose in DocumentCodes.purposes {
            #expect(DocumentCodes.purposes[DocumentCodes.code(purpose)] == purpose)
        }
        for role in DocumentCodes.roles { #expect(DocumentCodes.roles[DocumentCodes.code(role)] == role) }
        for kind in DocumentCodes.embeds { #expect(DocumentCodes.embeds[DocumentCodes.code(kind)] == kind) }
        for form in DocumentForm.allCases { #expect(DocumentCodes.forms[DocumentCodes.code(form)] == form) }
        for kind in DocumentPart.Kind.allCases { #expect(DocumentCodes.parts[DocumentCodes.code(kind)] == kind) }
        for fault in DocumentFault.allCases { #expect(DocumentCodes.faults[DocumentCodes.code(fault)] == fault) }
    }

    /// A field that the codec does not know would be lost silently.
    @Test func knowsEveryFieldOfADocument() throws {
        var parts: [Any] = [
            ExtractedDocument(), TextBlock(kind: .paragraph, text: ""), TextTable(head: [], rows: []),
            PageLink(address: nil, target: "", text: ""),
            PageForm(purpose: .other, action: nil, method: "", fields: []),
            PageImage(address: nil, alternativeText: ""), MachineDate(text: "", role: .other, source: ""),
            PageEmbed(kind: .frame, address: nil, title: ""), DocumentPart(kind: .page, number: 1, firstBlock: 0),
        ]
        parts.append(try PageAddress("https://www.example/"))
        #expect(Set(parts.map { "\(type(of: $0))" }) == Set(DocumentCodec.fields.keys))
        for part in parts {
            var mirror = Mirror(reflecting: part)
            if part is PageAddress, let held = mirror.children.first { mirror = Mirror(reflecting: held.value) }
            let fields = mirror.children.compactMap(\.label)
            #expect(fields == DocumentCodec.fields["\(type(of: part))"], "\(type(of: part))")
        }
    }
}
