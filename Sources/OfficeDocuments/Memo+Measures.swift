import Findings
import GradingCore
import Reporting

extension Memo {
    /// The table of measures on pages of its own, turned: it has seven columns.
    var annex: [TextBlock] {
        var blocks: [TextBlock] = [
            .layout(.landscape),
            paragraph(.annexTitle, words(MemoTexts.annexTitle(actionYear.year))),
            paragraph(.annexTitle, agencyName),
            .table(measures), paragraph(.note, words(MemoTexts.tick)),
        ]
        if isLocal { blocks.append(paragraph(.note, words(MemoTexts.usualOffices))) }
        blocks += [
            paragraph(.note, words(MemoTexts.madeBy(assessment.run.text))),
            .paragraph(.keptNote, [.plain(words(MemoTexts.followUp(1))), .blank]),
            .paragraph(.keptNote, [.plain(words(MemoTexts.followUp(2))), .blank]),
        ]
        return blocks + signature(MemoTexts.reporter)
    }

    /// Local bodies have the same few offices everywhere.
    private var isLocal: Bool { ["sao", "municipality", "pao"].contains(assessment.agency.type) }

    private var measures: TextTable {
        var rows = report.plan.steps.filter { figures.points[$0.item] != .full }.map { row($0) }
        rows += figures.indicators.filter { indicator in
            indicator.items.isEmpty && (indicator.score.map { $0.lowest < settings.strengthFrom } ?? false)
        }.map { row($0) }
        if rows.isEmpty { rows.append(emptyRow) }
        return TextTable(
            widths: [440, 560, 660, 260, 300, 220, 220],
            head: [
                MemoTexts.measure, MemoTexts.analysis, MemoTexts.steps, MemoTexts.period, MemoTexts.responsible,
                MemoTexts.done, MemoTexts.notDone,
            ].map(words), rows: rows)
    }

    /// An item to mend.
    private func row(_ step: MendingPlan.Step) -> [TextTable.Cell] {
        let finding = report.findings[step.item]
        let title = short(finding.map { words($0.title) } ?? "", most: 300)
        let isOpen = figures.points[step.item] != .zero
        let measure = isOpen ? MemoTexts.confirm(step.item.text, title) : MemoTexts.mend(step.item.text, title)
        var seen: Set<String> = []
        let reasons = (finding?.reasons ?? []).map { short("\(words($0.code.words)): \(words($0.message))") }
            .filter { seen.insert($0).inserted }
        let worth = MemoTexts.worth(step.gain.oit.hundredths.text, report.instrument.id)
        let place = finding.map { words(MemoTexts.under($0.subIndicator)) } ?? ""
        return [
            .text(words(measure)), .texts([place] + reasons + [words(worth)]),
            .texts(finding.map { numbered(report.fixes(of: $0).map { short(words($0)) }) } ?? []),
            .blank(lines: 2), .blank(lines: 2), tick, tick,
        ]
    }

    /// A survey indicator below strength: what is to be done is the office's own to say.
    private func row(_ indicator: MemoFigures.Indicator) -> [TextTable.Cell] {
        let name = "\(words(MemoTexts.indicator(indicator.id))) \(words(indicator.title))"
        let standing = words(
            MemoTexts.standing(
                indicator.score?.shownText ?? "", group: indicator.group.map { words(MemoTexts.group($0)) } ?? ""))
        return [
            .blank(lines: 2), .texts([name, standing]), .blank(lines: 2), .blank(lines: 2), .blank(lines: 2), tick,
            tick,
        ]
    }

    /// Everything is met: a row for what the office does beside that.
    private var emptyRow: [TextTable.Cell] {
        [.blank(lines: 2), .text(words(MemoTexts.nothingToMend))] + Array(repeating: .blank(lines: 2), count: 3)
            + [tick, tick]
    }

    private var tick: TextTable.Cell { TextTable.Cell(style: .cellHead, lines: [[.plain("☐")]]) }

    private func numbered(_ texts: [String]) -> [String] {
        texts.count < 2 ? texts : texts.enumerated().map { "\($0.offset + 1). \($0.element)" }
    }
}
