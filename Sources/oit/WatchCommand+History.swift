import Checklists
import Findings
import GradingCore
import Notifying
import Reporting
import Storage
import WatchPages
import Watching
import WebEvidence

extension WatchCommand {
    /// What happened to an agency: as a page with pictures, as JSON, or in words.
    func history(_ key: String) async throws -> ExitCode {
        let format = try historyFormat()
        let (_, book) = try await reading()
        let (from, to) = (try day(.from), try day(.to))
        let folder = try DataFolder(option: arguments.text(.data))
        let library = try folder.library()
        let found = try await kept {
            try await book.history(key, from: from, to: to, at: clock.now) { year, checklist in
                let list =
                    if let checklist { try YearChoice.list(file: checklist, library: library) } else {
                        try YearChoice.list(named: String(year), library: library)
                    }
                return list.items.map { (item: $0.id, title: $0.title) }
            }
        }
        guard let history = found else { throw unknown(key) }
        let bytes: [UInt8] =
            switch format {
            case "html": history.page(pageLanguage)
            case "json": Array(try JSONOutput.text(HistoryDocument(history)).utf8)
            default: Array(text(history).utf8)
            }
        if let path = arguments.text(.output) {
            try Files.write(bytes, to: path)
            if !arguments.has(.quiet) { Console.result(path + "\n") }
        } else {
            Console.result(String(decoding: bytes, as: UTF8.self))
        }
        return .finished
    }

    private func historyFormat() throws(CommandFailure) -> String {
        let format = arguments.text(.format) ?? (arguments.has(.json) ? "json" : "text")
        guard ["html", "json", "text"].contains(format) else {
            throw CommandFailure(.wrongCommandLine, "--format is html, json or text for a history, not \"\(format)\"")
        }
        return format
    }

    private func text(_ history: WatchHistory) -> String {
        var lines = [
            "\(history.key)  \(CleanText.line(history.agency))",
            ReportDate.day(history.from, language) + " – " + ReportDate.day(history.to, language),
        ]
        for score in history.scores {
            let (low, high) = (score.interval.lowest.text, score.interval.highest.text)
            lines.append("\(ReportDate.day(score.day, language))  OIT \(low == high ? low : "\(low) – \(high)")")
        }
        let marks: [WatchHistory.DayState: Character] = [.up: "█", .degraded: "▒", .down: "✗", .notChecked: "·"]
        let length = min(history.to.dayNumber - history.from.dayNumber + 1, 60)
        let days = (0..<max(1, length)).compactMap { CivilDate(dayNumber: history.to.dayNumber - length + 1 + $0) }
        for item in history.items {
            let row = String(days.map { marks[item.days[$0] ?? .notChecked] ?? "·" })
            lines.append("\(HelpText.padded(item.item.text, 5)) \(row)")
        }
        for alarm in history.alarms {
            let first = alarm.notice.text.text(language).split(separator: "\n").first.map(String.init) ?? ""
            lines.append("\(ReportDate.moment(alarm.at, language))  \(CleanText.line(first))")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// `oit watch history --format json`.
private struct HistoryDocument: Encodable {
    struct Score: Encodable {
        var day: String
        var lowest: String
        var highest: String
    }
    struct Item: Encodable {
        var item: String
        var days: [String: String]
    }
    struct Times: Encodable {
        var day: String
        var median: Int
        var slow: Int
    }
    struct Expiry: Encodable {
        var host: String
        var on: String
    }
    struct Alarm: Encodable {
        var at: String
        var kind: String
        var cause: String
        var items: [String]
        var urls: [String]
        var since: String
        var ended: String?
    }
    var key: String
    var agency: String
    var from: String
    var to: String
    var scores: [Score]
    var items: [Item]
    var milliseconds: [Times]
    var certificates: [Expiry]
    var alarms: [Alarm]

    init(_ history: WatchHistory) {
        key = history.key
        agency = history.agency
        from = history.from.iso
        to = history.to.iso
        scores = history.scores.map {
            Score(day: $0.day.iso, lowest: $0.interval.lowest.text, highest: $0.interval.highest.text)
        }
        items = history.items.map { item in
            Item(
                item: item.item.text,
                days: Dictionary(uniqueKeysWithValues: item.days.map { ($0.key.iso, $0.value.rawValue) }))
        }
        milliseconds = history.answerTimes.map {
            Times(day: $0.day.iso, median: $0.medianMilliseconds, slow: $0.slowMilliseconds)
        }
        certificates = history.expiries.map { Expiry(host: $0.host, on: $0.on.iso) }
        alarms = history.alarms.map { alarm in
            Alarm(
                at: alarm.at.bangkok, kind: alarm.notice.kind.rawValue, cause: alarm.notice.cause.kind,
                items: alarm.notice.items.map(\.text), urls: alarm.notice.urls, since: alarm.notice.since.bangkok,
                ended: alarm.ended?.bangkok)
        }
    }
}
