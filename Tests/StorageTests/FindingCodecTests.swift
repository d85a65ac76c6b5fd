import Findings
import GradingCore
import Testing

@testable import Storage

@Suite struct FindingCodecTests {
    @Test func givesFindingsBack() throws {
        var bare = try StoreSamples.finding("o3")
        bare.reasons = [Reason(code: .satisfied, message: BilingualText(th: "", en: ""), fix: nil, evidence: nil)]
        bare.elements = []
        bare.hints = []
        bare.currency = CurrencyVerdict(verdict: nil, required: "")
        let items = [try StoreSamples.finding("o1"), bare]
        #expect(FindingCodec.items(FindingCodec.bytes(items)) == items)
        #expect(FindingCodec.items(FindingCodec.bytes([])) == [])
    }

    @Test func everyChoiceIsGivenBack() throws {
        var items: [ItemFinding] = []
        for code in ReasonCode.allCases {
            var item = try StoreSamples.finding("o1")
            item.reasons[0].code = code
            items.append(item)
        }
        for verdict in Verdict.allCases {
            var item = try StoreSamples.finding("o1")
            item.verdict = verdict
            item.elements[0].verdict = verdict
            items.append(item)
        }
        for role in CurrencyVerdict.Role.allCases {
            var item = try StoreSamples.finding("o1")
            item.currency.found[0].role = role
            items.append(item)
        }
        for kind in CurrencyVerdict.Kind.allCases {
            var item = try StoreSamples.finding("o1")
            item.currency.verdict = kind
            items.append(item)
        }
        for confidence in Confidence.allCases {
            var item = try StoreSamples.finding("o1")
            item.confidence = confidence
            items.append(item)
        }
        #expect(FindingCodec.items(FindingCodec.bytes(items)) == items)
    }

    @Test func damagedBytesGiveNothingOrFindings() throws {
        let bytes = FindingCodec.bytes([try StoreSamples.finding("o1")])
        for length in 0..<bytes.count { #expect(FindingCodec.items(Array(bytes.prefix(length))) == nil) }
        #expect(FindingCodec.items(bytes + [0]) == nil)
        for place in bytes.indices {
            for change in [UInt8(1), 0x80, 0xFF] {
                var damaged = bytes
                damaged[place] ^= change
                _ = FindingCodec.items(damaged)
            }
        }
    }

    /// A field that the codec does not know would be lost silently.
    @Test func knowsEveryFieldOfAFinding() throws {
        let item = try StoreSamples.finding("o1")
        func fields(_ part: Any) -> [String] { Mirror(reflecting: part).children.compactMap(\.label) }
        #expect(
            fields(item) == [
                "item", "topic", "title", "subIndicator", "verdict", "reasons", "elements", "hints", "currency",
                "evidence", "confidence",
                // Not kept: no report shows it.
                "margin",
            ])
        #expect(fields(item.reasons[0]) == ["code", "message", "fix", "evidence"])
        #expect(
            fields(item.elements[0]) == [
                "id", "title", "verdict", "confidence", "evidence", "quote", "place", "surroundings",
            ])
        #expect(fields(item.elements[0].surroundings) == ["words", "before", "after", "location"])
        #expect(fields(item.hints[0]) == ["code", "message"])
        #expect(fields(item.currency) == ["verdict", "required", "found", "missing", "staleFrom"])
        #expect(
            fields(item.currency.found[0]) == ["text", "role", "fiscalYears", "period", "decides", "evidence"])
        #expect(fields(item.title) == ["th", "en"])
    }
}
