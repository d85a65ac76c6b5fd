import FoundationEssentials
import GradingCore
import Testing

@testable import Submissions

/// Reads committed inputs and makes lists of ids.
enum Fixture {
    static func bytes(_ name: String, file: String = #filePath) throws -> [UInt8] {
        let tests = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
        let contents = FileManager.default.contents(atPath: tests + "/Fixtures/submissions/" + name)
        return Array(try #require(contents))
    }

    /// `o1` to `o43`.
    static let list = (1...43).map { ItemID("o\($0)") }
}

func read(_ text: String, _ known: [ItemID]? = Fixture.list) throws(SubmissionProblems) -> Submission {
    try submission(reading: Array(text.utf8), fileName: "in.csv", itemIDs: known)
}

/// The problems of a text; empty when it is read.
func problems(_ text: String, _ known: [ItemID]? = Fixture.list) -> [InputProblem] {
    do throws(SubmissionProblems) {
        _ = try read(text, known)
        return []
    } catch {
        return error.problems
    }
}

/// SplitMix64: the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// One to eight bytes changed, cut out, doubled or put in.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let telling = Array("\",;\n\t{}[]:0o-%./ \u{0E01}".utf8)
        for _ in 0..<Int.random(in: 1...8, using: &self) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &self)
            let end = min(bytes.count, index + Int.random(in: 1...40, using: &self))
            switch Int.random(in: 0..<5, using: &self) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes.removeSubrange(index..<end)
            case 2: bytes.insert(contentsOf: bytes[index..<end], at: index)
            case 3: bytes[index] = telling[Int.random(in: 0..<telling.count, using: &self)]
            default: bytes.insert(UInt8.random(in: 0...255, using: &self), at: index)
            }
        }
        return bytes
    }
}
