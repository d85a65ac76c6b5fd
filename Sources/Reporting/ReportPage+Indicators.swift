import Findings
import GradingCore

extension ReportPage {
    /// Indicators and sub-indicators as one table; the bars repeat what the figures say.
    var indicatorSection: Markup {
        let rows = report.instrument.indicators.map { indicator -> Markup in
            guard let score = report.score.indicators[indicator.id] else { return "" }
            let subRows = indicator.subIndicators.compactMap { sub -> Markup? in
                report.score.subIndicators[sub.id].map {
                    row(sub.id, report.frame.subIndicatorTitles[sub.id], $0.hundredths, sub.items, isSub: true)
                }
            }
            let items = indicator.subIndicators.flatMap(\.items)
            return row(indicator.id, report.frame.indicatorTitles[indicator.id], score.published, items, isSub: false)
                + Markup(subRows)
        }
        return section(
            "indicators", ReportTexts.scoreTable,
            """
            <table class="scores">
            <thead><tr>\(head(ReportTexts.indicatorOrSub))\(head(ReportTexts.metItems, isNumber: true))\
            \(head(ReportTexts.lowest, isNumber: true))\(head(ReportTexts.highest, isNumber: true))</tr></thead>
            <tbody>
            \(rows)</tbody></table>
            """)
    }

    func head(_ text: BilingualText, isNumber: Bool = false) -> Markup {
        "<th scope=\"col\"\(isNumber ? " class=\"number\"" : "" as Markup)>\(say(text))</th>"
    }

    private func row(
        _ id: String, _ title: BilingualText?, _ score: HundredthsInterval, _ items: [ItemID], isSub: Bool
    ) -> Markup {
        let met = items.count { report.score.items[$0] == .full }
        return """
            <tr class="\(isSub ? "sub" : "main")"><th scope="row"><b>\(id)</b> \(title.map { say($0) } ?? "")\(bar(score))</th>\
            <td class="number">\(met)/\(items.count)</td><td class="number">\(score.lowest)</td>\
            <td class="number">\(score.highest)</td></tr>

            """
    }

    private func bar(_ interval: HundredthsInterval) -> Markup {
        let width = Hundredths(interval.highest.count - interval.lowest.count)
        let open: Markup =
            interval.isCertain
            ? "" : "<rect class=\"open\" x=\"\(interval.lowest)%\" width=\"\(width)%\" height=\"10\"/>"
        return """
            <svg class="bar" aria-hidden="true" focusable="false" width="100%" height="14">\
            <rect class="ground" width="100%" height="10"/>\
            <rect class="sure" width="\(interval.lowest)%" height="10"/>\(open)\
            <line class="pass" x1="\(passMark)%" x2="\(passMark)%" y1="0" y2="14"/></svg>
            """
    }
}
