import Testing

@testable import ThaiText

@Suite struct WordBreakTests {
    private static let pieces = [
        "แผน", "ก", "การ", "สภา", "พ", "เ", "แวด", "ล้อม", "ร", "ๆ", "ฯ", "็", "์", "ำ", "ะ", "ข่าว", "สาร", "ผล", "ิต",
        "ฤ", "เดิน", "โ", "ห",
        "ทร", "าย", "งาน", "ตรวจ", "ศูนย์", "ป้าย", "ห้อง", "ข้อ", "ไ", "ใ", "ั", "ื", "่", "ฉบับ",
    ]

    @Test("a phrase of which no word can take a letter stands alone for the dictionary as well")
    func decidedWithoutDictionary() {
        var random = TestRandom(seed: 11)
        var decided = 0
        for _ in 0..<20_000 {
            let before = random.text(of: Self.pieces, length: 0...4)
            let after = random.text(of: Self.pieces, length: 0...4)
            let letters = [before, "แผน", after].map { $0.unicodeScalars.map { UInt8($0.value - 0x0E00 + 0xA0) } }
            let phrase = letters[0].count..<(letters[0].count + letters[1].count)
            let count = letters.map(\.count).reduce(0, +)
            (letters.joined() + [0]).withUnsafeBufferPointer { all in
                guard ThaiWordBreaks.isAlone(before: letters[0].count, after: letters[2].count, all) else { return }
                decided += 1
                #expect(
                    ThaiWordBreaks.looksUp(all, count: count, phrase: phrase),
                    "\(before)|แผน|\(after)")
            }
        }
        #expect(decided > 1_000)
    }

    @Test("an answer is remembered for its own surroundings only, however many share a place")
    func answers() throws {
        let answers = WordBreakAnswers()
        var random = TestRandom(seed: 5)
        var noted: [[UInt8]: Bool] = [:]
        for _ in 0..<100_000 {
            let letters = (0..<6).map { _ in UInt8.random(in: 0xA1...0xA8, using: &random) }
            let surroundings = try #require(
                letters.withUnsafeBufferPointer { WordBreakAnswers.Surroundings($0, count: 6, phrase: 2..<4) })
            if let known = answers[surroundings] {
                #expect(noted[letters] == known)
            } else {
                noted[letters] = noted[letters] ?? Bool.random(using: &random)
                answers.note(surroundings, noted[letters] ?? false)
                #expect(answers[surroundings] == noted[letters])
            }
        }
    }
}
