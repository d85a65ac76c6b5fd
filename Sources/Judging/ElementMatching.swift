import Checklists
import ThaiText
import WebEvidence

/// What a matcher found: where, and the words to quote.
struct ElementHit: Sendable {
    /// The deciding words in the page's own spelling; may be empty for a picture or form without words.
    let quote: String
    let place: String
    var origin = QuoteOrigin.nowhere
    /// True when something is there of which nothing was read.
    var isUnread = false
    /// False for what stands in a picture or menu: it does not show that the content of the page was read.
    var isOfContent = true
    /// True for a table of which only lines are there: anything else that is found tells more.
    var isOfLines = false
}

/// Looks for one element in one scope of one page.
struct ElementMatching {
    let page: AnalysedPage
    let scope: PageScope
    /// True where dates are taken to be there: what is lacking then lacks more than a date.
    var isDateGranted = false

    /// Nil when the matcher does not hold.
    func hit(_ matcher: PreparedMatcher) -> ElementHit? {
        switch matcher {
        case .phrase(let phrases, let places, let atLeast): phraseHit(phrases, places, atLeast)
        case .pattern(let pattern, let places, let atLeast): patternHit(pattern, places, atLeast)
        case .table(let heads, let rows): tableHit(heads, rows)
        case .link(let link): linkHit(link)
        case .form(let fields, let phrases): formHit(fields, phrases)
        case .embed(let hosts, let isUnread): embedHit(hosts, isUnread)
        case .image(let atLeast): imageHit(atLeast)
        case .all(let parts): allHit(parts)
        case .any(let parts): anyHit(parts)
        case .none(let parts):
            parts.contains { ElementMatching(page: page, scope: scope).hit($0) != nil }
                ? nil : ElementHit(quote: "", place: "")
        }
    }

    /// Numbers of the units of the scope that stand in one of the places.
    private func units(_ places: PlaceSet) -> [Int] {
        let hollow = page.hollowUnits
        return page.units.indices.filter { number in
            places.contains(page.units[number].place) && scope.holds(page.units[number]) && !hollow.contains(number)
        }
    }

    /// A hit in a unit with what stands around it.
    private func quoted(_ range: Range<Int>, in number: Int, context: Int) -> ElementHit {
        let unit = page.units[number]
        return ElementHit(
            quote: unit.text.quote(range, context: context), place: unit.place.rawValue,
            origin: .unit(number, range, context: context))
    }

    private func phraseHit(_ wanted: Set<Int>, _ places: PlaceSet, _ atLeast: Int) -> ElementHit? {
        var found: Set<Int> = []
        var first: ElementHit?
        for number in units(places) where !page.units[number].hits.isEmpty {
            let unit = page.units[number]
            for hit in unit.hits where wanted.contains(hit.phrase) {
                found.insert(hit.phrase)
                if first == nil || (unit.place == .body && first?.place != Place.body.rawValue) {
                    first = quoted(hit.range, in: number, context: 60)
                }
            }
        }
        return found.count >= atLeast ? first : nil
    }

    private func patternHit(_ pattern: TextPattern, _ places: PlaceSet, _ atLeast: Int) -> ElementHit? {
        if isDateGranted, [.date, .month, .year].contains(pattern) { return ElementHit(quote: "", place: "") }
        var count = 0
        var first: ElementHit?
        let shown = units(places)
        for (position, number) in shown.enumerated() {
            let unit = page.units[number]
            var ranges = ranges(of: pattern, in: unit)
            if pattern == .signature, !ranges.isEmpty, ElementMatching.isBlankLine(unit),
                !isNamed(shown[position..<min(position + 3, shown.count)])
            {
                ranges = []
            }
            count += ranges.count
            if first == nil, let range = ranges.first {
                first = quoted(range, in: number, context: 50)
            }
            if count >= atLeast { return first }
        }
        return nil
    }

    /// A dotted line waits for a signature.
    private static func isBlankLine(_ unit: TextUnit) -> Bool {
        let bytes = unit.text.bytes
        return bytes.contains(subsequence: Array(".....".utf8)) || bytes.contains(subsequence: Array("____".utf8))
            || bytes.contains(subsequence: Array("……".utf8))
    }

    /// True when a person's name stands at the dotted line or just below it.
    private func isNamed(_ units: ArraySlice<Int>) -> Bool {
        units.contains { !ThaiText.ranges(of: .person, in: page.units[$0].text).isEmpty }
    }

    private func ranges(of pattern: TextPattern, in unit: TextUnit) -> [Range<Int>] {
        switch pattern {
        case .date:
            unit.dates.compactMap { if case .day = $0.kind { $0.range } else { nil } }
        case .month:
            unit.dates.compactMap { date in
                switch date.kind {
                case .month, .monthSpan, .monthNameOnly, .monthNameSpan: date.range
                default: nil
                }
            }
        case .step where isListEntry(unit): [0..<unit.text.bytes.count]
        case .year: unit.dates.compactMap { $0.fiscalYears.isEmpty ? nil : $0.range }
        default: ThaiText.ranges(of: pattern, in: unit.text)
        }
    }

    /// The numbers of a list's entries are drawn by the browser, not written.
    private func isListEntry(_ unit: TextUnit) -> Bool {
        unit.block.map { page.page.document.blocks[$0].kind == .listEntry } ?? false
    }

    private func tableHit(_ heads: [[[UInt8]]], _ rows: Int) -> ElementHit? {
        for (number, table) in page.tables where scope.holds(path: table.headingPath) {
            let reading = page.keptTables.value(number) { TableReading(table) }
            guard reading.filledRows.count >= rows else { continue }
            guard heads.allSatisfy(reading.hasFilledColumn) else { continue }
            let head = reading.head.filter { !$0.isEmpty }.joined(separator: " | ")
            let row = reading.filledRows.first.map { table.rows[$0] } ?? []
            let shown = row.filter { !$0.isEmpty }.joined(separator: " | ")
            return ElementHit(
                quote: ElementMatching.cut("\(head) → \(shown)"), place: "table",
                origin: reading.filledRows.first.map { .row($0, table: number) } ?? .nowhere)
        }
        return lineTableHit(heads, rows)
    }

    /// A row says something: two cells with text, or one with more than a dash or a number.
    static func isFilled(_ row: [String]) -> Bool {
        let cells = row.filter { cell in cell.utf8.contains { $0 > 47 } }
        // One cell over the whole width: a heading between rows, or "no data".
        if row.count > 2, cells.count == row.count, let first = cells.first, cells.allSatisfy({ $0 == first }) {
            return false
        }
        return cells.count >= 2 || (cells.first?.utf8.count ?? 0) > 12
    }

    private func linkHit(_ asked: PreparedLink) -> ElementHit? {
        guard !(asked.hosts.isEmpty && asked.phrases.isEmpty) else { return nil }
        var unread: ElementHit?
        for isFurniture in asked.isFurnitureAsked ? [false, true] : [false] {
            let links = isFurniture ? page.furnitureLinks : page.links
            for (number, link) in links.enumerated() where isFurniture || scope.holds(headings: link.headings, in: page)
            {
                // A link to nowhere: "#" on the page itself.
                if link.target == "#" || link.target.isEmpty && link.address == nil { continue }
                guard asked.hosts.isEmpty || LinkWords.leads(link, to: asked.hosts) else { continue }
                let words = page.keptLinks.value(LinkOnPage(number: number, isFurniture: isFurniture)) {
                    LinkWords(link)
                }
                let isNamed = asked.phrases.isEmpty || asked.phrases.contains { words.words.contains(subsequence: $0) }
                guard isNamed, !words.hasAny(of: asked.unless) else { continue }
                let shown = link.text.isEmpty ? link.label : link.text
                let hit = ElementHit(
                    quote: ElementMatching.cut("\(shown) \(link.target)"), place: "link",
                    origin: .link(link, words: words.deciding(asked.phrases) ?? link.target),
                    isUnread: asked.isUnreadOutside && page.isOutside(link), isOfContent: !isFurniture)
                if !hit.isUnread { return hit }
                unread = unread ?? hit
            }
        }
        return unread
    }

    private func formHit(_ fieldKeys: [[UInt8]], _ phraseKeys: [[UInt8]]) -> ElementHit? {
        for form in page.forms where form.purpose == .message {
            let labels = NormalisedText.key(form.fields.joined(separator: " "))
            let words = NormalisedText.key(
                (form.headings + [form.submitLabel, page.page.document.title] + form.fields).joined(separator: " "))
            guard fieldKeys.isEmpty || fieldKeys.contains(where: { labels.contains(subsequence: $0) }),
                phraseKeys.isEmpty || phraseKeys.contains(where: { words.contains(subsequence: $0) })
            else { continue }
            return ElementHit(
                quote: ElementMatching.cut(form.fields.joined(separator: " · ")), place: "form",
                origin: .below(headings: form.headings))
        }
        return drawnFormHit(fieldKeys, phraseKeys)
    }

    /// What seems to be a form is there, but not that it sends.
    private func drawnFormHit(_ fieldKeys: [[UInt8]], _ phraseKeys: [[UInt8]]) -> ElementHit? {
        guard let form = page.drawnForm, scope.holds(page.units[form.submit]) else { return nil }
        let headings = page.units.filter { $0.place == .heading || $0.place == .title }.map(\.text.bytes)
        guard fieldKeys.isEmpty || fieldKeys.contains(where: { form.labels.contains(subsequence: $0) }),
            phraseKeys.isEmpty
                || phraseKeys.contains(where: { key in
                    form.labels.contains(subsequence: key) || headings.contains { $0.contains(subsequence: key) }
                })
        else { return nil }
        let unit = page.units[form.submit]
        var hit = quoted(0..<unit.text.bytes.count, in: form.submit, context: 0)
        hit.isUnread = true
        return hit
    }

    private func embedHit(_ hosts: [String], _ isUnread: Bool) -> ElementHit? {
        for embed in page.page.document.embeds {
            guard let address = embed.address else { continue }
            let target = address.host + address.path
            if hosts.isEmpty || hosts.contains(where: { LinkWords.matches(target, host: $0) }) {
                return ElementHit(
                    quote: ElementMatching.cut("\(embed.title) \(address.text)"), place: "embed",
                    origin: .below(headings: embed.headings), isUnread: isUnread)
            }
        }
        return nil
    }

    private func imageHit(_ atLeast: Int) -> ElementHit? {
        let shown = page.contentImages.filter { scope.holds(headings: $0.headings, in: page) }
        guard shown.count >= atLeast, let first = shown.first else { return nil }
        let name = first.alternativeText.isEmpty ? (first.address?.fileName ?? "") : first.alternativeText
        return ElementHit(
            quote: ElementMatching.cut(name), place: "image", origin: .below(headings: first.headings),
            isOfContent: false)
    }

    private func allHit(_ parts: [PreparedMatcher]) -> ElementHit? {
        var best: ElementHit?
        for part in parts {
            guard let found = hit(part) else { return nil }
            let isUnread = found.isUnread || best?.isUnread ?? false
            let isOfContent = found.isOfContent && best?.isOfContent ?? true
            if best == nil || (best?.quote.isEmpty ?? true) { best = found }
            best?.isUnread = isUnread
            best?.isOfContent = isOfContent
        }
        return best
    }

    /// What was read counts before what was only seen to be there.
    private func anyHit(_ parts: [PreparedMatcher]) -> ElementHit? {
        var (unread, lines): (ElementHit?, ElementHit?)
        for part in parts {
            guard let found = hit(part) else { continue }
            if !found.isUnread, !found.isOfLines { return found }
            if found.isOfLines { lines = lines ?? found } else { unread = unread ?? found }
        }
        return lines ?? unread
    }

    /// At most 240 characters, on one line.
    static func cut(_ text: String) -> String {
        let folded = text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
        return folded.count > 240 ? String(folded.prefix(239)) + "…" : folded
    }
}
