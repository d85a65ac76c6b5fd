import Findings
import Foundation
import GradingCore
import Storage
import TestSupport
import Testing
import WebEvidence

@Suite struct FileStoreTests {
    private func withStore(_ body: (FileStore, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store").path
            try await body(try await FileStore.open(path, mode: .writing), path)
        }
    }

    @Test func keepsARunWithItsPagesAndGivesThemBackAsTheyWere() async throws {
        try await withStore { store, folder in
            let draft = try StoreSamples.draft()
            let run = try await store.begin(draft)
            let pages = try StoreSamples.pages(5)
            for page in pages.reversed() { try await store.keep(page, of: run) }
            #expect(try await store.pages(of: run, readBy: nil).map(\.content) == pages.map(\.content))
            #expect(try await store.submission(of: run) == draft.submission)
            let stored = try #require(try await store.unfinished(draft.resumeKey))
            #expect(stored.draft == draft)
            #expect(stored.pageCount == 5)
            #expect(stored.state == .open)
            #expect(stored.id == nil)
            await store.close()
            let again = try await FileStore.open(folder, mode: .reading)
            #expect(try await again.pages(of: run, readBy: nil).map(\.content) == pages.map(\.content))
        }
    }

    @Test func aPageKeptTwiceIsReplaced() async throws {
        try await withStore { store, _ in
            let run = try await store.begin(try StoreSamples.draft())
            var page = try StoreSamples.pages(1)[0]
            try await store.keep(page, of: run)
            page.pass = 2
            page.record.outcome = .http5xx
            try await store.keep(page, of: run)
            #expect(try await store.pages(of: run, readBy: nil).map(\.content) == [page.content])
            #expect(try await store.runs().map(\.pageCount) == [1])
        }
    }

    @Test func aConcludedRunHasItsIdAndJudgement() async throws {
        try await withStore { store, _ in
            let draft = try StoreSamples.draft()
            let run = try await store.begin(draft)
            try await store.note(RunProgress(didSecondPass: true, followRounds: 2), of: run)
            #expect(try await store.judgement(of: run) == nil)
            let judgement = try StoreSamples.judgement()
            try await store.conclude(run, id: RunID("2566-x"), isPartial: false, judgement: judgement)
            #expect(try await store.judgement(of: run) == judgement)
            #expect(try await store.unfinished(draft.resumeKey) == nil)
            let stored = try #require(try await store.run(RunID("2566-x"), ordinal: nil))
            #expect(stored.state == .finished)
            #expect(stored.finishedAt == judgement.judgedAt)
            #expect(stored.score == judgement.score)
            #expect(stored.progress == RunProgress(didSecondPass: true, followRounds: 2))
        }
    }

    @Test func aRunThatWasStoppedCanStillBeContinued() async throws {
        try await withStore { store, _ in
            let draft = try StoreSamples.draft()
            let run = try await store.begin(draft)
            try await store.conclude(run, id: RunID("a"), isPartial: true, judgement: try StoreSamples.judgement())
            let stored = try #require(try await store.unfinished(draft.resumeKey))
            #expect(stored.key == run)
            #expect(stored.state == .interrupted)
            #expect(try await store.unfinished(ResumeKey("another")) == nil)
        }
    }

    @Test func theNewestUnfinishedRunOfAKeyIsContinued() async throws {
        try await withStore { store, _ in
            _ = try await store.begin(try StoreSamples.draft(startedAt: "2026-11-21T01:00:00Z"))
            let newer = try await store.begin(try StoreSamples.draft(startedAt: "2026-11-21T02:00:00Z"))
            #expect(try await store.unfinished(ResumeKey("key 1"))?.key == newer)
        }
    }

    @Test func runsOfOneIdAreCountedFromTheOldest() async throws {
        try await withStore { store, _ in
            var keys: [RunKey] = []
            for number in 0..<3 {
                let run = try await store.begin(try StoreSamples.draft(number))
                try await store.conclude(
                    run, id: RunID("same"), isPartial: false, judgement: try StoreSamples.judgement())
                keys.append(run)
            }
            #expect(try await store.run(RunID("same"), ordinal: nil)?.key == keys[2])
            #expect(try await store.run(RunID("same"), ordinal: 1)?.key == keys[0])
            #expect(try await store.run(RunID("same"), ordinal: 3)?.key == keys[2])
            #expect(try await store.run(RunID("same"), ordinal: 4) == nil)
            #expect(try await store.run(RunID("same"), ordinal: 0) == nil)
            #expect(try await store.run(RunID("same"), ordinal: .max) == nil)
            #expect(try await store.run(RunID("same"), ordinal: .min) == nil)
            #expect(try await store.run(RunID("other"), ordinal: nil) == nil)
            #expect(try await store.runs().map(\.key) == keys.reversed())
        }
    }

    @Test func aLaterJudgementIsAddedOnlyWhenItSaysSomethingElse() async throws {
        try await withStore { store, _ in
            let run = try await store.begin(try StoreSamples.draft())
            let first = try StoreSamples.judgement()
            try await store.conclude(run, id: RunID("a"), isPartial: false, judgement: first)
            try await store.add(try StoreSamples.judgement(at: "2027-01-01T00:00:00Z"), to: run)
            #expect(try await store.judgement(of: run) == first)
            var other = try StoreSamples.judgement("another", at: "2027-01-02T00:00:00Z")
            other.score = HundredthsInterval(Hundredths(10_000))
            try await store.add(other, to: run)
            #expect(try await store.judgement(of: run) == other)
            #expect(try await store.runs().map(\.score) == [other.score])
        }
    }

    @Test func anUnknownRunIsAnErrorThatNamesItsKey() async throws {
        try await withStore { store, _ in
            await #expect { try await store.pages(of: RunKey(77), readBy: nil) } throws: { error in
                let error = error as? StoreError
                return error?.code == .failed && error?.message.en.contains("77") == true
            }
        }
    }

    @Test func aPageWhoseDigestIsNotThatOfItsBytesIsRefused() async throws {
        try await withStore { store, _ in
            let run = try await store.begin(try StoreSamples.draft())
            var page = try StoreSamples.pages(1)[0]
            page.record.body.append(0)
            await #expect(throws: StoreError.self) { try await store.keep(page, of: run) }
            #expect(try await store.pages(of: run, readBy: nil).isEmpty)
        }
    }

    @Test func anExportedRunIsAStoreOfItsOwn() async throws {
        try await withStore { store, folder in
            _ = try await store.begin(try StoreSamples.draft(1))
            let draft = try StoreSamples.draft(2)
            let run = try await store.begin(draft)
            let pages = try StoreSamples.pages(4)
            for page in pages { try await store.keep(page, of: run) }
            let judgement = try StoreSamples.judgement()
            try await store.conclude(run, id: RunID("a"), isPartial: false, judgement: judgement)
            let target = folder + "-copy"
            // Once more over the first copy.
            for _ in 0..<2 { try await store.exportRun(run, to: target) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: target) == [FileStore.fileName])
            let copy = try await FileStore.open(target, mode: .reading)
            let copied = try #require(try await copy.runs().first)
            #expect(try await copy.runs().count == 1)
            #expect(copied.id == RunID("a"))
            #expect(try await copy.pages(of: copied.key, readBy: nil).map(\.content) == pages.map(\.content))
            #expect(try await copy.judgement(of: copied.key) == judgement)
            #expect(try await copy.submission(of: copied.key) == draft.submission)
        }
    }
}
