/// Reads the texts and slides of OpenDocument files (OASIS OpenDocument 1.3 part 3) into flows: one for a text, one for
/// each slide.
final class OpenDocumentReader: XMLPartVisitor {
    private(set) var flow: FlowBuilder
    private let budget: FlowBudget
    private let styles: OpenDocumentStyles
    private let maximumSlides: Int
    private(set) var slides: [FlowBuilder] = []
    private(set) var pictureCount = 0
    /// The stretches of the master page, when `styles.xml` is read.
    private(set) var headers: FlowBuilder
    private(set) var footers: FlowBuilder
    private let text: FlowBuilder

    /// Notes of the speaker, comments, former wordings, signs of notes, and what stands for what is left out.
    private static let skipped: Set<String> = [
        "tracked-changes", "annotation", "annotation-end", "note-citation", "notes", "forms", "hidden-text",
        "title", "desc", "settings", "page-number", "page-count", "index-title-template", "table-source", "dde-source",
        "object-ole",
    ]
    private var skipDepth = 0
    private var listDepth = 0
    private var looks: [OpenDocumentStyles.Look] = []
    private var isTitleFrame = false
    private var isInBody = false
    private var isInHeadRows = false

    init(budget: FlowBudget, styles: OpenDocumentStyles, limits: OfficeFileLimits) {
        self.budget = budget
        self.styles = styles
        maximumSlides = limits.maximumMembers
        text = FlowBuilder(budget: budget)
        headers = FlowBuilder(budget: budget)
        footers = FlowBuilder(budget: budget)
        flow = text
    }

    /// The flow of the document's own text.
    var body: FlowBuilder { text }

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        if skipDepth > 0 || OpenDocumentReader.skipped.contains(name) {
            skipDepth += 1
            return
        }
        if try openPlace(name) { return }
        guard isInBody else { return styles.opened(name, attributes) }
        switch name {
        case "p", "h": openParagraph(name, attributes)
        case "span":
            let look = looks.last ?? .init()
            looks.append(styles.look(of: attributes["x:style-name"] ?? "", on: look))
        case "s", "tab", "line-break": flow.appendSpace()
        case "a": if let target = attributes["x:href"], !target.hasPrefix("#") { flow.beginLink(target) }
        case "list": listDepth += 1
        case "frame": isTitleFrame = attributes["x:class"] == "title"
        case "image": pictureCount += 1
        case "table": flow.beginTable()
        case "table-header-rows": isInHeadRows = true
        case "table-row": flow.beginRow(isHead: isInHeadRows)
        case "table-cell":
            let columns = attributes["x:number-columns-spanned"].flatMap { Int($0) } ?? 1
            flow.beginCell(columns: columns)
        case "covered-table-cell": try coveredCell(attributes)
        default: break
        }
    }

    func closed(_ name: String) throws(OfficeFileError) {
        if skipDepth > 0 {
            skipDepth -= 1
            return
        }
        switch name {
        case "body", "header", "footer", "header-left", "footer-left", "header-first", "footer-first": leavePlace(name)
        case _ where !isInBody: styles.closed(name)
        case "p", "h":
            _ = looks.popLast()
            try flow.endParagraph()
        case "span": _ = looks.popLast()
        case "a": flow.endLink()
        case "frame": isTitleFrame = false
        case "list": listDepth = max(0, listDepth - 1)
        case "table": try flow.endTable()
        case "table-header-rows": isInHeadRows = false
        case "table-cell": try flow.endCell()
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {
        guard skipDepth == 0, isInBody, flow.isInParagraph, let look = looks.last, !look.isHidden else { return }
        flow.append(bytes, isBold: look.isBold)
    }

    // MARK: Places

    /// True when the element only says where the next ones stand.
    private func openPlace(_ name: String) throws(OfficeFileError) -> Bool {
        switch name {
        case "body": isInBody = true
        case "header", "header-left", "header-first":
            guard !isInBody else { return false }
            flow = headers
            isInBody = true
        case "footer", "footer-left", "footer-first":
            guard !isInBody else { return false }
            flow = footers
            isInBody = true
        case "page" where isInBody:
            guard slides.count < maximumSlides else {
                throw OfficeFileError(.tooLarge, detail: "More than \(maximumSlides) slides.")
            }
            try flow.finish()
            flow = FlowBuilder(budget: budget)
            slides.append(flow)
            isTitleFrame = false
        default: return false
        }
        return true
    }

    private func leavePlace(_ name: String) {
        if name == "body" || flow === headers || flow === footers {
            isInBody = false
            flow = text
        }
    }

    private func openParagraph(_ name: String, _ attributes: XMLPartAttributes) {
        let style = attributes["x:style-name"] ?? ""
        let look = styles.look(of: style, on: .init())
        looks.append(look)
        flow.beginParagraph()
        var level = styles.outlineLevel(of: style)
        if name == "h" { level = attributes["x:outline-level"].flatMap { Int($0) } ?? 1 }
        if isTitleFrame { level = 1 }
        flow.mark {
            $0.headingLevel = level.map { min(max($0, 1), 9) }
            $0.isCentred = look.isCentred
            $0.isListEntry = listDepth > 0 && level == nil
        }
    }

    /// A place covered from above; one covered from the left is counted by the cell that covers it.
    private func coveredCell(_ attributes: XMLPartAttributes) throws(OfficeFileError) {
        flow.beginCell(columns: 1, isContinued: true)
        flow.markCell { $0.columns = 0 }
        try flow.endCell()
        skipDepth = 1
    }
}

/// Named looks of an OpenDocument file.
final class OpenDocumentStyles {
    struct Look {
        var isBold = false
        var isCentred = false
        var isHidden = false
    }
    private struct Style {
        var parent: String?
        var displayName = ""
        var isBold: Bool?
        var isCentred: Bool?
        var isHidden: Bool?
        var outlineLevel: Int?
        var isTableShown: Bool?
    }
    private var styles: [String: Style] = [:]
    private var current: String?

    func opened(_ name: String, _ attributes: XMLPartAttributes) {
        switch name {
        case "style":
            guard let id = attributes["x:name"], styles.count < 65_536 else { return current = nil }
            var style = Style(parent: attributes["x:parent-style-name"])
            style.displayName = attributes["x:display-name"] ?? id
            style.outlineLevel = attributes["x:default-outline-level"].flatMap { Int($0) }
            styles[id] = style
            current = id
        case "text-properties":
            guard let current else { return }
            if let weight = attributes["x:font-weight"] { styles[current]?.isBold = weight != "normal" }
            if let shown = attributes["x:display"] { styles[current]?.isHidden = shown == "none" }
        case "paragraph-properties":
            guard let current, let side = attributes["x:text-align"] else { return }
            styles[current]?.isCentred = side == "center"
        case "table-properties":
            guard let current, let shown = attributes["x:display"] else { return }
            styles[current]?.isTableShown = shown != "false"
        default: break
        }
    }

    func closed(_ name: String) {
        if name == "style" { current = nil }
    }

    func look(of name: String, on base: Look) -> Look {
        var look = base
        for style in chain(name).reversed() {
            look.isBold = style.isBold ?? look.isBold
            look.isCentred = style.isCentred ?? look.isCentred
            look.isHidden = style.isHidden ?? look.isHidden
        }
        return look
    }

    /// The level of a style that makes headings of paragraphs (`Title`, `Heading 1`).
    func outlineLevel(of name: String) -> Int? {
        for style in chain(name) {
            if let level = style.outlineLevel, level > 0 { return level }
            let shown = style.displayName.split(separator: "_20_").joined(separator: " ")
            if let level = WordStyles.headingLevel(ofName: shown) { return level }
        }
        return nil
    }

    func isTableShown(_ name: String) -> Bool { styles[name]?.isTableShown ?? true }

    /// The style and those it is based on, nearest first.
    private func chain(_ name: String) -> [Style] {
        var found: [Style] = []
        var next: String? = name
        while let name = next, let style = styles[name], found.count < 12 {
            found.append(style)
            next = style.parent
        }
        return found
    }
}
