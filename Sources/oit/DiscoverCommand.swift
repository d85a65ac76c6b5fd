import Assessing
import Checklists
import Discovering
import Documents
import Extraction
import Fetching
import GradingCore
import OfficeFiles
import Programs
import Rendering
import Submissions
import WebEvidence

/// `oit discover WEBSITE`: finds the agency's own page of a year's list, or the items on its website.
struct DiscoverCommand {
    private static let maxPages = OptionSpec(
        name: "--max-pages", value: "N", help: "pages and files opened in all; default 500")
    private static let maxDepth = OptionSpec(
        name: "--max-depth", value: "N", help: "clicks from the front page; default 8")
    private static let maxTime = OptionSpec(
        name: "--max-time", value: "SECONDS", help: "longest time of the search; default 900")
    private static let draft = OptionSpec(
        name: "--output", value: "FILE", help: "where the draft submission goes: .json, or .csv or .xlsx for a table")

    static let spec = CommandSpec(
        name: "discover", arguments: "WEBSITE",
        summary: "find the agency's own OIT page, or the items on its website; write a draft submission",
        options: [
            .year, .checklist, .asOf, .agency, draft, .language, maxPages, maxDepth, maxTime, .resolve, .allowNetwork,
            .concurrency, .perHost, .timeout, .maxBytes, .retries, .userAgent, .contact, .robots, .render, .data, .json,
            .quiet, .noProgress, .noColor, .verbose,
        ])

    private let arguments: Arguments
    private let language: ReportLanguage
    private let website: PageAddress
    private let limits: DiscoveryLimits

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
        guard arguments.positional.count == 1, let written = arguments.positional.first else {
            throw CommandFailure(
                .wrongCommandLine, "name one website, for example oit discover www.name.go.th --year 2566")
        }
        guard let address = Addresses.address(written) else {
            throw CommandFailure(
                .wrongCommandLine, "\"\(written)\" is no address of a website such as https://www.name.go.th/")
        }
        website = address
        var limits = DiscoveryLimits()
        if let pages = try arguments.number(DiscoverCommand.maxPages, in: 1...100_000) { limits.pages = pages }
        if let depth = try arguments.number(DiscoverCommand.maxDepth, in: 0...50) { limits.depth = depth }
        if let seconds = try arguments.number(DiscoverCommand.maxTime, in: 1...86_400) {
            limits.time = .seconds(seconds)
        }
        self.limits = limits
    }

    func run() async throws -> ExitCode {
        let folder = try DataFolder(option: arguments.text(.data))
        let library = try folder.library()
        let list = try YearChoice.list(arguments, library: library, declared: nil)
        let output = arguments.text(DiscoverCommand.draft)
        if let output, Files.isFolder(output) {
            throw CommandFailure(.outputFailure, "cannot write \(output): it is a folder; name a file")
        }
        let programs = ProgramSpawner()
        let request = try request(list: list, library: library, folder: folder, programs: programs)
        let found = try await search(request, programs: programs)
        if let problem = found.discovery.problem {
            if arguments.has(.json) { Console.result(try draft(found.discovery, list: list)) }
            Console.note("oit: \(DiscoveryTexts.problem(problem, of: website).text(language))")
            return found.wasStopped ? .interrupted : .missingInput
        }
        try write(found.discovery, list: list, to: output)
        if found.wasStopped { return .interrupted }
        return found.discovery.items.isEmpty ? .gateNotMet : .finished
    }

    // MARK: Searching

    private func request(
        list: YearList, library: ChecklistLibrary, folder: DataFolder, programs: ProgramSpawner
    ) throws(CommandFailure) -> DiscoveryRequest {
        let rules = try folder.rules()
        let agency = DeclaredAgency(name: arguments.text(.agency) ?? "")
        // Recognition of scans takes minutes; what they hold is seen in the audit.
        var tools = DocumentTools.found()
        tools.tesseract = nil
        return DiscoveryRequest(
            website: website, list: list, library: library, rules: try folder.discoveryRules(),
            signatures: rules.signatures, wrappers: rules.wrappers, personalDataRules: rules.personalData,
            asOf: try date(list), agency: .init(name: agency.name, type: agency.type?.rawValue ?? ""), limits: limits,
            robots: try NetworkOptions.robots(arguments),
            documents: DocumentReading(programs: programs, tools: tools))
    }

    /// The date that was given; else today, or the end of the submission of a year that is over.
    private func date(_ list: YearList) throws(CommandFailure) -> CivilDate {
        let today = try AssessmentDate.chosen(arguments)
        guard !arguments.has(.asOf), let end = CivilDate(iso: "\(list.year - FiscalYear.buddhistShift)-04-30") else {
            return today
        }
        return min(today, end)
    }

    private func search(
        _ request: DiscoveryRequest, programs: ProgramSpawner
    ) async throws -> (discovery: Discovery, wasStopped: Bool) {
        var settings = try NetworkOptions.settings(arguments)
        // A search asks much and needs no single page: one more try is enough, and no file may eat the bytes of all.
        if !arguments.has(.retries) { settings.limits.retries = 1 }
        if !arguments.has(.maxBytes) { settings.limits.maximumBodyBytes = 24 * 1024 * 1024 }
        let render = try NetworkOptions.render(arguments)
        let progress = Progress(
            agency: website.host, number: 1, of: 1,
            isShown: Console.isTerminal(2) && !arguments.has(.noProgress) && !arguments.has(.quiet),
            isVerbose: arguments.has(.verbose))
        let network = settings
        let result = try await Interruption.cancelling(
            notice: "oit: stopping; what was found follows (once more to end at once)"
        ) {
            try await withPageRenderer(BrowserProgram.find(), spawner: programs) { renderer in
                var request = request
                if render != .never { request.rendering = PageRendering(renderer, mode: render) }
                let asked = request
                return try await withFetcher(network) { fetcher in
                    async let _ = progress.tick { fetcher.waits }
                    return (await discovered(asked, fetcher: fetcher) { progress.note($0) }, Task.isCancelled)
                }
            }
        }
        progress.clear()
        return result
    }

    // MARK: Writing

    private func write(_ discovery: Discovery, list: YearList, to output: String?) throws(CommandFailure) {
        if let output {
            try Files.write(try bytes(discovery, list: list, as: WrittenForm(path: output) ?? .json), to: output)
        }
        if arguments.has(.json) {
            Console.result(try draft(discovery, list: list))
        } else if !arguments.has(.quiet) {
            Console.result(DiscoveryText(discovery, list: list, language: language).text)
            if let output { Console.result("\n\(output)\n") }
        }
    }

    /// A table holds the answers alone; JSON also where each was found, and candidates.
    private func bytes(
        _ discovery: Discovery, list: YearList, as form: WrittenForm
    ) throws(CommandFailure) -> [UInt8] {
        if form == .json { return Array(try draft(discovery, list: list).utf8) }
        do throws(OfficeFileError) { return try form.bytes(submission(discovery, list: list)) } catch {
            throw CommandFailure(.outputFailure, error.description)
        }
    }

    private func draft(_ discovery: Discovery, list: YearList) throws(CommandFailure) -> String {
        try JSONOutput.text(DiscoveryDraft(discovery, agency: arguments.text(.agency) ?? ""))
    }

    private func submission(_ discovery: Discovery, list: YearList) -> Submission {
        Submission(
            agency: DeclaredAgency(name: arguments.text(.agency) ?? "", website: discovery.website.text),
            fiscalYear: FiscalYear(list.year),
            answers: discovery.items.filter { !$0.urls.isEmpty }.map { item in
                SubmittedAnswer(
                    itemText: item.item.text, item: item.item, answer: true,
                    urls: item.urls.map { SubmittedURL(verbatim: $0.text) },
                    explanation: DiscoveryTexts.explanation(item.path))
            })
    }
}
