/// Numbered steps and running text.
extension PatternReader {
    private static let stepWords = keys("ขั้นตอนที่", "ขั้นที่", "ขั้นตอน", "step")
    private static let stepAutomaton = PhraseAutomaton(keys: stepWords)
    private static let highestStep = 40

    /// ขั้นตอนที่ 1, and entries numbered 1. 1) (1).
    func steps() -> [Range<Int>] {
        var found: [Range<Int>] = []
        for hit in PatternReader.stepAutomaton.hits(in: text) where isDigit(hit.range.upperBound) {
            found.append(hit.range.lowerBound..<digitsEnd(hit.range.upperBound))
        }
        var index = 0
        while index < text.bytes.count {
            guard isDigit(index) else {
                index += 1
                continue
            }
            let end = digitsEnd(index)
            if let step = entry(index..<end) { found.append(step) }
            index = end
        }
        return PatternReader.disjoint(found)
    }

    /// A number at the beginning of a text or after white space, with its sign and a word behind it.
    private func entry(_ number: Range<Int>) -> Range<Int>? {
        let value = text.bytes[number.prefix(3)].reduce(0) { $0 * 10 + Int($1 - 48) }
        guard number.count <= 2, (1...PatternReader.highestStep).contains(value) else { return nil }
        let opens = byte(number.lowerBound - 1) == 0x28 && number.lowerBound > 0
        let start = opens ? number.lowerBound - 1 : number.lowerBound
        guard text.spaceBefore(start) else { return nil }
        let sign = byte(number.upperBound)
        guard sign == 0x29 || (sign == 0x2E && !opens) else { return nil }
        let next = number.upperBound + 1
        guard next < text.bytes.count, byte(next) >= 0x61 else { return nil }
        return start..<next
    }

    private static let leastLetters = 60
    /// Menus are rows of short names: running text has at least one stretch of so many letters without a blank.
    private static let leastStretch = 15

    /// Stretches of running text with Thai letters, cut where bars, bullets or rows of dots stand.
    func sentences() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var run = Run(start: 0)
        var index = 0
        while index < text.bytes.count {
            if let length = breakLength(at: index) {
                if run.isSentence { found.append(run.start..<index) }
                index += length
                run = Run(start: index)
                continue
            }
            if text.spaceBefore(index) { run.stretch = 0 }
            if let code = ThaiLetters.code(in: text.bytes, at: index) {
                if !ThaiLetters.isMark(code) { run.count(isThai: true) }
                index += 3
            } else {
                if Latin.isLetter(byte(index)) { run.count(isThai: false) }
                index += 1
            }
        }
        if run.isSentence { found.append(run.start..<index) }
        return found
    }

    private struct Run {
        var start: Int
        var letters = 0
        var thai = 0
        var stretch = 0
        var longest = 0

        mutating func count(isThai: Bool) {
            letters += 1
            if isThai { thai += 1 }
            stretch += 1
            longest = max(longest, stretch)
        }

        var isSentence: Bool {
            letters >= PatternReader.leastLetters && thai * 2 >= letters && longest >= PatternReader.leastStretch
        }
    }

    private static let bullets = keys("|", "•", "»", "▪", "●", "→", "....")

    private func breakLength(at index: Int) -> Int? {
        let lead = byte(index)
        guard lead == 0x7C || lead == 0x2E || lead == 0xE2 || lead == 0xC2 else { return nil }
        return first(PatternReader.bullets, at: index)?.count
    }
}
