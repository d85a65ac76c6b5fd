import Findings
package import GradingCore
package import Reporting

extension RunsSummary {
    /// Many runs as a workbook (`.xlsx`): agencies by name with both ends of their scores, what each can still win,
    /// items that most fail, causes, shared hosts, and what changed since the run before. Same runs, same bytes.
    ///
    /// - Parameter runs: the runs that were summarised, in any order.
    /// Throws `OfficeDocumentError` (`temporaryFolder`, `workbook`).
    package func workbook(
        of runs: [ReportedRun], language: ReportLanguage
    ) throws(OfficeDocumentError) -> [UInt8] {
        let sheets = SummarySheets(summary: self, runs: runs, language: language)
        return try WorkbookWriting.bytes(
            [sheets.agencies, sheets.points, sheets.items, sheets.causes, sheets.hosts, sheets.changes],
            sheets.properties)
    }
}

/// The sheets of a summary in one language.
struct SummarySheets {
    let summary: RunsSummary
    /// In the order of the summary's rows.
    let runs: [ReportedRun]
    let language: ReportLanguage

    init(summary: RunsSummary, runs: [ReportedRun], language: ReportLanguage) {
        self.summary = summary
        self.language = language
        let byRun = Dictionary(grouping: runs) { RunHead($0.assessment) }.mapValues { $0[0] }
        var seen: Set<RunHead> = []
        self.runs = summary.rows.compactMap { seen.insert($0.head).inserted ? byRun[$0.head] : nil }
    }

    func words(_ both: BilingualText) -> String { both.text(language) }

    func column(_ head: BilingualText, _ width: Double) -> WorkbookTable.Column {
        WorkbookTable.Column(head: words(head), width: width)
    }

    func name(_ head: RunHead) -> String {
        head.agency.name.isEmpty ? words(WorkbookTexts.unnamed) : head.agency.name
    }

    var properties: WorkbookWriting.Properties {
        let moments = runs.map { DocumentTime.seconds($0.assessment.finishedAt, else: $0.assessment.asOf) }
        let title = words(SummaryWorkbookTexts.title)
        return WorkbookWriting.Properties(
            title: title, subject: "\(summary.agencies)", created: moments.max() ?? 1, runningHead: title)
    }

    /// By name: scores that a program counted are no ranking.
    var agencies: WorkbookTable {
        let rows = summary.rows.map { row -> [WorkbookTable.Cell] in
            let head = row.head
            let causes = row.causes.map { "\(words($0.code.words)) (\($0.items))" }
            return [
                .text(name(head)), .text(head.agency.province), .address(head.agency.website),
                .count(head.fiscalYear.year), .text(ReportDate.day(head.asOf, language)), .figure(row.oit.lowest),
                .figure(row.oit.highest), .figure(row.contribution.lowest), .figure(row.contribution.highest),
                row.passMark.map { .figure($0) } ?? .empty, .text(words(row.pass.words)),
                row.passMark.map { .figure(Hundredths(max(0, $0.count - row.oit.lowest.count))) } ?? .empty,
                .count(row.satisfied), .count(row.unsatisfied), .count(row.undecided), .count(row.notApplicable),
                .text(causes.joined(separator: "\n")), .text(head.run.text),
                .text(head.isPartial ? words(WorkbookTexts.partial) : ""),
            ]
        }
        return WorkbookTable(
            name: words(SummaryWorkbookTexts.agencies),
            columns: [
                column(SummaryWorkbookTexts.agency, 34), column(SummaryWorkbookTexts.province, 16),
                column(SummaryWorkbookTexts.website, 30), column(WorkbookTexts.fiscalYear, 10),
                column(WorkbookTexts.asOf, 16), column(SummaryWorkbookTexts.lowest, 11),
                column(SummaryWorkbookTexts.highest, 11), column(SummaryWorkbookTexts.shareLowest, 12),
                column(SummaryWorkbookTexts.shareHighest, 12), column(SummaryWorkbookTexts.passMark, 10),
                column(SummaryWorkbookTexts.pass, 16), column(SummaryWorkbookTexts.toPass, 14),
                column(SummaryWorkbookTexts.met, 8), column(SummaryWorkbookTexts.unmet, 8),
                column(SummaryWorkbookTexts.open, 8), column(SummaryWorkbookTexts.foreign, 8),
                column(SummaryWorkbookTexts.causes, 36), column(WorkbookTexts.run, 26),
                column(WorkbookTexts.notes, 20),
            ], rows: rows)
    }

    /// Every item of every agency that is not met, by what mending it is worth.
    var points: WorkbookTable {
        struct Open {
            let run: ReportedRun
            let finding: ItemFinding
            let worth: Hundredths
            let position: Int
        }
        let open = runs.enumerated().flatMap { position, run in
            run.assessment.items.filter { [.unsatisfied, .undecided].contains($0.verdict) }.map {
                Open(run: run, finding: $0, worth: run.score.worths[$0.item] ?? Hundredths(0), position: position)
            }
        }
        let sorted = open.sorted {
            ($1.worth, $0.position, $0.finding.item) < ($0.worth, $1.position, $1.finding.item)
        }
        let rows = sorted.map { entry -> [WorkbookTable.Cell] in
            let finding = entry.finding
            return [
                .figure(entry.worth), .text(name(RunHead(entry.run.assessment))),
                .count(entry.run.assessment.fiscalYear.year), .text(finding.item.text), .text(words(finding.title)),
                .verdict(finding.verdict, words(finding.verdict.words)),
                .text(finding.reasons.first.map { words($0.code.words) }),
                .text(finding.reasons.first?.fix.map(words)),
            ]
        }
        return WorkbookTable(
            name: words(SummaryWorkbookTexts.points),
            columns: [
                column(WorkbookTexts.worth, 12), column(SummaryWorkbookTexts.agency, 34),
                column(WorkbookTexts.fiscalYear, 10), column(WorkbookTexts.item, 7), column(WorkbookTexts.title, 36),
                column(WorkbookTexts.verdict, 13), column(WorkbookTexts.reasons, 26),
                column(WorkbookTexts.advice, 60),
            ], rows: rows, fixedColumns: 2)
    }
}
