import Findings
import GradingCore
import Reporting
import WebEvidence

func both(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

/// A small list and a run of it, to be varied by each test.
enum Sample {
    static let frame = ReportFrame(
        framework: Framework(
            fiscalYear: FiscalYear(2566),
            instruments: [
                InstrumentFrame(
                    id: "IIT", weightPercent: 30, indicators: [IndicatorFrame(id: "1"), IndicatorFrame(id: "2")]),
                InstrumentFrame(id: "EIT", weightPercent: 30, indicators: [IndicatorFrame(id: "6")]),
                InstrumentFrame(
                    id: "OIT", weightPercent: 40,
                    indicators: [
                        IndicatorFrame(
                            id: "9",
                            subIndicators: [
                                SubIndicatorFrame(id: "9.1", items: ["o1", "o2"].map { ItemID($0) })
                            ]),
                        IndicatorFrame(
                            id: "10", subIndicators: [SubIndicatorFrame(id: "10.1", items: [ItemID("o12")])]),
                    ]),
            ],
            levels: .bands([LevelBand(name: "A", fromHundredths: 8500), LevelBand(name: "B", fromHundredths: 0)]),
            passMarkHundredths: 8500),
        title: both("แบบตรวจ 2566", "List 2566"),
        indicatorTitles: [
            "1": both("การปฏิบัติหน้าที่", "Duties"), "2": both("การใช้งบประมาณ", "Budget"),
            "6": both("คุณภาพการดำเนินงาน", "Quality"), "9": both("การเปิดเผยข้อมูล", "Disclosure"),
            "10": both("การป้องกันการทุจริต", "Prevention"),
        ])

    static func item(
        _ id: String, _ sub: String, _ verdict: Verdict, title: String, evidence: Int? = nil,
        code: ReasonCode = .outdated, message: String = "เหตุผลตัวอย่าง", fix: String = "แก้ไขตามตัวอย่าง"
    ) -> ItemFinding {
        let isMet = verdict == .satisfied
        return ItemFinding(
            item: ItemID(id), topic: TopicID("topic-\(id)"), title: both(title, "title \(id)"), subIndicator: sub,
            verdict: verdict,
            reasons: [
                Reason(
                    code: isMet ? .satisfied : code, message: both(message, "reason \(id)"),
                    fix: isMet ? nil : both(fix, "mend \(id)"), evidence: evidence.map { EvidenceID($0) })
            ],
            elements: [
                ElementMatch(
                    id: "c1", title: both("องค์ประกอบ", "Part"), verdict: isMet ? .satisfied : .unsatisfied,
                    confidence: .high, evidence: evidence.map { EvidenceID($0) }, quote: isMet ? "ข้อความที่พบ" : "",
                    place: isMet ? "table" : "")
            ],
            currency: CurrencyVerdict(verdict: .current, required: "current-fy-data"),
            evidence: evidence.map { [EvidenceID($0)] } ?? [])
    }

    static func page(_ number: Int, _ item: String, url: String, title: String = "หน้าเว็บ") -> Evidence {
        Evidence(
            id: EvidenceID(number), item: ItemID(item), submittedURL: url, url: url, via: .submitted, status: 200,
            outcome: .ok, contentType: "text/html", bytes: 1_000, sha256: String(repeating: "ab", count: 32),
            fetchedAt: "2023-05-15T01:00:01Z",
            attempts: [
                FetchAttempt(startedAt: "2023-05-15T01:00:01Z", outcome: .ok, status: 200, milliseconds: 12)
            ], title: title)
    }

    /// o1 met, o2 not met, o12 not decided.
    static func assessment(_ change: (inout Assessment) -> Void = { _ in }) -> Assessment {
        var assessment = Assessment(
            run: RunID("2566-2023-05-15-0123456789"), toolVersion: "0.1.0",
            checklistDigest: String(repeating: "0", count: 64),
            agency: AgencyProfile(
                name: "องค์การบริหารส่วนตำบลตัวอย่าง", website: "https://www.sample.example", type: "sao",
                province: "ตัวอย่าง"), fiscalYear: FiscalYear(2566), asOf: CivilDate(iso: "2023-05-15")!,
            startedAt: "2023-05-15T01:00:00Z", finishedAt: "2023-05-15T01:02:03Z", isChecklistVerified: true,
            checklistNotes: [],
            items: [
                item("o1", "9.1", .satisfied, title: "โครงสร้าง", evidence: 1),
                item("o2", "9.1", .unsatisfied, title: "ข้อมูลผู้บริหาร", evidence: 2),
                item("o12", "10.1", .undecided, title: "รายงานรอบ 6 เดือน", code: .blocked),
            ],
            evidence: [
                page(1, "o1", url: "https://www.sample.example/structure"),
                page(2, "o2", url: "https://www.sample.example/people"),
            ], notChecked: [])
        change(&assessment)
        return assessment
    }

    static func report(_ change: (inout Assessment) -> Void = { _ in }) -> Report {
        Report(assessment(change), frame: frame)!
    }
}
