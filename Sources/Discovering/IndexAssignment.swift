import Checklists
import GradingCore
import WebEvidence

/// Gives the entries of an index to the items of the year. By title before number; what stays doubtful is left out.
struct IndexAssignment {
    let naming: ItemNaming
    /// The entries of the year that is asked for.
    let entries: [IndexEntry]
    let numbering: IndexNumbering
    /// True when the page itself says that it is of the year.
    let isOfYear: Bool

    init(naming: ItemNaming, entries: [IndexEntry], isOfYear: Bool) {
        self.naming = naming
        self.entries = entries
        self.isOfYear = isOfYear
        numbering = IndexNumbering(of: entries, naming: naming)
    }

    private struct Given {
        var item: ItemID
        var entry: Int
        /// 0...100 and more where number and title agree.
        var strength: Int
    }

    /// At most one pair for each item, in the order of the list.
    func pairs() -> [IndexPair] {
        let given = entries.indices.flatMap { number in
            items(of: entries[number]).map { Given(item: $0.item, entry: number, strength: $0.strength) }
        }
        let byItem = Dictionary(grouping: given, by: \.item)
        return naming.list.items.compactMap { item in
            guard let all = byItem[item.id], let best = all.map(\.strength).max() else { return nil }
            // A page may name an item twice; what is much weaker is another thing of a like name.
            let number = all.first { $0.strength == best }.flatMap { entries[$0.entry].number?.numbers }
            let kept = all.filter { given in
                given.strength + 10 >= best || (number != nil && entries[given.entry].number?.numbers == number)
            }
            let first = entries[kept[0].entry]
            return IndexPair(
                item: item.id, addresses: addresses(kept.flatMap { entries[$0.entry].links }), words: words(of: first),
                headings: first.headings, confidence: confidence(best))
        }.filter { !$0.addresses.isEmpty }
    }

    private func words(of entry: IndexEntry) -> String {
        let number = entry.number.map { "O" + $0.numbers.map(String.init).joined(separator: ", O") } ?? ""
        return [number, entry.title].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Where an entry offers the same kind of document for several years in so many words, only those of this year.
    private func addresses(_ links: [IndexLink]) -> [PageAddress] {
        var seen: Set<String> = []
        return links.compactMap { link in
            seen.insert(link.address.text).inserted ? link.address : nil
        }
    }

    private func confidence(_ strength: Int) -> DiscoveryConfidence {
        if strength >= 150, isOfYear || numbering.isSure { return isOfYear ? .high : .medium }
        if strength >= 88, isOfYear { return numbering.isSure || strength >= 95 ? .high : .medium }
        return isOfYear || numbering.isSure ? .medium : .low
    }

    // MARK: One entry

    /// Title points from which a title outweighs a number that says otherwise, and alone suffices.
    private static let outweighing = 86
    private static let sufficient = 70
    private static let leastMargin = 6

    private func items(of entry: IndexEntry) -> [(item: ItemID, strength: Int)] {
        let choices = naming.choices(for: entry.title)
        guard let number = entry.number, let year = numbering.year else { return byTitle(choices) }
        let numbered = number.numbers.compactMap { naming.item(number: $0, inListOf: year) }
        if number.numbers.count > 1 {
            return numbering.isSure || isOfYear ? numbered.map { ($0, 90) } : byTitle(choices)
        }
        guard let item = numbered.first else {
            // An item that this year's list does not have may be called much like one that it has.
            let isStrange = numbering.isSure && naming.isStranger(number: number.numbers[0], inListOf: year)
            return isStrange ? [] : byTitle(choices)
        }
        guard let best = choices.first, best.points >= 50 else {
            // The title says nothing of any item: the number alone decides.
            let isWorded = !entry.title.isEmpty
            // Lists of neighbouring years differ in single items: a name that none of ours has is one of those.
            if year != naming.list.year, isWorded { return [] }
            return number.mark == .letter || (numbering.isSure && isWorded) ? [(item, 80)] : []
        }
        if best.item == item { return [(item, 100 + best.points)] }
        let own = choices.first { $0.item == item }?.points ?? 0
        if best.points < 100, own + 12 >= best.points { return [(item, 100 + own)] }
        if best.points >= IndexAssignment.outweighing, best.points - own >= 8 {
            return byTitle(choices)
        }
        // A title that is like no item's says less than a number that many others bear out.
        let isDoubtful = own > 0 || best.points < IndexAssignment.sufficient
        return numbering.isSure && number.mark == .letter && isDoubtful ? [(item, 85)] : []
    }

    private func byTitle(_ choices: [ItemNaming.Choice]) -> [(item: ItemID, strength: Int)] {
        guard let best = choices.first, best.points >= IndexAssignment.sufficient else { return [] }
        let second = choices.dropFirst().first?.points ?? 0
        guard best.points - second >= IndexAssignment.leastMargin else { return [] }
        return [(best.item, best.points)]
    }
}
