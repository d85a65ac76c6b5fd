import Findings
import Foundation
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct FileStoreSharingTests {
    @Test func twoWritersAndAReaderShareAStore() async throws {
        try await withTemporaryFolder { folder in
            let pages = try StoreSamples.pages(25)
            try await withThrowingTaskGroup(of: RunKey?.self) { group in
                for writer in 0..<2 {
                    group.addTask {
                        let store = try await FileStore.open(folder.path, mode: .writing, waiting: .seconds(120))
                        let run = try await store.begin(try StoreSamples.draft(writer))
                        for page in pages { try await store.keep(page, of: run) }
                        try await store.conclude(
                            run, id: RunID("\(writer)"), isPartial: false, judgement: try StoreSamples.judgement())
                        return run
                    }
                }
                group.addTask {
                    // Whatever is there at any moment is whole.
                    for _ in 0..<30 {
                        guard FileManager.default.fileExists(atPath: folder.path + "/" + FileStore.fileName) else {
                            await Task.yield()
                            continue
                        }
                        let store = try await FileStore.open(folder.path, mode: .reading, waiting: .seconds(120))
                        for run in try await store.runs() {
                            #expect(try await store.pages(of: run.key, readBy: nil).count >= run.pageCount)
                        }
                    }
                    return nil
                }
                var runs: Set<RunKey> = []
                for try await run in group { if let run { runs.insert(run) } }
                #expect(runs.count == 2)
            }
            let store = try await FileStore.open(folder.path, mode: .reading)
            #expect(try await store.check().damages == [])
            #expect(try await store.statistics().bodies == pages.count)
            let sorted = pages.sorted { $0.record.requested.text < $1.record.requested.text }
            for run in try await store.runs() {
                #expect(try await store.pages(of: run.key, readBy: nil).map(\.content) == sorted.map(\.content))
            }
        }
    }

    @Test func manyOpenANewStoreAtOnce() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "new").path
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        let store = try await FileStore.open(path, mode: .writing, waiting: .seconds(120))
                        _ = try await store.begin(try StoreSamples.draft(number))
                    }
                }
                try await group.waitForAll()
            }
            let store = try await FileStore.open(path, mode: .writing)
            #expect(try await store.runs().count == 8)
            await store.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [FileStore.fileName])
        }
    }

    @Test func aStoreHeldByAnotherIsLockedAndFreeAfterwards() async throws {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing, waiting: .milliseconds(50))
            let file = StoreFile(folder: folder.path)
            let other = try SQLiteConnection(file.path, access: .writing, busyMilliseconds: 0)
            try other.run("BEGIN IMMEDIATE")
            await #expect { try await store.begin(try StoreSamples.draft()) } throws: { error in
                (error as? StoreError)?.code == .locked
            }
            // Readers do not wait.
            #expect(try await FileStore.open(folder.path, mode: .reading).runs().isEmpty)
            try other.run("ROLLBACK")
            _ = try await store.begin(try StoreSamples.draft())
            #expect(try await store.runs().count == 1)
        }
    }

    /// A body on which pages lean may go while another program still remembers it.
    @Test func aBodyThatAnotherProgramRemovedIsLeanedOnNoMore() async throws {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            let old = try await store.begin(try StoreSamples.draft(1, startedAt: "2020-01-01T00:00:00Z"))
            let pages = try StoreSamples.pages(6)
            try await store.keep(pages[0], of: old)
            let other = try await FileStore.open(folder.path, mode: .writing)
            let rule = PruneRule(olderThanDays: 1, asOf: try StoreSamples.draft().asOf)
            #expect(try await other.prune(rule).bodies == 1)
            // Others may get the key of the one that is gone.
            let run = try await other.begin(try StoreSamples.draft(2))
            try await other.keep(pages[5], of: run)
            for page in pages[1..<5] { try await store.keep(page, of: run) }
            #expect(try await store.check().damages == [])
            #expect(
                try await other.pages(of: run, readBy: nil).map(\.content) == pages[1...].map(\.content))
        }
    }
}
