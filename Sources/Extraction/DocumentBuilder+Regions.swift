import WebEvidence

/// A stretch of blocks and links whose region was guessed from a class, an id or a list of links.
struct RegionSpan {
    var blocks: Range<Int>
    var links: Range<Int>
    var unlinkedBytes: Int
    /// A list of links, not a named part.
    var isMenuGuess: Bool
}

extension DocumentBuilder {
    mutating func setRegion(_ frame: inout Frame, _ attributes: HTMLAttributes) {
        switch frame.tag {
        case .html, .body, .head: return
        case .main, .article, .section:
            context.isInContent = context.isInContent || context.region == .main
            return
        default: break
        }
        if let region = regionOfTag(frame) ?? attributes.withBytes(.role, regionOfRole) ?? nil {
            enter(region)
        } else if frame.tag.isBlock, let region = regionOfName(frame.traits) {
            let before = context.region
            enter(region)
            if before == .main { frame.closings.insert(.namedRegion) }
        }
    }

    /// A menu inside a header is a menu; otherwise the outermost region holds.
    private mutating func enter(_ region: TextBlock.Region) {
        if context.region == .main || region == .navigation { context.region = region }
    }

    private func regionOfTag(_ frame: Frame) -> TextBlock.Region? {
        let isOwn = context.isInContent || frame.traits.contains(.panel)
        return switch frame.tag {
        case .nav: frame.traits.contains(.tabList) ? nil : .navigation
        case .header: isOwn ? nil : .header
        case .footer: isOwn ? nil : .footer
        case .aside: .aside
        // What runs across the top of a page is news of the site, whatever the page is about.
        case .marquee: isOwn ? nil : .header
        default: nil
        }
    }

    private func regionOfName(_ traits: ClassTraits) -> TextBlock.Region? {
        if traits.isDisjoint(with: .regions) { return nil }
        if traits.contains(.navigation) { return .navigation }
        if traits.contains(.footer) { return .footer }
        if traits.contains(.aside) { return .aside }
        return context.isInContent ? nil : .header
    }

    mutating func noteRegionSpan(_ frame: Frame) {
        regionSpans.append(
            RegionSpan(
                blocks: frame.blockStart..<document.blocks.count, links: frame.linkStart..<document.links.count,
                unlinkedBytes: unlinkedBytes - frame.unlinkedStart, isMenuGuess: false))
    }

    /// A list of at least five short links to pages, before any text of the content, is a menu.
    mutating func markMenu(_ frame: Frame) {
        let blocks = frame.blockStart..<document.blocks.count
        let links = frame.linkStart..<document.links.count
        guard frame.saved.region == .main, !frame.saved.isInContent, !frame.saved.isInTabList, links.count >= 5,
            !frame.saved.isInDataCell, frame.unlinkedStart < 200
        else { return }
        let text = blocks.reduce(0) { $0 + document.blocks[$1].text.utf8.count }
        let linked = blocks.reduce(0) { $0 + document.blocks[$1].linkedBytes }
        guard linked * 10 >= text * 9, text <= links.count * 75 else { return }
        let telling = links.count { isTellingEntry(document.links[$0]) }
        guard telling * 4 < links.count else { return }
        for block in blocks { document.blocks[block].region = .navigation }
        for link in links { document.links[link].region = .navigation }
        regionSpans.append(RegionSpan(blocks: blocks, links: links, unlinkedBytes: text - linked, isMenuGuess: true))
    }

    /// An entry with a number in its text (an item, a year) or a file behind it belongs to the content.
    private func isTellingEntry(_ link: PageLink) -> Bool {
        if link.text.utf8.contains(where: { (48...57).contains($0) }) { return true }
        if link.text.unicodeScalars.contains(where: { (0x0E50...0x0E59).contains($0.value) }) { return true }
        let name = link.address?.fileName.lowercased() ?? ""
        return [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".jpg", ".png"].contains { name.hasSuffix($0) }
    }

    /// Takes back guesses that would leave a page without content: a wrapper named `header` around everything, a page
    /// that is nothing but a list of links.
    mutating func reviseRegions() {
        let hasContent = document.blocks.contains { $0.region == .main && !$0.isHeading }
        let total = max(unlinkedBytes, 1)
        for span in regionSpans {
            let isWrapper = span.unlinkedBytes >= 1_500 && span.unlinkedBytes * 10 >= total * 7
            let isOnlyContent = span.isMenuGuess && !hasContent
            guard isOnlyContent || (isWrapper && !hasContent) else { continue }
            for block in span.blocks { document.blocks[block].region = .main }
            for link in span.links { document.links[link].region = .main }
        }
    }
}

private func regionOfRole(_ role: UnsafeBufferPointer<UInt8>) -> TextBlock.Region? {
    switch String(decoding: role, as: UTF8.self).lowercased() {
    case "navigation", "menu", "menubar": .navigation
    case "banner": .header
    case "contentinfo": .footer
    case "complementary": .aside
    default: nil
    }
}
