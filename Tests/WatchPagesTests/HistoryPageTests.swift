import Digests
import Foundation
import FoundationXML
import GradingCore
import Notifying
import Proofs
import TestSupport
import Testing

@testable import WatchPages

/// The page as a reader with a strict parser sees it: elements with their attributes.
final class PageOutline: NSObject, XMLParserDelegate {
    private(set) var elements: [(name: String, attributes: [String: String])] = []
    private(set) var text = ""

    /// HTML of ours is written so that it is XML but for its first line and void elements.
    init(_ page: [UInt8]) throws {
        super.init()
        var source = String(decoding: page, as: UTF8.self).replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
        for name in ["meta", "br"] {
            source = source.replacingOccurrences(
                of: "<\(name)([^>]*)>", with: "<\(name)$1/>", options: .regularExpression)
        }
        source = source.replacingOccurrences(of: "&nbsp;", with: " ")
        let parser = XMLParser(data: Data(source.utf8))
        parser.delegate = self
        #expect(parser.parse(), "\(parser.parserError as Any) line \(parser.lineNumber)")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append((name, attributes))
    }
    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func count(_ name: String, _ style: String? = nil) -> Int {
        elements.count { $0.name == name && (style == nil || $0.attributes["class"] == style) }
    }
}

@Suite struct HistoryPageTests {
    @Test(
        "the page of a year is well formed, small, self-contained and the same each time",
        arguments: ReportLanguage.allCases)
    func wholePage(language: ReportLanguage) throws {
        let page = sampleHistory().page(language)
        let outline = try PageOutline(page)
        #expect(page == sampleHistory().page(language))
        #expect(page.count < 600_000)
        #expect(outline.count("svg", "chart") == 3)
        #expect(outline.count("script") == 0 && outline.count("img") == 0 && outline.count("link") == 0)
        let policy = outline.elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
        #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'") == true)
        for element in outline.elements {
            for (name, value) in element.attributes {
                #expect(!name.hasPrefix("on"))
                if name == "href" { #expect(value.hasPrefix("#") || value.hasPrefix("https://www.example.go.th/")) }
                #expect(name != "src")
            }
        }
        #expect(outline.count("article", "alarm kind-broke") == 2)
        #expect(
            outline.text.contains(language == .thai ? "ขณะนี้ยังมีลิงก์ที่เปิดไม่ได้ 1 เรื่อง (ข้อ o12)" : "Still broken: 1 (o12)"))
    }

    @Test("hostile words of a website stay words")
    func hostile() throws {
        var history = sampleHistory(days: 20, title: hostileText)
        history.agency = hostileText
        history.expiries = [.init(kind: .domain, host: hostileText, on: day("2023-01-01"))]
        history.alarms[0].notice.text = BilingualText(th: hostileText, en: hostileText)
        history.alarms[0].notice.urls = ["javascript:alert(1)", hostileText]
        history.alarms[0].notice.differences = [
            .init(element: BilingualText(th: hostileText, en: ""), added: [hostileText], removed: [hostileText])
        ]
        let outline = try PageOutline(history.page(.thai))
        #expect(outline.count("script") == 0 && outline.count("img") == 0)
        #expect(!outline.elements.contains { $0.attributes["href"]?.hasPrefix("javascript") == true })
    }

    @Test("days of one state are one shape, and each state has its own")
    func shapes() throws {
        var history = sampleHistory(days: 10)
        var states = [CivilDate: WatchHistory.DayState]()
        for (offset, state) in [WatchHistory.DayState.up, .up, .down, .degraded, .up].enumerated() {
            states[try #require(CivilDate(dayNumber: history.from.dayNumber + offset))] = state
        }
        states[day("2030-01-01")] = .down
        history.items = [.init(item: ItemID("o1"), title: BilingualText(th: "ก", en: "a"), days: states)]
        let map = ItemMap(history: history, texts: HistoryTexts(language: .english))
        let runs = map.runs(history.items[0])
        #expect(runs.map(\.state) == [.up, .down, .degraded, .up, .notChecked])
        #expect(runs.map { $0.to.dayNumber - $0.from.dayNumber + 1 } == [2, 1, 1, 1, 5])
        let outline = try PageOutline(history.page(.english))
        // One of each state more in the key.
        #expect(outline.count("rect", "up") == 3 && outline.count("rect", "down") == 2)
        #expect(outline.text.contains("o1 1 October 2022 – 2 October 2022: up"))
    }

    @Test("a day without an answer breaks the line of answer times")
    func brokenLine() {
        let times = ["2023-01-01", "2023-01-02", "2023-01-04"].map {
            WatchHistory.AnswerTime(day: day($0), medianMilliseconds: 1, slowMilliseconds: 2)
        }
        #expect(AnswerChart.pieces(times).map(\.count) == [2, 1])
        #expect(
            AnswerChart.rounded(0) == 400 && AnswerChart.rounded(401) == 800 && AnswerChart.rounded(8_001) == 10_000)
    }

    @Test("a history of nothing says so")
    func empty() throws {
        let history = WatchHistory(
            key: "k", agency: "", from: day("2023-05-15"), to: day("2023-01-01"), madeAt: Moment(day: day("2023-05-15"))
        )
        let outline = try PageOutline(history.page(.thai))
        #expect(outline.count("svg") == 0)
        #expect(outline.text.contains("ยังไม่มีการตรวจเต็มรูปแบบในช่วงนี้"))
        #expect(outline.text.contains("ไม่มีการแจ้งเตือนในช่วงนี้"))
    }

    @Test("a picture never leaves its frame, for one day and for ten years", arguments: [1, 2, 30, 46, 400, 3_650])
    func frames(days: Int) throws {
        let outline = try PageOutline(sampleHistory(days: days).page(.thai))
        var height = 0.0
        for (name, attributes) in outline.elements {
            if let box = attributes["viewBox"], name == "svg" { height = Double(box.split(separator: " ")[3]) ?? 0 }
            guard height > 20 else { continue }
            for (key, limit) in [("x", 1000), ("x1", 1000), ("x2", 1000), ("cx", 1000), ("y", height), ("cy", height)] {
                guard let place = attributes[key].flatMap(Double.init) else { continue }
                #expect((0...limit).contains(place), "\(name) \(key)")
            }
            if let x = attributes["x"].flatMap(Double.init), let width = attributes["width"].flatMap(Double.init) {
                #expect(x + width <= 1000)
            }
        }
        let names = outline.elements.count { $0.name == "line" && $0.attributes["class"] == "grid" }
        #expect(names < 80)
    }
}

@Suite struct CertificatePageTests {
    @Test("the certificate's page says what the records say and survives being sealed")
    func page() async throws {
        var records: [CheckRecord] = []
        let start = Moment(day: day("2023-05-14"), minuteOfDay: 120)
        for (index, outcome) in ["ok", "ok", "http_404", "http_404", "ok"].enumerated() {
            let checks = [
                AddressCheck(
                    item: ItemID("o12"), url: "https://www.example.go.th/</script>\"x", outcome: outcome, status: 200)
            ]
            records.append(
                CheckRecord(
                    key: "huai-lan", at: start.adding(seconds: index * 600), checks: checks, after: records.last?.link))
        }
        let certificate = try UptimeCertificate(
            key: "huai-lan", agency: hostileText, from: start, to: start.adding(seconds: 2400),
            madeAt: start.adding(seconds: 9000), records: records)
        try await withTemporaryFolder { folder in
            let key = try OperatorKey(file: folder.appending(path: "key.pem").path)
            for language in ReportLanguage.allCases {
                let page = CertificatePage.bytes(
                    certificate, fingerprint: key.publicKey.fingerprint, language: language)
                let outline = try PageOutline(page)
                #expect(outline.count("script") == 0)
                #expect(outline.text.contains(key.publicKey.fingerprint))
                #expect(outline.text.contains(language == .thai ? "เปิดได้ 3 จาก 5 ครั้ง" : "open at 3 of 5"))
                #expect(outline.text.contains("50.00 %"))
                let began = ReportDate.moment(start.adding(seconds: 1200), language)
                #expect(outline.text.contains(began))
                let sealed = try await CertificateFile.sealed(certificate, page: page, by: key)
                #expect(CertificateVerification(of: sealed.bytes).isIntact)
                #expect(String(decoding: sealed.bytes, as: UTF8.self).components(separatedBy: "</script>").count == 2)
            }
        }
    }
}
