import Findings
import GradingCore
import Testing

@Suite struct FindingsTests {
    @Test("evidence ids are ordered by number, not by text")
    func evidenceOrder() {
        #expect([EvidenceID(10), EvidenceID(2), EvidenceID(1)].sorted().map(\.text) == ["e1", "e2", "e10"])
    }

    @Test("confidence is ordered from low to high")
    func confidence() { #expect(Confidence.allCases.sorted() == [.low, .medium, .high]) }

    @Test("the reasons are the words of the contract")
    func reasons() {
        #expect(
            ReasonCode.allCases.map(\.rawValue) == [
                "not_submitted", "unreachable", "wrong_page", "wrong_item", "missing_element", "outdated", "undated",
                "period_incomplete", "future", "empty_shell", "not_on_main_website", "other_agency", "unsigned",
                "one_way_only", "needs_login", "only_social", "unreadable", "copied_instruction", "defaced",
                "duplicate_evidence", "blocked", "low_confidence", "satisfied",
            ])
    }

    @Test("an undecided item has no points, so that it widens the interval")
    func points() {
        #expect(Verdict.allCases.map(\.points) == [100, 0, nil, nil])
    }
}
