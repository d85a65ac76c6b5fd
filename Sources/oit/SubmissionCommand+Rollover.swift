import CarryingOver
import Checklists
import GradingCore
import Reporting
import Submissions

extension SubmissionCommand {
    /// Carries the answers to the list of another year.
    func rollover(_ input: SubmissionInput, _ file: String) throws(CommandFailure) -> ExitCode {
        guard let word = arguments.text(SubmissionCommand.to) else { throw wrong(SubmissionWords.noTarget) }
        let asOf = try AssessmentDate.chosen(arguments)
        let output = arguments.text(SubmissionCommand.file)
        let form = try output.map { (path) throws(CommandFailure) in
            guard let form = WrittenForm(path: path) else { throw wrong(SubmissionWords.badForm(path)) }
            return form
        }
        let target =
            Files.exists(word) && !Files.isFolder(word)
            ? try YearChoice.list(file: word, library: input.library)
            : try YearChoice.list(named: word, library: input.library)
        let (submission, list) = try input.submission(file)
        let carried = CarryOver(
            submission, from: list, to: target, lineage: input.library.lineage, calendars: input.library.calendars,
            asOf: asOf)
        let document = RolloverDocument(carried, library: input.library, asOf: asOf, written: output)
        if let form, output != nil {
            try write(
                carried.submission(withBlanks: arguments.has(SubmissionCommand.allItems)), as: form, target)
        }
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(document))
        } else if !arguments.has(.quiet) {
            Console.result(RolloverText(carried, library: input.library, asOf: asOf, language: language).text)
        }
        return .finished
    }
}
