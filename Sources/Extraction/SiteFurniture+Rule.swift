public import WebEvidence

/// Which parts of a site's pages are furniture: menus, banners, footers, counters, search boxes.
///
/// The result depends on the set of pages only, not on their order. The rule, for the pages of one host (`www.` and
/// scheme aside):
///
/// 1. Pages of identical text (one page under two addresses) have one vote, and so have near-identical posts: pages
///    whose content agrees in at least half of its blocks. On pages without menu or footer by structure, content is
///    taken without what most pages of the host begin and end with; on others it is the text outside links.
/// 2. A block, link, image or form of the content is furniture when it stands on at least three voting pages and on at
///    least 60 % of them. Blocks are equal in text, kind and the targets of their links.
/// 3. Content stays content all the same: cells of a data table of which some cell differs; a heading with content of
///    its own under it; everything, where fewer than three pages have a vote.
/// 4. Menus and footers, by structure, are furniture. A header or an aside is furniture when it is repeated on another
///    page, or when the host has fewer than three voting pages to compare. Digits are ignored there (visitor counters).
/// 5. In the content a block that differs only in its digits is furniture when rule 2 holds without digits and both its
///    neighbours are furniture.
public func siteFurniture(of pages: [(address: PageAddress, document: ExtractedDocument)]) -> SiteFurniture {
    siteFurniture(of: pages.map { PagePrint(address: $0.address, document: $0.document) })
}

/// The same for pages of which only that is at hand by which they are compared.
public func siteFurniture(of pages: [PagePrint]) -> SiteFurniture {
    var prints: [String: [String: PagePrint]] = [:]
    for print in pages {
        // The same address twice: the choice must not depend on the order.
        if let known = prints[print.host]?[print.address], known.whole <= print.whole { continue }
        prints[print.host, default: [:]][print.address] = print
    }
    var furniture = SiteFurniture()
    for host in prints.values {
        let site = HostPages(host.values.sorted { $0.address < $1.address })
        for print in site.pages { furniture.masks[print.address] = site.mask(of: print) }
    }
    return furniture
}

/// The pages of one host and how often each part stands on them.
private struct HostPages {
    let pages: [PagePrint]
    private let votes: Int
    private let blocks: [UInt64: Int]
    private let blindBlocks: [UInt64: Int]
    private let links: [UInt64: Int]
    private let images: [UInt64: Int]
    private let forms: [UInt64: Int]

    init(_ pages: [PagePrint]) {
        self.pages = pages
        let groups = votingGroups(pages)
        votes = groups.count
        func counted(_ keys: (PagePrint) -> [UInt64]) -> [UInt64: Int] {
            var counts: [UInt64: Int] = [:]
            for group in groups {
                for key in Set(group.flatMap(keys)) { counts[key, default: 0] += 1 }
            }
            return counts
        }
        blocks = counted(\.blocks)
        blindBlocks = counted(\.blindBlocks)
        links = counted(\.links)
        images = counted(\.images)
        forms = counted(\.forms)
    }

    private func isCommon(_ count: Int?) -> Bool {
        guard let count else { return false }
        return count >= 3 && count * 10 >= votes * 6
    }

    /// Parts outside the content.
    private func isFurniture(_ region: TextBlock.Region, count: Int?) -> Bool {
        switch region {
        case .main: isCommon(count)
        case .navigation, .footer: true
        case .header, .aside: votes < 3 || (count ?? 0) >= 2
        }
    }

    func mask(of page: PagePrint) -> SiteFurniture.Mask {
        let document = page.shape
        var flags = zip(document.blocks, page.blocks).map { isFurniture($0.region, count: blocks[$1]) }
        markCounters(&flags, page)
        keepTables(&flags, document)
        keepHeadings(&flags, document)
        let linkFlags = zip(document.links, page.links).map { link, key in
            if let block = link.block, block < flags.count, document.blocks[block].region == .main {
                return flags[block] || (isCommon(links[key]) && !isInKeptTable(block, document, flags))
            }
            return isFurniture(link.region, count: links[key])
        }
        return SiteFurniture.Mask(
            blocks: flags, links: linkFlags,
            images: zip(document.images, page.images).map { isFurniture($0, count: images[$1]) },
            forms: zip(document.forms, page.forms).map { isFurniture($0, count: forms[$1]) })
    }

    /// Rule 5.
    private func markCounters(_ flags: inout [Bool], _ page: PagePrint) {
        let known = flags
        for index in known.indices where !known[index] && page.shape.blocks[index].region == .main {
            let before = index == 0 || known[index - 1]
            let after = index + 1 == known.count || known[index + 1]
            let hasNeighbour = index > 0 || index + 1 < known.count
            let block = page.shape.blocks[index]
            if block.table != nil || block.isHeading || block.hasLinks { continue }
            if before, after, hasNeighbour, isCommon(blindBlocks[page.blindBlocks[index]]) { flags[index] = true }
        }
    }

    /// Rule 3, tables: all cells or none.
    private func keepTables(_ flags: inout [Bool], _ document: PageShape) {
        var cells: [Int: [Int]] = [:]
        for (index, block) in document.blocks.enumerated() where block.region == .main {
            if let table = block.table { cells[table, default: []].append(index) }
        }
        for indices in cells.values where indices.contains(where: { !flags[$0] }) {
            for index in indices { flags[index] = false }
        }
    }

    /// Rule 3, headings.
    private func keepHeadings(_ flags: inout [Bool], _ document: PageShape) {
        for (index, block) in document.blocks.enumerated() where !flags[index] && block.region == .main {
            if let heading = block.heading, heading < flags.count, document.blocks[heading].region == .main {
                flags[heading] = false
            }
        }
    }

    private func isInKeptTable(_ block: Int, _ document: PageShape, _ flags: [Bool]) -> Bool {
        document.blocks[block].table != nil && !flags[block]
    }
}

// MARK: Votes

/// Pages that say the same are one group, whatever their order.
private func votingGroups(_ pages: [PagePrint]) -> [[PagePrint]] {
    var distinct: [[PagePrint]] = []
    var known: [UInt64: Int] = [:]
    for page in pages {
        if let index = known[page.whole] {
            distinct[index].append(page)
        } else {
            known[page.whole] = distinct.count
            distinct.append([page])
        }
    }
    let contents = contentKeys(distinct.map { $0[0] })
    var parents = Array(distinct.indices)
    func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index { index = parents[index] }
        return index
    }
    for one in distinct.indices {
        for other in distinct.indices where other > one && areNearIdentical(contents[one], contents[other]) {
            let (first, second) = (root(one), root(other))
            if first != second { parents[max(first, second)] = min(first, second) }
        }
    }
    var groups: [Int: [PagePrint]] = [:]
    for index in distinct.indices { groups[root(index), default: []] += distinct[index] }
    return groups.keys.sorted().map { groups[$0] ?? [] }
}

/// For each page the sorted keys of the blocks by which it is compared with others.
private func contentKeys(_ pages: [PagePrint]) -> [[UInt64]] {
    var counts: [UInt64: Int] = [:]
    for page in pages {
        for key in Set(page.blocks) { counts[key, default: 0] += 1 }
    }
    func isShared(_ key: UInt64) -> Bool {
        let count = counts[key] ?? 0
        return count >= 3 && count * 10 >= pages.count * 6
    }
    return pages.map { page in
        let blocks = page.shape.blocks
        let content = blocks.indices.filter { blocks[$0].region == .main }
        if blocks.contains(where: { $0.region == .navigation || $0.region == .footer }) {
            return content.filter { !blocks[$0].isMostlyLinked }
                .map { page.blocks[$0] }.sorted()
        }
        return content.map { page.blocks[$0] }.drop(while: isShared).reversed().drop(while: isShared).sorted()
    }
}

/// At least half of what either page says is the same, and it says at least three things.
private func areNearIdentical(_ one: [UInt64], _ other: [UInt64]) -> Bool {
    let (few, many) = (min(one.count, other.count), max(one.count, other.count))
    guard few >= 3, few * 2 >= many else { return false }
    var common = 0
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
        if one[left] == other[right] {
            common += 1
            left += 1
            right += 1
        } else if one[left] < other[right] {
            left += 1
        } else {
            right += 1
        }
    }
    return common * 2 >= many
}
