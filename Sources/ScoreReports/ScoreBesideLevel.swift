/// `… has 89.01 points, level "good"`: a score beside the agency's level is the overall score, whatever it is called.
enum ScoreBesideLevel {
    static func groups(
        in text: LexedText, labels: [RowLabel], levels: [ReportLevels.Statement], page: (Int) -> Int?
    ) -> [RowGroup] {
        levels.prefix(200).compactMap { level in
            let line = text.range(ofLine: text.line(at: level.offset))
            guard let number = text.numbers(in: line.lowerBound..<level.offset).last, text.mayBeScore(number),
                text.isCalledScore(number), !number.isSigned, level.offset - number.range.upperBound <= 90,
                text.letters(in: number.range.upperBound..<level.offset, without: { $0.isFiller }) <= 6,
                !labels.contains(where: {
                    line.contains($0.range.lowerBound) && $0.range.lowerBound < number.range.lowerBound
                })
            else { return nil }
            let row = ReportRow(
                subject: .overall,
                figures: [.init(number: number, role: .score, year: text.year(before: number.range.lowerBound))],
                name: "",
                place: ReportPlace(page: page(number.range.lowerBound), quote: text.text(line)))
            return RowGroup(rows: [row], isTable: false)
        }
    }
}
