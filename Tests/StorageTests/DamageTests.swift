import Findings
import Foundation
import GradingCore
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct DamageTests {
    private func write(_ bytes: [UInt8], _ file: StoreFile) throws {
        try Data(bytes).write(to: URL(filePath: file.path))
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + suffix) }
    }

    @Test func aChangedByteGivesTheSameOrAnErrorButNeverAnythingElse() async throws {
        try await withTemporaryFolder { folder in
            let store = try await DamagedStore(in: folder.path + "/whole")
            let file = StoreFile(folder: folder.path + "/damaged", busyMilliseconds: 100)
            try file.makeFolder()
            var noticed = 0
            let places = stride(from: 0, to: store.whole.count, by: max(1, store.whole.count / 400))
            for (number, place) in places.enumerated() {
                var bytes = store.whole
                bytes[place] ^= number.isMultiple(of: 2) ? 0x01 : 0xFF
                try write(bytes, file)
                let read = try await DamagedStore.reading(file, store.run)
                let dishonesty = store.dishonesty(read)
                #expect(dishonesty == nil, "byte \(place) of \(bytes.count)")
                if read != store.expected { noticed += 1 }
            }
            // Many bytes are content; the others are free room, indices or rows that only `check` reads.
            #expect(noticed > 130)
        }
    }

    @Test func aShorterFileGivesTheSameOrAnErrorButNeverAnythingElse() async throws {
        try await withTemporaryFolder { folder in
            let store = try await DamagedStore(in: folder.path + "/whole")
            let file = StoreFile(folder: folder.path + "/damaged", busyMilliseconds: 100)
            try file.makeFolder()
            let lengths = Array(stride(from: 0, to: 130, by: 3)) + stride(from: 130, to: store.whole.count, by: 777)
            for length in lengths {
                let bytes = Array(store.whole.prefix(length))
                try write(bytes, file)
                let read = try await DamagedStore.reading(file, store.run)
                let dishonesty = store.dishonesty(read)
                #expect(dishonesty == nil, "\(length) bytes")
                let isNoticed = read != store.expected
                #expect(isNoticed, "\(length) bytes")
                #expect([UInt8](try Data(contentsOf: URL(filePath: file.path))) == bytes, "\(length) bytes")
                // A program that wants to write must not mend it by overwriting.
                do {
                    let writer = try await FileStore.open(file, mode: .writing)
                    _ = try await writer.begin(try StoreSamples.draft())
                    Issue.record("\(length) bytes were written to")
                } catch {
                    #expect([UInt8](try Data(contentsOf: URL(filePath: file.path))) == bytes, "\(length) bytes")
                }
            }
        }
    }

    @Test func aPageOfZerosGivesTheSameOrAnErrorButNeverAnythingElse() async throws {
        try await withTemporaryFolder { folder in
            let store = try await DamagedStore(in: folder.path + "/whole")
            let file = StoreFile(folder: folder.path + "/damaged", busyMilliseconds: 100)
            try file.makeFolder()
            for start in stride(from: 0, to: store.whole.count, by: 1024) {
                var bytes = store.whole
                for place in start..<min(start + 1024, bytes.count) { bytes[place] = 0 }
                try write(bytes, file)
                let read = try await DamagedStore.reading(file, store.run)
                let dishonesty = store.dishonesty(read)
                #expect(dishonesty == nil, "zeros from \(start)")
            }
        }
    }

    /// What the library's own structure cannot notice: values that were changed in their place.
    @Test(arguments: [
        "UPDATE fetches SET status = 404 WHERE key = 3", "UPDATE fetches SET outcome = 'http_404' WHERE key = 3",
        "UPDATE fetches SET requested = 'https://www.example/other' WHERE key = 3",
        "UPDATE fetches SET final = NULL WHERE key = 3", "UPDATE fetches SET milliseconds = 1 WHERE key = 3",
        "UPDATE fetches SET detail = 'x' WHERE key = 3", "UPDATE fetches SET pass = 2 WHERE key = 3",
        "UPDATE fetches SET fetched_at = '2020' WHERE key = 3", "UPDATE fetches SET headers = NULL WHERE key = 3",
        "UPDATE fetches SET body = 5 WHERE key = 3", "UPDATE fetches SET body = NULL WHERE key = 3",
        "UPDATE fetches SET document = 5 WHERE key = 3", "UPDATE fetches SET document = NULL WHERE key = 3",
        "UPDATE fetches SET run = 1 WHERE key = 3", "DELETE FROM fetches WHERE key = 3",
        "UPDATE hops SET status = 301 WHERE fetch = 3", "DELETE FROM hops WHERE fetch = 3",
        "UPDATE attempts SET started_at = '2020' WHERE fetch = 3 AND ordinal = 0",
        "DELETE FROM attempts WHERE fetch = 3 AND ordinal = 0",
        "UPDATE attempts SET ordinal = 1 - ordinal + 10 WHERE fetch = 3",
        "UPDATE bodies SET size = size + 1 WHERE key = 3", "UPDATE bodies SET base = NULL WHERE key = 3",
        "UPDATE bodies SET sha256 = zeroblob(32) WHERE key = 3",
        "UPDATE bodies SET content = (SELECT content FROM bodies WHERE key = 4) WHERE key = 3",
        "UPDATE documents SET content = (SELECT content FROM documents WHERE key = 4) WHERE key = 3",
        "UPDATE documents SET extractor = '8' WHERE key = 3", "UPDATE documents SET seal = zeroblob(16) WHERE key = 3",
        "UPDATE documents SET leans_on_body = 0 WHERE key = 3",
    ]) func whatWasChangedOfAPageIsNoticed(_ change: String) async throws {
        try await withChanged(change) { store, run in
            await #expect { try await store.pages(of: run, readBy: DamagedStore.extractor) } throws: { error in
                let error = error as? StoreError
                return error?.code == .damaged && error?.subject.isEmpty == false
                    && error?.message.th.contains(error?.subject ?? "") == true
                    && error?.message.en.contains(error?.subject ?? "") == true
            }
            let check = try await store.check()
            #expect(!check.isWhole)
            #expect(check.damages.contains { !$0.name.isEmpty })
        }
    }

    @Test(arguments: [
        "UPDATE runs SET state = 'finished' WHERE key = 1", "UPDATE runs SET id = 'z' WHERE key = 2",
        "UPDATE runs SET fiscal_year = 2567 WHERE key = 2", "UPDATE runs SET as_of = 20230516 WHERE key = 2",
        "UPDATE runs SET is_draft = 1 WHERE key = 2", "UPDATE runs SET score_lowest = 0 WHERE key = 2",
        "UPDATE runs SET settings = x'0000' WHERE key = 2", "UPDATE runs SET page_count = 11 WHERE key = 2",
        "UPDATE runs SET follow_rounds = 9 WHERE key = 2", "UPDATE runs SET finished_at = NULL WHERE key = 2",
        "UPDATE runs SET resume_key = 'key 3' WHERE key = 2", "UPDATE runs SET agency = 2 WHERE key = 2",
        "UPDATE runs SET submission = 1 WHERE key = 2", "UPDATE runs SET key = 9 WHERE key = 1",
        "UPDATE agencies SET province = 'x' WHERE key = 1", "UPDATE agencies SET name = 'x' WHERE key = 1",
        "DELETE FROM runs WHERE key = 1", "UPDATE store SET run_count = 2", "UPDATE store SET kind = 'export'",
        "DELETE FROM store", "UPDATE submissions SET sha256 = zeroblob(32) WHERE key = 2",
    ]) func whatWasChangedOfARunIsNoticed(_ change: String) async throws {
        try await withChanged(change) { store, _ in
            await #expect { try await store.runs() } throws: { ($0 as? StoreError)?.code == .damaged }
            let check = try await store.check()
            #expect(!check.isWhole)
        }
    }

    @Test(arguments: [
        "UPDATE judgements SET judged_at = 'x' WHERE key = 2", "UPDATE judgements SET tool_version = 'x' WHERE key = 2",
        "UPDATE judgements SET score_highest = 10000 WHERE key = 2",
        "UPDATE judgements SET report = (SELECT report FROM judgements WHERE key = 1), report_size = (SELECT report_size FROM judgements WHERE key = 1) WHERE key = 2",
        "UPDATE judgements SET items = zeroblob(40) WHERE key = 2", "UPDATE judgements SET run = 1 WHERE key = 2",
        "DELETE FROM judgements WHERE key = 2",
    ]) func whatWasChangedOfAJudgementIsNoticed(_ change: String) async throws {
        try await withChanged(change) { store, run in
            await #expect { try await store.judgement(of: run) } throws: { error in
                (error as? StoreError)?.code == .damaged && (error as? StoreError)?.subject == "a"
            }
            let check = try await store.check()
            #expect(check.damages.contains { $0.kind == .judgement && $0.name == "a" })
        }
    }

    @Test(arguments: [
        "UPDATE findings SET verdict = 'satisfied' WHERE judgement = 2", "DELETE FROM findings WHERE judgement = 2",
    ]) func whatOnlyChecksReadIsCheckedToo(_ change: String) async throws {
        try await withChanged(change) { store, _ in
            let check = try await store.check()
            #expect(check.damages.map(\.kind) == [.judgement])
        }
    }

    @Test func aWrongSubmissionIsNoticed() async throws {
        try await withChanged("UPDATE submissions SET content = (SELECT content FROM submissions WHERE key = 1)") {
            store, run in
            await #expect { try await store.submission(of: run) } throws: { ($0 as? StoreError)?.subject == "a" }
            let check = try await store.check()
            #expect(check.damages.contains { $0.kind == .submission && $0.name == "a" })
        }
    }

    /// Damage to one page must not take the others of other runs with it, and is told by name.
    @Test func checkingNamesEveryDamagedPage() async throws {
        try await withChanged("UPDATE fetches SET milliseconds = 7 WHERE key IN (3, 6)") { store, _ in
            let check = try await store.check()
            #expect(
                check.damages.map(\.name) == [
                    "https://www.thungtuayang.example/page.php/2", "https://www.thungtuayang.example/page.php/5",
                ])
            #expect(check.damages.allSatisfy { $0.kind == .page })
            #expect(check.statistics.pages == 12)
        }
    }

    private func withChanged(_ change: String, _ body: (FileStore, RunKey) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let made = try await DamagedStore(in: folder.path)
            let file = StoreFile(folder: folder.path)
            do {
                let connection = try SQLiteConnection(file.path, access: .writing, busyMilliseconds: 1000)
                try connection.execute("PRAGMA foreign_keys = OFF; \(change)")
                #expect(connection.changes > 0, "\(change)")
            }
            try await body(try await FileStore.open(file, mode: .reading), made.run)
        }
    }
}
