import Testing

@testable import ThaiText

@Suite struct TextDecodingTests {
    static let sentence = "ประกาศองค์การบริหารส่วนตำบล เรื่อง แผนการจัดซื้อจัดจ้าง ประจำปี ๒๕๖๖"

    /// The sentence in windows-874, made from the published rule (U+0E01 is 0xA1), not from the table under test.
    static func thaiBytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0x0E00 + 0xA0) }
    }

    @Test(arguments: ["tis-620", "TIS620", "iso-8859-11", "windows-874", "cp874", "x-windows-874", "x-cp874", "ms874"])
    func thaiLabelsAllMeanWindows874(label: String) {
        let decoded = decodedText(Self.thaiBytes(Self.sentence), declared: [label])
        #expect(decoded == DecodedText(text: Self.sentence, encoding: "windows-874", isDamaged: false))
    }

    @Test(arguments: [[], ["utf-8"], ["iso-8859-1"], ["windows-1252"], ["us-ascii"], ["gb2312"], ["nonsense"], [""]])
    func plausibleThaiIsReadWhateverIsDeclared(labels: [String]) {
        let decoded = decodedText(Self.thaiBytes(Self.sentence), declared: labels)
        #expect(decoded == DecodedText(text: Self.sentence, encoding: "windows-874", isDamaged: false))
    }

    @Test(arguments: [[], ["tis-620"], ["windows-874", "utf-8"], ["iso-8859-1"], ["utf-16"], ["big5"]])
    func validUTF8WinsOverEveryLabel(labels: [String]) {
        let decoded = decodedText(Array(Self.sentence.utf8), declared: labels)
        #expect(decoded == DecodedText(text: Self.sentence, encoding: "utf-8", isDamaged: false))
    }

    @Test func byteOrderMarkIsDropped() {
        let marked = [0xEF, 0xBB, 0xBF] + Array(Self.sentence.utf8)
        #expect(decodedText(marked, declared: ["tis-620"]).text == Self.sentence)
    }

    @Test(arguments: [true, false], [true, false])
    func utf16IsReadByMarkOrLabel(isLittleEndian: Bool, isMarked: Bool) {
        let text = "<html>" + Self.sentence + " plan 2566 </html>"
        var bytes: [UInt8] = []
        for unit in (isMarked ? "\u{FEFF}" : "" + text).utf16 + (isMarked ? Array(text.utf16) : []) {
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            bytes += isLittleEndian ? pair : pair.reversed()
        }
        let decoded = decodedText(bytes, declared: ["utf-16"])
        #expect(decoded.text == text)
        #expect(decoded.encoding == (isLittleEndian ? "utf-16le" : "utf-16be"))
    }

    @Test(arguments: 1...2)
    func aCharacterCutOffAtTheEndIsDroppedWithoutDamage(missing: Int) {
        let decoded = decodedText(Array(Array(Self.sentence.utf8).dropLast(missing) + []), declared: [])
        // The last character is a Thai digit of three bytes.
        #expect(decoded.text == String(Self.sentence.dropLast()))
        #expect(!decoded.isDamaged)
        #expect(decoded.encoding == "utf-8")
    }

    @Test(arguments: [["utf-8"], [], ["windows-874"]])
    func fewStrayBytesInUTF8BecomeReplacementCharacters(labels: [String]) {
        var bytes = Array(Self.sentence.utf8)
        bytes.insert(0x93, at: 30)
        let decoded = decodedText(bytes, declared: labels)
        #expect(decoded.encoding == "utf-8")
        #expect(decoded.isDamaged)
        #expect(decoded.text.unicodeScalars.count { $0.value == 0xFFFD } == 1)
        #expect(decoded.text.replacing("\u{FFFD}", with: "") == Self.sentence)
    }

    @Test(arguments: [
        (
            "Größe naïve café déjà vu",
            [
                0x47, 0x72, 0xF6, 0xDF, 0x65, 0x20, 0x6E, 0x61, 0xEF, 0x76, 0x65, 0x20, 0x63, 0x61, 0x66,
                0xE9, 0x20, 0x64, 0xE9, 0x6A, 0xE0, 0x20, 0x76, 0x75,
            ] as [UInt8]
        ),
        ("a “b” – c", [0x61, 0x20, 0x93, 0x62, 0x94, 0x20, 0x96, 0x20, 0x63]),
    ])
    func trulyLatinTextIsWindows1252(expected: String, bytes: [UInt8]) {
        #expect(decodedText(bytes, declared: ["iso-8859-1"]).text == expected)
        #expect(decodedText(bytes, declared: []).encoding == "windows-1252")
    }

    @Test(
        arguments: [
            (0x80, "€"), (0x85, "…"), (0x91, "‘"), (0x92, "’"), (0x93, "“"), (0x94, "”"), (0x95, "•"), (0x96, "–"),
            (0x97, "—"),
            (0xA0, "\u{A0}"), (0xA1, "ก"), (0xCE, "ฮ"), (0xDA, "\u{0E3A}"), (0xDF, "฿"), (0xF9, "๙"), (0xFB, "๛"),
            (0xDB, "\u{FFFD}"), (0xFF, "\u{FFFD}"), (0x41, "A"),
        ] as [(UInt8, String)])
    func tableOfWindows874(byte: UInt8, expected: String) {
        #expect(
            decodedText(Array(Self.thaiBytes("ประกาศ")) + [byte], declared: ["tis-620"]).text == "ประกาศ" + expected)
    }

    @Test func undefinedThaiBytesAreDamage() {
        #expect(decodedText(Self.thaiBytes("ประกาศ") + [0xFF], declared: ["tis-620"]).isDamaged)
    }

    @Test func unknownLabelOverForeignBytesIsReportedNotGuessed() {
        let decoded = decodedText([0x61, 0x81, 0x40, 0x8F, 0xFD, 0x62], declared: ["shift_jis"])
        #expect(decoded.encoding == "shift_jis")
        #expect(decoded.isDamaged)
    }

    @Test func anyBytesAreReadWithoutFailure() {
        var state: UInt64 = 0x2566
        for length in 0..<400 {
            let bytes = (0..<length).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 56)
            }
            let labels = [[], ["utf-8"], ["tis-620"], ["utf-16"]][length % 4]
            _ = decodedText(bytes, declared: labels)
        }
    }
}
