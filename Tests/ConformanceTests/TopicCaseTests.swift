import Checklists
import Findings
import Foundation
import GradingCore
import Testing

@Suite(.tags(.conformance)) struct TopicCaseTests {
    @Test("each case of a topic has the verdict that was written beside it", arguments: Corpus.cases)
    func verdict(entry: TopicCase) throws {
        let list = try #require(Corpus.library.year(entry.year))
        let item = try #require(
            list.items.first { $0.topic.text == entry.topic && (entry.item == nil || $0.id.text == entry.item) })
        let file = Corpus.root.appending(path: "topics/\(entry.topic)/cases/\(entry.file)")
        let finding = try #require(
            try Corpus.findings(
                page: [UInt8](Data(contentsOf: file)), url: entry.url, items: [item], list: list,
                agency: entry.agency, asOf: entry.asOf
            ).first)
        let said =
            "\(finding.reasons.map { "\($0.code.rawValue): \($0.message.en)" }) \(finding.elements.map { "\($0.id)=\($0.verdict)" })"
        #expect(finding.verdict.rawValue == entry.expected, "\(entry): \(said)")
        if let reason = entry.reason {
            #expect(finding.reasons.map(\.code.rawValue).contains(reason), "\(entry): \(said)")
        }
    }

    @Test(
        "every topic has at least one satisfied and one unsatisfied case",
        arguments: Corpus.library.topics.map(\.id.text))
    func caseCounts(topic: String) {
        let own = Corpus.cases.filter { $0.topic == topic }
        #expect(own.contains { $0.expected == "satisfied" } && own.contains { $0.expected == "unsatisfied" })
    }

    @Test("a decoy satisfies no item of any year", arguments: Corpus.decoys)
    func decoy(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Corpus.root.appending(path: "decoys/\(name)")))
        let agency = TopicCase.AgencyOfCase(name: "องค์การบริหารส่วนตำบลตัวอย่าง", type: "sao")
        for list in Corpus.library.years {
            let findings = try Corpus.findings(
                page: bytes, url: "http://www.decoy.example/page.php?id=5", items: list.items, list: list,
                agency: agency,
                asOf: "\(list.year - 543)-05-15")
            #expect(findings.count == list.items.count)
            for finding in findings {
                #expect(
                    finding.verdict != .satisfied,
                    "\(name) satisfies \(finding.item.text) of \(list.year): \(finding.reasons.map(\.message.en))")
            }
        }
    }

    @Test("there are decoys")
    func decoysExist() { #expect(Corpus.decoys.count >= 60) }
}

extension Tag {
    @Tag static var conformance: Self
}
