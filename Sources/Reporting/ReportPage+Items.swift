import Findings
import GradingCore

extension ReportPage {
    /// Items under the heading of their sub-indicator, in the order of the list.
    var itemsSection: Markup {
        var groups: [(id: String, items: [ItemFinding])] = []
        for finding in assessment.items {
            if groups.last?.id == finding.subIndicator {
                groups[groups.count - 1].items.append(finding)
            } else {
                groups.append((finding.subIndicator, [finding]))
            }
        }
        let parts = groups.map { group -> Markup in
            """
            <h3>\(words(ReportTexts.subIndicator)) \(group.id) \
            \(report.frame.subIndicatorTitles[group.id]?.text(language) ?? "")</h3>
            \(group.items.map(article))
            """
        }
        return """
            <section id="items" aria-labelledby="items-title">
            <h2 id="items-title">\(words(ReportTexts.items))</h2>
            \(parts.isEmpty ? ["<p>\(words(ReportTexts.noItems))</p>"] : parts)
            </section>
            """
    }

    private func article(_ finding: ItemFinding) -> Markup {
        let anchor = Markup.anchor(finding.item.text)
        let worth = report.worths[finding.item] ?? Worth(oit: 0, overall: 0)
        return """
            <article id="item-\(anchor)" class="item \(finding.verdict.rawValue)" aria-labelledby="title-\(anchor)">
            <h4 id="title-\(anchor)">\(finding.item.text) \(words(finding.title))</h4>
            <p class="result">\(badge(finding.verdict)) <span class="worth">\(words(ReportTexts.worth)) \
            \(worth.oit.hundredths) \(words(ReportTexts.points)) \(report.instrument.id) \
            (\(words(ReportTexts.overall)) \(worth.overall.hundredths)) · \(words(ReportTexts.confidence)): \
            \(words(finding.confidence.words))</span></p>
            \(reasons(of: finding))
            \(advice(of: finding))
            \(quotes(of: finding))
            \(ways(of: finding))
            \(elements(of: finding))
            \(currency(of: finding))
            \(hints(of: finding))
            </article>

            """
    }

    private func block(_ title: BilingualText, _ content: Markup, class name: String = "") -> Markup {
        "<div class=\"block \(name)\"><h5>\(words(title))</h5>\(content)</div>\n"
    }

    private func reasons(of finding: ItemFinding) -> Markup {
        guard !finding.reasons.isEmpty else { return "" }
        let entries = finding.reasons.map { reason -> Markup in
            let link = reason.evidence.map { " " + evidenceLink($0) } ?? ""
            return "<li><strong>\(words(reason.code.words))</strong> \(words(reason.message))\(link)</li>"
        }
        return block(ReportTexts.reasons, "<ul>\(entries)</ul>")
    }

    private func advice(of finding: ItemFinding) -> Markup {
        let fixes = report.fixes(of: finding)
        guard !fixes.isEmpty else { return "" }
        return block(
            ReportTexts.advice, "<ul>\(fixes.map { "<li>\(words($0))</li>" as Markup })</ul>", class: "advice")
    }

    private func hints(of finding: ItemFinding) -> Markup {
        guard !finding.hints.isEmpty else { return "" }
        return block(
            ReportTexts.hints, "<ul>\(finding.hints.map { "<li>\(words($0.message))</li>" as Markup })</ul>")
    }

    /// The stored quotes of the item's evidence, with the deciding words of elements marked inside them.
    private func quotes(of finding: ItemFinding) -> Markup {
        let pages = finding.evidence.compactMap { report.evidence[$0] }.filter { !$0.quotes.isEmpty }
        guard !pages.isEmpty else { return "" }
        let entries = pages.flatMap { page in
            let deciding = finding.elements.filter { $0.evidence == page.id }.map(\.quote)
            return page.quotes.map { quote -> Markup in
                """
                <figure><blockquote>\(marked(quote.text, deciding: deciding))</blockquote>\
                <figcaption>\(evidenceLink(page.id)) \(Markup.foreign(page.title)) – \
                \(words(ReportTexts.place)): \(words(ReportTexts.place(quote.place)))</figcaption></figure>
                """
            }
        }
        return block(ReportTexts.quote, Markup(entries))
    }

    /// The text with the first deciding words that it holds highlighted.
    private func marked(_ text: String, deciding: [String]) -> Markup {
        let whole = Array(CleanText.line(text).utf8)
        for quote in deciding {
            let part = Array(CleanText.line(quote).utf8)
            guard !part.isEmpty, part.count <= whole.count,
                let start = (0...whole.count - part.count).first(where: {
                    whole[$0..<$0 + part.count].elementsEqual(part)
                })
            else { continue }
            let pieces = [whole[..<start], whole[start..<start + part.count], whole[(start + part.count)...]].map {
                String(decoding: $0, as: UTF8.self)
            }
            // Spaces at the seams would be trimmed by cleaning: they are written as markup.
            let before: Markup = pieces[0].hasSuffix(" ") ? "\(pieces[0]) " : "\(pieces[0])"
            let after: Markup = pieces[2].hasPrefix(" ") ? " \(pieces[2])" : "\(pieces[2])"
            return "<bdi>\(before)<mark>\(pieces[1])</mark>\(after)</bdi>"
        }
        return Markup.foreign(text)
    }

    private func elements(of finding: ItemFinding) -> Markup {
        guard !finding.elements.isEmpty else { return "" }
        let rows = finding.elements.map { element -> Markup in
            """
            <tr><th scope="row">\(words(element.title))</th>\
            <td><span class="verdict \(element.verdict.rawValue)"><span aria-hidden="true">\(element.verdict.symbol)\
            </span> \(words(element.verdict.elementWords))</span></td><td>\(words(element.confidence.words))</td>\
            <td>\(element.evidence.map(evidenceLink) ?? "–")</td><td>\(Markup.foreign(element.quote))</td></tr>

            """
        }
        return block(
            ReportTexts.elements,
            table(
                [
                    ReportTexts.element, ReportTexts.verdict, ReportTexts.confidence, ReportTexts.evidence,
                    ReportTexts.quote,
                ], rows))
    }

    private func currency(of finding: ItemFinding) -> Markup {
        let currency = finding.currency
        guard let verdict = currency.verdict else { return "" }
        let rule = CurrencyRuleTexts.words(currency.required, language)
        var content: Markup =
            "<p><strong>\(words(verdict.words))</strong> (\(words(ReportTexts.rule)): \(rule))</p>"
        if !currency.found.isEmpty { content = content + dates(currency.found) }
        if !currency.missing.isEmpty {
            let missing = currency.missing.map { ReportDate.month(named: $0, language) }.joined(separator: ", ")
            content = content + "<p>\(words(ReportTexts.missing)): \(missing)</p>"
        }
        if let stale = currency.staleFrom {
            content = content + "<p>\(words(ReportTexts.staleFrom)) \(ReportDate.day(stale, language))</p>"
        }
        return block(ReportTexts.currency, content)
    }

    private func dates(_ found: [CurrencyVerdict.FoundDate]) -> Markup {
        let rows = found.map { date -> Markup in
            let years = date.fiscalYears.map { String($0.year) }.joined(separator: ", ")
            return """
                <tr><th scope="row">\(Markup.foreign(date.text))</th><td>\(words(date.role.words))</td>\
                <td>\(date.period.map { ReportDate.period($0, language) } ?? "–")</td><td>\(years)</td>\
                <td>\(words(date.decides ? ReportTexts.yes : ReportTexts.no))</td>\
                <td>\(evidenceLink(date.evidence))</td></tr>

                """
        }
        return table(
            [
                ReportTexts.asWritten, ReportTexts.kind, ReportTexts.period, ReportTexts.fiscalYear,
                ReportTexts.decides, ReportTexts.evidence,
            ], rows)
    }

    func table(_ heads: [BilingualText], _ rows: [Markup]) -> Markup {
        """
        <div class="scroll"><table><thead><tr>\
        \(heads.map { "<th scope=\"col\">\(words($0))</th>" as Markup })</tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }
}
