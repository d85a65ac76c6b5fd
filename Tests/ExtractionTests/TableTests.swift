import Testing
import WebEvidence

@testable import Extraction

@Suite struct TableTests {
    @Test func indexTableHasHeadsSectionsAndRowContext() throws {
        let document = try Fixture.page("oit-index-table.html")
        #expect(document.tables.count == 1)
        #expect(document.tables[0].head == ["ข้อ", "รายการ", "ลิงก์"])
        #expect(document.tables[0].rows.last == ["O12", "แผนการจัดซื้อจัดจ้าง", "เปิด เปิด"])
        let link = try #require(document.links.first { $0.target == "files/plan66-2.pdf" })
        #expect(link.row == "O12 | แผนการจัดซื้อจัดจ้าง")
        #expect(link.columnHead == "ลิงก์")
        #expect(link.headings == ["การเปิดเผยข้อมูลสาธารณะ (OIT)", "ปีงบประมาณ พ.ศ. ๒๕๖๖", "ตัวชี้วัดย่อยที่ 9.2 การบริหารงาน"])
        #expect(link.address?.text == "https://www.example.go.th/ita/files/plan66-2.pdf")
    }

    @Test func headOfTwoRowsIsJoinedAndSpansAreFilled() throws {
        let table = try #require(try Fixture.page("procurement-month-report.html").tables.first)
        #expect(table.head == ["ลำดับ", "งานที่จัดซื้อ", "ผู้เสนอราคา ชื่อ", "ผู้เสนอราคา ราคา"])
        #expect(table.rows == [["1", "วัสดุสำนักงาน", "ร้าน ก", "9,500.00"], ["2", "วัสดุสำนักงาน", "ร้าน ข", "9,800.00"]])
    }

    @Test(
        arguments: [
            ("<tr><th>ก<th>ข<tr><td>1<td>2", ["ก", "ข"], 1),
            ("<thead><tr><td>ก<td>ข</thead><tr><td>x<td>y", ["ก", "ข"], 1),
            ("<tr><td><b>ก</b><td><strong>ข</strong><tr><td>x<td>y", ["ก", "ข"], 1),
            ("<tr bgcolor=#ccc><td>ก<td>ข<tr><td>x<td>y", ["ก", "ข"], 1),
            ("<tr><td>ที่<td>ชื่อ<tr><td>๑<td>y<tr><td>๒<td>z", ["ที่", "ชื่อ"], 2),
            ("<tr><td>ชื่อ<td>สมชาย<tr><td>ตำแหน่ง<td>นายก", [], 2),
            ("<tr><th>ชื่อ<td>สมชาย<tr><th>อายุ<td>50", [], 2),
            ("<tr><th>ก<th>ข", ["ก", "ข"], 0),
        ] as [(String, [String], Int)])
    func headRows(rows: String, head: [String], count: Int) throws {
        let table = try #require(try Fixture.document("<table>\(rows)</table>").tables.first)
        #expect(table.head == head)
        #expect(table.rows.count == count)
    }

    @Test(arguments: [
        "<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></td><td>x</td></tr><tr><td>y<td>z</table>",
        "<table><tr><td>ทั้งหน้า</td></tr></table>",
        "<table><tr><td>เมนู</td><td>เนื้อหา</td></tr></table>",
        "<table><tr><td>ชื่อ<td><form><input name=a></form><tr><td>c<td>d</table>",
        "<table role='presentation'><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td><h2>หัวข้อ</h2><td>b<tr><td>c<td>d</table>",
    ])
    func layoutTablesDissolve(markup: String) throws {
        let document = try Fixture.document(markup)
        let outer = document.blocks.filter {
            if case .cell(.some, _, _, _) = $0.kind { false } else { true }
        }
        #expect(!outer.isEmpty)
        #expect(document.tables.count <= 1)
        #expect(document.tables.allSatisfy { $0.rows == [["a", "b"], ["c", "d"]] })
    }

    @Test func galleryOfPeopleIsNoDataTable() throws {
        let document = try Fixture.page("executives-gallery.html")
        #expect(document.tables.isEmpty)
        #expect(document.images.count == 3)
        #expect(document.blocks[1].text == "นายสมชาย ใจดี นายก อบต. โทร 081-000-0001")
    }

    @Test func firstRowAcrossTheTableIsItsCaption() throws {
        let table = try #require(
            try Fixture.document("<table><tr><td colspan=2>แผน ปี 2566<tr><td>ที่<td>งาน<tr><td>1<td>ถนน</table>").tables
                .first)
        #expect(table.caption == "แผน ปี 2566")
        #expect(table.head == ["ที่", "งาน"])
        #expect(table.rows == [["1", "ถนน"]])
    }

    @Test func oldFrontPageWithNestedTablesKeepsEveryText() throws {
        let document = try Fixture.page("frontpage-old-tables.html")
        #expect(document.tables.map(\.head) == [["ที่", "รายการ", "งบประมาณ"]])
        #expect(document.tables.first?.rows.last == ["๒", "กล้องวงจรปิด", "๔๙๐,๐๐๐"])
        #expect(document.blocks.last?.text == "ผู้เข้าชม 0012345")
        let date = try #require(document.blocks.first { $0.text.hasPrefix("ประกาศ ณ") })
        #expect(date.headingPath.map { document.blocks[$0].text } == ["ประกาศแผนการจัดหาพัสดุ ประจำปีงบประมาณ ๒๕๖๖"])
    }

    @Test func cellBlocksPointIntoTheirTable() throws {
        let document = try Fixture.page("procurement-month-report.html")
        for block in document.blocks {
            guard case .cell(let table?, let row, let column, let isHead) = block.kind, !isHead else { continue }
            #expect(document.tables[table].rows[row][column] == block.text)
        }
    }

    @Test func monstrousSpansAreBounded() throws {
        let rows = String(repeating: "<tr><td colspan=999999 rowspan=999999>x<td>y", count: 300)
        let document = try Fixture.document("<table>\(rows)</table>")
        #expect(document.tables[0].rows.reduce(0) { $0 + $1.count } <= 400_000)
    }
}
