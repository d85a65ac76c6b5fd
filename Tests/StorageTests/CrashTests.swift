import Foundation
import Glibc
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct CrashTests {
    /// The writer that this test run built.
    private static var writer: URL {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "store-crash-writer")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: ".build/debug/store-crash-writer")
    }

    /// Lets the writer keep so many pages, kills it in the midst of the next, and gives the number of the last page
    /// that it had told.
    private func killedWriter(_ folder: String, after pages: Int) throws -> Int {
        let process = Process()
        process.executableURL = CrashTests.writer
        process.arguments = [folder]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var told: [UInt8] = []
        while told.count(where: { $0 == 10 }) < pages {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            told += more
        }
        kill(process.processIdentifier, SIGKILL)
        told += output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lines = String(decoding: told, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        // A last line without its end was not told whole.
        return try #require(lines.dropLast().last.flatMap { Int($0) })
    }

    @Test func whatWasKeptIsThereAfterAKillAndTheRunGoesOn() async throws {
        try await withTemporaryFolder { folder in
            for pages in [1, 2, 7, 20, 3] {
                let last = try killedWriter(folder.path, after: pages)
                for mode in [FileStore.Mode.reading, .writing] {
                    let store = try await FileStore.open(folder.path, mode: mode)
                    let run = try #require(try await store.unfinished(ResumeKey("crash")))
                    // The page that was in work may be there too, but never half of it.
                    #expect([last + 1, last + 2].contains(run.pageCount))
                    let kept = Set(try await store.pages(of: run.key, readBy: nil).map(\.record.requested.path))
                    #expect(kept == Set((0..<run.pageCount).map { "/\($0)" }))
                    #expect(try await store.runs().count == 1)
                    #expect(try await store.check().damages == [])
                    await store.close()
                }
            }
        }
    }

    /// A kill at any moment leaves file and journal as they are then; a journal cut anywhere gives what was whole in it.
    @Test func aJournalThatEndsAnywhereGivesTheTransactionsThatWereWhole() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path + "/store")
            let store = try await FileStore.open(file, mode: .writing)
            let run = try await store.begin(try StoreSamples.draft())
            for page in try StoreSamples.pages(6) { try await store.keep(page, of: run) }
            let main = try Data(contentsOf: URL(filePath: file.path))
            let journal = try Data(contentsOf: URL(filePath: file.path + "-wal"))
            #expect(journal.count > 20_000)
            let copy = StoreFile(folder: folder.path + "/copy")
            try copy.makeFolder()
            var counts: [Int] = []
            for length in stride(from: 0, through: journal.count, by: max(1, journal.count / 60)) {
                for suffix in ["", "-wal", "-shm"] { unlink(copy.path + suffix) }
                try main.write(to: URL(filePath: copy.path))
                try journal.prefix(length).write(to: URL(filePath: copy.path + "-wal"))
                let reopened = try await FileStore.open(copy, mode: .writing)
                #expect(try await reopened.check().damages == [], "\(length) bytes of the journal")
                counts.append(try await reopened.runs().first?.pageCount ?? -1)
                await reopened.close()
            }
            #expect(counts == counts.sorted())
            #expect(counts.first == -1)
            #expect(counts.last == 6 || counts.last == 5)
        }
    }

    /// The library's lock file is a shadow of the journal and is made anew.
    @Test func aLockFileOfAKilledProgramIsNoHindrance() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            _ = try killedWriter(folder.path, after: 3)
            try Data(repeating: 0x5A, count: 32_768).write(to: URL(filePath: file.path + "-shm"))
            let store = try await FileStore.open(file, mode: .writing)
            #expect(try await store.check().damages == [])
            #expect(try await store.runs().count == 1)
        }
    }
}
