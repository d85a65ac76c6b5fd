import Findings
import Foundation
import Glibc
import GradingCore
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct FileStoreVersionTests {
    @Test func aNewerStoreIsLeftAsItIs() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await StoreOpening.makeStore(file)
            try SQLiteConnection(file.path, access: .writing, busyMilliseconds: 0).execute("PRAGMA user_version = 99")
            let before = try StoreOpening.bytes(file)
            for mode in FileStore.Mode.allCases {
                await #expect { try await FileStore.open(file, mode: mode) } throws: { error in
                    let error = error as? StoreError
                    return error?.code == .newerVersion && error?.message.en.contains("99") == true
                        && error?.message.th.contains("99") == true
                }
            }
            #expect(try StoreOpening.bytes(file) == before)
        }
    }

    /// A version that is newer in the journal only, as after a kill in the midst of things.
    @Test func aNewerVersionInTheJournalIsSeen() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await StoreOpening.makeStore(file)
            let other = try SQLiteConnection(file.path, access: .writing, busyMilliseconds: 0)
            try other.execute("PRAGMA user_version = 99")
            await expectFailure(.newerVersion) { _ = try await FileStore.open(file, mode: .reading) }
            await expectFailure(.newerVersion) { _ = try await FileStore.open(file, mode: .writing) }
        }
    }

    /// A program of tomorrow, which knows a second version.
    private func later(_ file: StoreFile) -> StoreFile {
        var later = file
        later.migrations.steps.append(
            "ALTER TABLE runs ADD COLUMN note TEXT NOT NULL DEFAULT ''; CREATE INDEX runs_by_id ON runs (id);")
        return later
    }

    @Test func anOlderStoreIsBroughtToThisVersionWithAllItHolds() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await StoreOpening.makeStore(file)
            let store = try await FileStore.open(later(file), mode: .writing)
            let run = try #require(try await store.run(RunID("a"), ordinal: nil))
            #expect(
                try await store.pages(of: run.key, readBy: nil).map(\.content) == StoreSamples.pages(3).map(\.content))
            #expect(try await store.check().isWhole)
            await store.close()
            await expectFailure(.newerVersion) { _ = try await FileStore.open(file, mode: .reading) }
        }
    }

    @Test func anOlderStoreIsReadWithoutBeingChanged() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await StoreOpening.makeStore(file)
            let before = try StoreOpening.bytes(file)
            let store = try await FileStore.open(later(file), mode: .reading)
            let run = try #require(try await store.run(RunID("a"), ordinal: nil))
            #expect(
                try await store.pages(of: run.key, readBy: nil).map(\.content) == StoreSamples.pages(3).map(\.content))
            #expect(try await store.check().isWhole)
            try await store.exportRun(run.key, to: file.folder + "/copy")
            await store.close()
            #expect(try StoreOpening.bytes(file) == before)
            let copy = try await FileStore.open(later(StoreFile(folder: file.folder + "/copy")), mode: .reading)
            #expect(try await copy.pages(of: run.key, readBy: nil).count == 3)
        }
    }

    @Test func aMigrationThatFailsLeavesTheOldVersion() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await StoreOpening.makeStore(file)
            var broken = file
            broken.migrations.steps.append("CREATE TABLE half (a); INSERT INTO nowhere VALUES (1);")
            await expectFailure(nil) { _ = try await FileStore.open(broken, mode: .writing) }
            let store = try await FileStore.open(file, mode: .writing)
            #expect(try await store.check().isWhole)
        }
    }

    /// The base of all migrations to come: a store of version 1 as its program wrote it.
    @Test func aStoreOfVersion1CanBeReadForEver() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await Version1Store.write(to: file.path)
            let store = try await FileStore.open(file, mode: .writing)
            #expect(try await store.check().damages == [])
            let run = try #require(try await store.run(RunID("2566-2023-05-15-0123456789"), ordinal: nil))
            #expect(run.draft.agency.name == "องค์การบริหารส่วนตำบลทุ่งตัวอย่าง")
            let pages = try await store.pages(of: run.key, readBy: ExtractorVersion("7"))
            #expect(pages.map(\.record.body) == [StoreSamples.body(0), StoreSamples.body(1)])
            #expect(pages.map { $0.document?.title } == ["หน้า 0", "หน้า 1"])
            #expect(try await store.judgement(of: run.key) == StoreSamples.judgement())
        }
    }

    /// Its file was not made for giving room back.
    @Test func aStoreThatCannotShrinkIsPrunedAllTheSame() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await Version1Store.write(to: file.path)
            let store = try await FileStore.open(file, mode: .writing)
            let old = try await store.begin(try StoreSamples.draft(2, startedAt: "2020-01-01T00:00:00Z"))
            for page in try StoreSamples.pages(5) { try await store.keep(page, of: old) }
            let rule = PruneRule(olderThanDays: 1, asOf: try StoreSamples.draft().asOf)
            #expect(try await store.prune(rule).runs.map(\.key) == [old])
            #expect(try await store.check().isWhole)
        }
    }
}
