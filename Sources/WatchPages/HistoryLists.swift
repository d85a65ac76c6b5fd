import GradingCore
import Notifying
import Reporting

/// Certificates and domain names by the day on which they run out.
struct ExpiryTable {
    let history: WatchHistory
    let texts: HistoryTexts

    var content: Markup {
        guard !history.expiries.isEmpty else { return "<p>\(texts.noExpiry)</p>" }
        let today = history.madeAt.day.dayNumber
        let rows = history.expiries.sorted { ($0.on, $0.host) < ($1.on, $1.host) }.map { expiry -> [Markup] in
            let left = expiry.on.dayNumber - today
            let words = texts.daysLeft(left)
            return [
                Markup.foreign(expiry.host), "\(texts.expiryKind(expiry.kind))",
                "\(ReportDate.day(expiry.on, texts.language))",
                left < 30 ? "<span class=\"soon\">\(words)</span>" : "\(words)",
            ]
        }
        return PlainPage.table([texts.host, texts.what, texts.runsOut, texts.left], rows)
    }
}

/// Every alarm, the newest first.
struct AlarmList {
    private static let mostAddresses = 10

    let history: WatchHistory
    let texts: HistoryTexts

    var content: Markup {
        guard !history.alarms.isEmpty else { return "<p>\(texts.noAlarms)</p>" }
        let alarms = history.alarms.sorted { ($1.at, $1.notice.id) < ($0.at, $0.notice.id) }
        return "<p>\(texts.alarmCount(alarms.count))</p>\n" + Markup(alarms.map(entry))
    }

    private func entry(_ alarm: WatchHistory.Alarm) -> Markup {
        let notice = alarm.notice
        var lines: [Markup] = [
            "<p>\(notice.text.text(texts.language))</p>", "<p class=\"soft\">\(texts.times(alarm))</p>",
        ]
        if !notice.items.isEmpty {
            lines.append("<p>\(texts.itemsLabel): \(notice.items.map(\.text).joined(separator: ", "))</p>")
        }
        if !notice.urls.isEmpty {
            let shown = notice.urls.prefix(AlarmList.mostAddresses).map { "<li>\(Markup.address($0))</li>" as Markup }
            let more = notice.urls.count - AlarmList.mostAddresses
            lines.append("<ul>\(shown)\(more > 0 ? "<li>\(texts.more(more))</li>" : "")</ul>")
        }
        if notice.cause.agencies.count > 1 { lines.append("<p>\(texts.shared(notice.cause.agencies.count))</p>") }
        lines += notice.differences.map(difference)
        return """
            <article class="alarm kind-\(notice.kind.rawValue)">
            <h3>\(notice.kind.title.text(texts.language))</h3>
            \(Markup(lines, separator: "\n"))
            </article>

            """
    }

    private func difference(_ difference: Notice.Difference) -> Markup {
        let name = difference.element.text(texts.language)
        let removed = difference.removed.prefix(20).map { "<li><del>\($0)</del></li>" as Markup }
        let added = difference.added.prefix(20).map { "<li><ins>\($0)</ins></li>" as Markup }
        let more = max(0, difference.removed.count - 20) + max(0, difference.added.count - 20)
        return """
            <details><summary>\(name.isEmpty ? texts.wholePage : name)</summary>
            <ul class="lines">\(removed)\(added)\(more > 0 ? "<li>\(texts.more(more))</li>" : "")</ul></details>
            """
    }
}
