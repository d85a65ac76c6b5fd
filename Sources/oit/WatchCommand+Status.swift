import Findings
import GradingCore
import Notifying
import Reporting
import Storage
import Watching
import WebEvidence

extension WatchCommand {
    /// Who is watched, how often, and who is told.
    func list() async throws -> ExitCode {
        let (_, book) = try await reading()
        let entries = try await kept { try await book.entries() }
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(entries.map { EntryDocument($0, at: clock.now) }))
            return .finished
        }
        if entries.isEmpty { Console.result(WatchTexts.nothing.text(language) + "\n") }
        for entry in entries {
            let contacts = entry.settings.contacts.compactMap { contact in
                Channel(kind: contact.kind, target: contact.target).map { "\($0.kind) \($0.shownTarget)" }
            }.joined(separator: ", ")
            Console.result(
                "\(HelpText.padded(entry.key, 32))  \(entry.settings.fiscalYear)  "
                    + CleanText.line(entry.settings.agency) + (contacts.isEmpty ? "" : "  → \(contacts)") + "\n")
        }
        return .finished
    }

    /// How everything stands, and what is new since the caller looked last.
    func status(_ key: String?) async throws -> ExitCode {
        let (store, book) = try await reading()
        let now = clock.now
        let viewer = viewer
        let all = try await kept { try await book.entries() }
        if let key, !all.contains(where: { $0.key == key }) { throw unknown(key) }
        let entries = all.filter { key == nil || $0.key == key }
        let alarms = try await kept { try await book.openAlarms() }.filter { alarm in
            key == nil || alarm.openPlaces.contains { $0.agency == key }
        }
        let undelivered = try await kept { try await book.undelivered() }
        let looked = try await kept { try await store.lastLook(by: viewer) }.map { Moment(seconds: $0) }
        let news = try await kept {
            try await book.notices(since: looked.map { $0.adding(seconds: 1) } ?? Moment(seconds: 0))
        }.filter { key == nil || $0.notice.cause.agencies.contains(key ?? "") }
        await noteLook(viewer, at: now)
        if arguments.has(.json) {
            Console.result(
                try JSONOutput.text(
                    StatusDocument(
                        now: now.bangkok, agencies: entries.map { EntryDocument($0, at: now) },
                        alarms: alarms.map { AlarmDocument($0) }, lastLook: looked?.bangkok,
                        news: news.map {
                            NewsDocument(
                                at: $0.at.bangkok, kind: $0.notice.kind.rawValue, agency: $0.notice.agency,
                                items: $0.notice.items.map(\.text), text: $0.notice.text)
                        },
                        undelivered: undelivered.map {
                            UndeliveredDocument(
                                channel: $0.channel.kind, target: $0.channel.shownTarget, count: $0.count,
                                attempts: $0.attempts, cause: $0.cause, givenUp: $0.isGivenUp)
                        })))
            return .finished
        }
        for entry in entries { Console.result(text(of: entry, at: now)) }
        if entries.isEmpty { Console.result(WatchTexts.nothing.text(language) + "\n") }
        Console.result(alarmsText(alarms))
        Console.result(WatchTexts.sinceLook(looked, count: news.count).text(language) + "\n")
        for entry in news.suffix(20) {
            let text = CleanText.line(
                entry.notice.text.text(language).split(separator: "\n").first.map(String.init) ?? "")
            Console.result("  \(ReportDate.moment(entry.at, language))  \(text)\n")
        }
        for entry in undelivered { Console.result(CleanText.line(WatchTexts.undelivered(entry).text(language)) + "\n") }
        return .finished
    }

    /// A store that cannot be written to can still be looked at.
    private func noteLook(_ viewer: String, at now: Moment) async {
        do {
            let (store, _) = try await writing()
            try await store.noteLook(by: viewer, at: now.seconds)
        } catch {
            if !arguments.has(.quiet) { Console.note("oit: that you looked could not be noted: \(error)") }
        }
    }

    private func text(of entry: WatchEntry, at now: Moment) -> String {
        let phases: [LinkState.Phase] = [.up, .failing, .broken, .flapping, .unknown]
        let counts = phases.compactMap { phase in
            entry.phases[phase].map { "\(WatchTexts.phase(phase).text(language)) \($0)" }
        }.joined(separator: ", ")
        var lines = ["\(entry.key)  \(CleanText.line(entry.settings.agency))"]
        if entry.settings.isPaused(at: now) {
            lines.append(
                "  " + WatchTexts.paused(entry.settings.pausedUntil.map { Moment(seconds: $0) }).text(language))
        }
        lines.append("  " + (counts.isEmpty ? WatchTexts.phase(.unknown).text(language) : counts))
        if let checked = entry.checkedAt { lines.append("  " + ReportDate.moment(checked, language)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func alarmsText(_ alarms: [Alarm]) -> String {
        guard !alarms.isEmpty else { return WatchTexts.noAlarm.text(language) + "\n" }
        return alarms.map { alarm in
            let items = alarm.openPlaces.flatMap(\.items).reduce(into: [String]()) {
                if !$0.contains($1) { $0.append($1) }
            }
            let agencies = Set(alarm.openPlaces.map(\.agency)).sorted().joined(separator: ", ")
            let mark = alarm.acknowledgedAt == nil ? "✗" : "•"
            return CleanText.line(
                "\(mark) \(agencies)  \(alarm.cause) \(alarm.detail)  \(items.joined(separator: ", "))  "
                    + ReportDate.moment(Moment(seconds: alarm.since), language)) + "\n"
        }.joined()
    }
}

/// One agency in `oit watch list --json` and `status --json`.
private struct EntryDocument: Encodable {
    struct Failing: Encodable {
        var url: String
        var outcome: String
        var phase: String
        var since: String?
    }
    var key: String
    var agency: String
    var year: Int
    var paused: Bool
    var links: [String: Int]
    var verdicts: [String: Int]
    var run: String
    var checks: Int
    var checkedAt: String?
    var auditedAt: String?
    var dueAt: String
    var failing: [Failing]

    private enum CodingKeys: String, CodingKey {
        case key, agency, year, paused, links, verdicts, run, checks, failing
        case checkedAt = "checked_at"
        case auditedAt = "audited_at"
        case dueAt = "due_at"
    }

    init(_ entry: WatchEntry, at now: Moment) {
        key = entry.key
        agency = entry.settings.agency
        year = entry.settings.fiscalYear
        paused = entry.settings.isPaused(at: now)
        links = entry.phases.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
        verdicts = entry.verdicts
        run = entry.run
        checks = entry.checks
        checkedAt = entry.checkedAt?.bangkok
        auditedAt = entry.auditedAt?.bangkok
        dueAt = entry.dueAt.bangkok
        failing = entry.failing.map {
            Failing(
                url: $0.url, outcome: $0.state.outcome, phase: $0.state.phase.rawValue,
                since: $0.state.since.map { Moment(seconds: $0).bangkok })
        }
    }
}

private struct AlarmDocument: Encodable {
    var cause: String
    var detail: String
    var agencies: [String]
    var items: [String]
    var urls: [String]
    var since: String
    var acknowledged: Bool

    init(_ alarm: Alarm) {
        cause = alarm.cause
        detail = alarm.detail
        agencies = Set(alarm.openPlaces.map(\.agency)).sorted()
        items = Set(alarm.openPlaces.flatMap(\.items)).map { ItemID($0) }.sorted().map(\.text)
        urls = alarm.openPlaces.map(\.url)
        since = Moment(seconds: alarm.since).bangkok
        acknowledged = alarm.acknowledgedAt != nil
    }
}

private struct NewsDocument: Encodable {
    var at: String
    var kind: String
    var agency: String
    var items: [String]
    var text: [String: String]

    init(at: String, kind: String, agency: String, items: [String], text: BilingualText) {
        self.at = at
        self.kind = kind
        self.agency = agency
        self.items = items
        self.text = ["th": text.th, "en": text.en]
    }
}

private struct UndeliveredDocument: Encodable {
    var channel: String
    var target: String
    var count: Int
    var attempts: Int
    var cause: String
    var givenUp: Bool

    private enum CodingKeys: String, CodingKey {
        case channel, target, count, attempts, cause
        case givenUp = "given_up"
    }
}

private struct StatusDocument: Encodable {
    var now: String
    var agencies: [EntryDocument]
    var alarms: [AlarmDocument]
    var lastLook: String?
    var news: [NewsDocument]
    var undelivered: [UndeliveredDocument]

    private enum CodingKeys: String, CodingKey {
        case now, agencies, alarms, news, undelivered
        case lastLook = "last_look"
    }
}
