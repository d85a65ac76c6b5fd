import WebEvidence

/// What else stands on the page of an index: menus, side columns and lists of posts repeat items of other years and other
/// pages. Where the content of a page lists items itself, they do not count.
enum IndexRegions {
    /// Items that the content has to list at least.
    private static let leastItems = 3

    /// - Parameter isAssessment: the page says that it is about the assessment, so that its content is the list.
    static func counting(_ entries: [IndexEntry], isAssessment: Bool) -> [IndexEntry] {
        let inside = numbers(entries) { $0 == .main }
        let outside = numbers(entries) { $0 != .main }
        guard inside.count >= leastItems, !outside.isEmpty, isAssessment || inside.count * 2 >= outside.count else {
            return entries
        }
        return entries.compactMap { entry in
            var kept = entry
            kept.links = entry.links.filter { $0.region == .main }
            return kept.links.isEmpty ? nil : kept
        }
    }

    /// Lists under a heading of their own whose titles all name one other year are of that year, if the page lists more.
    static func dated(_ entries: [IndexEntry], asked: Int) -> [IndexEntry] {
        var groups: [[String]: [Int]] = [:]
        for (number, entry) in entries.enumerated() where entry.number?.mark == .letter {
            groups[entry.headings, default: []].append(number)
        }
        guard groups.count > 1 else { return entries }
        let others = groups.mapValues { ownYear(of: $0.map { entries[$0] }, asked: asked) }
        guard groups.contains(where: { others[$0.key] == .some(nil) && $0.value.count >= leastItems }) else {
            return entries
        }
        var dated = entries
        for (headings, numbers) in groups {
            guard let year = others[headings] ?? nil else { continue }
            for number in numbers { dated[number].year = year }
        }
        return dated
    }

    /// The other year that four titles of five name, of four at least.
    private static func ownYear(of entries: [IndexEntry], asked: Int) -> Int? {
        let years = entries.compactMap { entry -> Int? in
            let written = WrittenYears.years(in: entry.title)
            return written.contains(asked) || written.count != 1 ? nil : written[0]
        }
        guard let year = years.first, years.count >= 4, years.count * 5 >= entries.count * 4,
            years.allSatisfy({ $0 == year })
        else { return nil }
        return year
    }

    private static func numbers(_ entries: [IndexEntry], where counts: (TextBlock.Region) -> Bool) -> Set<Int> {
        Set(
            entries.filter { entry in entry.links.contains { counts($0.region) } }
                .flatMap { $0.number?.numbers ?? [] })
    }
}
