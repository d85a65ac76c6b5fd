import Assessing
import Checklists
import Extraction
import Fetching
import Findings
import Foundation
import GradingCore
import Serving
import Submissions
import TestSupport
import Testing
import ThaiText

/// The verdicts that were written by hand before the judge first ran.
private struct Expected: Decodable {
    struct Item: Decodable {
        var verdict: String
        var reason: String
        var why: String
    }
    var items: [String: Item]
}

/// Audits the bundled agency over real sockets.
private func sampleAssessment(concurrency: Int) async throws -> Assessment {
    let library = try Repository.checklists()
    let list = try #require(library.year(2566))
    let declared = try submission(
        reading: try Repository.bytes("samples/thungfasai/submission.json"), fileName: "submission.json",
        itemIDs: list.items.map(\.id))
    let request = AuditRequest(
        submission: declared, list: list, library: library, checklistDigest: "test",
        signatures: try PageSignatures(json: try Repository.bytes("rules/page-signatures.json")),
        personalDataRules: try PersonalDataRules(json: try Repository.bytes("rules/personal-data.json")),
        asOf: try #require(CivilDate(iso: "2023-05-15")), secondPass: .zero, toolVersion: "test")
    return try await withSampleServer(folder: Repository.root.appending(path: "samples/thungfasai").path, port: 0) {
        server in
        var settings = FetchSettings(version: "test")
        settings.limits.concurrency = concurrency
        settings.redirections = server.hosts.compactMap { host in
            FetchSettings.Redirection(host: host, port: 80, address: "127.0.0.1", addressPort: Int(server.port))
        }
        settings.allowedNetworks = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
        return try await withFetcher(settings) { fetcher in await audited(request, fetcher: fetcher) }
    }
}

@Suite struct SampleAgencyTests {
    @Test("every item of the sample agency has the verdict and reason that a person wrote down first")
    func verdicts() async throws {
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: Repository.root.appending(path: "samples/thungfasai/expected.json")))
        let assessment = try await sampleAssessment(concurrency: 8)
        #expect(assessment.items.count == 43)
        for finding in assessment.items {
            let wanted = try #require(expected.items[finding.item.text])
            let said = finding.reasons.map { "\($0.code.rawValue): \($0.message.en)" }
            #expect(
                finding.verdict.rawValue == wanted.verdict
                    && finding.reasons.map(\.code.rawValue).contains(wanted.reason),
                "\(finding.item.text): wanted \(wanted.verdict) \(wanted.reason) (\(wanted.why)), got \(finding.verdict) \(said)"
            )
        }
    }

    @Test("two runs with other concurrency give the same findings and evidence")
    func repeatable() async throws {
        let one = try await sampleAssessment(concurrency: 1)
        let other = try await sampleAssessment(concurrency: 16)
        #expect(one.items == other.items)
        #expect(one.run == other.run)
        #expect(one.evidence.map(\.sha256) == other.evidence.map(\.sha256))
    }

    @Test("every submitted address has its row of evidence, and every satisfied item exactly one reason with a quote")
    func completeness() async throws {
        let assessment = try await sampleAssessment(concurrency: 8)
        let list = try #require(try Repository.checklists().year(2566))
        let declared = try submission(
            reading: try Repository.bytes("samples/thungfasai/submission.json"), fileName: "submission.json",
            itemIDs: list.items.map(\.id))
        for answer in declared.answers {
            let rows = assessment.evidence.filter { $0.item == answer.item && $0.via == .submitted }
            #expect(rows.map(\.submittedURL) == answer.urls.map(\.verbatim), "\(answer.item.text)")
        }
        for finding in assessment.items where finding.verdict == .satisfied {
            #expect(finding.reasons.map(\.code) == [.satisfied])
            #expect(finding.reasons.first?.evidence != nil)
            let quotes = assessment.evidence.filter { finding.evidence.contains($0.id) }.flatMap(\.quotes)
            #expect(!quotes.isEmpty, "\(finding.item.text)")
        }
    }
}
