import Digests
import Findings
import Foundation
import GradingCore
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct HostileValueTests {
    private func keptAndRead(_ page: KeptPage) async throws -> KeptPage {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            let run = try await store.begin(try StoreSamples.draft())
            try await store.keep(page, of: run)
            return try #require(try await store.pages(of: run, readBy: nil).first)
        }
    }

    @Test(arguments: [
        "https://www.example/'; DROP TABLE runs; --", "https://www.example/\"quoted\"?a='b'&c=%00#%27",
        "https://xn--12c.example:8443/a", "http://[2001:db8::1]:8080/?", "https://องค์กร.example/ก ข",
    ]) func addressesWithQuotesAreOnlyText(_ url: String) async throws {
        let page = KeptPage(record: try StoreSamples.record(url, body: StoreSamples.body(1)))
        #expect(try await keptAndRead(page).content == page.content)
    }

    @Test func textsWithNulAreKeptWhole() async throws {
        var page = KeptPage(record: try StoreSamples.record("https://www.example/", body: [0, 0, 0]))
        page.record.requested = PageAddress(
            scheme: "http", host: "a\u{0}b", port: 80, path: "/\u{0}x", query: "q\u{0}", fragment: "\u{0}")
        page.record.detail = "before\u{0}after"
        page.record.redirects = [RedirectHop(address: "\u{0}", status: .min, location: "\u{0}\u{0}")]
        page.record.attempts = [
            FetchAttempt(startedAt: "x\u{0}y", outcome: .internal, status: .max, milliseconds: .min)
        ]
        page.record.headers = [HeaderField(name: "\u{0}", value: "\u{FFFD}\u{10FFFF}")]
        page.record.milliseconds = .max
        page.pass = .min
        #expect(try await keptAndRead(page).content == page.content)
    }

    @Test func aMegabyteOfHeadersIsKept() async throws {
        var page = KeptPage(record: try StoreSamples.record("https://www.example/", body: StoreSamples.body(1)))
        page.record.headers = (0..<20_000).map {
            HeaderField(name: "X-\($0)", value: String(repeating: "v", count: 50))
        }
        #expect(try await keptAndRead(page).content == page.content)
    }

    @Test func aBodyOf20MegabytesIsKept() async throws {
        var random = SeededGenerator(seed: 1)
        var body: [UInt8] = []
        while body.count < 20 << 20 { withUnsafeBytes(of: random.next()) { body += $0 } }
        let page = KeptPage(record: try StoreSamples.record("https://www.example/big.pdf", body: body))
        let read = try await keptAndRead(page)
        #expect(read.record.body == body)
        #expect(read.record.sha256 == page.record.sha256)
    }

    @Test func addressesThatOnlySwiftHoldsForEqualAreTwoPages() async throws {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            let run = try await store.begin(try StoreSamples.draft())
            for host in ["ก\u{0E38}\u{0E48}.example", "ก\u{0E48}\u{0E38}.example"] {
                var record = try StoreSamples.record("https://www.example/", body: Array(host.utf8))
                record.requested = PageAddress(
                    scheme: "https", host: host, port: 443, path: "/", query: nil, fragment: nil)
                try await store.keep(KeptPage(record: record), of: run)
            }
            #expect(try await store.pages(of: run, readBy: nil).count == 2)
        }
    }

    @Test func everyOutcomeIsKept() async throws {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            let run = try await store.begin(try StoreSamples.draft())
            for outcome in Outcome.allCases {
                let record = try StoreSamples.record(
                    "https://www.example/\(outcome.rawValue)", body: [], outcome: outcome)
                try await store.keep(KeptPage(record: record), of: run)
            }
            let read = try await store.pages(of: run, readBy: nil).map(\.record.outcome)
            #expect(Set(read) == Set(Outcome.allCases))
        }
    }

    @Test func aDraftOfOddTextsIsGivenBack() async throws {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            var draft = try StoreSamples.draft()
            draft.agency = AgencyProfile(name: "", website: "'\u{0}\"", type: "\u{0}", province: "ก\u{0E48}\u{0E38}")
            draft.submission = []
            draft.fiscalYear = FiscalYear(-5)
            draft.asOf = try #require(CivilDate(year: 2566, month: 2, day: 28))
            draft.isDraft = true
            draft.resumeKey = ResumeKey("'; --")
            draft.startedAt = ""
            draft.warnings = []
            draft.settings = ["": .min, "x\u{0}": .max]
            _ = try await store.begin(draft)
            #expect(try await store.unfinished(draft.resumeKey)?.draft == draft)
        }
    }
}
