import Findings
public import GradingCore

extension AssessmentDifference {
    /// The comparison for people as one HTML page in UTF-8: no outside resource, no script, printable.
    public func html(language: ReportLanguage) -> [UInt8] {
        DifferencePage(difference: self, wording: DifferenceWording(language: language)).page.bytes
    }
}

/// The page of a comparison in one language.
private struct DifferencePage {
    let difference: AssessmentDifference
    let wording: DifferenceWording

    func words(_ both: BilingualText) -> String { wording.words(both) }

    var page: PlainPage {
        let name = difference.after.agency.name
        return PlainPage(
            language: wording.language, kicker: words(DifferenceTexts.title),
            heading: name.isEmpty ? words(ReportTexts.unnamed) : name, head: head,
            sections: [section("scores", DifferenceTexts.scores, scores)] + itemSections + evidenceSections
                + notChecked)
    }

    private func section(_ id: String, _ title: BilingualText, _ content: Markup) -> PlainPage.Section {
        PlainPage.Section(id: id, title: words(title), content: content)
    }

    private var head: Markup {
        var notices: [BilingualText] = []
        if difference.isEmpty { notices.append(DifferenceTexts.nothing) }
        if !difference.isEmpty, difference.moved.isEmpty, difference.items(.shifted).isEmpty,
            !difference.score.isChanged
        {
            notices.append(DifferenceTexts.sameVerdicts)
        }
        if difference.before.fiscalYear != difference.after.fiscalYear { notices.append(DifferenceTexts.otherYear) }
        let inputs: Markup =
            difference.inputs.isEmpty
            ? "" : "<p>\(words(DifferenceTexts.inputs))</p>\(facts(difference.inputs.map(wording.input)))"
        return """
            <dl class="heads"><dt>\(words(DifferenceTexts.before))</dt><dd>\(wording.head(difference.before))</dd>
            <dt>\(words(DifferenceTexts.after))</dt><dd>\(wording.head(difference.after))</dd></dl>
            \(notices.map { "<p class=\"notice\">\(words($0))</p>" as Markup })
            \(inputs)
            """
    }

    private func facts(_ facts: [DifferenceWording.Fact]) -> Markup {
        let parts = facts.map { "<dt>\($0.label)</dt><dd>\(Markup.foreign($0.text))</dd>" as Markup }
        return facts.isEmpty ? "" : "<dl class=\"facts\">\(parts)</dl>"
    }

    private var scores: Markup {
        let score = difference.score
        var rows = [row("OIT", score.oit)]
        rows += (score.indicators + score.subIndicators).map { row(wording.name($0), $0) }
        rows.append(row(words(DifferenceTexts.contribution), score.contribution))
        let table = PlainPage.table(
            [words(DifferenceTexts.figure), words(DifferenceTexts.before), words(DifferenceTexts.after)], rows,
            numbers: [1, 2])
        let counts = wording.counts(difference).map { "\($0.label) \($0.text)" }
        return "\(table)<p>\(counts.joined(separator: " · "))</p>"
    }

    private func row(_ name: String, _ figure: ScoreDifference.Figure) -> [Markup] {
        let after: Markup = "\(figure.after?.shown ?? "–")"
        return [
            "\(name)", "\(figure.before?.shown ?? "–")",
            figure.isChanged ? "<span class=\"changed\">\(after)</span>" : after,
        ]
    }

    private var itemSections: [PlainPage.Section] {
        let kinds: [ItemDifference.Kind] = [.moved, .shifted, .added, .removed]
        return kinds.compactMap { kind in
            let items = difference.items(kind)
            guard !items.isEmpty || kind == .moved else { return nil }
            let content: Markup =
                items.isEmpty ? "<p>\(words(DifferenceTexts.noneMoved))</p>" : Markup(items.map(article))
            return section(kind.rawValue, kind.words, content)
        }
    }

    private func article(_ item: ItemDifference) -> Markup {
        let before = item.before?.verdict.shown(wording.language) ?? "–"
        let after = item.after?.verdict.shown(wording.language) ?? "–"
        let verdicts: Markup = item.before?.verdict == item.after?.verdict ? after : "\(before) → \(after)"
        let worth: Markup =
            item.worth.map { " <span class=\"soft\">\($0) \(words(ReportTexts.points))</span>" } ?? ""
        return """
            <article class="item">
            <h3>\(wording.number(item)) \(Markup.foreign(words(item.title)))</h3>
            <p>\(verdicts)\(worth)</p>
            \(facts(wording.facts(of: item)))
            </article>

            """
    }

    private var evidenceSections: [PlainPage.Section] {
        guard !difference.evidence.isEmpty else { return [] }
        let rows = difference.evidence.map { page -> [Markup] in
            let changes = wording.changes(of: page).map { "<li>\(Markup.foreign($0))</li>" as Markup }
            let text = difference.texts[page.address].map(lines) ?? ""
            return [
                Markup.address(page.address), "\(page.items.map(\.text).joined(separator: ", "))",
                "<ul class=\"lines\">\(changes)</ul>\(text)",
            ]
        }
        let table = PlainPage.table(
            [words(ReportTexts.address), words(ReportTexts.item), words(DifferenceTexts.evidence)], rows)
        let same = "\(words(DifferenceTexts.sameEvidence)): \(difference.unchangedEvidence)"
        return [section("evidence", DifferenceTexts.evidence, "\(table)<p>\(same)</p>")]
    }

    private func lines(_ text: TextDifference) -> Markup {
        guard !text.isEmpty else { return "" }
        let lines = wording.lines(of: text, most: 200).map { line -> Markup in
            let shown = Markup.foreign(line)
            let marked: Markup =
                line.hasPrefix("+ ")
                ? "<ins>\(shown)</ins>" : line.hasPrefix("- ") ? "<del>\(shown)</del>" : shown
            return "<li>\(marked)</li>"
        }
        return "<p>\(words(DifferenceTexts.textChanged))</p><ul class=\"lines\">\(lines)</ul>"
    }

    private var notChecked: [PlainPage.Section] {
        [
            ("not-checked-added", DifferenceTexts.notCheckedAdded, difference.notCheckedAdded),
            ("not-checked-removed", DifferenceTexts.notCheckedRemoved, difference.notCheckedRemoved),
        ].filter { !$0.2.isEmpty }.map { id, title, entries in
            let rows = entries.map { entry -> [Markup] in
                [
                    "\(entry.item.text)", entry.url.isEmpty ? "–" : Markup.address(entry.url),
                    Markup.foreign(words(entry.why)),
                ]
            }
            let heads = [ReportTexts.item, ReportTexts.address, ReportTexts.why].map(words)
            return section(id, title, PlainPage.table(heads, rows))
        }
    }
}
