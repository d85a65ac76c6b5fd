import Accuracy
import Foundation
import GradingCore
import TestSupport
import Testing

/// Labelled pages: read strictly, judged as an audit judges, counted honestly.
@Suite struct CorpusTests {
    private let frame = Array(
        """
        <html><head><title>{{title}} :: อบต.ทุ่งสมมติ</title></head><body><nav><a href="/a">โครงสร้าง</a> <a href="/b">ติดต่อ</a></nav>
        {{body}}<footer>อบต.ทุ่งสมมติ 2566</footer></body></html>
        """.utf8)

    private func site(_ pages: String) -> [UInt8] {
        Array(
            """
            {"agency": {"name": "องค์การบริหารส่วนตำบลทุ่งสมมติ", "type": "sao",
              "website": "http://www.sommut.go.th.example/"},
             "fiscal_year": 2566, "as_of": "2023-05-15", "skeleton": "plain", "pages": [\(pages)]}
            """.utf8)
    }

    private let contact = Array(
        """
        <h1>ข้อมูลการติดต่อ</h1><p>ที่อยู่ 1 หมู่ 1 ตำบลทุ่งสมมติ อำเภอสมมติ จังหวัดสมมติบุรี 10000</p>
        <p>โทรศัพท์ 0 2000 0000 โทรสาร 0 2000 0001 อีเมล saraban@sommut.go.th.example</p>
        <p>แผนที่ตั้งหน่วยงาน <iframe src="https://www.google.com/maps/embed?pb=1"></iframe></p>
        """.utf8)

    @Test("a page is put into its frame and judged; the label decides what is right")
    func judged() async throws {
        let page = #"{"path": "/c", "file": "c.html", "title": "ติดต่อ", "item": "o5", "traps": ["t"], "#
        let files = [
            "x/site.json": site(page + #""expected": {"verdict": "satisfied", "fiscal_years": []}}"#),
            "x/frame.html": frame, "x/c.html": contact,
        ]
        let verdicts = try await corpusVerdicts(files, rules: try CorpusFiles.rules())
        #expect(verdicts.map(\.found) == [.satisfied], "\(verdicts)")
        let table = AccuracyTable(verdicts)
        #expect(table.total.right == 1 && table.traps["t"]?.right == 1)
        #expect(table.summary.hasPrefix("1 pages: right 100.0 %"))
    }

    @Test("a scan is never read, and a text taken out of a PDF is read by its pages")
    func files() async throws {
        let entry = #"{"path": "/c.pdf", "file": "c.txt", "title": "", "item": "o5", "as": "FORM", "#
        let label = #""expected": {"verdict": "undecided", "reasons": ["unreadable"]}}"#
        let lines = [
            "ข้อมูลการติดต่อ", "ที่อยู่ 1 หมู่ 1 ตำบลทุ่งสมมติ อำเภอสมมติ จังหวัดสมมติบุรี 10000",
            "โทรศัพท์ 0 2000 0000 โทรสาร 0 2000 0001", "อีเมล a@sommut.go.th.example",
        ]
        let text = Array((lines.joined(separator: "\n") + "\u{0C}").utf8)
        for form in ["scan", "pdf"] {
            let files = [
                "x/site.json": site((entry + label).replacingOccurrences(of: "FORM", with: form)), "x/c.txt": text,
            ]
            let verdicts = try await corpusVerdicts(files, rules: try CorpusFiles.rules())
            let isRead = verdicts.first?.reasons.first != "unreadable"
            #expect(isRead == (form == "pdf"), "\(verdicts)")
        }
    }

    @Test(
        "what is wrong with a corpus is told with its file",
        arguments: [
            (#"{"path": "/c", "file": "gone.html", "item": "o5"}"#, "gone.html is missing"),
            (#"{"path": "/c", "file": "c.html", "item": "o99"}"#, "no item o99"),
            (#"{"path": "/c", "file": "c.html", "item": "o5", "expected": {"verdict": "maybe"}}"#, "no verdict"),
            (#"{"path": 7}"#, "path"),
        ])
    func faults(page: String, words: String) async throws {
        let files = ["x/site.json": site(page), "x/c.html": contact]
        let error = await #expect(throws: CorpusError.self) {
            try await corpusVerdicts(files, rules: try CorpusFiles.rules())
        }
        #expect(error?.file == "x/site.json" && error?.cause.contains(words) == true, "\(String(describing: error))")
    }

    @Test("a verdict that is not the label's counts as what it is")
    func counted() {
        func verdict(_ expected: Verdict, _ found: Verdict, years: Set<Int>, foundYears: Set<Int>?) -> CorpusVerdict {
            CorpusVerdict(
                site: "x", item: ItemID("o1"), topic: TopicID("structure"), path: "/", traps: [], expected: expected,
                expectedReasons: [], found: found, reasons: [], message: "", expectedYears: years,
                foundYears: foundYears)
        }
        let table = AccuracyTable([
            verdict(.satisfied, .satisfied, years: [2566], foundYears: [2566]),
            verdict(.unsatisfied, .satisfied, years: [2565], foundYears: [2566]),
            verdict(.satisfied, .unsatisfied, years: [], foundYears: [2566]),
            verdict(.satisfied, .undecided, years: [], foundYears: nil),
        ]).total
        #expect(table.count == 4 && table.right == 1 && table.wrong == 2 && table.undecided == 1)
        #expect(table.falseSatisfied == 1 && table.falseUnsatisfied == 1)
        #expect(table.timed == 3 && table.yearRight == 1 && table.yearInvented == 1)
    }

    /// Whoever moves a verdict on the seen pages records the table anew, and looks at it.
    @Test("docs/accuracy.md tells how right the judge is now on the seen part")
    func current() async throws {
        let verdicts = try await corpusVerdicts(try CorpusFiles.part("seen"), rules: try CorpusFiles.rules())
        let table = AccuracyTable(verdicts)
        let page = String(decoding: try Repository.bytes("docs/accuracy.md"), as: UTF8.self)
        #expect(page.contains(table.summary), "now \(table.summary)")
        #expect(page.contains(table.markdown()))
        #expect(table.total.right * 100 >= table.total.count * 83, "right verdicts fell under the floor")
        #expect(table.total.falseSatisfied * 100 <= table.total.count * 4)
        #expect(table.total.falseUnsatisfied * 1000 <= table.total.count * 45)
    }
}
