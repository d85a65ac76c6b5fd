/// What a page or file says, in reading order, with enough place to judge and to quote.
public struct ExtractedDocument: Sendable, Hashable {
    /// The `<title>`, or a document's title property; white space folded; may be empty.
    public var title: String
    /// Every run of text once, in document order. Text of links is inside the block that holds the link.
    public var blocks: [TextBlock]
    /// The tables that hold data (layout tables are dissolved into blocks), in document order.
    public var tables: [TextTable]
    public var links: [PageLink]
    public var forms: [PageForm]
    public var images: [PageImage]
    /// `<time>`, `article:published_time`, JSON-LD, Last-Modified and the like, in document order.
    public var machineDates: [MachineDate]
    /// Frames, iframes, embeds and objects with a source.
    public var embeds: [PageEmbed]
    /// Target of a meta refresh of at most 30 seconds, resolved; else nil.
    public var refreshTarget: PageAddress?
    /// The encoding by which the bytes were read: `utf-8`, `windows-874`, ...
    public var encoding: String
    /// True when some bytes fitted no encoding and were replaced.
    public var hasDamagedText: Bool
    /// True when scripts are there but next to no text (an application shell).
    public var needsScript: Bool
    /// True when this is the page as a browser shows it after its scripts have run, not the body as it came.
    public var isRendered: Bool
    /// What the body was.
    public var form: DocumentForm
    /// Pages, sheets, slides or members in order, by ascending `firstBlock`; empty for web pages.
    public var parts: [DocumentPart]
    /// How many pages, sheets, slides or members the file has, unread ones included; nil for web pages and where unknown.
    public var partCount: Int?
    /// Why nothing or not all could be read; nil for what was read wholly. With blocks: what was read may be judged,
    /// what was not seen is unknown.
    public var fault: DocumentFault?
    /// One English sentence on `fault` or on what was mended in reading, for the technical appendix; may be empty.
    public var faultDetail: String

    public init(title: String = "") {
        self.title = title
        isRendered = false
        form = .page
        parts = []
        partCount = nil
        fault = nil
        faultDetail = ""
        blocks = []
        tables = []
        links = []
        forms = []
        images = []
        machineDates = []
        embeds = []
        refreshTarget = nil
        encoding = "utf-8"
        hasDamagedText = false
        needsScript = false
    }
}

/// A run of text: one paragraph, list entry, heading or table cell.
public struct TextBlock: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// 1...6; also 3 for a panel or tab title that is not marked up as a heading.
        case heading(level: Int)
        case paragraph
        case listEntry
        /// `table` indexes `ExtractedDocument.tables`; nil for a cell of a layout table.
        case cell(table: Int?, row: Int, column: Int, isHead: Bool)
        case caption
        case label
    }
    /// Where a page's structure puts the block. Only a hint: repetition over pages decides what is furniture.
    public enum Region: String, Sendable, Hashable {
        case main, navigation, header, footer, aside
    }

    public var kind: Kind
    /// White space folded, never empty, in the page's own spelling.
    public var text: String
    /// How many UTF-8 bytes of `text` stand inside links.
    public var linkedBytes: Int
    /// Indices into `blocks` of the headings that this block stands under, outermost first.
    public var headingPath: [Int]
    public var region: Region
    /// Indices into `links` of the links inside the block.
    public var links: [Int]

    public init(
        kind: Kind, text: String, linkedBytes: Int = 0, headingPath: [Int] = [], region: Region = .main,
        links: [Int] = []
    ) {
        self.kind = kind
        self.text = text
        self.linkedBytes = linkedBytes
        self.headingPath = headingPath
        self.region = region
        self.links = links
    }

    public var isHeading: Bool {
        if case .heading = kind { true } else { false }
    }
}

/// A data table. Rows may be shorter than the head; cells are white-space folded, possibly empty.
public struct TextTable: Sendable, Hashable {
    public var caption: String
    /// Column heads, joined over head rows; empty when the table has none.
    public var head: [String]
    public var rows: [[String]]
    /// Indices into `blocks`.
    public var headingPath: [Int]

    public init(caption: String = "", head: [String], rows: [[String]], headingPath: [Int] = []) {
        self.caption = caption
        self.head = head
        self.rows = rows
        self.headingPath = headingPath
    }
}

/// A link with what stands around it, because "click here" names nothing.
public struct PageLink: Sendable, Hashable {
    /// Resolved, with fragment. Links of other schemes (tel, mailto, javascript) are kept in `target` only.
    public var address: PageAddress?
    /// The href as written.
    public var target: String
    /// Text of the link, or the alternative text of its picture.
    public var text: String
    /// `title`, `aria-label`, `download` attributes joined.
    public var label: String
    /// The other cells of its table row, or the list entry or block around it without the link's own text.
    public var row: String
    /// Head of its table column.
    public var columnHead: String
    /// Texts of the headings, panel and tab titles above, outermost first.
    public var headings: [String]
    public var region: TextBlock.Region
    /// Index into `blocks` of the block that holds it, if it has text.
    public var block: Int?

    public init(
        address: PageAddress?, target: String, text: String, label: String = "", row: String = "",
        columnHead: String = "", headings: [String] = [], region: TextBlock.Region = .main, block: Int? = nil
    ) {
        self.address = address
        self.target = target
        self.text = text
        self.label = label
        self.row = row
        self.columnHead = columnHead
        self.headings = headings
        self.region = region
        self.block = block
    }
}

/// A form and whether a visitor can really send something with it.
public struct PageForm: Sendable, Hashable {
    public enum Purpose: String, Sendable, Hashable {
        /// A search box, a login, a newsletter box: no channel.
        case search, login
        /// Posts free text or an application to the agency.
        case message
        case other
    }
    public var purpose: Purpose
    public var action: PageAddress?
    public var method: String
    /// Labels, placeholders and names of the fields, in order.
    public var fields: [String]
    public var hasTextArea: Bool
    public var hasFileField: Bool
    public var submitLabel: String
    public var headings: [String]
    public var region: TextBlock.Region

    public init(
        purpose: Purpose, action: PageAddress?, method: String, fields: [String], hasTextArea: Bool = false,
        hasFileField: Bool = false, submitLabel: String = "", headings: [String] = [],
        region: TextBlock.Region = .main
    ) {
        self.purpose = purpose
        self.action = action
        self.method = method
        self.fields = fields
        self.hasTextArea = hasTextArea
        self.hasFileField = hasFileField
        self.submitLabel = submitLabel
        self.headings = headings
        self.region = region
    }
}

public struct PageImage: Sendable, Hashable {
    public var address: PageAddress?
    public var alternativeText: String
    /// Width and height as declared in the page, where declared, in pixels.
    public var width: Int?
    public var height: Int?
    public var headings: [String]
    public var region: TextBlock.Region

    public init(
        address: PageAddress?, alternativeText: String, width: Int? = nil, height: Int? = nil,
        headings: [String] = [], region: TextBlock.Region = .main
    ) {
        self.address = address
        self.alternativeText = alternativeText
        self.width = width
        self.height = height
        self.headings = headings
        self.region = region
    }
}

public struct MachineDate: Sendable, Hashable {
    public enum Role: String, Sendable, Hashable { case published, updated, file, event, other }
    /// As written in the page or header.
    public var text: String
    public var role: Role
    /// Where it stood: `time`, `meta article:published_time`, `header Last-Modified`, ...
    public var source: String
    public init(text: String, role: Role, source: String) {
        self.text = text
        self.role = role
        self.source = source
    }
}

public struct PageEmbed: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable { case frame, iframe, object, embed, video }
    public var kind: Kind
    public var address: PageAddress?
    public var title: String
    public var headings: [String]
    public init(kind: Kind, address: PageAddress?, title: String, headings: [String] = []) {
        self.kind = kind
        self.address = address
        self.title = title
        self.headings = headings
    }
}

/// Which parts of each document of a site are furniture: what the site repeats on its other pages.
/// Keys are final addresses; values are flags in the order of `blocks`, `links`, `images` and `forms`.
public struct SiteFurniture: Sendable, Hashable {
    public struct Mask: Sendable, Hashable {
        public var blocks: [Bool]
        public var links: [Bool]
        public var images: [Bool]
        public var forms: [Bool]
        public init(blocks: [Bool], links: [Bool], images: [Bool], forms: [Bool]) {
            self.blocks = blocks
            self.links = links
            self.images = images
            self.forms = forms
        }
    }
    public var masks: [String: Mask]
    public init(masks: [String: Mask] = [:]) { self.masks = masks }
}
