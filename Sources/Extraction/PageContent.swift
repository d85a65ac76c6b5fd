import WebEvidence

/// The words of a page as signatures look at them.
struct PageContent {
    let title: [UInt8]
    let headings: [UInt8]
    /// The headings down to the one that the title of the page repeats: what stands below is no longer its subject.
    let leading: [UInt8]
    /// The title and the first heading of the content: what the page says that it is about.
    let subject: [UInt8]
    /// All text outside menus and footers that is not the title again; on a page without any, nothing.
    let body: [UInt8]
    /// Unicode scalars of `body`, white space not counted.
    let length: Int

    /// Bytes of a heading that is more than a word: eight Thai letters.
    private static let shortestTitle = 24

    init(_ document: ExtractedDocument) {
        title = foldedForPhrases(document.title)
        var headings: [UInt8] = []
        var leading: [UInt8]?
        var body: [UInt8] = []
        for block in document.blocks where block.region == .main || block.region == .header {
            let text = foldedForPhrases(block.text)
            if block.isHeading {
                headings += text
                headings.append(10)
                let isTitle = text.count >= PageContent.shortestTitle && occurrences(of: text, in: title, limit: 1) > 0
                if leading == nil, isTitle { leading = headings }
            }
            guard block.region == .main else { continue }
            body += text
            body.append(10)
        }
        self.headings = headings
        self.leading = leading ?? headings
        let first = document.blocks.first { $0.isHeading && $0.region == .main }?.text ?? ""
        subject = title + [10] + foldedForPhrases(first)
        self.body = body
        length = body.count { $0 & 0xC0 != 0x80 && $0 != 10 }
    }
}

extension PageSignatures.Signature {
    /// The phrase by which the page is recognised, or the rule's reason where no phrase is asked; nil when the rule
    /// does not fit.
    func evidence(in content: PageContent, of document: ExtractedDocument, record: FetchRecord) -> String? {
        guard fits(record), fits(document) else { return nil }
        if let maximumText, content.length > maximumText { return nil }
        let contrary = unless.contains { occurrences(of: $0.folded, in: content.subject, limit: 1) > 0 }
        guard !contrary else { return nil }
        // A box for staff below the title is no wall before the content.
        let headings = form == .login ? content.leading : content.headings
        let places = [(title, content.title), (heading, headings), (body, content.body)].filter {
            !$0.0.isEmpty
        }
        guard !places.isEmpty else { return why }
        if let sieve, content.body.count > 2_000, !places.contains(where: { sieve.mayOccur(in: $0.1) }) { return nil }
        return hits(places, length: content.body.count)
    }

    /// True when nothing about the answer itself speaks against the rule.
    func fits(_ record: FetchRecord) -> Bool {
        if let status = record.status, !statuses.contains(where: { $0.contains(status) }) { return false }
        let host = record.final.host
        if !hosts.isEmpty, !hosts.contains(where: { host == $0 || host.hasSuffix("." + $0) }) { return false }
        let path = record.final.path.lowercased()
        if !paths.isEmpty, !paths.contains(where: path.hasPrefix) { return false }
        guard let header else { return true }
        guard let value = record.header(header.name)?.lowercased() else { return false }
        return header.value.isEmpty || occurrences(of: Array(header.value.utf8), in: Array(value.utf8), limit: 1) > 0
    }

    private func fits(_ document: ExtractedDocument) -> Bool {
        form.map { purpose in document.forms.contains { $0.purpose == purpose } } ?? true
    }

    private func hits(_ places: [([PageSignatures.Phrase], [UInt8])], length: Int) -> String? {
        var total = 0
        var bytes = 0
        var found: Set<[UInt8]> = []
        var quote: String?
        for (phrases, text) in places {
            let before = total
            for phrase in phrases {
                let count = occurrences(of: phrase.folded, in: text)
                guard count > 0 else { continue }
                total += count
                bytes += count * phrase.folded.count
                found.insert(phrase.folded)
                quote = quote ?? phrase.written
            }
            if needsAllPlaces, total == before { return nil }
        }
        guard total >= minimumHits, found.count >= minimumPhrases, bytes * 100 >= minimumPercent * length else {
            return nil
        }
        return quote
    }
}
