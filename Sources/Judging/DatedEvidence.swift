import Checklists
import Findings
import GradingCore
import ThaiText
import WebEvidence

/// One date with all that decides how much it counts.
struct DatedEvidence: Sendable {
    /// Rank of the place: what stands in the content outranks the title, the title the address.
    enum Source: Int, Sendable, Comparable {
        case file, slug, link, title, body, heading
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
    var mayCover: Bool { said == .covers || said == .other }

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

/// All dates of the pages that fit an item.
struct DateCollection: Sendable {
    private(set) var dates: [DatedEvidence] = []

    /// Adds what stands in one scope of a page, its title and address, and the way to it.
    mutating func add(
        _ page: AnalysedPage, scope: PageScope, way: WayHere?, evidence: EvidenceID, index: TopicIndex
    ) {
        let title = page.units.first { $0.place == .title }?.text.bytes ?? []
        for (number, unit) in page.units.enumerated() where !unit.dates.isEmpty {
            // "Quarter 2: being collected" covers nothing.
            if unit.hits.contains(where: index.isEmptiness) { continue }
            let source: DatedEvidence.Source
            switch unit.place {
            case .title: source = .title
            case .fileName: source = .slug
            case .link:
                // Entries of a list: their days count, what they say of years belongs to what they lead to.
                guard scope.holds(unit), !index.namesAny(unit.hits) else { continue }
                dates += unit.dates.compactMap { date in
                    guard case .day = date.kind else { return nil }
                    return DatedEvidence(
                        date: date, source: .body, evidence: evidence, unit: unit, number: number)
                }
                continue
            case .heading, .tableHead:
                guard scope.holds(unit) || isAbove(unit, scope, page) else { continue }
                // A system prints the page's title over the content once more.
                source =
                    unit.level > 0 && unit.level <= 2 && title.contains(subsequence: unit.text.bytes)
                    ? .title : .heading
            case .body:
                guard scope.holds(unit) else { continue }
                source = .body
            }
            dates += unit.dates.map {
                DatedEvidence(date: $0, source: source, evidence: evidence, unit: unit, number: number)
            }
        }
        if let way {
            dates += datesFound(in: NormalisedText(way.words)).map {
                DatedEvidence(
                    date: $0, source: .link, evidence: evidence, place: Place.link.rawValue, origin: .within(way.words))
            }
        }
        for machine in page.page.document.machineDates where machine.role != .file {
            let role: TextDate.Role = machine.role == .updated ? .updated : .published
            for found in datesFound(in: NormalisedText(machine.text)) {
                dates.append(
                    DatedEvidence(
                        date: found, source: .body, evidence: evidence, said: role, place: "machine-date",
                        origin: .within(machine.text)))
            }
        }
    }

    /// A heading above the section counts for it: the year of a tab stands over its entries.
    private func isAbove(_ unit: TextUnit, _ scope: PageScope, _ page: AnalysedPage) -> Bool {
        guard let heading = scope.heading, let block = unit.block else { return false }
        return page.page.document.blocks[heading].headingPath.contains(block)
    }

    /// Points for each fiscal year from words that say what is covered; content only, or everything above the slug.
    func votes(from sources: Set<DatedEvidence.Source>) -> [Int: Int] {
        var votes: [Int: Int] = [:]
        var bodyCount: [Int: Int] = [:]
        for dated in dates where sources.contains(dated.source) && dated.isPeriod && dated.mayCover {
            if dated.date.isAssessmentResult { continue }
            let points: Int
            switch dated.source {
            case .heading: points = 6
            case .title, .link, .slug, .file: points = 3
            case .body: points = dated.said == .covers ? 3 : 1
            }
            for year in dated.date.fiscalYears.map(\.year) {
                if dated.source == .body {
                    bodyCount[year, default: 0] += 1
                    if bodyCount[year, default: 0] > 6 { continue }
                }
                votes[year, default: 0] += points
            }
        }
        return votes
    }

    /// Days in the content, with the roles given.
    func days(roles: Set<TextDate.Role>) -> [(day: CivilDate, dated: DatedEvidence)] {
        dates.compactMap { dated in
            guard dated.source.isContent || dated.source == .title, roles.contains(dated.said) else { return nil }
            switch dated.date.kind {
            case .day(let day): return (day, dated)
            default: return nil
            }
        }
    }
}
