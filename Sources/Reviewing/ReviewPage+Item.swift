import Digests
import Findings
import GradingCore
import Reporting
import WebEvidence

extension ReviewPage {
    /// One item: what the list asks, what was found, what it rests on.
    func section(_ finding: ItemFinding, embedded: Set<EvidenceID>) -> Markup {
        let worth = worths[finding.item]?.oit.text(decimals: 2) ?? ""
        let pages = finding.evidence.compactMap { evidence[$0] }
        return """
            <article id="i-\(finding.item.text)" data-item="\(finding.item.text)" aria-labelledby="t-\(finding.item.text)">
            <h2 id="t-\(finding.item.text)" tabindex="-1">\(finding.item.text.uppercased()) \(finding.title.text(language))</h2>
            <p class="machine"><b class="\(finding.verdict.rawValue)">\(texts.verdict(finding.verdict))</b> \
            · \(texts.confidence(finding.confidence)) · \(texts.worth(worth))</p>
            \(reasons(finding))
            <div class="beside">
            \(column(texts.elements, finding, "elements-part", elements(finding) + dates(finding) + history(of: finding)))\
            \(column(texts.evidence, finding, "pages", pages.isEmpty ? "<p>\(texts.noEvidence)</p>" : Markup(pages.map(page))))\
            \(pictures(of: finding, embedded: embedded))\
            </div>
            </article>

            """
    }

    private func reasons(_ finding: ItemFinding) -> Markup {
        let lines = finding.reasons.map { "<li>\($0.message.text(language))</li>" as Markup }
        let hints = finding.hints.map { "<li class=\"hint\">\($0.message.text(language))</li>" as Markup }
        return "<ul class=\"machine\">\(lines)\(hints)</ul>"
    }

    private func elements(_ finding: ItemFinding) -> Markup {
        guard !finding.elements.isEmpty else { return "<p>\(texts.noElements)</p>" }
        let rows = finding.elements.map { element -> Markup in
            let around = element.surroundings
            let quote: Markup =
                element.quote.isEmpty
                ? "<p class=\"machine\">\(texts.nothingFound)</p>"
                : """
                <blockquote>\(around.before) <mark>\(element.quote)</mark> \(around.after)</blockquote>
                """
            return """
                <li><b>\(element.title.text(language))</b> \
                <span class="machine \(element.verdict.rawValue)">\(texts.verdict(element.verdict))</span>\
                \(element.evidence.map { " · <a href=\"#\($0.text)-\(finding.item.text)\">\($0.text)</a>" as Markup } ?? "")
                \(quote)</li>

                """
        }
        return "<ul class=\"elements\">\(rows)</ul>"
    }

    private func dates(_ finding: ItemFinding) -> Markup {
        guard !finding.currency.found.isEmpty else { return "" }
        let dates = finding.currency.found.map { found -> Markup in
            let text: Markup = found.decides ? "<mark>\(found.text)</mark>" : "\(found.text)"
            return "<li>\(text)</li>"
        }
        return "<h3>\(texts.dates)</h3><ul class=\"dates\">\(dates)</ul>"
    }

    private func page(_ page: Evidence) -> Markup {
        let quotes = page.quotes.prefix(6).map { quote -> Markup in
            """
            <blockquote>\(quote.surroundings.before) <mark>\(quote.text)</mark> \(quote.surroundings.after)</blockquote>
            """
        }
        let status = page.status.map { "(HTTP \($0))" } ?? ""
        return """
            <section class="page" id="\(page.id.text)-\(page.item.text)">
            <h4>\(page.id.text) \(Markup.foreign(page.title))</h4>
            <p class="url">\(link(page.url))</p>
            <p>\(texts.outcome(page.outcome)) \(status) · \(page.contentType) · \(page.bytes) B · \(page.fetchedAt)</p>
            <p class="digest">sha256 \(page.sha256)</p>
            \(quotes)
            </section>

            """
    }

    /// Only addresses of the web are links.
    private func link(_ address: String) -> Markup {
        let isWeb = address.hasPrefix("http://") || address.hasPrefix("https://")
        return isWeb
            ? "<a href=\"\(address)\" rel=\"noreferrer noopener\" target=\"_blank\">\(Markup.foreign(address))</a>"
            : Markup.foreign(address)
    }

    /// What the script must know, as JSON in which nothing can end the element around it.
    var facts: Markup {
        let items = assessment.items.map { "\(quoted($0.item.text)):\(quoted($0.verdict.rawValue))" }
        let words = texts.script.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(quoted($0.value))" }
        return Markup(
            stringLiteral: """
                {"run":\(quoted(assessment.run.text)),"report":\(quoted(report.hexadecimal)),"blind":\(isBlind),\
                "phase":\(quoted(phase.rawValue)),"items":{\(items.joined(separator: ","))},\
                "words":{\(words.joined(separator: ","))}}
                """)
    }

    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in CleanText.line(text).unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "<": quoted += "\\u003c"
            case ">": quoted += "\\u003e"
            case "&": quoted += "\\u0026"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
