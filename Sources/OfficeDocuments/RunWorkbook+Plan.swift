import Findings
import GradingCore
import Reporting

extension RunSheets {
    /// What can still be won, most points first, with columns for the office to fill in.
    var plan: WorkbookTable {
        let rows = report.plan.steps.enumerated().map { position, step -> [WorkbookTable.Cell] in
            let finding = report.findings[step.item]
            return [
                .count(position + 1), .text(step.item.text), .text(finding.map { words($0.title) }),
                finding.map { .verdict($0.verdict, words($0.verdict.words)) } ?? .empty,
                .figure(step.gain.oit.hundredths), .figure(step.gain.overall.hundredths),
                .figure(step.oit.published.lowest),
                .text(finding?.reasons.first.map { words($0.code.words) }),
                .text(finding.map { lines(report.fixes(of: $0).map(words)) }), .empty, .empty,
            ]
        }
        return WorkbookTable(
            name: words(WorkbookTexts.plan),
            columns: [
                column(WorkbookTexts.rank, 7), column(WorkbookTexts.listItem, 9), column(WorkbookTexts.title, 36),
                column(WorkbookTexts.verdict, 13), column(WorkbookTexts.gain, 11),
                column(WorkbookTexts.gainOverall, 11), column(WorkbookTexts.running, 11),
                column(WorkbookTexts.reasons, 26), column(WorkbookTexts.advice, 60),
                column(WorkbookTexts.responsible, 18), column(WorkbookTexts.planFinished, 14),
            ], rows: rows, fixedColumns: 2)
    }

    /// Instrument, indicators and sub-indicators with both ends of their scores.
    var score: WorkbookTable {
        let score = report.score
        func row(
            _ id: String, _ title: BilingualText?, _ figure: HundredthsInterval, _ items: [ItemID]
        ) -> [WorkbookTable.Cell] {
            [
                .text(id), .text(title.map(words)), .figure(figure.lowest), .figure(figure.highest),
                .count(items.count { score.items[$0] == .full }), .count(items.count),
            ]
        }
        var rows = [row(report.instrument.id, report.frame.title, score.oit.published, report.instrument.items)]
        for indicator in report.instrument.indicators {
            guard let figure = score.indicators[indicator.id] else { continue }
            let items = indicator.subIndicators.flatMap(\.items)
            rows.append(row(indicator.id, report.frame.indicatorTitles[indicator.id], figure.published, items))
            rows += indicator.subIndicators.compactMap { sub in
                score.subIndicators[sub.id].map {
                    row(sub.id, report.frame.subIndicatorTitles[sub.id], $0.hundredths, sub.items)
                }
            }
        }
        rows.append(
            row("ITA", WorkbookTexts.contribution, score.contribution.published, report.instrument.items))
        return WorkbookTable(
            name: words(WorkbookTexts.score),
            columns: [
                column(WorkbookTexts.part, 9), column(WorkbookTexts.name, 60), column(WorkbookTexts.lowest, 10),
                column(WorkbookTexts.highest, 10), column(WorkbookTexts.met, 10), column(WorkbookTexts.ofItems, 10),
            ], rows: rows, isFiltered: false)
    }

    /// What a reader must know beside the verdicts: how sure it is, what was left out, what is urgent.
    var notes: WorkbookTable {
        let assessment = report.assessment
        func row(
            _ about: BilingualText, _ item: ItemID? = nil, _ text: String, _ address: String = ""
        ) -> [WorkbookTable.Cell] {
            [.text(words(about)), .text(item?.text), .text(text), address.isEmpty ? .empty : .address(address)]
        }
        var rows = [
            row(WorkbookTexts.run, nil, WorkbookTexts.notOfficial.text(language)),
            row(WorkbookTexts.run, nil, "\(agencyName) · \(assessment.run.text)", assessment.agency.website),
            row(WorkbookTexts.fiscalYear, nil, "\(assessment.fiscalYear.year)"),
            row(WorkbookTexts.asOf, nil, ReportDate.day(assessment.asOf, language)),
        ]
        if assessment.isPartial { rows.append(row(WorkbookTexts.run, nil, words(WorkbookTexts.partial))) }
        if !assessment.isChecklistVerified {
            rows.append(row(WorkbookTexts.checklist, nil, words(WorkbookTexts.provisional)))
        }
        rows += assessment.checklistNotes.map { row(WorkbookTexts.checklist, nil, words($0)) }
        rows += assessment.personalData.map { finding in
            let text = "\(words(finding.kind.title)) (\(finding.count)): \(finding.masked)\n\(words(finding.advice))"
            return row(WorkbookTexts.personalData, finding.item, text, report.evidence[finding.evidence]?.url ?? "")
        }
        rows += assessment.notChecked.map { row(WorkbookTexts.notChecked, $0.item, words($0.why), $0.url) }
        rows += (assessment.suggestions ?? []).map {
            row(WorkbookTexts.suggestion, $0.item, [$0.url, words($0.why)].joined(separator: "\n"), $0.replacement)
        }
        rows += assessment.warnings.map { row(WorkbookTexts.warning, nil, words($0)) }
        return WorkbookTable(
            name: words(WorkbookTexts.notes),
            columns: [
                column(WorkbookTexts.about, 22), column(WorkbookTexts.listItem, 9), column(WorkbookTexts.text, 90),
                column(WorkbookTexts.page, 50),
            ], rows: rows)
    }
}
