import Assessing
import Checklists
import Dispatch
import Extraction
import Fetching
import Findings
import FoundationEssentials
import GradingCore
import Planning
import Reporting
import Submissions
import WebEvidence

/// `oit audit SUBMISSION…`: checks every item, grades, writes the reports.
struct AuditCommand {
    static let spec = CommandSpec(
        name: "audit", arguments: "SUBMISSION…",
        summary: "check every item, grade, write the report; several files or a folder: one run each, worst exit code",
        options: [
            .year, .checklist, .asOf, .website, .agency, .output, .format, .language, .partial, .failUnder, .strict,
            .resolve, .allowNetwork, .concurrency, .perHost, .timeout, .maxBytes, .retries, .secondPass, .userAgent,
            .contact, .data, .json, .quiet, .noProgress, .noColor, .verbose, .sample,
        ])

    private let arguments: Arguments
    private let language: ReportLanguage
    private let formats: [ReportFormat]
    /// Today, unless an assessment date was given.
    private let date: CivilDate

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
        formats = try ReportFormat.chosen(arguments)
        date = try AssessmentDate.chosen(arguments)
    }

    func run() async throws -> ExitCode {
        let gates = try Gates(arguments)
        let folder = try DataFolder(option: arguments.text(.data))
        let library = try folder.library()
        let rules = try folder.rules()
        let signatures = try AuditCommand.signatures(rules)
        var settings = try NetworkOptions.settings(arguments)
        if arguments.has(.sample) {
            guard arguments.positional.isEmpty else {
                throw CommandFailure(.wrongCommandLine, "--sample audits the bundled agency and takes no submission")
            }
            let sample = SampleAgency(data: folder)
            return try await sample.served(port: 0) { server in
                settings = sample.mapped(settings, to: server)
                let jobs = try self.jobs(files: [sample.submissionPath], folder: folder, library: library, rules: rules)
                return try await self.audit(
                    jobs, signatures: signatures, settings: settings, gates: gates, asOf: sample.asOf)
            }
        }
        let files = try SubmissionFiles.found(arguments.positional)
        let jobs = try jobs(files: files, folder: folder, library: library, rules: rules)
        return try await audit(jobs, signatures: signatures, settings: settings, gates: gates, asOf: nil)
    }

    // MARK: Jobs

    /// One submission with its list, ready to be audited.
    struct Job: Sendable {
        var submission: Submission
        var list: YearList
        var library: ChecklistLibrary
        var digest: String
        var folder: String
    }

    /// Reads every submission before anything is fetched, and names all problems of all files together.
    private func jobs(
        files: [String], folder: DataFolder, library: ChecklistLibrary, rules: [UInt8]
    ) throws(CommandFailure) -> [Job] {
        var problems: [String] = []
        var jobs: [Job] = []
        for file in files {
            do {
                var (submission, list) = try SubmissionFiles.read(file, arguments: arguments, library: library)
                if let name = arguments.text(.agency) {
                    submission.agency = DeclaredAgency(
                        name: name, website: submission.agency.website,
                        type: submission.agency.isTypeInferred ? nil : submission.agency.type,
                        province: submission.agency.province)
                }
                if let website = arguments.text(.website) { submission.agency.website = website }
                jobs.append(
                    Job(
                        submission: submission, list: list, library: library,
                        digest: DataFolder.digest(of: list, in: library, rules: rules), folder: ""))
            } catch let failure where failure.code == .invalidContent {
                problems.append(failure.message)
            }
        }
        guard problems.isEmpty else { throw CommandFailure(.invalidContent, problems.joined(separator: "\n")) }
        let folders = OutputFolder.names(
            jobs.map { ($0.submission.agency, $0.list.year) }, asOf: date, chosen: arguments.text(.output))
        for (index, path) in folders.enumerated() {
            try Files.makeFolder(path)
            jobs[index].folder = path
        }
        return jobs
    }

    private static func signatures(_ bytes: [UInt8]) throws(CommandFailure) -> PageSignatures {
        do { return try PageSignatures(json: bytes) } catch {
            throw CommandFailure(.invalidContent, "rules/page-signatures.json: \(error)")
        }
    }

    // MARK: Auditing

    private func audit(
        _ jobs: [Job], signatures: PageSignatures, settings: FetchSettings, gates: Gates, asOf: CivilDate?
    ) async throws -> ExitCode {
        let secondPass = try arguments.number(.secondPass, in: 0...86_400) ?? 60
        let date = arguments.has(.asOf) ? date : asOf ?? date
        var worst = ExitCode.finished
        for (number, job) in jobs.enumerated() {
            let request = AuditRequest(
                submission: job.submission, list: job.list, library: job.library, checklistDigest: job.digest,
                signatures: signatures, asOf: date, isDraft: arguments.has(.partial),
                secondPass: .seconds(secondPass), toolVersion: Program.version)
            let progress = Progress(
                agency: job.submission.agency.name, number: number + 1, of: jobs.count,
                isShown: Console.isTerminal(2) && !arguments.has(.noProgress) && !arguments.has(.quiet),
                isVerbose: arguments.has(.verbose))
            let assessment = try await Interruption.cancelling {
                try await withFetcher(settings) { fetcher in
                    await audited(request, fetcher: fetcher) { progress.note($0) }
                }
            }
            progress.clear()
            let code = try write(assessment, job: job, gates: gates)
            worst = code.rawValue > worst.rawValue ? code : worst
            if code == .interrupted { break }
        }
        return worst
    }

    private func write(_ assessment: Assessment, job: Job, gates: Gates) throws(CommandFailure) -> ExitCode {
        guard let report = Report(assessment, frame: AuditCommand.frame(job.list)) else {
            throw CommandFailure(.internalDefect, "the list of \(job.list.year) has no items to score")
        }
        for format in formats {
            for (name, bytes) in format.files(report, language: language, isChosen: arguments.has(.language)) {
                try Files.write(bytes, to: "\(job.folder)/\(name)")
            }
        }
        if arguments.has(.json) {
            Console.result(String(decoding: report.json(), as: UTF8.self))
        } else if !arguments.has(.quiet) {
            Console.result(
                report.terminalSummary(language: language, width: Console.width, color: wantsColor))
            Console.result("\nrun \(assessment.run)\n\(job.folder)/\n")
        }
        if assessment.isPartial { return .interrupted }
        return gates.code(report)
    }

    private var wantsColor: Bool {
        Console.isTerminal(1) && !arguments.has(.noColor) && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    static func frame(_ list: YearList) -> ReportFrame {
        var indicators: [String: BilingualText] = [:]
        var subIndicators: [String: BilingualText] = [:]
        for indicator in list.surveyIndicators + list.indicators {
            indicators[indicator.id] = indicator.title
            for sub in indicator.subIndicators { subIndicators[sub.id] = sub.title }
        }
        return ReportFrame(
            framework: list.framework, title: list.title, indicatorTitles: indicators,
            subIndicatorTitles: subIndicators)
    }
}

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

/// `--format`.
enum ReportFormat: String, CaseIterable, Sendable {
    case html, json, csv

    static func chosen(_ arguments: Arguments) throws(CommandFailure) -> [ReportFormat] {
        guard let text = arguments.text(.format) else { return allCases }
        var formats: [ReportFormat] = []
        for word in text.split(separator: ",") {
            guard let format = ReportFormat(rawValue: word.lowercased()) else {
                throw CommandFailure(.wrongCommandLine, "--format knows html, json and csv, not \"\(word)\"")
            }
            formats.append(format)
        }
        return formats
    }

    /// The page is Thai unless a language was chosen: its first reader is the local officer.
    func files(_ report: Report, language: ReportLanguage, isChosen: Bool) -> [(String, [UInt8])] {
        switch self {
        case .html: [("report.html", report.html(language: isChosen ? language : .thai))]
        case .json: [("report.json", report.json())]
        case .csv: [("items.csv", report.itemsCSV(language: language)), ("evidence.csv", report.evidenceCSV())]
        }
    }
}
