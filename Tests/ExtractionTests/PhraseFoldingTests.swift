import Testing

@testable import Extraction

@Suite struct PhraseFoldingTests {
    /// The rule as it is told, one scalar after the other.
    private func told(_ text: String) -> [UInt8] {
        var folded: [Unicode.Scalar] = []
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { before = scalar }
            switch scalar.value {
            case 0x0E32 where before?.value == 0x0E4D:
                folded[folded.count - 1] = "\u{0E33}"
            case 0...0x20, 0x7F, 0xA0, 0xAD, 0x200B...0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF: continue
            case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            case 0x0E50...0x0E59: folded.append(Unicode.Scalar(UInt8(scalar.value - 0x0E50) + 48))
            default: folded.append(scalar)
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: folded)
        return Array(String(text).utf8)
    }

    @Test(
        "case, digits, sara am and invisible characters do not tell phrases apart",
        arguments: [
            ("Page Not Found", "pagenotfound"), ("ปี ๒๕๖๖", "ปี2566"), ("ทํางาน", "ทำงาน"),
            ("ท\u{0E4D} างาน", "ท\u{0E4D}างาน"),
            ("ก\u{200B}ข\u{FEFF}ค\u{00A0}ง\u{00AD}", "กขคง"), ("É\u{2028}é", "Éé"), ("", ""), ("\u{0E32}", "\u{0E32}"),
        ])
    func folding(_ text: String, _ folded: String) {
        #expect(foldedForPhrases(text) == Array(folded.utf8))
    }

    @Test("any mixture of letters, marks and odd characters is folded scalar by scalar")
    func mixtures() {
        let scalars: [UInt32] = [
            0x20, 0x09, 0x41, 0x5A, 0x61, 0x30, 0x7E, 0x7F, 0x85, 0xA0, 0xAD, 0xC9, 0x0E01, 0x0E32, 0x0E33, 0x0E4D,
            0x0E48,
            0x0E50, 0x0E59, 0x0E5B, 0x0E80, 0x0F00, 0x2008, 0x200B, 0x200F, 0x2010, 0x2028, 0x2029, 0x202A, 0x2060,
            0x2061,
            0xFEFF, 0xFFFD, 0xF70A, 0x1F600, 0x10FFFF,
        ]
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                if let scalar = Unicode.Scalar(scalars[Int(state >> 33) % scalars.count]) { text.append(scalar) }
            }
            #expect(foldedForPhrases(String(text)) == told(String(text)))
        }
    }
}
