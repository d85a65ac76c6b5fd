import Notifying

/// Changes of the texts of an agency's pages, as they are told.
enum ContentNews {
    /// Longer differences are cut; the pages are there to be looked at.
    private static let mostLines = 40

    /// One event for each page that changed. Lines that came or went on three pages or more at once are the website's
    /// frame and not told.
    static func events(
        _ pages: [(link: WatchList.Link, blocks: [ContentMemory.Change])], of agency: WatchedAgency, at now: Int
    ) -> [WatchEvent] {
        var counts: [String: Int] = [:]
        for page in pages {
            for line in Set(page.blocks.flatMap { $0.added + $0.removed }) { counts[line, default: 0] += 1 }
        }
        let frame = Set(counts.filter { $0.value >= 3 && $0.value * 2 >= pages.count }.keys)
        return pages.compactMap { page in
            let isFile = page.blocks.isEmpty
            let lines = lines(page.blocks, without: frame, items: page.link.items, agency)
            guard isFile || !lines.isEmpty else { return nil }
            var event = WatchEvent(
                kind: Notice.Kind.changed.rawValue, agency: agency.name, agencyName: agency.shownName,
                items: page.link.items, urls: [page.link.url], since: now)
            event.lines = lines
            event.run = agency.state.run
            return event
        }
    }

    /// By element where the words on which an element rests are among the lines, else for the page.
    private static func lines(
        _ blocks: [ContentMemory.Change], without frame: Set<String>, items: [String], _ agency: WatchedAgency
    ) -> [WatchEvent.Lines] {
        let elements = items.flatMap { agency.state.items[$0]?.elements ?? [] }
        var found: [WatchEvent.Lines] = []
        var left = mostLines
        for block in blocks {
            let removed = Array(block.removed.filter { !frame.contains($0) }.prefix(left))
            let added = Array(block.added.filter { !frame.contains($0) }.prefix(left))
            guard !removed.isEmpty || !added.isEmpty else { continue }
            left = max(0, left - removed.count - added.count)
            let element = elements.first { element in
                (removed + added).contains { $0.contains(element.quote) || element.quote.contains($0) }
            }
            if let last = found.indices.last, found[last].element == element?.title {
                found[last].added += added
                found[last].removed += removed
            } else {
                found.append(WatchEvent.Lines(element: element?.title, added: added, removed: removed))
            }
        }
        return found
    }
}
