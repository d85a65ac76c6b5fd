public import GradingCore

/// Reads given figures for the grading core: JSON, CSV, TSV or XLSX, told apart by content.
///
/// `itemIDs` is asked once, when the first item comes, with the declared year, for the ids of that year's list; nil
/// leaves the ids unchecked. Indicators are known by name, then by number. Throws every problem of the file at once.
public func scoreFile(
    reading bytes: [UInt8], fileName: String, itemIDs: @escaping (FiscalYear?) -> [ItemID]? = { _ in nil }
) throws(ScoreFileProblems) -> ScoreFigures {
    var log = ProblemLog()
    let place = InputPlace(file: fileName)
    var gathering = FigureGathering(itemIDs: itemIDs)
    switch InputContent.read(bytes, fileName: fileName, log: &log, worth: ScoreTable.worth) {
    case nil: break
    case .json(let text):
        do throws(JSONFault) {
            ScoreJSON.read(try JSONText.node(text), place, into: &gathering, &log)
        } catch {
            log.add(
                Message.jsonSyntax(
                    InputPlace(file: fileName, row: error.line, column: String(error.character)), error))
        }
    case .tables(let tables):
        // The sheet with most figures; the first of equals.
        let worths = tables.map { ScoreTable.worth(of: $0.rows) }
        let best = worths.indices.max { (worths[$0], -$0) < (worths[$1], -$1) } ?? 0
        for (index, table) in tables.enumerated() where index != best { log.warn(Message.skippedSheet(table.place)) }
        if tables.indices.contains(best), let table = ScoreTable(tables[best], &log) {
            table.read(into: &gathering, &log)
        }
    }
    var figures = gathering.finished(place, &log)
    guard log.problems.isEmpty else { throw ScoreFileProblems(problems: log.problems, warnings: log.warnings) }
    figures.warnings = log.warnings
    return figures
}

enum ScoreReading {
    /// The figure of a cell when it lies in range; nil for blanks, and for what is logged as a problem.
    static func checked(
        _ cell: ScoreCell, _ text: String, _ place: InputPlace, _ log: inout ProblemLog
    ) -> DecimalFigure? {
        switch cell {
        case .blank: return nil
        case .comma: log.add(Message.commaDecimal(place, text))
        case .unreadable: log.add(Message.unreadableScore(place, text))
        case .figure(let figure):
            if figure.isScore { return figure }
            log.add(Message.scoreOutOfRange(place, text))
        }
        return nil
    }
}
