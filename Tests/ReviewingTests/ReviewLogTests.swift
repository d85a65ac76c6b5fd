import Digests
import Foundation
import Testing

@testable import Reviewing

@Suite struct ReviewLogTests {
    private func log(_ readings: ReviewReading...) -> ReviewLog {
        var log = ReviewLog(run: "r")
        for (number, reading) in readings.enumerated() {
            _ = log.add(reading, source: ContentDigest(of: [UInt8(number)]), at: "2023-05-21T00:00:00Z")
        }
        return log
    }

    @Test("what was written is read again, and the head is that of the last line")
    func roundTrip() throws {
        let log = log(reading("ก", ["o1": "a", "o2": "s"]), reading("ข", ["o1": "c"]))
        let again = try ReviewLog(run: "r", file: try log.bytes())
        #expect(again.lines == log.lines && again.head == log.head && log.lines.count == 3)
        #expect(log.head == log.lines.last?.digest)
        #expect(try ReviewLog(run: "r", file: []).head == ReviewLog(run: "r").head)
    }

    @Test("no byte of a log can be changed unseen")
    func changed() throws {
        let bytes = try log(reading("ก", ["o1": "a", "o2": "s"])).bytes()
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= UInt8(1 << (place % 7))
            #expect(throws: ReviewFault.self, "byte \(place)") { try ReviewLog(run: "r", file: changed) }
        }
    }

    @Test("lines that were removed, exchanged, repeated or cut off, and a log of another run, are found")
    func moved() throws {
        let bytes = try log(reading("ก", ["o1": "a", "o2": "s", "o3": "c"])).bytes()
        let lines = bytes.split(separator: 10).map { Array($0) + [10] }
        for order in [[1, 2], [0, 2], [0, 2, 1], [0, 0, 1], [1, 0]] {
            #expect(throws: ReviewFault.self) { try ReviewLog(run: "r", file: order.flatMap { lines[$0] }) }
        }
        #expect(throws: ReviewFault.self) { try ReviewLog(run: "r", file: Array(lines[0].dropLast())) }
        #expect(throws: ReviewFault.self) { try ReviewLog(run: "s", file: lines[0]) }
        // What is cut off whole at the end is seen by the head alone.
        #expect(try ReviewLog(run: "r", file: lines[0] + lines[1]).lines.count == 2)
    }

    @Test("the same file is merged once; a later file of the same reader is added, not put in its place")
    func twice() {
        var log = log(reading("ก", ["o1": "a"]))
        let source = ContentDigest(of: [0])
        #expect(log.add(reading("ก", ["o1": "a"]), source: source, at: "2023-05-22T00:00:00Z").isEmpty)
        let later = ContentDigest(of: [9])
        #expect(log.add(reading("ก", ["o1": "u"]), source: later, at: "2023-05-22T00:00:00Z").count == 1)
        #expect(log.lines.map(\.entry.decision) == [.accept, .overrule])
    }
}
