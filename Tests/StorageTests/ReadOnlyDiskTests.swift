import Findings
import Foundation
import Glibc
import GradingCore
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct ReadOnlyDiskTests {
    /// Folders in the place of the files that the library makes beside its own: they can no more be made than on a disk
    /// that only reads. Permissions would not bind the administrator, who often runs tests.
    private func preventNeighbours(_ file: StoreFile, _ suffixes: [String] = ["-wal", "-shm"]) throws {
        for suffix in suffixes {
            try FileManager.default.createDirectory(atPath: file.path + suffix, withIntermediateDirectories: true)
        }
    }

    @Test func aStoreIsReadWhereNothingCanBeWritten() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await StoreOpening.makeStore(file)
            try preventNeighbours(file)
            let store = try await FileStore.open(file, mode: .reading)
            let run = try #require(try await store.run(RunID("a"), ordinal: nil))
            #expect(
                try await store.pages(of: run.key, readBy: nil).map(\.content) == StoreSamples.pages(3).map(\.content))
            #expect(try await store.check().isWhole)
            try await store.exportRun(run.key, to: folder.path + "/copy")
            try await store.backup(to: folder.path + "/backup.sqlite")
            #expect(try await FileStore.open(folder.path + "/copy", mode: .reading).runs().count == 1)
        }
    }

    @Test func aFolderWithoutPermissionToWriteIsRead() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path + "/store")
            try await StoreOpening.makeStore(file)
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file.path)
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: file.folder)
            let store = try await FileStore.open(file, mode: .reading)
            #expect(try await store.runs().count == 1)
            await store.close()
            // Nothing binds the administrator.
            if geteuid() != 0 {
                await expectFailure(.readOnly) { _ = try await FileStore.open(file, mode: .writing) }
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.folder)
        }
    }

    @Test func whatWaitsInAJournalIsNeverPassedOver() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await StoreOpening.makeStore(file)
            // Copied while in use: file and journal, but not the lock.
            let writer = try await FileStore.open(file, mode: .writing)
            _ = try await writer.begin(try StoreSamples.draft(2))
            let copy = StoreFile(folder: folder.path + "/copy")
            try FileManager.default.createDirectory(atPath: copy.folder, withIntermediateDirectories: true)
            for suffix in ["", "-wal"] {
                try FileManager.default.copyItem(atPath: file.path + suffix, toPath: copy.path + suffix)
            }
            try preventNeighbours(copy, ["-shm"])
            do {
                #expect(try await FileStore.open(copy, mode: .reading).runs().count == 2)
            } catch {
                #expect((error as? StoreError)?.code == .readOnly)
            }
            try FileManager.default.removeItem(atPath: copy.path + "-shm")
            #expect(try await FileStore.open(copy, mode: .reading).runs().count == 2)
        }
    }

    @Test func anExportNeedsNoFileBesideIt() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path + "/store")
            try await StoreOpening.makeStore(file)
            let store = try await FileStore.open(file, mode: .reading)
            let run = try #require(try await store.runs().first).key
            let copy = StoreFile(folder: folder.path + "/copy")
            try await store.exportRun(run, to: copy.folder)
            try preventNeighbours(copy)
            let before = try StoreOpening.bytes(copy)
            let read = try await FileStore.open(copy, mode: .reading)
            #expect(try await read.pages(of: run, readBy: nil).count == 3)
            #expect(try StoreOpening.bytes(copy) == before)
        }
    }
}
