import Foundation
import Testing

@testable import ScoreReports

@Suite("reports as agencies write them")
struct FixtureTests {
    private func facts(_ name: String) async throws -> FixtureFacts {
        let document = try await Reports.document(fixture: name)
        let expected = try Reports.expected(name)
        do throws(ScoreReportRefusal) {
            return FixtureFacts(expected, .success(try Reports.report(document)))
        } catch {
            return FixtureFacts(expected, .failure(error))
        }
    }

    @Test(
        "every stated figure is read, every contradiction found, nothing is invented", arguments: Reports.names("seen"))
    func seen(name: String) async throws {
        let facts = try await facts(name)
        #expect(facts.wrong.isEmpty, "\(name): \(facts.wrong.joined(separator: "; "))")
    }

    @Test(
        "the same holds for reports that were written before and put aside, and for later ones",
        arguments: Reports.names("held-out") + Reports.names("later"))
    func putAside(name: String) async throws {
        let facts = try await facts(name)
        let wrong = facts.wrong.joined(separator: "; ")
        #expect(facts.wrong.isEmpty, "\(name) \(facts.right)/\(facts.all) invented \(facts.invented): \(wrong)")
    }
}
