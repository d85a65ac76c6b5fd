import Digests
import Findings
import GradingCore
import Storage
import Testing
import WebEvidence

/// Made-up runs and pages. Nothing in them is of a real agency.
enum StoreSamples {
    static let agency = AgencyProfile(
        name: "องค์การบริหารส่วนตำบลทุ่งตัวอย่าง", website: "https://www.thungtuayang.example/", type: "sao",
        province: "จังหวัดสมมุติ")

    static func draft(
        _ number: Int = 1, agency: AgencyProfile = agency, startedAt: String = "2026-11-21T03:00:00Z"
    ) throws -> RunDraft {
        RunDraft(
            agency: agency, submission: Array(#"{"agency": {"name": "ทุ่งตัวอย่าง"}, "number": \#(number)}"#.utf8),
            fiscalYear: FiscalYear(2566), asOf: try #require(CivilDate(iso: "2023-05-15")), isDraft: false,
            resumeKey: ResumeKey("key \(number)"), toolVersion: "1.0", checklistDigest: "abc", startedAt: startedAt,
            warnings: [BilingualText(th: "คำเตือน", en: "warning")], settings: ["hops": 2, "followed_per_run": 120])
    }

    static func address(_ text: String) throws -> PageAddress { try PageAddress(text) }

    static func record(
        _ url: String, body: [UInt8], outcome: Outcome = .ok, startedAt: String = "2026-11-21T03:00:05Z"
    ) throws -> FetchRecord {
        let requested = try address(url)
        return FetchRecord(
            requested: requested, final: try address(url + "?moved=1"),
            redirects: [RedirectHop(address: url, status: 302, location: "?moved=1")],
            attempts: [
                FetchAttempt(
                    startedAt: "2026-11-21T03:00:01Z", outcome: .connectTimeout, status: nil, milliseconds: 900),
                FetchAttempt(startedAt: startedAt, outcome: outcome, status: 200, milliseconds: 120),
            ],
            status: 200,
            headers: [
                HeaderField(name: "Date", value: "Sat, 21 Nov 2026 03:00:05 GMT"),
                HeaderField(name: "Content-Type", value: "text/html; charset=utf-8"),
                HeaderField(name: "Set-Cookie", value: "PHPSESSID=a1b2c3; path=/"),
                HeaderField(name: "set-cookie", value: "second=2"),
            ],
            body: body, sha256: ContentDigest(of: body).hexadecimal, fetchedAt: startedAt, milliseconds: 120,
            outcome: outcome, detail: outcome == .ok ? "" : "something failed")
    }

    /// A page of varied markup; the same number gives the same page.
    static func body(_ number: Int, paragraphs: Int = 20) -> [UInt8] {
        var text = "<!doctype html><html><head><title>หน้า \(number)</title></head><body><ul>"
        for entry in 0..<20 { text += "<li><a href=\"/page.php?id=\(entry)\">รายการที่ \(entry)</a></li>" }
        text += "</ul><h1>หัวข้อของหน้า \(number)</h1>"
        for paragraph in 0..<paragraphs {
            text +=
                "<p>ย่อหน้า \(paragraph) ของหน้า \(number) กล่าวถึงแผน \((number * 7919 + paragraph * 104_729) % 65_521)</p>"
        }
        return Array((text + "</body></html>").utf8)
    }

    static func pages(_ count: Int) throws -> [KeptPage] {
        try (0..<count).map {
            KeptPage(record: try record("https://www.thungtuayang.example/page.php/\($0)", body: body($0)), pass: 1)
        }
    }

    static func judgement(_ report: String = "report", at time: String = "2026-11-21T03:05:00Z") throws
        -> StoredJudgement
    {
        StoredJudgement(
            judgedAt: time, toolVersion: "1.0", checklistDigest: "abc", items: [try finding("o1"), try finding("o2")],
            score: HundredthsInterval(Hundredths(8125), Hundredths(9500)),
            report: Array("{\"schema\": \"oit-report/1\", \"text\": \"\(report) โครงสร้างหน่วยงาน\"}".utf8))
    }

    static func finding(_ item: String) throws -> ItemFinding {
        let date = try #require(CivilDate(iso: "2022-10-01"))
        let text = BilingualText(th: "โครงสร้างหน่วยงาน", en: "structure of the agency")
        return ItemFinding(
            item: ItemID(item), topic: TopicID("structure"), title: text, subIndicator: "9.1", verdict: .unsatisfied,
            reasons: [Reason(code: .outdated, message: text, fix: text, evidence: EvidenceID(3))],
            elements: [
                ElementMatch(
                    id: "chart", title: text, verdict: .satisfied, confidence: .high, evidence: EvidenceID(1),
                    quote: "แผนผัง", place: "table",
                    surroundings: QuoteSurroundings(words: "ผัง", before: "ก่อน", after: "หลัง"))
            ],
            hints: [Hint(code: "hint", message: text)],
            currency: CurrencyVerdict(
                verdict: .outdated, required: "six-months-current-fy",
                found: [
                    CurrencyVerdict.FoundDate(
                        text: "ปี ๒๕๖๖", role: .covers, fiscalYears: [FiscalYear(2566)],
                        period: CivilPeriod(from: date, to: date), decides: true, evidence: EvidenceID(1))
                ], missing: ["2023-02"], staleFrom: date),
            evidence: [EvidenceID(1), EvidenceID(3)], confidence: .high)
    }
}

extension KeptPage {
    /// Everything that a store must give back, comparable.
    var content: [String] {
        [
            "\(record.requested)", "\(record.requested.host) \(record.requested.port)", "\(record.final)",
            "\(record.redirects)", "\(record.attempts)", "\(String(describing: record.status))", "\(record.headers)",
            "\(record.body)", record.sha256, record.fetchedAt, "\(record.milliseconds)", record.outcome.rawValue,
            record.detail, "\(String(describing: record.relaxed))", record.server, "\(pass)",
            "\(String(describing: document))", "\(String(describing: extractor))",
        ]
    }
}
