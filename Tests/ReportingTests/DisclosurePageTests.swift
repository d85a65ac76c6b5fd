import Foundation
import GradingCore
import Testing

@testable import Reporting

@Suite struct DisclosurePageTests {
    private func page(_ links: [String], note: String = "", agency: String = "เทศบาลตำบลสมมติ", answer: Bool? = true)
        -> DisclosurePage
    {
        let item = DisclosurePage.Item(
            id: ItemID("o12"), topic: TopicID("operation-progress"),
            title: BilingualText(th: "รายงาน <ก>", en: "Report <a>"),
            answer: answer, links: links.map { DisclosurePage.Link(written: $0) }, explanation: note,
            period: FiscalYear(2566).firstHalf)
        let other = DisclosurePage.Item(
            id: ItemID("o13"), topic: TopicID("operation-report"),
            title: BilingualText(th: "รายงานประจำปี", en: "Annual report"),
            answer: false, links: [], explanation: "", period: nil)
        return DisclosurePage(
            agency: agency, website: "https://www.a.go.th", province: "น่าน", year: FiscalYear(2566),
            date: CivilDate(year: 2023, month: 5, day: 15) ?? CivilDate.epoch,
            sections: [
                .init(id: "9.2", title: BilingualText(th: "การบริหารงาน", en: "Administration"), items: [item, other])
            ])
    }

    private func html(_ page: DisclosurePage, _ language: ReportLanguage = .thai) -> String {
        String(decoding: page.html(language: language), as: UTF8.self)
    }

    private func data(_ html: String) throws -> [String: Any] {
        let start = try #require(html.range(of: "<script type=\"application/ld+json\">")).upperBound
        let end = try #require(html.range(of: "</script>", range: start..<html.endIndex)).lowerBound
        return try #require(JSONSerialization.jsonObject(with: Data(html[start..<end].utf8)) as? [String: Any])
    }

    private static let hostile = "</script><script>alert(1)</script> \" onclick=\"x' & <!-- \u{202E} \u{0} ]]>"

    @Test(arguments: ReportLanguage.allCases)
    func `the page is valid HTML to an outside checker, whatever the agency wrote`(language: ReportLanguage) throws {
        let page = page(
            [
                "https://a.go.th/แผน ปี 66.pdf", "www.a.go.th/?a=1&b='2'", "https://a.go.th/\"><b>",
                "javascript:alert(1)",
            ],
            note: DisclosurePageTests.hostile + "\nบรรทัด 2", agency: DisclosurePageTests.hostile)
        let path = try written(page.html(language: language), as: "page-\(language.rawValue).html")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/tidy")
        process.arguments = ["-q", "-e", "-utf8", path]
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }

    @Test func `nothing that the agency wrote becomes markup or script`() throws {
        let page = page(
            ["javascript:alert(1)", "data:text/html,x", " JaVaScRiPt:alert(1)", "https://a.go.th/\" onclick=\"x"],
            note: DisclosurePageTests.hostile, agency: DisclosurePageTests.hostile)
        let text = html(page)
        #expect(text.components(separatedBy: "<script").count == 2)
        #expect(!text.lowercased().contains("javascript:") && !text.contains("data:text"))
        #expect(!text.contains("onclick=\"") && !text.unicodeScalars.contains("\u{202E}"))
        #expect(page.unusable.map(\.written) == ["javascript:alert(1)", "data:text/html,x", " JaVaScRiPt:alert(1)"])
        let publisher = try #require(try data(text)["publisher"] as? [String: Any])
        #expect(publisher["name"] as? String == DisclosurePageTests.hostile)
    }

    @Test func `the data says what the page shows`() throws {
        let data = try data(html(page(["https://a.go.th/แผน.pdf", "www.a.go.th/x"], note: "เมนู > แผน")))
        #expect(data["oit:format"] as? String == DisclosurePage.format && data["oit:fiscalYear"] as? Int == 2566)
        #expect(data["dateModified"] as? String == "2023-05-15" && data["numberOfItems"] as? Int == 2)
        let entries = try #require(data["itemListElement"] as? [[String: Any]])
        let item = try #require(entries[0]["item"] as? [String: Any])
        #expect(item["identifier"] as? String == "o12" && item["oit:topic"] as? String == "operation-progress")
        #expect(item["oit:subIndicator"] as? String == "9.2" && item["oit:answer"] as? Bool == true)
        #expect(
            item["description"] as? String == "เมนู > แผน"
                && item["temporalCoverage"] as? String == "2022-10-01/2023-03-31")
        let files = try #require(item["distribution"] as? [[String: Any]])
        #expect(files.map { $0["contentUrl"] as? String } == ["https://a.go.th/แผน.pdf", "http://www.a.go.th/x"])
        #expect(
            files[0]["encodingFormat"] as? String == "application/pdf"
                && files[1]["oit:asSubmitted"] as? String == "www.a.go.th/x")
        let second = try #require(entries[1]["item"] as? [String: Any])
        #expect(second["oit:answer"] as? Bool == false && (second["distribution"] as? [Any])?.isEmpty == true)
    }

    @Test func `a reader finds item, period, kind of file and day in words`() {
        let text = html(page(["https://a.go.th/1.pdf", "https://a.go.th/2.xlsx"]))
        for word in [
            "<html lang=\"th\">", "O12", "ไฟล์ PDF", "ไฟล์ Excel", "ตุลาคม 2565 – มีนาคม 2566", "15 พฤษภาคม 2566",
            " (2)</a>", "ไม่มีข้อมูลตามข้อนี้",
        ] {
            #expect(text.contains(word), "\(word)")
        }
        #expect(text.contains("<th scope=\"row\">") && text.contains("data-oit-item=\"o12\""))
        #expect(html(page([], answer: nil), .english).contains("Not published yet."))
    }

    @Test(arguments: [
        ("https://a.go.th/a.PDF", "application/pdf"), ("https://a.go.th/a", "text/html"),
        ("https://a.go.th/down.php?id=5", ""),
        ("https://a.go.th/a.pdf?v=2", "application/pdf"), ("https://a.go.th/a.xyz", ""), ("no address", ""),
    ])
    func `the ending tells the kind only where it can`(address: String, type: String) {
        #expect(LinkKind.mediaType(ofAddress: address) == type)
    }

    @Test func `equal pages give equal bytes`() {
        #expect(page(["https://a.go.th/"]).html(language: .thai) == page(["https://a.go.th/"]).html(language: .thai))
    }
}

extension CivilDate {
    /// Stands in for a day that every calendar has.
    fileprivate static var epoch: CivilDate {
        guard let day = CivilDate(year: 1, month: 1, day: 1) else { preconditionFailure("the first day") }
        return day
    }
}
