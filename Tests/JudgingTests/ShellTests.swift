import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Judging

/// Pages that promise and hold nothing, and pages whose content was not seen.
@Suite struct ShellTests {
    private static let title = "แผนงานน้ำสะอาด ประจำปีงบประมาณ พ.ศ. 2566"

    private func finding(
        _ body: String, item: String = "a1", title: String = Self.title, agency: String = ""
    ) throws -> ItemFinding {
        SmallList.finding(item, pages: [try SmallList.page(title, body)], agency: agency)
    }

    @Test("a head above blank rows is an empty form, also beside a picture")
    func blankForm() throws {
        func table(_ cell: String) -> String {
            "<table><tr><th>โครงการ</th><th>ผลงาน</th></tr>"
                + String(repeating: "<tr><td>\(cell)</td><td>\(cell)</td></tr>", count: 3) + "</table>"
        }
        let blank = try finding(table("&nbsp;") + "<p><img src=/form.jpg></p>")
        #expect(blank.verdict == .unsatisfied && blank.reasons.map(\.code) == [.emptyShell])
        #expect(try finding(table("ขุดลอกสระ")).reasons.map(\.code) != [.emptyShell])
    }

    @Test("a promise to publish is no content; beside the content it takes nothing away")
    func promised() throws {
        let promise = "<p>เมื่อนายกลงนามแล้วจะเผยแพร่ให้ทราบทางเว็บไซต์ของหน่วยงานต่อไป</p>"
        let found = try finding(promise + "<p><img src=/office.jpg></p>")
        #expect(found.verdict == .unsatisfied && found.reasons.map(\.code) == [.emptyShell])
        #expect(try finding(promise + SmallList.table).verdict == .satisfied)
    }

    @Test("a form of dots is blank; dots that lead to numbers are not")
    func dottedForm() throws {
        func form(_ value: String) -> String {
            ["จำนวนโครงการ", "จำนวนบ่อน้ำ", "ปัญหาที่พบ", "ผู้รายงาน"].map { "<p>\($0) ............\(value)</p>" }.joined()
        }
        #expect(try finding(form("") + "<p><img src=/a.jpg></p>").reasons.map(\.code) == [.emptyShell])
        #expect(try finding(form("12") + "<p><img src=/a.jpg></p>").verdict == .undecided)
    }

    @Test("what says of itself that it was repealed is of an earlier time")
    func repealed() throws {
        let found = try finding("<p>ประกาศฉบับนี้ถูกยกเลิกแล้ว ตั้งแต่วันที่ 1 มกราคม 2566</p>" + SmallList.table)
        #expect(found.verdict == .unsatisfied && found.reasons.map(\.code) == [.outdated])
    }

    @Test("counters, copyright and the address at the foot do not hide that a page holds only a picture")
    func siteLines() throws {
        let foot =
            "<table><tr><td>วันนี้</td><td>128</td></tr><tr><td>เดือนนี้</td><td>1,510</td></tr>"
            + "<tr><td>ทั้งหมด</td><td>839,622</td></tr></table>"
            + "<p>เลขที่ 68 หมู่ที่ 9 ตำบลบ่อน้ำสมมุติ อำเภอเมืองใหม่ จังหวัดนาครสมมุติ 99200 โทร. 0-0000-5478</p>"
            + "<p>สงวนลิขสิทธิ์ พ.ศ. 2560 จำนวนผู้เข้าชม 43,447 คน</p>"
        #expect(try finding("<p><img src=/scan-1.jpg></p>" + foot).verdict == .undecided)
        let banner = try finding("<p>สระน้ำของตำบลมีหลายแห่ง ดูแลโดยกองช่างทุกวัน</p><p><img src=/banner/1.jpg></p>" + foot)
        #expect(banner.verdict == .unsatisfied)
    }

    @Test("the year of the copyright is not the year of the content")
    func copyrightYear() throws {
        let found = try finding(
            SmallList.table + "<p>สงวนลิขสิทธิ์ 2560</p>", title: "แผนงานน้ำสะอาด")
        #expect(found.currency.found.allSatisfy { !$0.fiscalYears.contains(FiscalYear(2560)) })
    }

    @Test("words that send the reader to a picture leave to a person what stands nowhere else")
    func pointedAt() throws {
        let text = "<p>กองช่างดูแลน้ำสะอาดทุกหมู่บ้าน \(String(repeating: "ตรวจคุณภาพน้ำทุกสัปดาห์และแจ้งผล ", count: 20))</p>"
        #expect(try finding(text + "<p>โครงการตามภาพด้านล่าง</p><p><img src=/plan.jpg></p>").verdict == .undecided)
        #expect(try finding(text + "<p>โครงการของตำบล</p><p><img src=/plan.jpg></p>").verdict == .unsatisfied)
    }

    @Test("dots where name and signature belong are no signature")
    func blankSignature() throws {
        let pledge = "<p>ข้าพเจ้าขอให้คำมั่นว่าจะรักษาน้ำสะอาดของตำบล</p><p>ประกาศ ณ วันที่ 3 มกราคม 2566</p>"
        func verdict(_ end: String) throws -> ItemFinding {
            try finding(pledge + end, item: "a6", title: "คำปฏิญาณรักษาน้ำสะอาด 2566")
        }
        let blank = try verdict("<p>ลงชื่อ ................</p><p>(..............)</p><p>นายกเทศมนตรี</p><p><img src=/a.jpg></p>")
        #expect(blank.verdict == .unsatisfied && blank.reasons.map(\.code) == [.unsigned])
        let signed = try verdict("<p>ลงชื่อ .........</p><p>(นายกองไม้ สมมุติดี)</p><p>นายกเทศมนตรี</p>")
        #expect(signed.verdict == .satisfied)
    }

    @Test("a name without a post leaves to a person whether the head signed")
    func signerWithoutPost() throws {
        let pledge = "<p>ข้าพเจ้าขอให้คำมั่นว่าจะรักษาน้ำสะอาดของตำบล</p><p>ประกาศ ณ วันที่ 3 มกราคม 2566</p>"
        for end in ["<p>ลงชื่อ กองไม้ สมมุติดี</p>", "<p>ลงชื่อ นายกองไม้ สมมุติดี</p>"] {
            let found = try finding(pledge + end, item: "a6", title: "คำปฏิญาณรักษาน้ำสะอาด 2566")
            #expect(found.verdict == .undecided, "\(end): \(found.reasons)")
        }
        let none = try finding(pledge, item: "a6", title: "คำปฏิญาณรักษาน้ำสะอาด 2566")
        #expect(none.verdict == .unsatisfied)
    }

    @Test("an instruction in one paragraph that begins with its verb is copied")
    func copiedParagraph() throws {
        let words =
            "แสดงโครงการน้ำสะอาดของหน่วยงาน องค์ประกอบด้านข้อมูล ให้ระบุโครงการ งบประมาณ และระยะเวลาของทุกโครงการ "
            + "โดยแสดงรายละเอียดของแต่ละโครงการตามลำดับที่หน่วยงานได้ดำเนินการในปีนั้น ๆ ทุกโครงการ"
        let page = try SmallList.page(Self.title, "<p>\(words)</p>")
        let found = SmallList.finding("a1", pages: [page])
        #expect(found.verdict == .unsatisfied)
    }
}

/// Whose document it is.
@Suite struct OwnerTests {
    private static let title = "แผนงานน้ำสะอาด ประจำปีงบประมาณ พ.ศ. 2566"

    private func finding(_ body: String) throws -> ItemFinding {
        SmallList.finding("a1", pages: [try SmallList.page(Self.title, body)], agency: "เทศบาลตำบลหนองกระจับ")
    }

    @Test("a neighbour named in the head, the text and the signature is its owner, whatever the foot of the site says")
    func neighbour() throws {
        let found = try finding(
            "<p>แผนงานน้ำสะอาดของเทศบาลตำบลโคกสะเดาใหญ่</p><p>เทศบาลตำบลโคกสะเดาใหญ่มีโครงการดังนี้</p>" + SmallList.table
                + "<p>(นายกองไม้ สมมุติดี) นายกเทศมนตรีตำบลโคกสะเดาใหญ่</p>"
                + "<p>เทศบาลตำบลหนองกระจับ หมู่ที่ 1 ตำบลหนองกระจับ อำเภอสมมุติ จังหวัดนาคร 99000 โทร. 0-0000-1234</p>")
        #expect(found.verdict == .unsatisfied && found.reasons.map(\.code) == [.otherAgency])
    }

    @Test("a company that speaks of itself is the owner; one that is named once is not")
    func company() throws {
        let head = "<p>แผนงานน้ำสะอาดของบริษัท น้ำใสสมมุติ จำกัด</p>"
        let found = try finding(head + "<p>บริษัทดูแลน้ำของลูกค้า</p><p>บริษัทมีโครงการดังนี้</p>" + SmallList.table)
        #expect(found.verdict == .unsatisfied && found.reasons.map(\.code) == [.otherAgency])
        #expect(try finding("<p>ผู้รับจ้าง บริษัท น้ำใสสมมุติ จำกัด</p>" + SmallList.table).verdict == .satisfied)
    }

    @Test("a ministry's document may bind those below it: a person looks")
    func superior() throws {
        let found = try finding(
            "<p>แผนงานน้ำสะอาดของกระทรวงน้ำสมมุติ</p>" + SmallList.table + "<p>ประกาศของกระทรวงน้ำสมมุติ</p>")
        #expect(found.verdict == .undecided && found.reasons.map(\.code) == [.otherAgency])
    }
}
