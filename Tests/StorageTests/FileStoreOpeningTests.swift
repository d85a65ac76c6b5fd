import Findings
import Foundation
import Glibc
import GradingCore
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct FileStoreOpeningTests {
    private func permissions(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
    }

    // MARK: Making

    @Test func aNewStoreIsForItsOwnerOnly() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.appending(path: "a/b").path)
            try await StoreOpening.makeStore(file)
            #expect(try permissions(folder.appending(path: "a").path) == 0o700)
            #expect(try permissions(file.folder) == 0o700)
            #expect(try permissions(file.path) == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: file.folder) == [FileStore.fileName])
        }
    }

    @Test func aFolderThatIsThereKeepsItsPermissions() async throws {
        try await withTemporaryFolder { folder in
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
            try await StoreOpening.makeStore(StoreFile(folder: folder.path))
            #expect(try permissions(folder.path) == 0o755)
        }
    }

    @Test(arguments: ["ทดสอบ โฟลเดอร์", "100%25?mode=ro&x#y", "file:x", ":memory:", "a'b\"c", "back\\slash"])
    func aFolderMayHaveAnyName(_ name: String) async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path + "/" + name)
            try await StoreOpening.makeStore(file)
            #expect(FileManager.default.fileExists(atPath: file.path))
            let store = try await FileStore.open(file, mode: .reading)
            let run = try #require(try await store.runs().first)
            try await store.exportRun(run.key, to: file.folder + "-copy")
            #expect(try await FileStore.open(file.folder + "-copy", mode: .reading).runs().count == 1)
        }
    }

    @Test func readingMakesNothing() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.appending(path: "none").path)
            await expectFailure(.cannotOpen) { _ = try await FileStore.open(file, mode: .reading) }
            #expect(!FileManager.default.fileExists(atPath: file.folder))
        }
    }

    @Test func aStoreOpenedForReadingRefusesToWrite() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await StoreOpening.makeStore(file)
            let store = try await FileStore.open(file, mode: .reading)
            let run = try #require(try await store.runs().first).key
            await expectFailure(.readOnly) { _ = try await store.begin(try StoreSamples.draft()) }
            await expectFailure(.readOnly) { try await store.keep(try StoreSamples.pages(1)[0], of: run) }
            await expectFailure(.readOnly) { try await store.add(try StoreSamples.judgement("x"), to: run) }
            let rule = PruneRule(olderThanDays: 0, asOf: try #require(CivilDate(iso: "2030-01-01")))
            await expectFailure(.readOnly) { _ = try await store.prune(rule) }
        }
    }

    @Test func aClosedStoreThrows() async throws {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            await store.close()
            await expectFailure(.cannotOpen) { _ = try await store.runs() }
        }
    }

    // MARK: What is no store

    @Test func aFileInTheWayOfTheFolderIsAnError() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "file").path
            try Data("text".utf8).write(to: URL(filePath: path))
            for place in [path, path + "/below"] {
                await expectFailure(.cannotOpen) { _ = try await FileStore.open(place, mode: .writing) }
                await expectFailure(.cannotOpen) { _ = try await FileStore.open(place, mode: .reading) }
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == Data("text".utf8))
        }
    }

    @Test func aFolderInThePlaceOfTheFileIsAnError() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: true)
            for mode in FileStore.Mode.allCases {
                await expectFailure(.cannotOpen) { _ = try await FileStore.open(file, mode: mode) }
            }
        }
    }

    @Test func aPipeInThePlaceOfTheFileIsNotWaitedFor() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            #expect(mkfifo(file.path, 0o600) == 0)
            for mode in FileStore.Mode.allCases {
                await expectFailure(.cannotOpen) { _ = try await FileStore.open(file, mode: mode) }
            }
        }
    }

    @Test func filesOfOthersAreLeftAsTheyAre() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path, busyMilliseconds: 100)
            let foreign = folder.appending(path: "foreign").path
            try SQLiteConnection(foreign, access: .creating, busyMilliseconds: 0).execute(
                "PRAGMA journal_mode = WAL; CREATE TABLE runs (a); INSERT INTO runs VALUES (1)")
            let contents: [(Data, String)] = [
                (Data(), "empty"), (Data("just a text\n".utf8), "text"),
                (Data(repeating: 0, count: 8192), "zeros"), (try Data(contentsOf: URL(filePath: foreign)), "foreign"),
                (Data("SQLite format 3\0".utf8), "only the first bytes"),
            ]
            for (content, name) in contents {
                try content.write(to: URL(filePath: file.path))
                for mode in FileStore.Mode.allCases {
                    await expectFailure(.notAStore) { _ = try await FileStore.open(file, mode: mode) }
                }
                #expect(try StoreOpening.bytes(file) == content, "\(name)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2, "\(name)")
            }
        }
    }

    @Test func aTableThatIsNotOursIsDamage() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await StoreOpening.makeStore(file)
            try SQLiteConnection(file.path, access: .writing, busyMilliseconds: 0).execute("DROP TABLE hops")
            for mode in FileStore.Mode.allCases {
                await expectFailure(.damaged) { _ = try await FileStore.open(file, mode: mode) }
            }
        }
    }

    @Test func aFolderWithANulInItsNameIsRefused() async throws {
        try await withTemporaryFolder { folder in
            for mode in FileStore.Mode.allCases {
                await expectFailure(.cannotOpen) {
                    _ = try await FileStore.open(folder.path + "/a\u{0}b", mode: mode)
                }
            }
            let made = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(made.isEmpty)
        }
    }
}
