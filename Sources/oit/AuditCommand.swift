import Assessing
import Checklists
import Dispatch
import Documents
import Extraction
import Fetching
import Findings
import FoundationEssentials
import GradingCore
import Judging
import Planning
import Programs
import Rendering
import Reporting
import Storage
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
            .contact, .robots, .render, .suggest, .store, .resume, .data, .json, .quiet, .noProgress, .noColor,
            .verbose, .sample,
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
                    jobs, rules: rules, settings: settings, gates: gates, asOf: sample.asOf)
            }
        }
        let files = try SubmissionFiles.found(arguments.positional)
        let (jobs, hasProblems) = try jobs(files: files, folder: folder, library: library, rules: rules)
        let code = try await audit(jobs, rules: rules, settings: settings, gates: gates, asOf: nil)
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

        var agency: AgencyProfile {
            let agency = submission.agency
            return AgencyProfile(
                name: agency.name, website: agency.website, type: agency.type?.rawValue ?? "",
                province: agency.province)
        }
    }

    /// Reads every submission before anything is fetched, and names all problems of all files together.
    private func jobs(
        files: [String], folder: DataFolder, library: ChecklistLibrary, rules: JudgingRules
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
            jobs.map { ($0.agency, $0.list.year, date) }, chosen: arguments.text(.output))
        for (index, path) in folders.enumerated() {
            try Files.makeFolder(path)
            try ReportFolder(path: path).check()
            jobs[index].folder = path
        }
        return (jobs, !problems.isEmpty)
    }

    // MARK: Auditing

    private func audit(
        _ jobs: [Job], rules: JudgingRules, settings: FetchSettings, gates: Gates, asOf: CivilDate?
    ) async throws -> ExitCode {
        // The sample answers at once, so that nothing need wait long.
        let secondPass = try arguments.number(.secondPass, in: 0...86_400) ?? (arguments.has(.sample) ? 1 : 60)
        let date = arguments.has(.asOf) ? date : asOf ?? date
        let robots = try NetworkOptions.robots(arguments)
        let render = try NetworkOptions.render(arguments)
        let programs = ProgramSpawner()
        let documents = DocumentReading(programs: programs, tools: .found())
        if !arguments.has(.quiet), let note = OptionalProgram.missingNote {
            Console.note("oit: \(note.text(language))")
        }
        let judges = AuditCommand.judges(for: jobs)
        let requests = jobs.map { job in
            var request = AuditRequest(
                submission: job.submission, list: job.list, library: job.library, checklistDigest: job.digest,
                signatures: rules.signatures, personalDataRules: rules.personalData, asOf: date,
                isDraft: arguments.has(.partial),
                secondPass: .seconds(secondPass), robots: robots, wrappers: rules.wrappers, documents: documents,
                toolVersion: OIT.version)
            request.judge = judges[job.digest]
            return request
        }
        let keeping = try await RunsKeeping(arguments, language: language, folders: jobs.map(\.folder))
        let mark = CommandMark(folder: jobs.first?.folder ?? ".")
        let began = arguments.has(.resume) ? try mark.began() : nil
        if began == nil { try mark.set(AuditClock.now()) }
        let done = try await keeping.alreadyDone(requests, since: began)
        let codes = try await Interruption.cancelling(
            notice: "oit: stopping; a partial report follows (once more to end at once)"
        ) {
            var codes: [ExitCode] = []
            for (number, job) in jobs.enumerated() where !Task.isCancelled {
                if let earlier = done[number] {
                    codes.append(
                        try await delivered(
                            earlier, job: job, request: requests[number], settings: settings, gates: gates,
                            isOnlyOne: jobs.count == 1))
                    continue
                }
                let progress = Progress(
                    agency: OutputFolder.slug(job.agency), number: number + 1, of: jobs.count,
                    isShown: Console.isTerminal(2) && !arguments.has(.noProgress) && !arguments.has(.quiet),
                    isVerbose: arguments.has(.verbose))
                let place = try await keeping.place(of: requests[number], number: number)
                let result = try await withPageRenderer(BrowserProgram.find(), spawner: programs) { renderer in
                    var request = requests[number]
                    if render != .never { request.rendering = PageRendering(renderer, mode: render) }
                    return try await audit(request, keeping: place.keeping, settings: settings, progress: progress)
                }
                progress.clear()
                if result.resumedPages > 0, !arguments.has(.quiet) {
                    Console.note("oit: continued; \(result.resumedPages) pages were there already")
                }
                let told = try await suggested(
                    result, place: place, job: job, request: requests[number], settings: settings)
                codes.append(
                    try await write(told, place: place, job: job, gates: gates, isOnlyOne: jobs.count == 1))
            }
            return codes
        }
        // What was stopped or could not be written is still owed.
        if codes.count == jobs.count, !codes.contains(.interrupted), !codes.contains(.outputFailure) {
            mark.clearAtEnd()
        }
        return codes.max { $0.severity < $1.severity } ?? .interrupted
    }

    /// One judge for all agencies of a list; by digest of list and rules. A single audit makes its own.
    private static func judges(for jobs: [Job]) -> [String: Judge] {
        guard jobs.count > 1 else { return [:] }
        return Dictionary(jobs.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
            .mapValues { Judge(list: $0.list, library: $0.library) }
    }

    /// One audit with its own network.
    private func audit(
        _ request: AuditRequest, keeping: RunKeeping, settings: FetchSettings, progress: Progress
    ) async throws -> KeptAssessment {
        try await withFetcher(settings) { fetcher in
            // Leaving the scope ends the ticking.
            async let _ = progress.tick { fetcher.waits }
            do throws(StoreError) {
                return try await audited(request, fetcher: fetcher, keeping: keeping) { progress.note($0) }
            } catch { throw CommandFailure(error, language) }
        }
    }

    /// With `--suggest` the result with other addresses for what is dead, wrong or missing.
    private func suggested(
        _ result: KeptAssessment, place: RunsKeeping.Place, job: Job, request: AuditRequest, settings: FetchSettings
    ) async throws -> KeptAssessment {
        guard arguments.has(.suggest), !result.assessment.isPartial else { return result }
        let rules = try DataFolder(option: arguments.text(.data)).discoveryRules()
        return try await SuggestionSearch(rules: rules, language: language, isQuiet: arguments.has(.quiet)).suggested(
            result, place: place, list: job.list, request: request, settings: settings)
    }

    private func write(
        _ result: KeptAssessment, place: RunsKeeping.Place, job: Job, gates: Gates, isOnlyOne: Bool
    ) async throws(CommandFailure) -> ExitCode {
        let assessment = result.assessment
        guard let report = Report(assessment, frame: ReportFrame(job.list)) else {
            throw CommandFailure(.internalDefect, "the list of \(job.list.year) has no items to score")
        }
        let folder = ReportFolder(path: job.folder)
        if let earlier = try folder.makeRoom(for: assessment.run) {
            Console.note("oit: \(RunTexts.keptEarlier(earlier).text(language))")
        }
        var writing = ReportWriting(arguments, language: language)
        if formats.contains(.xlsx) {
            let rules = try DataFolder(option: arguments.text(.data)).rules().personalData
            writing.answers = ReportSources(rules: rules, language: language).answers(job.submission)
        }
        let made = await writing.files(report, formats)
        try folder.write(made.files, language)
        try await place.export(result.run, to: job.folder, language)
        if !assessment.isPartial { try await place.tidy() }
        if !arguments.has(.quiet) {
            for warning in assessment.warnings { Console.note("oit: \(warning.text(language))") }
            if !assessment.personalData.isEmpty {
                let pages = Set(assessment.personalData.map(\.evidence)).count
                Console.note("oit: \(RunTexts.personalData(pages: pages).text(language))")
            }
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
        // The other audits of this call go on; what could not be made can be made later by oit report.
        for failure in made.failures { Console.note("oit: \(failure)") }
        if assessment.isPartial { return .interrupted }
        if !made.failures.isEmpty { return .outputFailure }
        return gates.code(report)
    }

    /// A run that a broken command line had finished already: its reports are written where they are not there yet.
    private func delivered(
        _ earlier: RunsKeeping.Done, job: Job, request: AuditRequest, settings: FetchSettings, gates: Gates,
        isOnlyOne: Bool
    ) async throws -> ExitCode {
        let assessment = try RunLocator.reported(earlier.report, named: job.folder).assessment
        if !arguments.has(.quiet) {
            Console.note("oit: \(job.folder): finished before, run \(assessment.run)")
        }
        guard try ReportFolder(path: job.folder).holds(assessment.run, formats) else {
            let kept = KeptAssessment(assessment: assessment, run: earlier.run, resumedPages: 0)
            let told = try await suggested(kept, place: earlier.place, job: job, request: request, settings: settings)
            return try await write(told, place: earlier.place, job: job, gates: gates, isOnlyOne: isOnlyOne)
        }
        guard let report = Report(assessment, frame: ReportFrame(job.list)) else {
            throw CommandFailure(.internalDefect, "the list of \(job.list.year) has no items to score")
        }
        return gates.code(report)
    }
}
