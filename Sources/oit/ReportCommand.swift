import Checklists
import Findings
import GradingCore
import OfficeDocuments
import Reporting
import Storage

/// `oit report RUN…`: writes reports of stored runs again.
struct ReportCommand {
    static let spec = CommandSpec(
        name: "report", arguments: "RUN…",
        summary:
            "write the reports of stored runs again, also as XLSX, PDF or official memo; --summary: one overview of many",
        options: [
            .summary, .pictures, .checklist, .reportOutput, .format, .scores, .thaiDigits, .strength, .improve,
            .actionYear,
            .language, .store, .data, .json, .quiet, .noColor,
        ],
        details: [
            "oit report RUN --output memo.odt (memo.docx, report.xlsx, report.pdf, …) writes that one file.",
            "What each file holds: docs/report-format.md.",
        ])

    let arguments: Arguments
    let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws(CommandFailure) -> ExitCode {
        let formats = try ReportFormat.chosen(arguments)
        guard !arguments.positional.isEmpty else {
            throw CommandFailure(.wrongCommandLine, "name at least one RUN: an id, an output folder or a report.json")
        }
        let locator = RunLocator(store: StoreFolder(arguments), language: language)
        let library = try DataFolder(option: arguments.text(.data)).library()
        let single = try SingleReport(arguments)
        if arguments.has(.summary) { return try await summary(library, formats: formats, single) }
        var runs: [FoundRun] = []
        for word in arguments.positional {
            let located = try await locator.run(word)
            let list = try list(of: located.assessment.fiscalYear, library: library)
            guard let report = Report(located.assessment, frame: ReportFrame(list)) else {
                throw CommandFailure(.internalDefect, "the list of \(list.year) has no items to score")
            }
            runs.append(FoundRun(word: word, located: located, report: report, list: list))
        }
        if let single {
            guard runs.count == 1 else {
                throw CommandFailure(
                    .wrongCommandLine, "--output \(single.path) is one file; name one RUN, or a folder")
            }
            return try await write(runs[0], single)
        }
        let folders = folders(runs.map(\.located))
        var failures: [String] = []
        for (number, run) in runs.enumerated() {
            var run = run
            if arguments.has(.pictures) {
                let taken = try await RunPictures(arguments, language: language).pictures(of: run.located, run.word)
                run.report.pictures = ReportPictures(taken.pictures, whyNone: taken.whyNone)
            }
            failures += try await write(run, to: folders[number], formats: formats, isOnlyOne: runs.count == 1)
        }
        try ReportFolder.fail(failures)
        return .finished
    }

    private func list(of year: FiscalYear, library: ChecklistLibrary) throws(CommandFailure) -> YearList {
        if let file = arguments.text(.checklist) { return try YearChoice.list(file: file, library: library) }
        return try YearChoice.list(named: String(year.year), library: library)
    }

    /// Where each goes: `--output`, the folder that was named, else the usual place.
    private func folders(_ runs: [LocatedRun]) -> [String] {
        let usual = OutputFolder.names(
            runs.map { ($0.assessment.agency, $0.assessment.fiscalYear.year, $0.assessment.asOf) },
            chosen: arguments.text(.output))
        return runs.enumerated().map { number, run in
            arguments.has(.output) ? usual[number] : run.folder ?? usual[number]
        }
    }

    /// Gives what could not be made, in words.
    private func write(
        _ run: FoundRun, to path: String, formats: [ReportFormat], isOnlyOne: Bool
    ) async throws(CommandFailure) -> [String] {
        let (located, report) = (run.located, run.report)
        let writing = try await writing(run, formats)
        try Files.makeFolder(path)
        let folder = ReportFolder(path: path)
        try folder.check()
        if let earlier = try folder.makeRoom(for: located.assessment.run) {
            Console.note("oit: \(RunTexts.keptEarlier(earlier).text(language))")
        }
        let made = await writing.files(report, formats)
        try folder.write(made.files, language)
        if let pictures = report.pictures { try write(pictures, of: report, to: folder) }
        if let kept = located.kept, located.folder != path {
            do throws(StoreError) { try await kept.store.exportRun(kept.run.key, to: path) } catch {
                throw CommandFailure(error, language)
            }
        }
        if arguments.has(.json) {
            let bytes = isOnlyOne ? report.json() : report.json().filter { $0 != 10 } + [10]
            Console.result(String(decoding: bytes, as: UTF8.self))
        } else if !arguments.has(.quiet) {
            Console.result(
                report.terminalSummary(language: language, width: Console.width, color: arguments.wantsColor))
            Console.result("\nrun \(located.assessment.run)\n\(path)/\n")
        }
        return made.failures
    }

    /// The pictures beside the report; those of an earlier call go.
    private func write(_ pictures: ReportPictures, of report: Report, to folder: ReportFolder) throws(CommandFailure) {
        try folder.removePictures()
        if pictures.pictures.contains(where: { $0.content != nil }) {
            try Files.makeFolder("\(folder.path)/\(ReportPictures.folderName)")
        }
        try folder.write(pictures.files(of: report, language: arguments.has(.language) ? language : .thai))
        if let why = pictures.whyNone { Console.note("oit: \(why.text(language))") }
    }

    /// Runs are read one by one and only what an overview needs is kept: there may be hundreds.
    private func summary(
        _ library: ChecklistLibrary, formats: [ReportFormat], _ single: SingleReport?
    ) async throws(CommandFailure) -> ExitCode {
        let locator = RunLocator(store: StoreFolder(arguments), language: language, condenses: true)
        var reports: [ReportedRun] = []
        var frames: [FiscalYear: ReportFrame] = [:]
        for word in arguments.positional {
            let run = try await locator.run(word).reported
            let year = run.assessment.fiscalYear
            if frames[year] == nil { frames[year] = ReportFrame(try list(of: year, library: library)) }
            reports.append(run)
        }
        let summary = RunsSummary(reports)
        if let single {
            try single.write(try summaryFile(summary, reports, single.format).bytes, language)
        } else if let output = arguments.text(.output) {
            var files: [ReportWriting.File] = []
            for format in formats { files.append(try summaryFile(summary, reports, format)) }
            try Files.makeFolder(output)
            try ReportFolder(path: output).write(files, language)
        }
        if single == nil, let output = arguments.text(.output), formats.contains(.html) {
            let site = RunsSite(reports, frames: frames, language: language)
            for name in site.pageNames {
                if let page = site.page(name) { try Files.write(page, to: "\(output)/\(name)") }
            }
        }
        if arguments.has(.json) {
            Console.result(String(decoding: summary.json(), as: UTF8.self))
        } else if !arguments.has(.quiet) {
            Console.result(
                summary.terminalText(language: language, width: Console.width, color: arguments.wantsColor))
        }
        return .finished
    }

    private func summaryFile(
        _ summary: RunsSummary, _ reports: [ReportedRun], _ format: ReportFormat
    ) throws(CommandFailure) -> ReportWriting.File {
        switch format {
        case .html: return ("summary.html", summary.html(language: language))
        case .json: return ("summary.json", summary.json())
        case .csv: return ("summary.csv", summary.csv(language: language))
        case .xlsx:
            do throws(OfficeDocumentError) {
                return ("summary.xlsx", try summary.workbook(of: reports, language: language))
            } catch {
                throw CommandFailure(.outputFailure, "summary.xlsx: \(error)")
            }
        case .pdf, .memo, .docx, .junit, .badge:
            throw CommandFailure(
                .wrongCommandLine, "a summary is written as html, json, csv or xlsx, not as \(format.rawValue)")
        }
    }
}
