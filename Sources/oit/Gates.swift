import Findings
import GradingCore
import Reporting

/// The gates that were asked for, and how they end the program.
struct Gates: Sendable {
    private let failUnder: Fraction?
    private let isStrict: Bool

    init(_ arguments: Arguments) throws(CommandFailure) {
        isStrict = arguments.has(.strict)
        guard let text = arguments.text(.failUnder) else {
            failUnder = nil
            return
        }
        guard let score = Fraction(decimal: text), score >= 0, score <= 100 else {
            throw CommandFailure(.wrongCommandLine, "--fail-under is a score from 0 to 100, not \"\(text)\"")
        }
        failUnder = score
    }

    func code(_ report: Report) -> ExitCode {
        if let failUnder, report.score.oit.published.lowest.fraction < failUnder { return .gateNotMet }
        let hasDoubt = report.assessment.items.contains { $0.verdict == .undecided }
        return isStrict && hasDoubt ? .undecided : .finished
    }
}
