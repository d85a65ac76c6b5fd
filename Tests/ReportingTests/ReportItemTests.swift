import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Reporting

/// What stands under one item.
@Suite struct ReportItemTests {
    static func article(
        _ item: String, _ assessment: Assessment = Sample.assessment, _ language: ReportLanguage = .thai
    ) throws -> Substring {
        try ReportPageTests.part(
            try ReportPageTests.page(assessment, language), from: "<article id=\"item-\(item)\"", to: "</article>")
    }

    private static func changed(_ item: Int, _ change: (inout ItemFinding) -> Void) -> Assessment {
        var assessment = Sample.assessment
        change(&assessment.items[item])
        return assessment
    }

    @Test("The words of an element are marked inside the longer quote that its page holds")
    func markedInQuote() throws {
        #expect(try Self.article("o12").contains("การดำเนินงาน <mark>รอบ 6 เดือน</mark> (ต.ค. 64 – มี.ค. 65)</bdi>"))
    }

    @Test(
        "A quote stands in its surroundings, only the deciding words marked; where it was cut they go on without a gap",
        arguments: [
            (
                "…โครงการ ก่อสร้าง <ถนน>…",
                "<span>…ก่อนหน้า</span>โครงการ <mark>ก่อสร้าง</mark> &lt;ถนน&gt;<span> ตามมา…</span>"
            ),
            ("ก่อสร้าง | 1", "<span>…ก่อนหน้า </span><mark>ก่อสร้าง</mark> | 1<span> ตามมา…</span>"),
            ("งานอื่น", "<span>…ก่อนหน้า </span><mark>งานอื่น</mark><span> ตามมา…</span>"),
        ])
    func surroundings(_ quote: String, _ markup: String) throws {
        let assessment = Self.changed(3) { item in
            item.elements[0].quote = quote
            item.elements[0].surroundings = QuoteSurroundings(words: "ก่อสร้าง", before: "…ก่อนหน้า", after: " ตามมา…")
        }
        let shown = try ReportPageTests.part(
            try Self.article("o12", assessment), from: "<blockquote", to: "</blockquote>")
        #expect(shown == "<blockquote lang=\"th\"><bdi>\(markup)</bdi>")
    }

    @Test("Elements that rest on the same words share one quote; what is missing stands first")
    func sharedQuote() throws {
        let assessment = Self.changed(3) { item in
            var other = item.elements[0]
            other.title = both("อีกองค์ประกอบ", "Another part")
            item.elements.append(other)
        }
        let article = try Self.article("o12", assessment)
        #expect(article.split(separator: "<blockquote").count == 2)
        let places = try ["งบประมาณที่ใช้จ่าย", "ความก้าวหน้าของโครงการ", "อีกองค์ประกอบ", "<blockquote"].map {
            try #require(article.firstRange(of: $0)).lowerBound
        }
        #expect(places == places.sorted())
    }

    @Test("A satisfied item says its deciding quote once")
    func toldOnce() throws {
        let assessment = Self.changed(0) { item in
            item.reasons[0].message = both("พบ “แผนผังโครงสร้างส่วนราชการ”", "Found “แผนผังโครงสร้างส่วนราชการ”")
        }
        #expect(try Self.article("o1", assessment).split(separator: "แผนผังโครงสร้างส่วนราชการ").count == 2)
    }

    @Test("Quotes of a page that no element and no date has told are told with the page, once")
    func furtherQuotes() throws {
        var assessment = Sample.assessment
        let extra = Evidence.Quote(text: "นายช่างโยธา", place: "body")
        assessment.evidence[3].quotes += [extra, extra, Evidence.Quote(text: "ต.ค. 64 – มี.ค. 65", place: "date")]
        let article = try Self.article("o12", assessment)
        #expect(article.split(separator: "<mark>นายช่างโยธา</mark>").count == 2)
        #expect(article.split(separator: "ต.ค. 64 – มี.ค. 65").count == 3)  // in the quote and among the dates
    }

    @Test("Dates that decide stand apart from the others, which are sorted by fiscal year")
    func dates() throws {
        let article = try Self.article("o12")
        let deciding = try ReportPageTests.part(article, from: "วันที่ที่ใช้ตัดสิน", to: "</ul>")
        #expect(deciding.contains("“<bdi>ต.ค. 64 – มี.ค. 65</bdi>”") && !deciding.contains("2570"))
        #expect(deciding.contains("ช่วงเวลาของข้อมูล, ตุลาคม 2564 – มีนาคม 2565, ปีงบประมาณ 2565"))
        let others = try ReportPageTests.part(article, from: "วันที่อื่นที่พบ", to: "</ul>")
        #expect(others.contains("ปีงบประมาณ 2566–2570</span>: ") && others.contains("พ.ศ. 2566-2570"))
        #expect(article.contains("ช่วงเวลาที่ต้องการ") && article.contains("กุมภาพันธ์ 2566, มีนาคม 2566, 31 มีนาคม"))
    }

    @Test("The way leads from the submitted URL over links and redirects to the page")
    func way() throws {
        let article = try Self.article("o12")
        let way = try ReportPageTests.part(article, from: "<ul class=\"ways\">", to: "</ul>\n</div>")
        let places = try [
            "href=\"https://www.sample-sao.example/ita2566\"", "ตามลิงก์", "คลิกดูรายงาน",
            "href=\"https://www.sample-sao.example/files/",
        ].map {
            try #require(way.firstRange(of: $0)).lowerBound
        }
        #expect(places == places.sorted())
        #expect(
            try Self.article("o1").contains(
                "ถูกส่งต่อ (301) ไปยัง</span> <a href=\"https://www.sample-sao.example/structure/\""))
    }

    @Test("A step that a rule took and no server is told without a status")
    func unwrapped() throws {
        var assessment = Sample.assessment
        assessment.evidence[0].redirects[0].status = 0
        let article = try Self.article("o1", assessment)
        #expect(article.contains("เปิดเนื้อหาที่อยู่ข้างในโดยตรงที่") && !article.contains("(0)"))
    }

    @Test("A redirect to a relative target leads to an address")
    func relativeRedirect() throws {
        var assessment = Sample.assessment
        assessment.evidence[0].redirects[0].location = "../new?x=1"
        #expect(try Self.article("o1", assessment).contains("href=\"https://www.sample-sao.example/new?x=1\""))
        assessment.evidence[0].redirects[0].location = "javascript:alert(1)"
        #expect(try Self.article("o1", assessment).contains("<bdi dir=\"ltr\" class=\"url\">javascript:alert(1)</bdi>"))
    }

    @Test("Pages between the submitted one and the item's own belong to the way; a circle ends it")
    func tree() {
        func page(_ id: Int, from: Int?) -> Evidence {
            Evidence(
                id: EvidenceID(id), item: ItemID("o1"), submittedURL: "https://a.example/",
                url: "https://a.example/\(id)",
                via: from == nil ? .submitted : .link, from: from.map { EvidenceID($0) }, outcome: .ok)
        }
        let pages = [
            page(1, from: nil), page(2, from: 1), page(3, from: 2), page(4, from: 9), page(5, from: 6),
            page(6, from: 5),
        ]
        let evidence = pages.reduce(into: [EvidenceID: Evidence]()) { $0[$1.id] = $1 }
        let tree = WayTree([EvidenceID(3), EvidenceID(4), EvidenceID(5), EvidenceID(6), EvidenceID(3)], in: evidence)
        #expect(tree.roots.map(\.id.number) == [1, 4, 5, 6])
        #expect(
            tree.children[EvidenceID(1)]?.map(\.id.number) == [2]
                && tree.children[EvidenceID(2)]?.map(\.id.number) == [3])
    }

    @Test("The letter to the vendor says address, status, times in Thai time and what to do")
    func letter() throws {
        let letter = try ReportPageTests.part(try Self.article("o2"), from: "<div class=\"letter\">", to: "</div>\n")
        for words in [
            "http://www.sample-sao.example/index.php?id=2&amp;m=1", "HTTP 404", "<code>http_404</code>",
            "2023-05-15 08:00:02 +07:00",
            "2023-05-15 08:01:02 +07:00", "องค์การบริหารส่วนตำบลตัวอย่าง", "ส่งต่อ (301)", "เรียน ผู้ดูแลเว็บไซต์",
        ] { #expect(letter.contains(words), "\(words)") }
        #expect(!letter.contains("<a "))
    }

    @Test(
        "Only items with a technical cause have a letter",
        arguments: [("o1", false), ("o2", true), ("o12", false), ("o36", true), ("o37", false)])
    func whoHasLetter(_ item: String, _ hasLetter: Bool) throws {
        #expect(try Self.article(item).contains("class=\"letter\"") == hasLetter)
    }

    @Test("A dead link below a page that was read is no reason for a letter, one on which a reason rests is")
    func deadLinkBelow() throws {
        var assessment = Sample.assessment
        (assessment.evidence[3].outcome, assessment.evidence[3].status) = (.http404, 404)
        assessment.items[3].reasons[0].evidence = EvidenceID(3)
        #expect(try !Self.article("o12", assessment).contains("class=\"letter\""))
        assessment.items[3].reasons[0].evidence = EvidenceID(4)
        let article = try Self.article("o12", assessment)
        let letter = try ReportPageTests.part(article, from: "<div class=\"letter\">", to: "</div>\n")
        #expect(letter.contains("files/") && !letter.contains("ita2566</bdi>"))
    }

    @Test("A cause of several items has the letter for all of them")
    func letterAtCause() throws {
        var assessment = Sample.assessment
        assessment.items[1].evidence = [EvidenceID(5)]
        let page = try ReportPageTests.page(assessment)
        let cause = try ReportPageTests.part(
            page, from: "<div class=\"cause\" id=\"cause-1\">", to: "<section id=\"items\"")
        #expect(
            cause.contains("href=\"#item-o2\"") && cause.contains("href=\"#item-o36\"")
                && cause.contains("class=\"letter\""))
        #expect(cause.contains("33.33 คะแนน OIT (13.33 ในคะแนนรวม)"))
        #expect(try Self.article("o36", assessment).contains("href=\"#cause-1\""))
        #expect(try !Self.article("o36", assessment).contains("class=\"letter\""))
    }
}
