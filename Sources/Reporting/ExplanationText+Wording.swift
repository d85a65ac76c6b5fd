import Findings
import GradingCore
import WebEvidence

/// What an explanation says in one language, as plain text for the renderers to clean and wrap.
struct ExplanationWording {
    let language: ReportLanguage
    let evidence: [EvidenceID: Evidence]

    func words(_ both: BilingualText) -> String { both.text(language) }

    /// The address as submitted, or as it was found; the id where the run does not have it.
    func address(_ id: EvidenceID) -> String {
        guard let page = evidence[id] else { return id.text }
        return page.via == .submitted && !page.submittedURL.isEmpty ? page.submittedURL : page.url
    }

    func points(_ page: ExplainedPage) -> String {
        let name = words(ExplanationTexts.wordPoints)
        let margin = page.margin > 0 ? "+\(page.margin)" : "\(page.margin)"
        return "\(page.points) \(name) (\(words(ExplanationTexts.least)) \(page.leastPoints)), "
            + "\(words(ExplanationTexts.margin)) \(margin)"
    }

    func contribution(_ part: Contribution) -> String {
        let points = part.points > 0 ? "+\(part.points)" : "\(part.points)"
        let phrase = part.phrase.isEmpty ? "" : " “\(part.phrase)”"
        let place = part.place.isEmpty ? "" : " (\(words(ExplanationTexts.place(part.place))))"
        return "\(points) \(words(part.kind.words))\(phrase)\(place)"
    }

    func element(_ element: ExplainedElement) -> String {
        let owed = element.isOwed ? "" : " (\(words(ExplanationTexts.onlyHint)))"
        let quote = element.lookedFor.firstQuote.map { " “\($0)”" } ?? ""
        let found = element.verdict == .satisfied ? quote : ""
        return "\(words(element.title)): \(words(element.verdict.elementWords))\(found)\(owed)"
    }

    func matcher(_ matcher: ExplainedMatcher) -> String {
        let symbol = matcher.isFound ? Verdict.satisfied.symbol : Verdict.unsatisfied.symbol
        var text = "\(symbol) \(words(matcher.words))"
        if !matcher.quote.isEmpty { text += ": “\(matcher.quote)”" }
        let place = matcher.place.isEmpty ? "" : words(ExplanationTexts.place(matcher.place))
        let spot = [place, matcher.evidence?.text ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        return spot.isEmpty ? text : "\(text) (\(spot))"
    }

    /// `Out of date: rule …; dates that decide: …; missing: …`.
    func currencySentence(_ currency: ExplainedCurrency) -> String {
        let name = currency.verdict.map { words($0.words) } ?? "–"
        var text =
            "\(words(ExplanationTexts.currency)): \(name) (\(CurrencyRuleTexts.words(currency.required, language)))"
        let deciding = currency.dates.filter(\.decides).prefix(4).map { "“\($0.text)”" }
        if !deciding.isEmpty {
            text += "; \(words(ExplanationTexts.decidingDates)): \(deciding.joined(separator: ", "))"
        }
        if !currency.missing.isEmpty { text += "; \(missing(currency))" }
        return text
    }

    func currency(_ currency: ExplainedCurrency) -> [String] {
        var lines = [
            "\(words(ReportTexts.rule)): \(CurrencyRuleTexts.words(currency.required, language))",
            "\(words(ReportTexts.verdict)): \(currency.verdict.map { words($0.words) } ?? words(ExplanationTexts.notRead))",
        ]
        if !currency.note.isEmpty { lines.insert("“\(currency.note)”", at: 1) }
        if !currency.missing.isEmpty { lines.append(missing(currency)) }
        return lines
    }

    private func missing(_ currency: ExplainedCurrency) -> String {
        let parts = currency.missing.map { ReportDate.named($0, language) }
        return "\(words(ReportTexts.missing)): \(parts.joined(separator: ", "))"
    }

    func date(_ date: ExplainedDate) -> String {
        let place = date.place.isEmpty ? "" : ", \(words(ExplanationTexts.place(date.place)))"
        return "“\(date.text)” – \(words(date.kind)), \(words(date.role.words))\(place), \(date.evidence.text): "
            + words(date.why)
    }
}

extension ExplainedMatcher {
    /// Its own words, or the first of its parts that was found.
    var firstQuote: String? {
        if !quote.isEmpty { return quote }
        for part in parts where part.isFound {
            if let quote = part.firstQuote { return quote }
        }
        return nil
    }
}
