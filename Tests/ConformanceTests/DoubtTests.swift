import Checklists
import Findings
import GradingCore
import Testing

/// What the shipped rules leave to a person, and what they do not, as one thing on a page changes.
@Suite struct DoubtTests {
    private static let agency = "องค์การบริหารส่วนตำบลทุ่งกระโจม"

    private func finding(
        _ topic: String, _ title: String, _ body: String, year: Int = 2566, agency: String = DoubtTests.agency,
        type: String = "sao", site: String? = nil
    ) throws -> ItemFinding {
        let list = try #require(Corpus.library.year(year))
        let item = try #require(list.items.first { $0.topic == TopicID(topic) })
        let html = """
            <html><head><title>\(title) - \(site ?? agency)</title></head><body><main><h1>\(title)</h1>\(body)</main>
            </body></html>
            """
        let findings = try Corpus.findings(
            page: Array(html.utf8), url: "http://www.doubt.example/page.php?id=5", items: [item], list: list,
            agency: TopicCase.AgencyOfCase(name: agency, type: type), asOf: "\(year - 543)-05-15")
        return try #require(findings.first)
    }

    private static func lines(_ texts: [String]) -> String { texts.map { "<p>\($0)</p>" }.joined() }

    // MARK: Forms of which only words are there

    private static let channel = "ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"
    private static let labels = ["ชื่อ-นามสกุล ผู้แจ้ง", "โทรศัพท์ / อีเมล", "ผู้ถูกร้องเรียน", "รายละเอียดพฤติการณ์"]

    @Test("labels and a button without a form leave open whether it sends; labels alone are no form")
    func drawnForm() throws {
        let drawn = try finding("complaint-channel", Self.channel, Self.lines(Self.labels + ["ส่งข้อมูล"]))
        #expect(drawn.verdict == .undecided)
        let starred = try finding("complaint-channel", Self.channel, Self.lines(Self.labels.map { $0 + " *" }))
        #expect(starred.verdict == .undecided)
        let paper = try finding("complaint-channel", Self.channel, Self.lines(Self.labels))
        #expect(paper.verdict != .satisfied && paper.elements.contains { $0.verdict == .unsatisfied })
    }

    // MARK: Tables that came as lines

    private static let plan = "แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2566"
    private static let rows = [
        "1 ครุภัณฑ์คอมพิวเตอร์ 2 เครื่อง 48,000 เฉพาะเจาะจง พ.ย. 2565", "2 ก่อสร้างรางระบายน้ำ หมู่ 4 498,000 e-bidding ม.ค. 2566",
        "3 จ้างเหมาดูแลสวน 96,000 เฉพาะเจาะจง ต.ค. 2565",
    ]

    @Test("a table that came as lines is a table; its head without rows, or without a column, is none")
    func lineTable() throws {
        func verdict(_ lines: [String]) throws -> Verdict {
            try finding("procurement-plan", Self.plan, Self.lines(lines)).verdict
        }
        let head = "ลำดับ รายการ วงเงิน วิธี ช่วงเวลา"
        #expect(try verdict([head] + Self.rows) == .satisfied)
        #expect(try verdict(["ลำดับ", "รายการ", "วงเงิน", "วิธี"] + Self.rows) == .satisfied)
        #expect(try verdict([head]) != .satisfied)
    }

    // MARK: Whose it is

    private static let policy = """
        <p>ผู้ว่าราชการจังหวัดภูดาวเรือง ประชุมประชาคมเพื่อรับฟังความเห็นต่อแผนพัฒนา วันที่ 14 มกราคม 2566 ประเด็นคือน้ำแล้ง</p>
        <p>ผู้เข้าร่วม 155 คน เป็นผู้แทนทุกอำเภอของจังหวัดภูดาวเรือง ที่ประชุมเห็นชอบให้ขุดลอกหนองน้ำ</p>
        <p>จังหวัดภูดาวเรืองนำผลไปบรรจุในแผนปีถัดไป</p>
        """

    @Test("another province's document is another agency's, the own province's is not")
    func province() throws {
        let title = "การเปิดโอกาสให้เกิดการมีส่วนร่วม จังหวัดภูดาวเรือง"
        let other = try finding(
            "participation", title, Self.policy, agency: "จังหวัดเวียงสมุทร", type: "province", site: "หน้าแรก")
        #expect(other.verdict != .satisfied && other.reasons.first?.code == .otherAgency)
        let own = try finding("participation", title, Self.policy, agency: "จังหวัดภูดาวเรือง", type: "province")
        #expect(own.verdict == .satisfied)
    }

    @Test("the website of a bank that names the agency nowhere is left to a person")
    func foreign() throws {
        func verdict(_ heading: String, site: String) throws -> Verdict {
            try finding(
                "procurement-plan", heading, Self.lines(["ลำดับ รายการ วงเงิน วิธี ช่วงเวลา"] + Self.rows), site: site
            ).verdict
        }
        #expect(try verdict(Self.plan, site: "ธนาคารดอกปีบสมมุติ") == .undecided)
        #expect(try verdict("\(Self.plan) \(Self.agency)", site: "ธนาคารดอกปีบสมมุติ") == .satisfied)
    }

    // MARK: Time

    private static let results = """
        <table><tr><th>โครงการ</th><th>งบประมาณ</th><th>เบิกจ่าย</th><th>ผลการดำเนินงาน</th></tr>
        <tr><td>อบรมคุณธรรมแก่บุคลากร</td><td>40,000</td><td>38,000</td><td>อบรมแล้ว 52 คน</td></tr>
        <tr><td>เผยแพร่ราคากลางทุกโครงการ</td><td>0</td><td>0</td><td>เผยแพร่ 22 โครงการ</td></tr></table>
        """

    @Test("a report on the year that says it ends in March lacks the other half")
    func halfOfTheYear() throws {
        func reasons(_ line: String) throws -> [ReasonCode] {
            try finding(
                "anticorruption-report", "รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต ประจำปี 2565",
                "<p>\(line)</p>" + Self.results
            ).reasons.map(\.code)
        }
        #expect(try reasons("ระหว่างวันที่ 1 ตุลาคม 2564 ถึง 31 มีนาคม 2565") == [.periodIncomplete])
        #expect(try reasons("ระหว่างวันที่ 1 ตุลาคม 2564 ถึง 30 กันยายน 2565") == [.satisfied])
        #expect(try reasons("รายงานทั้งปี") == [.satisfied])
    }

    @Test("a declaration signed longer ago than a term of office is left to a person")
    func oldSignature() throws {
        func verdict(_ day: String) throws -> Verdict {
            try finding(
                "integrity-declaration", "ประกาศเจตจำนงสุจริตในการบริหารงาน",
                """
                <p>ข้าพเจ้า ในฐานะนายกองค์การบริหารส่วนตำบลทุ่งกระโจม ขอแสดงเจตจำนงว่าจะบริหารงานด้วยความซื่อสัตย์สุจริต โปร่งใส ตรวจสอบได้</p>
                <p>ประกาศ ณ วันที่ \(day)</p><p>(นายสมมุติ ลองลงนาม)</p><p>นายกองค์การบริหารส่วนตำบลทุ่งกระโจม</p>
                """, year: 2563
            ).verdict
        }
        #expect(try verdict("9 ธันวาคม พ.ศ. 2562") == .satisfied)
        #expect(try verdict("9 ธันวาคม พ.ศ. 2557") == .undecided)
    }

    // MARK: What is said in any words

    @Test("the use of a result may be told in other words on a long page, not where nothing else is told")
    func toldFreely() throws {
        let told = """
            <p>องค์การบริหารส่วนตำบลทุ่งกระโจมจัดประชุมประชาคมเพื่อรับฟังความเห็น เรื่องการจัดเก็บขยะ เมื่อวันที่ 14 ธันวาคม 2565 ณ หอประชุม
            มีผู้เข้าร่วม 188 คน เป็นตัวแทนครัวเรือนทุกหมู่บ้าน ที่ประชุมมีมติให้เก็บขยะหมู่บ้านละสองวันต่อสัปดาห์</p>
            """
        let finding = try finding("participation", "การเปิดโอกาสให้เกิดการมีส่วนร่วม", told)
        #expect(finding.verdict == .undecided && finding.reasons.map(\.code) == [.lowConfidence])
        #expect(finding.reasons.first?.message.en.contains("How the result is used") == true)
        let bare = try self.finding("participation", "การเปิดโอกาสให้เกิดการมีส่วนร่วม", "<p>ประชุมวันที่ 14 ธันวาคม 2565</p>")
        #expect(bare.verdict != .satisfied && bare.reasons.first?.code != .lowConfidence)
    }

    // MARK: What is there under no name, or named and not there

    @Test("a page under no known name that holds what is asked for is left to a person, another page is not")
    func nameless() throws {
        let told = """
            <p>ประชุมเมื่อวันที่ 8 กุมภาพันธ์ 2566 ศาลาหมู่ 6 เรื่องที่หารือคือน้ำประปาขุ่น มีผู้แทนทุกหมู่บ้าน 101 คน เข้าร่วม</p>
            <p>ที่ประชุมมีมติให้ติดตั้งถังกรอง กองช่างนำไปจัดทำโครงการแล้ว</p>
            """
        let held = try finding("participation", "น้ำใสไหลดี", told)
        #expect(held.verdict == .undecided && held.reasons.map(\.code) == [.lowConfidence])
        let other = try finding("participation", "น้ำใสไหลดี", "<p>กองช่างซ่อมท่อประปาหมู่ 6 เสร็จแล้ว ขออภัยในความไม่สะดวก</p>")
        #expect(other.verdict == .unsatisfied)
    }

    @Test("a row whose file is being prepared names nothing that is there")
    func pendingFile() throws {
        func verdicts(_ state: String) throws -> [String: Verdict] {
            let rows = ["คำสั่งแต่งตั้งคณะทำงานจริยธรรม | เปิดดู", "แนวทาง Dos & Don'ts | \(state)"].map { row in
                "<tr><td>" + row.split(separator: "|").joined(separator: "</td><td>") + "</td></tr>"
            }
            let table = "<table><tr><th>รายการ</th><th>เอกสาร</th></tr>\(rows.joined())</table>"
            let found = try finding("ethics-promotion", "การขับเคลื่อนจริยธรรม ประจำปีงบประมาณ พ.ศ. 2566", table)
            return Dictionary(found.elements.map { ($0.id, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        }
        #expect(try verdicts("เปิดดู")["dos-and-donts"] == .satisfied)
        #expect(try verdicts("อยู่ระหว่างจัดทำ")["dos-and-donts"] != .satisfied)
        #expect(try verdicts("อยู่ระหว่างจัดทำ")["team-order"] == .satisfied)
    }
}
