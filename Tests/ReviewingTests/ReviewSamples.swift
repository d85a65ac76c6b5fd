import Findings
import Foundation
import GradingCore
import Reviewing
import WebEvidence

/// A finding with nothing but its verdict.
func finding(
    _ item: String, _ verdict: Verdict, confidence: Confidence = .high, title: String = "ข้อ", quote: String = ""
) -> ItemFinding {
    let element = ElementMatch(
        id: "e", title: BilingualText(th: title, en: title), verdict: verdict, confidence: .high,
        evidence: EvidenceID(1),
        quote: quote)
    return ItemFinding(
        item: ItemID(item), topic: TopicID("t"), title: BilingualText(th: title, en: title), subIndicator: "9.1",
        verdict: verdict, reasons: [], elements: quote.isEmpty ? [] : [element],
        currency: CurrencyVerdict(verdict: nil, required: ""), evidence: [EvidenceID(1)], confidence: confidence)
}

/// Four items in two sub-indicators of one indicator.
let instrument = InstrumentFrame(
    id: "OIT", weightPercent: 40,
    indicators: [
        IndicatorFrame(
            id: "9",
            subIndicators: [
                SubIndicatorFrame(id: "9.1", items: [ItemID("o1"), ItemID("o2")]),
                SubIndicatorFrame(id: "9.2", items: [ItemID("o3"), ItemID("o4")]),
            ])
    ])

let findings = [
    finding("o1", .satisfied), finding("o2", .unsatisfied), finding("o3", .undecided), finding("o4", .satisfied),
]

let machine = Dictionary(findings.map { ($0.item, $0.verdict) }) { $1 }

/// A reading in which each item has `a` (accept), `c` (cannot tell), `s` or `u` (overrule).
func reading(
    _ reader: String, _ said: [String: Character], role: ReviewReading.Role = .reader,
    phase: ReviewReading.Phase = .review
) -> ReviewReading {
    let entries = said.sorted { $0.key < $1.key }.map { item, letter -> ReviewReading.Entry in
        let words = machine[ItemID(item)]?.rawValue ?? ""
        switch letter {
        case "a": return .init(item: item, machine: words, decision: .accept, at: "2023-05-20T03:00:00Z")
        case "c": return .init(item: item, machine: words, decision: .cannotTell, at: "2023-05-20T03:00:00Z")
        default:
            return .init(
                item: item, machine: words, decision: .overrule, verdict: letter == "s" ? "satisfied" : "unsatisfied",
                reason: "เห็นข้อมูลครบ", at: "2023-05-20T03:00:00Z")
        }
    }
    return ReviewReading(
        run: "r", report: "d", reader: reader, role: role, phase: phase, exportedAt: "2023-05-20T04:00:00Z",
        items: entries)
}
