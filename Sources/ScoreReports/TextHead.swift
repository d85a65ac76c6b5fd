/// What the lines above a written table say of its columns.
struct TextHead {
    struct Column: Hashable {
        var role: ColumnRole
        var year: Int?
    }

    private(set) var columns: [Column] = []
    /// The only year that the lines above name.
    private(set) var year: Int?

    private static let mostLines = 12

    init(_ text: LexedText, above offset: Int) {
        var line = text.line(at: offset) - 1
        var start = offset
        var isHead = true
        for _ in 0..<TextHead.mostLines where line >= 0 {
            let range = text.range(ofLine: line)
            line -= 1
            if range.isEmpty {
                if start != offset { break }
                continue
            }
            // A word of a narrow column goes on over lines.
            let words = text.words(in: (range.lowerBound - 150)..<range.upperBound).filter {
                $0.range.upperBound > range.lowerBound
            }
            let known = words.contains { $0.meanings.contains { $0.isHead } } || !text.years(in: range).isEmpty
            let strange = text.letters(in: range) { $0.isHead }
            let all = text.letters(in: range) { _ in false }
            isHead = isHead && known && strange * 2 <= all && text.numbers(in: range).allSatisfy(\.isWhole)
            guard isHead else {
                // The line above the head is a caption.
                let years = Set(text.years(in: range))
                if years.count == 1, !words.contains(where: { $0.meanings.contains(.plan) }) { year = years.first }
                break
            }
            start = range.lowerBound
        }
        if start < offset { columns = TextHead.columns(text, start..<offset) }
        let headYears = Set(columns.compactMap(\.year))
        if headYears.count == 1 { year = headYears.first }
        if headYears.count > 1 { year = nil }
    }

    /// Columns that hold figures, in the order of their heads.
    static func columns(_ text: LexedText, _ range: Range<Int>) -> [Column] {
        var marks: [(Int, ColumnRole?, Int?)] = []
        for word in text.words(in: range) {
            for case .column(let role) in word.meanings where role != .level {
                marks.append((word.range.lowerBound, role, nil))
            }
        }
        for year in text.years where range.contains(year.range.lowerBound) {
            marks.append((year.range.lowerBound, nil, year.year))
        }
        marks.sort { $0.0 < $1.0 }
        var columns: [Column] = []
        for (_, role, year) in marks {
            if let role {
                columns.append(Column(role: role))
            } else if let year {
                // "score 2565": the year belongs to the score before it, where that has none yet.
                if let last = columns.last, last.role == .score || last.role == .change, last.year == nil {
                    columns[columns.count - 1].year = year
                } else {
                    columns.append(Column(role: .score, year: year))
                }
            }
        }
        return columns
    }
}
