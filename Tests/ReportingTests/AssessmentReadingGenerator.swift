import Findings
import GradingCore
import WebEvidence

/// SplitMix64: the same seed gives the same assessment on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Random assessments of the sample's list: every word of the vocabulary, hostile texts everywhere, and only what the
/// schema allows.
struct AssessmentGenerator {
    var random: SeededGenerator
    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    static func assessment(seed: UInt64) -> Assessment {
        var generator = AssessmentGenerator(seed: seed)
        return generator.assessment()
    }

    mutating func flip() -> Bool { Bool.random(using: &random) }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func one<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }
    mutating func many<Element>(_ most: Int, _ make: (inout AssessmentGenerator) -> Element) -> [Element] {
        (0..<number(0...most)).map { _ in make(&self) }
    }
    mutating func maybe<Value>(_ make: (inout AssessmentGenerator) -> Value) -> Value? { flip() ? make(&self) : nil }

    mutating func text() -> String {
        switch number(0...5) {
        case 0: return ""
        case 1: return one(Hostile.payloads)
        case 2:
            return one(["โครงสร้าง", "นํ้า", "น้ำ", "แผนจัดซื้อจัดจ้าง ปี ๒๕๖๖", "e\u{301}", "é", "👨‍👩‍👧", "\u{E01}\u{E38}\u{E48}"])
        case 3: return String(String.UnicodeScalarView(many(12) { $0.scalar() }))
        case 4: return "\(one(Hostile.payloads))\n\(one(Hostile.payloads))"
        default: return "text \(number(0...9_999))"
        }
    }
    mutating func scalar() -> Unicode.Scalar {
        let limits: [ClosedRange<UInt32>] = [
            0...127, 128...0x7FF, 0xE00...0xE7F, 0x2000...0x206F, 0xE000...0xFFFF, 0x1_0000...0x10_FFFF,
        ]
        return Unicode.Scalar(UInt32.random(in: one(limits), using: &random)) ?? "?"
    }
    mutating func both() -> BilingualText { BilingualText(th: text(), en: text()) }
    mutating func day() -> CivilDate {
        CivilDate(dayNumber: number(0...3_652_058)) ?? Sample.day("2023-05-15")
    }
    mutating func period() -> CivilPeriod? {
        let (one, other) = (day(), day())
        return CivilPeriod(from: min(one, other), to: max(one, other))
    }
    mutating func instant() -> String { flip() ? "" : "20\(number(10...99))-05-15T01:\(number(10...59)):03Z" }
    mutating func digest() -> String {
        flip() ? "" : String((0..<64).map { _ in one(Array("0123456789abcdef")) })
    }
    mutating func page() -> EvidenceID { EvidenceID(number(0...40)) }
    mutating func surroundings() -> QuoteSurroundings {
        QuoteSurroundings(
            words: text(), before: text(), after: text(),
            location: maybe { generator in
                QuoteLocation(
                    kind: generator.one(QuoteLocation.Kind.allCases), number: generator.number(1...400),
                    name: generator.text(), cell: generator.text(), isRecognised: generator.flip())
            })
    }
}

extension AssessmentGenerator {
    mutating func assessment() -> Assessment {
        Assessment(
            run: RunID(text()), toolVersion: text(), checklistDigest: text(),
            agency: AgencyProfile(name: text(), website: text(), type: text(), province: text()),
            fiscalYear: FiscalYear(number(2400...2999)), asOf: day(), startedAt: instant(), finishedAt: instant(),
            isChecklistVerified: flip(), checklistNotes: many(3) { $0.both() },
            items: Sample.items.map { finding($0) }, evidence: many(20) { $0.evidence() },
            notChecked: many(4) { NotChecked(item: ItemID($0.text()), url: $0.text(), why: $0.both()) },
            isPartial: flip(), warnings: many(3) { $0.both() },
            personalData: many(4) { generator in
                PersonalDataFinding(
                    kind: generator.one(PersonalDataFinding.Kind.allCases), evidence: generator.page(),
                    item: ItemID("o\(generator.number(1...43))"), count: generator.number(1...9_999),
                    masked: generator.text(), place: generator.text())
            })
    }

    mutating func finding(_ sample: ItemFinding) -> ItemFinding {
        let verdict = one(Verdict.allCases)
        let codes = ReasonCode.allCases.filter { $0 != .satisfied }
        return ItemFinding(
            item: sample.item, topic: sample.topic, title: both(), subIndicator: sample.subIndicator, verdict: verdict,
            reasons: verdict == .satisfied
                ? [reason(.satisfied)] : (0..<number(1...3)).map { _ in reason(one(codes)) },
            elements: many(5) { $0.element() }, hints: many(2) { Hint(code: $0.text(), message: $0.both()) },
            currency: currency(), evidence: many(6) { $0.page() }, confidence: one(Confidence.allCases))
    }

    mutating func reason(_ code: ReasonCode) -> Reason {
        Reason(
            code: code, message: both(), fix: code == .satisfied ? nil : maybe { $0.both() },
            evidence: maybe { $0.page() })
    }

    mutating func element() -> ElementMatch {
        ElementMatch(
            id: text(), title: both(), verdict: one(Verdict.allCases), confidence: one(Confidence.allCases),
            evidence: maybe { $0.page() }, quote: text(), place: text(), surroundings: surroundings())
    }

    mutating func currency() -> CurrencyVerdict {
        CurrencyVerdict(
            verdict: maybe { $0.one(CurrencyVerdict.Kind.allCases) }, required: text(),
            found: many(4) { generator in
                CurrencyVerdict.FoundDate(
                    text: generator.text(), role: generator.one(CurrencyVerdict.Role.allCases),
                    fiscalYears: generator.many(3) { FiscalYear($0.number(2400...2999)) },
                    period: generator.flip() ? generator.period() : nil, decides: generator.flip(),
                    evidence: generator.page())
            }, missing: many(3) { $0.text() }, staleFrom: maybe { $0.day() })
    }

    mutating func evidence() -> Evidence {
        Evidence(
            id: page(), item: ItemID("o\(number(1...43))"), submittedURL: text(), url: text(),
            via: one([.submitted, .link, .embed, .redirect]), from: maybe { $0.page() }, linkText: text(),
            status: maybe { $0.number(100...999) }, outcome: one(Outcome.allCases), contentType: text(),
            bytes: number(0...9_007_199_254_740_991), sha256: digest(), fetchedAt: instant(),
            redirects: many(3) { RedirectHop(address: $0.text(), status: $0.number(0...999), location: $0.text()) },
            attempts: many(3) { generator in
                FetchAttempt(
                    startedAt: generator.instant(), outcome: generator.one(Outcome.allCases),
                    status: generator.maybe { $0.number(100...999) }, milliseconds: generator.number(0...90_000))
            }, title: text(),
            quotes: many(3) { Evidence.Quote(text: $0.text(), place: $0.text(), surroundings: $0.surroundings()) },
            detail: text(), server: text(), isUnverified: flip())
    }
}
