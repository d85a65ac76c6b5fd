import Reporting
import Testing

@Suite struct TextDifferenceTests {
    static func lines(_ text: String) -> [String] { text.map { String($0) } }

    /// The newer text made from the older one and the blocks.
    static func applied(_ difference: TextDifference, to older: [String]) -> [String] {
        var made: [String] = []
        var next = 0
        for block in difference.blocks {
            made += older[next..<block.removedAt] + block.added
            #expect(Array(older[block.removedAt..<block.removedAt + block.removed.count]) == block.removed)
            #expect(made.count - block.added.count == block.addedAt)
            next = block.removedAt + block.removed.count
        }
        return made + older[next...]
    }

    /// Length of the longest common subsequence, by the textbook table.
    static func common(_ a: [String], _ b: [String]) -> Int {
        var row = Array(repeating: 0, count: b.count + 1)
        for line in a {
            var diagonal = 0
            for j in b.indices {
                let above = row[j + 1]
                row[j + 1] = line == b[j] ? diagonal + 1 : max(above, row[j])
                diagonal = above
            }
        }
        return row[b.count]
    }

    @Test(
        "Lines taken out and put in are told with their place",
        arguments: [
            ("abc", "abc", [] as [String]), ("", "", []), ("", "ab", ["0- 0+ab"]), ("ab", "", ["0-ab 0+"]),
            ("abc", "axc", ["1-b 1+x"]), ("abc", "ac", ["1-b 1+"]), ("ac", "abc", ["1- 1+b"]),
            ("abcd", "xbcy", ["0-a 0+x", "3-d 3+y"]), ("abc", "xyz", ["0-abc 0+xyz"]),
        ])
    func small(_ older: String, _ newer: String, _ expected: [String]) {
        let difference = TextDifference(from: Self.lines(older), to: Self.lines(newer))
        let shown = difference.blocks.map {
            "\($0.removedAt)-\($0.removed.joined()) \($0.addedAt)+\($0.added.joined())"
        }
        #expect(shown == expected)
        #expect(difference.isEmpty == (older == newer) && !difference.isCoarse)
    }

    @Test("The blocks lead from the older text to the newer one, by the least number of lines", arguments: 0..<300)
    func least(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let letters = Array("abcdef".prefix(Int.random(in: 1...6, using: &random)))
        func text() -> [String] {
            (0..<Int.random(in: 0...24, using: &random)).map { _ in String(letters.randomElement(using: &random) ?? "a")
            }
        }
        let (older, newer) = (text(), text())
        let difference = TextDifference(from: older, to: newer)
        #expect(Self.applied(difference, to: older) == newer)
        #expect(difference.keptLines == Self.common(older, newer))
        #expect(difference.removedLines == older.count - difference.keptLines)
        #expect(difference.addedLines == newer.count - difference.keptLines)
        for (block, next) in zip(difference.blocks, difference.blocks.dropFirst()) {
            #expect(block.removedAt + block.removed.count < next.removedAt)
        }
    }

    @Test("Blocks that differ in digits only are marked, and still told")
    func digits() {
        let older = ["ผู้เข้าชม 99 คน", "แผน", "ปี ๒๕๖๕ และ 2565", "ก 1", "ข"]
        let newer = ["ผู้เข้าชม 100 คน", "แผน", "ปี ๒๕๖๖ และ 2566", "ก", "ข"]
        let difference = TextDifference(from: older, to: newer)
        #expect(difference.blocks.map(\.differsInDigitsOnly) == [true, false])
        #expect(!difference.differsInDigitsOnly)
        #expect(TextDifference(from: ["ก 1"], to: ["ก 22"]).differsInDigitsOnly)
        #expect(!TextDifference(from: ["ก 1"], to: ["ก 1", "2"]).differsInDigitsOnly)
        #expect(!TextDifference(from: ["ก"], to: ["ก"]).differsInDigitsOnly)
    }

    @Test("Letters that only look the same are a difference")
    func exact() {
        #expect(TextDifference(from: ["e\u{301}"], to: ["\u{E9}"]).blocks.count == 1)
        #expect(TextDifference(from: ["น\u{E49}\u{E4D}\u{E32}"], to: ["น\u{E49}\u{E33}"]).blocks.count == 1)
    }

    @Test("Huge texts end in bounded time, whatever stands in them", .timeLimit(.minutes(2)))
    func huge() {
        let many = 40_000
        let numbered = (0..<many).map { "line \($0)" }
        let shuffled = numbered.indices.map { numbered[($0 * 7_919) % many] }
        let few = (0..<many).map { "\($0 * $0 % 7)" }
        let others = (0..<many).map { "\($0 * 31 % 11 % 7)" }
        let edited = numbered.enumerated().flatMap {
            $0.offset % 50 == 0 ? ["new \($0.offset)", $0.element] : [$0.element]
        }
        for (older, newer) in [(numbered, shuffled), (few, others), (numbered, few), (few, Array(few.dropFirst(3)))] {
            let difference = TextDifference(from: older, to: newer)
            #expect(Self.applied(difference, to: older) == newer)
        }
        let difference = TextDifference(from: numbered, to: edited)
        #expect(difference.addedLines == many / 50 && difference.removedLines == 0 && !difference.isCoarse)
        #expect(TextDifference(from: few, to: others).isCoarse)
    }
}
