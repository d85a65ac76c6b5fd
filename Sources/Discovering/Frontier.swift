/// Links waiting to be asked, best first; of equals the one with fewer clicks, then the one that was found earlier.
struct Frontier: Sendable {
    private struct Entry: Sendable {
        var link: WalkLink
        var order: Int
    }

    private var entries: [String: Entry] = [:]
    private var count = 0

    var isEmpty: Bool { entries.isEmpty }
    /// Points of the best link; nil when there is none.
    var bestPoints: Int? { entries.values.map(\.link.points).max() }

    /// A link that waits already keeps its better points and its shorter way.
    mutating func offer(_ link: WalkLink) {
        if let known = entries[link.key] {
            guard link.points > known.link.points else { return }
            entries[link.key] = Entry(link: link, order: known.order)
        } else {
            entries[link.key] = Entry(link: link, order: count)
            count += 1
        }
    }

    mutating func drop(_ key: String) { entries[key] = nil }

    /// Takes the best `most` links with at least `least` points.
    mutating func take(_ most: Int, least: Int = Int.min) -> [WalkLink] {
        let best = entries.values.filter { $0.link.points >= least }.sorted { left, right in
            if left.link.points != right.link.points { return left.link.points > right.link.points }
            if left.link.depth != right.link.depth { return left.link.depth < right.link.depth }
            return left.order < right.order
        }.prefix(most)
        for entry in best { entries[entry.link.key] = nil }
        return best.map(\.link)
    }
}
