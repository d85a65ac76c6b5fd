import GradingCore

/// Which year a report is about: the one that it analyses, not the one for which it plans.
struct ReportYears {
    /// A mention of a year and how much it says.
    private var points: [Int: Int] = [:]
    /// Years for which something is planned; one of them is reported only where no other year is named.
    private var planned: Set<Int> = []

    /// Lines at the beginning that make up the title.
    private static let titleLines = 14

    /// Takes a text in; `isFirst` for the beginning of the report.
    mutating func add(_ text: LexedText, isFirst: Bool) {
        for line in text.lineStarts.indices {
            let range = text.range(ofLine: line)
            let mentions = reported(text, range)
            guard !mentions.isEmpty else { continue }
            let words = text.words(in: range)
            let names = text.namesAssessment(in: range)
            let earlier = words.contains { $0.meanings.contains(.earlier) }
            let isTitle = isFirst && line < ReportYears.titleLines
            let weight = (names ? 6 : 1) * (isTitle ? (names ? 4 : 3) : 1)
            // Of several years of one line the latest is reported, the others are compared with it.
            let latest = mentions.max()
            for year in Set(mentions) {
                points[year, default: 0] +=
                    earlier || mentions.count > 1 ? (year == latest ? weight : weight / 4) : weight
            }
        }
    }

    /// Years of a line that are not those of a plan: a word of planning stands between them and the year before.
    private mutating func reported(_ text: LexedText, _ range: Range<Int>) -> [Int] {
        var start = range.lowerBound
        var reported: [Int] = []
        for mention in text.yearMentions(in: range) {
            let words = text.words(in: start..<mention.range.lowerBound)
            if words.contains(where: { $0.meanings.contains(.plan) }) {
                planned.insert(mention.year)
            } else {
                reported.append(mention.year)
            }
            start = mention.range.upperBound
        }
        // "for a higher score in 2566, measures …": the plan may stand behind its year.
        let behind = text.words(in: start..<range.upperBound).contains { $0.meanings.contains(.plan) }
        if behind, reported.count == 1, !text.namesAssessment(in: range) {
            planned.formUnion(reported)
            return []
        }
        return reported
    }

    /// Years with figures in the columns of a table; the latest of them leads.
    mutating func add(columns years: Set<Int>) {
        for year in years { points[year, default: 0] += year == years.max() ? 8 : 1 }
    }

    /// The year with the most points, the latest of equals; nil where none is named.
    var main: Int? {
        points.filter { $0.value > 0 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? planned.min()
    }
}
