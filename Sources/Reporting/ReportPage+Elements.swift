import Findings
import GradingCore
import WebEvidence

/// Words of a page in their place: what stands before them, the quote, and which part of it decides.
struct QuoteInContext: Hashable {
    var before = ""
    var quote: String
    /// Inside `quote`; empty when the whole quote decides.
    var words = ""
    var after = ""
    /// The page or sheet of a file.
    var location: QuoteLocation?

    /// The surroundings as found; where there are none, those inside a longer quote of the same page that holds it.
    init(_ element: ElementMatch, page: Evidence?) {
        let around = element.surroundings
        (before, quote, words, after) = (around.before, element.quote, around.words, around.after)
        location = around.location
        guard before.isEmpty, after.isEmpty, words.isEmpty,
            let longer = page?.quotes.first(where: { $0.text != element.quote && $0.text.contains(element.quote) })
        else { return }
        (before, after) = (longer.surroundings.before, longer.surroundings.after)
        (quote, words) = (longer.text, element.quote)
    }

    init(_ found: Evidence.Quote) {
        let around = found.surroundings
        (before, quote, words, after) = (around.before, found.text, around.words, around.after)
        location = around.location
    }

    /// Quote with surroundings; the deciding words are marked.
    var markup: Markup {
        // A quote that was cut begins or ends with an ellipsis: its surroundings go on at that very place. Any other
        // quote is whole, and what stands around it is text of its own.
        var text = CleanText.line(quote)
        var (lead, tail) = (before, after)
        if !lead.isEmpty {
            if text.hasPrefix("…") { text.removeFirst() } else { lead += " " }
        }
        if !tail.isEmpty {
            if text.hasSuffix("…") { text.removeLast() } else { tail = " " + tail }
        }
        let decisive = CleanText.line(words)
        let parts: (String, String, String)
        if !decisive.isEmpty, let range = text.firstRange(of: decisive) {
            parts = (String(text[..<range.lowerBound]), decisive, String(text[range.upperBound...]))
        } else {
            parts = ("", text, "")
        }
        return """
            \(QuoteInContext.around(lead))\(QuoteInContext.spaced(parts.0))<mark>\(parts.1)</mark>\
            \(QuoteInContext.spaced(parts.2))\(QuoteInContext.around(tail))
            """
    }

    private static func around(_ text: String) -> Markup {
        text.isEmpty ? "" : "<span>\(spaced(text))</span>"
    }

    /// Cleaning trims a text; spaces at a seam are written as markup so that words do not run together.
    private static func spaced(_ text: String) -> Markup {
        let inner: Markup = "\(text)"
        guard !inner.isEmpty else { return text.isEmpty ? "" : " " }
        let isSpace = { (scalar: Unicode.Scalar?) in scalar?.properties.isWhitespace ?? false }
        return """
            \(isSpace(text.unicodeScalars.first) ? " " : "" as Markup)\(inner)\
            \(isSpace(text.unicodeScalars.last) ? " " : "" as Markup)
            """
    }
}

extension ReportPage {
    /// Elements that rest on the same words share one quote. What is missing stands first.
    func elements(of finding: ItemFinding) -> Markup {
        var groups: [(quote: QuoteInContext?, page: Evidence?, place: String, elements: [ElementMatch])] = []
        for element in finding.elements.filter({ $0.verdict != .satisfied })
            + finding.elements.filter({
                $0.verdict == .satisfied
            })
        {
            let page = element.evidence.flatMap { report.evidence[$0] }
            let quote = element.quote.isEmpty ? nil : QuoteInContext(element, page: page)
            let place = groups.firstIndex {
                quote != nil && $0.quote == quote && $0.page?.id == page?.id && $0.place == element.place
            }
            if let place {
                groups[place].elements.append(element)
            } else {
                groups.append((quote, page, element.place, [element]))
            }
        }
        let entries = groups.map { group -> Markup in
            let parts = group.elements.map(part)
            return "<li>\(Markup(parts, separator: "<br>"))\(figure(group.quote, group.page, group.place))</li>\n"
        }
        return entries.isEmpty ? "" : block(ReportTexts.elements, "<ul class=\"parts\">\(entries)</ul>")
    }

    private func part(_ part: ElementMatch) -> Markup {
        let badge = element(
            "b", part.verdict.elementWords, " class=\"v \(Markup(stringLiteral: part.verdict.rawValue))\"")
        let weak: Markup = part.confidence == .low ? " \(element("small", ReportTexts.notSureOwed))" : ""
        return "\(badge) \(say(part.title))\(weak)"
    }

    private func figure(_ quote: QuoteInContext?, _ page: Evidence?, _ place: String) -> Markup {
        guard let quote else { return "" }
        var origin: [Markup] = place.isEmpty ? [] : [say(ReportTexts.place(place))]
        if let location = quote.location { origin.append(locationLink(location, of: page)) }
        if let page { origin.append(evidenceLink(page.id)) }
        let caption: Markup =
            origin.isEmpty ? "" : "<figcaption>\(Markup(origin, separator: " · "))</figcaption>"
        return "<figure><blockquote lang=\"th\"><bdi>\(quote.markup)</bdi></blockquote>\(caption)</figure>"
    }

    /// The page or sheet of a file; the page of a PDF as a link that opens it there.
    func locationLink(_ location: QuoteLocation, of page: Evidence?) -> Markup {
        let words = say(ReportTexts.location(location))
        guard location.kind == .page, let page, let address = pageAddress(page, location.number) else { return words }
        return "<a href=\"\(address)\" rel=\"noopener noreferrer\">\(words)</a>"
    }

    /// Viewers of PDF files take the page from the fragment.
    private func pageAddress(_ page: Evidence, _ number: Int) -> String? {
        do { return try PageAddress(page.url).withFragment("page=\(number)").text } catch { return nil }
    }

    /// Quotes of a page that neither an element nor a date of the item has told already, each once.
    func furtherQuotes(of page: Evidence, in finding: ItemFinding) -> [Markup] {
        let dates = Set(finding.currency.found.filter { $0.evidence == page.id }.map(\.text))
        let told = finding.elements.filter { $0.evidence == page.id && !$0.quote.isEmpty }.map(\.quote)
        var seen: Set<String> = [page.title]
        return page.quotes.filter { quote in
            guard !dates.contains(quote.text), seen.insert(quote.text).inserted else { return false }
            return !told.contains { $0.contains(quote.text) || quote.text.contains($0) }
        }.map { quote in
            """
            <li><q lang="th"><bdi>\(QuoteInContext(quote).markup)</bdi></q> (\(say(ReportTexts.place(quote.place)))\
            \(quote.surroundings.location.map { " · \(locationLink($0, of: page))" } ?? ""))</li>
            """
        }
    }
}
