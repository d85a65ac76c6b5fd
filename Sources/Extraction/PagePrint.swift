import WebEvidence

/// The comparable form of one page's parts: equal numbers mean equal text in an equal place.
struct PagePrint {
    let address: String
    let host: String
    let document: ExtractedDocument
    /// One per block, link, image and form, in their order.
    let blocks: [UInt64]
    let links: [UInt64]
    let images: [UInt64]
    let forms: [UInt64]
    /// Of the whole page: equal for the same page under two addresses.
    let whole: UInt64

    init(address: PageAddress, document: ExtractedDocument) {
        self.address = address.text
        host = bareHost(address)
        self.document = document
        links = document.links.map(PagePrint.key)
        let linkKeys = links
        blocks = document.blocks.map { PagePrint.key($0, links: linkKeys) }
        images = document.images.map { image in
            stableHash((image.address?.withoutFragment.text ?? image.alternativeText).utf8)
        }
        forms = document.forms.map { form in
            stableHash(([form.purpose.rawValue, form.action?.path ?? ""] + form.fields).joined(separator: "\n").utf8)
        }
        var whole = stableHash(foldedForPhrases(document.title))
        for key in blocks + links { whole = PagePrint.combined(whole, key) }
        self.whole = whole
    }

    /// Text, kind and part of the page, and where its links lead. Digits count, except outside the content, where
    /// visitor counters and clocks differ in nothing else.
    private static func key(_ block: TextBlock, links: [UInt64]) -> UInt64 {
        var hash = stableHash(digitBlind(foldedForPhrases(block.text), block.region != .main))
        hash = combined(hash, place(block))
        for link in block.links where link < links.count { hash = combined(hash, links[link]) }
        return hash
    }

    private static func key(_ link: PageLink) -> UInt64 {
        let target = link.address?.withoutFragment.text ?? link.target
        return combined(stableHash(target.utf8), stableHash(foldedForPhrases(link.text)))
    }

    /// The same key with every run of digits alike, for counters inside the content part of pages without structure.
    func digitBlindKey(_ index: Int) -> UInt64 {
        let block = document.blocks[index]
        return PagePrint.combined(
            stableHash(PagePrint.digitBlind(foldedForPhrases(block.text), true)), PagePrint.place(block))
    }

    private static func place(_ block: TextBlock) -> UInt64 {
        let kind: UInt64 =
            switch block.kind {
            case .heading: 1
            case .paragraph, .label, .caption: 2
            case .listEntry: 3
            case .cell(nil, _, _, _): 2
            case .cell: 4
            }
        let region = block.region == .main ? UInt64(0) : 16
        return kind + region
    }

    private static func digitBlind(_ text: [UInt8], _ isBlind: Bool) -> [UInt8] {
        guard isBlind else { return text }
        var kept: [UInt8] = []
        for byte in text {
            let isDigit = (48...57).contains(byte)
            if isDigit, kept.last == 48 { continue }
            if (byte == 44 || byte == 46), kept.last == 48 { continue }
            kept.append(isDigit ? 48 : byte)
        }
        return kept
    }

    static func combined(_ one: UInt64, _ other: UInt64) -> UInt64 {
        (one ^ other &+ 0x9e37_79b9_7f4a_7c15 &+ (one << 6) &+ (one >> 2)) &* 0x0000_0100_0000_01b3
    }
}
