import Findings
import GradingCore
import Reporting

extension SummarySheets {
    /// Topics that are not met somewhere, most agencies first.
    var items: WorkbookTable {
        WorkbookTable(
            name: words(SummaryWorkbookTexts.items),
            columns: [
                column(WorkbookTexts.item, 14), column(WorkbookTexts.title, 50),
                column(SummaryWorkbookTexts.failing, 14), column(SummaryWorkbookTexts.openAgencies, 14),
                column(SummaryWorkbookTexts.ofAgencies, 14), column(SummaryWorkbookTexts.mainReason, 34),
            ],
            rows: summary.failingItems.map { item in
                [
                    .text(item.items.map(\.text).joined(separator: ", ")), .text(words(item.title)),
                    .count(item.unsatisfied), .count(item.undecided), .count(item.agencies),
                    .text(item.mainReason.map { words($0.words) }),
                ]
            })
    }

    /// Why items are not met, over all agencies.
    var causes: WorkbookTable {
        WorkbookTable(
            name: words(SummaryWorkbookTexts.causes),
            columns: [
                column(SummaryWorkbookTexts.cause, 40), column(WorkbookTexts.code, 22),
                column(WorkbookTexts.ofItems, 12), column(SummaryWorkbookTexts.ofAgencies, 14),
                column(SummaryWorkbookTexts.pointsTogether, 18),
            ],
            rows: summary.causes.map { cause in
                [
                    .text(words(cause.code.words)), .text(cause.code.rawValue), .count(cause.items),
                    .count(cause.agencies), .figure(cause.points),
                ]
            })
    }

    /// One host behind the failures of several agencies.
    var hosts: WorkbookTable {
        WorkbookTable(
            name: words(SummaryWorkbookTexts.hosts),
            columns: [
                column(SummaryWorkbookTexts.host, 36), column(SummaryWorkbookTexts.ofAgencies, 14),
                column(SummaryWorkbookTexts.addresses, 14), column(WorkbookTexts.outcome, 30),
                column(SummaryWorkbookTexts.agency, 80),
            ],
            rows: summary.failingHosts.map { host in
                [
                    .text(host.host), .count(host.agencies.count), .count(host.addresses),
                    .text(words(host.mainOutcome.words)), .text(host.agencies.joined(separator: "\n")),
                ]
            })
    }

    /// Verdicts that moved between two runs of one agency and year, the later beside the one before it.
    var changes: WorkbookTable {
        struct Key: Hashable {
            let name: String
            let website: String
            let year: FiscalYear
        }
        var earlier: [Key: ReportedRun] = [:]
        var rows: [[WorkbookTable.Cell]] = []
        // The rows of a summary stand in the order of names, and those of one name in the order of days.
        for run in runs {
            let head = RunHead(run.assessment)
            let key = Key(name: head.agency.name, website: head.agency.website, year: head.fiscalYear)
            if let before = earlier[key] { rows += moved(from: before, to: run) }
            earlier[key] = run
        }
        return WorkbookTable(
            name: words(SummaryWorkbookTexts.changes),
            columns: [
                column(SummaryWorkbookTexts.agency, 34), column(WorkbookTexts.fiscalYear, 10),
                column(WorkbookTexts.item, 7), column(WorkbookTexts.title, 40),
                column(SummaryWorkbookTexts.dayBefore, 16), column(SummaryWorkbookTexts.before, 14),
                column(SummaryWorkbookTexts.dayAfter, 16), column(SummaryWorkbookTexts.after, 14),
                column(WorkbookTexts.worth, 11),
            ], rows: rows)
    }

    private func moved(from before: ReportedRun, to after: ReportedRun) -> [[WorkbookTable.Cell]] {
        let earlier = before.assessment.items.reduce(into: [:]) { $0[$1.item] = $1.verdict }
        return after.assessment.items.compactMap { finding in
            guard let verdict = earlier[finding.item], verdict != finding.verdict else { return nil }
            return [
                .text(name(RunHead(after.assessment))), .count(after.assessment.fiscalYear.year),
                .text(finding.item.text), .text(words(finding.title)),
                .text(ReportDate.day(before.assessment.asOf, language)), .verdict(verdict, words(verdict.words)),
                .text(ReportDate.day(after.assessment.asOf, language)),
                .verdict(finding.verdict, words(finding.verdict.words)),
                after.score.worths[finding.item].map { .figure($0) } ?? .empty,
            ]
        }
    }
}
