extension ItemExplanation {
    /// The same explanation with personal data hidden in every text that comes from a page. Addresses stay verbatim.
    public func masked(by masking: Masking) -> ItemExplanation {
        var result = self
        result.title = masking.masked(title)
        result.steps = steps.map(masking.masked)
        result.pages = pages.map { $0.masked(by: masking) }
        result.elements = elements.map { element in
            var element = element
            element.title = masking.masked(element.title)
            element.lookedFor = element.lookedFor.masked(by: masking)
            return element
        }
        result.currency.dates = currency.dates.map { date in
            var date = date
            date.text = masking.masked(date.text)
            date.surroundings = date.surroundings.masked(by: masking)
            return date
        }
        result.wouldChange = wouldChange.map { change in
            var change = change
            for index in change.changes.indices {
                change.changes[index].text = masking.masked(change.changes[index].text)
            }
            return change
        }
        return result
    }
}

extension ExplainedPage {
    fileprivate func masked(by masking: Masking) -> ExplainedPage {
        var result = self
        result.title = masking.masked(title)
        result.meaning = masking.masked(meaning)
        result.section = section.map { masking.masked($0) }
        result.contributions = contributions.map { $0.masked(by: masking) }
        result.rivals = rivals.map { rival in
            var rival = rival
            rival.contributions = rival.contributions.map { $0.masked(by: masking) }
            return rival
        }
        return result
    }
}

extension Contribution {
    fileprivate func masked(by masking: Masking) -> Contribution {
        var result = self
        result.phrase = masking.masked(phrase)
        return result
    }
}

extension ExplainedMatcher {
    fileprivate func masked(by masking: Masking) -> ExplainedMatcher {
        var result = self
        result.quote = masking.masked(quote)
        result.surroundings = surroundings.masked(by: masking)
        result.parts = parts.map { $0.masked(by: masking) }
        return result
    }
}
