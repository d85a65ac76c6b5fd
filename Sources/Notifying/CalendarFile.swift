public import GradingCore
import WebEvidence

/// Days to keep in mind, as a calendar (RFC 5545) for the calendar program of a telephone or computer.
public struct CalendarFile: Sendable {
    /// A day, or several days in a row.
    public struct Event: Sendable, Hashable {
        /// What makes this event itself, for example `saraburi stale o12`: the same id replaces the event of before.
        public var id: String
        public var from: CivilDate
        /// The last day; equal to `from` for one day.
        public var to: CivilDate
        public var title: BilingualText
        public var details: BilingualText
        /// Reminders at half past eight in the morning, so many days before; 0 is the first day itself.
        public var remindedDaysBefore: [Int]

        /// From its parts; an end before the beginning counts as the beginning.
        public init(
            id: String, from: CivilDate, to: CivilDate? = nil, title: BilingualText,
            details: BilingualText = BilingualText(th: "", en: ""), remindedDaysBefore: [Int] = []
        ) {
            self.id = id
            self.from = from
            self.to = max(from, to ?? from)
            self.title = title
            self.details = details
            self.remindedDaysBefore = remindedDaysBefore
        }
    }

    /// Name of the agency or of the whole watch.
    public var name: String
    public var events: [Event]
    public var language: ReportLanguage
    public var madeAt: Moment

    /// From its parts.
    public init(name: String, events: [Event], language: ReportLanguage, madeAt: Moment) {
        self.name = name
        self.events = events
        self.language = language
        self.madeAt = madeAt
    }

    /// The document in UTF-8 with CRLF at its lines, folded at 75 octets, events by day.
    public var bytes: [UInt8] {
        let title = language == .thai ? "กำหนดเวลา OIT: \(name)" : "OIT dates: \(name)"
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//oit//watch//TH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:\(CalendarFile.escaped(title))", "X-WR-TIMEZONE:Asia/Bangkok",
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        ]
        for event in events.sorted(by: { ($0.from, $0.id) < ($1.from, $1.id) }) { lines += self.lines(event) }
        lines.append("END:VCALENDAR")
        return lines.flatMap(CalendarFile.folded)
    }

    private func lines(_ event: Event) -> [String] {
        let title = CalendarFile.escaped(event.title.text(language))
        // Days have no zone and the end is the day after the last (RFC 5545 section 3.6.1).
        let end = CivilDate(dayNumber: event.to.dayNumber + 1) ?? event.to
        var lines = [
            "BEGIN:VEVENT", "UID:\(StableIdentifier.uuid(of: "event\n\(event.id)"))@oit.invalid",
            "DTSTAMP:\(CalendarFile.compact(madeAt.utc))", "DTSTART;VALUE=DATE:\(CalendarFile.compact(event.from.iso))",
            "DTEND;VALUE=DATE:\(CalendarFile.compact(end.iso))", "SUMMARY:\(title)", "TRANSP:TRANSPARENT",
        ]
        let details = CalendarFile.escaped(event.details.text(language))
        if !details.isEmpty { lines.append("DESCRIPTION:\(details)") }
        for days in Set(event.remindedDaysBefore.map { max(0, $0) }).sorted(by: >) {
            let trigger = days == 0 ? "PT8H30M" : days == 1 ? "-PT15H30M" : "-P\(days - 1)DT15H30M"
            lines += ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(title)", "TRIGGER:\(trigger)", "END:VALARM"]
        }
        return lines + ["END:VEVENT"]
    }

    /// `20230515` of `2023-05-15`, `20230515T010000Z` of a moment.
    private static func compact(_ text: String) -> String { String(text.filter { $0 != "-" && $0 != ":" }) }

    /// A value of the type TEXT (RFC 5545 section 3.3.11): lines stay lines, everything else that steers is gone.
    private static func escaped(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            CleanText.line(String(line)).reduce(into: "") { escaped, character in
                if character == "\\" || character == ";" || character == "," { escaped.append("\\") }
                escaped.append(character)
            }
        }
        return lines.joined(separator: "\\n")
    }

    /// Lines of at most 75 octets without their end; no letter is cut in its bytes, nor a mark off its letter.
    private static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var width = 0
        func add(_ part: [UInt8]) {
            if width + part.count > 75 {
                bytes += [13, 10, 32]
                width = 1
            }
            bytes += part
            width += part.count
        }
        for character in line {
            let whole = Array(character.utf8)
            if whole.count <= 74 {
                add(whole)
            } else {
                for scalar in character.unicodeScalars { add(Array(String(scalar).utf8)) }
            }
        }
        return bytes + [13, 10]
    }
}
