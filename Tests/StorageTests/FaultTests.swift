import CSQLite
import Findings
import Foundation
import TestSupport
import Testing
import WebEvidence

@testable import Storage

/// Every call that writes or reads fails once, at each place where it can; afterwards the store must hold what it held
/// before, or what the call was to bring, and must work.
@Suite struct FaultTests {
    /// The state of a store that is compared.
    private func state(_ store: FileStore) async throws -> [String] {
        let runs = try await store.runs()
        var state = runs.map { "\($0.key) \($0.state) \($0.pageCount) \($0.id?.text ?? "")" }
        for run in runs {
            state += try await store.pages(of: run.key, readBy: nil).map { $0.content.joined() }
            state.append("\(try await store.judgement(of: run.key) as Any)")
        }
        return state
    }

    private static let full: [FaultySystem.Plan] = [
        FaultySystem.Plan(kind: .writing, calls: 0, code: SQLITE_FULL, isLasting: true),
        FaultySystem.Plan(kind: .writing, calls: 0, code: SQLITE_IOERR | 3 << 8, isLasting: false),
        FaultySystem.Plan(kind: .reading, calls: 0, code: SQLITE_IOERR | 1 << 8, isLasting: false),
    ]

    /// Fails the call at its first, second, … place until it no more fails.
    /// - Parameter expected: the codes that the call may throw.
    private func sweep(
        _ name: String, _ plan: FaultySystem.Plan, prepare: (FileStore) async throws -> RunKey,
        _ call: (FileStore, RunKey, String) async throws -> Void
    ) async throws {
        let system = FaultySystem("\(name) \(plan.kind) \(plan.isLasting)")
        var failed = 0
        for calls in 0..<500 {
            let isOver = try await withTemporaryFolder { folder in
                let file = StoreFile(folder: folder.path + "/store", system: system.name)
                let run: RunKey
                do {
                    let store = try await FileStore.open(file, mode: .writing)
                    run = try await prepare(store)
                    await store.close()
                }
                let store = try await FileStore.open(file, mode: .writing)
                let before = try await state(store)
                // Or nothing would have to be read.
                try await store.forgetPages()
                var plan = plan
                plan.calls = calls
                system.fail(plan)
                var thrown: (any Error)?
                do { try await call(store, run, folder.path + "/other") } catch { thrown = error }
                let failures = system.failureCount
                system.fail(nil)
                let after = try await state(store)
                #expect(try await store.check().damages == [], "\(name), place \(calls)")
                if let thrown {
                    failed += 1
                    #expect(after == before, "\(name), place \(calls): a call that threw left no trace")
                    let code = (thrown as? StoreError)?.code
                    #expect(code != nil && code != .damaged, "\(name), place \(calls): \(thrown)")
                    if plan.code == SQLITE_FULL { #expect(code == .diskFull, "\(name), place \(calls): \(thrown)") }
                    try await call(store, run, folder.path + "/again")
                }
                let wanted = try await state(store)
                await store.close()
                let reopened = try await FileStore.open(file, mode: .writing)
                #expect(try await state(reopened) == wanted, "\(name), place \(calls)")
                #expect(try await reopened.check().damages == [], "\(name), place \(calls)")
                return failures == 0
            }
            if isOver { break }
        }
        #expect(failed > 0, "\(name) never failed")
    }

    private func oneRun(_ store: FileStore) async throws -> RunKey {
        let run = try await store.begin(try StoreSamples.draft())
        for page in try StoreSamples.pages(2) { try await store.keep(page, of: run) }
        return run
    }

    @Test(arguments: full) func beginning(_ plan: FaultySystem.Plan) async throws {
        try await sweep("begin", plan, prepare: oneRun) { store, _, _ in
            _ = try await store.begin(try StoreSamples.draft(2))
        }
    }

    @Test(arguments: full) func keeping(_ plan: FaultySystem.Plan) async throws {
        try await sweep("keep", plan, prepare: oneRun) { store, run, _ in
            let page = try StoreSamples.pages(3)[2]
            try await store.keep(page, of: run)
        }
    }

    @Test(arguments: full) func concluding(_ plan: FaultySystem.Plan) async throws {
        try await sweep("conclude", plan, prepare: oneRun) { store, run, _ in
            try await store.conclude(run, id: RunID("a"), isPartial: false, judgement: try StoreSamples.judgement())
        }
    }

    @Test(arguments: full) func exporting(_ plan: FaultySystem.Plan) async throws {
        try await sweep("export", plan, prepare: oneRun) { store, run, other in
            do { try await store.exportRun(run, to: other) } catch {
                // Nothing half-made stays behind.
                let stays = try? FileManager.default.contentsOfDirectory(atPath: other)
                #expect(stays == nil || stays == [])
                throw error
            }
            let copy = try await FileStore.open(other, mode: .reading)
            #expect(try await copy.pages(of: run, readBy: nil).count == 2)
        }
    }

    @Test(arguments: full) func backingUp(_ plan: FaultySystem.Plan) async throws {
        try await sweep("backup", plan, prepare: oneRun) { store, _, other in
            do { try await store.backup(to: other) } catch {
                let stays = try FileManager.default.contentsOfDirectory(
                    atPath: URL(filePath: other).deletingLastPathComponent().path)
                #expect(stays == ["store"])
                throw error
            }
        }
    }

    /// A store that is made under faults is whole or not there.
    @Test(arguments: full) func making(_ plan: FaultySystem.Plan) async throws {
        let system = FaultySystem("make \(plan.kind) \(plan.isLasting)")
        var failed = 0
        for calls in 0..<500 {
            var plan = plan
            plan.calls = calls
            let failures = try await withTemporaryFolder { folder in
                let file = StoreFile(folder: folder.path, system: system.name)
                system.fail(plan)
                do { await (try await FileStore.open(file, mode: .writing)).close() } catch {
                    failed += 1
                    let code = (error as? StoreError)?.code
                    if plan.code == SQLITE_FULL { #expect(code == .diskFull, "place \(calls): \(error)") }
                    #expect(code != nil && code != .damaged && code != .notAStore, "place \(calls): \(error)")
                }
                let failures = system.failureCount
                system.fail(nil)
                let there = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                #expect(there.isEmpty || there.first == FileStore.fileName, "place \(calls): \(there)")
                let store = try await FileStore.open(file, mode: .writing)
                _ = try await store.begin(try StoreSamples.draft())
                #expect(try await store.check().damages == [], "place \(calls)")
                return failures
            }
            if failures == 0 { break }
        }
        #expect(failed > 0)
    }

    /// Pruning gives room back in steps after it has removed; each step may fail, and nothing that stays is touched.
    @Test(arguments: full) func pruning(_ plan: FaultySystem.Plan) async throws {
        let system = FaultySystem("prune \(plan.kind) \(plan.isLasting)")
        for calls in 0..<500 {
            var plan = plan
            plan.calls = calls
            let failures = try await withTemporaryFolder { folder in
                let file = StoreFile(folder: folder.path, system: system.name)
                let store = try await FileStore.open(file, mode: .writing)
                let old = try await store.begin(try StoreSamples.draft(1, startedAt: "2020-01-01T00:00:00Z"))
                for page in try StoreSamples.pages(8) { try await store.keep(page, of: old) }
                let run = try await store.begin(try StoreSamples.draft(2, startedAt: "2023-05-15T00:00:00Z"))
                for page in try StoreSamples.pages(8).suffix(3) { try await store.keep(page, of: run) }
                let rule = PruneRule(olderThanDays: 1, asOf: try StoreSamples.draft().asOf)
                try await store.forgetPages()
                system.fail(plan)
                _ = try? await store.prune(rule)
                let failures = system.failureCount
                system.fail(nil)
                #expect(try await store.check().damages == [], "place \(calls)")
                _ = try await store.prune(rule)
                #expect(try await store.runs().map(\.key) == [run], "place \(calls)")
                #expect(
                    try await store.pages(of: run, readBy: nil).map(\.content)
                        == StoreSamples.pages(8).suffix(3).map(\.content), "place \(calls)")
                return failures
            }
            if failures == 0 { break }
        }
    }

    /// The library's own limit, without any trick: the file may not grow.
    @Test func aDiskThatIsFullIsToldAndLosesNothing() async throws {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(folder.path, mode: .writing)
            let run = try await oneRun(store)
            try await store.limitPages()
            var random = SeededGenerator(seed: 1)
            let body = (0..<100_000).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let page = KeptPage(record: try StoreSamples.record("https://www.example/large", body: body))
            await #expect { try await store.keep(page, of: run) } throws: { error in
                (error as? StoreError)?.code == .diskFull
            }
            #expect(try await store.pages(of: run, readBy: nil).count == 2)
            #expect(try await store.check().damages == [])
        }
    }
}

extension FileStore {
    fileprivate func forgetPages() throws(StoreError) { try connection().run("PRAGMA shrink_memory") }

    /// The file may have no more pages than it has.
    fileprivate func limitPages() throws(StoreError) {
        try connection().run("PRAGMA max_page_count = 1")
    }
}
