import Testing
import WebEvidence

@testable import Extraction

@Suite struct LinkTests {
    @Test(arguments: [
        ("<a href='a.pdf'>x</a>", "https://www.example.go.th/ita/a.pdf"),
        ("<a href='?id=1'>x</a>", "https://www.example.go.th/ita/index.php?id=1"),
        ("<a href='//cdn.go.th/x'>x</a>", "https://cdn.go.th/x"),
        (
            "<a href=\"javascript:window.open('files/แผน.pdf','w','width=1')\">x</a>",
            "https://www.example.go.th/ita/files/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf"
        ),
        (
            "<a href='javascript:void(0)' onclick=\"window.open('b.php?id=2')\">x</a>",
            "https://www.example.go.th/ita/b.php?id=2"
        ),
        ("<a href='#' onclick=\"popup('files/c.pdf', 500)\">x</a>", "https://www.example.go.th/ita/files/c.pdf"),
        ("<a href='#' data-href='/d.pdf'>x</a>", "https://www.example.go.th/d.pdf"),
        ("<a href='' data-url='e.php?x=1'>x</a>", "https://www.example.go.th/ita/e.php?x=1"),
        ("<a href=\"javascript:location.href='f.php'\">x</a>", "https://www.example.go.th/ita/f.php"),
        ("<a href='javascript:openwin(%27g.pdf%27)'>x</a>", "https://www.example.go.th/ita/g.pdf"),
        ("<div onclick=\"window.location = 'https:\\/\\/x.go.th\\/h'\">x</div>", "https://x.go.th/h"),
        ("<button onclick=\"location.assign('i.php')\">x</button>", "https://www.example.go.th/ita/i.php"),
        (
            "<select onchange='go()'><option>เลือก<option value='/ita?y=2566'>x</select>",
            "https://www.example.go.th/ita?y=2566"
        ),
        ("<map><area href='j.html' alt='x'></map>", "https://www.example.go.th/ita/j.html"),
    ])
    func addressesAreResolvedAndUnwrapped(markup: String, expected: String) throws {
        let links = try Fixture.document(markup).links
        #expect(links.map { $0.address?.text } == [expected])
        #expect(links.first?.text == "x")
    }

    @Test(arguments: [
        ("<a href='mailto:a@go.th'>x</a>", "mailto:a@go.th"), ("<a href='tel:02'>x</a>", "tel:02"),
        ("<a href='javascript:history.back()'>x</a>", "javascript:history.back()"),
        ("<a href=\"javascript:__doPostBack('ctl00$x','')\">x</a>", "javascript:__doPostBack('ctl00$x','')"),
    ])
    func otherSchemesKeepOnlyTheirTarget(markup: String, target: String) throws {
        let link = try #require(try Fixture.document(markup).links.first)
        #expect(link.address == nil)
        #expect(link.target == target)
    }

    @Test func baseReferenceGovernsAllLinks() throws {
        let document = try Fixture.document("<base target=_top><base href='/root/'><a href='a'>x</a><img src='b.jpg'>")
        #expect(document.links[0].address?.text == "https://www.example.go.th/root/a")
        #expect(document.images[0].address?.text == "https://www.example.go.th/root/b.jpg")
    }

    @Test func pictureLinksTakeTheAlternativeTextAndLabels() throws {
        let link = try #require(
            try Fixture.document(
                "<a href=x title='ดู' aria-label='แผน' download='แผน.pdf'><img src=i.png alt='แผนปี 2566'></a>"
            ).links.first)
        #expect(link.text == "แผนปี 2566")
        #expect(link.label == "ดู แผน แผน.pdf")
    }

    @Test(arguments: [
        ("<ul><li>O1 โครงสร้างหน่วยงาน <a href=x>คลิก</a></ul>", "O1 โครงสร้างหน่วยงาน"),
        ("<ul><li>O1 โครงสร้าง<ul><li><a href=x>คลิก</a></ul></ul>", "O1 โครงสร้าง"),
        ("<p>O1 โครงสร้างหน่วยงาน<br><a href=x>คลิก</a></p>", "O1 โครงสร้างหน่วยงาน"),
        ("<div class=row><div>O1 โครงสร้าง</div><div><a href=x>เปิด</a></div></div><p>อื่น ๆ", "O1 โครงสร้าง"),
        ("<dl><dt>O1 โครงสร้าง<dd><a href=x>เปิด</a></dl>", "O1 โครงสร้าง"),
        ("<table><tr><td>O1 โครงสร้าง<td><a href=x><img src=i.gif></a></table>", "O1 โครงสร้าง"),
        ("<p>ไตรมาส 1 ปี 2566 <a href=x>เปิด</a> ไตรมาส 2 ปี 2566 <a href=y>เปิด</a></p>", "ไตรมาส 1 ปี 2566"),
        (
            "<div><p>O1 โครงสร้าง</p><p><a href=x>เปิด</a></p><p>O2 ผู้บริหาร</p><p><a href=y>เปิด</a></p></div>",
            "O1 โครงสร้าง"
        ),
    ])
    func rowContextNamesTheLink(markup: String, expected: String) throws {
        #expect(try Fixture.document(markup).links.first?.row == expected)
    }

    @Test func rowsOfDivisionsNameTheirButtons() throws {
        let links = try Fixture.page("vendor-div-rows.html").links
        let rows = Dictionary(links.map { ($0.target, $0.row) }, uniquingKeysWith: { first, _ in first })
        #expect(rows["view.php?id=10"] == "O10 แผนดำเนินงานประจำปี")
        #expect(rows["view.php?id=11"] == "O10 แผนดำเนินงานประจำปี")
        #expect(rows["view.php?id=12"] == "O11 รายงานการกำกับติดตาม รอบ 6 เดือน")
        #expect(rows["eservice.php"] == "O17 E-Service")
    }

    @Test func menuLinksTakeNoContextFromTheContent() throws {
        #expect(
            try Fixture.page("wordpress-post.html").links.filter { $0.region == .navigation }.allSatisfy {
                $0.row.isEmpty
            })
    }

    @Test func blocksAndLinksPointAtEachOther() throws {
        for name in ["oit-index-table.html", "vendor-div-rows.html", "wordpress-post.html"] {
            let document = try Fixture.page(name)
            for (index, link) in document.links.enumerated() {
                guard let block = link.block else { continue }
                #expect(document.blocks[block].links.contains(index))
            }
        }
    }

    @Test func linksBeyondTheCapAreDroppedAndTheirTextIsKept() throws {
        let markup = String(repeating: "<a href=a>x</a> ", count: 100_050)
        let document = try Fixture.document("<p>\(markup)")
        #expect(document.links.count == 100_000)
        #expect(document.blocks[0].text.utf8.count == 100_050 * 2 - 1)
    }
}
