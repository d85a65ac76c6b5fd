import Digests
import Findings
import Foundation
import GradingCore
import Testing
import WebEvidence

@testable import Reviewing

@Suite struct ReviewPageTests {
    private let hostile = "</script><img src=x onerror=alert(1)>\"'<!--\u{202E}\u{1B}[31m"

    private func page(
        _ items: [ItemFinding], blind: Bool = false, language: ReportLanguage = .thai, pictures: [EvidencePicture] = [],
        whyNoPictures: BilingualText? = nil, history: [ItemID: [ReviewHistory]] = [:]
    ) throws -> String {
        let evidence = [
            Evidence(
                id: EvidenceID(1), item: ItemID("o1"), submittedURL: "", url: "javascript:alert(1)", via: .submitted,
                outcome: .ok, title: hostile, quotes: [.init(text: hostile, place: "body")])
        ]
        let assessment = Assessment(
            run: RunID("r"), toolVersion: "", checklistDigest: "",
            agency: AgencyProfile(name: "อบต." + hostile, website: ""), fiscalYear: FiscalYear(2566),
            asOf: try #require(CivilDate(iso: "2023-05-15")), startedAt: "", finishedAt: "", isChecklistVerified: true,
            checklistNotes: [], items: items, evidence: evidence, notChecked: [])
        let bytes = ReviewPage(
            assessment, report: [1], instrument: instrument, isBlind: blind, language: language,
            pictures: pictures, whyNoPictures: whyNoPictures, history: history
        ).bytes
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("what the program could not decide comes first, then what it is least sure of, then the list")
    func order() throws {
        let html = try page([
            finding("o1", .satisfied), finding("o2", .unsatisfied, confidence: .medium),
            finding("o3", .satisfied, confidence: .low), finding("o4", .undecided),
        ])
        let order = html.matches(of: /<button type="button" data-item="(o\d)"/).map { String($0.1) }
        #expect(order == ["o4", "o3", "o2", "o1"])
    }

    private func picture(bytes: Int, text: String = "คำ") -> EvidencePicture {
        EvidencePicture(
            evidence: EvidenceID(1),
            content: .init(
                bytes: Array(repeating: 65, count: bytes), contentType: "image/webp", width: 1280, height: 2000,
                firstBox: 700, notes: [BilingualText(th: text, en: text)]),
            marks: [.init(text: text, isDate: false, state: .hidden), .init(text: text, isDate: true, state: .drawn)])
    }

    @Test("a picture stands in the file once, where no browser reads it before its item is shown")
    func pictures() throws {
        let html = try page([finding("o1", .satisfied), finding("o2", .satisfied)], pictures: [picture(bytes: 3000)])
        #expect(html.matches(of: /<script type="text\/plain" id="p-e1">(QUFB)+<\/script>/).count == 1)
        #expect(html.matches(of: /data-picture="p-e1" data-first="700"/).count == 2)
        #expect(html.contains("img-src data:;") && !html.contains("src=\"data:"))
        #expect(try !page([finding("o1", .satisfied)]).contains("img-src"), "without pictures none may be shown")
    }

    @Test("pictures beyond the size of a file are left out and told, whose item is read last first")
    func room() throws {
        let large = picture(bytes: ReviewPage.mostPictureBytes + 1)
        let html = try page([finding("o1", .satisfied)], language: .english, pictures: [large])
        #expect(html.contains("Not in this file") && !html.contains("data-picture=") && html.utf8.count < 100_000)
        let none = try page(
            [finding("o1", .satisfied)], whyNoPictures: BilingualText(th: "ไม่มี <b>", en: "none"))
        #expect(none.contains("<p>ไม่มี &lt;b&gt;</p>"))
    }

    @Test("what is said of pictures and of earlier times stays text")
    func hostilePicturesAndHistory() throws {
        let run = ReviewHistory.Run(
            run: RunID(hostile), asOf: try #require(CivilDate(iso: "2022-05-15")), item: ItemID("o7"),
            verdict: .unsatisfied, reason: BilingualText(th: hostile, en: hostile))
        let html = try page(
            [finding("o1", .satisfied)], pictures: [picture(bytes: 3, text: hostile)],
            history: [ItemID("o1"): [.run(run)]])
        #expect(!html.contains("<img src=x") && !html.contains("\u{202E}") && html.contains("2022-05-15"))
        #expect(html.contains("(O7)"), "an item that had another number is told by it")
    }

    @Test("texts of websites stay text, in markup and in what the script reads", arguments: ReportLanguage.allCases)
    func escaped(language: ReportLanguage) throws {
        let html = try page([finding(hostile, .satisfied, title: hostile, quote: hostile)], language: language)
        #expect(
            html.components(separatedBy: "<script").count == 3 && html.components(separatedBy: "</script>").count == 3)
        #expect(!html.contains("<img") && !html.contains("href=\"javascript:") && !html.contains("\u{202E}"))
        #expect(!html.contains("<!--"))
        let facts = try #require(html.firstMatch(of: /id="facts">(.*?)<\/script>/.dotMatchesNewlines()))
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(facts.1.utf8)) }
    }

    @Test("the browser is told to run and show exactly the script and the style of the page")
    func policy() throws {
        let html = try page(findings)
        let policy = try #require(html.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).1
        #expect(
            policy.hasPrefix("default-src 'none'; ") && !policy.contains("unsafe") && !policy.contains("connect-src"))
        for (name, pattern) in [
            ("style-src", /<style>(.*?)<\/style>/.dotMatchesNewlines()),
            ("script-src", /<script>(.*?)<\/script>/.dotMatchesNewlines()),
        ] {
            let inner = try #require(html.firstMatch(of: pattern)).1
            let hash = Data(ContentDigest(of: Array(inner.utf8)).bytes).base64EncodedString()
            #expect(policy.contains("\(name) 'sha256-\(hash)'"), "\(name)")
        }
    }

    @Test("a blind page cannot accept what it does not show; the same run gives the same bytes")
    func blind() throws {
        let html = try page(findings, blind: true)
        #expect(html.contains("<body class=\"blind\">") && !html.contains("data-do=\"accept\""))
        #expect(try page(findings).contains("data-do=\"accept\""))
        #expect(try page(findings, blind: true) == html)
    }
}
