import Testing
import ThaiText
import WebEvidence

@testable import Extraction

@Suite("personal data on pages") struct PersonalDataPageTests {
    /// What is found on a page: kind, masked form and place.
    private func found(_ markup: String, furniture: SiteFurniture.Mask? = nil) throws -> [String] {
        let document = try Fixture.document("<meta charset=utf-8>\(markup)")
        return personalData(in: document, furniture: furniture, rules: try bundledPersonalDataRules())
            .map { "\($0.datum.kind) \($0.datum.masked) \($0.place.rawValue)" }
    }

    @Test("a roster of allowance recipients gives away numbers, homes, telephones and accounts")
    func roster() throws {
        let page = """
            <title>อบต.สมมุติ</title><h1>ประกาศรายชื่อผู้มีสิทธิรับเงินเบี้ยยังชีพผู้สูงอายุ ปีงบประมาณ 2566</h1>
            <p>องค์การบริหารส่วนตำบลสมมุติ อำเภอเมือง จังหวัดสมมุติ โทร. 035-000-100</p>
            <table><tr><th>ที่</th><th>ชื่อ-สกุล</th><th>เลขประจำตัวประชาชน</th><th>บ้านเลขที่</th><th>หมู่ที่</th><th>โทรศัพท์</th><th>เลขที่บัญชี</th></tr>
            <tr><td>1</td><td>นายสมหมาย สมมุติ</td><td>1-2345-67890-12-1</td><td>99/1</td><td>4</td><td>080-000-1234</td><td>123-4-56789-0</td></tr>
            <tr><td>2</td><td>นางสมศรี สมมุติ</td><td>๓๔๕๖๗๘๙๐๑๒๓๔๗</td><td>7</td><td>4</td><td>-</td><td>-</td></tr></table>
            <p>สอบถามเพิ่มเติม นางสาวสมใจ สมมุติ นักพัฒนาชุมชน โทร. 080-000-9999</p>
            """
        #expect(
            try found(page) == [
                "citizenNumber 1-2345-xxxxx-xx-x table", "homeAddress xx/x table", "telephone 080-xxx-xxxx table",
                "bankAccount 123-x-xxxxx-x table", "citizenNumber ๓๔๕๖๗xxxxxxxx table", "homeAddress x table",
            ])
    }

    @Test("a list of citizens without columns of numbers is known by the heading above it")
    func rosterByHeading() throws {
        let rows = """
            <table><tr><th>ที่</th><th>ชื่อ-สกุล</th><th>ที่อยู่</th><th>โทร</th></tr>
            <tr><td>1</td><td>สมหมาย สมมุติ</td><td>12/3 หมู่ 4 ต.สมมุติ</td><td>080 000 1234</td></tr></table>
            """
        let expected = ["homeAddress xx/x หมู่ x table", "telephone 080 xxx xxxx table"]
        #expect(try found("<h2>ทะเบียนผู้พิการ ตำบลสมมุติ</h2>\(rows)") == expected)
        #expect(try found("<p>บัญชีรายชื่อผู้ประสบภัย</p>\(rows)") == expected)
        #expect(try found("<title>รายชื่อผู้สมัครเข้าเรียน</title>\(rows)") == expected)
        let names = """
            <table><tr><th>ที่</th><th>ชื่อ-สกุล</th><th>โทร</th></tr>
            <tr><td>1</td><td>สมหมาย สมมุติ</td><td>080 000 1234</td></tr></table>
            """
        #expect(try found("<h2>รายชื่อผู้สูงอายุ</h2>\(names)") == ["telephone 080 xxx xxxx table"])
        for heading in ["จุดรับลงทะเบียนผู้สูงอายุ", "รายชื่อผู้ดูแลผู้สูงอายุ", "รายชื่อ ชมรมผู้สูงอายุ", "ทำเนียบผู้นำ", "ผู้สูงอายุ"] {
            #expect(try found("<h2>\(heading)</h2>\(names)") == [])
        }
        #expect(try found("<h2>รายชื่อคณะกรรมการศูนย์พัฒนาเด็กเล็ก</h2>\(rows)").allSatisfy { $0.hasPrefix("home") })
        #expect(try found("<h2>ทำเนียบ อสม.</h2>\(rows)").allSatisfy { $0.hasPrefix("home") })
    }

    @Test("a staff directory, a contact page and a footer hold nothing private")
    func directory() throws {
        let page = """
            <h1>บุคลากร สำนักปลัด</h1>
            <table><tr><th>ชื่อ-สกุล</th><th>ตำแหน่ง</th><th>โทรศัพท์</th></tr>
            <tr><td>นายสมหมาย สมมุติ</td><td>ปลัดองค์การบริหารส่วนตำบล</td><td>080-000-1234</td></tr>
            <tr><td>นางสมศรี สมมุติ</td><td>นักวิชาการเงินและบัญชี</td><td>08-0000-1235</td></tr></table>
            <div><p>นายสมชาย สมมุติ</p><p>นายกองค์การบริหารส่วนตำบลสมมุติ</p><p>โทร. 080-000-1236</p></div>
            <h2>ติดต่อเรา</h2><p>องค์การบริหารส่วนตำบลสมมุติ เลขที่ 99 หมู่ที่ 4 ตำบลสมมุติ อำเภอเมือง จังหวัดสมมุติ 13160</p>
            <p>โทรศัพท์ 035-000-100 โทรสาร 035-000-101 สายด่วน 080-000-1237 เลขประจำตัวผู้เสียภาษี 0994000000006</p>
            <p>ผู้ร้องเรียนติดต่อ นายสมชาย สมมุติ นายกองค์การบริหารส่วนตำบล โทร. 080-000-1236</p>
            <footer>ชำระค่าธรรมเนียม ธนาคารกรุงไทย เลขที่บัญชี 123-4-56789-0 ชื่อบัญชี องค์การบริหารส่วนตำบลสมมุติ</footer>
            """
        #expect(try found(page) == [])
    }

    @Test("procurement tables with companies' numbers and addresses hold nothing private, a shopkeeper's number is one")
    func procurement() throws {
        let page = """
            <h1>สรุปผลการดำเนินการจัดซื้อจัดจ้าง (สขร.1) เดือน มกราคม 2566</h1>
            <table><tr><th>ลำดับ</th><th>งานที่จัดซื้อจัดจ้าง</th><th>วงเงิน</th><th>ผู้ได้รับการคัดเลือก</th><th>เลขประจำตัวผู้เสียภาษี</th><th>เลขที่โครงการ</th><th>เลขคุมสัญญา</th></tr>
            <tr><td>1</td><td>ก่อสร้างถนน คสล. จากบ้านเลขที่ 12/3 ถึงบ้าน นายสมชาย สมมุติ หมู่ที่ 4</td><td>498,000.00</td><td>บริษัท สมมุติก่อสร้าง จำกัด เลขที่ 5 หมู่ 2 ต.สมมุติ</td><td>0105555555554</td><td>66017000001</td><td>660100000001</td></tr>
            <tr><td>2</td><td>จ้างเหมาบริการ</td><td>9,000.00</td><td>นายสมหมาย สมมุติ</td><td>1234567890121</td><td>66017000002</td><td>1234567890121</td></tr>
            </table><p>หนังสือ ISBN 978-616-00-0000-1 รหัสสินค้า 8850000000009 หมายเลขครุภัณฑ์ 1234567890121</p>
            """
        #expect(try found(page) == ["citizenNumber 12345xxxxxxxx table"])
    }

    @Test("a complaint gives the complainant away, in lines as well as in rows")
    func complaint() throws {
        let lines = """
            <h2>บันทึกเรื่องร้องเรียน</h2><p>เรียน นายกองค์การบริหารส่วนตำบลสมมุติ</p><p>ชื่อผู้ร้อง: นายสมหมาย สมมุติ</p>
            <p>ที่อยู่ 99/1 หมู่ 4 ตำบลสมมุติ</p><p>โทรศัพท์ 080-000-1234</p><p>เรื่อง ไฟฟ้าสาธารณะดับ</p>
            """
        let expected = ["homeAddress xx/x หมู่ x body", "telephone 080-xxx-xxxx body"]
        #expect(try found(lines) == expected)
        let rows = """
            <table><tr><td>ผู้ร้องเรียน</td><td>นายสมหมาย สมมุติ</td></tr>
            <tr><td>ที่อยู่</td><td>99/1 หมู่ 4 ตำบลสมมุติ</td></tr><tr><td>โทรศัพท์</td><td>080-000-1234</td></tr></table>
            """
        #expect(try found(rows) == expected.map { $0.replacing("body", with: "table") })
        let officer = "<p>ผู้รับเรื่อง เจ้าหน้าที่ นายสมชาย สมมุติ</p><p>โทรศัพท์ 080-000-1235</p>"
        #expect(try found(lines + officer) == expected)
    }

    @Test("an account is private when a person holds it, and not when the agency does")
    func transfer() throws {
        let person = """
            <h2>การโอนเงิน</h2><p>ธนาคารกรุงไทย สาขาสมมุติ</p><p>เลขที่บัญชี 123-4-56789-0</p><p>ชื่อบัญชี นางสาวสมใจ สมมุติ</p>
            """
        #expect(try found(person) == ["bankAccount 123-x-xxxxx-x body"])
        let agency = person.replacing("นางสาวสมใจ สมมุติ", with: "เงินรายได้ เทศบาลตำบลสมมุติ")
        #expect(try found(agency) == [])
    }

    @Test("titles, labels, pictures' texts and names of files are looked at, numbers of posts and times are not")
    func otherPlaces() throws {
        #expect(try found("<title>ใบสมัคร 1-2345-67890-12-1</title>") == ["citizenNumber 1-2345-xxxxx-xx-x title"])
        #expect(
            try found("<p><a href='/f/1234567890121_form.pdf'>ใบสมัคร</a>") == ["citizenNumber 12345xxxxxxxx file-name"])
        #expect(
            try found("<p><a href='a.pdf' title='1-2345-67890-12-1'>เปิด</a>") == [
                "citizenNumber 1-2345-xxxxx-xx-x link"
            ])
        #expect(try found("<p><a href='a.pdf'>1-2345-67890-12-1</a>") == ["citizenNumber 1-2345-xxxxx-xx-x link"])
        #expect(try found("<img src='x.jpg' alt='บัตร 1234567890121'>") == ["citizenNumber 12345xxxxxxxx image"])
        #expect(try found("<h3>1-2345-67890-12-1</h3>") == ["citizenNumber 1-2345-xxxxx-xx-x heading"])
        #expect(try found("<p><a href='/f/1672531200129.pdf'>ประกาศ</a><img src='/f/1700000000000.jpg'>") == [])
        #expect(try found("<p><a href='/posts/1234567890121'>ข่าว</a>") == [])
        #expect(try found("<p><a href='/f/12_1234567890121_34.jpg'>ภาพ</a>") == [])
    }

    @Test("furniture is left out")
    func furniture() throws {
        let page = "<p>1-2345-67890-12-1</p><p>3-4567-89012-34-7</p>"
        let mask = SiteFurniture.Mask(blocks: [true, false], links: [], images: [], forms: [])
        #expect(try found(page, furniture: mask) == ["citizenNumber 3-4567-xxxxx-xx-x body"])
    }

    @Test(
        "an address is looked at for a citizen's number in its file name, or called so in its query",
        arguments: [
            ("https://www.example.go.th/f/1234567890121.pdf", 1),
            ("https://www.example.go.th/f/1-2345-67890-12-1-scan.pdf", 1),
            ("https://www.example.go.th/view.php?idcard=1234567890121", 1),
            ("https://www.example.go.th/view.php?id=1234567890121", 0),
            ("https://www.example.go.th/f/1672531200129.pdf", 0),
            ("https://www.example.go.th/1234567890121/list.pdf", 0), ("https://www.example.go.th/", 0),
        ])
    func addresses(_ address: String, _ count: Int) throws {
        let data = personalData(in: try PageAddress(address), rules: try bundledPersonalDataRules())
        #expect(data.count == count && data.allSatisfy { $0.place == .address })
    }
}
