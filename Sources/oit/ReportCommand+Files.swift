import Checklists
import Findings
import GradingCore
import OfficeDocuments
import Reporting

extension ReportCommand {
    /// A run with all that its reports are made from.
    struct FoundRun: Sendable {
        var word: String
        var located: LocatedRun
        var report: Report
        var list: YearList
    }

    /// What makes the files of a run: with the submission and the review where a workbook shows them.
    func writing(_ run: FoundRun, _ formats: [ReportFormat]) async throws(CommandFailure) -> ReportWriting {
        var writing = ReportWriting(arguments, language: language)
        writing.memo = try MemoOptions.settings(arguments, language: language, list: run.list)
        guard formats.contains(.xlsx) else { return writing }
        let rules = try DataFolder(option: arguments.text(.data)).rules().personalData
        let sources = ReportSources(rules: rules, language: language)
        writing.answers = try await sources.answers(run.located)
        let log = run.located.reviewLogPath(run.word, store: StoreFolder(arguments).path)
        writing.review = try sources.review(at: log, run: run.located.assessment.run.text)
        return writing
    }

    /// One report as the one file that was named.
    func write(_ run: FoundRun, _ single: SingleReport) async throws(CommandFailure) -> ExitCode {
        let made = try await writing(run, [single.format]).files(run.report, [single.format])
        try ReportFolder.fail(made.failures)
        guard let file = made.files.first else {
            throw CommandFailure(.internalDefect, "no \(single.format.rawValue) was made")
        }
        try single.write(file.bytes, language)
        if !arguments.has(.quiet) { Console.result("\(single.path)\n") }
        return .finished
    }
}

/// `--output FILE`: one report, whose form its name tells.
struct SingleReport: Sendable {
    let path: String
    let format: ReportFormat

    /// Nil where `--output` names a folder or nothing. Exit 64 where the name tells another form than `--format`.
    init?(_ arguments: Arguments) throws(CommandFailure) {
        guard let path = arguments.text(.output), !Files.isFolder(path), let format = ReportFormat(endingOf: path)
        else { return nil }
        if arguments.has(.format) {
            let chosen = try ReportFormat.chosen(arguments)
            let isMemo = format == .docx && chosen == [.memo]
            guard chosen == [format] || isMemo else {
                throw CommandFailure(
                    .wrongCommandLine,
                    "--output \(path) is a file of the form \(format.rawValue); --format says something else")
            }
        }
        self.path = path
        self.format = format
    }

    /// Exit 74 where it cannot be written.
    func write(_ bytes: [UInt8], _ language: ReportLanguage) throws(CommandFailure) {
        guard !Files.isSpecial(path) else {
            throw CommandFailure(.outputFailure, "cannot write \(path): it is no plain file; name a new one")
        }
        if format.isFilledIn { try ReportFolder.keepFilledIn(path, against: bytes, language) }
        try Files.write(bytes, to: path)
    }
}
