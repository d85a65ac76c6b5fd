import Findings
import GradingCore
import WebEvidence

extension RunsSite {
    /// One agency: where it stands, what to mend first, common causes, what changed.
    func agency(_ standing: Standing) -> PlainPage {
        let assessment = standing.run.assessment
        let facts: [(BilingualText, Markup)] = [
            (SummaryTexts.score, "\(standing.run.score.oit.shown)"), (SiteTexts.winnable, "\(standing.winnable)"),
            (ReportTexts.fiscalYear, "\(assessment.fiscalYear.year)"),
            (ReportTexts.asOf, "\(ReportDate.day(assessment.asOf, language))"),
            (SiteTexts.report, "\(assessment.run.text)"), (SiteTexts.mark, marks(standing)),
        ]
        let list = facts.map { "<dt>\(words($0.0))</dt><dd>\($0.1)</dd>" as Markup }
        let causes = standing.causes.map(shown)
        let moves = Move.all(in: standing).map { "<li>\($0.shown(language))</li>" as Markup }
        let noMoves = words(standing.before == nil ? SiteTexts.noEarlier : SiteTexts.noChange)
        return plainPage(
            name(standing),
            [
                PlainPage.Section(
                    id: "score", title: words(SiteTexts.index), content: "<dl class=\"heads\">\(list)</dl>"),
                PlainPage.Section(id: "plan", title: words(SiteTexts.plan), content: plan(standing)),
                PlainPage.Section(
                    id: "causes", title: words(SiteTexts.shared),
                    content: causes.isEmpty ? "<p>\(words(SiteTexts.noShared))</p>" : "<ul>\(causes)</ul>"),
                PlainPage.Section(
                    id: "changes", title: words(SiteTexts.changes),
                    content: moves.isEmpty ? "<p>\(noMoves)</p>" : "<ul class=\"lines\">\(moves)</ul>"),
            ])
    }

    private func marks(_ standing: Standing) -> Markup {
        let lines = standing.marks.map { mark, items -> Markup in
            "\(mark): \(items.map(\.text).joined(separator: ", "))"
        }
        return lines.isEmpty ? "–" : Markup(lines, separator: "<br>")
    }

    private func plan(_ standing: Standing) -> Markup {
        guard let plan = standing.plan, !plan.steps.isEmpty else { return "<p>\(words(SiteTexts.nothingOpen))</p>" }
        let findings = standing.run.assessment.items.reduce(into: [ItemID: ItemFinding]()) { $0[$1.item] = $1 }
        return PlainPage.table(
            [
                words(ReportTexts.item), words(SiteTexts.gain), words(SiteTexts.afterwards), words(ReportTexts.reasons),
                words(SiteTexts.fix),
            ],
            plan.steps.map { step in
                let finding = findings[step.item]
                let reason = finding?.reasons.first
                let title = finding.map { Markup.foreign(words($0.title)) } ?? ""
                return [
                    "\(step.item.text.uppercased()) \(title) \(finding?.verdict.shown(language) ?? "")",
                    "\(step.gain.oit.text(decimals: 2))", "\(step.oit.published.shown)",
                    "\(reason.map { words($0.message) } ?? "")", "\(reason?.fix.map(words) ?? "")",
                ]
            }, numbers: [1, 2])
    }

    private func shown(_ cause: SharedCause) -> Markup {
        """
        <li><b>\(words(cause.title))</b> (\(cause.items.map(\.text).joined(separator: ", ")))<br>\
        \(words(cause.explanation)) \(words(cause.advice))</li>

        """
    }

    /// Items that fail in most agencies, each with who fails it.
    var items: PlainPage {
        guard !summary.failingItems.isEmpty else {
            return plainPage(
                words(SiteTexts.items),
                [
                    PlainPage.Section(
                        id: "none", title: words(SiteTexts.items), content: "<p>\(words(SummaryTexts.allMet))</p>")
                ])
        }
        return plainPage(
            words(SiteTexts.items),
            summary.failingItems.enumerated().map { number, item in
                let failing = standings.filter { standing in
                    standing.run.assessment.items.contains { $0.topic == item.topic && $0.verdict == .unsatisfied }
                }
                let numbers = item.items.map { $0.text.uppercased() }.joined(separator: ", ")
                let links = failing.map { "<li>\(link($0)) \($0.run.score.oit.shown)</li>" as Markup }
                return PlainPage.Section(
                    id: "t\(number + 1)", title: "\(numbers) \(words(item.title))",
                    content: """
                        <p>\(words(SummaryTexts.failingAgencies)) \(item.unsatisfied)/\(item.agencies) · \
                        \(words(SummaryTexts.undecidedAgencies)) \(item.undecided) · \
                        \(words(SummaryTexts.mainReason)): \(item.mainReason.map { words($0.words) } ?? "–")</p>
                        <details><summary>\(words(SiteTexts.who)) (\(failing.count))</summary><ul>\(links)</ul></details>
                        """)
            })
    }

    /// Hosts that fail for several agencies, reasons over all, and common causes inside agencies, most items first.
    var causes: PlainPage {
        let hosts = summary.failingHosts.map { host -> [Markup] in
            [
                Markup.foreign(host.host), "\(host.agencies.count)", "\(host.addresses)",
                "\(words(host.mainOutcome.words))", Markup(host.agencies.map { Markup.foreign($0) }, separator: ", "),
            ]
        }
        let inner = standings.flatMap { standing in standing.causes.map { (standing, $0) } }
            .sorted { $0.1.items.count > $1.1.items.count }
            .map { standing, cause -> [Markup] in
                [
                    "\(words(cause.title))", link(standing), "\(cause.items.count)",
                    "\(cause.items.map(\.text).joined(separator: ", "))",
                ]
            }
        let none: Markup = "<p>\(words(SiteTexts.noShared))</p>"
        return plainPage(
            words(SiteTexts.causes),
            [
                PlainPage.Section(
                    id: "hosts", title: words(SummaryTexts.hosts),
                    content: hosts.isEmpty
                        ? "<p>\(words(SummaryTexts.noHosts))</p>"
                        : PlainPage.table(
                            [
                                words(SummaryTexts.host), words(SummaryTexts.agencies), words(SummaryTexts.addresses),
                                words(SummaryTexts.mainOutcome), words(SummaryTexts.agency),
                            ], hosts, numbers: [1, 2])),
                PlainPage.Section(
                    id: "reasons", title: words(SiteTexts.reasons),
                    content: PlainPage.table(
                        [words(SummaryTexts.cause), words(ReportTexts.itemCount), words(SummaryTexts.agencies)],
                        summary.causes.map { ["\(words($0.code.words))", "\($0.items)", "\($0.agencies)"] },
                        numbers: [1, 2])),
                PlainPage.Section(
                    id: "within", title: words(SiteTexts.within),
                    content: inner.isEmpty
                        ? none
                        : PlainPage.table(
                            [
                                words(SummaryTexts.cause), words(SummaryTexts.agency), words(ReportTexts.itemCount),
                                words(SiteTexts.affected),
                            ], inner, numbers: [2])),
            ])
    }
}
