import WebEvidence

/// Menus and side columns repeat items of other years and other pages: where the content of a page lists items itself,
/// they do not count.
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

    private static func numbers(_ entries: [IndexEntry], where counts: (TextBlock.Region) -> Bool) -> Set<Int> {
        Set(
            entries.filter { entry in entry.links.contains { counts($0.region) } }
                .flatMap { $0.number?.numbers ?? [] })
    }
}
