import Checklists
import Findings
import GradingCore
import ThaiText
import WebEvidence

/// All dates of the pages that fit an item.
struct DateCollection: Sendable {
    private(set) var dates: [DatedEvidence] = []

    /// Adds what stands in one scope of a page, its title and address, and the way to it.
    /// - Parameter topic: the item's, whose name ties a date to the evidence.
    mutating func add(
        _ page: AnalysedPage, scope: PageScope, way: WayHere?, evidence: EvidenceID, index: TopicIndex,
        topic: Int? = nil
    ) {
        let part = DatedPart(page, scope: scope, index: index)
        let title = page.units.first { $0.place == .title }?.text.bytes ?? []
        let blank = BlankPeriods(page)
        for (number, unit) in page.units.enumerated() where !unit.dates.isEmpty {
            // "Quarter 2: being collected" covers nothing.
            if unit.hits.contains(where: index.isEmptiness) || blank.holds(number) { continue }
            // The year of the copyright is the website's.
            if page.siteLines.numbers.contains(number) { continue }
            let source: DatedEvidence.Source
            switch unit.place {
            case .title: source = .title
            case .fileName:
                addAddress(page, unit, evidence: evidence, number: number)
                continue
            case .link:
                // Entries of a list: their days count, what they say of years belongs to what they lead to.
                guard part.holds(unit), !index.namesAny(unit.hits) else { continue }
                dates += unit.dates.filter(\.isDay).map {
                    DatedEvidence(date: $0, source: .body, evidence: evidence, unit: unit, number: number)
                }
                continue
            case .heading, .tableHead:
                guard part.holds(unit) || isAbove(unit, scope, page) else { continue }
                // A system prints the page's title over the content once more.
                source =
                    unit.level > 0 && unit.level <= 2 && title.contains(subsequence: unit.text.bytes)
                    ? .title : .heading
            case .body:
                guard part.holds(unit) else { continue }
                source = page.isWay(number) ? .title : .body
            }
            // An entry of a list names another edition: "Annual report 2565".
            let name = page.isListEntry(unit) ? nil : topic.flatMap { unit.opening(of: $0, index: index) }
            let isSubtitle = source == .heading && page.isSubtitle(number)
            dates += unit.dates.filter { !BlankPeriods.isLabel($0, of: unit) }.map { date in
                DatedEvidence(
                    date: date, source: source, evidence: evidence, unit: unit, number: number,
                    tie: unit.tie(of: date, name: name, isSubtitle: isSubtitle))
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

    /// The name of a file may tell what the file is of; folders and the addresses of pages tell where they were put.
    private mutating func addAddress(_ page: AnalysedPage, _ unit: TextUnit, evidence: EvidenceID, number: Int) {
        let path = unit.text.original.split(separator: "?", maxSplits: 1).first ?? ""
        let isFile = page.page.document.form != .page
        let own = isFile ? datesInFileName(path.split(separator: "/").last.map(String.init) ?? "") : []
        dates += unit.dates.map { date in
            let isOwn = own.contains { $0.text == date.text && $0.kind == date.kind }
            return DatedEvidence(
                date: date, source: isOwn ? .file : .slug, evidence: evidence, unit: unit, number: number)
        }
    }

    /// A heading above the section counts for it: the year of a tab stands over its entries.
    private func isAbove(_ unit: TextUnit, _ scope: PageScope, _ page: AnalysedPage) -> Bool {
        guard let heading = scope.heading, let block = unit.block else { return false }
        return page.page.document.blocks[heading].headingPath.contains(block)
    }

    /// Points for each fiscal year from words that say what is covered.
    /// - Parameters:
    ///   - isSingle: spans of several fiscal years say nothing.
    ///   - parts: years that are no more than parts of a longer plan: its last goal, a column for each.
    func votes(
        from sources: Set<DatedEvidence.Source>, isSingle: Bool, parts: Set<Int> = [], ledger: DateLedger?
    ) -> [Int: Int] {
        var votes: [Int: Int] = [:]
        var bodyCount: [Int: Int] = [:]
        for (index, dated) in dates.enumerated()
        where sources.contains(dated.source) && dated.isPeriod && dated.mayCover {
            if isSingle, dated.date.fiscalYears.count > 1 { continue }
            if dated.date.fiscalYears.count == 1, dated.date.fiscalYears.allSatisfy({ parts.contains($0.year) }) {
                continue
            }
            ledger?.weighed.insert(index)
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
    func days(roles: Set<TextDate.Role>, ledger: DateLedger?) -> [(day: CivilDate, dated: DatedEvidence)] {
        dates.enumerated().compactMap { index, dated in
            guard dated.source.isContent || dated.source == .title, roles.contains(dated.said) else { return nil }
            switch dated.date.kind {
            case .day(let day) where dated.date.subject == nil:
                ledger?.weighed.insert(index)
                return (day, dated)
            default: return nil
            }
        }
    }

    // MARK: What if

    /// The same with words that stand in the content.
    func adding(_ words: String, evidence: EvidenceID) -> DateCollection {
        var result = self
        for date in datesFound(in: NormalisedText(words)) {
            result.dates.append(
                DatedEvidence(
                    date: date, source: .body, evidence: evidence, place: Place.body.rawValue, origin: .within(words)))
        }
        return result
    }

    /// The same without some dates.
    func removing(_ indices: Set<Int>) -> DateCollection {
        var result = self
        result.dates = dates.indices.filter { !indices.contains($0) }.map { dates[$0] }
        return result
    }
}

/// Which dates a rule looked at, by their numbers.
final class DateLedger {
    var weighed: Set<Int> = []
}
