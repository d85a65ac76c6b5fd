public import WebEvidence

/// The comparable form of one page's parts: equal numbers mean equal text in an equal place.
public struct PagePrint: Sendable {
    let address: String
    let host: String
    let shape: PageShape
    /// One per block, link, image and form, in their order.
    let blocks: [UInt64]
    /// The same with every run of digits alike, for counters inside the content part of pages without structure.
    let blindBlocks: [UInt64]
    let links: [UInt64]
    let images: [UInt64]
    let forms: [UInt64]
    /// Of the whole page: equal for the same page under two addresses.
    let whole: UInt64

    public init(address: PageAddress, document: ExtractedDocument) {
        self.address = address.text
        host = bareHost(address)
        shape = PageShape(document)
        let linkKeys = document.links.map(PagePrint.key)
        var blocks: [UInt64] = []
        var blindBlocks: [UInt64] = []
        blocks.reserveCapacity(document.blocks.count)
        blindBlocks.reserveCapacity(document.blocks.count)
        for block in document.blocks {
            let text = foldedForPhrases(block.text)
            let blind = PagePrint.combined(PagePrint.digitBlindHash(text), PagePrint.place(block))
            blindBlocks.append(blind)
            let exact =
                block.region == .main ? PagePrint.combined(stableHash(text), PagePrint.place(block)) : blind
            // Text, kind and part of the page, and where its links lead. Digits count, except outside the content, where
            // visitor counters and clocks differ in nothing else.
            blocks.append(
                block.links.reduce(exact) { hash, link in
                    link < linkKeys.count ? PagePrint.combined(hash, linkKeys[link]) : hash
                })
        }
        links = linkKeys
        self.blocks = blocks
        self.blindBlocks = blindBlocks
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

    private static func key(_ link: PageLink) -> UInt64 {
        let target = link.address?.withoutFragment.text ?? link.target
        return combined(stableHash(target.utf8), stableHash(foldedForPhrases(link.text)))
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

    /// The hash of a text in which every run of digits, with the commas and points inside it, is one digit.
    private static func digitBlindHash(_ text: [UInt8]) -> UInt64 {
        var isInNumber = false
        return stableHash(
            text.lazy.compactMap { byte in
                let isDigit = byte &- 48 < 10
                if isInNumber, isDigit || byte == 44 || byte == 46 { return nil }
                isInNumber = isDigit
                return isDigit ? 48 : byte
            })
    }

    static func combined(_ one: UInt64, _ other: UInt64) -> UInt64 {
        (one ^ other &+ 0x9e37_79b9_7f4a_7c15 &+ (one << 6) &+ (one >> 2)) &* 0x0000_0100_0000_01b3
    }
}

/// Where the parts of a page stand, without their texts.
struct PageShape: Sendable {
    struct Block: Sendable {
        var region: TextBlock.Region
        var isHeading: Bool
        var hasLinks: Bool
        /// At least half of its text stands inside links.
        var isMostlyLinked: Bool
        /// The data table whose cell it is.
        var table: Int?
        /// The nearest heading above.
        var heading: Int?
    }

    struct Link: Sendable {
        var region: TextBlock.Region
        var block: Int?
    }

    let blocks: [Block]
    let links: [Link]
    let images: [TextBlock.Region]
    let forms: [TextBlock.Region]

    init(_ document: ExtractedDocument) {
        blocks = document.blocks.map { block in
            var table: Int?
            if case .cell(let number?, _, _, _) = block.kind { table = number }
            return Block(
                region: block.region, isHeading: block.isHeading, hasLinks: !block.links.isEmpty,
                isMostlyLinked: block.linkedBytes * 2 >= block.text.utf8.count, table: table,
                heading: block.headingPath.last)
        }
        links = document.links.map { Link(region: $0.region, block: $0.block) }
        images = document.images.map(\.region)
        forms = document.forms.map(\.region)
    }
}
