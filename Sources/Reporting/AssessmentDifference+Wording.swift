import Findings
import GradingCore
import WebEvidence

/// What a comparison says in one language, as plain text for the renderers to clean, wrap and escape.
struct DifferenceWording {
    /// A labelled sentence.
    struct Fact {
        let label: String
        let text: String
    }
    let language: ReportLanguage

    func words(_ both: BilingualText) -> String { both.text(language) }

    func head(_ head: RunHead) -> String {
        "\(words(ReportTexts.fiscalYear)) \(head.fiscalYear.year) · "
            + "\(words(ReportTexts.asOf)) \(ReportDate.day(head.asOf, language)) · \(head.run.text)"
    }

    func counts(_ difference: AssessmentDifference) -> [Fact] {
        ItemDifference.Kind.allCases.filter { !difference.items($0).isEmpty }.map {
            Fact(label: words($0.words), text: String(difference.items($0).count))
        } + [Fact(label: words(DifferenceTexts.unchanged), text: String(difference.unchangedItems))]
    }

    func input(_ input: InputDifference) -> Fact {
        func shown(_ text: String) -> String {
            switch input.input {
            case .asOf: ReportMembers.day(text).map { ReportDate.day($0, language) } ?? text
            case .partial: words(text == "true" ? DifferenceTexts.isPartial : DifferenceTexts.isWhole)
            case .checklist: text.isEmpty ? "–" : short(text)
            default: text.isEmpty ? "–" : text
            }
        }
        return Fact(label: words(input.input.words), text: "\(shown(input.before)) → \(shown(input.after))")
    }

    /// `Indicator 9`, `Sub-indicator 9.1`.
    func name(_ figure: ScoreDifference.Figure) -> String {
        "\(words(figure.id.contains(".") ? ReportTexts.subIndicator : ReportTexts.indicator)) \(figure.id)"
    }

    func figure(_ figure: ScoreDifference.Figure) -> String {
        let (before, after) = (figure.before?.shown ?? "–", figure.after?.shown ?? "–")
        return figure.isChanged ? "\(before) → \(after)" : after
    }

    private func short(_ digest: String) -> String { digest.isEmpty ? "–" : TextWidth.cut(digest, to: 13) }
}

// MARK: Items

extension DifferenceWording {
    /// `o12`, or `o12 → o10` where the numbers differ.
    func number(_ item: ItemDifference) -> String {
        let (before, after) = (item.before?.item.text, item.after?.item.text)
        if let before, let after, before != after { return "\(before) → \(after)" }
        return after ?? before ?? ""
    }

    func facts(of item: ItemDifference) -> [Fact] {
        var facts: [Fact] = []
        func add(_ label: BilingualText, _ text: String) { facts.append(Fact(label: words(label), text: text)) }
        if item.kind == .moved || item.areReasonsChanged {
            add(DifferenceTexts.before, reasons(item.before))
            add(DifferenceTexts.after, reasons(item.after))
        } else if item.kind == .added || item.kind == .removed {
            add(DifferenceTexts.reasons, reasons(item.after ?? item.before))
        }
        for element in item.elements { add(DifferenceTexts.elements, self.element(element)) }
        if let currency = item.currency {
            for text in self.currency(currency) { add(DifferenceTexts.currency, text) }
        }
        for hint in item.hintsAdded { add(DifferenceTexts.hintAdded, words(hint.message)) }
        for hint in item.hintsRemoved { add(DifferenceTexts.hintRemoved, words(hint.message)) }
        for page in item.evidence where item.kind == .moved || item.kind == .shifted {
            add(DifferenceTexts.pages, "\(page.address) – \(self.changes(of: page).joined(separator: "; "))")
        }
        if item.kind == .moved || item.kind == .shifted { add(DifferenceTexts.causes, causes(item)) }
        return facts
    }

    /// Every reason: its name and its sentence.
    func reasons(_ finding: ItemFinding?) -> String {
        let reasons = finding?.reasons ?? []
        guard !reasons.isEmpty else { return words(DifferenceTexts.none) }
        return reasons.map { "\(words($0.code.words)) – \(words($0.message))" }.joined(separator: "; ")
    }

    func causes(_ item: ItemDifference) -> String {
        item.causes.isEmpty
            ? words(DifferenceTexts.unknownCause) : item.causes.map { words($0.words) }.joined(separator: ", ")
    }

    private func element(_ element: ElementDifference) -> String {
        func shown(_ match: ElementMatch?) -> String {
            guard let match else { return "–" }
            return words(match.verdict.elementWords) + (match.quote.isEmpty ? "" : " “\(match.quote)”")
        }
        return "\(words(element.title)): \(shown(element.before)) → \(shown(element.after))"
    }

    private func currency(_ currency: CurrencyDifference) -> [String] {
        let (old, new) = (currency.before, currency.after)
        var texts: [String] = []
        if old.verdict != new.verdict {
            texts.append(
                "\(old.verdict.map { words($0.words) } ?? "–") → \(new.verdict.map { words($0.words) } ?? "–")")
        }
        if old.required != new.required {
            let rules = [old, new].map { CurrencyRuleTexts.words($0.required, language) }
            texts.append("\(words(DifferenceTexts.rule)): \(rules[0]) → \(rules[1])")
        }
        texts += dates(DifferenceTexts.dateRemoved, currency.datesRemoved)
        texts += dates(DifferenceTexts.dateAdded, currency.datesAdded)
        if old.missing != new.missing {
            let lists = [old, new].map { verdict in
                verdict.missing.isEmpty
                    ? words(DifferenceTexts.none)
                    : verdict.missing.map { ReportDate.named($0, language) }.joined(separator: ", ")
            }
            texts.append("\(words(DifferenceTexts.missing)): \(lists[0]) → \(lists[1])")
        }
        if old.staleFrom != new.staleFrom {
            let days = [old, new].map { $0.staleFrom.map { ReportDate.day($0, language) } ?? "–" }
            texts.append("\(words(DifferenceTexts.staleFrom)): \(days[0]) → \(days[1])")
        }
        return texts
    }
}

extension DifferenceWording {
    /// The first few dates as written; none gives no text.
    private func dates(_ label: BilingualText, _ dates: [CurrencyVerdict.FoundDate]) -> [String] {
        let most = 6
        let shown = dates.prefix(most).map { "“\($0.text)”" } + (dates.count > most ? ["+\(dates.count - most)"] : [])
        return dates.isEmpty ? [] : ["\(words(label)): \(shown.joined(separator: ", "))"]
    }
}

// MARK: Evidence

extension DifferenceWording {
    /// Each change in words, in order.
    func changes(of page: EvidenceDifference) -> [String] {
        page.changes.map { change in
            let name = words(change.words)
            guard let old = page.before, let new = page.after else {
                let outcome = (page.after ?? page.before).map { words($0.outcome.words) } ?? ""
                return "\(name) (\(outcome))"
            }
            switch change {
            case .outcome: return "\(name): \(words(old.outcome.words)) → \(words(new.outcome.words))"
            case .status: return "\(name): \(status(old.status)) → \(status(new.status))"
            case .url: return "\(name): \(old.url) → \(new.url)"
            case .contentType: return "\(name): \(old.contentType) → \(new.contentType)"
            case .title: return "\(name): “\(old.title)” → “\(new.title)”"
            case .via: return "\(name): \(words(old.via.words)) → \(words(new.via.words))"
            case .content:
                return old.bytes == new.bytes
                    ? "\(name) (\(words(DifferenceTexts.sameSize)))"
                    : "\(name) (\(old.bytes) → \(new.bytes) \(words(DifferenceTexts.bytes)))"
            case .added, .removed: return name
            }
        }
    }

    private func status(_ status: Int?) -> String { status.map { String($0) } ?? "–" }

    /// Lines with `-` and `+` before them, at most so many, then how many more there are.
    func lines(of text: TextDifference, most: Int) -> [String] {
        var lines: [String] = text.isCoarse ? [words(DifferenceTexts.coarse)] : []
        for block in text.blocks {
            let mark = block.differsInDigitsOnly ? " (\(words(DifferenceTexts.digitsOnly)))" : ""
            lines += block.removed.map { "- \($0)" } + block.added.map { "+ \($0)\(mark)" }
            if lines.count > most { break }
        }
        let all = text.removedLines + text.addedLines + (text.isCoarse ? 1 : 0)
        guard all > most else { return lines }
        return lines.prefix(most) + ["… \(all - most) \(words(DifferenceTexts.moreLines))"]
    }
}
