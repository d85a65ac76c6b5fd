public import Findings
public import GradingCore

/// How the findings of two runs on one topic differ.
public struct ItemDifference: Sendable, Hashable {
    /// Raw values are the words of `oit-diff/1`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The verdict is another.
        case moved
        /// The same verdict from other reasons, elements, dates or notes.
        case shifted
        /// The same finding on evidence that changed.
        case evidence
        /// Only the newer run has the topic.
        case added
        /// Only the older run has the topic.
        case removed
    }
    /// What may have moved a finding, as far as two reports tell. Raw values are the words of `oit-diff/1`.
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        /// Evidence of this item changed, or other addresses were submitted.
        case evidence
        /// Only pages of other items changed: items compete, and a site's pages are read together.
        case otherPages = "other_pages"
        case fiscalYear = "fiscal_year"
        case asOf = "as_of"
        case checklist, program
        /// The agency's name, website or type.
        case agency
        /// One of the runs was broken off.
        case partial
    }

    public let topic: TopicID
    /// As in the newer run where both have it.
    public let title: BilingualText
    /// Nil when only the newer run has the topic.
    public let before: ItemFinding?
    /// Nil when only the older run has the topic.
    public let after: ItemFinding?
    /// Nil when nothing differs.
    public let kind: Kind?
    /// Points of the instrument that the item is worth, in the newer run where both have it; nil when not reported.
    public let worth: Hundredths?
    /// Elements whose verdict is another, or that one run does not have.
    public let elements: [ElementDifference]
    /// Nil when verdict, rule, missing parts and deciding dates are the same.
    public let currency: CurrencyDifference?
    /// Notes whose code only the newer run has.
    public let hintsAdded: [Hint]
    /// Notes whose code only the older run has.
    public let hintsRemoved: [Hint]
    /// Evidence of this item that differs.
    public let evidence: [EvidenceDifference]
    /// What may have moved the finding; empty for other kinds than `moved` and `shifted`, and where nothing is known.
    public let causes: [Cause]
    /// True when the reasons are others, or say something else.
    public let areReasonsChanged: Bool

    init(_ pair: ItemPair, evidence: [EvidenceDifference], known: KnownCauses, worth: Hundredths?) {
        (before, after) = (pair.before, pair.after)
        topic = pair.after?.topic ?? pair.before?.topic ?? TopicID("")
        title = pair.after?.title ?? pair.before?.title ?? BilingualText(th: "", en: "")
        self.worth = worth
        self.evidence = evidence
        guard let old = pair.before, let new = pair.after else {
            kind = pair.before == nil ? .added : .removed
            (elements, currency, hintsAdded, hintsRemoved) = ([], nil, [], [])
            (causes, areReasonsChanged) = ([], false)
            return
        }
        elements = ElementDifference.all(old.elements, new.elements)
        currency = CurrencyDifference(from: old.currency, to: new.currency)
        hintsAdded = new.hints.filter { hint in !old.hints.contains { $0.code == hint.code } }
        hintsRemoved = old.hints.filter { hint in !new.hints.contains { $0.code == hint.code } }
        // Ids of evidence are numbers of one run; they say nothing about another.
        areReasonsChanged = old.reasons.map(\.said) != new.reasons.map(\.said)
        let isShifted =
            areReasonsChanged || !elements.isEmpty || currency != nil || !hintsAdded.isEmpty || !hintsRemoved.isEmpty
        kind =
            old.verdict != new.verdict
            ? .moved : isShifted ? .shifted : evidence.isEmpty ? nil : .evidence
        causes =
            kind == .moved || kind == .shifted
            ? known.causes(isOwnEvidenceChanged: evidence.contains(where: \.isFromOutside)) : []
    }

    /// What is known about the whole runs.
    struct KnownCauses {
        let inputs: [InputDifference]
        let didEvidenceChange: Bool

        func causes(isOwnEvidenceChanged: Bool) -> [Cause] {
            let inputs = Set(self.inputs.map(\.input))
            var causes: [Cause] = isOwnEvidenceChanged ? [.evidence] : didEvidenceChange ? [.otherPages] : []
            if inputs.contains(.fiscalYear) { causes.append(.fiscalYear) }
            if inputs.contains(.asOf) { causes.append(.asOf) }
            if inputs.contains(.checklist) { causes.append(.checklist) }
            if inputs.contains(.program) { causes.append(.program) }
            if !inputs.isDisjoint(with: [.agency, .website, .agencyType]) { causes.append(.agency) }
            if inputs.contains(.partial) { causes.append(.partial) }
            return causes
        }
    }
}

/// One required piece of information whose verdict differs.
public struct ElementDifference: Sendable, Hashable {
    /// Nil when the older run does not have it.
    public let before: ElementMatch?
    /// Nil when the newer run does not have it.
    public let after: ElementMatch?

    public var id: String { after?.id ?? before?.id ?? "" }
    public var title: BilingualText { after?.title ?? before?.title ?? BilingualText(th: "", en: "") }

    static func all(_ old: [ElementMatch], _ new: [ElementMatch]) -> [ElementDifference] {
        Matching(old, new, by: \.id).pairs.compactMap { before, after in
            before?.verdict == after?.verdict ? nil : ElementDifference(before: before, after: after)
        }
    }
}

/// How the judgement of the time of the evidence differs.
public struct CurrencyDifference: Sendable, Hashable {
    public let before: CurrencyVerdict
    public let after: CurrencyVerdict
    /// Deciding dates that only the newer run found.
    public let datesAdded: [CurrencyVerdict.FoundDate]
    /// Deciding dates that only the older run found.
    public let datesRemoved: [CurrencyVerdict.FoundDate]

    /// Nil when nothing that decides differs. Dates that decide nothing (today's date on a page) are left aside.
    init?(from old: CurrencyVerdict, to new: CurrencyVerdict) {
        func deciding(_ verdict: CurrencyVerdict) -> [CurrencyVerdict.FoundDate] { verdict.found.filter(\.decides) }
        let pairs = Matching(deciding(old), deciding(new), by: \.said).pairs
        datesAdded = pairs.compactMap { $0.before == nil ? $0.after : nil }
        datesRemoved = pairs.compactMap { $0.after == nil ? $0.before : nil }
        (before, after) = (old, new)
        guard
            !datesAdded.isEmpty || !datesRemoved.isEmpty || old.verdict != new.verdict || old.required != new.required
                || old.missing != new.missing || old.staleFrom != new.staleFrom
        else { return nil }
    }
}

extension Reason {
    fileprivate struct Said: Equatable {
        let code: ReasonCode
        let message: BilingualText
        let fix: BilingualText?
    }
    /// The reason without its run's number of the evidence.
    fileprivate var said: Said { Said(code: code, message: message, fix: fix) }
}

extension CurrencyVerdict.FoundDate {
    fileprivate struct Said: Hashable {
        let text: String
        let role: CurrencyVerdict.Role
        let fiscalYears: [FiscalYear]
        let period: CivilPeriod?
    }
    /// The date without its run's number of the evidence.
    fileprivate var said: Said { Said(text: text, role: role, fiscalYears: fiscalYears, period: period) }
}
