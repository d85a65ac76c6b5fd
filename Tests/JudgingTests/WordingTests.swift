import Checklists
import Findings
import GradingCore
import Judging
import Testing
import WebEvidence

@Suite struct WordingTests {
    static let year = "ปีงบประมาณ 2566"

    @Test(
        "a heading names a topic in free words, whatever stands between them",
        arguments: ["แผนจัดหาน้ำกิน \(year)", "โครงการประจำปีด้านน้ำใช้ของหมู่บ้าน \(year)"])
    func freeWords(heading: String) throws {
        let page = try SmallList.page(heading, SmallList.table)
        #expect(SmallList.finding("a1", pages: [page]).verdict == .satisfied)
    }

    @Test("words that exclude each other keep topics apart, and a shorter name inside is only a part")
    func apart() throws {
        let page = try SmallList.page("ติดตามแผนงานน้ำสะอาด ครึ่งปีแรก \(Self.year)", SmallList.table)
        let finding = SmallList.finding("a1", pages: [page])
        #expect(finding.verdict == .unsatisfied && finding.reasons.map(\.code) == [.wrongItem])
        #expect(finding.reasons.first?.message.en.contains("progress") == true)
    }

    @Test("words elsewhere in the headings may be asked for, or forbidden")
    func near() throws {
        func code(_ line: String) throws -> ReasonCode? {
            let page = try SmallList.page(
                "ติดตามการจัดหาน้ำใช้", "<p>\(line) ตุลาคม 2565 ถึง 31 มีนาคม 2566</p>" + SmallList.table)
            return SmallList.finding("a2", pages: [page]).reasons.first?.code
        }
        #expect(try code("รอบหกเดือน") == .satisfied)
        #expect(try code("รอบหกเดือน จากทั้งปี") == .wrongItem)
        #expect(try code("รอบนี้") == .wrongItem)
    }

    @Test("an official notice names its matter after the mark of its subject")
    func notice() throws {
        let body = "<p>ประกาศองค์การน้ำแห่งตำบลสมมุติ เรื่อง เผยแพร่แผนงานน้ำสะอาด \(Self.year)</p>" + SmallList.table
        let page = try SmallList.page("เอกสาร", body)
        #expect(SmallList.finding("a1", pages: [page]).verdict == .satisfied)
    }

    @Test("content outranks the title: a heading that says something else makes the page a wrong item")
    func belied() throws {
        func finding(_ heading: String) throws -> ItemFinding {
            var page = try SmallList.page(heading, SmallList.table)
            page.document.title = "แผนงานน้ำสะอาด \(Self.year)"
            return SmallList.finding("a1", pages: [page])
        }
        #expect(try finding("บันทึกประชุมหมู่บ้าน").reasons.map(\.code) == [.wrongItem])
        #expect(try finding("รายงานติดตามงานน้ำสะอาด").reasons.map(\.code) == [.wrongItem])
        #expect(try finding("งานของเรา").verdict == .satisfied)
    }

    @Test("what stands above the heading that repeats the title is of the site")
    func contentStart() throws {
        var page = try SmallList.page("แผนงานน้ำสะอาด \(Self.year)", SmallList.table)
        let banner = TextBlock(kind: .heading(level: 2), text: "รายงานติดตามงานน้ำสะอาด")
        page.document.title = "แผนงานน้ำสะอาด \(Self.year)"
        page.document.blocks.insert(banner, at: 0)
        for number in page.document.blocks.indices { page.document.blocks[number].headingPath = [] }
        #expect(SmallList.finding("a1", pages: [page]).verdict == .satisfied)
    }

    @Test("a line of key words names nothing")
    func pointing() throws {
        let page = try SmallList.page(
            "ข่าว", "<p>คำสำคัญ: แผนงานน้ำสะอาด \(Self.year)</p><p>\(String(repeating: "เราไปดูบ่อน้ำ ", count: 12))</p>")
        #expect(SmallList.finding("a1", pages: [page]).reasons.map(\.code) == [.wrongItem])
    }

    @Test("content in which nothing speaks for the item is not the item")
    func unknown() throws {
        let page = try SmallList.page("ข่าว", "<p>\(String(repeating: "ชาวบ้านช่วยกันขุดคลอง ", count: 12))</p>")
        let finding = SmallList.finding("a1", pages: [page])
        #expect(finding.verdict == .unsatisfied && finding.reasons.map(\.code) == [.wrongItem])
    }

    @Test("a bare name in running text is asked about; a bare heading is an empty shell")
    func titleOnly() throws {
        let name = "แผนงานน้ำสะอาด \(Self.year)"
        func finding(_ title: String, _ body: String) throws -> ItemFinding {
            SmallList.finding("a1", pages: [try SmallList.page(title, body)])
        }
        let bare = try finding(name, "<p>\(name)</p>")
        #expect(bare.verdict == .undecided && bare.reasons.first?.code == .lowConfidence)
        #expect(try finding(name, "").reasons.map(\.code) == [.emptyShell])
        let old = try finding("แผนงานน้ำสะอาด", "<p>แผนงานน้ำสะอาด ปีงบประมาณ 2562</p>")
        #expect(old.verdict == .unsatisfied && old.reasons.first?.code == .outdated)
        #expect(try finding(name, "<p>\(name)</p>" + SmallList.table).verdict == .satisfied)
    }

    @Test("the head of a box beside the content is no rival of the content")
    func boxes() throws {
        let box = "<h3>รายงานติดตามงานน้ำสะอาด</h3><ul><li><a href=\"/x\">เดือนนี้</a></li></ul>"
        var page = try SmallList.page("แผนงานน้ำสะอาด \(Self.year)", SmallList.table + box)
        page.document.title = "แผนงานน้ำสะอาด \(Self.year)"
        #expect(SmallList.finding("a1", pages: [page]).verdict == .satisfied)
    }

    @Test("a page that needs a browser to show its content was not seen")
    func unseen() throws {
        let page = try SmallList.page("แผนงานน้ำสะอาด \(Self.year)", "<p>กรุณาเปิดใช้งาน JavaScript เพื่อดูข้อมูลของหน้านี้</p>")
        #expect(SmallList.finding("a1", pages: [page]).verdict == .undecided)
    }

    @Test("rows that only say that data are being collected are no content")
    func placeholders() throws {
        let rows = String(repeating: "<tr><td>ขุดสระ</td><td>อยู่ระหว่างรวบรวม</td></tr>", count: 4)
        let page = try SmallList.page(
            "แผนงานน้ำสะอาด \(Self.year)", "<table><tr><th>โครงการ</th><th>งบประมาณ</th></tr>\(rows)</table>")
        #expect(SmallList.finding("a1", pages: [page]).reasons.map(\.code) == [.emptyShell])
    }

    @Test("a group of words that is not there is a problem of the file")
    func unknownGroup() {
        let topic = """
            {"topic": "a", "title": {"th": "ก", "en": "a"}, "names": ["ก"], "wordings": [{"words": ["@none"]}],
             "accepts": ["page"], "elements": [{"id": "e", "title": {"th": "ก", "en": "a"}, "confidence": "high",
             "match": {"phrase": ["ก"]}}], "advice": {"th": "ก", "en": "a"}}
            """
        let words = #"{"why": "t", "groups": []}"#
        #expect {
            try ChecklistLibrary(files: ["topics/a/topic.json": Array(topic.utf8), "synonyms.json": Array(words.utf8)])
        } throws: { error in
            (error as? ChecklistProblems)?.problems.contains { $0.path == "$.wordings[0]" } == true
        }
    }
}
