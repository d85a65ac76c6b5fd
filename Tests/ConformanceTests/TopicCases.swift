import Checklists
import Extraction
import Findings
import Foundation
import GradingCore
import Judging
import TestSupport
import WebEvidence

/// One page of a topic's `cases/` with what the judge must say of it.
struct TopicCase: Decodable, Sendable, CustomStringConvertible {
    struct AgencyOfCase: Decodable, Sendable {
        var name: String
        var type: String
    }
    var file: String
    var item: String?
    var year: Int
    var asOf: String
    var agency: AgencyOfCase
    var url: String
    var expected: String
    var reason: String?
    var topic = ""

    private enum CodingKeys: String, CodingKey {
        case file, item, year, agency, url, expected, reason
        case asOf = "as_of"
    }

    var description: String { "\(topic)/\(file)" }
}

/// The checklists folder of the source tree.
enum Corpus {
    static let root = Repository.root.appending(path: "checklists")

    static let library: ChecklistLibrary = {
        do {
            return try Repository.checklists()
        } catch {
            preconditionFailure("the bundled checklists do not load: \(error)")
        }
    }()

    static let cases: [TopicCase] = {
        library.topics.flatMap { topic -> [TopicCase] in
            let file = root.appending(path: "topics/\(topic.id.text)/cases/cases.json")
            do {
                return try JSONDecoder().decode([TopicCase].self, from: Data(contentsOf: file)).map { entry in
                    var entry = entry
                    entry.topic = topic.id.text
                    return entry
                }
            } catch {
                preconditionFailure("\(file.path): \(error)")
            }
        }
    }()

    static let decoys: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "decoys").path)) ?? []
        return names.filter { $0.hasSuffix(".html") }.sorted()
    }()

    /// One judge for each year: building its automaton takes longer than judging a page.
    static let judges: [Int: Judge] = Dictionary(
        uniqueKeysWithValues: library.years.map { ($0.year, Judge(list: $0, library: library)) })

    /// Judges one page, submitted for the items given, with nothing else fetched.
    static func findings(
        page bytes: [UInt8], url: String, items: [ChecklistItem], list: YearList, agency: TopicCase.AgencyOfCase,
        asOf: String
    ) throws -> [ItemFinding] {
        let address = try PageAddress(url)
        let document = extractedDocument(
            body: bytes, contentType: "text/html; charset=utf-8", lastModified: nil, address: address)
        let furniture = siteFurniture(of: [(address, document)])
        let page = ReadPage(
            address: address, document: document, furniture: furniture.masks[address.text])
        let asked = Set(items.map(\.id))
        let input = JudgingInput(
            agency: AgencyProfile(
                name: agency.name, website: "\(address.scheme)://\(address.host)/", type: agency.type),
            isAgencyTypeStated: true, asOf: CivilDate(iso: asOf) ?? CivilDate(iso: "2023-05-15")!,
            answers: list.items.map { ItemAnswer(item: $0.id, state: asked.contains($0.id) ? .answered : .open) },
            pages: [page],
            evidence: items.enumerated().map { number, item in
                EvidenceReading(
                    id: EvidenceID(number + 1), item: item.id, page: 0, outcome: .ok, via: .submitted, sha256: "0")
            })
        return judges[list.year]?.judgement(of: input).findings.filter { asked.contains($0.item) } ?? []
    }
}
