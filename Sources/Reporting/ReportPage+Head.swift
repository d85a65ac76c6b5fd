import Findings
import GradingCore

extension ReportPage {
    /// The band at the top: what this is, and the choice of language, which needs the script.
    var banner: Markup {
        let choices = [ReportLanguage.thai, .english].map { choice -> Markup in
            """
            <button type="button" lang="\(choice.rawValue)" aria-pressed="\(choice == language ? "true" : "false")">\
            \(choice == .thai ? "ไทย" : "English")</button>
            """
        }
        return """
            <header>
            \(element("p", ReportTexts.reportTitle))
            <div id="languages" role="group"\(label(ReportTexts.languageChoice)) hidden>\(choices)</div>
            </header>
            """
    }

    /// Whose report, of what day and list, how sure it is, and what it holds.
    var introduction: Markup {
        """
        <h1 lang="th">\(Markup.foreign(agencyName))</h1>
        <dl class="facts">\(facts)</dl>
        \(sureness)
        \(navigation)
        """
    }

    private var facts: [Markup] {
        let agency = assessment.agency
        var facts = [
            fact(ReportTexts.fiscalYear, "\(assessment.fiscalYear.year)"),
            fact(ReportTexts.asOf, say(ReportLanguage.each { ReportDate.day(assessment.asOf, $0) })),
        ]
        let title = report.frame.title
        if !title.th.isEmpty || !title.en.isEmpty { facts.append(fact(ReportTexts.list, say(title))) }
        if !assessment.finishedAt.isEmpty {
            let moment = ReportLanguage.each { ReportTime.words(assessment.finishedAt, $0) }
            facts.append(fact(ReportTexts.collected, say(moment)))
        }
        if !agency.website.isEmpty { facts.append(fact(ReportTexts.website, Markup.address(agency.website))) }
        if !agency.province.isEmpty {
            facts.append(fact(ReportTexts.province, "<bdi lang=\"th\">\(agency.province)</bdi>"))
        }
        return facts
    }

    func fact(_ name: BilingualText, _ value: Markup) -> Markup {
        "<div>\(element("dt", name))<dd>\(value)</dd></div>\n"
    }

    private var sureness: Markup {
        var lines: [Markup] = [element("li", ReportTexts.decided(decidedCount, of: report.score.items.count))]
        let unknown = report.score.items.values.count { $0 == .unknown }
        if unknown > 0 { lines.append(element("li", ReportTexts.openItems(unknown), " class=\"warn\"")) }
        let weak = assessment.items.filter { $0.confidence == .low }.map { itemLink($0.item) }
        if !weak.isEmpty {
            lines.append("<li>\(say(ReportTexts.weakItems)): \(Markup(weak, separator: ", "))</li>")
        }
        if assessment.isPartial { lines.append(element("li", ReportTexts.partial, " class=\"warn\"")) }
        lines.append(
            assessment.isChecklistVerified
                ? element("li", ReportTexts.verified) : element("li", ReportTexts.provisional, " class=\"warn\""))
        lines += assessment.checklistNotes.map { element("li", $0, " class=\"warn\"") }
        lines.append(element("li", ReportTexts.notOfficial))
        return """
            <section class="sure" aria-labelledby="sure-title">
            \(element("h2", ReportTexts.howSure, " id=\"sure-title\""))
            <ul>\(lines)</ul>
            </section>
            """
    }

    private var decidedCount: Int {
        report.count(.satisfied) + report.count(.unsatisfied)
    }

    private var navigation: Markup {
        var entries: [(Markup, BilingualText)] = [("score", ReportTexts.score)]
        if !assessment.personalData.isEmpty { entries.append(("personal", ReportTexts.personalData)) }
        entries += [("indicators", ReportTexts.scoreTable), ("plan", ReportTexts.plan)]
        if !causes.isEmpty { entries.append(("causes", ReportTexts.causes)) }
        entries += [("items", ReportTexts.items), ("not-checked", ReportTexts.notChecked)]
        if !assessment.warnings.isEmpty { entries.append(("warnings", ReportTexts.warnings)) }
        entries.append(("appendix", ReportTexts.appendix))
        let links = entries.map { "<li>\(element("a", $0.1, " href=\"#\($0.0)\""))</li>" as Markup }
        return "<nav\(label(ReportTexts.contents))><ol>\(links)</ol></nav>"
    }

    func itemLink(_ item: ItemID) -> Markup {
        report.findings[item] == nil
            ? "\(item.text)" : "<a href=\"#item-\(Markup.anchor(item.text))\">\(item.text)</a>"
    }

    /// A verdict as a word with its shape; the shape comes from the style.
    func badge(_ verdict: Verdict) -> Markup {
        element("b", verdict.words, " class=\"v \(Markup(stringLiteral: verdict.rawValue))\"")
    }
}
