import GradingCore

/// Which year a report is about: the one that it analyses, not the one for which it plans.
struct ReportYears {
    /// A mention of a year and how much it says.
    private var points: [Int: Int] = [:]

    /// Lines at the beginning that make up the title.
    private static let titleLines = 14

    /// Takes a text in; `isFirst` for the beginning of the report.
    mutating func add(_ text: LexedText, isFirst: Bool) {
        for line in text.lineStarts.indices {
            let range = text.range(ofLine: line)
            let years = text.years(in: range)
            guard !years.isEmpty else { continue }
            let words = text.words(in: range)
            let names = text.namesAssessment(in: range)
            let plans = words.contains { $0.meanings.contains(.plan) }
            let earlier = words.contains { $0.meanings.contains(.earlier) }
            let isTitle = isFirst && line < ReportYears.titleLines
            var weight = names ? 6 : 1
            if isTitle { weight *= names ? 4 : 3 }
            if plans { weight = isTitle && names ? 4 : 0 }
            // Of several years of one line the latest is reported, the others are compared with it.
            let latest = years.max()
            for year in Set(years) { points[year, default: 0] += earlier || years.count > 1 ? (year == latest ? weight : weight / 4) : weight }
        }
    }

    /// Years with figures in the columns of a table; the latest of them leads.
    mutating func add(columns years: Set<Int>) {
        for year in years { points[year, default: 0] += year == years.max() ? 8 : 1 }
    }

    /// The year with the most points, the latest of equals; nil where none is named.
    var main: Int? {
        points.filter { $0.value > 0 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
