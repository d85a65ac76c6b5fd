import Findings
import GradingCore
import Reporting
import WebEvidence

func both(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

/// A small list of six items and an assessment in which every kind of verdict occurs.
enum Sample {
    static let frame = ReportFrame(
        framework: Framework(
            fiscalYear: FiscalYear(2566),
            instruments: [
                InstrumentFrame(id: "IIT", weightPercent: 30, indicators: [IndicatorFrame(id: "1")]),
                InstrumentFrame(id: "EIT", weightPercent: 30, indicators: [IndicatorFrame(id: "6")]),
                InstrumentFrame(
                    id: "OIT", weightPercent: 40,
                    indicators: [
                        IndicatorFrame(
                            id: "9",
                            subIndicators: [
                                SubIndicatorFrame(id: "9.1", items: ["o1", "o2", "o3"].map { ItemID($0) }),
                                SubIndicatorFrame(id: "9.2", items: [ItemID("o12")]),
                            ]),
                        IndicatorFrame(
                            id: "10",
                            subIndicators: [SubIndicatorFrame(id: "10.1", items: ["o36", "o37"].map { ItemID($0) })]
                        ),
                    ]),
            ], levels: .bands([LevelBand(name: "AA", fromHundredths: 9500), LevelBand(name: "F", fromHundredths: 0)]),
            passMarkHundredths: 8500),
        title: both("แบบตรวจ OIT ปีงบประมาณ พ.ศ. 2566", "OIT checklist, fiscal year 2566"),
        indicatorTitles: [
            "9": both("การเปิดเผยข้อมูล", "Disclosure of information"),
            "10": both("การป้องกันการทุจริต", "Prevention of corruption"),
        ],
        subIndicatorTitles: [
            "9.1": both("ข้อมูลพื้นฐาน", "Basic information"), "9.2": both("การบริหารงาน", "Administration"),
            "10.1": both("การดำเนินการเพื่อป้องกันการทุจริต", "Measures against corruption"),
        ])

    static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso)! }
    static let digest = String(repeating: "0123456789abcdef", count: 4)

    static let assessment = Assessment(
        run: RunID("r20230515-1"), toolVersion: "0.1.0", checklistDigest: digest,
        agency: AgencyProfile(
            name: "องค์การบริหารส่วนตำบลตัวอย่าง", website: "https://www.sample-sao.example", type: "sao",
            province: "ลำพูน"), fiscalYear: FiscalYear(2566), asOf: day("2023-05-15"),
        startedAt: "2023-05-15T01:00:00Z", finishedAt: "2023-05-15T01:02:03Z", isChecklistVerified: false,
        checklistNotes: [both("ขอบเขตของตัวชี้วัดย่อยยังไม่ยืนยัน", "The boundary of a sub-indicator is not confirmed.")],
        items: items, evidence: evidence,
        notChecked: [
            NotChecked(
                item: ItemID("o37"), url: "https://drive.google.com/drive/folders/1AbC",
                why: both("โฟลเดอร์มีไฟล์เกินจำนวนที่กำหนด", "The folder holds more files than the limit."))
        ], warnings: [both("คอลัมน์ “ผู้รับผิดชอบ” ไม่ได้ใช้", "Column “ผู้รับผิดชอบ” was not used.")])

    static let items = [structure, executives, authority, plan, culture, measures]

    static let structure = ItemFinding(
        item: ItemID("o1"), topic: TopicID("structure"), title: both("โครงสร้าง", "Organisation structure"),
        subIndicator: "9.1", verdict: .satisfied,
        reasons: [
            Reason(
                code: .satisfied, message: both("พบโครงสร้างครบทุกองค์ประกอบ", "All parts of the structure were found."),
                fix: nil, evidence: EvidenceID(1))
        ],
        elements: [
            ElementMatch(
                id: "c1", title: both("แผนผังโครงสร้าง", "Chart"), verdict: .satisfied, confidence: .high,
                evidence: EvidenceID(1), quote: "แผนผังโครงสร้างส่วนราชการ")
        ], hints: [Hint(code: "tls", message: both("ใบรับรองใกล้หมดอายุ", "The certificate expires soon."))],
        currency: CurrencyVerdict(
            verdict: .current, required: "current-state",
            found: [
                CurrencyVerdict.FoundDate(
                    text: "๑ ตุลาคม ๒๕๖๕", role: .updated, fiscalYears: [FiscalYear(2566)],
                    period: CivilPeriod(from: day("2022-10-01"), to: day("2022-10-01")), decides: true,
                    evidence: EvidenceID(1))
            ], staleFrom: day("2023-10-01")), evidence: [EvidenceID(1)], confidence: .high)

    static let executives = ItemFinding(
        item: ItemID("o2"), topic: TopicID("executives"), title: both("ข้อมูลผู้บริหาร", "Executives"),
        subIndicator: "9.1", verdict: .unsatisfied,
        reasons: [
            Reason(
                code: .unreachable, message: both("URL ที่ส่งเปิดไม่ได้ (404)", "The submitted URL is dead (404)."),
                fix: both("แก้ไข URL ให้ไปที่หน้าข้อมูลผู้บริหาร", "Correct the URL so that it opens the executives' page."),
                evidence: EvidenceID(2))
        ], currency: CurrencyVerdict(verdict: nil, required: "current-state"), evidence: [EvidenceID(2)])

    static let authority = ItemFinding(
        item: ItemID("o3"), topic: TopicID("authority"), title: both("อำนาจหน้าที่", "Powers and duties"),
        subIndicator: "9.1", verdict: .notApplicable, reasons: [],
        currency: CurrencyVerdict(verdict: .notRequired, required: "no-date"))

    static let plan = ItemFinding(
        item: ItemID("o12"), topic: TopicID("procurement-plan"),
        title: both("รายงานการกำกับติดตามการดำเนินงาน รอบ 6 เดือน", "Six-month progress report"), subIndicator: "9.2",
        verdict: .unsatisfied,
        reasons: [
            Reason(
                code: .outdated, message: both("เป็นรายงานของปีงบประมาณ พ.ศ. 2565", "The report is of fiscal year 2565."),
                fix: both(
                    "เผยแพร่รายงานรอบ 6 เดือนของปีงบประมาณ พ.ศ. 2566 ที่มีข้อมูลถึงวันที่ 31 มีนาคม 2566 พร้อมผลการใช้จ่ายงบประมาณ",
                    "Publish the six-month report of fiscal year 2566 up to 31 March 2023, with the budget spent."),
                evidence: EvidenceID(4))
        ],
        elements: [
            ElementMatch(
                id: "c1", title: both("ความก้าวหน้าของโครงการ", "Progress of projects"), verdict: .satisfied,
                confidence: .high, evidence: EvidenceID(4), quote: "รอบ 6 เดือน"),
            ElementMatch(
                id: "c2", title: both("งบประมาณที่ใช้จ่าย", "Budget spent"), verdict: .unsatisfied, confidence: .medium),
        ],
        currency: CurrencyVerdict(
            verdict: .outdated, required: "six-months-current-fy",
            found: [
                CurrencyVerdict.FoundDate(
                    text: "ต.ค. 64 – มี.ค. 65", role: .covers, fiscalYears: [FiscalYear(2565)],
                    period: CivilPeriod(from: day("2021-10-01"), to: day("2022-03-31")), decides: true,
                    evidence: EvidenceID(4)),
                CurrencyVerdict.FoundDate(
                    text: "พ.ศ. 2566-2570", role: .other, fiscalYears: (2566...2570).map(FiscalYear.init), period: nil,
                    decides: false, evidence: EvidenceID(4)),
            ], missing: ["2023-02", "2023-03", "31 มีนาคม"]), evidence: [EvidenceID(3), EvidenceID(4)])

    static let culture = ItemFinding(
        item: ItemID("o36"), topic: TopicID("no-gift-policy"),
        title: both("ประกาศเจตนารมณ์ No Gift Policy", "No Gift Policy"),
        subIndicator: "10.1", verdict: .undecided,
        reasons: [
            Reason(
                code: .blocked, message: both("เว็บไซต์ปิดกั้นการเปิดอัตโนมัติ", "The website blocked the visit."),
                fix: both("อนุญาตให้โปรแกรมตรวจเปิดหน้า แล้วตรวจใหม่", "Allow the auditing program and audit again."),
                evidence: EvidenceID(5))
        ], currency: CurrencyVerdict(verdict: nil, required: "current-fy+signed-by-current-head"),
        evidence: [EvidenceID(5)], confidence: .low)

    static let measures = ItemFinding(
        item: ItemID("o37"), topic: TopicID("integrity-measures"),
        title: both("มาตรการส่งเสริมคุณธรรม", "Integrity measures"),
        subIndicator: "10.1", verdict: .unsatisfied,
        reasons: [
            Reason(
                code: .notSubmitted, message: both("ไม่ได้ส่ง URL ของข้อนี้", "No URL was submitted for this item."),
                fix: both("เพิ่ม URL ของข้อนี้ในแบบตอบ", "Add a URL for this item."), evidence: nil)
        ], currency: CurrencyVerdict(verdict: nil, required: "previous-fy-analysis"))
}

extension Sample {
    static let evidence = [
        Evidence(
            id: EvidenceID(1), item: ItemID("o1"), submittedURL: "https://www.sample-sao.example/structure",
            url: "https://www.sample-sao.example/structure/", via: .submitted, status: 200, outcome: .ok,
            contentType: "text/html", bytes: 48_213, sha256: digest, fetchedAt: "2023-05-15T01:00:01Z",
            redirects: [
                RedirectHop(
                    address: "https://www.sample-sao.example/structure", status: 301,
                    location: "https://www.sample-sao.example/structure/")
            ],
            attempts: [
                FetchAttempt(startedAt: "2023-05-15T01:00:01Z", outcome: .ok, status: 200, milliseconds: 120)
            ], title: "โครงสร้างส่วนราชการ – อบต.ตัวอย่าง",
            quotes: [
                Evidence.Quote(
                    text: "อบต.ตัวอย่าง แผนผังโครงสร้างส่วนราชการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", place: "heading")
            ]),
        Evidence(
            id: EvidenceID(2), item: ItemID("o2"), submittedURL: "http://www.sample-sao.example/index.php?id=2&m=1",
            url: "http://www.sample-sao.example/index.php?id=2&m=1", via: .submitted, status: 404, outcome: .http404,
            contentType: "text/html", bytes: 512, sha256: digest, fetchedAt: "2023-05-15T01:00:02Z",
            attempts: [
                FetchAttempt(
                    startedAt: "2023-05-15T01:00:02Z", outcome: .connectionReset, status: nil, milliseconds: 31),
                FetchAttempt(startedAt: "2023-05-15T01:01:02Z", outcome: .http404, status: 404, milliseconds: 44),
            ], title: "404 Not Found"),
        Evidence(
            id: EvidenceID(3), item: ItemID("o12"), submittedURL: "https://www.sample-sao.example/ita2566",
            url: "https://www.sample-sao.example/ita2566", via: .submitted, status: 200, outcome: .ok,
            contentType: "text/html", bytes: 30_100, sha256: digest, fetchedAt: "2023-05-15T01:00:03Z",
            attempts: [FetchAttempt(startedAt: "2023-05-15T01:00:03Z", outcome: .ok, status: 200, milliseconds: 80)],
            title: "ITA 2566"),
        Evidence(
            id: EvidenceID(4), item: ItemID("o12"), submittedURL: "https://www.sample-sao.example/ita2566",
            url: "https://www.sample-sao.example/files/รายงาน 6 เดือน.pdf", via: .link, from: EvidenceID(3),
            linkText: "คลิกดูรายงาน", status: 200, outcome: .ok, contentType: "application/pdf", bytes: 1_204_881,
            sha256: digest, fetchedAt: "2023-05-15T01:00:04Z",
            attempts: [FetchAttempt(startedAt: "2023-05-15T01:00:04Z", outcome: .ok, status: 200, milliseconds: 420)],
            title: "รายงานการกำกับติดตาม",
            quotes: [
                Evidence.Quote(
                    text: "รายงานการกำกับติดตามการดำเนินงาน รอบ 6 เดือน (ต.ค. 64 – มี.ค. 65)", place: "page 1, heading")
            ]),
        Evidence(
            id: EvidenceID(5), item: ItemID("o36"), submittedURL: "https://www.sample-sao.example/nogift",
            url: "https://www.sample-sao.example/nogift", via: .submitted, status: 403, outcome: .blocked,
            contentType: "text/html", bytes: 9_000, sha256: digest, fetchedAt: "2023-05-15T01:00:05Z",
            attempts: [
                FetchAttempt(startedAt: "2023-05-15T01:00:05Z", outcome: .blocked, status: 403, milliseconds: 20)
            ], title: "Just a moment...", detail: "403 with a challenge page"),
    ]

    static let report = Report(assessment, frame: frame)!
}
