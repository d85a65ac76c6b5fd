import Checklists
import ThaiText
import WebEvidence

/// Lines that a website prints around every content: counters of visitors, copyright, who made the website, the address
/// at the foot. An assessor who asks whether a page holds anything does not count them.
struct SiteLines: Sendable {
    /// Numbers of units.
    let numbers: Set<Int>
    /// Numbers of the document's tables that count visitors.
    let counters: Set<Int>

    /// Bytes of a line of the site: some two hundred and fifty Thai letters. A longer text only mentions such words.
    private static let longest = 750
    /// Rows of a counter: today, this month, in all.
    private static let leastCounted = 3

    init(_ units: [TextUnit], document: ExtractedDocument, signs: SignKeys) {
        let counting = document.tables.indices.filter { SiteLines.isCounter(document.tables[$0], signs: signs) }
        counters = Set(counting)
        var found = Set(
            units.indices.filter { number in
                let unit = units[number]
                if let table = unit.table, counting.contains(table) { return true }
                guard unit.block != nil, unit.table == nil, unit.text.bytes.count <= SiteLines.longest else {
                    return false
                }
                return signs.holds(.siteLine, in: unit.text)
            })
        found.formUnion(SiteLines.foot(units, besides: found))
        numbers = found
    }

    /// Rows for today, this month and all visitors.
    private static func isCounter(_ table: TextTable, signs: SignKeys) -> Bool {
        let firsts = (table.rows + [table.head]).compactMap(\.first).map { NormalisedText.key($0) }
        return firsts.count { signs.isWhole(.counted, $0) } >= leastCounted
    }

    /// The address below everything else: lines at the end of the page with a telephone number or a postal address.
    private static func foot(_ units: [TextUnit], besides known: Set<Int>) -> [Int] {
        var foot: [Int] = []
        for number in units.indices.reversed() where units[number].block != nil && !known.contains(number) {
            let unit = units[number]
            if unit.place == .link { continue }
            guard unit.table == nil, unit.place == .body, foot.count < mostFootLines, unit.text.bytes.count <= longest,
                !ThaiText.ranges(of: .address, in: unit.text).isEmpty
                    || !ThaiText.ranges(of: .phone, in: unit.text).isEmpty
            else { break }
            foot.append(number)
        }
        return foot
    }

    private static let mostFootLines = 3
}

extension AnalysedPage {
    /// True for a line of the content itself: not of the site, and not in a box beside the content.
    func isOwn(_ number: Int) -> Bool {
        guard !siteLines.numbers.contains(number) else { return false }
        return units[number].block.map { page.document.blocks[$0].region == .main } ?? true
    }
}
