import Checklists
import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Judging

/// Pages whose words are right and whose content is missing.
@Suite struct AbsenceTests {
    private static let title = "แผนงานน้ำสะอาด ประจำปีงบประมาณ พ.ศ. 2566"

    private func finding(_ body: String, agency: String = "") throws -> ItemFinding {
        SmallList.finding("a1", pages: [try SmallList.page(Self.title, body)], agency: agency)
    }

    @Test("the filler of a theme is an empty shell, whatever its tables look like")
    func filler() throws {
        let found = try finding(
            "<p>Lorem ipsum dolor sit amet, consectetur</p><p>ใส่ข้อความที่นี่ เพื่อแนะนำโครงการ</p>" + SmallList.table)
        #expect(found.verdict == .unsatisfied && found.reasons.map(\.code) == [.emptyShell])
        #expect(try finding("<p>Lorem ipsum คือชื่อโครงการ</p>" + SmallList.table).verdict == .satisfied)
    }

    @Test("rows that all wait for their content are an empty shell; one that is filled is not")
    func pendingRows() throws {
        func table(_ second: String) -> String {
            "<table><tr><th>โครงการ</th><th>งบประมาณ</th></tr><tr><td>1</td><td>อยู่ระหว่างรวบรวม</td></tr>"
                + "<tr><td>2</td><td>\(second)</td></tr></table>"
        }
        #expect(try finding(table("อยู่ระหว่างรวบรวม")).reasons.map(\.code) == [.emptyShell])
        #expect(try finding(table("120,000 บาท")).verdict == .satisfied)
    }

    @Test("a column that is asked for and blank in every row is not there; a dash is an answer")
    func blankColumn() throws {
        func table(_ amount: String) -> String {
            "<table><tr><th>โครงการ</th><th>งบประมาณ</th><th>ผู้รับผิดชอบ</th></tr>"
                + "<tr><td>ขุดลอกสระน้ำประจำหมู่บ้าน</td><td>\(amount)</td><td>กองช่าง</td></tr>"
                + "<tr><td>ซ่อมหอถังประปาหมู่บ้าน</td><td>\(amount)</td><td>กองช่าง</td></tr></table>"
        }
        #expect(try finding(table("&nbsp;")).reasons.map(\.code) == [.missingElement])
        #expect(try finding(table("-")).verdict == .satisfied)
    }

    @Test("a page that says that it does not publish is not on the website")
    func unpublished() throws {
        let found = try finding("<p>รายละเอียดติดไว้ที่บอร์ดหน้าสำนักงาน ไม่ได้เผยแพร่ทางเว็บไซต์</p>" + SmallList.table)
        #expect(found.verdict == .unsatisfied && found.reasons.map(\.code) == [.notOnMainWebsite])
    }

    @Test("what others own is not the agency's")
    func notOwn() throws {
        let found = try finding("<p>อบต. ไม่ได้เป็นเจ้าของข้อมูลข้างล่างนี้</p>" + SmallList.table)
        #expect(found.verdict == .unsatisfied && found.reasons.map(\.code) == [.otherAgency])
    }

    @Test("an annex that is neither there nor linked leaves the item to a person; with a link to it nothing is lacking")
    func elsewhere() throws {
        let words = "<p>รายละเอียดของแต่ละโครงการตามเอกสารแนบ</p>" + SmallList.table
        #expect(try finding(words).verdict == .undecided)
        #expect(try finding(words + #"<p><a href="/annex.pdf">เอกสารแนบ</a></p>"#).verdict == .satisfied)
    }

    @Test("a page that doubts itself is doubted")
    func selfDoubt() throws {
        let found = try finding("<p>หมายเหตุ: ตัวเลขคัดลอกจากปีก่อน</p>" + SmallList.table)
        #expect(found.verdict == .undecided && found.reasons.map(\.code) == [.lowConfidence])
    }

    @Test("another agency in the head and in the signature is another agency's document")
    func otherAgency() throws {
        let head = "<p>แผนของเทศบาลตำบลโคกสะเดา</p>"
        let end = "<p>ลงชื่อ นายกองไม้ สมมุติดี ปลัดเทศบาลตำบลโคกสะเดา</p>"
        let others = try finding(head + SmallList.table + end, agency: "เทศบาลตำบลหนองกระจับ")
        #expect(others.verdict == .unsatisfied && others.reasons.map(\.code) == [.otherAgency])
        let own = try finding(head + SmallList.table + end, agency: "เทศบาลตำบลโคกสะเดา")
        #expect(own.verdict == .satisfied)
        let hospital = try finding(
            "<p>แผนของโรงพยาบาลโคกสะเดาใหม่</p><p>โรงพยาบาลโคกสะเดาใหม่ จัดทำ</p><p>ส่งถึงโรงพยาบาลโคกสะเดาใหม่</p>"
                + SmallList.table, agency: "การประปาหนองกระจับ")
        #expect(hospital.reasons.map(\.code) == [.otherAgency])
    }

    @Test("gambling in place of the content is a page that was taken over; a warning against it is not")
    func takenOver() throws {
        let found = try finding(
            "<p>สล็อตเว็บตรง เครดิตฟรี ฝากถอนไว</p><p>บาคาร่าสด แทงบอลออนไลน์ คาสิโนชั้นนำ</p>" + SmallList.table)
        #expect(found.verdict == .unsatisfied && found.reasons.map(\.code) == [.defaced])
        #expect(try finding("<p>ระวังเว็บชวนเล่นสล็อตและบาคาร่า</p>" + SmallList.table).verdict == .satisfied)
    }

    @Test("what only repeats the list's instruction is copied")
    func copied() throws {
        let told =
            "<p>องค์ประกอบด้านข้อมูลของข้อนี้ ตั้งแต่วันที่ 1 ตุลาคม 2565</p><p>ให้ระบุว่าจัดอบรมเรื่องใดในปีนั้น</p>"
            + "<p>หน่วยงานต้องเผยแพร่กิจกรรมบนเว็บไซต์หลักของหน่วยงานภายในปี</p>"
        func event(_ body: String) throws -> ItemFinding {
            SmallList.finding("a7", pages: [try SmallList.page("กิจกรรมวันน้ำสะอาด ปีงบประมาณ พ.ศ. 2566", body)])
        }
        let found = try event(told)
        #expect(found.verdict == .unsatisfied)
        #expect(found.reasons.map(\.code) == [.copiedInstruction])
        let own = "<p>กองช่างจัดอบรมครูและนักเรียนเรื่องน้ำสะอาด เมื่อวันที่ 3 ธันวาคม 2565 มีผู้เข้าร่วมสี่สิบคน</p>"
        #expect(try event(own).verdict == .satisfied)
    }
}

/// Declarations whose signer has left.
@Suite struct FormerHeadTests {
    private func fit(_ body: String) throws -> FittingPage {
        let page = AnalysedPage(
            try SmallList.page("ประกาศเจตนารมณ์", body), index: SmallList.judge.index, isTitleRepeated: false)
        let reading = EvidenceReading(id: EvidenceID(1), item: ItemID("a1"), page: 0, outcome: .ok, via: .submitted)
        return FittingPage(reading: reading, page: page, scope: .whole, points: 0, margin: 0)
    }

    private static let declaration =
        "<p>ประกาศ ณ วันที่ 3 ตุลาคม พ.ศ. 2565</p><p>(ลงชื่อ) นายกองไม้ สมมุติดี</p><p>อธิบดีกรมน้ำสมมุติ</p>"

    private func quote(_ other: String, declaration: String = Self.declaration) throws -> String? {
        let signed = try fit(declaration)
        return FormerHead(
            signed: [signed], pages: [signed.page, try fit(other).page], signs: SmallList.judge.index.signs
        ).quote
    }

    @Test("a page of the agency that says that the signer left tells it")
    func left() throws {
        #expect(try quote("<p>นายกองไม้ สมมุติดี พ้นจากตำแหน่งเมื่อวันที่ 1 มกราคม 2566</p>") != nil)
        #expect(try quote("<p>นายกองฟาง สมมุติดี พ้นจากตำแหน่งเมื่อวันที่ 1 มกราคม 2566</p>") == nil)
    }

    @Test("a first name with the sign of omission is the signer's")
    func shortened() throws {
        let short = "นายกองไม้ฯ พ้นจากตำแหน่งเมื่อวันที่ 1 มกราคม 2566"
        #expect(try quote("<p>หมายเหตุ: \(short)</p>") != nil)
        #expect(try quote("<p>หมายเหตุ: \(short.replacing("กองไม้", with: "กองฟาง"))</p>") == nil)
    }

    @Test("the website names its head beside the page: another one than the signer is told, another post is not")
    func presentHead() throws {
        func other(_ around: String) throws -> String? {
            PresentHead(
                signed: [try fit(Self.declaration + "</main><aside>\(around)</aside><main>")],
                signs: SmallList.judge.index.signs
            ).quote
        }
        #expect(try other("<p>นางสายน้ำ ตัวอย่างใส</p><p>อธิบดีกรมน้ำสมมุติ</p>") != nil)
        #expect(try other("<p>นางสายน้ำ ตัวอย่างใส อธิบดี</p>") != nil)
        #expect(try other("<p>นายกองไม้ สมมุติดี</p><p>อธิบดีกรมน้ำสมมุติ</p>") == nil)
        #expect(try other("<p>นางสายน้ำ ตัวอย่างใส</p><p>รองอธิบดีกรมน้ำสมมุติ</p>") == nil)
    }

    @Test("another one in the same post since a later day tells it, since an earlier day not")
    func followed() throws {
        func head(_ since: String) -> String {
            "<p>นางสายน้ำ ตัวอย่างใส</p><p>อธิบดีกรมน้ำสมมุติ (ดำรงตำแหน่งตั้งแต่ \(since))</p>"
        }
        #expect(try quote(head("1 มกราคม 2566")) != nil)
        #expect(try quote(head("1 มกราคม 2565")) == nil)
    }
}
