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
        var gathered = Gathering()
        for (index, link) in links.enumerated() {
            // The picture above a title leads where the title does.
            if isEmptyWord(link.text), link.cells.isEmpty, links.indices.contains(index + 1),
                links[index + 1].address == link.address,
                found(links[index + 1], mark: mark, isZeroed: isZeroed)?.isNamedByLink == true
            {
                continue
            }
            let year = year(of: link, mark: mark)
            var entry = found(link, mark: mark, isZeroed: isZeroed)
            if entry == nil, mark == .letter { entry = underLine(link, after: gathered.last?.link) }
            if var entry {
                entry.year = year
                gathered.add(link, to: entry)
            } else if let before = gathered.last, year == gathered.entries[before.entry].year,
                continues(link, before.link, isNamedByLink: gathered.entries[before.entry].isNamedByLink)
            {
                gathered.goOn(link)
            } else if !isEmptyWord(link.text) {
                gathered.last = nil
            }
        }
        return gathered.entries
    }

    /// Entries as they grow link by link.
    private struct Gathering {
        var entries: [IndexEntry] = []
        /// The entry that was added to last, and its link; nil behind a link to something else.
        var last: (entry: Int, link: IndexLink)?
        private var places: [EntryKey: Int] = [:]

        mutating func add(_ link: IndexLink, to entry: IndexEntry) {
            let key = EntryKey(entry)
            if let known = places[key] {
                entries[known].links.append(link)
                last = (known, link)
                return
            }
            places[key] = entries.count
            last = (entries.count, link)
            entries.append(entry)
            entries[entries.count - 1].links = [link]
        }

        /// A further row, line or button of the entry before.
        mutating func goOn(_ link: IndexLink) {
            guard let before = last else { return }
            entries[before.entry].links.append(link)
            last = (before.entry, link)
        }
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

    func isNaming(_ text: String) -> Bool {
        guard isSaying(text), text.utf8.count <= 600, let first = naming.choices(for: text).first else { return false }
        return first.points >= IndexReading.leastTitle
    }

    /// Of several texts the first that can be a title: columns behind it describe it, and name other items.
    func bestTitle(_ texts: [String]) -> String {
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

    func isSaying(_ text: String) -> Bool { !isEmptyWord(text) }

    /// "Click", "open", a number or nothing.
    func isEmptyWord(_ text: String) -> Bool { words.isEmptyWord(text) }
}
