import Assessing
import Checklists
import Extraction
import Fetching
import Findings
import FoundationEssentials
import GradingCore
import Planning
import Reporting
import Submissions
import WebEvidence

/// `oit links SUBMISSION…`: is every submitted URL reachable, and what is it?
struct LinksCommand {
    static let spec = CommandSpec(
        name: "links", arguments: "SUBMISSION…",
        summary: "the quick check: is every submitted URL reachable and what is it? no judgement of content",
        options: [
            .year, .checklist, .website, .output, .language, .noFail, .resolve, .allowNetwork, .concurrency, .perHost,
            .timeout, .maxBytes, .retries, .secondPass, .userAgent, .contact, .robots, .data, .json, .quiet,
            .noProgress,
            .noColor, .verbose,
        ])

    private let arguments: Arguments
    private let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws -> ExitCode {
        let folder = try DataFolder(option: arguments.text(.data))
        let rules = try folder.pageRules()
        let settings = try settings()
        let robots = try NetworkOptions.robots(arguments)
        let secondPass = try arguments.number(.secondPass, in: 0...86_400) ?? 60
        let (requests, hasProblems) = try requests(folder)
        let progress = Progress(
            agency: requests.count == 1 ? requests[0].agency : "", number: 1, of: 1,
            isShown: Console.isTerminal(2) && !arguments.has(.noProgress) && !arguments.has(.quiet),
            isVerbose: arguments.has(.verbose))
        let (results, wasStopped) = try await Interruption.cancelling(
            notice: "oit: stopping; what was checked follows (once more to end at once)"
        ) {
            try await withFetcher(settings) { fetcher in
                async let _ = progress.tick { fetcher.waits }
                let links = await checkedLinks(
                    requests, fetcher: fetcher, signatures: rules.signatures, wrappers: rules.wrappers,
                    secondPass: .seconds(secondPass), robots: robots
                ) { progress.note($0) }
                return (links, Task.isCancelled)
            }
        }
        progress.clear()
        let reports = zip(requests, results).map { LinksReport(agency: $0.agency, links: $1) }
        try write(reports)
        if wasStopped { return .interrupted }
        if hasProblems { return .invalidContent }
        if arguments.has(.noFail) { return .finished }
        if reports.contains(where: { !$0.dead.isEmpty }) { return .gateNotMet }
        // Nobody may take for whole what could not be looked at.
        return reports.contains { $0.links.contains(where: \.wasCutOff) } ? .undecided : .finished
    }

    private func settings() throws(CommandFailure) -> FetchSettings {
        var settings = try NetworkOptions.settings(arguments)
        settings.isDigested = false
        return settings
    }

    /// Every submission that can be read; the problems of the others are told together.
    private func requests(
        _ folder: DataFolder
    ) throws(CommandFailure) -> (requests: [LinkCheckRequest], hasProblems: Bool) {
        // What the items ask for is nobody's business here; a list of somebody's own is checked against the topics.
        let library = arguments.has(.checklist) ? try folder.library() : try folder.lists()
        var problems: [String] = []
        var requests: [LinkCheckRequest] = []
        for file in try SubmissionFiles.found(arguments.positional) {
            do throws(CommandFailure) {
                let (submission, list) = try SubmissionFiles.read(file, arguments: arguments, library: library)
                if !arguments.has(.quiet) {
                    for warning in submission.warnings { Console.note("oit: \(warning)") }
                }
                let plan = CrawlPlan(submission: submission, list: list)
                let website = arguments.text(.website) ?? submission.agency.website
                requests.append(
                    LinkCheckRequest(
                        agency: submission.agency.name, website: Addresses.address(website),
                        addresses: plan.addresses + plan.unasked))
            } catch {
                guard error.code == .invalidContent else { throw error }
                problems.append(error.message)
            }
        }
        guard !problems.isEmpty else { return (requests, false) }
        let all = problems.joined(separator: "\n")
        guard !requests.isEmpty else { throw CommandFailure(.invalidContent, all) }
        Console.note("oit: \(all)")
        return (requests, true)
    }

    private func write(_ reports: [LinksReport]) throws(CommandFailure) {
        let causes = LinkCauses(reports)
        if let output = arguments.text(.output) {
            try Files.makeFolder(output)
            let table = try FileDraft("\(output)/links.csv")
            let lines = try FileDraft("\(output)/links.jsonl")
            for (number, report) in reports.enumerated() {
                // One head for all.
                try table.append(number == 0 ? report.csv() : Array(report.csv().drop { $0 != 10 }.dropFirst()))
                try lines.append(report.jsonLines(causes: causes))
            }
            try FileDraft.commit([table, lines])
        }
        if arguments.has(.json) {
            for report in reports { Console.result(bytes: report.jsonLines(causes: causes)) }
        } else if !arguments.has(.quiet) {
            for report in reports {
                Console.result(
                    report.terminalText(language: language, width: Console.width, color: arguments.wantsColor) + "\n")
            }
            let text = causes.terminalText(language: language, width: Console.width, color: arguments.wantsColor)
            if !text.isEmpty { Console.result(text + "\n") }
        }
    }
}
