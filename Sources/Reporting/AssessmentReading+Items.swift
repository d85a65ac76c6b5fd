import Findings
import GradingCore

struct ReadFinding: Decodable {
    let value: ItemFinding
    init(from decoder: any Decoder) throws {
        let item = try ReportMembers(decoder)
        if decoder.isCondensing {
            value = ItemFinding(
                item: ItemID(try item.text("id")), topic: TopicID(try item.text("topic")),
                title: try item.both("title"),
                subIndicator: try item.text("sub_indicator", or: ""),
                verdict: try item.word("verdict", of: Verdict.self),
                reasons: try item.list("reasons", of: ReadReason.self).prefix(1).map(\.value),
                currency: CurrencyVerdict(verdict: nil, required: ""),
                evidence: try item.list("urls", of: ReadEvidenceID.self).map(\.value))
            return
        }
        value = ItemFinding(
            item: ItemID(try item.text("id")), topic: TopicID(try item.text("topic")), title: try item.both("title"),
            subIndicator: try item.text("sub_indicator", or: ""), verdict: try item.word("verdict", of: Verdict.self),
            reasons: try item.list("reasons", of: ReadReason.self).map(\.value),
            elements: try item.list("elements", of: ReadElement.self).map(\.value),
            hints: try item.list("hints", of: ReadHint.self).map(\.value),
            currency: try item.optional("currency", of: ReadCurrency.self)?.value
                ?? CurrencyVerdict(verdict: nil, required: ""),
            evidence: try item.list("urls", of: ReadEvidenceID.self).map(\.value),
            confidence: try item.optionalWord("confidence", of: Confidence.self) ?? .medium)
    }
}

private struct ReadReason: Decodable {
    let value: Reason
    init(from decoder: any Decoder) throws {
        let reason = try ReportMembers(decoder)
        value = Reason(
            code: try reason.word("code", of: ReasonCode.self), message: try reason.both("message"),
            fix: try reason.optional("fix", of: ReadText.self)?.value, evidence: try reason.optionalEvidence("evidence")
        )
    }
}

private struct ReadElement: Decodable {
    let value: ElementMatch
    init(from decoder: any Decoder) throws {
        let element = try ReportMembers(decoder)
        let surroundings = try element.surroundings()
        value = ElementMatch(
            id: try element.text("id"), title: try element.both("title"),
            verdict: try element.word("verdict", of: Verdict.self),
            confidence: try element.optionalWord("confidence", of: Confidence.self) ?? .medium,
            evidence: try element.optionalEvidence("evidence"), quote: try element.text("quote", or: ""),
            place: try element.place("place", in: surroundings), surroundings: surroundings)
    }
}

private struct ReadHint: Decodable {
    let value: Hint
    init(from decoder: any Decoder) throws {
        let hint = try ReportMembers(decoder)
        value = Hint(code: try hint.text("code"), message: try hint.both("message"))
    }
}

private struct ReadCurrency: Decodable {
    let value: CurrencyVerdict
    init(from decoder: any Decoder) throws {
        let currency = try ReportMembers(decoder)
        value = CurrencyVerdict(
            verdict: try currency.optionalWord("verdict", of: CurrencyVerdict.Kind.self),
            required: try currency.text("required", or: ""),
            found: try currency.list("found", of: ReadFoundDate.self).map(\.value),
            missing: try currency.list("missing", of: String.self), staleFrom: try currency.optionalDay("stale_from"))
    }
}

private struct ReadFoundDate: Decodable {
    let value: CurrencyVerdict.FoundDate
    init(from decoder: any Decoder) throws {
        let found = try ReportMembers(decoder)
        var period: CivilPeriod?
        if let from = try found.optionalDay("from"), let to = try found.optionalDay("to") {
            period = CivilPeriod(from: from, to: to)
            if period == nil { throw found.bad("to", "a span cannot end before it begins") }
        }
        value = CurrencyVerdict.FoundDate(
            text: try found.text("text"), role: try found.word("role", of: CurrencyVerdict.Role.self),
            fiscalYears: try found.list("fiscal_years", of: ReadFiscalYear.self).map(\.value), period: period,
            decides: try found.flag("decides", or: false), evidence: try found.evidence("evidence"))
    }
}
