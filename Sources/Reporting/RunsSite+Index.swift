import Findings
import GradingCore

extension RunsSite {
    /// Distribution, who is near a mark, every agency, what changed.
    var index: PlainPage {
        plainPage(
            words(SummaryTexts.title),
            [
                PlainPage.Section(id: "distribution", title: words(SiteTexts.distribution), content: distribution),
                PlainPage.Section(id: "near", title: words(SiteTexts.near), content: near),
                PlainPage.Section(id: "agencies", title: words(SiteTexts.agencies), content: agencies),
                PlainPage.Section(id: "changes", title: words(SiteTexts.changes), content: changes),
            ], isIndex: true)
    }

    /// Both ends of each score, so that no agency is put where it may not be.
    private var distribution: Markup {
        func counts(_ end: KeyPath<HundredthsInterval, Hundredths>) -> [Int] {
            standings.reduce(into: Array(repeating: 0, count: 10)) {
                $0[max(0, min(9, $1.run.score.oit[keyPath: end].count / 1000))] += 1
            }
        }
        let (lowest, highest) = (counts(\.lowest), counts(\.highest))
        let most = max(1, (lowest + highest).max() ?? 1)
        func bar(_ count: Int) -> Markup {
            "\(count) <span class=\"bar\" style=\"width:\(count * 12 / most)em\"></span>"
        }
        return PlainPage.table(
            [words(SiteTexts.band), words(SiteTexts.lowest), words(SiteTexts.highest)],
            (0..<10).reversed().map { band in
                ["\(band * 10) – \(band == 9 ? "100" : "\(band * 10 + 9).99")", bar(lowest[band]), bar(highest[band])]
            })
    }

    private var near: Markup {
        let rows = standings.compactMap { standing -> (lacks: Hundredths, row: [Markup])? in
            guard let near = standing.near else { return nil }
            let lacks = Hundredths(near.mark.count - standing.run.score.oit.lowest.count)
            return (
                lacks,
                [
                    link(standing), "\(standing.run.score.oit.shown)", "\(near.mark)", "\(lacks)",
                    "\(near.items.map { $0.text }.joined(separator: ", "))",
                ]
            )
        }.sorted { $0.lacks < $1.lacks }
        guard !rows.isEmpty else { return "<p>\(words(SiteTexts.nobodyNear))</p>" }
        return PlainPage.table(
            [
                words(SummaryTexts.agency), words(SummaryTexts.score), words(SiteTexts.mark), words(SiteTexts.lacks),
                words(SiteTexts.lifts),
            ], rows.map(\.row), numbers: [1, 2, 3])
    }

    private var agencies: Markup {
        PlainPage.table(
            [
                words(SummaryTexts.agency), words(ReportTexts.fiscalYear), words(ReportTexts.asOf),
                words(SummaryTexts.score), words(SiteTexts.winnable), words(Verdict.satisfied.words),
                words(Verdict.unsatisfied.words), words(Verdict.undecided.words), words(SiteTexts.changed),
            ],
            standings.map { standing in
                let assessment = standing.run.assessment
                func count(_ verdict: Verdict) -> Markup { "\(assessment.items.count { $0.verdict == verdict })" }
                return [
                    link(standing), "\(assessment.fiscalYear.year)", "\(ReportDate.day(assessment.asOf, language))",
                    "\(standing.run.score.oit.shown)", "\(standing.winnable)", count(.satisfied), count(.unsatisfied),
                    count(.undecided), tally(of: standing),
                ]
            }, numbers: [1, 3, 4, 5, 6, 7])
    }

    private func tally(of standing: Standing) -> Markup {
        guard standing.before != nil else { return "–" }
        let moves = Move.all(in: standing)
        guard !moves.isEmpty else { return "0" }
        return
            "\(words(SiteTexts.better)) \(moves.count { $0.isBetter }) · \(words(SiteTexts.worse)) \(moves.count { !$0.isBetter })"
    }

    private var changes: Markup {
        let moved = standings.compactMap { standing -> Markup? in
            let moves = Move.all(in: standing)
            guard !moves.isEmpty, let before = standing.before else { return nil }
            let lines = moves.map { "<li>\($0.shown(language))</li>" as Markup }
            return """
                <h3>\(link(standing)): \(before.score.oit.shown) → \(standing.run.score.oit.shown)</h3>
                <ul class="lines">\(lines)</ul>

                """
        }
        guard moved.isEmpty else { return Markup(moved) }
        let isFirst = standings.allSatisfy { $0.before == nil }
        return "<p>\(words(isFirst ? SiteTexts.noEarlier : SiteTexts.noChange))</p>"
    }

    /// An item whose verdict is another one than in the run before; by topic, as lists number items differently.
    struct Move: Sendable {
        var finding: ItemFinding
        var before: Verdict

        var isBetter: Bool { Move.rank(finding.verdict) > Move.rank(before) }

        static func all(in standing: Standing) -> [Move] {
            guard let before = standing.before else { return [] }
            let verdicts = Dictionary(before.assessment.items.map { ($0.topic, $0.verdict) }) { first, _ in first }
            return standing.run.assessment.items.compactMap { finding in
                guard let verdict = verdicts[finding.topic], verdict != finding.verdict else { return nil }
                return Move(finding: finding, before: verdict)
            }
        }

        func shown(_ language: ReportLanguage) -> Markup {
            """
            \(finding.item.text.uppercased()) \(Markup.foreign(finding.title.text(language))): \
            \(before.shown(language)) → \(finding.verdict.shown(language))
            """
        }

        private static func rank(_ verdict: Verdict) -> Int {
            switch verdict {
            case .unsatisfied: 0
            case .undecided, .notApplicable: 1
            case .satisfied: 2
            }
        }
    }
}
