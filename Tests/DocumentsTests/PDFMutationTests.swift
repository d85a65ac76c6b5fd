import Foundation
import TestSupport
import Testing
import WebEvidence

@Suite("PDF files that were tampered with")
struct PDFMutationTests {
    /// Few in everyday runs, many with OIT_SOAK=1.
    private static let count = ProcessInfo.processInfo.environment["OIT_SOAK"] == "1" ? 1_000 : 60

    private static let originals: [[UInt8]] = [
        PDFWorkshop([.text(PDFSamples.report), .text(PDFSamples.page(2))], title: "รายงาน").bytes(),
        PDFWorkshop([.picture(width: 60, height: 80, gray: .init(repeating: 40, count: 4_800)), .blank]).bytes(),
    ]

    @Test("each cost one outcome: no crash, no hang", .timeLimit(.minutes(30)))
    func mutated() async throws {
        var random = MutationRandom(state: 2_566)
        for number in 0..<Self.count {
            var bytes = Self.originals[number % Self.originals.count]
            for _ in 0...random.below(4) { random.mutate(&bytes) }
            let clock = ContinuousClock()
            let start = clock.now
            let document = try await PDFReader.document(bytes, tools: PDFReader.withoutRecognition())
            #expect(clock.now - start < .seconds(70), "file \(number)")
            #expect(document.form == .pdf)
            #expect(document.fault != nil || !document.blocks.isEmpty, "file \(number)")
            #expect(document.parts.allSatisfy { $0.firstBlock <= document.blocks.count })
            #expect(document.blocks.allSatisfy { !$0.text.isEmpty })
        }
    }
}

/// The same changes in every run.
private struct MutationRandom {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, bound)
    }

    /// Changes bytes, cuts, doubles or removes a piece, or writes a number where one stands.
    mutating func mutate(_ bytes: inout [UInt8]) {
        let place = below(bytes.count)
        let length = min(bytes.count - place, 1 + below(200))
        switch below(6) {
        case 0: bytes[place] = UInt8(below(256))
        case 1: for index in place..<(place + length) { bytes[index] = UInt8(below(256)) }
        case 2: bytes.removeSubrange(place..<(place + length))
        case 3: bytes.insert(contentsOf: Array(bytes[place..<(place + length)]), at: place)
        case 4: if bytes.count > 400 { bytes.removeLast(below(bytes.count / 2)) }
        default:
            guard let digit = bytes[place...].firstIndex(where: { $0 &- 48 < 10 }) else { return }
            let numbers = ["-1", "0", "99999999999", "2147483648", "7"]
            bytes.replaceSubrange(digit...digit, with: Array(numbers[below(numbers.count)].utf8))
        }
    }
}
