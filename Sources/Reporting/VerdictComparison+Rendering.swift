import Findings
public import GradingCore
import WebEvidence

extension VerdictComparison {
    /// The comparison for programs: `oit-compare/1`, UTF-8 with sorted member names. Its JSON Schema is
    /// `reports/schema/oit-compare-1.json`.
    public func json() -> [UInt8] {
        JSONValue.object([
            "schema": .string("oit-compare/1"), "run": run.json, "source": .string(source),
            "table": .object([
                "both_satisfied": .integer(table.bothSatisfied), "both_unsatisfied": .integer(table.bothUnsatisfied),
                "false_satisfied": .integer(table.falseSatisfied),
                "false_unsatisfied": .integer(table.falseUnsatisfied),
                "undecided_where_satisfied": .integer(table.undecidedWhereSatisfied),
                "undecided_where_unsatisfied": .integer(table.undecidedWhereUnsatisfied),
                "not_judged": .integer(table.notJudged), "not_in_run": .integer(table.notInRun),
            ]), "decided": .integer(table.decided), "agreement_percent": .optional(agreementPercent),
            "kappa": .optional(table.kappa?.text(decimals: 4)),
            "score": .object(["ours": ours.differenceJSON, "theirs": theirs?.differenceJSON ?? .null]),
            "items": .array(rows.map(\.json)),
        ]).bytes
    }

    /// The differences for a spreadsheet: one row for each item on which both decided and differ, and for each that
    /// they judged and we could not.
    public func differencesCSV(language: ReportLanguage) -> [UInt8] {
        let wording = DifferenceWording(language: language)
        var text = CSVText()
        text.add([
            "item", "topic", "title", "ours", "theirs", "result", "our_reasons", "their_note", "worth_oit", "advice",
        ])
        for row in rows where [.falseSatisfied, .falseUnsatisfied, .undecided].contains(row.result) {
            text.add([
                row.item.text, row.ours?.topic.text ?? "", row.ours?.title.text(language) ?? "",
                row.ours?.verdict.rawValue ?? "", row.theirs.points.verdict?.rawValue ?? "", row.result.rawValue,
                wording.reasons(row.ours), row.theirs.note, row.worth?.text ?? "",
                row.ours?.reasons.compactMap(\.fix).map { $0.text(language) }.joined(separator: " / ") ?? "",
            ])
        }
        return text.bytes
    }

    /// The comparison for a terminal. `width` is in columns (at least 48 are used); `color` adds ANSI colours.
    public func terminalText(language: ReportLanguage, width: Int, color: Bool) -> String {
        var page = ComparisonLines(language: language, width: width, color: color)
        page.addHead(self)
        page.addFigures(self)
        for result in [Result.falseSatisfied, .falseUnsatisfied, .undecided] { page.add(rows(result), result) }
        if differences.isEmpty {
            let sentence =
                table.decided == 0 ? VerdictComparisonTexts.nothingDecided : VerdictComparisonTexts.noDifference
            page.lines.add(wrapping: sentence.text(language), indent: 0, style: .bold)
        }
        return page.lines.text
    }

    /// Two decimals, rounded half up; nil when nothing was decided.
    var agreementPercent: String? { table.agreement.map { ($0 * 100).text(decimals: 2) } }
}

extension VerdictComparison.Row {
    fileprivate var json: JSONValue {
        .object([
            "item": .string(item.text), "topic": .optional(ours?.topic.text), "title": ours?.title.json ?? .null,
            "ours": ours?.differenceJSON ?? .null,
            "theirs": .object(["points": .optional(theirs.points.points), "note": .string(theirs.note)]),
            "result": .string(result.rawValue), "worth": .optional(worth?.text),
        ])
    }
}

/// A comparison of verdicts as lines.
private struct ComparisonLines {
    var lines: TerminalLines
    let wording: DifferenceWording

    init(language: ReportLanguage, width: Int, color: Bool) {
        lines = TerminalLines(language: language, width: max(48, width), color: color)
        wording = DifferenceWording(language: language)
    }

    func words(_ both: BilingualText) -> String { wording.words(both) }

    mutating func addHead(_ comparison: VerdictComparison) {
        let name = comparison.run.agency.name
        lines.add(words(VerdictComparisonTexts.title), style: .bold)
        lines.add(CleanText.line(name.isEmpty ? words(ReportTexts.unnamed) : name), style: .bold)
        lines.add(wrapping: CleanText.line(wording.head(comparison.run)), indent: 0)
        if !comparison.source.isEmpty {
            lines.add(
                wrapping: CleanText.line("\(words(VerdictComparisonTexts.source)): \(comparison.source)"), indent: 0)
        }
        lines.add("")
    }

    mutating func addFigures(_ comparison: VerdictComparison) {
        let table = comparison.table
        addTable(table)
        figure(words(VerdictComparisonTexts.decided), String(table.decided))
        let agree =
            "\(comparison.agreementPercent.map { $0 + " %" } ?? "–") (\(table.bothSatisfied + table.bothUnsatisfied)/\(table.decided))"
        figure(words(VerdictComparisonTexts.agreement), agree)
        if let kappa = table.kappa {
            figure(words(VerdictComparisonTexts.kappa), kappa.text(decimals: 2))
            lines.add(wrapping: words(VerdictComparisonTexts.kappaMeaning), indent: 2, style: .dim)
        } else {
            lines.add(
                wrapping: "\(words(VerdictComparisonTexts.kappa)): \(words(VerdictComparisonTexts.notDefined))",
                indent: 0)
        }
        for result in VerdictComparison.Result.allCases where result != .agree {
            figure(words(result.words), String(comparison.rows(result).count))
        }
        figure(words(VerdictComparisonTexts.score), comparison.ours.shown)
        if let theirs = comparison.theirs { figure(words(VerdictComparisonTexts.theirScore), theirs.shown) }
        lines.add("")
    }

    /// Our verdicts down, theirs across.
    private mutating func addTable(_ table: AgreementTable) {
        let heads = [Verdict.satisfied, .unsatisfied].map { words($0.words) }
        let first = max(20, lines.width / 3)
        func row(_ name: String, _ cells: [String], _ style: TerminalLines.Style = .plain) {
            let columns = cells.map { TextWidth.padded($0, to: 12) }
            lines.add(TextWidth.padded(name, to: first) + " " + columns.joined(separator: " "), style: style)
        }
        row("\(words(VerdictComparisonTexts.ours)) \\ \(words(VerdictComparisonTexts.theirs))", heads, .dim)
        row(words(Verdict.satisfied.words), ["\(table.bothSatisfied)", "\(table.falseSatisfied)"])
        row(words(Verdict.unsatisfied.words), ["\(table.falseUnsatisfied)", "\(table.bothUnsatisfied)"])
        row(
            words(Verdict.undecided.words), ["\(table.undecidedWhereSatisfied)", "\(table.undecidedWhereUnsatisfied)"])
    }

    private mutating func figure(_ name: String, _ value: String) {
        lines.add(TextWidth.padded(name, to: max(36, lines.width / 2)) + " " + value)
    }

    mutating func add(_ rows: [VerdictComparison.Row], _ result: VerdictComparison.Result) {
        guard !rows.isEmpty else { return }
        lines.add("\(words(result.words)) (\(rows.count))", style: .bold)
        for row in rows {
            let worth = row.worth.map { " · \($0.text) \(words(ReportTexts.points))" } ?? ""
            lines.add(
                wrapping: CleanText.line("\(row.item.text) \(row.ours.map { words($0.title) } ?? "")\(worth)"),
                indent: 0)
            let theirs = row.theirs.points.verdict.map { words($0.words) } ?? words(VerdictComparisonTexts.notJudged)
            let note = row.theirs.note.isEmpty ? "" : " – \(row.theirs.note)"
            lines.add(
                wrapping: CleanText.line("\(words(VerdictComparisonTexts.ourReason)): \(wording.reasons(row.ours))"),
                indent: 4)
            lines.add(
                wrapping: CleanText.line("\(words(VerdictComparisonTexts.theirs)): \(theirs)\(note)"), indent: 4
            )
        }
        lines.add("")
    }
}
