import Checklists
import GradingCore
import WebEvidence

/// What the surroundings of a link say: the year it stands under, and whether it goes on with the entry before.
extension IndexReading {
    /// The year under which a link stands: of its column, of the headings that name no item, or of the page.
    func year(of link: IndexLink, mark: ItemNumber.Mark?) -> Int? {
        if WrittenYears.isOnlyYear(link.text, beside: words.besideYear) {
            return preferred(WrittenYears.years(in: link.text))
        }
        if let year = preferred(WrittenYears.years(in: link.columnHead)) { return year }
        let line = yearLine(above: link)
        for (depth, heading) in link.headings.enumerated().reversed() {
            if let line, line.headings.count > depth { return preferred(line.years) }
            let number = ItemNumber(heading)
            if let mark, number?.mark == mark { continue }
            let years = WrittenYears.years(in: heading)
            guard !years.isEmpty, !isNaming(heading) else { continue }
            return preferred(years)
        }
        return line.flatMap { preferred($0.years) } ?? pageYear
    }

    /// The last line above a link that says only a year, under the same headings; one year for all is no division.
    private func yearLine(above link: IndexLink) -> YearLine? {
        guard yearLines.count > 1, let block = link.block else { return nil }
        return yearLines.last { line in
            line.block < block && line.region == link.region && link.headings.starts(with: line.headings)
        }
    }

    private func preferred(_ years: [Int]) -> Int? {
        years.contains(naming.list.year) ? naming.list.year : years.first
    }

    /// True for a link right behind another one that has no name of its own: a second button in the same row or
    /// paragraph, a row whose first cell is empty, or the next entry of a list under a line that is no link.
    func continues(_ link: IndexLink, _ before: IndexLink, isNamedByLink: Bool) -> Bool {
        guard link.region == before.region, link.headings == before.headings else { return false }
        if let place = link.place, let earlier = before.place {
            guard place.table == earlier.table else { return false }
            return place.row == earlier.row
                || (place.row > earlier.row && isHeadless(earlier.row + 1...place.row, place))
        }
        guard link.place == nil, before.place == nil, let block = link.block, let earlier = before.block,
            block >= earlier
        else { return false }
        if block == earlier { return true }
        if isEmptyWord(link.text), link.cells.isEmpty { return block - earlier <= 2 }
        return block - earlier == 1 && !isNamedByLink && link.cells.isEmpty && !before.cells.isEmpty
            && ItemNumber(link.text) == nil
    }

    private func isHeadless(_ rows: ClosedRange<Int>, _ place: IndexLink.TablePlace) -> Bool {
        guard tables.indices.contains(place.table) else { return false }
        let table = tables[place.table]
        return rows.allSatisfy { table.rows.indices.contains($0) && (table.rows[$0].first ?? "").isEmpty }
    }
}
