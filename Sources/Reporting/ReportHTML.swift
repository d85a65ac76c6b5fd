import Findings
public import GradingCore

extension Report {
    /// The report for people as one HTML page in UTF-8: no outside resource, no script, printable, and safe to open
    /// whatever stands on the audited website.
    public func html(language: ReportLanguage) -> [UInt8] {
        let page = ReportPage(report: self, language: language)
        return Array(page.document.text.utf8)
    }
}

/// The page in one language; its sections live in extensions.
struct ReportPage {
    let report: Report
    let language: ReportLanguage

    var assessment: Assessment { report.assessment }

    func words(_ both: BilingualText) -> String { both.text(language) }

    var agencyName: String {
        assessment.agency.name.isEmpty ? words(ReportTexts.unnamed) : assessment.agency.name
    }

    var document: Markup {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(ReportPage.contentPolicy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <title>\(agencyName) – OIT \(assessment.fiscalYear.year)</title>
        <style>\(ReportPage.style)</style>
        </head>
        <body>
        <a class="skip" href="#main">\(words(ReportTexts.skip))</a>
        \(head)
        \(navigation)
        <main id="main">
        \(scoreSection)
        \(planSection)
        \(itemsSection)
        \(notCheckedSection)
        \(warningsSection)
        \(appendixSection)
        </main>
        <footer><p>\(words(ReportTexts.notOfficial))</p></footer>
        </body>
        </html>

        """
    }

    private var head: Markup {
        let agency = assessment.agency
        let title = report.frame.title.text(language)
        var facts: [Markup] = [
            "<div><dt>\(words(ReportTexts.fiscalYear))</dt><dd>\(assessment.fiscalYear.year)</dd></div>",
            "<div><dt>\(words(ReportTexts.asOf))</dt><dd>\(ReportDate.day(assessment.asOf, language))</dd></div>",
        ]
        if !title.isEmpty {
            facts.append("<div><dt>\(words(ReportTexts.list))</dt><dd>\(title)</dd></div>")
        }
        if !agency.website.isEmpty {
            facts.append("<div><dt>\(words(ReportTexts.website))</dt><dd>\(Markup.address(agency.website))</dd></div>")
        }
        if !agency.province.isEmpty {
            facts.append(
                "<div><dt>\(words(ReportTexts.province))</dt><dd>\(Markup.foreign(agency.province))</dd></div>")
        }
        return """
            <header>
            <p class="kicker">\(words(ReportTexts.reportTitle))</p>
            <h1>\(Markup.foreign(agencyName))</h1>
            <dl class="facts">\(facts)</dl>
            \(notices)
            </header>
            """
    }

    private var notices: Markup {
        var notices: [BilingualText] = []
        if !assessment.isChecklistVerified { notices.append(ReportTexts.provisional) }
        if assessment.isPartial { notices.append(ReportTexts.partial) }
        notices += assessment.checklistNotes
        guard !notices.isEmpty else { return "" }
        return "<div class=\"notice\" role=\"note\">\(notices.map { "<p>\(words($0))</p>" as Markup })</div>"
    }

    private var navigation: Markup {
        var entries = [
            ("score", ReportTexts.score), ("plan", ReportTexts.plan), ("items", ReportTexts.items),
            ("not-checked", ReportTexts.notChecked),
        ]
        if !assessment.warnings.isEmpty { entries.append(("warnings", ReportTexts.warnings)) }
        entries.append(("appendix", ReportTexts.appendix))
        let links = entries.map { "<li><a href=\"#\($0.0)\">\(words($0.1))</a></li>" as Markup }
        return "<nav aria-label=\"\(words(ReportTexts.contents))\"><ul>\(links)</ul></nav>"
    }

    private var notCheckedSection: Markup {
        let rows = assessment.notChecked.map { entry -> Markup in
            """
            <tr><th scope="row">\(entry.item.text)</th><td>\(entry.url.isEmpty ? "–" : Markup.address(entry.url))</td>\
            <td>\(words(entry.why))</td></tr>
            """
        }
        let table: Markup = """
            <div class="scroll"><table><thead><tr><th scope="col">\(words(ReportTexts.item))</th>\
            <th scope="col">\(words(ReportTexts.address))</th><th scope="col">\(words(ReportTexts.why))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
        return """
            <section id="not-checked" aria-labelledby="not-checked-title">
            <h2 id="not-checked-title">\(words(ReportTexts.notChecked))</h2>
            \(rows.isEmpty ? "<p>\(words(ReportTexts.nothingLeftOut))</p>" : table)
            </section>
            """
    }

    private var warningsSection: Markup {
        guard !assessment.warnings.isEmpty else { return "" }
        return """
            <section id="warnings" aria-labelledby="warnings-title">
            <h2 id="warnings-title">\(words(ReportTexts.warnings))</h2>
            <ul>\(assessment.warnings.map { "<li>\(words($0))</li>" as Markup })</ul>
            </section>
            """
    }
}
