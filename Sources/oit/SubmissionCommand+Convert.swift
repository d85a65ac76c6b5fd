import Checklists
import GradingCore
import OfficeFiles
import Reporting
import Submissions
import WebEvidence

/// The forms that `--to` and file endings name.
enum WrittenForm: String, CaseIterable {
    case csv, xlsx, json

    /// The form that the ending of a path names.
    init?(path: String) {
        guard let ending = path.lowercased().split(separator: ".").last else { return nil }
        self.init(rawValue: String(ending))
    }

    func bytes(_ submission: Submission) throws(OfficeFileError) -> [UInt8] {
        switch self {
        case .csv: written(submission, as: .csv)
        case .json: written(submission, as: .json)
        case .xlsx: try workbook(of: submission)
        }
    }
}

extension SubmissionCommand {
    /// The same submission in another form.
    func convert(_ input: SubmissionInput, _ file: String) throws(CommandFailure) -> ExitCode {
        let form = try form()
        let (submission, list) = try input.submission(file)
        try write(submission, as: form, list)
        for warning in submission.warnings { note(CleanText.line(SubmissionFiles.lines([warning], language))) }
        return .finished
    }

    private func form() throws(CommandFailure) -> WrittenForm {
        let output = arguments.text(SubmissionCommand.file)
        if let word = arguments.text(SubmissionCommand.to) {
            guard let form = WrittenForm(rawValue: word.lowercased()) else {
                throw wrong(SubmissionWords.badForm(word))
            }
            return form
        }
        guard let form = output.flatMap(WrittenForm.init(path:)) else { throw wrong(SubmissionWords.noForm) }
        return form
    }

    /// Writes a submission to `--output`, else to standard output, and says what the form cannot keep.
    func write(_ submission: Submission, as form: WrittenForm, _ list: YearList) throws(CommandFailure) {
        let output = arguments.text(SubmissionCommand.file)
        if form == .xlsx, output == nil, Console.isTerminal(1) { throw wrong(SubmissionWords.workbookNeedsFile) }
        let bytes: [UInt8]
        do throws(OfficeFileError) { bytes = try form.bytes(submission) } catch {
            throw CommandFailure(.outputFailure, error.description)
        }
        do throws(SubmissionProblems) {
            let again = try Submissions.submission(
                reading: bytes, fileName: output ?? form.rawValue, itemIDs: list.items.map(\.id))
            for loss in ConversionLoss.between(submission, and: again) { note(loss.message.text(language)) }
        } catch {
            // A submission without any answer is a table without rows: it holds nothing that could be lost.
            if !submission.answers.isEmpty {
                throw CommandFailure(.internalDefect, SubmissionFiles.lines(error.problems, language))
            }
        }
        guard let output else {
            Console.result(bytes: bytes)
            return
        }
        try Files.write(bytes, to: output)
        note(SubmissionWords.written(output).text(language))
    }
}
