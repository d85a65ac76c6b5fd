public import WebEvidence

/// What a fetch turned out to be, once its content was looked at.
public struct ClassifiedOutcome: Sendable, Hashable {
    public var outcome: Outcome
    /// The words of the page that decided, in the rule's spelling; empty where no words did.
    public var quote: String
    /// One English sentence, or the id of the rule with its reason; empty for an unchanged outcome.
    public var why: String

    public init(outcome: Outcome, quote: String = "", why: String = "") {
        self.outcome = outcome
        self.quote = quote
        self.why = why
    }
}

/// Completes the transport's outcome by the content of the answer.
///
/// Outcomes without content (names, connections, time) stay. Answers with an error status change only where a
/// signature names their status (a challenge sent with 403 or 503). Content read in spite of a TLS fault keeps the
/// TLS outcome when it is in order.
///
/// - Parameters:
///   - document: what was read; nil where nothing was asked for or the kind is not read.
///   - kind: of the body, by `bodyKind`.
///   - siteFrontPage: the front page of the agency's site, where known.
/// - Returns: the outcome with the words that decided it.
public func completedOutcome(
    of record: FetchRecord, document: ExtractedDocument?, kind: BodyKind, siteFrontPage: PageAddress?,
    signatures: PageSignatures
) -> ClassifiedOutcome {
    let unchanged = ClassifiedOutcome(outcome: record.outcome)
    guard isOpenToContent(record) else { return unchanged }
    let isSuccess = (200...299).contains(record.status ?? 200)
    if isSuccess, record.body.allSatisfy({ $0 <= 32 }), document?.embeds.isEmpty ?? true {
        return ClassifiedOutcome(outcome: .empty, why: "The answer has no body.")
    }
    if isSuccess, let document, let fault = document.fault, document.blocks.isEmpty {
        return ClassifiedOutcome(outcome: fault.outcome)
    }
    if isSuccess, !kind.isReadable {
        // A file: what it says was read, or is not asked for (as in a check of links).
        if kind.isFile { return unchanged }
        return ClassifiedOutcome(outcome: .unsupportedType, why: "The body is of kind \(kind.rawValue).")
    }
    let read = document ?? ExtractedDocument()
    if let found = signature(in: read, record: record, signatures: signatures) { return found }
    guard isSuccess else { return unchanged }
    if let home = homeRedirect(record, read, siteFrontPage) { return home }
    return contentOutcome(read, kind: kind) ?? unchanged
}

/// Outcomes whose answer has a body that may say more.
private func isOpenToContent(_ record: FetchRecord) -> Bool {
    switch record.outcome {
    case .ok, .blocked, .http4xx, .http5xx, .http404, .loginRequired: true
    case .tlsExpired, .tlsHostname, .tlsIncompleteChain, .tlsUntrusted, .tlsProtocol, .tlsWeak: record.status != nil
    default: false
    }
}

private func signature(
    in document: ExtractedDocument, record: FetchRecord, signatures: PageSignatures
) -> ClassifiedOutcome? {
    let content = PageContent(document)
    for rule in signatures.signatures {
        guard let quote = rule.evidence(in: content, of: document, record: record) else { continue }
        let words = quote == rule.why ? "" : quote
        return ClassifiedOutcome(outcome: rule.outcome, quote: words, why: "\(rule.id): \(rule.why)")
    }
    return nil
}

// MARK: Redirect to the front page

func homeRedirect(
    _ record: FetchRecord, _ document: ExtractedDocument, _ front: PageAddress?
) -> ClassifiedOutcome? {
    guard !isFront(record.requested, front) else { return nil }
    let why = "The address leads to the front page of a site, not to the page that was asked for."
    if !record.redirects.isEmpty, isFront(record.final, front), !isSamePage(record.final, record.requested) {
        return ClassifiedOutcome(outcome: .redirectedHome, quote: record.final.text, why: why)
    }
    if let target = document.refreshTarget, isFront(target, front), PageContent(document).length < 200 {
        return ClassifiedOutcome(outcome: .redirectedHome, quote: target.text, why: why)
    }
    return nil
}

private func isFront(_ address: PageAddress, _ front: PageAddress?) -> Bool {
    address.isFrontPage || (front.map { isSamePage(address, $0) } ?? false)
}

/// The same host (with or without `www.`), path and query; scheme, port and fragment aside.
private func isSamePage(_ one: PageAddress, _ other: PageAddress) -> Bool {
    func path(_ address: PageAddress) -> Substring {
        address.path.hasSuffix("/") ? address.path.dropLast() : address.path[...]
    }
    return bareHost(one) == bareHost(other) && path(one) == path(other) && (one.query ?? "") == (other.query ?? "")
}

func bareHost(_ address: PageAddress) -> String {
    address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
}

// MARK: Content

private func contentOutcome(_ document: ExtractedDocument, kind: BodyKind) -> ClassifiedOutcome? {
    if document.needsScript {
        return ClassifiedOutcome(outcome: .scriptOnly, why: "The page holds scripts and next to no text.")
    }
    if document.hasDamagedText, replacedShare(document) >= 5 {
        return ClassifiedOutcome(outcome: .badEncoding, why: "More than one character in twenty fits no encoding.")
    }
    if isEmpty(document) {
        return ClassifiedOutcome(outcome: .empty, why: "Outside title, menu and footer there is nothing on the page.")
    }
    return nil
}

/// U+FFFD in percent of all characters that are not ASCII.
private func replacedShare(_ document: ExtractedDocument) -> Int {
    var replaced = 0
    var all = 0
    for block in document.blocks {
        for scalar in block.text.unicodeScalars where scalar.value >= 0x80 {
            all += 1
            if scalar.value == 0xFFFD { replaced += 1 }
        }
    }
    return all == 0 ? 0 : replaced * 100 / all
}

/// Letters of a title that may stand a second time above nothing.
private let longestBareTitle = 24

/// Nothing but title, headings, menus and footer. A sentence such as "under construction" is content: it is judged
/// later, as an empty shell.
private func isEmpty(_ document: ExtractedDocument) -> Bool {
    let title = foldedForPhrases(document.title)
    let hasText = document.blocks.contains { block in
        guard block.region == .main, !block.isHeading else { return false }
        let text = foldedForPhrases(block.text)
        // A long line that repeats the title may be the name of a file that is not shown: it is judged.
        return text.count > 2 && (text != title || text.count >= longestBareTitle)
    }
    if hasText || !document.embeds.isEmpty || document.refreshTarget != nil { return false }
    let hasHeadings = document.blocks.count { $0.region == .main && $0.isHeading } > 2
    let hasImage = document.images.contains { $0.region == .main }
    let hasLink = document.links.contains { $0.region == .main && $0.address != nil }
    let hasForm = document.forms.contains { $0.region == .main && $0.purpose != .search }
    return !hasHeadings && !hasImage && !hasLink && !hasForm
}
