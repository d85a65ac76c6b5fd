import Testing
import WebEvidence

@testable import Extraction

@Suite struct FurnitureTests {
    typealias Page = (address: PageAddress, document: ExtractedDocument)

    private func page(_ path: String, _ body: String, host: String = "www.example.go.th") throws -> Page {
        let address = try PageAddress("https://\(host)\(path)")
        let bytes = Array("<!DOCTYPE html><meta charset=utf-8><title>อบต.</title><body>\(body)".utf8)
        return (address, extractedDocument(body: bytes, contentType: "text/html", lastModified: nil, address: address))
    }

    /// The texts of a page that are not furniture.
    private func content(_ furniture: SiteFurniture, _ page: Page) throws -> [String] {
        let mask = try #require(furniture.masks[page.address.text])
        #expect(mask.blocks.count == page.document.blocks.count)
        #expect(mask.links.count == page.document.links.count)
        return zip(page.document.blocks, mask.blocks).filter { !$1 }.map(\.0.text)
    }

    /// A site of the old kind: menus, banner and counter in tables, nothing marked as such.
    private func oldSite() throws -> [Page] {
        let bodies = [
            "<b>โครงสร้างส่วนราชการ</b><br><br>สำนักปลัด กองคลัง กองช่าง",
            "<b>แผนการจัดซื้อจัดจ้าง</b><br><br>ประจำปี 2566 <a href=plan.pdf>เปิด</a>",
            "<b>ข้อมูลผู้บริหาร</b><br><br>นายสมชาย ใจดี นายก อบต.",
            "<b>รายงานผล</b><br><br>รอบ 6 เดือน ปี 2566",
            "<b>ถามตอบ</b><br><br>สอบถามเรื่องภาษีได้ที่กองคลัง",
        ]
        return try bodies.enumerated().map { index, body in
            try page(
                "/p\(index).php",
                """
                <table><tr><td><table><tr><td><a href=/>หน้าแรก</a></td></tr><tr><td><a href=/ita>ITA</a></td></tr>
                <tr><td><a href=/news>ข่าวประชาสัมพันธ์</a></td></tr></table><img src=banner.jpg width=900 height=200></td>
                <td>\(body)</td></tr><tr><td colspan=2>99 หมู่ 1 โทร 02-000-0000</td></tr>
                <tr><td colspan=2>ผู้เข้าชม \(1_000 + index * 37) คน</td></tr>
                <tr><td colspan=2>สงวนลิขสิทธิ์ อบต.ตัวอย่าง</td></tr></table>
                """)
        }
    }

    @Test func menusContactsAndCountersOfAnUnstructuredSiteAreFurniture() throws {
        let site = try oldSite()
        let furniture = siteFurniture(of: site)
        #expect(try content(furniture, site[0]) == ["โครงสร้างส่วนราชการ", "สำนักปลัด กองคลัง กองช่าง"])
        #expect(try content(furniture, site[1]) == ["แผนการจัดซื้อจัดจ้าง", "ประจำปี 2566 เปิด"])
        let mask = try #require(furniture.masks[site[1].address.text])
        #expect(mask.images == [true])
        let kept = zip(site[1].document.links, mask.links).filter { !$1 }.map(\.0.text)
        #expect(kept == ["เปิด"])
    }

    @Test func theOrderOfPagesDoesNotMatter() throws {
        var site = try oldSite() + (1...4).map { try page("/post\($0)", post($0)) }
        let expected = siteFurniture(of: site)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20 {
            site.shuffle(using: &generator)
            #expect(siteFurniture(of: site) == expected)
        }
    }

    @Test func theSamePageUnderManyAddressesKeepsItsContent() throws {
        let body = "<h1>แผนดำเนินงาน</h1><p>แผนดำเนินงานประจำปี 2566</p><p>โครงการก่อสร้างถนน</p><a href=a.pdf>เปิด</a>"
        let pages = try (1...6).map { try page("/plan?ref=\($0)", body) }
        let furniture = siteFurniture(of: pages)
        for page in pages { #expect(try content(furniture, page) == page.document.blocks.map(\.text)) }
    }

    private func post(_ number: Int) -> String {
        """
        <nav><a href=/>หน้าแรก</a></nav><h1>ประกาศผู้ชนะการเสนอราคา ครั้งที่ \(number)</h1>
        <p>ตามที่องค์การบริหารส่วนตำบลได้มีโครงการจัดซื้อวัสดุสำนักงาน</p><p>โดยวิธีเฉพาะเจาะจง นั้น</p>
        <p>การจัดซื้อดังกล่าวเป็นไปตามระเบียบกระทรวงการคลัง</p><a href="win\(number).pdf">ดาวน์โหลด</a><footer>อบต.</footer>
        """
    }

    @Test func nearIdenticalPostsKeepTheirContent() throws {
        let pages = try (1...6).map { try page("/post\($0)", post($0)) }
        let furniture = siteFurniture(of: pages)
        #expect(try content(furniture, pages[2]).count == 5)
    }

    @Test func nearIdenticalPostsAmongOtherPagesKeepTheirContent() throws {
        let posts = try (1...6).map { try page("/post\($0)", post($0)) }
        let others = ["โครงสร้าง", "ผู้บริหาร"].map {
            "<nav><a href=/>หน้าแรก</a></nav><h1>\($0)</h1><p>เนื้อหา\($0)</p><footer>อบต.</footer>"
        }
        let all = try posts + others.enumerated().map { try page("/x\($0)", $1) }
        #expect(try content(siteFurniture(of: all), posts[0]).count == 5)
    }

    @Test func tablesOfSeveralYearsAreContent() throws {
        func year(_ year: Int) -> String {
            """
            <nav><a href=/>หน้าแรก</a></nav><h2>แผนการจัดซื้อจัดจ้าง ปี \(year)</h2><table><tr><th>ที่<th>รายการ<th>เอกสาร</tr>
            <tr><td>1<td>รถบรรทุก<td><a href="a\(year).pdf">เปิด</a></tr><tr><td>2<td>กล้อง<td><a href="b\(year).pdf">เปิด</a></table>
            """
        }
        let pages = try (2564...2568).map { try page("/y\($0)", year($0)) }
        #expect(try content(siteFurniture(of: pages), pages[2]).count == 10)
    }

    @Test func twoPagesThatShareAHeadingDoNotMakeItFurniture() throws {
        let pages = try ["ก", "ข"].map { try page("/\($0)", "<h2>การเปิดเผยข้อมูล</h2><p>เนื้อหา \($0)</p>") }
        #expect(try content(siteFurniture(of: pages), pages[0]) == ["การเปิดเผยข้อมูล", "เนื้อหา ก"])
    }

    @Test func aSinglePageIsJudgedByStructureAlone() throws {
        let one = try page(
            "/a",
            "<header>อบต.</header><nav><a href=/>หน้าแรก</a></nav><main><p>เนื้อหา</p></main><aside>ข้าง</aside><footer>ท้าย</footer>"
        )
        #expect(try content(siteFurniture(of: [one]), one) == ["เนื้อหา"])
    }

    @Test func anAsideThatIsNotRepeatedIsContent() throws {
        let pages = try (1...4).map {
            try page(
                "/\($0)",
                "<p>เนื้อหา\($0) ของหน้า</p><aside><p>เอกสารแนบ \(["ก", "ข", "ค", "ง"][$0 - 1])</p><p>ปฏิทิน</p></aside>")
        }
        #expect(try content(siteFurniture(of: pages), pages[0]) == ["เนื้อหา1 ของหน้า", "เอกสารแนบ ก"])
    }

    @Test func hostsAreComparedOnlyWithThemselves() throws {
        let mine = try oldSite()
        let other = try (1...5).map { try page("/\($0)", "<p>สำนักปลัด กองคลัง กองช่าง</p>", host: "other.go.th") }
        #expect(try content(siteFurniture(of: mine + other), mine[0]).contains("สำนักปลัด กองคลัง กองช่าง"))
    }

    @Test func repeatedFormsAreFurnitureAndTheOwnFormIsNot() throws {
        let search = "<form action=/find><input name=q></form>"
        let pages = try (1...4).map { number in
            let own = number == 1 ? "<form method=post action=/send><textarea name=t></textarea></form>" : ""
            return try page("/\(number)", "\(search)<p>หน้า \(["ก", "ข", "ค", "ง"][number - 1])</p>\(own)")
        }
        #expect(siteFurniture(of: pages).masks[pages[0].address.text]?.forms == [true, false])
    }
}
