public import Findings
public import GradingCore
import WebEvidence

/// The explanation of one item for people and programs: the verdict first, what spoke for it and against it, what
/// would change it, and after that every detail.
public struct ExplanationText: Sendable {
    /// What the judge told.
    public let explanation: ItemExplanation
    /// The finding that it explains; nil where the run has none.
    public let finding: ItemFinding?
    let evidence: [EvidenceID: Evidence]

    /// The assessment gives the reasons and the addresses of the evidence.
    public init(_ explanation: ItemExplanation, of assessment: Assessment) {
        self.explanation = explanation
        finding = assessment.items.first { $0.item == explanation.item }
        evidence = assessment.evidence.reduce(into: [:]) { $0[$1.id] = $1 }
    }

    /// For a terminal. `width` is in columns (at least 48 are used); `color` adds ANSI colours. Text from the web
    /// carries no escapes.
    public func terminalText(language: ReportLanguage, width: Int, color: Bool) -> String {
        var page = ExplanationLines(
            text: self, wording: ExplanationWording(language: language, evidence: evidence),
            lines: TerminalLines(language: language, width: max(48, width), color: color))
        page.addVerdict()
        page.addForAndAgainst()
        page.addChanges()
        page.addDetails()
        return page.lines.text
    }
}

/// An explanation as lines.
private struct ExplanationLines {
    let text: ExplanationText
    let wording: ExplanationWording
    var lines: TerminalLines

    var explanation: ItemExplanation { text.explanation }
    func words(_ both: BilingualText) -> String { wording.words(both) }

    mutating func addVerdict() {
        let verdict = explanation.verdict
        lines.add(
            wrapping: CleanText.line("\(explanation.item.text) \(words(explanation.title))"), indent: 0, style: .bold)
        let confidence = "\(words(ExplanationTexts.confidence)): \(words(explanation.confidence.words))"
        lines.add(
            raw: lines.styled("\(verdict.symbol) \(words(verdict.words))", TerminalLines.Style(verdict))
                + "  (\(confidence))")
        for reason in text.finding?.reasons ?? [] {
            add("\(words(reason.code.words)) – \(words(reason.message))", indent: 2)
            if let fix = reason.fix { add("\(words(ReportTexts.whatToDo)): \(words(fix))", indent: 2) }
        }
        lines.add("")
    }

    mutating func addForAndAgainst() {
        let sides = ExplanationSides(explanation, wording)
        for (title, entries) in [
            (ExplanationTexts.speaksFor, sides.speaksFor), (ExplanationTexts.speaksAgainst, sides.speaksAgainst),
            (ExplanationTexts.unclear, sides.unclear),
        ] where !entries.isEmpty {
            lines.add(words(title), style: .bold)
            for entry in entries { add("\(entry.symbol) \(entry.text)", indent: 2, hanging: 2) }
            lines.add("")
        }
    }

    mutating func addChanges() {
        lines.add(words(ExplanationTexts.wouldChange), style: .bold)
        if explanation.wouldChange.isEmpty { add(words(ExplanationTexts.nothingKnown), indent: 2) }
        for change in explanation.wouldChange {
            let becomes = "→ \(change.becomes.symbol) \(words(change.becomes.words))"
            if change.changes.count == 1, let only = change.changes.first {
                add("\(becomes): \(words(only.text))", indent: 2, hanging: 2)
            } else {
                add("\(becomes) \(words(ExplanationTexts.allTogether)):", indent: 2)
                for part in change.changes { add("• \(words(part.text))", indent: 4, hanging: 2) }
            }
        }
        lines.add("")
    }

    mutating func addDetails() {
        lines.add(words(ExplanationTexts.steps), style: .bold)
        for (number, step) in explanation.steps.enumerated() {
            add("\(number + 1). \(words(step))", indent: 2, hanging: 3)
        }
        lines.add("")
        for page in explanation.pages { add(page) }
        if !explanation.elements.isEmpty { lines.add(words(ExplanationTexts.elements), style: .bold) }
        for element in explanation.elements { add(element) }
        addCurrency()
    }

    private mutating func add(_ page: ExplainedPage) {
        lines.add(words(ExplanationTexts.page), style: .bold)
        add("\(page.evidence.text) \(page.url)", indent: 2)
        if !page.title.isEmpty { add("“\(page.title)”", indent: 2) }
        add(words(page.meaning), indent: 2)
        if let section = page.section { add("\(words(ExplanationTexts.section)): “\(section)”", indent: 2) }
        add(wording.points(page), indent: 2)
        add(page.contributions)
        for rival in page.rivals {
            add(
                "\(words(ExplanationTexts.rival)): \(words(rival.title)) – \(rival.points) "
                    + words(ExplanationTexts.wordPoints), indent: 2)
            add(rival.contributions)
        }
        lines.add("")
    }

    private mutating func add(_ contributions: [Contribution]) {
        for part in contributions {
            lines.add(wrapping: CleanText.line(wording.contribution(part)), indent: 4, style: .dim)
        }
    }

    private mutating func add(_ element: ExplainedElement) {
        let verdict = element.verdict
        let owed = element.isOwed ? "" : " (\(words(ExplanationTexts.onlyHint)))"
        add("\(verdict.symbol) \(words(element.title)): \(words(verdict.elementWords))\(owed)", indent: 2, hanging: 2)
        add(element.lookedFor, depth: 0)
    }

    private mutating func add(_ matcher: ExplainedMatcher, depth: Int) {
        // A checklist may nest as deep as it likes; a terminal may not.
        lines.add(
            wrapping: CleanText.line(wording.matcher(matcher)), indent: 4 + 2 * min(depth, 6),
            style: matcher.isFound ? .plain : .dim)
        for part in matcher.parts { add(part, depth: depth + 1) }
    }

    private mutating func addCurrency() {
        let currency = explanation.currency
        lines.add("")
        lines.add(words(ExplanationTexts.currency), style: .bold)
        for line in wording.currency(currency) { add(line, indent: 2) }
        for date in currency.dates {
            lines.add(
                wrapping: CleanText.line("\(date.decides ? "●" : "○") \(wording.date(date))"), indent: 2,
                style: date.decides ? .plain : .dim)
        }
    }

    private mutating func add(_ text: String, indent: Int, hanging: Int = 0) {
        lines.add(wrapping: CleanText.line(text), indent: indent, hanging: hanging)
    }
}

/// What speaks for a verdict of satisfied, what against, and what could not be told.
struct ExplanationSides {
    struct Entry {
        let symbol: String
        let text: String
    }
    private(set) var speaksFor: [Entry] = []
    private(set) var speaksAgainst: [Entry] = []
    private(set) var unclear: [Entry] = []

    init(_ explanation: ItemExplanation, _ wording: ExplanationWording) {
        for page in explanation.pages {
            let text = "\(wording.words(page.meaning)) – \(page.url)"
            add(text, page.fit == .fits ? .satisfied : page.fit == .pictures ? .undecided : .unsatisfied)
        }
        for page in explanation.unread {
            add(
                "\(wording.words(page.message)) – \(wording.address(page.evidence))",
                page.isDead ? .unsatisfied : .undecided)
        }
        for element in explanation.elements { add(wording.element(element), element.verdict) }
        if let verdict = explanation.currency.verdict, verdict != .notRequired {
            add(wording.currencySentence(explanation.currency), verdict == .current ? .satisfied : .unsatisfied)
        }
    }

    private mutating func add(_ text: String, _ verdict: Verdict) {
        let entry = Entry(symbol: verdict.symbol, text: text)
        switch verdict {
        case .satisfied: speaksFor.append(entry)
        case .unsatisfied: speaksAgainst.append(entry)
        case .undecided: unclear.append(entry)
        case .notApplicable: break
        }
    }
}
