import WebEvidence

/// Walks one tree and writes down blocks, tables, links, forms and the rest in reading order.
/// Each extension file looks after one of these; the walk itself is here.
struct DocumentBuilder {
    var document = ExtractedDocument()
    /// Against which references are resolved: the page's address or its `<base href>`.
    var baseAddress: PageAddress
    var hasBase = false

    var frames: [Frame] = []
    var context = Context()
    var buffer = TextBuffer()
    var run = TextRun()
    var headings = HeadingStack()
    var tables: [OpenTable] = []
    /// The run that ends is the last of a layout cell.
    var isLeavingCell = false
    var openLinks: [OpenLink] = []
    /// Links whose row context is still to be found further out.
    var pendingLinks: [PendingLink] = []
    /// The text outside links of each block.
    var unlinkedTexts: [String] = []
    /// UTF-8 bytes outside links in the blocks so far.
    var unlinkedBytes = 0
    /// The block of the label that opens a panel, by the panel's id.
    var panelLabels: [String: PanelLabel] = [:]
    var regionSpans: [RegionSpan] = []
    var scriptSigns = ScriptSigns()
    private var traitCache: [UInt64: ClassTraits] = [:]
    var addressCache: [String: PageAddress?] = [:]

    let wrappers: WrapperRules
    let inside: InsideIndex
    /// How many files were found in settings, and their places among the embeds.
    var contentCount = 0
    var contentPlaces: Set<Int> = []

    init(address: PageAddress, wrappers: WrapperRules = .none) {
        baseAddress = address
        self.wrappers = wrappers
        inside = InsideIndex(wrappers.inside)
    }

    /// What holds for everything inside an element; put back when it ends.
    struct Context {
        var region = TextBlock.Region.main
        var kind = TextBlock.Kind.paragraph
        /// For a title that is no marked-up heading: how many blocks there were when it began.
        var impliedTitleStart: Int?
        /// The label of a tab: a heading only of the panel that it opens.
        var isTabLabel = false
        /// Inside main, article or section, where a header or footer is the content's own.
        var isInContent = false
        var isBold = false
        /// Inside noscript: only meta elements are read.
        var isMuted = false
        var isInTabList = false
        /// Inside a cell of a data table: block elements only part words.
        var isInDataCell = false
    }

    /// An open element.
    struct Frame {
        var tag: Tag
        var traits: ClassTraits = []
        var saved: Context
        var closings: Closings = []
        var blockStart: Int
        var linkStart: Int
        var unlinkedStart: Int
        /// For dl: the block of the last term.
        var termBlock: Int?
        var savedHeadings: HeadingStack?
    }

    /// What is to be done when an element ends.
    struct Closings: OptionSet {
        let rawValue: UInt8
        static let block = Closings(rawValue: 1)
        static let link = Closings(rawValue: 2)
        static let scope = Closings(rawValue: 4)
        static let table = Closings(rawValue: 8)
        static let row = Closings(rawValue: 16)
        static let cell = Closings(rawValue: 32)
        /// The region was guessed from a class or id.
        static let namedRegion = Closings(rawValue: 64)
    }

    mutating func read(_ root: HTMLNode) {
        var node = root
        while true {
            if node.isElement {
                if enter(node) {
                    if let child = node.firstChild {
                        node = child
                        continue
                    }
                    leave()
                }
            } else if node.isText, !context.isMuted {
                readText(node)
            }
            while node.next == nil {
                guard let parent = node.parent, !frames.isEmpty else { return flush() }
                node = parent
                leave()
            }
            guard let next = node.next else { return flush() }
            node = next
        }
    }

    private mutating func readText(_ node: HTMLNode) {
        let before = buffer.count
        node.withText { buffer.append($0) }
        guard buffer.count > before else { return }
        if context.isBold { run.boldBytes += buffer.count - before }
        run.isAfterBreak = false
    }

    /// Opens an element; false when its inside is not walked (then no frame was pushed).
    private mutating func enter(_ node: HTMLNode) -> Bool {
        let tag = node.tag
        if tag.isSkipped { return false }
        let attributes = node.attributes
        if context.isMuted, tag != .meta {
            frames.append(frame(tag))
            return true
        }
        if attributes.hasUncommon { readSettings(attributes) }
        switch tag {
        case .title: readTitle(node)
        case .meta: readMeta(attributes)
        case .base: readBase(attributes)
        case .script: readScript(node, attributes)
        case .br: readBreak()
        case .hr: flush()
        case .img: readImage(attributes)
        case .area: readArea(node, attributes)
        case .select: readOptions(node)
        case .iframe, .frame, .video: readEmbed(tag, node, attributes)
        case .embed:
            // The parser knows no end of it: what follows on the page hangs inside.
            readEmbed(tag, node, attributes)
            return open(node, tag, attributes)
        case .link, .option, .input: break
        default: return open(node, tag, attributes)
        }
        return false
    }

    private func frame(_ tag: Tag) -> Frame {
        Frame(
            tag: tag, saved: context, blockStart: document.blocks.count, linkStart: document.links.count,
            unlinkedStart: unlinkedBytes)
    }

    /// Opens an element that holds text; false when it is not to be walked.
    private mutating func open(_ node: HTMLNode, _ tag: Tag, _ attributes: HTMLAttributes) -> Bool {
        let traits = attributes.isEmpty ? [] : traits(of: attributes)
        if isClosedPopup(tag, traits, attributes) { return false }
        if tag.isBlock { boundary() }
        var frame = frame(tag)
        frame.traits = traits
        if tag.isBlock { frame.closings.insert(.block) }
        if tag == .noscript {
            noteNoScript(node)
            context.isMuted = true
            scriptSigns.hasNoScript = true
        }
        setRegion(&frame, attributes)
        if tag == .b || tag == .strong || tag == .th || isBold(attributes) { context.isBold = true }
        switch tag {
        case .table: openTable(&frame, node, attributes)
        case .thead: setInHead(true)
        case .tbody, .tfoot: setInHead(false)
        case .tr: openRow(&frame, node)
        case .td, .th: openCell(&frame, attributes)
        case .form: readForm(node, attributes)
        case .object: readEmbed(tag, node, attributes)
        default: break
        }
        if !attributes.isEmpty {
            readInlineDate(tag, attributes)
            noteApplicationRoot(tag, attributes)
        }
        if !context.isInDataCell { openStructure(&frame, attributes) }
        openLink(&frame, node, attributes)
        frames.append(frame)
        return true
    }

    /// Kinds, headings and how far headings reach.
    private mutating func openStructure(_ frame: inout Frame, _ attributes: HTMLAttributes) {
        if frame.traits.contains(.tabList) || attributes.withBytes(.role, { containsFolded($0, "tablist") }) == true {
            context.isInTabList = true
        }
        openScope(&frame, attributes)
        switch frame.tag {
        case .li, .dd, .dt: context.kind = .listEntry
        case .caption, .figcaption: context.kind = .caption
        case .label: context.kind = .label
        default: break
        }
        openHeading(&frame, attributes)
    }

    private mutating func leave() {
        guard let frame = frames.popLast() else { return }
        if frame.closings.contains(.link) { closeLink() }
        isLeavingCell = frame.closings.contains(.cell)
        if frame.closings.contains(.block) { boundary() }
        if frame.closings.contains(.cell) { closeCell() }
        isLeavingCell = false
        if frame.closings.contains(.row) { closeRow() }
        if frame.closings.contains(.table) { closeTable() }
        if frame.closings.contains(.block) { settlePendingLinks(frame) }
        if frame.tag == .ul || frame.tag == .ol { markMenu(frame) }
        if frame.tag == .thead { setInHead(false) }
        if frame.closings.contains(.scope) { closeScope(frame) }
        if frame.closings.contains(.namedRegion) { noteRegionSpan(frame) }
        context = frame.saved
        if frame.tag == .dt { noteTerm(frame) }
    }

    private mutating func traits(of attributes: HTMLAttributes) -> ClassTraits {
        var traits: ClassTraits = []
        for name in [HTMLAttributes.Name.class, .id] where attributes.has(name) {
            traits.formUnion(attributes.withBytes(name) { knownTraits($0) } ?? [])
        }
        return traits
    }

    private mutating func knownTraits(_ names: UnsafeBufferPointer<UInt8>) -> ClassTraits {
        let key = stableHash(names)
        if let known = traitCache[key] { return known }
        let traits = ClassTraits(names: names)
        traitCache[key] = traits
        return traits
    }

    /// Pop-ups that are not shown; hidden panels, tabs and accordions stay, because years and items live there.
    private func isClosedPopup(_ tag: Tag, _ traits: ClassTraits, _ attributes: HTMLAttributes) -> Bool {
        if tag == .dialog { return true }
        guard traits.contains(.popup), !traits.contains(.panel) else { return false }
        if attributes.has(.hidden) { return true }
        return attributes.withBytes(.style) { containsFolded($0, "display:none") } ?? false
    }

    private func isBold(_ attributes: HTMLAttributes) -> Bool {
        attributes.withBytes(.style) {
            containsFolded($0, "font-weight:bold") || containsFolded($0, "font-weight:700")
        } ?? false
    }
}
