import Findings
import GradingCore

extension ReportPage {
    var scoreSection: Markup {
        let oit = report.score.oit.published
        return section(
            "score", ReportTexts.scoreOf(report.instrument.id),
            """
            <p class="figure"><strong>\(range(oit))</strong> \(say(ReportTexts.of100))</p>
            <p class="lead">\(say(ReportTexts.reach(oit, pass: passMark)))</p>
            <ul class="counts">\(counts)</ul>
            \(numberLine(oit))
            \(marks)
            \(difference(oit))
            \(element("p", ReportTexts.contribution(
                report.score.contribution.published, of: report.instrument.weightPercent)))
            """)
    }

    var passMark: Hundredths { Hundredths(report.frame.framework.passMarkHundredths) }

    /// Where levels begin and the pass mark, ascending.
    private var markPositions: [Hundredths] {
        Set(report.frame.framework.levels.thresholds + [passMark]).sorted()
    }

    func range(_ interval: HundredthsInterval) -> Markup {
        interval.isCertain ? "\(interval.lowest)" : "\(interval.lowest) – \(interval.highest)"
    }

    private var counts: [Markup] {
        Verdict.allCases.filter { report.count($0) > 0 }.map { verdict in
            "<li>\(badge(verdict)) \(element("span", ReportTexts.items(report.count(verdict))))</li>\n"
        }
    }

    /// 0...100 in percent of the width, so that the figures keep their size on a small screen: what is certain, what
    /// is possible, and the marks.
    private func numberLine(_ interval: HundredthsInterval) -> Markup {
        let width = Hundredths(interval.highest.count - interval.lowest.count)
        let open: Markup =
            interval.isCertain
            ? "" : "<rect class=\"open\" x=\"\(interval.lowest)%\" y=\"46\" width=\"\(width)%\" height=\"24\"/>"
        return """
            <svg class="line" role="img"\(label(ReportTexts.lineLabel(interval, marks: markPositions))) width="100%" \
            height="124">
            <defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" \
            patternTransform="rotate(45)"><rect width="4" height="8" class="sure"/></pattern></defs>
            <rect class="ground" width="100%" y="46" height="24"/>
            <rect class="sure" width="\(interval.lowest)%" y="46" height="24"/>
            \(open)
            \(markLines)
            <text y="94">0</text><text x="100%" y="94" text-anchor="end">100</text>
            \(interval.isCertain ? "" : flag(interval.highest, y: 14, ReportTexts.highestFlag))
            \(flag(interval.lowest, y: 34, interval.isCertain ? ReportTexts.scoreFlag : ReportTexts.lowestFlag))
            </svg>
            """
    }

    /// Neighbours that would touch on a small screen stand on two lines: 55 below 50, 95 below 100.
    private var markLines: [Markup] {
        let room = 900
        var last = 0
        return markPositions.map { position in
            let isLow = position.count - last < room || 100_00 - position.count < room
            if !isLow { last = position.count }
            return mark(position, isLow: isLow)
        }
    }

    private func mark(_ mark: Hundredths, isLow: Bool) -> Markup {
        let isPass = mark == passMark
        return """
            <line class="\(isPass ? "mark pass" : "mark")" x1="\(mark)%" x2="\(mark)%" y1="40" y2="\(isLow ? 96 : 78)"/>\
            <text class="\(isPass ? "pass" : "at")" x="\(mark)%" y="\(isLow ? 112 : 94)" \
            text-anchor="middle">\(mark.shortText)</text>

            """
    }

    private func flag(_ figure: Hundredths, y: Int, _ name: (Hundredths) -> BilingualText) -> Markup {
        let anchor = figure.count < 3000 ? "start" : figure.count > 7000 ? "end" : "middle"
        return """
            <line class="flag" x1="\(figure)%" x2="\(figure)%" y1="\(y + 4)" y2="46"/>\
            \(element("text", name(figure), " class=\"flag\" x=\"\(figure)%\" y=\"\(y)\" text-anchor=\"\(anchor)\""))

            """
    }

    /// What the marks under the line mean.
    private var marks: Markup {
        let named = markPositions.reversed().map { mark -> Markup in
            let names = report.frame.framework.levels.names(from: mark).map {
                "<span lang=\"th\">\($0)</span>" as Markup
            }
            var parts = mark == passMark ? [say(ReportTexts.passMark)] : []
            if !names.isEmpty { parts.append(Markup(names, separator: " / ")) }
            return "<li><b>\(mark.shortText)</b> \(Markup(parts, separator: " · "))</li>\n"
        }
        return "<div class=\"marks\">\(element("p", ReportTexts.marks))<ul>\(named)</ul></div>"
    }

    /// The items between the two ends of the score, each with its worth.
    private func difference(_ interval: HundredthsInterval) -> Markup {
        let unknown = report.instrument.items.filter { report.score.items[$0] == .unknown }
        guard !unknown.isEmpty else { return element("p", ReportTexts.isSure) }
        let entries = unknown.map { item -> Markup in
            let finding = report.findings[item]
            let worth = report.worths[item] ?? Worth(oit: 0, overall: 0)
            let why =
                finding.map { $0.reasons.first?.code.words ?? $0.verdict.words } ?? ReportTexts.notLookedAt
            return """
                <li><b>\(itemLink(item))</b> \(finding.map { say($0.title) } ?? "") – \
                \(say(ReportTexts.worth(worth, report.instrument.id))) – \(say(why))</li>

                """
        }
        let list: Markup = "<ul>\(entries)</ul>"
        let content: Markup =
            entries.count <= 8
            ? list : "<details>\(element("summary", ReportTexts.showAll(entries.count)))\(list)</details>"
        return """
            <h3>\(say(ReportTexts.difference(interval)))</h3>
            \(element("p", ReportTexts.isRange))
            \(content)
            """
    }
}

extension Hundredths {
    /// Whole numbers without decimals, others with two.
    var shortText: String { count % 100 == 0 ? String(count / 100) : text }
}

extension LevelScale {
    /// The levels that begin at an overall score, highest first.
    func names(from mark: Hundredths) -> [String] {
        switch self {
        case .bands(let bands): bands.filter { $0.fromHundredths == mark.count }.map(\.name)
        case .instrumentBands(let bands): bands.filter { $0.overallFromHundredths == mark.count }.map(\.name)
        }
    }
}
