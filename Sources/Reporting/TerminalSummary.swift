import Findings
public import GradingCore
import WebEvidence

extension Report {
    /// The result on one screen for a terminal: head, one line for each item, scores, what to mend first.
    /// `width` is in columns (at least 48 are used); `color` adds ANSI colours. Text from the web carries no escapes.
    public func terminalSummary(language: ReportLanguage, width: Int, color: Bool) -> String {
        var lines = TerminalLines(language: language, width: max(48, width), color: color)
        addHead(to: &lines)
        addItems(to: &lines)
        addScores(to: &lines)
        addPlan(to: &lines)
        lines.add("\(lines.words(ReportTexts.uncheckedCount)): \(assessment.notChecked.count)")
        return lines.text
    }

    private func addHead(to lines: inout TerminalLines) {
        let name = assessment.agency.name.isEmpty ? lines.words(ReportTexts.unnamed) : assessment.agency.name
        lines.add(CleanText.line(name), style: .bold)
        lines.add(
            "\(lines.words(ReportTexts.fiscalYear)) \(assessment.fiscalYear.year) · "
                + "\(lines.words(ReportTexts.asOf)) \(ReportDate.day(assessment.asOf, lines.language))")
        if !assessment.isChecklistVerified {
            lines.add(wrapping: lines.words(ReportTexts.provisional), indent: 2, style: .yellow)
        }
        if assessment.isPartial { lines.add(wrapping: lines.words(ReportTexts.partial), indent: 2, style: .yellow) }
        lines.add("")
    }

    private func addItems(to lines: inout TerminalLines) {
        if assessment.items.isEmpty { lines.add(lines.words(ReportTexts.noItems)) }
        let idWidth = assessment.items.map { TextWidth.columns($0.item.text) }.max() ?? 0
        let verdictWidth = Verdict.allCases.map { TextWidth.columns($0.words.text(lines.language)) }.max() ?? 0
        let rest = lines.width - min(idWidth, 12) - verdictWidth - 2 - 6 - 4
        let titleWidth = max(8, rest * 3 / 5)
        for finding in assessment.items {
            let reason = finding.verdict == .satisfied ? nil : finding.reasons.first
            let cells = [
                TextWidth.padded(CleanText.line(finding.item.text), to: min(idWidth, 12)),
                TextWidth.padded(CleanText.line(finding.title.text(lines.language)), to: titleWidth),
                lines.styled(
                    finding.verdict.symbol + " "
                        + TextWidth.padded(finding.verdict.words.text(lines.language), to: verdictWidth),
                    TerminalLines.Style(finding.verdict)),
                leftPadded((worths[finding.item]?.oit ?? 0).text(decimals: 2), to: 6),
                TextWidth.cut(reason.map { $0.code.words.text(lines.language) } ?? "", to: max(0, rest - titleWidth)),
            ]
            lines.add(raw: cells.joined(separator: " "))
        }
        lines.add("")
    }

    private func addScores(to lines: inout TerminalLines) {
        func line(_ name: String, _ interval: HundredthsInterval, _ style: TerminalLines.Style = .plain) {
            lines.add(TextWidth.padded(name, to: max(30, lines.width / 2)) + " " + interval.shown, style: style)
        }
        line(instrument.id, score.oit.published, .bold)
        for indicator in instrument.indicators {
            guard let interval = score.indicators[indicator.id]?.published else { continue }
            let title = frame.indicatorTitles[indicator.id]?.text(lines.language) ?? ""
            line("  " + CleanText.line("\(indicator.id) \(title)"), interval)
        }
        line(lines.words(ReportTexts.contribution), score.contribution.published)
        let counts = Verdict.allCases.filter { count($0) > 0 }
            .map { "\($0.words.text(lines.language)) \(count($0))" }
        lines.add(counts.joined(separator: " · "))
        lines.add("")
    }

    private func addPlan(to lines: inout TerminalLines) {
        guard !plan.steps.isEmpty else {
            if !assessment.items.isEmpty { lines.add(lines.words(ReportTexts.nothingToMend)) }
            return
        }
        lines.add(lines.words(ReportTexts.mendFirst), style: .bold)
        for (position, step) in plan.steps.prefix(3).enumerated() {
            let finding = findings[step.item]
            let title = CleanText.line(finding?.title.text(lines.language) ?? "")
            lines.add(
                "\(position + 1). \(CleanText.line(step.item.text)) \(title)  "
                    + "+\(step.gain.oit.text(decimals: 2)) \(instrument.id) · "
                    + "+\(step.gain.overall.text(decimals: 2)) \(lines.words(ReportTexts.overall))")
            if let fix = finding.flatMap({ fixes(of: $0).first }) {
                lines.add(wrapping: CleanText.line(fix.text(lines.language)), indent: 3)
            }
        }
    }

    private func leftPadded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - TextWidth.columns(text))) + text
    }
}
