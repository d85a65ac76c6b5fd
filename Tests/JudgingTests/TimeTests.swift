import Checklists
import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Judging

/// The time of pages against the rules, apart from what the pages are about. The assessed year is 2566.
@Suite struct TimeTests {
    private func result(
        _ rule: CurrencyCode, _ heading: String, _ body: String, path: String = "/a", asOf: String = "2023-05-15"
    ) throws -> CurrencyJudgement.Result {
        let index = TopicIndex(list: SmallList.list, library: SmallList.library)
        let page = AnalysedPage(try SmallList.page(heading, body, path: path), index: index, isTitleRepeated: true)
        var dates = DateCollection()
        dates.add(page, scope: .whole, way: nil, evidence: EvidenceID(1), index: index)
        return CurrencyJudgement(
            rule: CurrencyRule(codes: [rule]), fiscalYear: FiscalYear(2566),
            asOf: try #require(CivilDate(iso: asOf)), dates: dates
        ).result()
    }

    private func years(_ result: CurrencyJudgement.Result) -> Set<Int> {
        Set(result.verdict.found.filter(\.decides).flatMap { $0.fiscalYears.map(\.year) })
    }

    @Test(
        "neither the address of a page nor the year of the assessment tells a time",
        arguments: ["<p>ผลสำรวจ 250 คน</p>", "<p>ใช้ประกอบการประเมิน ITA ปีงบประมาณ พ.ศ. 2566</p><p>ผลสำรวจ 250 คน</p>"])
    func shelf(body: String) throws {
        let result = try result(.currentFYPlan, "ผลสำรวจ", body, path: "/ita/2566/o17.php?year=2566")
        #expect(result.verdict.verdict == .undated && years(result) == [])
    }

    @Test("the recycled page is of the year that its content names")
    func recycled() throws {
        let body = "<p>แผนประจำปีงบประมาณ พ.ศ. 2565</p><p>เพื่อประกอบการประเมิน ITA ปี 2566</p>"
        let result = try result(.currentFYPlan, "แผนงาน", body, path: "/plan-2566")
        #expect(result.verdict.verdict == .outdated && years(result) == [2565])
    }

    @Test("a report that names the plan of five years is of its own year; a plan is of all of them")
    func spans() throws {
        let body = "<p>ตามแผนปฏิบัติการ พ.ศ. 2566-2570 ประจำปีงบประมาณ 2566</p>"
        #expect(try years(result(.currentFYPlan, "รายงาน", body)) == [2566])
        #expect(try years(result(.coversCurrentFY, "แผน", body)) == [2566, 2567, 2568, 2569, 2570])
    }

    @Test("a plan that replaces an older one is not of the older one's years")
    func replaced() throws {
        let body = "<p>ค่าเป้าหมาย 66/67/68/69/70</p><p>ปรับปรุงจากแผน พ.ศ. 2561-2565</p>"
        let result = try result(.coversCurrentFY, "แผนพัฒนา", body)
        #expect(result.verdict.verdict == .current && years(result).max() == 2570)
    }

    @Test("months in numbers in a column of the plan tell its year")
    func monthsInNumbers() throws {
        let body =
            "<table><tr><th>งาน</th><th>คาดว่าจะประกาศ</th></tr><tr><td>ก</td><td>12/2564</td></tr>"
            + "<tr><td>ข</td><td>02/2565</td></tr></table>"
        #expect(try result(.currentFYPlan, "แผนจัดซื้อ", body).verdict.verdict == .outdated)
    }

    @Test("of several older years the newest is named")
    func newest() throws {
        let body = [2563, 2564, 2565].map { "<h3>แผน ปีงบประมาณ \($0)</h3><p>ขุดลอกสระน้ำ</p>" }.joined()
        let result = try result(.currentFYPlan, "แผน", body)
        #expect(result.verdict.verdict == .outdated && years(result) == [2565])
    }

    @Test("a cover that says six months fills no gap between months that stand one by one")
    func enumeratedMonths() throws {
        func result(without missing: Int?) throws -> CurrencyJudgement.Result {
            let months = ["ตุลาคม 2565", "พฤศจิกายน 2565", "ธันวาคม 2565", "มกราคม 2566", "กุมภาพันธ์ 2566", "มีนาคม 2566"]
            let parts = months.indices.filter { $0 != missing }
                .map { "<h3>สรุปผลในรอบเดือน \(months[$0])</h3><p>จ้างเหมารถรับส่ง</p>" }
            return try self.result(
                .monthlyCurrentFY, "สรุปรายเดือน", "<p>รวม 6 เดือน ตุลาคม 2565 - มีนาคม 2566</p>" + parts.joined())
        }
        #expect(try result(without: nil).verdict.verdict == .current)
        let gap = try result(without: 3)
        #expect(gap.verdict.verdict == .incomplete && gap.verdict.missing == ["2023-01"])
        let label = try self.result(.monthlyCurrentFY, "สรุป", "<p>ตุลาคม 2565 - มีนาคม 2566</p><p>จ้างเหมา</p>")
        #expect(label.verdict.verdict == .current)
    }

    // MARK: What happened

    @Test("an activity for a plan of five years is of its own day, or of none")
    func activityForPlan() throws {
        let plan = "<p>ประชุมประชาคมเพื่อทบทวนแผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)</p>"
        #expect(try result(.currentFYActivity, "กิจกรรม", plan).verdict.verdict == .undated)
        let held = try result(.currentFYActivity, "กิจกรรม", "<p>เมื่อวันที่ 20 พฤษภาคม 2565</p>" + plan)
        #expect(held.verdict.verdict == .outdated && years(held) == [2565])
        let over = plan.replacing("2566 - 2570", with: "2561 - 2565")
        #expect(try result(.currentFYActivity, "กิจกรรม", over).verdict.verdict == .outdated)
    }

    @Test(
        "what happened before the year is not of the year because it was posted in it, or the page updated",
        arguments: ["เผยแพร่เมื่อ 3 ตุลาคม 2565", "ปรับปรุงหน้าเว็บ 3 ตุลาคม 2565", "วันนี้ 3 ตุลาคม 2565"])
    func posted(line: String) throws {
        let result = try result(.currentFYActivity, "กิจกรรม", "<p>\(line)</p><p>อบรมวันที่ 12 กันยายน 2565 ณ ห้องประชุม</p>")
        #expect(result.verdict.verdict == .outdated && years(result) == [2565])
    }

    @Test("where nothing else is told, the day of posting tells the year")
    func onlyPosted() throws {
        let result = try result(.currentFYActivity, "กิจกรรม", "<p>เผยแพร่เมื่อ 3 ตุลาคม 2565</p><p>อบรมพนักงาน</p>")
        #expect(result.verdict.verdict == .current)
    }

    @Test("a year that a sentence mentions does not outrank the day of the event; the fiscal year of the whole does")
    func mentioned() throws {
        let day = "<p>จัดวันที่ 15 ธันวาคม 2565 ณ ศาลา</p>"
        #expect(try result(.currentFYActivity, "เวที", day + "<p>ตั้งกลุ่มเมื่อปี 2562</p>").verdict.verdict == .current)
        let other = try result(.currentFYActivity, "เวที", day + "<p>กิจกรรมประจำปีงบประมาณ พ.ศ. 2565</p>")
        #expect(other.verdict.verdict == .outdated)
    }

    @Test("news are dated by their entries, not by the list of older years beside them")
    func news() throws {
        let body = "<ul><li>25 เม.ย. 66 ส่งรถสูบน้ำ</li><li>16 ก.พ. 66 อบรมช่าง</li></ul><p>ปี 2565 | ปี 2564 | ปี 2563</p>"
        #expect(try result(.newsDatedCurrentFY, "ข่าว", body).verdict.verdict == .current)
        let old = "<ul><li>25 ส.ค. 65 ส่งรถสูบน้ำ</li></ul><p>ข่าวปี 2566</p>"
        #expect(try result(.newsDatedCurrentFY, "ข่าว", old).verdict.verdict == .outdated)
    }

    // MARK: How far

    @Test(
        "what a report says of the whole outranks months that rows and sentences mention",
        arguments: [
            ("<p>ณ สิ้นไตรมาสที่ 1 (1 ตุลาคม – 31 ธันวาคม 2565)</p>", CurrencyVerdict.Kind.incomplete),
            ("<p>สถานะ ณ วันที่ 31 มกราคม 2566</p>", .incomplete), ("<p>สถานะ ณ วันที่ 15 มกราคม 2566</p>", .incomplete),
            ("<p>สถานะ ณ วันที่ 31 มีนาคม 2566</p>", .current),
            ("<p>ไตรมาส 1 ปีงบประมาณ 2566</p><p>ไตรมาสที่ 2 : ไตรมาสที่ 3 : ไตรมาสที่ 4 :</p>", .incomplete),
            ("<p>1 ตุลาคม 2565 - 31 มีนาคม 2566</p>", .current),
        ])
    func reach(words: String, kind: CurrencyVerdict.Kind) throws {
        let rows =
            "<table><tr><th>โครงการ</th><th>ผล</th></tr><tr><td>อบรม</td><td>จะจัดเดือนมิถุนายน 2566</td></tr></table>"
        let result = try result(.sixMonthsCurrentFY, "รายงาน ปีงบประมาณ 2566", words + rows)
        #expect(result.verdict.verdict == kind)
        if words.contains("15 มกราคม") { #expect(result.verdict.missing == ["2023-01", "2023-02", "2023-03"]) }
        if words.contains("31 มกราคม") { #expect(result.verdict.missing == ["2023-02", "2023-03"]) }
    }

    @Test("a month whose row is followed by nothing covers nothing")
    func blankMonth() throws {
        let months = ["ตุลาคม 2565", "พฤศจิกายน 2565", "ธันวาคม 2565", "มกราคม 2566", "กุมภาพันธ์ 2566", "มีนาคม 2566"]
        func table(_ last: String) -> String {
            let rows = months.dropLast().map { "<tr><td>\($0)</td></tr><tr><td>ซื้อวัสดุ</td><td>9,000</td></tr>" }
            return
                "<table><tr><th>งาน</th><th>วงเงิน</th></tr>\(rows.joined())<tr><td>มีนาคม 2566</td></tr>\(last)</table>"
        }
        let blank = try result(.monthlyCurrentFY, "สขร.", table("<tr><td>&nbsp;</td><td>&nbsp;</td></tr>"))
        #expect(blank.verdict.verdict == .incomplete && blank.verdict.missing == ["2023-03"])
        let none = try result(.monthlyCurrentFY, "สขร.", table("<tr><td>ไม่มีการจัดซื้อจัดจ้าง</td></tr>"))
        #expect(none.verdict.verdict == .current)
    }

    // MARK: Contradictions

    @Test("dates that cannot all be right are quoted, and none decides")
    func contradictions() throws {
        let report = "<p>สัญญาลงนาม ม.ค. 2565 ตรวจรับ 8 ก.ย. 2565 รวบรวม ณ วันที่ 30 กันยายน 2564</p>"
        let cases: [(CurrencyCode, String, String)] = [
            (.previousFYReport, "รายงานผล ปีงบประมาณ 2565", report.replacing("2565", with: "2564")),
            (.currentFYActivity, "เวที ปีงบประมาณ 2566", "<p>จัดวันที่ 17 มีนาคม 2565</p><p>ภาพ 17 มีนาคม 2566</p>"),
            (
                .currentFYPlan, "แผน ประจำปีงบประมาณ 2566",
                "<p>แผนประจำปีงบประมาณ 2565</p><table><tr><th>งาน</th><th>เดือน</th></tr><tr><td>ก</td><td>02/2565</td></tr>"
                    + "<tr><td>ข</td><td>06/2565</td></tr></table>"
            ),
        ]
        for (rule, heading, body) in cases {
            let result = try result(rule, heading, body)
            #expect(result.verdict.verdict == .undated && result.contradiction.count >= 2 && years(result) == [])
        }
        #expect(try result(.previousFYReport, "รายงานผล ปีงบประมาณ 2565", report).contradiction == [])
    }

    @Test("the copyright line of a website tells nothing of its content")
    func copyright() throws {
        for line in ["Copyright © 2562", "ลิขสิทธิ์ 2561", "สงวนลิขสิทธิ์ พ.ศ. 2562"] {
            let result = try result(.currentFYPlan, "แผนงาน", "<p>ขุดลอกสระน้ำ</p><p>\(line)</p>")
            #expect(result.verdict.verdict == .undated && years(result) == [])
        }
    }

    @Test("the last goal of a plan of several years is no year of its own")
    func goals() throws {
        let body = "<p>พ.ศ. 2565-2569</p><h3>Goals 2569</h3><p>ค่าเป้าหมาย ปี 69</p>"
        #expect(try result(.coversCurrentFY, "แผนพัฒนา", body).verdict.verdict == .current)
    }

    @Test("what happened in an earlier year is not of this one because a heading says so")
    func belied() throws {
        let body = "<p>จัดเมื่อวันที่ 12 มิถุนายน 2563 ณ ห้องประชุม</p>"
        let result = try result(.currentFYActivity, "กิจกรรมสร้างวัฒนธรรม ปี 2566", body)
        #expect(result.verdict.verdict == .outdated && years(result) == [2563])
    }

    @Test("a heading that counts by the calendar does not outrank the day of the event")
    func calendarHeading() throws {
        let body = "<p>จัดวันที่ 26 ตุลาคม 2565 ณ ศาลา</p>"
        #expect(try result(.currentFYActivity, "เวที ปี 2565", body).verdict.verdict == .current)
    }

    /// The dates of the part of a page that its first inner heading opens.
    private func partial(_ body: String) throws -> CurrencyJudgement.Result {
        let index = TopicIndex(list: SmallList.list, library: SmallList.library)
        let page = AnalysedPage(try SmallList.page("สรุป", body), index: index, isTitleRepeated: true)
        let first = try #require(page.units.first { $0.level == 4 }?.block)
        var dates = DateCollection()
        dates.add(page, scope: PageScope(heading: first), way: nil, evidence: EvidenceID(1), index: index)
        return CurrencyJudgement(
            rule: CurrencyRule(codes: [.monthlyCurrentFY]), fiscalYear: FiscalYear(2566),
            asOf: try #require(CivilDate(iso: "2023-05-15")), dates: dates
        ).result()
    }

    @Test("parts of a page for one month each are one piece of evidence; a part with nothing in it is none")
    func sisters() throws {
        let months = ["ตุลาคม 2565", "พฤศจิกายน 2565", "ธันวาคม 2565", "มกราคม 2566", "กุมภาพันธ์ 2566", "มีนาคม 2566"]
        let parts = months.map { "<h4>สรุปงานน้ำสะอาดรายเดือน \($0)</h4><p>ซื้อวัสดุสำนักงาน 9,000 บาท วิธีเฉพาะเจาะจง</p>" }
        #expect(try partial(parts.joined()).verdict.verdict == .current)
        let none = "<h4>สรุปงานน้ำสะอาดรายเดือน มีนาคม 2566</h4><p>ไม่มีการจัดซื้อจัดจ้าง</p>"
        #expect(try partial(parts.dropLast().joined() + none).verdict.verdict == .current)
        let short = try partial(parts.dropLast().joined() + "<h4>สรุปงานน้ำสะอาดรายเดือน มีนาคม 2566</h4>")
        #expect(short.verdict.verdict == .incomplete && short.verdict.missing == ["2023-03"])
    }

    @Test("the way to a page repeats its title and outranks no content")
    func way() throws {
        let title = "การสร้างวัฒนธรรมองค์กร ปี 2566"
        let body = "<p>จัดเมื่อวันที่ 12 มิถุนายน 2563</p>"
        let html = "<p>หน้าแรก » บริการ » \(title)</p><h2>\(title)</h2>\(body)"
        let result = try result(.currentFYActivity, "กิจกรรม", html)
        #expect(result.verdict.verdict == .outdated)
    }

    // MARK: Verdicts

    @Test("a page that is complete and tells no year is left to a person")
    func undatedIsUndecided() throws {
        let page = try SmallList.page("แผนงานน้ำสะอาด", SmallList.table, path: "/ita/2566")
        let finding = SmallList.finding("a1", pages: [page])
        #expect(finding.verdict == .undecided && finding.reasons.map(\.code) == [.undated])
        let bare = try SmallList.page("แผนงานน้ำสะอาด", SmallList.table.replacing("งบประมาณ", with: "ผู้ดูแล"))
        #expect(SmallList.finding("a1", pages: [bare]).verdict == .unsatisfied)
    }

    @Test("contradicting dates are a doubt with its reason, its words and a way out")
    func contradictionIsUndecided() throws {
        let body = "<p>ม.ค. 2564 ก.พ. 2564 และ 8 ก.ย. 2564</p>" + SmallList.table
        let page = try SmallList.page("รายงานผลงานน้ำสะอาดประจำปี ปีงบประมาณ 2565", body)
        let finding = SmallList.finding("a4", pages: [page])
        #expect(finding.verdict == .undecided && finding.reasons.map(\.code) == [.lowConfidence])
        #expect(finding.reasons.first?.message.th.contains("2564") == true)
        let explanation = try #require(SmallList.explanation("a4", pages: [page]))
        #expect(explanation.steps.allSatisfy { !$0.th.isEmpty && !$0.en.isEmpty })
        #expect(explanation.wouldChange.contains { $0.becomes == .satisfied })
    }
}
