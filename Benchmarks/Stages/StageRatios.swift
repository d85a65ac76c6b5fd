import Checklists
import Digests
import Extraction
import Fetching
import Findings
import Foundation
import GradingCore
import Judging
import Storage
import ThaiText
import WebEvidence

/// Each stage alone on the same generated pages, as a ratio to hashing their bytes: figures that hold on another machine.
/// They are compared with those of `Benchmarks/allowed.json`, and what moved is named.
struct StageRatios {
    /// CPU of each stage in microseconds for one page, the least of all rounds.
    private var costs: [(stage: String, microseconds: Double)] = []
    private let rounds: Int
    private let pages: [(address: PageAddress, body: [UInt8])]

    /// - Parameter sources: HTML in UTF-8.
    init(sources: [[UInt8]], rounds: Int) throws {
        var site = GeneratedSite(pages: sources, seed: 2566)
        pages = try (0..<120).map { number in
            (try PageAddress("http://www.example/page/\(number)"), site.page(from: number % sources.count))
        }
        self.rounds = max(1, rounds)
    }

    private mutating func stage(_ name: String, _ work: () throws -> Void) rethrows {
        var least = Double.infinity
        for _ in 0..<rounds {
            let start = Reading()
            try work()
            least = min(least, start.cpuMilliseconds)
        }
        costs.append((name, least * 1000 / Double(pages.count)))
    }

    /// Measures all stages that need no network.
    mutating func measure(_ list: YearList, _ library: ChecklistLibrary, _ signatures: PageSignatures) throws {
        let pages = pages
        // Hashing is quick and its clock coarse: ten times.
        stage("hash ×10") { for _ in 0..<10 { for page in pages { _ = ContentDigest(of: page.body).hexadecimal } } }
        stage("decode") { for page in pages { _ = decodedText(page.body, declared: ["utf-8"]) } }
        let records = pages.map { page in
            FetchRecord(
                requested: page.address, final: page.address, status: 200,
                headers: [HeaderField(name: "Content-Type", value: "text/html; charset=utf-8")], body: page.body,
                outcome: .ok)
        }
        let glance = PageGlance(signatures)
        stage("glance") { for record in records { _ = glance.outcome(of: record, siteFrontPage: nil) } }
        var documents: [ExtractedDocument] = []
        stage("parse and extract") {
            documents = pages.map {
                extractedDocument(body: $0.body, contentType: "text/html", lastModified: nil, address: $0.address)
            }
        }
        stage("classify") {
            for (record, document) in zip(records, documents) {
                _ = completedOutcome(
                    of: record, document: document, kind: .html, siteFrontPage: nil, signatures: signatures)
            }
        }
        let addresses = pages.map(\.address)
        var furniture: SiteFurniture?
        stage("furniture") { furniture = siteFurniture(of: Array(zip(addresses, documents))) }
        let input = judgingInput(list, documents, furniture)
        let judge = Judge(list: list, library: library)
        stage("match and judge") { _ = judge.judgement(of: input) }
    }

    private func judgingInput(
        _ list: YearList, _ documents: [ExtractedDocument], _ furniture: SiteFurniture?
    ) -> JudgingInput {
        JudgingInput(
            agency: AgencyProfile(name: "", website: "", type: "sao"), isAgencyTypeStated: true,
            asOf: CivilDate(iso: "2023-05-15") ?? list.framework.fiscalYear.period!.to,
            answers: list.items.map { ItemAnswer(item: $0.id, state: .answered) },
            pages: zip(pages, documents).map { page, document in
                ReadPage(
                    address: page.address, document: document, furniture: furniture?.masks[page.address.text])
            },
            evidence: pages.indices.map { number in
                EvidenceReading(
                    id: EvidenceID(number + 1), item: list.items[number % list.items.count].id, page: number,
                    outcome: .ok, via: .submitted, sha256: "\(number)")
            })
    }

    /// Keeps all pages in a store of a temporary folder.
    mutating func measureStore() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "oit-stages-\(getpid())")
        let store = try await FileStore.open(folder.path, mode: .writing)
        let draft = RunDraft(
            agency: AgencyProfile(name: "x", website: "http://www.example/"), submission: [],
            fiscalYear: FiscalYear(2566), asOf: CivilDate(iso: "2023-05-15") ?? FiscalYear(2566).period!.to,
            isDraft: false, resumeKey: ResumeKey("stages"), toolVersion: "1", checklistDigest: "a",
            startedAt: "2026-11-21T03:00:00Z")
        let run = try await store.begin(draft)
        let start = Reading()
        for page in pages {
            let record = FetchRecord(
                requested: page.address, final: page.address, status: 200, body: page.body,
                sha256: ContentDigest(of: page.body).hexadecimal, outcome: .ok)
            try await store.keep(KeptPage(record: record), of: run)
        }
        costs.append(("store", start.cpuMilliseconds * 1000 / Double(pages.count)))
        try FileManager.default.removeItem(at: folder)
    }

    /// Prints every stage beside what is allowed; false when one has become dearer.
    /// - Parameter records: true to write the figures of this run as allowed.
    func report(allowed file: URL, records: Bool) throws -> Bool {
        struct Allowed: Codable {
            /// A stage has moved when it is so many times dearer or cheaper than allowed.
            var tolerance: Double
            var ratios: [String: Double]
        }
        guard let unit = costs.first.map({ $0.microseconds / 10 }), unit > 0 else { return false }
        if records {
            let ratios = Dictionary(
                uniqueKeysWithValues: costs.dropFirst().map { ($0.stage, ($0.microseconds / unit).rounded()) })
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try encoder.encode(Allowed(tolerance: 1.3, ratios: ratios)).write(to: file)
        }
        let allowed = try JSONDecoder().decode(Allowed.self, from: try Data(contentsOf: file))
        var holds = true
        print(String(format: "hashing a page: %.1f us; each stage as a multiple of that", unit))
        for (stage, microseconds) in costs.dropFirst() {
            let ratio = microseconds / unit
            let bound = allowed.ratios[stage] ?? .infinity
            let isDearer = ratio > bound * allowed.tolerance
            let note = isDearer ? "DEARER" : ratio * allowed.tolerance < bound ? "cheaper: lower the figure" : ""
            holds = holds && !isDearer
            let shown = stage.padding(toLength: 20, withPad: " ", startingAt: 0)
            print(String(format: "%@ %8.0f us %8.1f (allowed %.0f) %@", shown, microseconds, ratio, bound, note))
        }
        return holds
    }
}
