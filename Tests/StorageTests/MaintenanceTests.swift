import Findings
import Foundation
import GradingCore
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct MaintenanceTests {
    private func withStore(_ body: (FileStore, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store").path
            try await body(try await FileStore.open(path, mode: .writing), path)
        }
    }

    /// A run of one agency with some pages, finished unless an id is missing.
    private func run(
        _ store: FileStore, _ number: Int, at day: String, id: String?, agency: String = "ก", year: Int = 2566,
        pages: Range<Int> = 0..<0
    ) async throws -> RunKey {
        var draft = try StoreSamples.draft(number, startedAt: day + "T03:00:00Z")
        draft.agency = AgencyProfile(name: agency, website: "https://www.example/")
        draft.fiscalYear = FiscalYear(year)
        let run = try await store.begin(draft)
        for page in pages {
            try await store.keep(
                KeptPage(
                    record: try StoreSamples.record("https://www.example/\(page)", body: StoreSamples.body(page)),
                    document: ExtractedDocument(title: "\(page)"), extractor: ExtractorVersion("7")), of: run)
        }
        if let id {
            try await store.conclude(run, id: RunID(id), isPartial: false, judgement: try StoreSamples.judgement())
        }
        return run
    }

    private func rule(_ days: Int) throws -> PruneRule {
        PruneRule(olderThanDays: days, asOf: try #require(CivilDate(iso: "2026-11-21")))
    }

    // MARK: Checking and counting

    @Test func aWholeStoreIsCountedAndFoundWhole() async throws {
        try await withStore { store, _ in
            #expect(try await store.check().isWhole)
            _ = try await run(store, 1, at: "2026-11-01", id: "a", pages: 0..<4)
            _ = try await run(store, 2, at: "2026-11-02", id: nil, pages: 2..<6)
            let check = try await store.check()
            #expect(check.damages == [])
            var expected = StoreStatistics()
            expected.agencies = 1
            expected.runs = 2
            expected.unfinishedRuns = 1
            expected.pages = 8
            expected.bodies = 6
            expected.bodyBytes = (0..<6).reduce(0) { $0 + StoreSamples.body($1).count }
            expected.packedBodyBytes = check.statistics.packedBodyBytes
            expected.documents = 6
            expected.judgements = 1
            expected.submissions = 2
            expected.fileBytes = check.statistics.fileBytes
            expected.oldestStart = "2026-11-01T03:00:00Z"
            expected.newestStart = "2026-11-02T03:00:00Z"
            #expect(check.statistics == expected)
            #expect(try await store.statistics() == expected)
            #expect((1..<expected.bodyBytes).contains(expected.packedBodyBytes))
        }
    }

    // MARK: Backup

    @Test func aBackupHoldsEverythingAndIsMadeWhileOthersWrite() async throws {
        try await withStore { store, folder in
            let key = try await run(store, 1, at: "2026-11-01", id: "a", pages: 0..<30)
            let path = folder + "-backup/oit.sqlite"
            try FileManager.default.createDirectory(atPath: folder + "-backup", withIntermediateDirectories: true)
            async let writing: Void = {
                let other = try await FileStore.open(folder, mode: .writing, waiting: .seconds(120))
                for number in 2..<6 { _ = try await run(other, number, at: "2026-11-02", id: nil) }
            }()
            try await store.backup(to: path)
            try await writing
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder + "-backup") == [FileStore.fileName])
            let copy = try await FileStore.open(folder + "-backup", mode: .writing)
            #expect(try await copy.check().isWhole)
            #expect(
                try await copy.pages(of: key, readBy: nil).map(\.content)
                    == store.pages(of: key, readBy: nil).map(\.content))
            let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(permissions == 0o600)
        }
    }

    @Test func aBackupNeverTouchesAFileThatIsThere() async throws {
        try await withStore { store, folder in
            let path = folder + "-backup"
            try Data("mine".utf8).write(to: URL(filePath: path))
            await #expect { try await store.backup(to: path) } throws: { error in
                (error as? StoreError)?.code == .cannotOpen && (error as? StoreError)?.path == path
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
            // Not itself either.
            await #expect(throws: StoreError.self) { try await store.backup(to: folder + "/oit.sqlite") }
            #expect(try await store.check().isWhole)
        }
    }

    @Test func aBackupIntoAFolderThatIsNotThereIsAnError() async throws {
        try await withStore { store, folder in
            await #expect { try await store.backup(to: folder + "/none/backup") } throws: { error in
                (error as? StoreError)?.code == .cannotOpen
            }
        }
    }

    @Test func aBackupOfADamagedFileIsRefusedAndLeavesNothing() async throws {
        try await withStore { store, folder in
            _ = try await run(store, 1, at: "2026-11-01", id: "a", pages: 0..<4)
            await store.close()
            let path = folder + "/oit.sqlite"
            let root = try SQLiteConnection(path, access: .reading, busyMilliseconds: 0).number(
                "SELECT rootpage FROM sqlite_schema WHERE name = 'attempts'")
            var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            bytes[(Int(try #require(root)) - 1) * 1024] ^= 0x04
            try Data(bytes).write(to: URL(filePath: path))
            let damaged = try await FileStore.open(folder, mode: .reading)
            await #expect { try await damaged.backup(to: folder + "/backup") } throws: { error in
                (error as? StoreError)?.code == .damaged
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/backup"))
        }
    }

    // MARK: Pruning

    @Test func oldRunsGoButTheNewestFinishedOneOfEachAgencyAndYearStays() async throws {
        try await withStore { store, _ in
            _ = try await run(store, 1, at: "2026-01-01", id: "a1")
            let kept = try await run(store, 2, at: "2026-01-02", id: "a2")
            _ = try await run(store, 3, at: "2026-01-03", id: nil)
            let otherYear = try await run(store, 4, at: "2026-01-04", id: "a4", year: 2565)
            let otherAgency = try await run(store, 5, at: "2026-01-05", id: "b1", agency: "ข")
            let young = try await run(store, 6, at: "2026-11-20", id: nil)
            let report = try await store.prune(try rule(30))
            #expect(report.runs.map(\.key.number) == [3, 1])
            #expect(try await store.runs().map(\.key) == [young, otherAgency, otherYear, kept])
            #expect(try await store.check().damages == [])
            #expect(try await store.prune(try rule(30)).runs.isEmpty)
        }
    }

    @Test func theLastDayOfTheRuleStays() async throws {
        try await withStore { store, _ in
            let run = try await run(store, 1, at: "2026-11-11", id: nil)
            #expect(try await store.prune(try rule(10)).runs.isEmpty)
            #expect(try await store.prune(try rule(9)).runs.map(\.key) == [run])
        }
    }

    @Test func onlyWhatNoRunUsesGoesWithARun() async throws {
        try await withStore { store, folder in
            _ = try await run(store, 1, at: "2026-01-01", id: "a", pages: 0..<8)
            let kept = try await run(store, 2, at: "2026-01-02", id: "b", pages: 4..<12)
            let pages = try await store.pages(of: kept, readBy: ExtractorVersion("7")).map(\.content)
            let before = try await store.statistics().fileBytes
            let report = try await store.prune(try rule(30))
            #expect(report.pages == 8)
            #expect(report.documents == 4)
            // The first body stays: others lean on it.
            #expect(report.bodies == 3)
            #expect(report.submissions == 1)
            #expect(report.freedBytes > 0)
            #expect(try await store.pages(of: kept, readBy: ExtractorVersion("7")).map(\.content) == pages)
            #expect(try await store.check().damages == [])
            await store.close()
            let file = try FileManager.default.attributesOfItem(atPath: folder + "/oit.sqlite")
            #expect(file[.size] as? Int == before - report.freedBytes)
        }
    }

    @Test func aDryRunTellsTheSameAndChangesNothing() async throws {
        try await withStore { store, _ in
            _ = try await run(store, 1, at: "2026-01-01", id: "a", pages: 0..<8)
            _ = try await run(store, 2, at: "2026-01-02", id: "b", pages: 4..<12)
            let before = try await store.check()
            let report = try await store.prune(try rule(30), isDryRun: true)
            #expect(report.runs.count == 1)
            #expect(try await store.check() == before)
            #expect(try await store.prune(try rule(30)) == report)
        }
    }

    @Test func keysOfRemovedRunsAreNeverGivenAgain() async throws {
        try await withStore { store, _ in
            let gone = try await run(store, 1, at: "2026-01-01", id: nil)
            _ = try await store.prune(try rule(30))
            let next = try await run(store, 2, at: "2026-11-20", id: nil)
            #expect(next != gone)
            await #expect(throws: StoreError.self) { try await store.pages(of: gone, readBy: nil) }
        }
    }

    @Test func aRunWhoseBeginningNamesNoDayStays() async throws {
        try await withStore { store, _ in
            _ = try await run(store, 1, at: "long ago", id: nil)
            #expect(try await store.prune(try rule(0)).runs.isEmpty)
        }
    }

    // MARK: Exporting

    @Test func aStoreIsNeverReplacedByACopyOfOneRun() async throws {
        try await withStore { store, folder in
            let key = try await run(store, 1, at: "2026-01-01", id: "a", pages: 0..<3)
            let other = try await FileStore.open(folder + "-other", mode: .writing)
            _ = try await run(other, 9, at: "2026-01-01", id: "z")
            for target in [folder, folder + "-other"] {
                await #expect { try await store.exportRun(key, to: target) } throws: { error in
                    (error as? StoreError)?.code == .cannotOpen
                }
            }
            #expect(try await other.runs().map(\.id) == [RunID("z")])
            #expect(try await store.check().isWhole)
            // A copy into its own folder is there already.
            try await store.exportRun(key, to: folder + "-copy")
            let copy = try await FileStore.open(folder + "-copy", mode: .reading)
            try await copy.exportRun(key, to: folder + "-copy")
            #expect(try await copy.check().isWhole)
        }
    }

    @Test func aFileOfSomebodyElseIsNotReplacedByACopy() async throws {
        try await withStore { store, folder in
            let key = try await run(store, 1, at: "2026-01-01", id: "a")
            try FileManager.default.createDirectory(atPath: folder + "-x", withIntermediateDirectories: true)
            let path = folder + "-x/oit.sqlite"
            try Data("mine".utf8).write(to: URL(filePath: path))
            await #expect { try await store.exportRun(key, to: folder + "-x") } throws: { error in
                (error as? StoreError)?.code == .notAStore
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "-x") == ["oit.sqlite"])
        }
    }

    @Test func aCopyIsReplacedByTheCopyOfAnotherRunAndReadersKeepTheOldOne() async throws {
        try await withStore { store, folder in
            let first = try await run(store, 1, at: "2026-01-01", id: "a", pages: 0..<3)
            let second = try await run(store, 2, at: "2026-01-02", id: "b", pages: 3..<9)
            try await store.exportRun(first, to: folder + "-copy")
            let reader = try await FileStore.open(folder + "-copy", mode: .reading)
            try await store.exportRun(second, to: folder + "-copy")
            #expect(try await reader.runs().map(\.id) == [RunID("a")])
            #expect(try await FileStore.open(folder + "-copy", mode: .reading).runs().map(\.id) == [RunID("b")])
        }
    }

    @Test func aCopyCanBeJudgedAgain() async throws {
        try await withStore { store, folder in
            let key = try await run(store, 1, at: "2026-01-01", id: "a", pages: 0..<3)
            try await store.exportRun(key, to: folder + "-copy")
            let copy = try await FileStore.open(folder + "-copy", mode: .writing)
            try await copy.add(try StoreSamples.judgement("again"), to: key)
            #expect(try await copy.judgement(of: key) == StoreSamples.judgement("again"))
            #expect(try await copy.check().isWhole)
        }
    }

    @Test func aDamagedPageIsNotCopied() async throws {
        try await withStore { store, folder in
            let key = try await run(store, 1, at: "2026-01-01", id: "a", pages: 0..<3)
            let file = StoreFile(folder: folder)
            try SQLiteConnection(file.path, access: .writing, busyMilliseconds: 1000).execute(
                "UPDATE bodies SET content = zeroblob(9) WHERE key = 2")
            await #expect { try await store.exportRun(key, to: folder + "-copy") } throws: { error in
                (error as? StoreError)?.subject == "https://www.example/1"
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "-copy").isEmpty)
        }
    }
}
