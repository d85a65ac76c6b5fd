import Checklists
import GradingCore
import ThaiText
import WebEvidence

/// Turns the links of a page into the entries of an index: which item each stands under, by number or title, in its own
/// words, its row, or the headings above it.
struct IndexReading {
    let naming: ItemNaming
    let words: DiscoveryWords
    /// The year that title, address or the way to the page name; nil where none does.
    let pageYear: Int?
    let tables: [TextTable]
    /// Lines of the page that begin with an item's number and are no link, in its order.
    let lines: [NumberedLine]
    /// Lines and headings that say only a year, in the order of the page.
    let yearLines: [YearLine]

    /// Points from which a title names an item.
    static let leastTitle = 66

    /// More links than this without numbers are no index.
    private static let mostTitled = 2_000

    /// The entries in the order of the page; what it shows inside itself only where no link answers.
    /// - Parameter embedded: viewers and files under their headings.
    func entries(of links: [IndexLink], embedded: [IndexLink]) -> [IndexEntry] {
        let mark = usualMark(links + embedded)
        let linked = entries(of: links, mark: mark)
        let answered = Set(linked.map(EntryKey.init))
        return linked + entries(of: embedded, mark: mark).filter { !answered.contains(EntryKey($0)) }
    }

    private func entries(of links: [IndexLink], mark: ItemNumber.Mark?) -> [IndexEntry] {
        // Menus of everything name topics too; no list of a year is that long.
        if mark == nil, links.count > IndexReading.mostTitled { return [] }
        let isZeroed = mark == .letter && hasZeros(links)
        var entries: [IndexEntry] = []
        var places: [EntryKey: Int] = [:]
        var last: (entry: Int, link: IndexLink)?
        for (index, link) in links.enumerated() {
            let year = year(of: link, mark: mark)
            var found = found(link, mark: mark, isZeroed: isZeroed)
            // The picture above a title leads where the title does.
            if isEmptyWord(link.text), link.cells.isEmpty, links.indices.contains(index + 1),
                links[index + 1].address == link.address,
                self.found(links[index + 1], mark: mark, isZeroed: isZeroed)?.isNamedByLink == true
            {
                continue
            }
            if found == nil, mark == .letter { found = underLine(link, after: last?.link) }
            // A further row, line or button of the entry before.
            if found == nil, let before = last,
                continues(link, before.link, isNamedByLink: entries[before.entry].isNamedByLink),
                year == entries[before.entry].year
            {
                entries[before.entry].links.append(link)
                last = (before.entry, link)
                continue
            }
            guard var entry = found else {
                if !isEmptyWord(link.text) { last = nil }
                continue
            }
            found = nil
            entry.year = year
            let key = EntryKey(entry)
            if let known = places[key] {
                entries[known].links.append(link)
                last = (known, link)
            } else {
                places[key] = entries.count
                last = (entries.count, link)
                entry.links = [link]
                entries.append(entry)
            }
        }
        return entries
    }

    private struct EntryKey: Hashable {
        var numbers: [Int]
        var title: [UInt8]
        var year: Int?

        init(_ entry: IndexEntry) {
            numbers = entry.number?.numbers ?? []
            title = NormalisedText.key(entry.title)
            year = entry.year
        }
    }

    // MARK: Numbers

    /// The mark by which the page numbers its items: the strongest one with three different numbers.
    private func usualMark(_ links: [IndexLink]) -> ItemNumber.Mark? {
        var numbers: [ItemNumber.Mark: Set<Int>] = [:]
        for link in links {
            for text in [link.text] + link.cells + link.headings + [link.columnHead] {
                guard let number = ItemNumber(text) else { continue }
                numbers[number.mark, default: []].formUnion(number.numbers)
            }
        }
        for text in tables.flatMap(numberRows).joined() {
            if let number = ItemNumber(text) { numbers[number.mark, default: []].formUnion(number.numbers) }
        }
        for line in lines { numbers[.letter, default: []].formUnion(line.number.numbers) }
        return ItemNumber.Mark.allCases.first { numbers[$0, default: []].count >= 3 }
    }

    /// True where a zero stands for the letter (`012`): then `01` is an item as well.
    private func hasZeros(_ links: [IndexLink]) -> Bool {
        links.contains { link in
            ([link.text] + link.cells + link.headings).contains { text in
                ItemNumber(text).map { $0.mark == .letter && $0.hasZero } ?? false
            }
        }
    }

    /// The entry under which a link stands; nil when nothing around it names an item.
    private func found(_ link: IndexLink, mark: ItemNumber.Mark?, isZeroed: Bool) -> IndexEntry? {
        if let mark, let numbered = numbered(link, mark: mark, isZeroed: isZeroed) { return numbered }
        // Menus name topics as well; only what stands in the content is an index without numbers.
        return mark == .letter || link.region != .main ? nil : titled(link)
    }

    private func numbered(_ link: IndexLink, mark: ItemNumber.Mark, isZeroed: Bool) -> IndexEntry? {
        func number(_ text: String) -> ItemNumber? {
            guard let number = ItemNumber(text) else { return nil }
            return number.mark == mark || (isZeroed && number.hasZero) ? number : nil
        }
        if mark != .bare || link.place == nil, let own = number(link.text) {
            let title = isSaying(own.title) ? own.title : bestTitle(link.cells, under: link.headings)
            return IndexEntry(
                number: own, title: title, year: nil, links: [], isNamedByLink: true, headings: link.headings)
        }
        for (index, cell) in link.cells.enumerated() {
            guard let own = number(cell) else { continue }
            // The name stands in the same cell, in the next one, or is the link itself.
            var others = Array(link.cells[(index + 1)...]) + link.cells[..<index]
            if isSaying(link.text) { others.append(link.text) }
            let title = isSaying(own.title) ? own.title : bestTitle(others, under: link.headings)
            return IndexEntry(
                number: own, title: title, year: nil, links: [], isNamedByLink: false, headings: link.headings)
        }
        if mark == .letter, let above = above(link) { return above }
        guard mark != .bare else { return nil }
        for (index, heading) in link.headings.enumerated().reversed() {
            guard let own = number(heading) else { continue }
            let below = Array(link.headings[(index + 1)...]) + link.cells + [link.text]
            let title = isSaying(own.title) ? own.title : bestTitle(below)
            return IndexEntry(
                number: own, title: title, year: nil, links: [], isNamedByLink: false,
                headings: Array(link.headings[..<index]))
        }
        return nil
    }

    /// The entry whose number stands above the link in its column, in a row of numbers.
    private func above(_ link: IndexLink) -> IndexEntry? {
        guard let place = link.place, tables.indices.contains(place.table) else { return nil }
        let rows = tables[place.table].rows
        var between: [String] = isSaying(link.text) ? [link.text] : []
        var number = ItemNumber(link.columnHead)
        for row in stride(from: place.row - 1, through: max(0, place.row - 3), by: -1) {
            guard rows.indices.contains(row), rows[row].indices.contains(place.column) else { break }
            if isNumberRow(rows[row]) {
                number = ItemNumber(rows[row][place.column])
                break
            }
            between.insert(rows[row][place.column], at: 0)
        }
        guard let number, number.mark == .letter else { return nil }
        return IndexEntry(
            number: number, title: isSaying(number.title) ? number.title : bestTitle(between), year: nil, links: [],
            isNamedByLink: false, headings: link.headings)
    }

    private func numberRows(_ table: TextTable) -> [[String]] { table.rows.filter(isNumberRow) }

    /// True for a row in which nothing but numbers of items stands, two at least.
    private func isNumberRow(_ cells: [String]) -> Bool {
        let written = cells.filter { !$0.isEmpty }
        return Set(written).count > 1 && written.allSatisfy { ItemNumber($0)?.mark == .letter }
    }

    /// The entry of the numbered line before a link: the links of an item often follow it in lines of their own. The
    /// first of them stands near the line, each further one near the one before.
    private func underLine(_ link: IndexLink, after before: IndexLink?) -> IndexEntry? {
        guard let block = link.block, let line = lines.last(where: { $0.block < block }),
            line.region == link.region, line.headings == link.headings
        else { return nil }
        let near = max(line.block, before?.block ?? 0)
        guard block - near <= 3 else { return nil }
        return IndexEntry(
            number: line.number, title: line.number.title, year: nil, links: [], isNamedByLink: false,
            headings: link.headings)
    }

    /// By title alone, nearest text first.
    private func titled(_ link: IndexLink) -> IndexEntry? {
        for text in [link.text] + link.cells where isNaming(text) {
            return IndexEntry(
                number: nil, title: text, year: nil, links: [], isNamedByLink: text == link.text,
                headings: link.headings)
        }
        for (index, heading) in link.headings.enumerated().reversed() where isNaming(heading) {
            return IndexEntry(
                number: nil, title: heading, year: nil, links: [], isNamedByLink: false,
                headings: Array(link.headings[..<index]))
        }
        return nil
    }

    private func isNaming(_ text: String) -> Bool {
        guard isSaying(text), text.utf8.count <= 600, let first = naming.choices(for: text).first else { return false }
        return first.points >= IndexReading.leastTitle
    }

    /// Of several texts the first that can be a title: columns behind it describe it, and name other items.
    private func bestTitle(_ texts: [String]) -> String {
        let saying = texts.filter { text in
            isSaying(text) && !naming.isPart(text) && !WrittenYears.isOnlyYear(text, beside: words.besideYear)
        }
        // Names like Q&A and E-Service are short.
        if let first = saying.first, isNaming(first) { return first }
        return saying.first { NormalisedText.key($0).count >= 18 } ?? saying.first ?? ""
    }

    /// The same; where there is none the nearest heading, if it names an item.
    private func bestTitle(_ texts: [String], under headings: [String]) -> String {
        let title = bestTitle(texts)
        guard title.isEmpty, let heading = headings.last, isNaming(heading) else { return title }
        return heading
    }

    private func isSaying(_ text: String) -> Bool { !isEmptyWord(text) }

    /// "Click", "open", a number or nothing.
    private func isEmptyWord(_ text: String) -> Bool { words.isEmptyWord(text) }

    // MARK: Years

    /// The year under which a link stands: of its column, of the headings that name no item, or of the page.
    private func year(of link: IndexLink, mark: ItemNumber.Mark?) -> Int? {
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

    // MARK: Going on

    /// True for a link right behind another one that has no name of its own: a second button in the same row or
    /// paragraph, a row whose first cell is empty, or the next entry of a list under a line that is no link.
    private func continues(_ link: IndexLink, _ before: IndexLink, isNamedByLink: Bool) -> Bool {
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
