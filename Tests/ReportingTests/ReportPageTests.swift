import Findings
import Foundation
import GradingCore
import Testing
import WebEvidence

@testable import Reporting

@Suite struct ReportPageTests {
    static func page(_ assessment: Assessment = Sample.assessment, _ language: ReportLanguage = .thai) throws -> String
    {
        String(decoding: try #require(Report(assessment, frame: Sample.frame)).html(language: language), as: UTF8.self)
    }

    /// The part of a page from one mark to the next.
    static func part(_ page: some StringProtocol, from: String, to: String) throws -> Substring {
        let page = String(page)
        let start = try #require(page.firstRange(of: from)).lowerBound
        let end = try #require(page[start...].firstRange(of: to)).lowerBound
        return page[start..<end]
    }

    @Test("Sections stand in the order in which an officer needs them")
    func order() throws {
        var assessment = Sample.assessment
        assessment.personalData = [Exposure.sample]
        assessment.items[1].evidence = [EvidenceID(5)]
        let page = try Self.page(assessment)
        let ids = ["score", "personal", "indicators", "plan", "causes", "items", "not-checked", "warnings", "appendix"]
        let places = try ids.map { try #require(page.firstRange(of: "<section id=\"\($0)\"")).lowerBound }
        #expect(places == places.sorted())
        for id in ids { #expect(page.contains("<a href=\"#\(id)\"")) }
    }

    @Test("A page holds each text of the other language once, under the number by which its elements call it")
    func dictionary() throws {
        let (thai, english) = (try Self.page(), try Self.page(Sample.assessment, .english))
        func words(_ page: String) throws -> [String] {
            let part = try Self.part(page, from: "id=\"words\">", to: "</script>").dropFirst("id=\"words\">".count)
            return try JSONDecoder().decode([String].self, from: Data(part.utf8))
        }
        func shown(_ page: String) -> [Int: Set<String>] {
            page.matches(of: /data-t="(\d+)"[^>]*>([^<]*)</).reduce(into: [:]) { texts, match in
                let plain = match.output.2.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
                    .replacing("&gt;", with: ">").replacing("&lt;", with: "<").replacing("&amp;", with: "&")
                texts[Int(match.output.1) ?? -1, default: []].insert(String(plain))
            }
        }
        let (toEnglish, toThai) = (try words(thai), try words(english))
        #expect(toEnglish.count == toThai.count && toEnglish.count > 100)
        #expect(Set(zip(toEnglish, toThai).map { "\($0) \($1)" }).count == toEnglish.count)
        for (number, texts) in shown(english) { #expect(texts == Set([toEnglish[number]])) }
        for (number, texts) in shown(thai) { #expect(texts == Set([toThai[number]])) }
        #expect(Set(shown(thai).keys) == Set(shown(english).keys))
    }

    @Test("Personal data comes right after the score, masked, and its section only where there is any")
    func personalData() throws {
        var assessment = Sample.assessment
        #expect(try !Self.page(assessment).contains("id=\"personal\""))
        assessment.personalData = [Exposure.sample]
        let section = try Self.part(try Self.page(assessment), from: "<section id=\"personal\"", to: "</section>")
        #expect(section.contains("เลขประจำตัวประชาชน") && section.contains("<code>1-2345-xxxxx-xx-x</code>"))
        #expect(
            section.contains("12 รายการ") && section.contains("href=\"#item-o12\"") && section.contains("href=\"#e4\""))
        let item = try Self.part(try Self.page(assessment), from: "<article id=\"item-o12\"", to: "</article>")
        #expect(item.contains("href=\"#personal\""))
    }

    @Test("The ends of the score are told by the items between them and their worth")
    func difference() throws {
        let section = try Self.part(
            try Self.page(Sample.assessment, .english), from: "<section id=\"score\"", to: "</section>")
        #expect(section.contains("8.34 – 41.67") && section.contains("What lies between 8.34 and 41.67"))
        #expect(section.contains("x=\"8.34%\" y=\"46\" width=\"33.33%\""))
        let list = try Self.part(section, from: "What lies between", to: "</ul>")
        #expect(
            list.contains("o36") && list.contains("25.00 points of OIT (10.00 overall)")
                && list.contains("Blocked by the website"))
        #expect(list.contains("o3<") && !list.contains("o12") && !list.contains("o2<"))
    }

    @Test(
        "The score says whether it reaches the pass mark",
        arguments: [(0, 84, "does not reach"), (80, 90, "may reach"), (85, 85, "It reaches")])
    func reach(_ lowest: Int, _ highest: Int, _ words: String) {
        let score = HundredthsInterval(Hundredths(lowest * 100), Hundredths(highest * 100))
        #expect(ReportTexts.reach(score, pass: Hundredths(85_00)).en.contains(words))
    }

    @Test("Marks of levels that would touch stand on two lines")
    func marks() throws {
        var frame = Sample.frame
        frame.framework.levels = .bands(
            [95, 85, 55, 50, 0].map { LevelBand(name: "L\($0)", fromHundredths: $0 * 100) })
        let page = String(
            decoding: try #require(Report(Sample.assessment, frame: frame)).html(language: .thai), as: UTF8.self)
        let lines = page.matches(of: /<text class="(?:at|pass)" x="(\d+)\.00%" y="(\d+)"/).map {
            "\($0.output.1) \($0.output.2)"
        }
        #expect(lines == ["50 94", "55 112", "85 94", "95 112"])
        #expect(page.contains("<b>55</b> <span lang=\"th\">L55</span>"))
    }

    @Test("The plan says where the running score reaches a mark")
    func plan() throws {
        let section = try Self.part(
            try Self.page(Sample.assessment, .english), from: "<section id=\"plan\"", to: "</section>")
        let steps = section.split(separator: "<li>\n")
        #expect(steps.count == 5 && steps[1].contains("+25.00</b> OIT") && steps[1].contains("33.34"))
        #expect(section.contains("95 is out of reach even with every item mended."))
        var frame = Sample.frame
        frame.framework.passMarkHundredths = 50_00
        let page = String(
            decoding: try #require(Report(Sample.assessment, frame: frame)).html(language: .english), as: UTF8.self)
        #expect(page.contains("To reach 50, mend 2 items"))
        let mended = try Self.part(page, from: "<ol class=\"plan\">", to: "</ol>").split(separator: "<li>\n")
        #expect(
            mended.map { $0.contains("With these 2 items mended the score reaches 50.") } == [
                false, false, true, false, false,
            ])
    }

    @Test("Without a script every text is there and no control is shown")
    func withoutScript() throws {
        let page = try Self.page()
        #expect(
            page.contains("<div id=\"languages\" role=\"group\" aria-label=\"ภาษาของรายงาน\" data-t-label=\"")
                && page.contains("</button></div>"))
        for control in page.matches(of: /<(div|button)[^>]*>(?:<button|<p><label)/) {
            #expect(control.output.0.contains(" hidden>"))
        }
        #expect(!page.contains("<th scope=\"col\" role=\"columnheader\"><button"))
    }

    @Test("What was not checked is told with its reason, and that everything was checked where it was")
    func notChecked() throws {
        let section = try Self.part(try Self.page(), from: "<section id=\"not-checked\"", to: "</section>")
        #expect(
            section.contains("https://drive.google.com/drive/folders/1AbC")
                && section.contains("โฟลเดอร์มีไฟล์เกินจำนวนที่กำหนด"))
        #expect(try Self.page(Variants.empty).contains("ตรวจครบทุก URL ที่ส่ง"))
    }

    @Test("The appendix holds every page with its attempts and digest, and run and versions")
    func appendix() throws {
        let section = try Self.part(try Self.page(), from: "<section id=\"appendix\"", to: "</section>")
        for page in Sample.evidence {
            let row = try Self.part(section, from: "<li id=\"\(page.id.text)\"", to: "</li>")
            #expect(row.contains(page.sha256) && row.contains(page.outcome.rawValue) && row.contains("\(page.bytes) B"))
            for attempt in page.attempts {
                #expect(row.contains("\(attempt.startedAt) <code>\(attempt.outcome.rawValue)</code>"))
            }
        }
        for fact in ["r20230515-1", "0.1.0", Sample.digest, "2023-05-15T01:00:00Z"] { #expect(section.contains(fact)) }
        #expect(section.contains("<details>\n<summary"))
    }
}

enum Exposure {
    static let sample = PersonalDataFinding(
        kind: .citizenID, evidence: EvidenceID(4), item: ItemID("o12"), count: 12, masked: "1-2345-xxxxx-xx-x",
        place: "table")
}
