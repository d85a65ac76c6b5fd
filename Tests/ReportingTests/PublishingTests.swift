import Findings
import Foundation
import FoundationXML
import GradingCore
import Reporting
import Testing
import WebEvidence

/// Elements of an XML text in the order of their beginnings; nil when it is not well-formed.
private final class Elements: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
    }
    var all: [Element] = []

    static func of(_ bytes: [UInt8]) -> [Element]? {
        let reader = Elements()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        return parser.parse() ? reader.all : nil
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        all.append(Element(name: name, attributes: attributes))
    }
}

@Suite struct PublishingTests {
    @Test("JUnit has a case for each item, a failure for each unsatisfied one, and skips what is not decided")
    func junit() throws {
        let elements = try #require(Elements.of(Sample.report.junit(language: .english)))
        #expect(elements.count { $0.name == "testcase" } == 6)
        let failures = elements.filter { $0.name == "failure" }
        #expect(failures.compactMap { $0.attributes["type"] } == ["unreachable", "outdated", "not_submitted"])
        #expect(elements.count { $0.name == "skipped" } == 2)
        let whole = try #require(elements.first)
        #expect(whole.attributes["tests"] == "6" && whole.attributes["failures"] == "3")
        #expect(whole.attributes["skipped"] == "2")
        let suites = elements.filter { $0.name == "testsuite" }
        #expect(suites.compactMap { $0.attributes["tests"] }.compactMap { Int($0) }.reduce(0, +) == 6)
        let properties = elements.filter { $0.name == "property" }
        let lowest = Sample.report.score.oit.published.lowest.text
        #expect(properties.contains { $0.attributes["name"] == "oit_lowest" && $0.attributes["value"] == lowest })
    }

    @Test("JUnit and badge are well-formed XML whatever stands on the website", arguments: ReportLanguage.allCases)
    func hostile(_ language: ReportLanguage) throws {
        let report = try #require(Report(Hostile.assessment, frame: Sample.frame))
        #expect(Elements.of(report.junit(language: language)) != nil)
        #expect(Elements.of(report.badge(language: language)) != nil)
    }

    @Test("the badge shows both ends, its day, and when it ends; it loads and runs nothing")
    func badge() throws {
        let bytes = Sample.report.badge(language: .english)
        let root = try #require(Elements.of(bytes)?.first)
        #expect(root.attributes["data-as-of"] == "2023-05-15")
        #expect(root.attributes["data-expires"] == "2023-08-13")
        let text = String(decoding: bytes, as: UTF8.self)
        let score = Sample.report.score.oit.published
        #expect(text.contains("\(score.lowest)–\(score.highest)") && text.contains("valid until 13 August 2023"))
        #expect(!text.contains("<script") && !text.contains("href"))
        #expect(Sample.report.badge(language: .english) == bytes)
    }

    @Test("a badge ends before the evidence that it rests on goes out of date")
    func badgeEndsSooner() throws {
        var assessment = Sample.assessment
        assessment.items[0].currency.staleFrom = Sample.day("2023-06-01")
        let report = try #require(Report(assessment, frame: Sample.frame))
        #expect(String(decoding: report.badge(language: .thai), as: UTF8.self).contains("data-expires=\"2023-05-31\""))
    }
}
