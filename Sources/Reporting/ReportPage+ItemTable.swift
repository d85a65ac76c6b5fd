import Findings
import GradingCore

extension ReportPage {
    /// Every item on one line. The script makes the heads into buttons that sort, and shows the filter.
    var itemTable: Markup {
        let rows = assessment.items.enumerated().map { overview($0.element, position: $0.offset) }
        return """
            \(filter)
            <table class="list" id="list" role="table">
            <thead role="rowgroup"><tr role="row">\(columns)</tr></thead>
            <tbody role="rowgroup">
            \(rows)</tbody></table>
            """
    }

    private var columns: [Markup] {
        [ReportTexts.item, ReportTexts.subIndicator, ReportTexts.verdict, ReportTexts.pointsWorth, ReportTexts.reasons]
            .map { "<th scope=\"col\" role=\"columnheader\">\(say($0))</th>" }
    }

    /// `data-v` is what a column sorts by where that is not its text.
    private func overview(_ finding: ItemFinding, position: Int) -> Markup {
        let worth = (report.worths[finding.item]?.oit ?? 0).hundredths
        let reason = finding.reasons.first.map { say($0.code.words) } ?? "–"
        return """
            <tr role="row"><th scope="row" role="rowheader" data-v="\(position)">\(itemLink(finding.item)) \
            \(say(finding.title))</th>\
            <td role="cell" class="part">\(finding.subIndicator)</td>\
            <td role="cell" data-v="\(finding.verdict.urgency)">\(badge(finding.verdict))</td>\
            <td role="cell" class="number" data-v="\(worth.count)">\(worth)</td>\
            <td role="cell">\(reason)</td></tr>

            """
    }

    private var filter: Markup {
        let verdicts = Verdict.allCases.filter { report.count($0) > 0 }.map {
            element("option", $0.words, " value=\"\(Markup(stringLiteral: $0.rawValue))\"")
        }
        var seen: Set<String> = []
        let parts = assessment.items.map(\.subIndicator).filter { seen.insert($0).inserted }.map { part -> Markup in
            "<option value=\"\(part)\">\(part)</option>"
        }
        let count = assessment.items.count
        return """
            <div class="filter" id="filter" role="search"\(label(ReportTexts.filter)) hidden>
            <p><label for="by-verdict">\(say(ReportTexts.verdict))</label><select id="by-verdict">\
            \(element("option", ReportTexts.all, " value=\"\""))\(verdicts)</select></p>
            <p><label for="by-part">\(say(ReportTexts.subIndicator))</label><select id="by-part">\
            \(element("option", ReportTexts.all, " value=\"\""))\(parts)</select></p>
            <p><label for="by-text">\(say(ReportTexts.wordsInItem))</label>\
            <input id="by-text" type="search" autocomplete="off"></p>
            <p class="tools"><button type="button" id="clear">\(say(ReportTexts.clearFilter))</button>\
            <button type="button" id="open-all">\(say(ReportTexts.openAll))</button>\
            <button type="button" id="close-all">\(say(ReportTexts.closeAll))</button></p>
            <p role="status" class="shown">\(say(ReportTexts.showing)) <b id="shown">\(count)</b> \
            \(say(ReportTexts.ofItems(count))) <span id="said"></span></p>
            </div>
            """
    }
}

extension Verdict {
    /// What needs a person first.
    fileprivate var urgency: Int {
        switch self {
        case .unsatisfied: 0
        case .undecided: 1
        case .satisfied: 2
        case .notApplicable: 3
        }
    }
}
