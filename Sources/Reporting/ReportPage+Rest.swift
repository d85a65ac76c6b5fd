import Findings
import GradingCore
import WebEvidence

extension ReportPage {
    var notCheckedSection: Markup {
        let entries = assessment.notChecked.map { entry -> Markup in
            let address: Markup = entry.url.isEmpty ? "" : "\(Markup.address(entry.url)) – "
            return "<li><b>\(itemLink(entry.item))</b> \(address)\(say(entry.why))</li>\n"
        }
        let content = entries.isEmpty ? element("p", ReportTexts.nothingLeftOut) : "<ul>\(entries)</ul>" as Markup
        return section("not-checked", ReportTexts.notChecked, content)
    }

    var warningsSection: Markup {
        // A reader who looks for pictures is told here why there are none.
        let warnings = assessment.warnings + (report.pictures?.whyNone.map { [$0] } ?? [])
        guard !warnings.isEmpty else { return "" }
        return section("warnings", ReportTexts.warnings, "<ul>\(warnings.map { element("li", $0) })</ul>")
    }

    /// For those who check the check: every page with its attempts and digest. Collapsed; nobody else needs it.
    var appendixSection: Markup {
        let facts = [
            fact(ReportTexts.run, "<code>\(assessment.run.text)</code>"),
            fact(ReportTexts.version, "<code>\(assessment.toolVersion)</code>"),
            fact(ReportTexts.digest, "<code>\(assessment.checklistDigest)</code>"),
            fact(ReportTexts.started, "<code>\(assessment.startedAt)</code>"),
            fact(ReportTexts.finished, "<code>\(assessment.finishedAt)</code>"),
        ]
        let rows: Markup = assessment.evidence.isEmpty ? "" : "<ul class=\"log\">\(assessment.evidence.map(row))</ul>"
        return section(
            "appendix", ReportTexts.appendix,
            """
            <details>
            \(element("summary", ReportTexts.showAppendix(assessment.evidence.count)))
            <dl class="facts">\(facts)</dl>
            \(element("p", ReportTexts.timesAreUTC))
            \(rows)
            </details>
            """)
    }

    /// Codes and figures without words: they are the same in every language.
    private func row(_ page: Evidence) -> Markup {
        var facts: [Markup] = ["<code>\(page.outcome.rawValue)</code>"]
        if let status = page.status { facts.append("HTTP \(status)") }
        facts.append("<code>\(page.via.rawValue)</code>")
        if !page.contentType.isEmpty { facts.append("\(page.contentType)") }
        if !page.server.isEmpty { facts.append("<code>\(page.server)</code>") }
        if page.isUnverified { facts.append("<code>unverified</code>") }
        if page.bytes > 0 || !page.sha256.isEmpty { facts.append("\(page.bytes) B") }
        let digest: Markup = page.sha256.isEmpty ? "" : "<br>SHA-256 <code>\(page.sha256)</code>"
        let detail: Markup = page.detail.isEmpty ? "" : "<br><span lang=\"en\">\(Markup.foreign(page.detail))</span>"
        let attempts = page.attempts.map { attempt -> Markup in
            let status: Markup = attempt.status.map { " \($0)" } ?? ""
            return """
                <br>\(attempt.startedAt) <code>\(attempt.outcome.rawValue)</code>\(status) \(attempt.milliseconds) ms
                """
        }
        return """
            <li id="\(page.id.text)"><b>\(page.id.text)</b> \(itemLink(page.item)) \
            <bdi dir="ltr" class="url">\(page.url.isEmpty ? page.submittedURL : Markup.readable(page.url))</bdi><br>\
            \(Markup(facts, separator: " · "))\(attempts)\(digest)\(detail)</li>

            """
    }
}
