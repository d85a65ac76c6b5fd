import Checklists
import Extraction
import Findings
import Foundation
import GradingCore
import TestSupport
import WebEvidence

@testable import Judging

/// The bundled sample agency as the judge sees it, read from its files without network.
enum SampleRun {
    private struct Site: Decodable {
        struct Route: Decodable {
            var path: String
            var file: String?
            var status: Int?
        }
        var routes: [Route]
    }

    private struct Submission: Decodable {
        struct Answer: Decodable {
            var item: String
            var urls: [String]
        }
        var answers: [Answer]
    }

    private struct Entry {
        var item: ItemID
        var address: PageAddress
        var via: Evidence.Via = .submitted
        var from: EvidenceID?
        var way: WayHere?
    }

    private static func bytes(_ path: String) -> [UInt8] {
        do { return try Repository.bytes(path) } catch {
            preconditionFailure("\(path): \(error)")
        }
    }

    private static func decoded<Value: Decodable>(_ path: String, _ type: Value.Type) -> Value {
        do { return try JSONDecoder().decode(type, from: Data(bytes(path))) } catch {
            preconditionFailure("\(path): \(error)")
        }
    }

    static let library: ChecklistLibrary = {
        do { return try Repository.checklists() } catch { preconditionFailure("\(error)") }
    }()

    static let list = library.year(2566)!
    static let judge = Judge(list: list, library: library)
    /// Everything that an audit of the sample agency rests on, two rounds of following included.
    static let input: JudgingInput = { SampleRun.followed() }()

    /// The verdict that a person wrote down for each item.
    static let expected: [String: String] = {
        struct Expected: Decodable {
            struct Item: Decodable { var verdict: String }
            var items: [String: Item]
        }
        return decoded("samples/thungfasai/expected.json", Expected.self).items.mapValues(\.verdict)
    }()

    private static func followed() -> JudgingInput {
        let pages = site()
        let answers = decoded("samples/thungfasai/submission.json", Submission.self).answers
        var entries = list.items.flatMap { item in
            answers.filter { $0.item == item.id.text }.flatMap(\.urls)
                .map { Entry(item: item.id, address: try! PageAddress(submitted: $0)) }
        }
        var session = judge.session()
        var first = 0
        for _ in 1...2 {
            let input = input(entries, pages)
            let findings = session.judgement(of: input).findings
            let open = Set(findings.filter { $0.verdict != .satisfied }.map(\.item))
            let latest = first..<entries.count
            first = entries.count
            for item in list.items where open.contains(item.id) {
                var taken = Set(entries.filter { $0.item == item.id }.map(\.address))
                let most = item.currency.codes.contains(.monthlyCurrentFY) ? 16 : 6
                var offers: [(number: Int, link: RankedLink)] = []
                for number in latest where entries[number].item == item.id {
                    guard let page = input.evidence[number].page else { continue }
                    offers += session.links(of: input.pages[page], for: item).map { (number, $0) }
                }
                for (number, link) in offers.sorted(by: { $0.link.points > $1.link.points }).prefix(most) {
                    guard taken.insert(link.address.withoutFragment).inserted else { continue }
                    let words = [entries[number].way?.words, link.words].compactMap { $0 }.joined(separator: " · ")
                    entries.append(
                        Entry(
                            item: item.id, address: link.address.withoutFragment, via: link.isEmbed ? .embed : .link,
                            from: EvidenceID(number + 1), way: WayHere(words: words)))
                }
            }
        }
        return input(entries, pages)
    }

    private struct SitePage {
        var address: PageAddress
        var outcome: Outcome
        var document: ExtractedDocument?
        var body: [UInt8]
    }

    private static func site() -> [SitePage] {
        decoded("samples/thungfasai/site.json", Site.self).routes.compactMap { route in
            guard let address = try? PageAddress("http://www.thungfasai.example\(route.path)") else { return nil }
            guard let file = route.file else {
                return SitePage(address: address, outcome: .redirectedHome, document: nil, body: [])
            }
            let body = bytes("samples/thungfasai/\(file)")
            let isText = file.hasSuffix(".html") || file.hasSuffix(".htm")
            let outcome: Outcome =
                switch route.status ?? 200 {
                case 200: file.contains("not-found-soft") ? .soft404 : isText ? .ok : .unsupportedType
                case 401: .loginRequired
                case 403: .blocked
                default: .http404
                }
            let document = extractedDocument(body: body, contentType: nil, lastModified: nil, address: address)
            return SitePage(address: address, outcome: outcome, document: isText ? document : nil, body: body)
        }
    }

    private static func input(_ entries: [Entry], _ site: [SitePage]) -> JudgingInput {
        func page(_ address: PageAddress) -> SitePage? { site.first { $0.address.isSamePage(as: address) } }
        let asked = entries.map { entry -> SitePage? in
            let first = page(entry.address)
            return first?.document?.refreshTarget.flatMap(page) ?? first
        }
        let read = asked.compactMap { $0 }.filter { $0.document != nil }
        let furniture = siteFurniture(of: read.map { ($0.address, $0.document!) })
        var numbers: [PageAddress: Int] = [:]
        var pages: [ReadPage] = []
        for page in read.sorted(by: { $0.address.text < $1.address.text }) where numbers[page.address] == nil {
            numbers[page.address] = pages.count
            pages.append(
                ReadPage(
                    address: page.address, document: page.document!, furniture: furniture.masks[page.address.text],
                    isFrontPage: page.address.isFrontPage))
        }
        let evidence = zip(entries, asked).enumerated().map { number, pair in
            EvidenceReading(
                id: EvidenceID(number + 1), item: pair.0.item, page: pair.1.flatMap { numbers[$0.address] },
                outcome: pair.1?.outcome ?? .http404, via: pair.0.via, from: pair.0.from, way: pair.0.way,
                sha256: pair.1.map { "\($0.body.hashValue)" } ?? "")
        }
        let answered = Set(entries.map(\.item))
        return JudgingInput(
            agency: AgencyProfile(
                name: "องค์การบริหารส่วนตำบลทุ่งฟ้าใส", website: "http://www.thungfasai.example", type: "sao"),
            isAgencyTypeStated: true, asOf: CivilDate(iso: "2023-05-15")!,
            answers: list.items.map {
                ItemAnswer(item: $0.id, state: answered.contains($0.id) ? .answered : .notSubmitted)
            }, pages: pages, evidence: evidence)
    }
}
