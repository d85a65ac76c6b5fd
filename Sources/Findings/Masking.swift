public import GradingCore

/// How personal data is hidden in what is reported. Who finds it gives the rule; here is only where it applies.
public struct Masking: Sendable {
    private let hidden: @Sendable (String) -> String

    /// - Parameter hidden: a text with its personal data hidden. A text without any, and one that was hidden before, must
    ///   come back as it is.
    public init(_ hidden: @escaping @Sendable (String) -> String) { self.hidden = hidden }

    /// The text with personal data hidden.
    public func masked(_ text: String) -> String { text.isEmpty ? text : hidden(text) }

    /// Both languages with personal data hidden.
    public func masked(_ text: BilingualText) -> BilingualText {
        BilingualText(th: masked(text.th), en: masked(text.en))
    }
}

extension Assessment {
    /// The same assessment with personal data hidden in every text that comes from a page, a file name or a submission.
    ///
    /// Addresses stay verbatim, because a reader must be able to open what was audited; so do ids, digests, times and the
    /// agency's own name.
    public func masked(by masking: Masking) -> Assessment {
        var result = self
        result.items = items.map { $0.masked(by: masking) }
        result.evidence = evidence.map { $0.masked(by: masking) }
        result.notChecked = notChecked.map { entry in
            NotChecked(item: entry.item, url: entry.url, why: masking.masked(entry.why))
        }
        result.suggestions = suggestions.map { all in
            all.map { suggestion in
                var suggestion = suggestion
                suggestion.why = masking.masked(suggestion.why)
                return suggestion
            }
        }
        result.warnings = warnings.map(masking.masked)
        result.checklistNotes = checklistNotes.map(masking.masked)
        result.personalData = personalData.map { finding in
            var finding = finding
            finding.masked = masking.masked(finding.masked)
            return finding
        }
        return result
    }
}

extension ItemFinding {
    /// The same finding with personal data hidden in its texts.
    public func masked(by masking: Masking) -> ItemFinding {
        var result = self
        result.title = masking.masked(title)
        result.reasons = reasons.map { reason in
            Reason(
                code: reason.code, message: masking.masked(reason.message), fix: reason.fix.map(masking.masked),
                evidence: reason.evidence)
        }
        result.elements = elements.map { element in
            var element = element
            element.title = masking.masked(element.title)
            element.quote = masking.masked(element.quote)
            element.surroundings = element.surroundings.masked(by: masking)
            return element
        }
        result.hints = hints.map { Hint(code: $0.code, message: masking.masked($0.message)) }
        result.currency = currency.masked(by: masking)
        return result
    }
}

extension CurrencyVerdict {
    /// The same verdict with personal data hidden in the dates as written.
    func masked(by masking: Masking) -> CurrencyVerdict {
        var result = self
        result.found = found.map { date in
            var date = date
            date.text = masking.masked(date.text)
            return date
        }
        result.missing = missing.map(masking.masked)
        return result
    }
}

extension QuoteSurroundings {
    /// The same surroundings with personal data hidden.
    func masked(by masking: Masking) -> QuoteSurroundings {
        QuoteSurroundings(
            words: masking.masked(words), before: masking.masked(before), after: masking.masked(after),
            location: location)
    }
}

extension Evidence {
    /// The same evidence with personal data hidden in title, link text, quotes, type and cause. Addresses stay.
    public func masked(by masking: Masking) -> Evidence {
        var result = self
        result.linkText = masking.masked(linkText)
        result.contentType = masking.masked(contentType)
        result.title = masking.masked(title)
        result.quotes = quotes.map { quote in
            Quote(
                text: masking.masked(quote.text), place: quote.place,
                surroundings: quote.surroundings.masked(by: masking))
        }
        result.detail = masking.masked(detail)
        return result
    }
}
