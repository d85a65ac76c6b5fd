import Checklists
import Findings
import GradingCore
import ThaiText
import WebEvidence

/// One date with all that decides how much it counts.
struct DatedEvidence: Sendable {
    /// Rank of the place: what stands in the content outranks the title, the title the name of a file, that the address.
    enum Source: Int, Sendable, Comparable {
        case slug, file, link, title, body, heading
        static func < (left: Source, right: Source) -> Bool { left.rawValue < right.rawValue }
        var isContent: Bool { self >= .body }
    }

    let date: TextDate
    let source: Source
    let evidence: EvidenceID
    /// What the words around say, or the markup where a date stands in machine-readable form.
    let said: TextDate.Role
    /// Where it stands, as quotes name it: `heading`, `table`, `file-name`, ...
    let place: String
    let origin: QuoteOrigin
    /// How the words around tie the date to the evidence itself.
    let tie: Tie

    /// What ties a date to the document in which it stands.
    enum Tie: Sendable, Hashable {
        /// The line says it of the document: it begins with the item's name, or speaks of "this plan".
        case name
        /// The line says so, and is a heading directly under another one: the title of the document under that of the page.
        case subtitle
        /// The line is the date and nothing else, as on a cover.
        case line
        case none
    }

    init(
        date: TextDate, source: Source, evidence: EvidenceID, said: TextDate.Role? = nil, place: String,
        origin: QuoteOrigin, tie: Tie = .none
    ) {
        self.tie = tie
        self.date = date
        self.source = source
        self.evidence = evidence
        self.said = said ?? date.role
        self.place = place
        self.origin = origin
    }

    /// A date of a page's unit.
    init(
        date: TextDate, source: Source, evidence: EvidenceID, unit: TextUnit, number: Int, tie: Tie = .none
    ) {
        let isCell = unit.place == .body && unit.table != nil
        self.init(
            date: date, source: source, evidence: evidence, place: isCell ? "table" : unit.place.rawValue,
            // The name of a file is read in a form of its own.
            origin: unit.place == .fileName
                ? .within(unit.text.original) : .unit(number, date.range, context: 0), tie: tie)
    }

    /// True for words that say which time a document covers, false for a day on which something happened.
    var isPeriod: Bool {
        if case .day = date.kind { false } else { date.period != nil }
    }

    /// True when the date may say what the evidence covers.
    var mayCover: Bool { (said == .covers || said == .other) && date.subject == nil }

    /// True unless the words say that the date is of a law, a meeting, a school year, or of something else.
    var isOfEvidence: Bool {
        switch said {
        case .law, .session, .school, .updated: false
        case .covers, .signed, .published, .other: date.subject != .elsewhere && date.subject != .copyright
        }
    }

    /// True for a cell of a table that is no head: what it says is of its row.
    var isInRow: Bool { place == "table" && source == .body }

    /// True for a whole year or half of one, from the first day of a month to the last of another.
    var isRound: Bool {
        switch date.kind {
        case .daySpan(let span): span.from.day == 1 && span.to == span.to.lastOfMonth && isLong(span)
        case .monthSpan: date.period.map(isLong) ?? false
        default: false
        }
    }

    /// Half a year, less a day or two.
    private func isLong(_ span: CivilPeriod) -> Bool { span.to.dayNumber - span.from.dayNumber >= 175 }

    /// The days meant when words that name no year are read in a fiscal year: October to March, quarter 2.
    func period(in year: FiscalYear) -> CivilPeriod? { date.kind.resolved(in: year).period }

    var role: CurrencyVerdict.Role {
        switch said {
        case .covers: source == .slug || source == .file ? .file : .covers
        case .signed: .signed
        case .published: .published
        case .updated: .updated
        case .law: .law
        case .session: .session
        case .school: .school
        case .other: source == .slug || source == .file ? .file : .other
        }
    }
}
