import Assessing
import Checklists
import Documents
import Fetching
import Findings
import FoundationEssentials
import GradingCore
import Notifying
import Programs
import Rendering
import Storage
import Submissions
import Watching
import WebEvidence

extension WatchCommand {
    /// Does what is due, once. A second call while one works ends at once: what is due is being done.
    func runDue() async throws -> ExitCode {
        let (store, book) = try await writing()
        guard let lock = try FileLock("\(store.folder)/watch.lock") else {
            Console.note("oit: \(WatchTexts.isRunning.text(language))")
            return .finished
        }
        defer { lock.release() }
        let report = try await Interruption.cancelling(notice: WatchTexts.stopping.text(language)) {
            try await round(store, book)
        }
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(RoundDocument(report)))
        } else if !arguments.has(.quiet) {
            Console.result(WatchTexts.done(report).text(language) + "\n")
        }
        guard arguments.has(.fail) else { return .finished }
        return try await kept { try await book.openAlarms() }.isEmpty ? .finished : .gateNotMet
    }

    /// The same in the foreground, until it is stopped.
    func daemon() async throws -> ExitCode {
        let (store, book) = try await writing()
        guard givenNow == nil else {
            throw CommandFailure(.wrongCommandLine, "daemon follows the clock; --now is for run --due")
        }
        guard let lock = try FileLock("\(store.folder)/watch.lock") else {
            throw CommandFailure(.outputFailure, WatchTexts.isRunning.text(language))
        }
        defer { lock.release() }
        return try await Interruption.cancelling(notice: WatchTexts.stopping.text(language)) {
            while !Task.isCancelled {
                let report = try await round(store, book)
                if report.agencies > 0, !arguments.has(.quiet) {
                    Console.note("\(clock.now.bangkok) \(WatchTexts.done(report).text(language))")
                }
                // A stop ends the pause.
                do { try await Task.sleep(for: .seconds(15)) } catch { break }
            }
            return ExitCode.finished
        }
    }

    // MARK: One round

    private func round(_ store: FileStore, _ book: WatchBook) async throws -> RoundReport {
        let folder = try DataFolder(option: arguments.text(.data))
        let rules = try folder.rules()
        let library = try folder.library()
        let counters: CounterWords
        do {
            counters = try CounterWords(json: try Files.bytes("\(folder.path)/rules/watch.json"))
        } catch let failure as CommandFailure { throw failure } catch {
            throw CommandFailure(.invalidContent, "\(error)")
        }
        let channels = try channels()
        let sealing = try OperatorSettings.key(in: store.folder)
        let authority = try OperatorSettings(arguments).authority
        let outbox = Outbox(store: store, courier: Courier(channels), clock: clock)
        let programs = ProgramSpawner()
        let documents = DocumentReading(programs: programs, tools: .found())
        let robots = try NetworkOptions.robots(arguments)
        let render = try NetworkOptions.render(arguments)
        let secondPass = try arguments.number(.secondPass, in: 0...86_400) ?? (givenNow == nil ? 60 : 0)
        return try await kept {
            try await withPageRenderer(BrowserProgram.find(), spawner: programs) { renderer in
                let rendering = render == .never ? nil : PageRendering(renderer, mode: render)
                return try await withFetcher(try await fetchSettings(book)) { fetcher in
                    let observer = PageObserver(
                        fetcher: fetcher, signatures: rules.signatures, wrappers: rules.wrappers,
                        personalData: rules.personalData, robots: robots)
                    let tools = WatchTools(
                        store: store, fetcher: fetcher, observer: observer, calendars: library.calendars,
                        counters: counters,
                        request: { settings, day in
                            try WatchedSubmission(settings, library: library).request(
                                rules: rules, asOf: day, secondPass: secondPass, robots: robots,
                                documents: documents, rendering: rendering)
                        }, note: { Console.note("oit: \($0)") })
                    let report = try await WatchRound(tools, clock: clock).carriedOut {
                        try await outbox.delivered()
                    }
                    try await ProofMaking(store: store, key: sealing, authority: authority)
                        .sealEnds(at: clock.now, calendars: library.calendars) { Console.note("oit: \($0)") }
                    try await writeFeeds(report, store.folder, book, library.calendars)
                    return report
                }
            }
        }
    }

    /// The feed and the calendar of each agency, beside the store: made anew when something was told or judged.
    private func writeFeeds(
        _ report: RoundReport, _ store: String, _ book: WatchBook, _ calendars: AssessmentCalendars
    ) async throws {
        let folder = "\(store)/feeds"
        for entry in try await book.entries() {
            let path = "\(folder)/\(entry.key)"
            guard !report.notices.isEmpty || report.audits > 0 || !Files.exists("\(path).atom") else { continue }
            let now = clock.now
            guard let feed = try await book.feed(entry.key, language: pageLanguage, at: now),
                let days = try await book.calendarFile(entry.key, calendars: calendars, language: pageLanguage, at: now)
            else { continue }
            try Files.makeFolder(folder)
            try Files.write([("\(path).atom", feed), ("\(path).ics", days)])
        }
    }

    /// The network of this call and what was named when agencies were added. A failed try is tried again by the next
    /// round, so here it is only tried once more at once.
    private func fetchSettings(_ book: WatchBook) async throws -> FetchSettings {
        var settings = try NetworkOptions.settings(arguments)
        if !arguments.has(.retries) { settings.limits.retries = 1 }
        settings.readsCertificates = true
        for entry in try await book.entries() {
            settings.resolutions += entry.settings.resolutions.compactMap { FetchSettings.Resolution($0) }
            settings.allowedNetworks += entry.settings.allowedNetworks.compactMap { NetworkRange($0) }
        }
        settings.resolutions = settings.resolutions.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        settings.allowedNetworks = settings.allowedNetworks.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        return settings
    }
}

/// The submission of a watched agency, ready to be audited.
private struct WatchedSubmission {
    let submission: Submission
    let list: YearList
    let library: ChecklistLibrary

    init(_ settings: WatchSettings, library: ChecklistLibrary) throws {
        self.library = library
        let list =
            if let file = settings.checklist { try YearChoice.list(file: file, library: library) } else {
                try YearChoice.list(named: String(settings.fiscalYear), library: library)
            }
        self.list = list
        submission = try Submissions.submission(
            reading: Array(settings.submission.utf8), fileName: "submission.json", itemIDs: list.items.map(\.id))
    }

    func request(
        rules: JudgingRules, asOf: CivilDate, secondPass: Int, robots: RobotsMode, documents: DocumentReading,
        rendering: PageRendering?
    ) -> AuditRequest {
        AuditRequest(
            submission: submission, list: list, library: library,
            checklistDigest: DataFolder.digest(of: list, in: library, rules: rules), signatures: rules.signatures,
            personalDataRules: rules.personalData, asOf: asOf, secondPass: .seconds(secondPass), robots: robots,
            wrappers: rules.wrappers, documents: documents, rendering: rendering, toolVersion: OIT.version)
    }
}

/// `oit watch run --json`.
private struct RoundDocument: Encodable {
    var agencies: Int
    var links: Int
    var unmodified: Int
    var failing: Int
    var cutOff: Int
    var audits: Int
    var notices: [String]

    private enum CodingKeys: String, CodingKey {
        case agencies, links, unmodified, failing, audits, notices
        case cutOff = "cut_off"
    }

    init(_ report: RoundReport) {
        agencies = report.agencies
        links = report.links
        unmodified = report.unmodified
        failing = report.failing
        cutOff = report.cutOff
        audits = report.audits
        notices = report.notices
    }
}
