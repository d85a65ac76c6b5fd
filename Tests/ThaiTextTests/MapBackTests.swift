import Testing
import ThaiText

@Suite struct MapBackTests {
    /// The words of the first hit of a phrase, by offsets.
    static func words(_ phrase: String, in text: String) -> String? {
        let shadow = NormalisedText(text)
        guard let hit = PhraseAutomaton(phrases: [phrase]).hits(in: shadow).first else { return nil }
        let range = shadow.originalRange(hit.range)
        return String(decoding: Array(shadow.original.utf8)[range], as: UTF8.self)
    }

    @Test(arguments: [
        ("งบประมาณ", "แผน งบ\nประมาณ ปี", "งบ\nประมาณ"),
        ("น้ำ", "แม่น\u{0E4D}\u{0E49}\u{0E32}ใส", "น\u{0E4D}\u{0E49}\u{0E32}"),
        ("น้ำ", "แม่น\u{0E33}\u{0E49}ใส", "น\u{0E33}\u{0E49}"),
        ("2566", "ปี ๒๕๖๖ นี้", "๒๕๖๖"),
        ("แผน", "ก เเผน", "เเผน"),
        ("ข่าว", "xข\u{F70A}าวy", "ข\u{F70A}าว"),
        ("ita", "การ ＩＴＡ ปี", "ＩＴＡ"),
        ("ขค", "กข\u{200B}คง", "ข\u{200B}ค"),
    ])
    func givesTheOriginalSpelling(_ phrase: String, _ text: String, _ expected: String) {
        let words = Self.words(phrase, in: text)
        #expect(words.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
    }

    @Test(arguments: [
        ("กขคงจ", "คง", 0, "…คง…"),
        ("กขคงจ", "คง", 1, "…ขคงจ"),
        ("กขคงจ", "คง", 9, "กขคงจ"),
        ("ที่นี่มีน้ำใสที่นั่น", "ใส", 1, "…น้ำใสที่…"),
        ("ก\n\n ข   ค", "ข", 9, "ก ข ค"),
        ("\u{202E}ก\u{0007}ข\u{2066}ค", "ข", 9, "กขค"),
        ("  ก  ", "ก", 0, "ก"),
    ])
    func quotesWithContext(_ text: String, _ phrase: String, _ context: Int, _ expected: String) {
        let shadow = NormalisedText(text)
        let hit = PhraseAutomaton(phrases: [phrase]).hits(in: shadow).first
        #expect(hit.map { shadow.quote($0.range, context: context) } == expected)
    }

    @Test(arguments: [
        ("กขคงจ", "คง", 0, "กข", "จ"),
        ("กขคงจ", "คง", 1, "ก", ""),
        ("ที่นี่มีน้ำใสที่นั่น", "ใส", 1, "ที่นี่มี", "นั่น"),
        ("ก\n\n ข \u{200B} ค\tง จ", "ค", 0, "ก ข", "ง จ"),
        ("กข", "กข", 3, "", ""),
    ])
    func tellsWhatStandsAroundAQuote(
        _ text: String, _ phrase: String, _ context: Int, _ before: String, _ after: String
    ) {
        let shadow = NormalisedText(text)
        let hit = PhraseAutomaton(phrases: [phrase]).hits(in: shadow).first
        let around = hit.map { shadow.surroundings(of: $0.range, context: context) }
        #expect(around?.before == before && around?.after == after)
    }

    @Test func knowsWhereWhiteSpaceStood() {
        let text = NormalisedText(" ก ข\u{200B}ค\u{00A0}1\n2")
        #expect((0...text.bytes.count).filter(text.spaceBefore) == [0, 3, 9, 10, 11])
    }

    @Test func clampsRangesOutsideTheText() {
        let text = NormalisedText("กข")
        #expect(text.originalRange(0..<99) == 0..<6)
        #expect(text.originalRange(50..<99) == 6..<6)
        #expect(text.quote(50..<99, context: 5) == "กข")
        #expect(NormalisedText("").quote(0..<0, context: 5) == "")
    }

    @Test func survivesEveryScalar() {
        for plane in 0..<0x110 {
            var text = String.UnicodeScalarView()
            for value in (plane << 12)..<((plane + 1) << 12) {
                if let scalar = Unicode.Scalar(UInt32(value)) { text.append(scalar) }
            }
            let shadow = NormalisedText(String(text))
            #expect(shadow.bytes.count <= shadow.original.utf8.count)
            #expect(String(validating: shadow.bytes, as: UTF8.self) != nil)
            guard plane < 0x10 else { continue }
            for date in datesFound(in: shadow) { #expect(shadow.bytes.indices.contains(date.range.lowerBound)) }
            for pattern in TextPattern.allCases { _ = ranges(of: pattern, in: shadow) }
        }
    }

    @Test func mapsHostileTextsOntoScalarBoundaries() {
        var random = TestRandom(seed: 11)
        let pieces = [
            "ก", "เ", "เ", "ำ", "\u{0E4D}", "\u{0E32}", "\u{0E48}", "\u{0E49}", "\u{0E38}", "\u{0E35}", " ", "\u{200B}",
            "\u{F70A}", "1",
            "๒", "a", "Ｂ", "–", "…", "É", "😀", "\u{0301}", "31 มี.ค. ", "2566", "/", "ปีงบประมาณ", "รอบ 6 เดือน", "ถึง",
            "(", ")", ".", "-", ",",
            "ไตรมาส", "นาย", "ลงชื่อ", "0", "@",
        ]
        for _ in 0..<1500 {
            let text = NormalisedText(random.text(of: pieces, length: 0...40))
            let original = Array(text.original.utf8)
            let count = text.bytes.count
            let low = Int.random(in: 0...count, using: &random)
            let range = low..<Int.random(in: low...count, using: &random)
            let back = text.originalRange(range)
            #expect(back.lowerBound >= 0 && back.upperBound <= original.count)
            #expect(String(validating: original[back], as: UTF8.self) != nil)
            _ = text.quote(range, context: 3)
            for date in datesFound(in: text) {
                #expect(date.range.upperBound <= count && !date.range.isEmpty && !date.text.isEmpty)
            }
            for pattern in TextPattern.allCases {
                let found = ranges(of: pattern, in: text)
                #expect(found.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= count && !$0.isEmpty })
                #expect(zip(found, found.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
            }
            _ = datesInFileName(text.original)
            _ = ItemLabel.itemNumbers(in: text.original)
        }
    }
}
