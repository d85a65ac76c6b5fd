import Findings
import GradingCore

extension ReportPage {
    var scoreSection: Markup {
        let oit = report.score.oit.published
        let contribution = report.score.contribution.published
        return """
            <section id="score" aria-labelledby="score-title">
            <h2 id="score-title">\(words(ReportTexts.score)) \(report.instrument.id)</h2>
            <p class="figure">\(figure(oit))</p>
            \(bar(oit))
            <p>\(words(ReportTexts.contribution)): <strong>\(range(contribution))</strong> \
            / \(report.instrument.weightPercent).00</p>
            <h3>\(words(ReportTexts.howSure))</h3>
            <ul class="counts">\(counts)</ul>
            <p>\(sureness)</p>
            <h3>\(words(ReportTexts.scoreTable))</h3>
            \(scoreTable)
            </section>
            """
    }

    func range(_ interval: HundredthsInterval) -> Markup {
        interval.isCertain ? "\(interval.lowest)" : "\(interval.lowest) – \(interval.highest)"
    }

    private func figure(_ interval: HundredthsInterval) -> Markup {
        interval.isCertain
            ? "<strong>\(interval.lowest)</strong> <span>\(words(ReportTexts.certain))</span>"
            : """
            <strong>\(interval.lowest)</strong> \
            <span>\(words(ReportTexts.possible)) <strong>\(interval.highest)</strong></span>
            """
    }

    private var counts: [Markup] {
        Verdict.allCases.filter { report.count($0) > 0 }.map { verdict in
            "<li>\(badge(verdict)) \(report.count(verdict))</li>"
        }
    }

    private var sureness: Markup {
        let unknown = report.score.items.values.count { $0 == .unknown }
        let weak = assessment.items.filter { $0.confidence == .low }.map { itemLink($0.item) }
        let range: Markup =
            unknown == 0
            ? "\(words(ReportTexts.isSure))"
            : "\(words(ReportTexts.isRange)) \(words(ReportTexts.unknownItems)): <strong>\(unknown)</strong>"
        guard !weak.isEmpty else { return range }
        return range + "<br>\(words(ReportTexts.weakItems)): \(Markup(weak, separator: ", "))"
    }

    func badge(_ verdict: Verdict) -> Markup {
        """
        <span class="verdict \(verdict.rawValue)"><span aria-hidden="true">\(verdict.symbol)</span> \
        \(words(verdict.words))</span>
        """
    }

    /// 0...100 over 1,000 units: what is certain, what is possible, and the marks.
    private func bar(_ interval: HundredthsInterval) -> Markup {
        func tenths(_ figure: Hundredths) -> String { figure.fraction.text(decimals: 1) }
        func x(_ figure: Hundredths) -> Markup { "\((figure.fraction * 10).text(decimals: 1))" }
        let width = Hundredths(interval.highest.count - interval.lowest.count)
        let marks = report.targets.map { mark -> Markup in
            """
            <line x1="\(x(mark))" x2="\(x(mark))" y1="4" y2="44" class="mark"/>\
            <text x="\(x(mark))" y="62" text-anchor="middle">\(mark.fraction.exactInteger)</text>
            """
        }
        let label =
            "\(report.instrument.id) \(words(ReportTexts.lowest)) \(interval.lowest), "
            + "\(words(ReportTexts.highest)) \(interval.highest)"
        return """
            <svg class="bar" viewBox="0 0 1000 68" role="img" aria-label="\(label)">
            <defs><pattern id="open" width="10" height="10" patternUnits="userSpaceOnUse" \
            patternTransform="rotate(45)"><rect width="5" height="10" class="stripe"/></pattern></defs>
            <rect x="0.5" y="8.5" width="999" height="31" class="ground"/>
            <rect x="0" y="8" width="\(x(interval.lowest))" height="32" class="sure"/>
            <rect x="\(x(interval.lowest))" y="8" width="\(x(width))" height="32" fill="url(#open)"/>
            \(marks)
            <text x="2" y="62">0</text><text x="998" y="62" text-anchor="end">100</text>
            </svg>
            """
    }

    private var scoreTable: Markup {
        let rows = report.instrument.indicators.map { indicator -> Markup in
            guard let score = report.score.indicators[indicator.id] else { return "" }
            let subRows = indicator.subIndicators.compactMap { sub -> Markup? in
                report.score.subIndicators[sub.id].map {
                    row(sub.id, report.frame.subIndicatorTitles[sub.id], $0.hundredths, sub.items.count, isSub: true)
                }
            }
            let items = indicator.subIndicators.reduce(0) { $0 + $1.items.count }
            return row(
                indicator.id, report.frame.indicatorTitles[indicator.id], score.published, items, isSub: false)
                + Markup(subRows)
        }
        return """
            <div class="scroll"><table class="scores"><thead><tr>\
            <th scope="col">\(words(ReportTexts.indicator)) / \(words(ReportTexts.subIndicator))</th>\
            <th scope="col" class="number">\(words(ReportTexts.itemCount))</th>\
            <th scope="col" class="number">\(words(ReportTexts.lowest))</th>\
            <th scope="col" class="number">\(words(ReportTexts.highest))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func row(
        _ id: String, _ title: BilingualText?, _ score: HundredthsInterval, _ items: Int, isSub: Bool
    ) -> Markup {
        """
        <tr class="\(isSub ? "sub" : "main")"><th scope="row">\(id) \(title?.text(language) ?? "")</th>\
        <td class="number">\(items)</td><td class="number">\(score.lowest)</td>\
        <td class="number">\(score.highest)</td></tr>

        """
    }

    var planSection: Markup {
        """
        <section id="plan" aria-labelledby="plan-title">
        <h2 id="plan-title">\(words(ReportTexts.plan))</h2>
        \(report.plan.steps.isEmpty ? "<p>\(words(ReportTexts.nothingToMend))</p>" : planTable)
        </section>
        """
    }

    private var planTable: Markup {
        let rows = report.plan.steps.enumerated().map { position, step -> Markup in
            let finding = report.findings[step.item]
            let fix = finding.flatMap { report.fixes(of: $0).first }.map { words($0) } ?? ""
            return """
                <tr><td class="number">\(position + 1)</td><th scope="row">\(itemLink(step.item)) \
                \(finding.map { words($0.title) } ?? "")</th><td>\(finding.map { badge($0.verdict) } ?? "–")</td>\
                <td>\(fix)</td><td class="number">+\(step.gain.oit.hundredths)</td>\
                <td class="number">+\(step.gain.overall.hundredths)</td>\
                <td class="number">\(step.oit.published.lowest)</td></tr>

                """
        }
        let heads: [(BilingualText, Bool)] = [
            (ReportTexts.order, true), (ReportTexts.item, false), (ReportTexts.verdict, false),
            (ReportTexts.whatToDo, false), (ReportTexts.gain, true), (ReportTexts.gainOverall, true),
            (ReportTexts.runningScore, true),
        ]
        let head = heads.map {
            "<th scope=\"col\"\($0.1 ? " class=\"number\"" : "" as Markup)>\(words($0.0))</th>" as Markup
        }
        return """
            <ul class="targets">\(report.targets.map(target))</ul>
            <p>\(words(ReportTexts.planIntro))</p>
            <div class="scroll"><table class="plan"><thead><tr>\(head)</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func target(_ mark: Hundredths) -> Markup {
        guard let items = report.plan.smallestSet(reaching: mark) else {
            return "<li>\(words(ReportTexts.smallestSet)) \(mark): \(words(ReportTexts.outOfReach))</li>"
        }
        guard !items.isEmpty else { return "<li>\(mark): \(words(ReportTexts.reachedAlready))</li>" }
        return """
            <li>\(words(ReportTexts.smallestSet)) \(mark): <strong>\(items.count)</strong> \
            (\(Markup(items.map(itemLink), separator: ", ")))</li>
            """
    }

    func itemLink(_ item: ItemID) -> Markup {
        report.findings[item] == nil
            ? "\(item.text)" : "<a href=\"#item-\(Markup.anchor(item.text))\">\(item.text)</a>"
    }
}

extension Fraction {
    /// Whole numbers without decimals, others with two.
    fileprivate var exactInteger: String { finiteDecimals == 0 ? text(decimals: 0) : text(decimals: 2) }
}
