import Testing
import WebEvidence

@testable import Extraction

@Suite struct BlockTests {
    private func texts(_ markup: String) throws -> [String] { try Fixture.document(markup).blocks.map(\.text) }

    @Test(arguments: [
        ("<p>ก&nbsp;&nbsp;ข\n\tค</p>", ["ก ข ค"]),
        ("<P>ก<P>ข<UL><LI>ค<LI>ง</UL>", ["ก", "ข", "ค", "ง"]),
        ("<div>ก<br>ข<br><br>ค</div>", ["ก ข", "ค"]),
        ("<div>ก<br> &nbsp; <br/>ข</div>", ["ก", "ข"]),
        ("<p>ก\u{200B}ข</p>", ["ก\u{200B}ข"]),
        ("<p>&#3585;&amp;&lt;b&gt;</p>", ["ก&<b>"]),
        ("<p>a<b>b</b>c <i>d</i></p>", ["abc d"]),
        ("<body>ก</body></html>หลัง <p>ท้าย", ["ก", "หลัง", "ท้าย"]),
        (
            "<script>var ก</script><style>ข</style><template>ค</template><textarea>ง</textarea><noscript>จ</noscript>ฉ",
            ["ฉ"]
        ),
        ("<svg><text>ก</text><title>ข</title></svg>ค", ["ค"]),
        ("<dl><dt>ก<dd>ข</dl>", ["ก", "ข"]),
        ("<p>ก<!-- <p>ข</p> -->ค</p>", ["กค"]),
        ("", []),
    ])
    func everyRunOfTextOnceInReadingOrder(markup: String, expected: [String]) throws {
        #expect(try texts(markup) == expected)
    }

    @Test func textAfterNulBytesIsKept() throws {
        let body = Array("<p>ก".utf8) + [0, 0] + Array("ข</p><p>ค</p>".utf8)
        let document = extractedDocument(
            body: body, contentType: "text/html", lastModified: nil, address: try Fixture.address())
        #expect(document.blocks.map(\.text) == ["กข", "ค"])
    }

    @Test func sixHundredNestedDivisionsLoseNothing() throws {
        let markup = String(repeating: "<div>", count: 600) + "ลึก" + String(repeating: "</div>", count: 600) + "<p>หลัง"
        #expect(try texts(markup) == ["ลึก", "หลัง"])
    }

    @Test func headingPathsNestAndEndWithTheirLevel() throws {
        let document = try Fixture.document("<h1>ก</h1><p>1<h2>ข</h2><p>2<h3>ค</h3><p>3<h2>ง</h2><p>4")
        let paths = document.blocks.filter { !$0.isHeading }.map { $0.headingPath.map { document.blocks[$0].text } }
        #expect(paths == [["ก"], ["ก", "ข"], ["ก", "ข", "ค"], ["ก", "ง"]])
    }

    @Test(arguments: [
        "<fieldset><legend>หัวข้อ</legend><p>เนื้อหา</p></fieldset>",
        "<details><summary>หัวข้อ</summary><p>เนื้อหา</p></details>",
        "<div class='card'><div class='card-header'>หัวข้อ</div><div class='card-body'>เนื้อหา</div></div>",
        "<div class='panel'><div class='panel-heading'><a href='#x'>หัวข้อ</a></div><div class='panel-body'>เนื้อหา</div></div>",
        "<p><strong>หัวข้อ</strong></p><p>เนื้อหา</p>",
        "<p><b><font size=4>หัวข้อ</font></b></p><p>เนื้อหา</p>",
        "<div style='font-weight: bold'>หัวข้อ</div><p>เนื้อหา</p>",
        "<div class='elementor-tab-title' role='button'>หัวข้อ</div><div class='elementor-tab-content'>เนื้อหา</div>",
        "<button class='accordion'>หัวข้อ</button><div class='panel'>เนื้อหา</div>",
        "<table><tr><td><b>หัวข้อ</b></td></tr><tr><td>เนื้อหา</td></tr></table>",
        "<div role='heading' aria-level='3'>หัวข้อ</div><p>เนื้อหา</p>",
    ])
    func titlesWithoutHeadingMarkupAreHeadings(markup: String) throws {
        let document = try Fixture.document(markup)
        let content = try #require(document.blocks.first { $0.text == "เนื้อหา" })
        #expect(content.headingPath.map { document.blocks[$0].text } == ["หัวข้อ"])
        #expect(document.blocks.first?.kind == .heading(level: 3))
    }

    @Test(arguments: [
        "<p><strong>คำเน้น</strong> ในประโยค</p>",
        "<div class='title'><a href='news.php?id=1'>ข่าวหนึ่ง</a></div>",
        "<ul><li><b>รายการ</b></li></ul>",
    ])
    func emphasisAndLinkedTitlesAreNoHeadings(markup: String) throws {
        #expect(try Fixture.document(markup).blocks.allSatisfy { !$0.isHeading })
    }

    @Test func panelHeadingsEndWithTheirPanel() throws {
        let document = try Fixture.page("oit-index-accordion.html")
        let after = try #require(document.blocks.last)
        #expect(after.text.hasPrefix("ติดต่อสอบถาม"))
        #expect(after.headingPath.map { document.blocks[$0].text } == ["การประเมินคุณธรรมและความโปร่งใส ITA 2566"])
    }

    @Test(arguments: [
        ("years-in-tabs.html", "/dl.php?id=66", "ปี 2566"), ("years-in-tabs.html", "/dl.php?id=65", "ปี 2565"),
        ("years-in-script-tabs.html", "r66.pdf", "ปีงบประมาณ 2566"),
        ("years-in-script-tabs.html", "r65.pdf", "ปีงบประมาณ 2565"),
        ("oit-index-accordion.html", "o1.pdf", "O1 โครงสร้างหน่วยงาน"),
        ("oit-index-accordion.html", "o2.pdf", "O2 ข้อมูลผู้บริหาร"),
    ])
    func linksInPanelsStandUnderTheirTab(page: String, target: String, tab: String) throws {
        let link = try #require(try Fixture.page(page).links.first { $0.target == target })
        #expect(link.headings.last == tab)
    }

    @Test(arguments: [
        "<ul class=tabs><li data-tab=t1>ปี 2566</li><li data-tab=t2>ปี 2565</li></ul>",
        "<ul class=nav-pills><li><a href='#t1'>ปี 2566</a></li><li><a href='#t2'>ปี 2565</a></li></ul>",
        "<div role=tablist><div role=tab aria-controls=t1>ปี 2566</div><div role=tab aria-controls=t2>ปี 2565</div></div>",
    ])
    func tabLabelsOfEveryMake(labels: String) throws {
        let document = try Fixture.document(
            "\(labels)<div id=t1 class=pane>แผน ก</div><div id=t2 class=pane>แผน ข</div><p>ท้าย")
        let headings = document.blocks.filter { !$0.isHeading }.map { $0.headingPath.map { document.blocks[$0].text } }
        #expect(headings == [["ปี 2566"], ["ปี 2565"], []])
    }

    @Test func hiddenPanelsAreReadAndHiddenPopupsAreNot() throws {
        let all = try Fixture.page("years-in-tabs.html").blocks.map(\.text).joined(separator: "\n")
        #expect(all.utf8.count > 0 && !all.contains("ประกาศวันหยุด"))
        let kept = try texts(
            "<div class='tab-pane' hidden>ก</div><div class='popup' hidden>ข</div><div style='display:none'>ค</div>")
        #expect(kept == ["ก", "ค"])
    }

    @Test(arguments: [
        ("<nav>x</nav>", TextBlock.Region.navigation), ("<div role='navigation'>x</div>", .navigation),
        ("<div class='mainMenu'>x</div>", .navigation), ("<div id='left_menu'>x</div>", .navigation),
        ("<ol class='breadcrumb'><li>x</ol>", .navigation), ("<header>x</header>", .header),
        ("<div class='site-header'>x</div>", .header), ("<header><nav>x</nav></header>", .navigation),
        ("<footer>x</footer>", .footer), ("<div id='footer'>x</div>", .footer), ("<aside>x</aside>", .aside),
        ("<marquee>x</marquee>", .header),
        ("<div class='right-sidebar'>x</div>", .aside), ("<div role='contentinfo'>x</div>", .footer),
        ("<main><header>x</header></main>", .main), ("<article><footer>x</footer></article>", .main),
        ("<div class='page-header'>x</div>", .main), ("<div class='has-sidebar'>x</div>", .main),
        ("<div class='card-footer'>x</div>", .main), ("<ul class='nav nav-tabs'><li><a href='#a'>x</a></ul>", .main),
        ("<div class='content'>x</div>", .main), ("<body class='sidebar'><p>x</p>", .main),
    ])
    func regionsByStructure(markup: String, region: TextBlock.Region) throws {
        #expect(try Fixture.document(markup).blocks.first { $0.text == "x" }?.region == region)
    }

    @Test func aListOfShortLinksBeforeTheContentIsAMenu() throws {
        let menu = ["หน้าแรก", "ข่าว", "ติดต่อ", "ประวัติ", "กิจกรรม"].map { "<li><a href='/\($0)'>\($0)</a></li>" }.joined()
        let document = try Fixture.document("<ul>\(menu)</ul><p>เนื้อหาของหน้านี้</p>")
        #expect(document.blocks.map(\.region) == Array(repeating: .navigation, count: 5) + [.main])
    }

    @Test func aListOfItemsOrFilesIsContent() throws {
        let items = (1...8).map { "<li><a href='/o\($0)'>O\($0) ข้อมูล</a></li>" }.joined()
        #expect(try Fixture.document("<ul>\(items)</ul><p>ท้าย</p>").blocks.allSatisfy { $0.region == .main })
    }

    @Test func aPageOfNothingButLinksKeepsThemAsContent() throws {
        let menu = ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า"].map { "<li><a href='/\($0)'>\($0)</a></li>" }.joined()
        #expect(try Fixture.document("<h1>รวมลิงก์</h1><ul>\(menu)</ul>").links.allSatisfy { $0.region == .main })
    }

    @Test func headingsOfTheContentDoNotReachTheFooter() throws {
        let document = try Fixture.page("wordpress-post.html")
        #expect(document.blocks.last?.region == .footer)
        #expect(document.blocks.last?.headingPath == [])
    }

    @Test("what a page says under its heading to browsers without scripts is read, above all headings not")
    func noScript() throws {
        let document = try Fixture.document(
            "<noscript>เปิดใช้งานสคริปต์ของทั้งเว็บไซต์</noscript><h1>ทำเนียบผู้บริหาร</h1>"
                + "<div id=list></div><noscript>กรุณาเปิดใช้งาน JavaScript เพื่อดูรายชื่อ</noscript>")
        #expect(document.blocks.map(\.text) == ["ทำเนียบผู้บริหาร", "กรุณาเปิดใช้งาน JavaScript เพื่อดูรายชื่อ"])
        #expect(document.blocks.last?.headingPath == [0])
    }
}
