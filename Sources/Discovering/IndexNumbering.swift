import Checklists
import GradingCore

/// Which year's list the numbers of an index belong to, told by its titles: pages are carried over from year to year,
/// and the heading may be newer than the numbers.
struct IndexNumbering: Sendable {
    /// The year of the list whose numbers count; nil where they mean nothing.
    let year: Int?
    /// True when many titles bear the numbers out.
    let isSure: Bool
    /// How many titles agree.
    let agreeing: Int

    /// True where the letters of a page number the whole list that is asked for, and nothing beyond it.
    private static func isWhole(_ entries: [IndexEntry], of naming: ItemNaming) -> Bool {
        let written = Set(entries.filter { $0.number?.mark == .letter }.flatMap { $0.number?.numbers ?? [] })
        let wanted = Set(naming.list.items.compactMap(\.id.number))
        return written.isSubset(of: wanted) && written.count * 10 >= wanted.count * 9
    }

    /// Points from which a title bears a number out.
    private static let leastTitle = 75

    init(of entries: [IndexEntry], naming: ItemNaming) {
        var votes: [Int: Int] = [:]
        var titled = 0
        for entry in entries {
            guard let number = entry.number, number.numbers.count == 1, let first = number.numbers.first,
                let choice = naming.choices(for: entry.title).first, choice.points >= IndexNumbering.leastTitle
            else { continue }
            titled += 1
            for year in naming.years where naming.item(number: first, inListOf: year) == choice.item {
                votes[year, default: 0] += 1
            }
        }
        let asked = naming.list.year
        guard titled > 0 else {
            // Numbers alone: only letters say that they are items.
            let isMarked = entries.contains { $0.number?.mark == .letter }
            (year, isSure, agreeing) = (isMarked ? asked : nil, false, 0)
            return
        }
        // Of equals the year that is asked for.
        let best = votes.max { ($0.value, $0.key == asked ? 1 : 0) < ($1.value, $1.key == asked ? 1 : 0) }
        let isWhole = IndexNumbering.isWhole(entries, of: naming)
        // Names in another language bear few numbers out, and contradict none.
        let isUnnamed = titled * 4 <= entries.count && best?.key == asked
        guard let best, best.value * 10 >= titled * 6, best.value >= 2 || titled == 1 || isWhole else {
            (year, isSure, agreeing) = (nil, false, 0)
            return
        }
        year = best.key
        agreeing = best.value
        isSure = (best.value >= 4 && best.value * 100 >= titled * 80) || (isWhole && isUnnamed)
    }
}
