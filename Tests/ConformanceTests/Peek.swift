import Checklists
import Extraction
import Findings
import Foundation
import GradingCore
import Testing
import ThaiText
import WebEvidence

@testable import Judging

@Test func peek() throws {
    guard let names = ProcessInfo.processInfo.environment["PEEK"] else { return }
    for name in names.split(separator: ",") {
        let entry = try #require(Corpus.cases.first { "\($0)" == name })
        let list = try #require(Corpus.library.year(entry.year))
        let item = try #require(list.items.first { $0.topic.text == entry.topic })
        let address = try PageAddress(entry.url)
        let bytes = [UInt8](
            try Data(contentsOf: Corpus.root.appending(path: "topics/\(entry.topic)/cases/\(entry.file)")))
        let document = extractedDocument(
            body: bytes, contentType: "text/html; charset=utf-8", lastModified: nil, address: address)
        let mask = siteFurniture(of: [(address, document)]).masks[address.text]
        let index = TopicIndex(list: list, library: Corpus.library)
        let page = AnalysedPage(
            ReadPage(address: address, document: document, furniture: mask), index: index, repeatedTitles: [])
        print("=====", name, item.id.text, item.currency.text)
        for unit in page.units {
            let hits = unit.hits.map { hit in
                "\(unit.text.quote(hit.range, context: 0))\(index.uses[hit.phrase].map { use -> String in switch use { case .name(let t): "N:\(index.topics[t].id.text)"; case .signal(let t, let w, _): index.topics[t].id.text == entry.topic ? "S\(w)" : ""; case .against(let t, let w, _): index.topics[t].id.text == entry.topic ? "A\(w)" : ""; case .element: "" } }.filter { !$0.isEmpty })"
            }
            print(
                unit.place, unit.level, unit.block ?? -1, unit.text.original.prefix(90), "|",
                hits.joined(separator: " "), "|", unit.dates.map { "\($0.kind) \($0.role)" })
        }
        let number = try #require(index.topicNumber(item.topic))
        let scores = TopicScores(of: page, in: page.whole, index: index)
        print(
            "scores",
            scores.totals.enumerated().filter { $0.element > 0 }.map {
                "\(index.topics[$0.offset].id.text)=\($0.element)"
            })
        print("fit", page.fit(topic: number, index: index), Substance(of: page, in: page.whole, index: index))
        let finding = try Corpus.findings(
            page: bytes, url: entry.url, items: [item], list: list, agency: entry.agency, asOf: entry.as_of)[0]
        print(
            finding.verdict, finding.reasons.map { "\($0.code): \($0.message.en)" },
            finding.elements.map { "\($0.id)=\($0.verdict)" }, finding.currency.verdict as Any,
            finding.currency.found.map { "\($0.text) \($0.decides)" })
    }
}
