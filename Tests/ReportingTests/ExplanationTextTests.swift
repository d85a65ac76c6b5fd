import Findings
import GradingCore
import TestSupport
import Testing
import WebEvidence

@testable import Reporting

/// Why the sample's six-month report does not do.
enum Explained {
    static let plan = ItemExplanation(
        item: ItemID("o12"), topic: TopicID("procurement-plan"), title: Sample.plan.title, verdict: .unsatisfied,
        confidence: .medium,
        steps: [
            both("หน้า e4 เป็นเรื่องของข้อนี้", "Page e4 is about the item."),
            both("พบองค์ประกอบ 1 จาก 2", "1 of 2 parts was found."),
            both("ข้อมูลเป็นของปีก่อน ผลคือไม่ผ่าน", "The dates are of the year before: not met."),
        ],
        pages: [
            ExplainedPage(
                evidence: EvidenceID(4), url: "https://www.sample-sao.example/files/รายงาน 6 เดือน.pdf",
                title: "รายงานการกำกับติดตาม", fit: .fits,
                meaning: both("หน้านี้เป็นเรื่องของข้อนี้", "The page is about the item"), section: "รอบ 6 เดือน",
                points: 34, leastPoints: 20, margin: 12,
                rivals: [
                    ExplainedRival(
                        topic: TopicID("annual-report"), title: both("รายงานประจำปี", "Annual report"), points: 22,
                        contributions: [Contribution(kind: .signal, phrase: "ผลการดำเนินงาน", place: "body", points: 22)])
                ],
                contributions: [
                    Contribution(kind: .name, phrase: "รายงานการกำกับติดตาม", place: "title", points: 30),
                    Contribution(kind: .signal, phrase: "รอบ 6 เดือน", place: "heading", points: 8),
                    Contribution(kind: .against, phrase: "ประจำปี", place: "file-name", points: -4),
                ])
        ],
        unread: [
            UnreadEvidence(
                evidence: EvidenceID(3), outcome: .blocked, isDead: false,
                message: both("เว็บไซต์ปิดกั้นการเปิดอัตโนมัติ", "The website blocked the visit"),
                fix: both("อนุญาตให้โปรแกรมตรวจเปิดหน้า", "Allow the auditing program."))
        ],
        elements: [
            ExplainedElement(
                id: "c1", title: both("ความก้าวหน้าของโครงการ", "Progress of projects"), verdict: .satisfied,
                confidence: .high, isOwed: true, evidence: EvidenceID(4),
                lookedFor: ExplainedMatcher(
                    words: both("อย่างใดอย่างหนึ่งต่อไปนี้", "any of these"), isFound: true,
                    parts: [
                        ExplainedMatcher(
                            words: both("คำว่า “ความก้าวหน้า”", "the words “ความก้าวหน้า”"), isFound: true,
                            evidence: EvidenceID(4), quote: "ความก้าวหน้า ร้อยละ 60", place: "table",
                            surroundings: QuoteSurroundings(words: "ความก้าวหน้า", before: "ที่", after: "หมายเหตุ")),
                        ExplainedMatcher(words: both("คำว่า “สถานะ”", "the word “สถานะ”"), isFound: false),
                    ])),
            ExplainedElement(
                id: "c2", title: both("งบประมาณที่ใช้จ่าย", "Budget spent"), verdict: .unsatisfied, confidence: .medium,
                isOwed: true, evidence: nil,
                lookedFor: ExplainedMatcher(
                    words: both("คำว่า “เบิกจ่าย” ในตาราง", "the word “เบิกจ่าย” in a table"), isFound: false)),
        ],
        currency: ExplainedCurrency(
            verdict: .outdated, required: "six-months-current-fy", note: "รอบ 6 เดือนของปีที่ประเมิน",
            missing: ["2023-02", "2023-03"],
            dates: [
                ExplainedDate(
                    text: "ต.ค. 64 – มี.ค. 65", kind: both("ช่วงเดือน", "span of months"), role: .covers, place: "heading",
                    fiscalYears: [FiscalYear(2565)], evidence: EvidenceID(4),
                    surroundings: QuoteSurroundings(), decides: true,
                    why: both("เป็นช่วงเวลาที่รายงานนี้ครอบคลุม", "it is the period that the report covers")),
                ExplainedDate(
                    text: "2565-06-01", kind: both("วันที่", "day"), role: .file, place: "file-name",
                    fiscalYears: [FiscalYear(2565)], evidence: EvidenceID(4), surroundings: QuoteSurroundings(),
                    decides: false, why: both("วันที่ของไฟล์ไม่ใช้ตัดสิน", "the date of a file decides nothing")),
            ]),
        wouldChange: [
            VerdictChange(
                changes: [
                    VerdictChange.Change(
                        kind: .dateReplaced,
                        text: both(
                            "รายงานครอบคลุม “ต.ค. 65 – มี.ค. 66” แทนช่วงเดิม",
                            "the report covers “ต.ค. 65 – มี.ค. 66” instead"),
                        evidence: EvidenceID(4), words: "ต.ค. 65 – มี.ค. 66"),
                    VerdictChange.Change(
                        kind: .elementFound, text: both("พบงบประมาณที่ใช้จ่าย", "the budget spent is found"), element: "c2"),
                ], becomes: .satisfied),
            VerdictChange(
                changes: [
                    VerdictChange.Change(
                        kind: .laterDate,
                        text: both("ตรวจหลังวันที่ 1 ตุลาคม 2566", "the audit is made after 1 October 2023"),
                        date: Sample.day("2023-10-01"))
                ], becomes: .undecided),
        ])
    static let text = ExplanationText(plan, of: Sample.assessment)
}

extension AssessmentGenerator {
    mutating func explanation() -> ItemExplanation {
        ItemExplanation(
            item: one(Sample.items).item, topic: TopicID(text()), title: both(), verdict: one(Verdict.allCases),
            confidence: one(Confidence.allCases), steps: [both()] + many(3) { $0.both() },
            pages: many(3) { $0.explainedPage() },
            unread: many(3) { generator in
                UnreadEvidence(
                    evidence: generator.page(), outcome: generator.one(Outcome.allCases), isDead: generator.flip(),
                    message: generator.both(), fix: generator.both())
            },
            elements: many(4) { generator in
                ExplainedElement(
                    id: generator.text(), title: generator.both(), verdict: generator.one(Verdict.allCases),
                    confidence: generator.one(Confidence.allCases), isOwed: generator.flip(),
                    evidence: generator.maybe { $0.page() }, lookedFor: generator.matcher(depth: 3))
            }, currency: explainedCurrency(),
            wouldChange: many(3) { generator in
                VerdictChange(
                    changes: [generator.change()] + generator.many(2) { $0.change() },
                    becomes: generator.one(Verdict.allCases))
            })
    }

    private mutating func explainedPage() -> ExplainedPage {
        ExplainedPage(
            evidence: page(), url: text(), title: text(), fit: one(ExplainedPage.Fit.allCases), meaning: both(),
            section: maybe { $0.text() }, points: number(0...99), leastPoints: number(0...99), margin: number(-99...99),
            rivals: many(3) { generator in
                ExplainedRival(
                    topic: TopicID(generator.text()), title: generator.both(), points: generator.number(0...99),
                    contributions: generator.many(3) { $0.contribution() })
            }, contributions: many(5) { $0.contribution() })
    }

    private mutating func contribution() -> Contribution {
        Contribution(kind: one(Contribution.Kind.allCases), phrase: text(), place: text(), points: number(-30...30))
    }

    private mutating func matcher(depth: Int) -> ExplainedMatcher {
        ExplainedMatcher(
            words: both(), isFound: flip(), evidence: maybe { $0.page() }, quote: text(), place: text(),
            surroundings: surroundings(), parts: depth == 0 ? [] : many(2) { $0.matcher(depth: depth - 1) })
    }

    private mutating func explainedCurrency() -> ExplainedCurrency {
        ExplainedCurrency(
            verdict: maybe { $0.one(CurrencyVerdict.Kind.allCases) }, required: text(), note: text(),
            missing: many(3) { $0.text() },
            dates: many(4) { generator in
                ExplainedDate(
                    text: generator.text(), kind: generator.both(), role: generator.one(CurrencyVerdict.Role.allCases),
                    place: generator.text(), fiscalYears: generator.many(2) { FiscalYear($0.number(2400...2999)) },
                    evidence: generator.page(), surroundings: generator.surroundings(), decides: generator.flip(),
                    why: generator.both())
            })
    }

    private mutating func change() -> VerdictChange.Change {
        VerdictChange.Change(
            kind: one(VerdictChange.Change.Kind.allCases), text: both(), evidence: maybe { $0.page() },
            element: maybe { $0.text() }, points: maybe { $0.number(1...20) }, words: maybe { $0.text() },
            date: maybe { $0.day() })
    }
}

@Suite struct ExplanationTextTests {
    @Test("The verdict comes first, then what spoke for it and against it, then what would change it, then details")
    func order() throws {
        let text = Explained.text.terminalText(language: .english, width: 100, color: false)
        let parts = [
            "o12 Six-month", "✗ Not met", "What to do", "What speaks for", "✓ The page is about the item",
            "What speaks against",
            "✗ Budget spent: Not found", "What could not be told", "? The website blocked the visit",
            "What would change", "→ ✓ Met if all", "the budget spent is found", "How it was weighed",
            "34 word points",
            "Parts that were looked for", "● “ต.ค. 64", "○ “2565-06-01”",
        ]
        var rest = text[...]
        for part in parts {
            let found = try #require(rest.firstRange(of: part), "\(part) is missing or out of order in \(text)")
            rest = rest[found.upperBound...]
        }
    }

    @Test("A satisfied item that nothing speaks against has no such part, and says when nothing would change it")
    func satisfied() {
        var explanation = Explained.plan
        explanation.verdict = .satisfied
        explanation.elements.removeLast()
        explanation.unread = []
        explanation.currency.verdict = .current
        explanation.wouldChange = []
        let text = ExplanationText(explanation, of: Sample.assessment)
            .terminalText(language: .english, width: 80, color: false)
        #expect(!text.contains("speaks against") && !text.contains("could not be told"))
        #expect(text.contains("No small change is known"))
    }

    @Test("An address of evidence that the run does not have is told by its id")
    func strangers() {
        var explanation = Explained.plan
        explanation.unread[0].evidence = EvidenceID(77)
        explanation.item = ItemID("o99")
        let text = ExplanationText(explanation, of: Sample.assessment)
        #expect(text.finding == nil)
        #expect(text.terminalText(language: .thai, width: 80, color: false).contains("e77"))
        #expect(String(decoding: text.json(), as: UTF8.self).contains("\"finding\": null"))
    }

    @Test("Random explanations are valid against the schema, fit the width and hold no escape")
    func renderers() throws {
        var files = [try written(Explained.text.json(), as: "explanation.json")]
        for seed in 0..<25 as Range<UInt64> {
            var generator = AssessmentGenerator(seed: seed)
            let text = ExplanationText(generator.explanation(), of: generator.assessment())
            files.append(try written(text.json(), as: "explanation-\(seed).json"))
            for language in ReportLanguage.allCases {
                let shown = text.terminalText(language: language, width: 56, color: false)
                for line in shown.split(separator: "\n") { #expect(TextWidth.columns(String(line)) <= 56, "\(line)") }
                expectInert(shown)
            }
        }
        let result = try schemaErrors(files, schema: "oit-explanation-1.json")
        #expect(result.status == 0, "\(result.output.prefix(2_000))")
    }

    @Test("Every kind of word has words of its own in both languages")
    func words() {
        let all = Contribution.Kind.allCases.map(\.words)
        #expect(Set(all.map(\.th)).count == all.count && Set(all.map(\.en)).count == all.count)
    }

    @Test("Explanations equal the committed files")
    func golden() throws {
        try expectGolden(Explained.text.json(), "explanation.json")
        try expectGolden(Explained.text.terminalText(language: .thai, width: 90, color: false), "explanation.th.txt")
        try expectGolden(Explained.text.terminalText(language: .english, width: 80, color: true), "explanation.en.txt")
    }
}
