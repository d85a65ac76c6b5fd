import WebEvidence

/// The headings above the current place.
struct HeadingStack {
    private struct Entry {
        var block: Int
        var level: Int
        var text: String
    }
    private var entries: [Entry] = []
    /// Headings below this depth belong to the outside of the current panel and stay.
    private var base = 0
    /// Block indices, outermost first.
    private(set) var path: [Int] = []
    /// Texts in the same order.
    private(set) var texts: [String] = []

    /// The level of a row that heads the rows below it inside a table.
    static let sectionRowLevel = 90

    mutating func push(block: Int, level: Int, text: String) {
        while entries.count > base, let last = entries.last, last.level >= level { entries.removeLast() }
        if entries.count >= Limits.headingDepth { entries.removeLast() }
        base = min(base, entries.count)
        entries.append(Entry(block: block, level: level, text: text))
        path = entries.map(\.block)
        texts = entries.map(\.text)
    }

    mutating func beginScope() { base = entries.count }

    /// Goes on with the headings as they are, in the scope of `outer`.
    mutating func endScope(keepingHeadingsIn outer: HeadingStack) { base = min(outer.base, entries.count) }
}

/// The label of a tab or accordion, in the tab row or before its panel.
struct PanelLabel {
    var block: Int
    var isControl: Bool
}

extension DocumentBuilder {
    /// Panels, cells and regions: headings inside govern only what is inside.
    mutating func openScope(_ frame: inout Frame, _ attributes: HTMLAttributes) {
        let isTag: Bool =
            switch frame.tag {
            case .details, .fieldset, .td, .th, .table: true
            default: false
            }
        let isPanel = frame.tag.isBlock && frame.traits.contains(.panel) && !isTitleElement(frame.tag)
        let label = panelLabels.isEmpty ? nil : labelOfPanel(frame, attributes, isPanel: isPanel)
        guard isTag || isPanel || label != nil || context.region != frame.saved.region else { return }
        frame.closings.insert(.scope)
        frame.savedHeadings = headings
        // Headings of the content say nothing of a menu or footer that stands after it.
        if context.region != frame.saved.region { headings = HeadingStack() }
        headings.beginScope()
        if isPanel, context.kind == .listEntry { context.kind = .paragraph }
        guard let label, !headings.path.contains(label.block) else { return }
        document.blocks[label.block].kind = .heading(level: 3)
        headings.push(block: label.block, level: 3, text: document.blocks[label.block].text)
        headings.beginScope()
    }

    private func isTitleElement(_ tag: Tag) -> Bool { tag == .button || tag == .a || tag.headingLevel != nil }

    /// The label that opens this element, when it is a panel or the label is made for opening.
    private func labelOfPanel(_ frame: Frame, _ attributes: HTMLAttributes, isPanel: Bool) -> PanelLabel? {
        guard frame.tag.isBlock, frame.tag.headingLevel == nil, let id = attributes.text(.id),
            let label = panelLabels[id]
        else { return nil }
        let isTabPanel = isPanel || attributes.withBytes(.role) { containsFolded($0, "tabpanel") } == true
        return label.isControl || isTabPanel ? label : nil
    }

    /// Headings of a panel end with it, unless it held nothing but headings: then it titles what follows.
    mutating func closeScope(_ frame: Frame) {
        guard let outer = frame.savedHeadings else { return }
        let isRegion = context.region != frame.saved.region
        let hasContent = document.blocks[frame.blockStart...].contains { !$0.isHeading }
        if isRegion || hasContent || frame.closings.contains(.table) {
            headings = outer
        } else {
            headings.endScope(keepingHeadingsIn: outer)
        }
    }

    mutating func openHeading(_ frame: inout Frame, _ attributes: HTMLAttributes) {
        if let level = frame.tag.headingLevel ?? levelByRole(attributes) {
            context.kind = .heading(level: level)
            context.impliedTitleStart = nil
            return
        }
        if frame.tag == .legend || frame.tag == .summary { return openImpliedTitle(&frame) }
        if openControl(&frame, attributes) { return }
        guard frame.traits.contains(.title), openLinks.isEmpty, !context.kindIsTitle else { return }
        switch frame.tag {
        case .div, .p, .a, .button, .center: openImpliedTitle(&frame)
        case .span, .b, .strong,
            .font where context.kind == .paragraph:
            openImpliedTitle(&frame)
        default: break
        }
    }

    private func levelByRole(_ attributes: HTMLAttributes) -> Int? {
        guard attributes.withBytes(.role, { containsFolded($0, "heading") }) == true else { return nil }
        return attributes.pixels(.ariaLevel).map { min(max($0, 1), 6) } ?? 2
    }

    private mutating func openImpliedTitle(_ frame: inout Frame) {
        if !frame.closings.contains(.block) {
            flush()
            frame.closings.insert(.block)
        }
        context.kind = .heading(level: 3)
        context.impliedTitleStart = document.blocks.count
    }

    /// Labels of tabs and accordions: remembers which panels they open. True when the label became a title.
    private mutating func openControl(_ frame: inout Frame, _ attributes: HTMLAttributes) -> Bool {
        guard
            frame.tag == .a || frame.tag == .button || frame.traits.contains(.control) || attributes.has(.dataToggle)
                || attributes.has(.dataBs) || attributes.has(.dataTab) || attributes.has(.role)
                || attributes.has(.onclick)
        else { return false }
        let toggle = openingWord(frame, attributes)
        let targets = panelTargets(attributes)
        let opensPanel = toggle != nil && context.region != .navigation && context.region != .header
        if opensPanel, !context.kindIsTitle {
            openImpliedTitle(&frame)
            context.isTabLabel = toggle == .tab && !targets.isEmpty
        }
        run.labelTargets += targets.map { ($0, opensPanel) }
        return opensPanel
    }

    private enum Opening { case tab, accordion }

    private func openingWord(_ frame: Frame, _ attributes: HTMLAttributes) -> Opening? {
        func value(_ name: HTMLAttributes.Name) -> String { attributes.text(name)?.lowercased() ?? "" }
        let bootstrap = attributes.has(.dataBs) ? attributes.named("data-bs-toggle") ?? "" : ""
        for word in [value(.role), value(.dataToggle), bootstrap.lowercased()] {
            switch word {
            case "tab", "pill", "list": return .tab
            case "collapse", "accordion": return .accordion
            default: break
            }
        }
        if attributes.has(.dataTab) { return .tab }
        if context.isInTabList, frame.tag == .a || frame.tag == .button, !panelTargets(attributes).isEmpty {
            return .tab
        }
        guard frame.traits.contains(.control), frame.tag == .button || frame.tag == .a else { return nil }
        return attributes.has(.onclick) ? .tab : .accordion
    }

    /// The ids that a label names: `href="#id"`, `data-target`, `aria-controls`, `data-tab`, or the words in its `onclick`.
    private func panelTargets(_ attributes: HTMLAttributes) -> [String] {
        var targets: [String] = []
        let bootstrap = attributes.has(.dataBs) ? attributes.named("data-bs-target") : nil
        for reference in [attributes.text(.href), attributes.text(.dataTarget), bootstrap] {
            if let reference, reference.hasPrefix("#"), reference.utf8.count > 1 {
                targets.append(String(reference.dropFirst()))
            }
        }
        for id in [attributes.text(.ariaControls), attributes.text(.dataTab)] {
            if let id, !id.isEmpty { targets.append(id.hasPrefix("#") ? String(id.dropFirst()) : id) }
        }
        if let script = attributes.bytes(.onclick), script.count < 500 {
            targets += quotedWords(script).filter { !$0.isEmpty && $0.utf8.count < 60 }
        }
        return targets
    }
}

extension DocumentBuilder.Context {
    /// Already inside a heading or title.
    fileprivate var kindIsTitle: Bool {
        if case .heading = kind { true } else { false }
    }
}
