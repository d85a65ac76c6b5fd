/// What the class, id and role of an element say about its part in the page.
struct ClassTraits: OptionSet {
    let rawValue: UInt16

    static let navigation = ClassTraits(rawValue: 1)
    static let header = ClassTraits(rawValue: 2)
    static let footer = ClassTraits(rawValue: 4)
    static let aside = ClassTraits(rawValue: 8)
    /// The title of a panel, box or tab.
    static let title = ClassTraits(rawValue: 16)
    /// A panel, tab, card or accordion: headings inside govern only what is inside.
    static let panel = ClassTraits(rawValue: 32)
    /// A row of tab labels.
    static let tabList = ClassTraits(rawValue: 64)
    /// A label that opens a panel.
    static let control = ClassTraits(rawValue: 128)
    static let popup = ClassTraits(rawValue: 256)
    /// An icon, a spacer.
    static let icon = ClassTraits(rawValue: 512)

    static let regions: ClassTraits = [.navigation, .header, .footer, .aside]

    /// Reads the words of class and id; a class is several names parted by white space.
    init(names: UnsafeBufferPointer<UInt8>) {
        var traits: ClassTraits = []
        for name in names.split(whereSeparator: { $0 <= 32 }) { traits.formUnion(ClassTraits(name: name)) }
        if traits.contains(.tabList) { traits.remove(.navigation) }
        self = traits
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// One name: its words are parted by `-`, `_` and capitals (`main-menu`, `panel_title`, `leftSidebar`).
    private init(name: Slice<UnsafeBufferPointer<UInt8>>) {
        let words = ClassTraits.words(of: name)
        var found: ClassTraits = []
        var isPartOfContent = false
        for word in words {
            if let traits = ClassTraits.vocabulary[word] { found.formUnion(traits) }
            if ClassTraits.contentWords.contains(word) { isPartOfContent = true }
        }
        guard let last = words.last else {
            self = []
            return
        }
        if found.contains(.panel), ClassTraits.headWords.contains(last) { found.insert(.title) }
        if !ClassTraits.titleWords.contains(last) && !ClassTraits.headWords.contains(last) { found.remove(.title) }
        if isPartOfContent || found.contains(.panel) || found.contains(.tabList) { found.subtract(.regions) }
        self = found
    }

    private static func words(of name: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var wasLower = false
        func close() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in name.prefix(60) {
            let isUpper = (65...90).contains(byte)
            if byte == 45 || byte == 95 || (isUpper && wasLower) { close() }
            if byte != 45 && byte != 95 { word.append(isUpper ? byte + 32 : byte) }
            wasLower = (97...122).contains(byte)
        }
        close()
        return words
    }

    private static let headWords: Set<String> = ["header", "heading", "head", "title", "button", "toggle", "trigger"]
    private static let titleWords: Set<String> = ["title", "heading", "headline", "topic", "collapsible", "text"]
    /// Beside one of these a word such as `header` names a part of the content, and `menu` a single entry.
    private static let contentWords: Set<String> = [
        "has", "no", "with", "without", "page", "entry", "post", "article", "section", "content", "table", "box",
        "item", "link", "icon", "button", "btn", "toggle", "modal", "news", "detail", "details", "title",
    ]

    private static let vocabulary: [String: ClassTraits] = {
        var table: [String: ClassTraits] = [:]
        func add(_ traits: ClassTraits, _ words: String) {
            for word in words.split(separator: " ") { table[String(word), default: []].formUnion(traits) }
        }
        add(.navigation, "nav navbar navigation menu menubar submenu mainmenu topmenu leftmenu rightmenu sidemenu")
        add(.navigation, "sidenav topnav mainnav megamenu breadcrumb breadcrumbs pagination pager")
        add(.header, "header masthead topbar tophead topheader")
        add(.footer, "footer copyright colophon footbar bottombar")
        add(.aside, "sidebar aside sidecolumn rightsidebar leftsidebar")
        add(.title, "title heading headline topic collapsible")
        add(.panel, "tab tabs pane tabpane tabpanel tabcontent accordion collapse collapsible panel toggle spoiler")
        add(.panel, "faq card expander")
        add(.tabList, "tabs pills tablist tabnav")
        add(.control, "tablinks tablink accordion collapsible")
        add(.popup, "modal popup dialog lightbox overlay cookie cookies consent fancybox mfp")
        add(.icon, "icon emoji spacer smiley avatar")
        return table
    }()
}
