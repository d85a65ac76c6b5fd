import Checklists
import ThaiText
import WebEvidence

/// The part of a page whose dates are those of the evidence: the part that was judged, and its sisters for other months.
struct DatedPart {
    private let scopes: [PageScope]

    init(_ page: AnalysedPage, scope: PageScope, index: TopicIndex) {
        scopes = [scope] + DatedPart.sisters(of: scope, on: page, index: index)
    }

    func holds(_ unit: TextUnit) -> Bool { scopes.contains { $0.holds(unit) } }

    /// Parts of the same rank with content whose headings differ from that of the scope in the month or quarter alone.
    private static func sisters(of scope: PageScope, on page: AnalysedPage, index: TopicIndex) -> [PageScope] {
        guard let own = page.units.first(where: { $0.level > 0 && $0.block == scope.heading && $0.block != nil }),
            let name = words(beside: own)
        else { return [] }
        return page.units.compactMap { unit in
            guard unit.level == own.level, let block = unit.block, block != own.block,
                unit.headingPath == own.headingPath, words(beside: unit) == name
            else { return nil }
            let scope = PageScope(heading: block)
            let isFilled = page.units.contains { $0.block != block && scope.holds($0) && isContent($0, index: index) }
            return isFilled ? scope : nil
        }
    }

    /// More than a dash, a column's head or "being collected"; "nothing was bought" is content.
    private static func isContent(_ unit: TextUnit, index: TopicIndex) -> Bool {
        (unit.place == .body || unit.place == .link) && unit.text.bytes.count >= 9
            && !unit.hits.contains(where: index.isEmptiness)
    }

    /// The words of a heading without its month or quarter; nil for one that has none.
    private static func words(beside unit: TextUnit) -> [UInt8]? {
        guard unit.dates.contains(where: isPartOfYear) else { return nil }
        var bytes = unit.text.bytes
        for date in unit.dates.reversed() { bytes.removeSubrange(date.range) }
        return bytes
    }

    private static func isPartOfYear(_ date: TextDate) -> Bool {
        switch date.kind {
        case .month, .monthNameOnly, .quarter, .quarterOnly: true
        default: false
        }
    }
}

extension TextUnit {
    /// Where the name of a topic ends with which the line begins. A name may end in words of the date: รายงานประจำปี 2565.
    func opening(of topic: Int, index: TopicIndex) -> Int? {
        guard place != .fileName, place != .link, table == nil else { return nil }
        let named =
            hits.filter { index.names(topic, $0) }.map(\.range) + composed.filter { $0.topic == topic }.map(\.range)
        return named.filter { index.isTitle($0, in: text, most: 24) }.map(\.upperBound).min()
    }

    /// What ties a date of the line to the evidence.
    /// - Parameter name: the end of the item's name at the beginning of the line.
    func tie(of date: TextDate, name: Int?, isSubtitle: Bool) -> DatedEvidence.Tie {
        if date.isOfThisText { return .name }
        if let name, dates.first(where: { $0.range.upperBound > name && $0.period != nil })?.range == date.range {
            return isSubtitle ? .subtitle : .name
        }
        return table == nil && date.range.count * 10 >= text.bytes.count * 7 ? .line : .none
    }
}

extension AnalysedPage {
    /// True for a heading directly below another one.
    func isSubtitle(_ number: Int) -> Bool {
        guard units[number].place == .heading, units[number].block != nil, number > 0 else { return false }
        return units[number - 1].level > 0 && units[number - 1].place == .heading
    }

    func isListEntry(_ unit: TextUnit) -> Bool {
        unit.block.map { page.document.blocks[$0].kind == .listEntry } ?? false
    }

    /// True for the way to a page, which ends with its title: "Home » Services » Plan 2566".
    func isWay(_ number: Int) -> Bool {
        let way = units[number].text.bytes
        guard units[number].place == .body, units[number].table == nil else { return false }
        return units[(number + 1)...].contains { unit in
            unit.level > 0 && unit.text.bytes.count >= AnalysedPage.leastTitle && way.count > unit.text.bytes.count
                && way.suffix(unit.text.bytes.count).elementsEqual(unit.text.bytes)
        }
    }

    /// Bytes: eight Thai letters.
    private static let leastTitle = 24
}
