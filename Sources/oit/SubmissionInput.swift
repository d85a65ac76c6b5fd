import Checklists
import GradingCore
import Submissions

/// Reads the submissions that `oit submission` is given.
struct SubmissionInput {
    let arguments: Arguments
    let language: ReportLanguage
    let library: ChecklistLibrary

    /// A submission with the list of its year, or every problem that keeps it from being one.
    enum Reading {
        case read(Submission, YearList)
        case invalid(SubmissionProblems)
    }

    /// The submission against its year's list, with agency and website of the command line and the year of the list.
    func reading(_ file: String) throws(CommandFailure) -> Reading {
        switch try SubmissionFiles.reading(file, arguments: arguments, library: library) {
        case .invalid(let problems): return .invalid(problems)
        case .read(var submission, let list):
            submission.fiscalYear = FiscalYear(list.year)
            try name(&submission)
            return .read(submission, list)
        }
    }

    /// The same; exit 65 with every problem.
    func submission(_ file: String) throws(CommandFailure) -> (submission: Submission, list: YearList) {
        switch try reading(file) {
        case .read(let submission, let list): return (submission, list)
        case .invalid(let problems):
            throw CommandFailure(.invalidContent, SubmissionFiles.lines(problems.problems, language))
        }
    }

    /// A submission for which no year need be known: its list is that of the year that it or the command line names,
    /// else none, and its ids are then not checked.
    func anyYear(
        _ file: String, bytes: [UInt8], year: FiscalYear? = nil
    ) throws(CommandFailure) -> (submission: Submission, list: YearList?) {
        let isChosen = arguments.has(.year) || arguments.has(.checklist)
        var list = isChosen ? try YearChoice.list(arguments, library: library, declared: nil) : nil
        do throws(SubmissionProblems) {
            let submission = try Submissions.submission(reading: bytes, fileName: file) { declared in
                if list == nil { list = (declared ?? year).flatMap { library.year($0.year) } }
                return list?.items.map(\.id)
            }
            return (submission, list)
        } catch {
            throw CommandFailure(.invalidContent, SubmissionFiles.lines(error.problems, language))
        }
    }

    private func name(_ submission: inout Submission) throws(CommandFailure) {
        if let name = arguments.text(.agency) {
            let agency = submission.agency
            submission.agency = DeclaredAgency(
                name: name, website: agency.website, type: agency.isTypeInferred ? nil : agency.type,
                province: agency.province)
        }
        guard let website = arguments.text(.website) else { return }
        guard Addresses.isAddress(website) else {
            throw CommandFailure(.wrongCommandLine, SubmissionWords.badWebsite(website).text(language))
        }
        submission.agency.website = website
    }
}
