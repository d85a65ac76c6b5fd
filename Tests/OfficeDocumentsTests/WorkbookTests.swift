import Findings
import GradingCore
import OfficeDocuments
import OfficeFiles
import Reporting
import Submissions
import Testing
import WebEvidence

extension Sheet {
    /// The cells of a row by place; row 1 is the head.
    func texts(_ number: Int) -> [String] {
        guard let row = rows.first(where: { $0.number == number }) else { return [] }
        return (0...(row.cells.map(\.column).max() ?? 0)).map { row[column: $0]?.text ?? "" }
    }
    func cell(_ row: Int, _ column: Int) -> SheetCell? { rows.first { $0.number == row }?[column: column] }
}

@Suite struct WorkbookTests {
    private func sheets(
        _ report: Report, _ language: ReportLanguage = .thai, answers: [ItemID: DeclaredAnswer] = [:],
        review: [ReviewEntry] = []
    ) throws -> [Sheet] {
        let bytes = try report.workbook(language: language, answers: answers, review: review)
        return try OfficeFile.spreadsheet(bytes).sheets
    }

    @Test("the sheets have Thai or English names, and the review only where there was one")
    func names() throws {
        let thai = ["รายข้อ", "ควรแก้ไขก่อน", "คะแนน", "องค์ประกอบ", "หลักฐาน", "บันทึกการเปิดหน้า", "ข้อควรทราบ"]
        #expect(try sheets(Sample.report()).map(\.name) == thai)
        let english = ["Items", "Mend first", "Score", "Elements", "Evidence", "Visits", "Notes"]
        #expect(try sheets(Sample.report(), .english).map(\.name) == english)
        let entry = ReviewEntry(
            at: "2023-05-16T01:00:00Z", item: ItemID("o2"), reader: "ผู้ทบทวน ก", decision: "overrule",
            machine: .unsatisfied, said: .satisfied, reason: "พบข้อมูลในหน้าถัดไป", note: "")
        let log = try #require(try sheets(Sample.report(), review: [entry]).first { $0.name == "บันทึกการทบทวน" })
        #expect(
            log.texts(2).prefix(7) == [
                "2023-05-16 08:00:00 +07:00", "o2", "ผู้ทบทวน ก", "overrule", "ไม่ผ่าน", "ผ่าน", "พบข้อมูลในหน้าถัดไป",
            ])
    }

    @Test("items begin with the columns of the submission form, in its order")
    func itemColumns() throws {
        let answers = [
            ItemID("o2"): DeclaredAnswer(answer: true, addresses: ["https://a.example/x"], explanation: "อยู่หน้า 2")
        ]
        let items = try sheets(Sample.report(), answers: answers)[0]
        #expect(items.texts(1).prefix(4) == ["ข้อ", "คำตอบ", "ลิงก์", "คำอธิบาย"])
        #expect(items.texts(3).prefix(4) == ["o2", "มี", "https://a.example/x", "อยู่หน้า 2"])
        #expect(items.texts(3)[6] == "ไม่ผ่าน" && items.texts(3)[7] == "0")
        #expect(items.texts(2)[6] == "ผ่าน" && items.texts(2)[7] == "100")
        #expect(items.texts(4)[7] == "", "what is not known is no figure")
    }

    @Test("the workbook is a submission again", arguments: ReportLanguage.allCases)
    func isSubmission(_ language: ReportLanguage) throws {
        let answers: [ItemID: DeclaredAnswer] = [
            ItemID("o1"): DeclaredAnswer(
                answer: true, addresses: ["https://a.example/1", "https://a.example/2"], explanation: "=SUM(A1)"),
            ItemID("o2"): DeclaredAnswer(answer: false, addresses: [], explanation: ""),
        ]
        let bytes = try Sample.report().workbook(language: language, answers: answers)
        let read = try submission(
            reading: bytes, fileName: "report.xlsx", itemIDs: ["o1", "o2", "o12"].map { ItemID($0) })
        let byItem = Dictionary(uniqueKeysWithValues: read.answers.map { ($0.item, $0) })
        #expect(byItem[ItemID("o1")]?.urls.map(\.verbatim) == ["https://a.example/1", "https://a.example/2"])
        #expect(byItem[ItemID("o1")]?.answer == true && byItem[ItemID("o1")]?.explanation == "=SUM(A1)")
        #expect(byItem[ItemID("o2")]?.answer == false)
    }

    @Test(
        "what looks like a formula stays text",
        arguments: ["=1+1", "+66 2 123", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "＝1"])
    func formulas(_ text: String) throws {
        let report = Sample.report {
            $0.items[1].title = both(text, text)
            $0.evidence[0].title = text
        }
        let bytes = try report.workbook(language: .thai)
        let sheets = try OfficeFile.spreadsheet(bytes).sheets
        #expect(sheets[0].cell(3, 4)?.text == text)
        #expect(sheets[4].cell(2, 10)?.text == text)
        // A formula would show the value that is stored with it.
    }

    @Test("long, broken and disguised texts stand in their cells as far as a cell goes")
    func hostileTexts() throws {
        let long = String(repeating: "ก", count: 40_000)
        let report = Sample.report {
            $0.agency.name = "&P &\"x\" <b> \u{202E}อบต."
            $0.items[0].title = both(long, long)
            $0.items[1].title = both("a\u{0}\u{7}b _x0041_ \u{202E}ก\u{FFFF}", "")
            $0.items[2].title = both(String(repeating: "😀", count: 20_000), "")
        }
        let items = try sheets(report)[0]
        let cut = try #require(items.cell(2, 4)?.text)
        #expect(cut.utf16.count == 32_767 && cut.hasSuffix("ก …"))
        #expect(items.cell(3, 4)?.text == "ab _x0041_ ก")
        let faces = try #require(items.cell(4, 4)?.text)
        #expect(faces.utf16.count <= 32_767 && faces.hasPrefix("😀😀"))
    }

    @Test(
        "only web addresses that a spreadsheet can follow are links",
        arguments: [
            ("https://a.example/b?c=1&d=%E0%B8%81#e", true), ("javascript:alert(1)", false),
            ("internal:Sheet1!A1", false),
            ("external:\\\\host\\share", false), ("https://a.example/ก", false), ("file:///etc/passwd", false),
            ("http://a.example/" + String(repeating: "x", count: 5_000), false), ("http://a b.example", false),
        ])
    func links(_ address: String, _ isLink: Bool) throws {
        let evidence = try sheets(Sample.report { $0.evidence[0].url = address })[4]
        let cell = try #require(evidence.cell(2, 3))
        #expect(cell.text == address)
        #expect((cell.link != nil) == isLink, "\(cell.link ?? "no link")")
        // What follows # is stored beside the target.
        if isLink { #expect(cell.link == address.split(separator: "#").first.map(String.init)) }
    }

    @Test("the plan stands with the greatest gain first and room to fill in")
    func plan() throws {
        let plan = try sheets(Sample.report(), .english)[1]
        #expect(plan.texts(2).prefix(3) == ["1", "o12", "title o12"])
        #expect(plan.texts(2)[4...6] == ["50", "20", "75"])
        #expect(plan.texts(3).prefix(2) == ["2", "o2"] && plan.texts(3)[6] == "100")
        #expect(plan.texts(1).suffix(2) == ["Responsible", "Done on"])
    }

    @Test("the same report gives the same bytes, at whatever time")
    func sameBytes() async throws {
        let first = try Sample.report().workbook(language: .thai)
        try await Task.sleep(for: .seconds(2.1))
        #expect(try Sample.report().workbook(language: .thai) == first)
    }

    @Test("a run without items, evidence or dates is a workbook too")
    func empty() throws {
        let report = Sample.report {
            $0.items = []
            $0.evidence = []
            $0.finishedAt = ""
            $0.agency.name = ""
        }
        #expect(try sheets(report).count == 7)
    }
}
