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

    init(
        date: TextDate, source: Source, evidence: EvidenceID, said: TextDate.Role? = nil, place: String,
        origin: QuoteOrigin
    ) {
        self.date = date
        self.source = source
        self.evidence = evidence
        self.said = said ?? date.role
        self.place = place
        self.origin = origin
    }

    /// A date of a page's unit.
    init(date: TextDate, source: Source, evidence: EvidenceID, unit: TextUnit, number: Int) {
        let isCell = unit.place == .body && unit.table != nil
        self.init(
            date: date, source: source, evidence: evidence, place: isCell ? "table" : unit.place.rawValue,
            // The name of a file is read in a form of its own.
            origin: unit.place == .fileName
                ? .within(unit.text.original) : .unit(number, date.range, context: 0))
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
        case .covers, .signed, .published, .other: date.subject != .elsewhere
        }
    }

    /// True for a cell of a table that is no head: what it says is of its row.
    var isInRow: Bool { place == "table" && source == .body }

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
