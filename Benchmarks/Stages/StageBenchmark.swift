import Checklists
import Extraction
import Fetching
import Findings
import Foundation
import GradingCore
import Judging
import Serving
import WebEvidence

/// CPU and wall time of each stage on the bundled sample agency: fetch over loopback, decode and extract, judge; then of
/// judging alone on a stored run of 300 generated pages.
/// Run: swift run -c release stage-benchmark [ROUNDS [judging|ratios|record]]; with `judging` only the stored run, with
/// `ratios` each stage against `Benchmarks/allowed.json` (exit 1 when one is dearer), which `record` writes.
@main
enum StageBenchmark {
    static func main() async throws {
        let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let library = try library(root.appending(path: "checklists"))
        guard let list = library.year(2566) else { return }
        let server = try SampleServer(folder: root.appending(path: "samples/thungfasai").path)
        defer { server.stop() }
        do {
            let addresses = try paths(root).map { try PageAddress("http://\(server.hosts[0])\($0)") }
            if let word = CommandLine.arguments.last, ["ratios", "record"].contains(word) {
                return try await measureRatios(rounds, library, list, server, root, records: word == "record")
            }
            let isJudgingOnly = CommandLine.arguments.last == "judging"
            for round in 0..<(isJudgingOnly ? 0 : rounds) {
                let start = Reading()
                let records = try await fetched(addresses, server)
                start.report("fetch", addresses.count)
                let pages = records.filter {
                    $0.outcome == .ok && bodyKind(of: $0.body, contentType: $0.header("Content-Type")).isReadable
                }
                let bytes = pages.reduce(0) { $0 + $1.body.count }
                let documents = measured("decode and extract", pages.count) {
                    pages.map { page in
                        extractedDocument(
                            body: page.body, contentType: page.header("Content-Type"), lastModified: nil,
                            address: page.final)
                    }
                }
                let furniture = measured("furniture", pages.count) {
                    siteFurniture(of: zip(pages, documents).map { ($0.final, $1) })
                }
                let judge = measured("phrases of the list into one automaton", 1) {
                    Judge(list: list, library: library)
                }
                let input = input(list, pages, documents, furniture)
                _ = measured("judge every page for every item", pages.count) { judge.judgement(of: input) }
                print("round \(round + 1): \(pages.count) pages, \(bytes / 1024) KiB\n")
            }
            try await measureStoredRun(rounds, library, list, server, root)
        }
    }

    private static func measureRatios(
        _ rounds: Int, _ library: ChecklistLibrary, _ list: YearList, _ server: SampleServer, _ root: URL,
        records: Bool
    ) async throws {
        let addresses = try paths(root).map { try PageAddress("http://\(server.hosts[0])\($0)") }
        let sources = try await fetched(addresses, server).filter { record in
            record.outcome == .ok && String(validating: record.body, as: UTF8.self) != nil
                && bodyKind(of: record.body, contentType: record.header("Content-Type")) == .html
        }.sorted { $0.requested.text < $1.requested.text }.map(\.body)
        let signatures = try PageSignatures(
            json: [UInt8](try Data(contentsOf: root.appending(path: "rules/page-signatures.json"))))
        var ratios = try StageRatios(sources: sources, rounds: rounds)
        try ratios.measure(list, library, signatures)
        try await ratios.measureStore()
        if try !ratios.report(allowed: root.appending(path: "Benchmarks/allowed.json"), records: records) { exit(1) }
    }

    private static func measureStoredRun(
        _ rounds: Int, _ library: ChecklistLibrary, _ list: YearList, _ server: SampleServer, _ root: URL
    ) async throws {
        struct Submitted: Decodable {
            struct Answer: Decodable {
                var item: String
                var urls: [String]
            }
            var answers: [Answer]
        }
        let addresses = try paths(root).map { try PageAddress("http://\(server.hosts[0])\($0)") }
        let records = try await fetched(addresses, server).filter { record in
            record.outcome == .ok && bodyKind(of: record.body, contentType: record.header("Content-Type")) == .html
                && String(validating: record.body, as: UTF8.self) != nil
        }.sorted { $0.requested.text < $1.requested.text }
        let data = try Data(contentsOf: root.appending(path: "samples/thungfasai/submission.json"))
        var submitted: [String: Int] = [:]
        for answer in try JSONDecoder().decode(Submitted.self, from: data).answers {
            guard let url = answer.urls.first else { continue }
            let address = try PageAddress(submitted: url)
            submitted[answer.item] = records.firstIndex { $0.requested.isSamePage(as: address) }
        }
        let run = try StoredRun(list: list, sources: records.map(\.body), submitted: submitted, seed: 2566)
        print("a stored run: \(run.pages.count) pages, \(run.byteCount / 1024) KiB, \(list.items.count) items")
        for _ in 1...rounds { StoredRunBenchmark(run: run, library: library).measure() }
    }

    private static func paths(_ root: URL) throws -> [String] {
        struct Site: Decodable {
            struct Route: Decodable { var path: String }
            var routes: [Route]
        }
        let data = try Data(contentsOf: root.appending(path: "samples/thungfasai/site.json"))
        return try JSONDecoder().decode(Site.self, from: data).routes.map(\.path)
    }

    private static func fetched(_ addresses: [PageAddress], _ server: SampleServer) async throws -> [FetchRecord] {
        var settings = FetchSettings(version: "bench")
        settings.redirections = server.hosts.compactMap { host in
            FetchSettings.Redirection(host: host, port: 80, address: "127.0.0.1", addressPort: Int(server.port))
        }
        settings.allowedNetworks = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
        settings.limits.retries = 0
        return try await withFetcher(settings) { fetcher in
            await withTaskGroup(of: FetchRecord.self) { group in
                for address in addresses { group.addTask { await fetcher.fetch(address) } }
                var records: [FetchRecord] = []
                for await record in group { records.append(record) }
                return records
            }
        }
    }

    private static func input(
        _ list: YearList, _ pages: [FetchRecord], _ documents: [ExtractedDocument], _ furniture: SiteFurniture
    ) -> JudgingInput {
        var evidence: [EvidenceReading] = []
        for item in list.items {
            for index in pages.indices {
                evidence.append(
                    EvidenceReading(
                        id: EvidenceID(evidence.count + 1), item: item.id, page: index, outcome: .ok, via: .submitted,
                        sha256: pages[index].sha256))
            }
        }
        return JudgingInput(
            agency: AgencyProfile(name: "", website: "", type: "sao"), isAgencyTypeStated: true,
            asOf: CivilDate(year: 2023, month: 5, day: 15) ?? list.framework.fiscalYear.period!.to,
            answers: list.items.map { ItemAnswer(item: $0.id, state: .answered) },
            pages: zip(pages, documents).map { page, document in
                ReadPage(address: page.final, document: document, furniture: furniture.masks[page.final.text])
            }, evidence: evidence)
    }

    private static func library(_ root: URL) throws -> ChecklistLibrary {
        var files: [String: [UInt8]] = [:]
        for folder in ["years", "topics"] {
            guard let walker = FileManager.default.enumerator(atPath: root.appending(path: folder).path) else {
                continue
            }
            for case let path as String in walker where path.hasSuffix(".json") {
                files["\(folder)/\(path)"] = [UInt8](try Data(contentsOf: root.appending(path: "\(folder)/\(path)")))
            }
        }
        files["synonyms.json"] = [UInt8](try Data(contentsOf: root.appending(path: "synonyms.json")))
        return try ChecklistLibrary(files: files)
    }
}
