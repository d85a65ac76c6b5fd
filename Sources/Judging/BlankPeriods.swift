import Checklists
import ThaiText
import WebEvidence

/// Months and quarters that are named and left empty: a form's labels with nothing behind them, a month's heading or
/// row with nothing under it while other months of the page have something. They cover nothing.
struct BlankPeriods {
    /// Numbers of the units that name an empty month.
    private let units: Set<Int>

    init(_ page: AnalysedPage) {
        units = BlankPeriods.rows(of: page).union(BlankPeriods.headings(of: page))
    }

    func holds(_ unit: Int) -> Bool { units.contains(unit) }

    /// ไตรมาสที่ 2 : ไตรมาสที่ 3 : with nothing between.
    static func isLabel(_ date: TextDate, of unit: TextUnit) -> Bool {
        guard date.period == nil, unit.place == .body else { return false }
        let bytes = unit.text.bytes
        var end = date.range.upperBound
        guard end < bytes.count, bytes[end] == 0x3A else { return false }
        end += 1
        return end == bytes.count || unit.dates.contains { $0.range.lowerBound == end }
    }

    /// Rows with one cell that is a month, and no row of its own after it.
    private static func rows(of page: AnalysedPage) -> Set<Int> {
        var rows: [Int: [Int: [Int]]] = [:]
        for (number, unit) in page.units.enumerated() {
            guard let block = unit.block, unit.table != nil,
                case .cell(let table?, let row, _, _) = page.page.document.blocks[block].kind
            else { continue }
            rows[table, default: [:]][row, default: []].append(number)
        }
        return rows.values.reduce(into: Set<Int>()) { blank, table in
            let lines = table.sorted { $0.key < $1.key }.map(\.value)
            blank.formUnion(
                empty(lines.map { $0.count == 1 && isMonth(page.units[$0[0]]) ? $0[0] : nil }))
        }
    }

    /// Headings that are a month, and directly after them another heading of the rank or nothing.
    private static func headings(of page: AnalysedPage) -> Set<Int> {
        empty(
            page.units.indices.filter { page.units[$0].place != .title && page.units[$0].place != .fileName }.map {
                page.units[$0].level > 0 && isMonth(page.units[$0]) ? $0 : nil
            })
    }

    /// Of lines that are captions (a number) or content (nil), the captions without content; none where all are empty,
    /// for then the list is no form.
    private static func empty(_ lines: [Int?]) -> Set<Int> {
        let captions = lines.indices.filter { lines[$0] != nil }
        let blank = captions.filter { $0 + 1 == lines.count || lines[$0 + 1] != nil }
        return blank.count == captions.count ? [] : Set(blank.compactMap { lines[$0] })
    }

    private static func isMonth(_ unit: TextUnit) -> Bool {
        guard unit.dates.count == 1, let date = unit.dates.first else { return false }
        switch date.kind {
        case .month, .monthNameOnly: return date.range.count * 10 >= unit.text.bytes.count * 7
        default: return false
        }
    }
}
