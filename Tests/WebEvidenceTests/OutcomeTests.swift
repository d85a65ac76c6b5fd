import GradingCore
import Testing

@testable import WebEvidence

@Suite struct OutcomeTests {
    /// The table of outcomes, row by row: side, death, effect alone, reason.
    static let rows:
        [(outcomes: [String], side: OutcomeRule.Side, death: OutcomeRule.Death, effect: OutcomeRule.Effect)] =
            [
                (["ok"], .none, .never, .judged),
                (
                    [
                        "http_404", "http_410", "http_4xx", "soft_404", "redirected_home", "empty", "parked", "defaced",
                        "dns_failure", "malformed_url", "unsupported_scheme",
                    ], .agency, .atOnce, .unsatisfied
                ),
                (
                    [
                        "connect_refused", "connect_timeout", "connection_reset", "read_timeout", "dns_timeout",
                        "http_5xx",
                        "truncated", "bad_response", "redirect_loop", "too_many_redirects", "bad_redirect",
                        "http2_error",
                    ], .unclear, .afterSecondPass, .undecidedUntilConfirmed
                ),
                (
                    [
                        "tls_expired", "tls_hostname", "tls_incomplete_chain", "tls_untrusted", "tls_protocol",
                        "tls_weak",
                    ], .agency, .atOnce, .undecided
                ),
                (["permission_required"], .agency, .atOnce, .unsatisfied),
                (
                    [
                        "login_required", "blocked", "robots_refused", "script_only", "scanned_without_text",
                        "unreadable_document", "too_large", "unsupported_type", "bad_encoding",
                    ], .unclear, .never, .undecided
                ),
                (["address_refused", "internal"], .ours, .never, .undecided),
            ]

    @Test(arguments: rows.indices) func everyRowOfTheTableHolds(_ index: Int) throws {
        let row = OutcomeTests.rows[index]
        for name in row.outcomes {
            let rule = try #require(Outcome(rawValue: name), "\(name)").rule
            #expect(rule.side == row.side, "\(name)")
            #expect(rule.death == row.death, "\(name)")
            #expect(rule.effect == row.effect, "\(name)")
        }
    }

    @Test func theRowsNameEveryOutcomeOnce() {
        let named = OutcomeTests.rows.flatMap(\.outcomes)
        #expect(named.count == Set(named).count)
        #expect(Set(named) == Set(Outcome.allCases.map(\.rawValue)))
    }

    @Test(arguments: [
        ("defaced", "defaced"), ("redirected_home", "wrong_page"), ("empty", "empty_shell"), ("blocked", "blocked"),
        ("robots_refused", "blocked"), ("login_required", "needs_login"), ("permission_required", "needs_login"),
        ("http_404", "unreachable"), ("connect_timeout", "unreachable"), ("tls_expired", "unreachable"),
        ("scanned_without_text", "unreadable"), ("too_large", "unreadable"), ("internal", "unreadable"),
    ]) func reasonsFollowTheTable(_ outcome: String, _ reason: String) {
        #expect(Outcome(rawValue: outcome)?.rule.reason == reason)
    }

    @Test(arguments: Outcome.allCases) func whatWeCouldNotSeeNeverFailsAnItem(_ outcome: Outcome) {
        if outcome.rule.side != .agency { #expect(outcome.rule.effect != .unsatisfied) }
        if outcome.rule.side == .ours { #expect(!outcome.rule.isDeadAfterSecondPass) }
        #expect(outcome.rule.reason == nil || outcome != .ok)
    }

    @Test(arguments: Outcome.allCases) func failuresThatAreOnlyDeadLaterAreTriedLater(_ outcome: Outcome) {
        if outcome.rule.death == .afterSecondPass { #expect(outcome.rule.isTriedInSecondPass) }
        if outcome.rule.isDead, outcome != .dnsFailure { #expect(outcome.rule.retry == .never) }
    }

    private func record(_ outcome: Outcome, relaxed content: Outcome?) throws -> FetchRecord {
        let address = try PageAddress("https://x.example.th/")
        return FetchRecord(
            requested: address, final: address, outcome: outcome,
            relaxed: content.map { RelaxedReading(finding: outcome, content: $0, address: address.text) })
    }

    @Test(arguments: Outcome.allCases.filter { $0.rawValue.hasPrefix("tls_") })
    func contentReadInSpiteOfATLSFaultIsJudgedAndNotDead(_ outcome: Outcome) throws {
        let read = try record(outcome, relaxed: .ok).rule
        #expect(read.side == .agency && read.death == .never && read.effect == .judged && read.reason == nil)
        #expect(try record(outcome, relaxed: nil).rule == outcome.rule)
        let gone = try record(outcome, relaxed: .http404).rule
        #expect(gone.isDead && gone.effect == .undecided && !gone.isTriedInSecondPass)
        #expect(try record(outcome, relaxed: .http5xx).rule.isTriedInSecondPass)
        #expect(try record(outcome, relaxed: .http404).contentOutcome == .http404)
    }

    @Test(arguments: Outcome.allCases) func everyOutcomeHasItsWordsInBothLanguages(_ outcome: Outcome) {
        for text in [outcome.advice.message, outcome.advice.fix] {
            #expect(text.th.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) })
            #expect(text.th.count >= 10)
            #expect(text.en.hasSuffix("."))
            #expect(!text.en.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) })
        }
    }

    @Test func noTwoOutcomesSayTheSame() {
        #expect(Set(Outcome.allCases.map(\.advice.message.th)).count == Outcome.allCases.count)
        #expect(Set(Outcome.allCases.map(\.advice.message.en)).count == Outcome.allCases.count)
    }

    @Test("the advice for a file without permission has three numbered steps in both languages")
    func permissionSteps() {
        let fix = Outcome.permissionRequired.advice.fix
        for text in [fix.th, fix.en] {
            for step in ["1)", "2)", "3)"] { #expect(text.contains(step)) }
        }
        #expect(fix.th.contains("ทุกคนที่มีลิงก์") && fix.th.contains("ผู้มีสิทธิ์อ่าน"))
        #expect(!fix.th.contains("\n") && !fix.th.contains("  "))
    }
}
