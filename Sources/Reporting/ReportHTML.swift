import Findings
public import GradingCore

extension Report {
    /// The report for people as one HTML page in UTF-8: no outside resource, printable, and safe to open whatever
    /// stands on the audited website.
    ///
    /// Without script the page is complete in `language`; its own small script, the only one that the page's policy
    /// lets run, adds the other language, sorting, filtering and copying. Same assessment, same bytes.
    public func html(language: ReportLanguage) -> [UInt8] {
        Array(ReportPage(report: self, language: language).document.text.utf8)
    }
}

/// The page as it is written in one language; its sections live in extensions.
struct ReportPage {
    let report: Report
    let language: ReportLanguage
    /// Fills while the sections are made; written into the page at its end.
    let dictionary = PageDictionary()
    let causes: [SharedCause]
    let vendorNotices: [ItemID: VendorNotice]

    init(report: Report, language: ReportLanguage) {
        self.report = report
        self.language = language
        causes = SharedCause.all(in: report.assessment)
        vendorNotices = report.assessment.items.reduce(into: [:]) { notices, finding in
            notices[finding.item] = VendorNotice(of: finding, evidence: report.evidence)
        }
    }

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
        <meta http-equiv="Content-Security-Policy" content="\(ReportPolicy.policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark">
        <title>\(agencyName) – OIT \(assessment.fiscalYear.year)</title>
        <style>\(ReportPage.style)</style>
        </head>
        <body>
        \(element("a", ReportTexts.skip, " class=\"skip\" href=\"#main\""))
        \(banner)
        <main id="main" tabindex="-1">
        \(introduction)
        \(scoreSection)
        \(personalDataSection)
        \(indicatorSection)
        \(planSection)
        \(causesSection)
        \(itemsSection)
        \(notCheckedSection)
        \(warningsSection)
        \(appendixSection)
        </main>
        <footer>\(element("p", ReportTexts.notOfficial))</footer>
        \(phrases)
        <script type="application/json" id="words">\(dictionary.script(in: language.other))</script>
        <script>\(ReportPage.script)</script>
        </body>
        </html>

        """
    }

    func section(_ id: Markup, _ title: BilingualText, _ content: Markup, class name: Markup = "") -> Markup {
        let style: Markup = name.isEmpty ? "" : " class=\"\(name)\""
        return """
            <section id="\(id)"\(style) aria-labelledby="\(id)-title">
            \(element("h2", title, " id=\"\(id)-title\""))
            \(content)
            </section>
            """
    }

    /// What the script says at the moment that something happened.
    private var phrases: Markup {
        let said: [(Markup, BilingualText)] = [
            ("copied", ReportTexts.copied), ("not-copied", ReportTexts.notCopied), ("sorted", ReportTexts.sorted),
            ("ascending", ReportTexts.ascending), ("descending", ReportTexts.descending),
        ]
        return "<div hidden>\(said.map { element("span", $0.1, " id=\"say-\($0.0)\"") })</div>"
    }
}
