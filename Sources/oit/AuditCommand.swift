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
                let jobs = try self.jobs(
                    files: [sample.submissionPath], folder: folder, library: library, rules: rules
                ).jobs
                return try await self.audit(
                    jobs, signatures: signatures, settings: settings, gates: gates, asOf: sample.asOf)
            }
        }
        let files = try SubmissionFiles.found(arguments.positional)
        let (jobs, hasProblems) = try jobs(files: files, folder: folder, library: library, rules: rules)
        let code = try await audit(jobs, signatures: signatures, settings: settings, gates: gates, asOf: nil)
        return hasProblems && code.rawValue < ExitCode.invalidContent.rawValue ? .invalidContent : code
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
    ) throws(CommandFailure) -> (jobs: [Job], hasProblems: Bool) {
        var problems: [String] = []
        var jobs: [Job] = []
        for file in files {
            do throws(CommandFailure) {
                var (submission, list) = try SubmissionFiles.read(file, arguments: arguments, library: library)
                if let name = arguments.text(.agency) {
                    submission.agency = DeclaredAgency(
                        name: name, website: submission.agency.website,
                        type: submission.agency.isTypeInferred ? nil : submission.agency.type,
                        province: submission.agency.province)
                }
                if let website = arguments.text(.website) {
                    guard Addresses.isAddress(website) else {
                        throw CommandFailure(
                            .wrongCommandLine,
                            "--website is an address such as http://www.name.go.th/, not \"\(website)\"")
                    }
                    submission.agency.website = website
                }
                jobs.append(
                    Job(
                        submission: submission, list: list, library: library,
                        digest: DataFolder.digest(of: list, in: library, rules: rules), folder: ""))
            } catch {
                guard error.code == .invalidContent else {
                    throw CommandFailure(error.code, files.count > 1 ? "\(file): \(error.message)" : error.message)
                }
                problems.append(error.message)
            }
        }
        if !problems.isEmpty {
            let all = problems.joined(separator: "\n")
            guard !jobs.isEmpty else { throw CommandFailure(.invalidContent, all) }
            Console.note("oit: \(all)")
        }
        let folders = OutputFolder.names(
            jobs.map { ($0.submission.agency, $0.list.year) }, asOf: date, chosen: arguments.text(.output))
        for (index, path) in folders.enumerated() {
            try Files.makeFolder(path)
            jobs[index].folder = path
        }
        return (jobs, !problems.isEmpty)
    }

    static func signatures(_ bytes: [UInt8]) throws(CommandFailure) -> PageSignatures {
        do { return try PageSignatures(json: bytes) } catch {
            throw CommandFailure(.invalidContent, "rules/page-signatures.json: \(error)")
        }
    }

    // MARK: Auditing

    private func audit(
        _ jobs: [Job], signatures: PageSignatures, settings: FetchSettings, gates: Gates, asOf: CivilDate?
    ) async throws -> ExitCode {
        // The sample answers at once, so that nothing need wait long.
        let secondPass = try arguments.number(.secondPass, in: 0...86_400) ?? (arguments.has(.sample) ? 1 : 60)
        let date = arguments.has(.asOf) ? date : asOf ?? date
        let codes = try await Interruption.cancelling(
            notice: "oit: stopping; a partial report follows (once more to end at once)"
        ) {
            var codes: [ExitCode] = []
            for (number, job) in jobs.enumerated() where !Task.isCancelled {
                let request = AuditRequest(
                    submission: job.submission, list: job.list, library: job.library, checklistDigest: job.digest,
                    signatures: signatures, asOf: date, isDraft: arguments.has(.partial),
                    secondPass: .seconds(secondPass), toolVersion: Program.version)
                let progress = Progress(
                    agency: OutputFolder.slug(job.submission.agency), number: number + 1, of: jobs.count,
                    isShown: Console.isTerminal(2) && !arguments.has(.noProgress) && !arguments.has(.quiet),
                    isVerbose: arguments.has(.verbose))
                let assessment = try await withFetcher(settings) { fetcher in
                    async let _ = progress.tick()
                    // Leaving the scope ends the ticking.
                    return await audited(request, fetcher: fetcher) { progress.note($0) }
                }
                progress.clear()
                codes.append(try write(assessment, job: job, gates: gates, isOnlyOne: jobs.count == 1))
            }
            return codes
        }
        return codes.max { $0.severity < $1.severity } ?? .interrupted
    }

    private func write(
        _ assessment: Assessment, job: Job, gates: Gates, isOnlyOne: Bool
    ) throws(CommandFailure) -> ExitCode {
        guard let report = Report(assessment, frame: AuditCommand.frame(job.list)) else {
            throw CommandFailure(.internalDefect, "the list of \(job.list.year) has no items to score")
        }
        let files = formats.flatMap { $0.files(report, language: language, isChosen: arguments.has(.language)) }
        try Files.write(files.map { ("\(job.folder)/\($0.0)", $0.1) })
        if !arguments.has(.quiet) {
            for warning in assessment.warnings { Console.note("oit: \(warning.text(language))") }
        }
        if arguments.has(.json) {
            // Several results are one object a line.
            let bytes = isOnlyOne ? report.json() : report.json().filter { $0 != 10 } + [10]
            Console.result(String(decoding: bytes, as: UTF8.self))
        } else if !arguments.has(.quiet) {
            Console.result(
                report.terminalSummary(language: language, width: Console.width, color: arguments.wantsColor))
            Console.result("\nrun \(assessment.run)\n\(job.folder)/\n")
        }
        if assessment.isPartial { return .interrupted }
        return gates.code(report)
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
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = ReportFormat(rawValue: word.lowercased().filter { $0 != " " }) else {
                throw CommandFailure(.wrongCommandLine, "--format is a list of html, json and csv, not \"\(text)\"")
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
