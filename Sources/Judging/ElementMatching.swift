import Checklists
import ThaiText
import WebEvidence

/// What a matcher found: where, and the words to quote.
struct ElementHit: Sendable {
    /// The deciding words in the page's own spelling; may be empty for a picture or form without words.
    let quote: String
    let place: String
}

/// Looks for one element in one scope of one page.
struct ElementMatching {
    let page: AnalysedPage
    let scope: PageScope
    let index: TopicIndex

    /// Nil when the matcher does not hold.
    func hit(_ matcher: Matcher) -> ElementHit? {
        switch matcher {
        case .phrase(let phrases, let places, let atLeast): phraseHit(phrases, places, atLeast)
        case .pattern(let pattern, let places, let atLeast): patternHit(pattern, places, atLeast)
        case .table(let heads, let rows): tableHit(heads, rows)
        case .link(let phrases, let hosts, let unless, let furniture): linkHit(phrases, hosts, unless, furniture)
        case .form(let fields, let phrases): formHit(fields, phrases)
        case .embed(let hosts): embedHit(hosts)
        case .image(let atLeast): imageHit(atLeast)
        case .all(let parts): allHit(parts)
        case .any(let parts): parts.lazy.compactMap { hit($0) }.first
        case .none(let parts): parts.contains { hit($0) != nil } ? nil : ElementHit(quote: "", place: "")
        }
    }

    private func units(_ places: [Place]) -> some Sequence<TextUnit> {
        page.units.lazy.filter { places.contains($0.place) && scope.holds($0) }
    }

    private func phraseHit(_ phrases: [String], _ places: [Place], _ atLeast: Int) -> ElementHit? {
        let wanted = Set(phrases.compactMap(index.number))
        var found: Set<Int> = []
        var first: ElementHit?
        for unit in units(places) {
            for hit in unit.hits where wanted.contains(hit.phrase) {
                found.insert(hit.phrase)
                if first == nil || (unit.place == .body && first?.place != Place.body.rawValue) {
                    first = ElementHit(quote: unit.text.quote(hit.range, context: 60), place: unit.place.rawValue)
                }
            }
        }
        return found.count >= atLeast ? first : nil
    }

    private func patternHit(_ pattern: TextPattern, _ places: [Place], _ atLeast: Int) -> ElementHit? {
        var count = 0
        var first: ElementHit?
        let shown = Array(units(places))
        for (number, unit) in shown.enumerated() {
            var ranges = ranges(of: pattern, in: unit)
            if pattern == .signature, ElementMatching.isBlankLine(unit), !isNamed(shown, after: number) { ranges = [] }
            count += ranges.count
            if first == nil, let range = ranges.first {
                first = ElementHit(quote: unit.text.quote(range, context: 50), place: unit.place.rawValue)
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
    private func isNamed(_ units: [TextUnit], after number: Int) -> Bool {
        units[number..<min(number + 3, units.count)].contains { !ThaiText.ranges(of: .person, in: $0.text).isEmpty }
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

    private func tableHit(_ heads: [[String]], _ rows: Int) -> ElementHit? {
        let groups = heads.map { group in group.map { NormalisedText.key($0) } }
        for (_, table) in page.tables.sorted(by: { $0.key < $1.key }) where scope.holds(path: table.headingPath) {
            let headCells = table.head.isEmpty ? (table.rows.first ?? []) : table.head
            let names = headCells.map { NormalisedText.key($0) }
            let body = table.head.isEmpty ? Array(table.rows.dropFirst()) : table.rows
            let filled = body.filter { ElementMatching.isFilled($0) }
            guard filled.count >= rows else { continue }
            let holds = groups.allSatisfy { group in
                group.contains { phrase in names.contains { $0.contains(subsequence: phrase) } }
            }
            guard holds else { continue }
            let head = headCells.filter { !$0.isEmpty }.joined(separator: " | ")
            let row = filled.first?.filter { !$0.isEmpty }.joined(separator: " | ") ?? ""
            return ElementHit(quote: ElementMatching.cut("\(head) → \(row)"), place: "table")
        }
        return nil
    }

    /// A row says something: two cells with text, or one with more than a dash or a number.
    static func isFilled(_ row: [String]) -> Bool {
        let cells = row.filter { cell in cell.utf8.contains { $0 > 47 } }
        return cells.count >= 2 || (cells.first?.utf8.count ?? 0) > 12
    }

    private func linkHit(
        _ phrases: [String], _ hosts: [String], _ unless: [String], _ furniture: Bool
    ) -> ElementHit? {
        let barred = unless.map { NormalisedText.key($0) }
        let keys = phrases.map { NormalisedText.key($0) }
        var candidates = page.links.filter { scope.holds(headings: $0.headings, in: page) }
        if furniture { candidates += page.furnitureLinks }
        for link in candidates {
            let target = link.address.map { $0.host + $0.path } ?? link.target.lowercased()
            let isHost = hosts.isEmpty || hosts.contains { ElementMatching.matches(target, host: $0) }
            guard isHost, !(hosts.isEmpty && keys.isEmpty) else { continue }
            let words = NormalisedText.key([link.text, link.label, link.row, link.columnHead].joined(separator: " "))
            let isNamed = keys.isEmpty || keys.contains { words.contains(subsequence: $0) }
            guard isNamed, !isBarred(link, words: words, by: barred) else { continue }
            let shown = link.text.isEmpty ? link.label : link.text
            return ElementHit(quote: ElementMatching.cut("\(shown) \(link.target)"), place: "link")
        }
        return nil
    }

    private func isBarred(_ link: PageLink, words: [UInt8], by barred: [[UInt8]]) -> Bool {
        guard !barred.isEmpty else { return false }
        let target = NormalisedText.key(link.target)
        return barred.contains { words.contains(subsequence: $0) || target.contains(subsequence: $0) }
    }

    /// `facebook.com` matches the host and those below it; with a path, the beginning of host and path.
    static func matches(_ target: String, host: String) -> Bool {
        let wanted = host.lowercased()
        if wanted.utf8.contains(UInt8(ascii: "/")) {
            return target == wanted || target.hasPrefix(wanted) || target.hasPrefix("www." + wanted)
        }
        let name = target.prefix { $0 != "/" }
        return name == wanted || name.hasSuffix("." + wanted)
    }

    private func formHit(_ fields: [String], _ phrases: [String]) -> ElementHit? {
        let fieldKeys = fields.map { NormalisedText.key($0) }
        let phraseKeys = phrases.map { NormalisedText.key($0) }
        for form in page.forms where form.purpose == .message {
            let labels = NormalisedText.key(form.fields.joined(separator: " "))
            let words = NormalisedText.key(
                (form.headings + [form.submitLabel, page.page.document.title] + form.fields).joined(separator: " "))
            guard fieldKeys.isEmpty || fieldKeys.contains(where: { labels.contains(subsequence: $0) }),
                phraseKeys.isEmpty || phraseKeys.contains(where: { words.contains(subsequence: $0) })
            else { continue }
            return ElementHit(quote: ElementMatching.cut(form.fields.joined(separator: " · ")), place: "form")
        }
        return nil
    }

    private func embedHit(_ hosts: [String]) -> ElementHit? {
        for embed in page.page.document.embeds {
            guard let address = embed.address else { continue }
            let target = address.host + address.path
            if hosts.isEmpty || hosts.contains(where: { ElementMatching.matches(target, host: $0) }) {
                return ElementHit(quote: ElementMatching.cut("\(embed.title) \(address.text)"), place: "embed")
            }
        }
        return nil
    }

    private func imageHit(_ atLeast: Int) -> ElementHit? {
        let shown = page.images.filter { scope.holds(headings: $0.headings, in: page) }
        guard shown.count >= atLeast, let first = shown.first else { return nil }
        let name = first.alternativeText.isEmpty ? (first.address?.fileName ?? "") : first.alternativeText
        return ElementHit(quote: ElementMatching.cut(name), place: "image")
    }

    private func allHit(_ parts: [Matcher]) -> ElementHit? {
        var best: ElementHit?
        for part in parts {
            guard let found = hit(part) else { return nil }
            if best == nil || (best?.quote.isEmpty ?? true) { best = found }
        }
        return best
    }

    /// At most 240 characters, on one line.
    static func cut(_ text: String) -> String {
        let folded = text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
        return folded.count > 240 ? String(folded.prefix(239)) + "…" : folded
    }
}

extension [UInt8] {
    /// True when the other bytes stand somewhere inside these; an empty one never does.
    func contains(subsequence other: [UInt8]) -> Bool {
        guard let first = other.first, count >= other.count else { return false }
        var start = 0
        let last = count - other.count
        while start <= last {
            if self[start] == first, self[start..<(start + other.count)].elementsEqual(other) { return true }
            start += 1
        }
        return false
    }
}
