import Foundation
import GradingCore
import Testing

@testable import Reviewing

@Suite struct ReviewReadingTests {
    private func problems(_ change: (inout ReviewReading) -> Void) -> [String] {
        var given = reading("ก", ["o1": "u", "o2": "a"])
        change(&given)
        return given.problems(run: "r", machine: machine).map(\.en)
    }

    @Test("a good reading has no problems")
    func good() { #expect(problems { _ in }.isEmpty) }

    @Test("everything that stands against a reading is said at once")
    func bad() {
        let all = problems { reading in
            reading.schema = "x"
            reading.run = "another\u{1B}[31m"
            reading.reader = " \u{200B} "
            reading.items[0].reason = "  "
            reading.items[1].machine = "satisfied"
            reading.items[1].at = "yesterday"
            reading.items.append(.init(item: "o99", machine: "satisfied", decision: .accept, at: ""))
            reading.items.append(reading.items[0])
        }
        #expect(
            all == [
                "its schema is not oit-review/1", "it is a reading of another run (another)", "it names no reader",
                "o1: overruled without a reason",
                "o2: the program's verdict is another one since it was read; open the run and read it again",
                "o2: the time of reading is none", "o99: the run has no such item", "o1: it is there twice",
                "o1: overruled without a reason",
            ])
        #expect(problems { $0.items = [] } == ["no item was read"])
    }

    @Test(
        "overruling needs another verdict than the program's, accepting has none",
        arguments: [
            ("satisfied", "o1: overruled with the program's own verdict"),
            ("undecided", "o1: overruled without a verdict (satisfied or unsatisfied)"),
            ("yes", "o1: overruled without a verdict (satisfied or unsatisfied)"),
            (nil, "o1: overruled without a verdict (satisfied or unsatisfied)"),
        ])
    func verdicts(verdict: String?, problem: String) {
        #expect(problems { $0.items[0].verdict = verdict } == [problem])
        #expect(
            problems { $0.items[1].verdict = "satisfied" } == [
                "o2: it has a verdict of its own without being overruled"
            ])
    }

    @Test(
        "what is no reading is told by its place, without its content",
        arguments: [
            ("", "not JSON"), ("[]", "is of another kind"), ("{\"schema\": 1}", ".schema is of another kind"),
            ("{\"schema\": \"oit-review/1\"}", "run is missing"),
        ])
    func garbage(text: String, cause: String) {
        let fault = #expect(throws: ReviewFault.self) { try ReviewReading(file: Array(text.utf8)) }
        #expect(fault?.description.contains(cause) == true, "\(fault?.description ?? "")")
    }
}
