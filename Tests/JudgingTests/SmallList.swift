import Checklists
import Extraction
import Findings
import GradingCore
import WebEvidence

@testable import Judging

/// A list of six made-up topics, so that these tests do not move with the bundled checklists.
enum SmallList {
    static let fiscalYear = 2566

    private static func topic(
        _ id: String, _ title: String, _ rest: String, accepts: [EvidenceKind] = [.page]
    ) -> (String, [UInt8]) {
        let kinds = accepts.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        let text = """
            {"topic": "\(id)", "title": {"th": "\(title)", "en": "\(id)"}, "names": ["\(title)"], "accepts": [\(kinds)],
             \(rest),
             "advice": {"th": "เผยแพร่ข้อมูล", "en": "Publish it."}}
            """
        return ("topics/\(id)/topic.json", Array(text.utf8))
    }

    private static func element(_ id: String, _ match: String, confidence: String = "high", more: String = "") -> String
    {
        #"{"id": "\#(id)", "title": {"th": "\#(id)", "en": "\#(id)"}, "confidence": "\#(confidence)", "match": \#(match)\#(more)}"#
    }

    private static let projects = element("projects", #"{"table": {"heads": [["โครงการ"], ["งบประมาณ"]], "rows": 2}}"#)

    private static func item(_ id: String, _ topic: String, _ title: String, _ currency: String, _ element: String)
        -> String
    {
        #"{"id": "\#(id)", "topic": "\#(topic)", "title": {"th": "\#(title)", "en": "\#(topic)"}, "currency": "\#(currency)", "elements": ["\#(element)"], "confidence": "high", "element_confidence": "high", "evidence": [], "sources": ["test"]}"#
    }

    static let library = library(planAccepts: [.page])

    /// The same with other kinds of evidence for the plan.
    static func judge(planAccepts: [EvidenceKind]) -> Judge {
        let library = library(planAccepts: planAccepts)
        return Judge(list: library.years[0], library: library)
    }

    private static func library(planAccepts: [EvidenceKind]) -> ChecklistLibrary {
        let items = [
            item("a1", "plan", "แผนงานน้ำสะอาด", "current-fy-plan", "projects"),
            item("a2", "progress", "รายงานติดตามงานน้ำสะอาด", "six-months-current-fy", "projects"),
            item("a3", "monthly", "สรุปงานน้ำสะอาดรายเดือน", "monthly-current-fy", "projects"),
            item("a4", "result", "รายงานผลงานน้ำสะอาดประจำปี", "previous-fy-report", "projects"),
            item("a6", "pledge", "คำปฏิญาณรักษาน้ำสะอาด", "signed-by-current-head", "signature"),
            item("a5", "channel", "ช่องทางถามเรื่องน้ำสะอาด", "live-function", "two-way"),
            item("a8", "rules", "ระเบียบใช้น้ำสะอาด", "in-force", #"list", "texts"#),
            item("a7", "event", "กิจกรรมวันน้ำสะอาด", "current-fy-activity", "training"),
        ].joined(separator: ",\n")
        let year = """
            {"year": 2566, "title": {"th": "ก", "en": "a"}, "provenance": "verified", "notes": [],
             "scoring": {"rounding": "half-up-cascade", "pass_mark": "85.00", "instruments": [
                {"id": "OIT", "weight_percent": 100, "indicators": ["9"]}], "levels": {"kind": "bands", "bands": [{"name": "A", "from": "0.00"}]}},
             "indicators": [{"id": "9", "title": {"th": "ก", "en": "a"}, "sub_indicators": [
                {"id": "9.1", "title": {"th": "ก", "en": "a"}, "items": [\(items)]}]}]}
            """
        let files = Dictionary(
            uniqueKeysWithValues: [
                topic(
                    "plan", "แผนงานน้ำสะอาด",
                    #""wordings": [{"words": ["@plan", "น้ำกิน|น้ำใช้"], "unless": ["ติดตาม"]}], "against": [{"phrase": "บันทึกประชุม", "weight": 5, "in": ["title", "heading"]}], "elements": [\#(projects)]"#,
                    accepts: planAccepts),
                topic(
                    "progress", "รายงานติดตามงานน้ำสะอาด",
                    #""wordings": [{"words": ["ติดตาม", "น้ำกิน|น้ำใช้|น้ำสะอาด"], "near": ["หกเดือน|ครึ่งปี"], "not_near": ["ทั้งปี"]}], "elements": [\#(projects)]"#
                ),
                topic("monthly", "สรุปงานน้ำสะอาดรายเดือน", #""elements": [\#(projects)]"#),
                topic("result", "รายงานผลงานน้ำสะอาดประจำปี", #""elements": [\#(projects)]"#),
                topic(
                    "channel", "ช่องทางถามเรื่องน้ำสะอาด",
                    #""elements": [\#(element("two-way", #"{"form": {}}"#, more: #", "fails_as": "one_way_only""#))]"#),
                topic(
                    "rules", "ระเบียบใช้น้ำสะอาด",
                    #""elements": [\#(element("list", #"{"phrase": ["ระเบียบ", "ข้อบังคับ"], "in": ["body", "link"]}"#, confidence: "low")), \#(element("texts", #"{"link": {"phrases": ["ระเบียบ", "ข้อบังคับ"]}}"#, confidence: "low", more: #", "if_unsure": "doubt""#))]"#
                ),
                topic(
                    "pledge", "คำปฏิญาณรักษาน้ำสะอาด",
                    #""elements": [\#(element("signature", #"{"pattern": "signature"}"#, more: #", "fails_as": "unsigned""#))]"#
                ),
                topic(
                    "event", "กิจกรรมวันน้ำสะอาด",
                    #""elements": [\#(element("training", #"{"all": [{"phrase": ["จัดอบรม"]}, {"pattern": "date"}]}"#))]"#
                ),
                ("years/2566.json", Array(year.utf8)),
                (
                    "synonyms.json",
                    Array(
                        #"{"why": "t", "groups": [], "word_groups": {"plan": ["แผน", "โครงการประจำปี"]}, "unseen_signs": ["JavaScript", "กำลังโหลด"], "pointing": ["คำสำคัญ"], "title_marks": ["เรื่อง"], "referring": ["ตาม"], "agency_forms": ["เทศบาลตำบล", "อบต."], "agency_stops": ["และ", "ที่"], "other_agency_forms": ["โรงพยาบาล"], "signs": {"placeholder": ["lorem ipsum", "ใส่ข้อความที่นี่"], "pending": ["อยู่ระหว่างรวบรวม"], "instruction": ["ให้ระบุ", "หน่วยงานต้องเผยแพร่", "องค์ประกอบด้านข้อมูล"], "instruction_start": ["แสดง", "มีรายละเอียดอย่างน้อย"], "elsewhere": ["ตามเอกสารแนบ"], "unpublished": ["ไม่ได้เผยแพร่ทางเว็บไซต์"], "self_doubt": ["คัดลอกจากปีก่อน"], "left_office": ["พ้นจากตำแหน่ง"], "took_office": ["ดำรงตำแหน่งตั้งแต่"], "contents": ["สารบัญ"], "not_own": ["ไม่ได้เป็นเจ้าของ"], "garbled": ["à¸"], "site_line": ["สงวนลิขสิทธิ์", "จำนวนผู้เข้าชม"], "counted": ["วันนี้", "เดือนนี้", "ทั้งหมด"], "site_picture": ["banner"], "pictured": ["ภาพด้านล่าง"], "promised": ["จะเผยแพร่ให้ทราบ"], "repealed": ["ฉบับนี้ถูกยกเลิก"], "post": ["นายกเทศมนตรี", "อธิบดี"], "signed": ["ลงชื่อ"], "instruction_start": ["แสดง"], "superior_forms": ["กระทรวง"], "owner": ["ของ"], "company_forms": ["บริษัท"], "company_ends": ["จำกัด"]}}"#
                            .utf8)
                ),
            ])
        do throws(ChecklistProblems) { return try ChecklistLibrary(files: files) } catch {
            preconditionFailure("\(error.problems)")
        }
    }

    static let list = library.years[0]
    static let judge = Judge(list: list, library: library)

    static let table = """
        <table><tr><th>โครงการ</th><th>งบประมาณ</th><th>ระยะเวลา</th></tr>
        <tr><td>ขุดลอกสระน้ำประจำหมู่บ้าน</td><td>120,000</td><td>ไตรมาสแรก</td></tr>
        <tr><td>ซ่อมหอถังประปา</td><td>80,000</td><td>ตลอดปี</td></tr>
        <tr><td>ตรวจคุณภาพน้ำดื่ม</td><td>30,000</td><td>ตลอดปี</td></tr></table>
        """

    /// A page with a heading and a body, as the judge sees it.
    static func page(_ heading: String, _ body: String, path: String = "/a", frontPage: Bool = false) throws -> ReadPage
    {
        let html = "<html><head><title>เว็บไซต์</title></head><body><main><h2>\(heading)</h2>\(body)</main></body></html>"
        let address = try PageAddress("http://www.test.example\(path)")
        let document = extractedDocument(
            body: Array(html.utf8), contentType: "text/html; charset=utf-8", lastModified: nil, address: address)
        return ReadPage(address: address, document: document, furniture: nil, isFrontPage: frontPage)
    }

    /// The finding of one item from pages submitted for it and outcomes of addresses that could not be read.
    static func finding(
        _ item: String, pages: [ReadPage] = [], outcomes: [Outcome] = [], asOf: String = "2023-05-15",
        state: ItemAnswer.State = .answered, agency: String = ""
    ) -> ItemFinding {
        var evidence = pages.indices.map { index in
            EvidenceReading(
                id: EvidenceID(index + 1), item: ItemID(item), page: index, outcome: .ok, via: .submitted,
                sha256: "\(index)")
        }
        for outcome in outcomes {
            evidence.append(
                EvidenceReading(
                    id: EvidenceID(evidence.count + 1), item: ItemID(item), page: nil, outcome: outcome, via: .submitted
                ))
        }
        let input = JudgingInput(
            agency: AgencyProfile(name: agency, website: "", type: "sao"), isAgencyTypeStated: true,
            asOf: CivilDate(iso: asOf)!,
            answers: list.items.map { ItemAnswer(item: $0.id, state: $0.id == ItemID(item) ? state : .open) },
            pages: pages, evidence: evidence)
        return judge.judgement(of: input).findings.first { $0.item == ItemID(item) }!
    }
}

extension SmallList {
    /// The explanation of one item from pages submitted for it.
    static func explanation(_ item: String, pages: [ReadPage]) -> ItemExplanation? {
        judge.explanation(of: ItemID(item), in: input(item, pages: pages))
    }

    /// Pages submitted for one item.
    static func input(_ item: String, pages: [ReadPage]) -> JudgingInput {
        JudgingInput(
            agency: AgencyProfile(name: "", website: "", type: "sao"), isAgencyTypeStated: true,
            asOf: CivilDate(iso: "2023-05-15")!, answers: [ItemAnswer(item: ItemID(item), state: .answered)],
            pages: pages,
            evidence: pages.indices.map { index in
                EvidenceReading(
                    id: EvidenceID(index + 1), item: ItemID(item), page: index, outcome: .ok, via: .submitted,
                    sha256: "\(index)")
            })
    }
}
