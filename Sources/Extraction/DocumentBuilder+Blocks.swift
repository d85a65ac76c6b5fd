import WebEvidence

/// The run of text that is being gathered in the buffer.
struct TextRun {
    struct Span {
        var link: Int
        var start: Int
        var end: Int
    }
    /// Where links stand in the buffer; the end of an open link is set when the run ends.
    var spans: [Span] = []
    /// Offsets at which a new line begins.
    var lineStarts: [Int] = []
    var boldBytes = 0
    /// Right after `<br>` with no text since.
    var isAfterBreak = false
    /// Ids of the panels that this run's text opens.
    var labelTargets: [(id: String, isControl: Bool)] = []

    /// True when the whole text is bold; a stray colon or bracket outside does not matter.
    func isBold(of length: Int) -> Bool { boldBytes > 0 && boldBytes * 20 >= length * 19 }

    /// Bytes inside links, those of a link inside another counted once.
    var linkedBytes: Int {
        var covered = 0
        var position = 0
        for span in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where span.end > position {
            covered += span.end - max(span.start, position)
            position = span.end
        }
        return covered
    }

    mutating func clear() {
        spans.removeAll(keepingCapacity: true)
        lineStarts.removeAll(keepingCapacity: true)
        boldBytes = 0
        isAfterBreak = false
        labelTargets.removeAll(keepingCapacity: true)
    }
}

extension DocumentBuilder {
    /// Where a block element begins or ends: a new block, or inside a data cell a new line.
    mutating func boundary() {
        if context.isInDataCell { breakLine() } else { flush() }
    }

    /// `<br>`: a space, and the second in a row ends the block.
    mutating func readBreak() {
        if run.isAfterBreak, !context.isInDataCell { return flush() }
        breakLine()
        run.isAfterBreak = !buffer.isEmpty
    }

    private mutating func breakLine() {
        guard !buffer.isEmpty else { return }
        buffer.appendSpace()
        if run.lineStarts.last != buffer.count { run.lineStarts.append(buffer.count) }
    }

    /// Ends the current block.
    mutating func flush() {
        closeSpans()
        defer { reopenSpans() }
        guard !buffer.isEmpty else {
            for span in run.spans { notePending(span.link, local: "") }
            return
        }
        let kind = kindOfRun()
        let bytes = buffer.bytes
        let unlinked = unlinkedText(bytes)
        appendBlock(kind: kind, unlinked: unlinked)
        let contexts = run.spans.isEmpty ? [] : lineContexts(bytes, run.spans, run.lineStarts)
        for (span, local) in zip(run.spans, contexts) {
            document.links[span.link].row = local
            if local.utf8.count < 20 { notePending(span.link, local: local) }
        }
    }

    /// Writes the run down as a block and gives it to its links, its panels and the heading path.
    private mutating func appendBlock(kind: TextBlock.Kind, unlinked: String) {
        let index = document.blocks.count
        var block = TextBlock(
            kind: kind, text: buffer.text, linkedBytes: run.linkedBytes, headingPath: headings.path,
            region: context.region)
        for span in run.spans {
            if block.links.last != span.link { block.links.append(span.link) }
            if document.links[span.link].block == nil { document.links[span.link].block = index }
        }
        for target in run.labelTargets {
            panelLabels[target.id] = PanelLabel(block: index, isControl: target.isControl)
        }
        if case .heading(let level) = kind, !context.isTabLabel {
            headings.push(block: index, level: level, text: block.text)
        }
        document.blocks.append(block)
        unlinkedTexts.append(unlinked)
        unlinkedBytes += unlinked.utf8.count
    }

    /// What the page says to a browser without scripts in place of its content. Above all headings stands what every
    /// page of the site says.
    mutating func noteNoScript(_ node: HTMLNode) {
        guard context.region == .main, !headings.path.isEmpty, openLinks.isEmpty, !context.isInDataCell else { return }
        let text = foldedText(node.directText)
        guard (12...600).contains(text.utf8.count) else { return }
        flush()
        document.blocks.append(
            TextBlock(kind: .paragraph, text: text, headingPath: headings.path, region: context.region))
        unlinkedTexts.append(text)
        unlinkedBytes += text.utf8.count
    }

    /// Text outside links; the block's own text when it holds none.
    func unlinkedText(_ bytes: [UInt8]) -> String {
        guard !run.spans.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
        var kept: [UInt8] = []
        var position = 0
        for span in run.spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where span.end > position {
            if span.start > position {
                kept.append(contentsOf: bytes[position..<span.start])
                kept.append(0x20)
            }
            position = span.end
        }
        kept.append(contentsOf: bytes[position...])
        return withoutOuterPunctuation(foldedText(kept))
    }

    /// Notes where the open links end in this run, and takes their text.
    func spanRange(from start: Int) -> Range<Int> {
        let bytes = buffer.bytes
        let from = min(start, bytes.count)
        return (from < bytes.count && bytes[from] == 0x20 ? from + 1 : from)..<bytes.count
    }

    private mutating func closeSpans() {
        for index in openLinks.indices {
            let range = spanRange(from: openLinks[index].start)
            guard !range.isEmpty else { continue }
            takeSpan(index, range)
        }
    }

    mutating func takeSpan(_ index: Int, _ range: Range<Int>) {
        let link = openLinks[index].link
        run.spans.append(TextRun.Span(link: link, start: range.lowerBound, end: range.upperBound))
        guard openLinks[index].text.count < Limits.linkText else { return }
        buffer.bytes[range].withUnsafeBufferPointer {
            openLinks[index].text.appendSpace()
            openLinks[index].text.append($0)
        }
    }

    private mutating func reopenSpans() {
        buffer.removeAll()
        run.clear()
        for index in openLinks.indices { openLinks[index].start = 0 }
    }

    // MARK: Kind

    private func kindOfRun() -> TextBlock.Kind {
        let length = buffer.count
        if case .heading = context.kind {
            guard let start = context.impliedTitleStart else { return length <= 600 ? context.kind : .paragraph }
            let isTitle = length <= Limits.impliedTitle && start == document.blocks.count && !hasRealLink
            return isTitle ? context.kind : .paragraph
        }
        let isTitle = run.isBold(of: length) && length <= Limits.impliedTitle && run.spans.isEmpty
        guard isTitle else { return context.kind }
        switch context.kind {
        case .paragraph: return .heading(level: 3)
        case .cell(nil, _, _, _):
            return tables.last?.cellsInRow == 1 || !isLeavingCell ? .heading(level: 3) : context.kind
        default: return context.kind
        }
    }

    /// A link that leads to another page, not to a panel of this one.
    private var hasRealLink: Bool {
        run.spans.contains { span in
            let target = document.links[span.link].target
            return !target.hasPrefix("#") && !target.lowercased().hasPrefix("javascript:")
        }
    }
}
