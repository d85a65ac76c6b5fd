import Findings
public import GradingCore

/// Many agencies as a folder of plain pages: where help wins most, which items fail everywhere, which one cause lies behind
/// many failures, what changed. Agencies stand in the order of the points that they can still win: a list for those who
/// help, no ranking.
public struct RunsSite: Sendable {
    /// One agency with its newest run and the one before.
    struct Standing: Sendable {
        var run: ReportedRun
        var before: ReportedRun?
        var plan: MendingPlan?
        /// Marks above the surely reached score, ascending, and how many items bring the agency there.
        var marks: [(mark: Hundredths, items: [ItemID])]
        var causes: [SharedCause]
        /// Name of its page.
        var page = ""

        /// From what is surely reached to what is reached when everything open is mended.
        var winnable: Hundredths {
            let most = plan?.steps.last?.oit.published.lowest ?? run.score.oit.highest
            return Hundredths(max(0, most.count - run.score.oit.lowest.count))
        }
        /// The next mark where it is near.
        var near: (mark: Hundredths, items: [ItemID])? {
            marks.first { $0.mark.count - run.score.oit.lowest.count <= RunsSite.nearness && !$0.items.isEmpty }
        }
    }

    /// Points of a hundredth below a mark that count as near it.
    static let nearness = 500

    let summary: RunsSummary
    /// Most points to win first, then by name.
    let standings: [Standing]
    let language: ReportLanguage

    /// - Parameter frames: how each year is scored; of a year that is not there no way to a mark is told.
    public init(_ runs: [ReportedRun], frames: [FiscalYear: ReportFrame], language: ReportLanguage) {
        summary = RunsSummary(runs)
        self.language = language
        var standings = Dictionary(grouping: runs) { AgencyKey($0.assessment.agency) }.values
            .compactMap { RunsSite.standing($0, frames) }
        standings.sort {
            $0.winnable == $1.winnable
                ? RunsSite.name($0) < RunsSite.name($1) : $1.winnable < $0.winnable
        }
        let digits = String(standings.count).count
        // Pages are called by the place of the name, which does not move when scores do.
        let order = standings.indices.sorted { RunsSite.name(standings[$0]) < RunsSite.name(standings[$1]) }
        for (place, index) in order.enumerated() {
            let number = String(place + 1)
            standings[index].page =
                "agency-" + String(repeating: "0", count: digits - number.count) + number + ".html"
        }
        self.standings = standings
    }

    private static func name(_ standing: Standing) -> ThaiOrder {
        ThaiOrder(standing.run.assessment.agency.name + " " + standing.run.assessment.agency.website)
    }

    private static func standing(_ runs: [ReportedRun], _ frames: [FiscalYear: ReportFrame]) -> Standing? {
        let ordered = runs.sorted { left, right in
            let (one, other) = (left.assessment, right.assessment)
            return (one.fiscalYear, one.asOf, one.finishedAt, one.run)
                < (other.fiscalYear, other.asOf, other.finishedAt, other.run)
        }
        guard let run = ordered.last else { return nil }
        let frame = frames[run.assessment.fiscalYear]
        let findings = run.assessment.items
        let points = findings.reduce(into: [ItemID: ItemPoints]()) { $0[$1.item] = ItemPoints($1.verdict) }
        let foreign = Set(findings.filter { $0.verdict == .notApplicable }.map(\.item))
        let plan = frame?.framework.inspected.flatMap { MendingPlan(of: $0, items: points, leavingAside: foreign) }
        let pass = frame.map { Hundredths($0.framework.passMarkHundredths) }
        let all = Set((frame?.framework.levels.thresholds ?? []) + (pass.map { [$0] } ?? [])).sorted()
        let marks = all.filter { $0 > run.score.oit.lowest }.compactMap {
            mark -> (mark: Hundredths, items: [ItemID])? in
            plan?.smallestSet(reaching: mark).map { (mark, $0) }
        }
        return Standing(
            run: run, before: ordered.dropLast().last, plan: plan, marks: marks,
            causes: SharedCause.all(in: run.assessment))
    }

    /// The pages by their names: `index.html`, `items.html`, `causes.html` and one for each agency. UTF-8 HTML without
    /// script; they link each other and nothing else.
    public var pageNames: [String] { ["index.html", "items.html", "causes.html"] + standings.map(\.page) }

    /// One page; nil for a name that is not among `pageNames`. Pages are made one by one, because there may be hundreds.
    public func page(_ name: String) -> [UInt8]? {
        switch name {
        case "index.html": return index.bytes
        case "items.html": return items.bytes
        case "causes.html": return causes.bytes
        default: return standings.first { $0.page == name }.map { agency($0).bytes }
        }
    }

    func words(_ both: BilingualText) -> String { both.text(language) }

    func name(_ standing: Standing) -> String {
        let name = standing.run.assessment.agency.name
        return name.isEmpty ? words(ReportTexts.unnamed) : name
    }

    func link(_ standing: Standing) -> Markup {
        "<a href=\"\(standing.page)\">\(Markup.foreign(name(standing)))</a>"
    }

    func plainPage(_ heading: String, _ sections: [PlainPage.Section], isIndex: Bool = false) -> PlainPage {
        let ways: [(String, BilingualText)] = [
            ("index.html", SiteTexts.index), ("items.html", SiteTexts.items), ("causes.html", SiteTexts.causes),
        ]
        let links = ways.map { "<a href=\"\($0.0)\">\(words($0.1))</a>" as Markup }
        return PlainPage(
            language: language, kicker: words(SummaryTexts.title), heading: heading,
            head: """
                <p>\(Markup(links, separator: " · "))</p>
                <p class="notice">\(words(isIndex ? SiteTexts.noRanking : SiteTexts.ranges))</p>
                """, sections: sections,
            ownStyle: """
                .bar { display: inline-block; height: .8em; background: var(--link); vertical-align: middle; }

                """)
    }
}
