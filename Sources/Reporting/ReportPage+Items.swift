import Findings
import GradingCore

extension ReportPage {
    /// The table of all items, then each item under the heading of its sub-indicator, in the order of the list.
    var itemsSection: Markup {
        guard !assessment.items.isEmpty else {
            return section("items", ReportTexts.items, element("p", ReportTexts.noItems))
        }
        var groups: [(id: String, items: [ItemFinding])] = []
        for finding in assessment.items {
            if groups.last?.id == finding.subIndicator {
                groups[groups.count - 1].items.append(finding)
            } else {
                groups.append((finding.subIndicator, [finding]))
            }
        }
        let parts = groups.map { group -> Markup in
            let title = ReportLanguage.each {
                "\(ReportTexts.subIndicator.text($0)) \(group.id) "
                    + (report.frame.subIndicatorTitles[group.id]?.text($0) ?? "")
            }
            return """
                <div class="group">
                \(element("h3", title))
                \(group.items.map(article))</div>

                """
        }
        return section("items", ReportTexts.items, itemTable + Markup(parts))
    }

    private func article(_ finding: ItemFinding) -> Markup {
        let anchor = Markup.anchor(finding.item.text)
        let worth = report.worths[finding.item] ?? Worth(oit: 0, overall: 0)
        return """
            <article id="item-\(anchor)" class="item \(Markup(stringLiteral: finding.verdict.rawValue))" \
            aria-labelledby="title-\(anchor)">
            <h4 id="title-\(anchor)">\(finding.item.text) \(say(finding.title))</h4>
            <p class="result">\(badge(finding.verdict)) \(say(ReportTexts.worth(worth, report.instrument.id))) · \
            \(say(ReportTexts.sureness(finding.confidence.words)))</p>
            \(reasons(of: finding))\(exposure(of: finding))\(advice(of: finding))\
            \(suggestions(for: finding))\(details(of: finding))\(vendorPart(of: finding))\
            </article>

            """
    }

    func block(_ title: BilingualText, _ content: Markup, class name: Markup = "") -> Markup {
        guard !content.isEmpty else { return "" }
        let style: Markup = name.isEmpty ? "" : " class=\"\(name)\""
        return "<div\(style)>\(element("h5", title))\n\(content)</div>\n"
    }

    private func reasons(of finding: ItemFinding) -> Markup {
        // The quote of a satisfied item stands among its elements; it is told once.
        let untold = finding.reasons.filter { reason in
            reason.code != .satisfied
                || !finding.elements.contains { !$0.quote.isEmpty && reason.message.th.contains($0.quote) }
        }
        return Markup(
            untold.map { reason in
                let link = reason.evidence.map { " (\(evidenceLink($0)))\(pictureLink($0))" as Markup } ?? ""
                return """
                    <p class="why"><strong>\(say(reason.code.words))</strong> \(say(reason.message))\(link)</p>

                    """
            })
    }

    /// Points to the urgent section from an item whose pages show personal data.
    private func exposure(of finding: ItemFinding) -> Markup {
        guard assessment.personalData.contains(where: { $0.item == finding.item }) else { return "" }
        return "<p class=\"why\">\(element("a", ReportTexts.personalDataHere, " href=\"#personal\""))</p>\n"
    }

    private func advice(of finding: ItemFinding) -> Markup {
        let fixes = report.fixes(of: finding)
        guard !fixes.isEmpty else { return "" }
        let content: Markup =
            fixes.count == 1 ? element("p", fixes[0]) : "<ol>\(fixes.map { element("li", $0) })</ol>"
        return block(ReportTexts.whatToDo, content, class: "fix")
    }

    private func details(of finding: ItemFinding) -> Markup {
        let content = elements(of: finding) + currency(of: finding) + ways(of: finding) + hints(of: finding)
        guard !content.isEmpty else { return "" }
        return """
            <details><summary>\(say(ReportTexts.details)) <span class="of">\(finding.item.text)</span></summary>
            \(content)</details>

            """
    }

    private func hints(of finding: ItemFinding) -> Markup {
        guard !finding.hints.isEmpty else { return "" }
        return block(ReportTexts.hints, "<ul>\(finding.hints.map { element("li", $0.message) })</ul>")
    }
}
