import Checklists
import Extraction
import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Judging

/// What evidence says of its own year in two places. The assessed year is 2566.
@Suite struct OwnYearTests {
    private func result(
        _ rule: CurrencyCode, _ topic: TopicID, _ heading: String, _ body: String
    ) throws -> CurrencyJudgement.Result {
        let index = TopicIndex(list: SmallList.list, library: SmallList.library)
        let page = AnalysedPage(try SmallList.page(heading, body), index: index, isTitleRepeated: true)
        var dates = DateCollection()
        dates.add(
            page, scope: .whole, way: nil, evidence: EvidenceID(1), index: index, topic: index.topicNumber(topic))
        return CurrencyJudgement(
            rule: CurrencyRule(codes: [rule]), fiscalYear: FiscalYear(2566),
            asOf: try #require(CivilDate(iso: "2023-05-15")), dates: dates
        ).result()
    }

    private static let plan = "แผนงานน้ำสะอาด"
    private static let report = "รายงานผลงานน้ำสะอาดประจำปี"

    @Test(
        "a heading and a sentence of the evidence on itself that name two years contradict",
        arguments: [
            (
                CurrencyCode.currentFYPlan, plan, "\(plan) ปีงบประมาณ 2566",
                "<p>\(plan) ปีงบประมาณ พ.ศ. 2565 มีงบ 9,000</p>"
            ),
            (.currentFYPlan, plan, "\(plan) ปีงบประมาณ 2566", "<h3>แบบ\(plan) ปีงบประมาณ พ.ศ. 2565</h3><p>ขุดสระ</p>"),
            (
                .currentFYPlan, plan, plan,
                "<p>\(plan) ปีงบประมาณ 2565 มีงบ 9,000 บาท</p><p>\(plan) ปีงบประมาณ 2566 นี้ให้ใช้เป็นกรอบ</p>"
            ),
            (
                .coversCurrentFY, plan, plan,
                "<p>(พ.ศ. 2566 - 2570)</p><p>\(plan) (พ.ศ. 2561 - 2565) ฉบับนี้ จัดทำขึ้นเพื่อใช้เป็นกรอบ</p>"
            ),
            (
                .previousFYReport, report, "\(report) ปีงบประมาณ 2565",
                "<p>รายงานฉบับนี้แสดงผลของปีงบประมาณ พ.ศ. 2564</p>"
                    + "<table><tr><th>งาน</th><th>จ่ายปี 2565</th></tr><tr><td>ก</td><td>9,000</td></tr></table>"
            ),
            (
                .previousFYReport, report, "\(report) ปีงบประมาณ 2565",
                "<table><tr><th>วิธี</th><th>จำนวน (ปี 2564)</th><th>งบ (ปี 2564)</th></tr><tr><td>ก</td><td>9</td><td>8</td></tr></table>"
            ),
            (
                .reportPeriod, report, "\(report) ปีงบประมาณ พ.ศ. 2566",
                "<p>รอบ 6 เดือน (1 ตุลาคม 2564 - 31 มีนาคม 2565)</p>"
            ),
            (
                .sixMonthsCurrentFY, report, "\(report) รอบ 6 เดือน",
                "<p>ผลสะสม ณ วันที่ 31 มีนาคม 2566</p><table><tr><th>งาน</th><th>แผน ไตรมาส 1-2 ปีงบประมาณ 2565</th>"
                    + "<th>ผล ไตรมาส 1-2 ปีงบประมาณ 2565</th></tr><tr><td>ก</td><td>9</td><td>8</td></tr></table>"
            ),
        ])
    func clash(rule: CurrencyCode, topic: String, heading: String, body: String) throws {
        let id = TopicID(topic == OwnYearTests.plan ? "plan" : "result")
        let result = try result(rule, id, heading, body)
        #expect(result.verdict.verdict == .undated && result.contradiction.count >= 2)
    }

    @Test(
        "a year that the text tells of something else contradicts nothing",
        arguments: [
            (CurrencyCode.currentFYPlan, "\(plan) ปีงบประมาณ 2566", "<p>ต่อจากผลงานปีงบประมาณ 2565</p>"),
            (.currentFYPlan, "\(plan) ปีงบประมาณ 2566", "<p>\(plan) ปีงบประมาณ 2567 : ยังไม่จัดทำ</p>"),
            (
                .currentFYPlan, plan,
                "<h3>\(plan) ปีงบประมาณ 2566</h3><p>ขุดสระ</p><h3>\(plan) ปีงบประมาณ 2565</h3><p>\(plan) ปีงบประมาณ 2565 ขุดคลอง</p>"
            ),
            (.currentFYPlan, "\(plan) ปีงบประมาณ 2566", "<p>ขุดสระ</p><ul><li>\(plan) ปีงบประมาณ 2565</li></ul>"),
            (
                .currentFYPlan, "\(plan) ปีงบประมาณ 2566",
                "<p>ขุดสระ</p><p>\(plan) ปีงบประมาณ 2565</p><p>\(plan) ปีงบประมาณ 2564</p>"
            ),
            (.coversCurrentFY, "\(plan) (2566-2570)", "<p>ฉบับนี้ต่อเนื่องจากแผนฉบับที่ 3 (2561-2565)</p>"),
            (
                .currentFYPlan, "\(plan) ปีงบประมาณ 2566",
                "<table><tr><th>งาน</th><th>จ่ายปี 2565</th><th>เหลือปี 2565</th></tr><tr><td>ก</td><td>9</td><td>8</td></tr></table>"
            ),
        ])
    func noClash(rule: CurrencyCode, heading: String, body: String) throws {
        let result = try result(rule, TopicID("plan"), heading, body)
        #expect(result.verdict.verdict == .current && result.contradiction == [])
    }

    @Test("a report of a calendar year is a question, not a report of the fiscal year")
    func calendarYear() throws {
        let body = "<p>ผลงานในรอบปี (1 มกราคม - 31 ธันวาคม 2565)</p>" + SmallList.table
        let page = try SmallList.page("\(OwnYearTests.report) ประจำปี 2565", body)
        let finding = SmallList.finding("a4", pages: [page])
        #expect(finding.verdict == .undecided && finding.reasons.first?.code == .lowConfidence)
        #expect(finding.reasons.first?.message.th.contains("ปีปฏิทิน") == true)
        #expect(finding.reasons.first?.message.en.contains("calendar year") == true)
    }

    @Test("an old page under a new title is called so")
    func recycled() throws {
        let name = "\(OwnYearTests.report) ปีงบประมาณ 2565"
        let body = "<p>ปีงบประมาณ พ.ศ. 2564 ระหว่าง 1 ตุลาคม 2563 ถึง 30 กันยายน 2564</p>" + SmallList.table
        let finding = SmallList.finding("a4", pages: [try titled(name, body)])
        #expect(finding.verdict == .unsatisfied && finding.reasons.map(\.code) == [.outdated])
        #expect(finding.reasons.first?.message.th.contains("เปลี่ยนหัวข้อ") == true)
        #expect(finding.reasons.first?.message.en.contains("old page") == true)
        // One sentence may be the slip.
        let slip = "<p>\(OwnYearTests.report) ปีงบประมาณ พ.ศ. 2564</p>" + SmallList.table
        let doubt = SmallList.finding("a4", pages: [try titled(name, slip)])
        #expect(doubt.verdict == .undecided && doubt.reasons.map(\.code) == [.lowConfidence])
    }

    /// A page whose title its heading repeats.
    private func titled(_ title: String, _ body: String) throws -> ReadPage {
        let html = "<html><head><title>\(title)</title></head><body><main><h2>\(title)</h2>\(body)</main></body></html>"
        let address = try PageAddress("http://www.test.example/a")
        let document = extractedDocument(
            body: Array(html.utf8), contentType: "text/html; charset=utf-8", lastModified: nil, address: address)
        return ReadPage(address: address, document: document, furniture: nil, isFrontPage: false)
    }

    @Test("one event that is told twice has one day")
    func twoDays() throws {
        func told(_ text: String, _ row: String) throws -> [Int] {
            let body =
                "<p>จัดเวทีเมื่อวันที่ \(text)</p><table><tr><th>หัวข้อ</th><th>รายละเอียด</th></tr>"
                + "<tr><td>วันที่จัด</td><td>\(row) ณ ศาลา</td></tr></table>"
            return try result(.currentFYActivity, TopicID("plan"), "เวที", body).contradiction
        }
        #expect(try told("14 กันยายน 2565", "14 ตุลาคม 2565").count == 2)
        #expect(try told("14 กันยายน 2565", "20 ตุลาคม 2565") == [])
        #expect(try told("14 ตุลาคม 2565", "14 พฤศจิกายน 2565") == [])
    }

    @Test("an element that lacks nothing but a date is no second failure of a page without a year")
    func onlyDates() throws {
        let told = "<p>จัดอบรมผู้ดูแลประปาหมู่บ้าน ณ ศาลากลางบ้าน มีผู้เข้าร่วม 40 คน</p>"
        let heading = "กิจกรรมวันน้ำสะอาด"
        let undated = SmallList.finding("a7", pages: [try SmallList.page(heading, told)])
        #expect(undated.verdict == .undecided && undated.reasons.map(\.code) == [.undated])
        // Where the year is told, the day is lacking.
        let dayless = SmallList.finding("a7", pages: [try SmallList.page("\(heading) ปีงบประมาณ 2566", told)])
        #expect(dayless.verdict == .unsatisfied && dayless.reasons.map(\.code) == [.missingElement])
        // What lacks more than a date is lacking.
        let other = told.replacing("จัดอบรม", with: "ขอเชิญชวน")
        let bare = SmallList.finding("a7", pages: [try SmallList.page(heading, other)])
        #expect(bare.verdict == .unsatisfied)
    }
}
