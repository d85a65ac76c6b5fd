import Findings
public import GradingCore
import WebEvidence

extension RunsSummary {
    /// The summary for people as one HTML page in UTF-8: no outside resource, no script, printable.
    public func html(language: ReportLanguage) -> [UInt8] {
        SummaryPage(summary: self, language: language).page.bytes
    }
}

/// The page of a summary in one language.
private struct SummaryPage {
    let summary: RunsSummary
    let language: ReportLanguage

    func words(_ both: BilingualText) -> String { both.text(language) }

    var page: PlainPage {
        PlainPage(
            language: language, kicker: words(ReportTexts.reportTitle), heading: words(SummaryTexts.title),
            head: "<p class=\"notice\">\(words(summary.rows.isEmpty ? SummaryTexts.none : SummaryTexts.order))</p>",
            sections: [
                PlainPage.Section(id: "totals", title: words(SummaryTexts.totals), content: totals),
                PlainPage.Section(id: "agencies", title: words(SummaryTexts.perAgency), content: agencies),
                PlainPage.Section(id: "items", title: words(SummaryTexts.failingItems), content: items),
                PlainPage.Section(id: "hosts", title: words(SummaryTexts.hosts), content: hosts),
            ])
    }

    private var totals: Markup {
        var facts = [
            (words(SummaryTexts.agencies), summary.agencies), (words(SummaryTexts.runs), summary.rows.count),
        ]
        facts += RunsSummary.Pass.allCases.filter { summary.count($0) > 0 }.map { (words($0.words), summary.count($0)) }
        facts += [
            (words(Verdict.satisfied.words), summary.satisfied),
            (words(Verdict.unsatisfied.words), summary.unsatisfied),
            (words(Verdict.undecided.words), summary.undecided),
        ]
        let list = facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as Markup }
        let causes = PlainPage.table(
            [words(SummaryTexts.cause), words(ReportTexts.itemCount), words(SummaryTexts.agencies)],
            summary.causes.map { ["\(words($0.code.words))", "\($0.items)", "\($0.agencies)"] }, numbers: [1, 2])
        return "<dl class=\"heads\">\(list)</dl>\(summary.causes.isEmpty ? Markup(stringLiteral: "") : causes)"
    }

    private var agencies: Markup {
        let rows = summary.rows.map { row -> [Markup] in
            let name = row.head.agency.name.isEmpty ? words(ReportTexts.unnamed) : row.head.agency.name
            let partial: Markup =
                row.head.isPartial ? " <span class=\"soft\">(\(words(DifferenceTexts.isPartial)))</span>" : ""
            let causes = row.causes.map { "<li>\($0.words(language))</li>" as Markup }
            return [
                Markup.foreign(name) + partial, "\(row.head.fiscalYear.year)",
                "\(ReportDate.day(row.head.asOf, language))",
                "\(row.oit.shown)", "\(row.satisfied)", "\(row.unsatisfied)", "\(row.undecided)",
                "\(row.pass.words.text(language)) \(row.passMark.map { "(\($0))" } ?? "")",
                "<ul class=\"lines\">\(causes)</ul>",
            ]
        }
        return PlainPage.table(
            [
                words(SummaryTexts.agency), words(ReportTexts.fiscalYear), words(ReportTexts.asOf),
                words(SummaryTexts.score), words(Verdict.satisfied.words), words(Verdict.unsatisfied.words),
                words(Verdict.undecided.words), words(SummaryTexts.pass), words(SummaryTexts.causes),
            ], rows, numbers: [1, 3, 4, 5, 6])
    }

    private var items: Markup {
        guard !summary.failingItems.isEmpty else { return "<p>\(words(SummaryTexts.allMet))</p>" }
        return PlainPage.table(
            [
                words(ReportTexts.item), words(SummaryTexts.failingAgencies), words(SummaryTexts.undecidedAgencies),
                words(SummaryTexts.mainReason),
            ],
            summary.failingItems.map { item in
                [
                    "\(item.items.map(\.text).joined(separator: ", ")) \(Markup.foreign(words(item.title)))",
                    "\(item.unsatisfied)/\(item.agencies)", "\(item.undecided)",
                    "\(item.mainReason.map { words($0.words) } ?? "–")",
                ]
            }, numbers: [1, 2])
    }

    private var hosts: Markup {
        guard !summary.failingHosts.isEmpty else { return "<p>\(words(SummaryTexts.noHosts))</p>" }
        return PlainPage.table(
            [
                words(SummaryTexts.host), words(SummaryTexts.addresses), words(SummaryTexts.mainOutcome),
                words(SummaryTexts.agency),
            ],
            summary.failingHosts.map { host in
                [
                    Markup.foreign(host.host), "\(host.addresses)", "\(words(host.mainOutcome.words))",
                    Markup(host.agencies.map { Markup.foreign($0) }, separator: ", "),
                ]
            }, numbers: [1])
    }
}
