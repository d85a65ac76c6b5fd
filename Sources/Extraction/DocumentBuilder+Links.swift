import WebEvidence

/// A link whose end has not come yet.
struct OpenLink {
    var link: Int
    /// Offset in the buffer at which its text in the current run begins.
    var start: Int
    var text = TextBuffer()
    /// Alternative texts of its pictures.
    var pictureText = ""
}

/// A link whose own line says nothing of what it leads to.
struct PendingLink {
    var link: Int
    /// How many blocks there were when its block ended.
    var position: Int
    /// What little stood on its own line.
    var local: String
}

extension DocumentBuilder {
    /// Anchors with a target, and any element that a click takes elsewhere.
    mutating func openLink(_ frame: inout Frame, _ node: HTMLNode, _ attributes: HTMLAttributes) {
        guard openLinks.count < Limits.linkDepth, document.links.count < Limits.links,
            let target = linkTarget(frame.tag, attributes)
        else { return }
        let label = [attributes.text(.title), attributes.named("aria-label"), attributes.named("download")]
            .compactMap { $0.map(foldedText) }.filter { !$0.isEmpty }.joined(separator: " ")
        document.links.append(
            PageLink(
                address: resolved(target.reference), target: target.written, text: "", label: label,
                headings: headings.texts, region: context.region))
        frame.closings.insert(.link)
        if frame.tag.isBlock, !context.isInDataCell { frame.closings.insert(.block) }
        openLinks.append(OpenLink(link: document.links.count - 1, start: buffer.count))
    }

    /// What is written, and the reference behind it (unwrapped from a script); nil for no link.
    private func linkTarget(_ tag: Tag, _ attributes: HTMLAttributes) -> (written: String, reference: String)? {
        if tag == .a, let href = attributes.text(.href) {
            if let wrapped = wrappedTarget(href, attributes) { return (href, wrapped) }
            return (href, href)
        }
        guard !attributes.isEmpty, tag != .body, tag != .html, tag != .form else { return nil }
        let wrapped = dataTarget(attributes) ?? attributes.bytes(.onclick).flatMap(scriptedTarget)
        return wrapped.map { ($0, $0) }
    }

    /// The real target of `javascript:` and `#` links.
    private func wrappedTarget(_ href: String, _ attributes: HTMLAttributes) -> String? {
        let bytes = Array(href.utf8.drop { $0 <= 32 })
        let isScript = bytes.prefix(11).map(asciiLowered).starts(with: Array("javascript:".utf8))
        guard isScript || bytes.isEmpty || bytes == [35] || bytes == Array("#!".utf8) else { return nil }
        if isScript, let target = scriptedTarget(bytes) { return target }
        return dataTarget(attributes) ?? attributes.bytes(.onclick).flatMap(scriptedTarget)
    }

    private func dataTarget(_ attributes: HTMLAttributes) -> String? {
        for name in [HTMLAttributes.Name.dataHref, .dataURL, .dataLink, .dataFile] {
            if let target = attributes.text(name), target.utf8.count > 1, !target.hasPrefix("#"),
                target.utf8.contains(where: { $0 == 46 || $0 == 47 || $0 == 63 })
            {
                return target
            }
        }
        return nil
    }

    /// Resolved against the base; nil for schemes other than http and https, and for references that are none.
    mutating func resolved(_ reference: String) -> PageAddress? {
        if let known = addressCache[reference] { return known }
        let address = resolvedAddress(reference, against: baseAddress)
        addressCache[reference] = .some(address)
        return address
    }

    mutating func closeLink() {
        guard let index = openLinks.indices.last else { return }
        let range = spanRange(from: openLinks[index].start)
        takeSpan(index, range)
        let open = openLinks.removeLast()
        document.links[open.link].text =
            open.text.isEmpty ? open.pictureText : clipped(open.text.text, to: Limits.linkText)
    }

    mutating func readArea(_ node: HTMLNode, _ attributes: HTMLAttributes) {
        guard let target = linkTarget(.a, attributes), document.links.count < Limits.links else { return }
        document.links.append(
            PageLink(
                address: resolved(target.reference), target: target.written,
                text: foldedText(attributes.text(.alt) ?? attributes.text(.title) ?? ""),
                headings: headings.texts, region: context.region))
    }

    /// Options that lead somewhere (`<select onchange="location=this.value">`) are links; their text is no block.
    mutating func readOptions(_ node: HTMLNode) {
        node.forEachDescendant { option in
            guard option.tag == .option, document.links.count < Limits.links else { return true }
            guard let value = option.attributes.text(.value), isOptionAddress(value) else { return true }
            document.links.append(
                PageLink(
                    address: resolved(value), target: value, text: foldedText(option.directText),
                    headings: headings.texts, region: context.region))
            return true
        }
    }

    private func isOptionAddress(_ value: String) -> Bool {
        if value.hasPrefix("http://") || value.hasPrefix("https://") { return true }
        guard let mark = value.utf8.firstIndex(where: { $0 == 63 || $0 == 47 }) else { return false }
        return value.utf8.count > 3 && !value.utf8.contains(32)
            && (value.utf8[mark] == 47 && mark == value.startIndex || value.utf8.contains(61)
                || value.hasSuffix(".php"))
    }

    // MARK: Row context

    mutating func notePending(_ link: Int, local: String) {
        guard !context.isInDataCell, !document.links[link].target.hasPrefix("#") else { return }
        pendingLinks.append(PendingLink(link: link, position: document.blocks.count, local: local))
    }

    mutating func noteTerm(_ frame: Frame) {
        guard let list = frames.indices.last, frames[list].tag == .dl, document.blocks.count > frame.blockStart
        else { return }
        frames[list].termBlock = document.blocks.count - 1
    }

    /// At the end of an element: its text names the links inside that had no text of their own around them.
    mutating func settlePendingLinks(_ frame: Frame) {
        guard let last = pendingLinks.last, last.link >= frame.linkStart else { return }
        let reach = reach(of: frame)
        let term = frame.tag == .dd ? frames.last?.termBlock : nil
        let bytes = unlinkedBytes - frame.unlinkedStart
        guard reach != .none, bytes > 0 || term != nil || reach == .final else { return }
        let isWhole = (reach == .whole || frame.traits.contains(.panel)) && bytes <= Limits.rowContext
        let whole = isWhole ? containerText(frame, term: term) : ""
        if reach == .whole, isWhole, whole.isEmpty { return }
        let first = pendingLinks.firstIndex { $0.link >= frame.linkStart } ?? pendingLinks.endIndex
        let settled = pendingLinks[first...]
        // Links in other blocks share the element: then only what stands nearest belongs to each.
        let isShared =
            settled.contains { $0.position != last.position }
            || document.links.count - frame.linkStart > settled.count
        for pending in settled {
            let text = isWhole && !isShared ? whole : precedingText(pending, from: frame.blockStart)
            if text.utf8.count > pending.local.utf8.count { document.links[pending.link].row = text }
        }
        pendingLinks.removeSubrange(first...)
    }

    private enum Reach {
        /// Says nothing of single links: lists and table parts.
        case none
        /// Its whole text, when short, belongs to its links.
        case whole
        /// The search ends here, with the nearest text before the link.
        case final
    }

    private func reach(of frame: Frame) -> Reach {
        switch frame.tag {
        case .ul, .ol, .tbody, .thead, .tfoot, .dl: .none
        case .td, .th, .tr, .li, .dd, .dt: .whole
        case .html, .body, .main, .article, .table: .final
        default: frame.closings.contains(.scope) ? .final : .whole
        }
    }

    /// For a list entry its own first text (not that of its sub-entries), else all text of the element.
    private func containerText(_ frame: Frame, term: Int?) -> String {
        if let term { return unlinkedTexts[term] }
        let range = frame.blockStart..<document.blocks.count
        let texts = range.lazy.filter { !self.document.blocks[$0].isHeading }.map { self.unlinkedTexts[$0] }
            .filter { !$0.isEmpty }
        if frame.tag == .li { return texts.first ?? "" }
        return texts.prefix(6).joined(separator: " | ")
    }

    /// In a long flow: the nearest text before the link's block.
    private func precedingText(_ pending: PendingLink, from start: Int) -> String {
        var index = min(pending.position, document.blocks.count) - 1
        let earliest = max(start, index - 4)
        while index >= earliest {
            let text = unlinkedTexts[index]
            if document.blocks[index].isHeading || document.blocks[index].region != context.region { return "" }
            if !text.isEmpty, document.links[pending.link].block != index {
                return text.utf8.count <= 300 ? text : ""
            }
            index -= 1
        }
        return ""
    }
}

/// A reference as an address; nil when it is none that can be asked over http.
func resolvedAddress(_ reference: String, against base: PageAddress) -> PageAddress? {
    do throws(AddressFault) {
        return try PageAddress(reference, relativeTo: base)
    } catch {
        // Broken and other-scheme references are facts of the page; the target as written stays in the link.
        return nil
    }
}
