import Checklists
import Extraction
import Findings
import Foundation
import GradingCore
import Judging
import WebEvidence

/// A run as a store keeps it: 300 pages for the items of one list, found in three rounds.
struct StoredRun {
    /// One page of the run, the item for which it was found and the round.
    struct Entry {
        var item: ItemID
        var round: Int
        /// The entry on which its link stood.
        var from: Int?
    }

    let list: YearList
    let pages: [(address: PageAddress, document: ExtractedDocument)]
    let entries: [Entry]
    /// What the site repeats, as it is known after each round.
    let furniture: [SiteFurniture]
    /// HTML of all pages.
    let byteCount: Int

    static let pagesPerRound = [129, 86, 85]

    /// - Parameter sources: the sample's pages in UTF-8; `submitted`: by item the number of its page there.
    init(list: YearList, sources: [[UInt8]], submitted: [String: Int], seed: UInt64) throws {
        var site = GeneratedSite(pages: sources, seed: seed)
        var random = SeededGenerator(seed: seed &+ 1)
        var pages: [(address: PageAddress, document: ExtractedDocument)] = []
        var entries: [Entry] = []
        var byteCount = 0
        let items = list.items
        for (round, count) in StoredRun.pagesPerRound.enumerated() {
            for number in 0..<count {
                let item = items[number % items.count].id
                let isOwn = Int.random(in: 0..<10, using: &random) < 7
                let source = isOwn ? submitted[item.text] : nil
                let html = site.page(from: source ?? Int.random(in: sources.indices, using: &random))
                byteCount += html.count
                let address = try PageAddress("http://www.thungfasai.example/page.php?id=\(pages.count + 1)")
                let from = round == 0 ? nil : entries.indices.last { entries[$0].item == item }
                entries.append(Entry(item: item, round: round, from: from))
                pages.append(
                    (
                        address,
                        extractedDocument(
                            body: html, contentType: "text/html; charset=utf-8", lastModified: nil, address: address)
                    ))
            }
        }
        self.list = list
        self.pages = pages
        self.entries = entries
        self.byteCount = byteCount
        furniture = StoredRun.pagesPerRound.indices.map { round in
            siteFurniture(of: entries.indices.filter { entries[$0].round <= round }.map { pages[$0] })
        }
    }

    /// What the judge is given after a round.
    func input(after round: Int) -> JudgingInput {
        let known = entries.indices.filter { entries[$0].round <= round }
        return JudgingInput(
            agency: AgencyProfile(
                name: "องค์การบริหารส่วนตำบลทุ่งฟ้าใส", website: "http://www.thungfasai.example/", type: "sao"),
            isAgencyTypeStated: true, asOf: CivilDate(iso: "2023-05-15") ?? list.framework.fiscalYear.period!.to,
            answers: list.items.map { ItemAnswer(item: $0.id, state: .answered) },
            pages: known.map { number in
                ReadPage(
                    address: pages[number].address, document: pages[number].document,
                    furniture: furniture[round].masks[pages[number].address.text])
            },
            evidence: known.map { number in
                let entry = entries[number]
                return EvidenceReading(
                    id: EvidenceID(number + 1), item: entry.item, page: number, outcome: .ok,
                    via: entry.round == 0 ? .submitted : .link, from: entry.from.map { EvidenceID($0 + 1) },
                    way: entry.from == nil ? nil : WayHere(words: list.item(entry.item)?.title.th ?? ""),
                    sha256: "\(number)")
            })
    }
}
