import FoundationEssentials
import GradingCore
import Notifying
import Storage
import Watching

/// `oit watch …`: scheduled checks, alarms, history and proof.
struct WatchCommand {
    static let spec = CommandSpec(
        name: "watch", arguments: "add SUBMISSION|list|run --due|daemon|status|history KEY|…",
        summary: "scheduled checks: alarms, history, proof; also pause, resume, ack, remove, certificate, verify, "
            + "test-alarm, install",
        options: [
            .due, .fail, .now, .id, .update, .interval, .contentInterval, .auditInterval, .itemInterval, .confirm,
            .webhook, .email, .line, .quietHours, .digestAt, .until, .from, .to, .by, .printUnits, .secrets, .year,
            .checklist, .website, .agency, .output, .format, .language, .resolve, .allowNetwork, .concurrency, .perHost,
            .timeout, .maxBytes, .retries, .secondPass, .userAgent, .contact, .robots, .render, .store, .data, .json,
            .quiet,
        ])

    let arguments: Arguments
    let language: ReportLanguage
    /// The moment that `--now` names; nil where the clock runs.
    let givenNow: Moment?

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
        guard let text = arguments.text(.now) else {
            givenNow = nil
            return
        }
        guard let moment = WatchTimes.moment(text) else {
            throw CommandFailure(
                .wrongCommandLine, "--now is a time such as 2023-05-15T08:00:00+07:00, not \"\(text)\"")
        }
        givenNow = moment
    }

    var clock: WatchClock {
        if let givenNow { return .standing(givenNow) }
        return .running { WatchTimes.present }
    }

    func run() async throws -> ExitCode {
        let words = arguments.positional
        switch (words.first, words.count) {
        case ("add", 2...): return try await add(Array(words.dropFirst()))
        case ("list", 1): return try await list()
        case ("run", 1): return try await runDue()
        case ("daemon", 1): return try await daemon()
        case ("status", 1...2): return try await status(words.dropFirst().first)
        case ("pause", 2): return try await pause(words[1])
        case ("resume", 2): return try await resume(words[1])
        case ("remove", 2): return try await remove(words[1])
        case ("ack", 2...): return try await acknowledge(words[1], items: Array(words.dropFirst(2)))
        case ("test-alarm", 1...2): return try await testAlarm(words.dropFirst().first)
        case ("history", 2): return try await history(words[1])
        case ("certificate", 2): return try await certificate(words[1])
        case ("verify", 2): return try verify(words[1])
        case ("install", 1): return try install()
        default:
            throw CommandFailure(
                .wrongCommandLine,
                """
                say oit watch add SUBMISSION, list, run --due, daemon, status [KEY], history KEY, pause KEY, resume KEY, \
                ack KEY [ITEM…], remove KEY, certificate KEY, verify FILE, test-alarm [KEY] or install --print
                See: oit watch --help
                """)
        }
    }

    // MARK: Parts

    /// The language of pages for people: Thai unless another one is asked for.
    var pageLanguage: ReportLanguage { arguments.has(.language) ? language : .thai }

    /// What a store could not do ends the program with 74; all else is an internal defect.
    func kept<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch let error as StoreError {
            throw CommandFailure(error, language)
        } catch is DecodingError {
            // Every row matches its seal: a program of another version wrote it.
            throw CommandFailure(.outputFailure, WatchTexts.otherVersion.text(language))
        }
    }

    /// The store with what is watched, for reading; exit 66 when there is none.
    func reading() async throws(CommandFailure) -> (store: FileStore, book: WatchBook) {
        let store = try await StoreFolder(arguments).read(language)
        return (store, WatchBook(store))
    }

    func writing() async throws(CommandFailure) -> (store: FileStore, book: WatchBook) {
        let store = try await StoreFolder(arguments).opened(language)
        return (store, WatchBook(store))
    }

    func unknown(_ key: String) -> CommandFailure {
        CommandFailure(.missingInput, WatchTexts.unknown(key).text(language))
    }

    /// Channels with their secrets.
    func channels() throws(CommandFailure) -> ChannelSettings {
        let variables = try OperatorSettings(arguments).variables
        do throws(SettingsFault) {
            var settings = try ChannelSettings(version: OIT.version, environment: variables)
            settings.language = arguments.has(.language) ? language : .thai
            return settings
        } catch { throw CommandFailure(.wrongCommandLine, "\(error)") }
    }

    /// Who works with the program.
    var viewer: String {
        let environment = ProcessInfo.processInfo.environment
        return arguments.text(.by) ?? environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "operator"
    }
}

/// Times on the command line.
enum WatchTimes {
    /// The clock of this computer.
    static var present: Moment { Moment(seconds: Int(Date().timeIntervalSince1970)) }

    /// `2023-05-15T08:00:00+07:00`, or a day, which is its beginning in Bangkok.
    static func moment(_ text: String) -> Moment? { Moment(iso: text) ?? CivilDate(iso: text).map { Moment(day: $0) } }

    /// Seconds of `90s`, `30m`, `1h`, `1d`, `2w`; nil for anything else.
    static func seconds(_ text: String) -> Int? {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), count > 0,
            count <= 400 * 86_400 / unit
        else { return nil }
        return count * unit
    }

    /// Minute of the day of `08:00`; nil for anything else.
    static func minute(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}
