import Findings
public import GradingCore
import WebEvidence

extension AssessmentDifference {
    /// The comparison for a terminal: what went in, figures, items that moved and why, evidence. `width` is in columns
    /// (at least 48 are used); `color` adds ANSI colours. Text from the web carries no escapes.
    public func terminalText(language: ReportLanguage, width: Int, color: Bool) -> String {
        var page = DifferenceLines(language: language, width: width, color: color)
        page.addHead(self)
        if isEmpty {
            page.lines.add(wrapping: page.wording.words(DifferenceTexts.nothing), indent: 0, style: .bold)
            return page.lines.text
        }
        page.addInputs(self)
        page.addScores(self)
        page.addItems(self, kinds: [.moved, .shifted, .added, .removed])
        page.addEvidence(self)
        page.addNotChecked(self)
        return page.lines.text
    }

    /// Only the items whose verdict moved and why, as a new judgement of the same evidence is told: one block each,
    /// or one sentence when there are none.
    public func movedVerdictsText(language: ReportLanguage, width: Int, color: Bool) -> String {
        var page = DifferenceLines(language: language, width: width, color: color)
        let wording = page.wording
        if moved.isEmpty {
            page.lines.add(wording.words(DifferenceTexts.noneMoved), style: .bold)
        } else {
            page.addItems(self, kinds: [.moved])
        }
        let total = items.count + unchangedItems
        page.lines.add(
            "\(wording.words(DifferenceTexts.moved)) \(moved.count) \(wording.words(DifferenceTexts.ofItems)) \(total)")
        return page.lines.text
    }
}

/// A comparison as lines.
private struct DifferenceLines {
    var lines: TerminalLines
    let wording: DifferenceWording

    init(language: ReportLanguage, width: Int, color: Bool) {
        lines = TerminalLines(language: language, width: max(48, width), color: color)
        wording = DifferenceWording(language: language)
    }

    mutating func addHead(_ difference: AssessmentDifference) {
        let name = difference.after.agency.name
        lines.add(wording.words(DifferenceTexts.title), style: .bold)
        lines.add(CleanText.line(name.isEmpty ? wording.words(ReportTexts.unnamed) : name), style: .bold)
        add(DifferenceTexts.before, wording.head(difference.before), indent: 0)
        add(DifferenceTexts.after, wording.head(difference.after), indent: 0)
        if difference.before.fiscalYear != difference.after.fiscalYear {
            lines.add(wrapping: wording.words(DifferenceTexts.otherYear), indent: 2, style: .yellow)
        }
        lines.add("")
    }

    mutating func addInputs(_ difference: AssessmentDifference) {
        guard !difference.inputs.isEmpty else { return }
        lines.add(wording.words(DifferenceTexts.inputs), style: .bold)
        for input in difference.inputs {
            let fact = wording.input(input)
            add(fact.label, fact.text, indent: 2)
        }
        lines.add("")
    }

    mutating func addScores(_ difference: AssessmentDifference) {
        let score = difference.score
        func line(_ name: String, _ figure: ScoreDifference.Figure) {
            lines.add(
                TextWidth.padded(name, to: max(30, lines.width / 3)) + " " + wording.figure(figure),
                style: figure.isChanged ? .bold : .plain)
        }
        line("OIT", score.oit)
        for figure in score.indicators + score.subIndicators where figure.isChanged {
            line("  " + CleanText.line(wording.name(figure)), figure)
        }
        line(wording.words(DifferenceTexts.contribution), score.contribution)
        if difference.moved.isEmpty && difference.items(.shifted).isEmpty && !score.isChanged {
            lines.add(wrapping: wording.words(DifferenceTexts.sameVerdicts), indent: 0)
        }
        let counts = wording.counts(difference).map { "\($0.label) \($0.text)" }
        lines.add(wrapping: counts.joined(separator: " · "), indent: 0)
        lines.add("")
    }

    mutating func addItems(_ difference: AssessmentDifference, kinds: [ItemDifference.Kind]) {
        for kind in kinds {
            let items = difference.items(kind)
            guard !items.isEmpty else { continue }
            lines.add("\(wording.words(kind.words)) (\(items.count))", style: .bold)
            for item in items { add(item) }
            lines.add("")
        }
    }

    private mutating func add(_ item: ItemDifference) {
        let title = "\(CleanText.line(wording.number(item))) \(CleanText.line(wording.words(item.title)))"
        lines.add(wrapping: title, indent: 0)
        func shown(_ verdict: Verdict?) -> String {
            verdict.map { lines.styled("\($0.symbol) \(wording.words($0.words))", TerminalLines.Style($0)) } ?? "–"
        }
        let (before, after) = (item.before?.verdict, item.after?.verdict)
        let worth = item.worth.map { " · \($0.text) \(wording.words(ReportTexts.points))" } ?? ""
        lines.add(raw: "  " + (before == after ? shown(after) : "\(shown(before)) → \(shown(after))") + worth)
        for fact in wording.facts(of: item) { add(fact.label, fact.text, indent: 4) }
    }

    mutating func addEvidence(_ difference: AssessmentDifference) {
        guard !difference.evidence.isEmpty else { return }
        let isShort = { (page: EvidenceDifference) in page.isContentOnly && difference.texts[page.address] == nil }
        let pages = difference.evidence.filter { !isShort($0) }
        if !pages.isEmpty {
            lines.add("\(wording.words(DifferenceTexts.evidence)) (\(pages.count))", style: .bold)
        }
        for page in pages {
            lines.add(wrapping: CleanText.line("\(page.address) (\(items(page)))"), indent: 0)
            for change in wording.changes(of: page) { lines.add(wrapping: CleanText.line(change), indent: 4) }
            guard let text = difference.texts[page.address], !text.isEmpty else { continue }
            lines.add("    \(wording.words(DifferenceTexts.textChanged))", style: .dim)
            for line in wording.lines(of: text, most: 40) { lines.add("    " + CleanText.line(line)) }
        }
        let others = difference.evidence.filter(isShort)
        if !others.isEmpty {
            lines.add(
                wrapping: "\(wording.words(DifferenceTexts.contentOnly)) (\(others.count))", indent: 0, style: .bold)
        }
        for page in others { lines.add("  " + CleanText.line("\(page.address) (\(items(page)))"), style: .dim) }
        lines.add("\(wording.words(DifferenceTexts.sameEvidence)): \(difference.unchangedEvidence)")
        lines.add("")
    }

    private func items(_ page: EvidenceDifference) -> String { page.items.map(\.text).joined(separator: ", ") }

    mutating func addNotChecked(_ difference: AssessmentDifference) {
        for (title, entries) in [
            (DifferenceTexts.notCheckedAdded, difference.notCheckedAdded),
            (DifferenceTexts.notCheckedRemoved, difference.notCheckedRemoved),
        ] where !entries.isEmpty {
            lines.add("\(wording.words(title)) (\(entries.count))", style: .bold)
            for entry in entries {
                add("\(entry.item.text) \(entry.url)", wording.words(entry.why), indent: 2)
            }
        }
    }

    private mutating func add(_ label: BilingualText, _ text: String, indent: Int) {
        add(wording.words(label), text, indent: indent)
    }

    private mutating func add(_ label: String, _ text: String, indent: Int) {
        lines.add(wrapping: CleanText.line("\(label): \(text)"), indent: indent)
    }
}
