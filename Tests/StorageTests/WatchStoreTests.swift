import Findings
import Foundation
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct WatchStoreTests {
    private func withStore(_ body: (FileStore, StoreFile) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            try await body(try await FileStore.open(file, mode: .writing), file)
        }
    }

    private func content(_ milliseconds: Int = 12) -> CheckContent {
        CheckContent(
            list: 0,
            entries: [
                CheckContent.Entry(
                    outcome: .ok, status: 200, server: "192.0.2.1", milliseconds: milliseconds,
                    digest: [UInt8](repeating: 7, count: 32)), nil,
                CheckContent.Entry(outcome: .connectTimeout, milliseconds: 10_000, attempts: 2, hasNoBody: true),
                CheckContent.Entry(outcome: .ok, status: 304, server: "192.0.2.1", milliseconds: 3),
            ])
    }

    private func check(_ number: Int) -> StoredCheck {
        StoredCheck(
            number: number, at: 1_000 + number, content: content(number),
            digest: [UInt8](repeating: UInt8(number), count: 32))
    }

    private func add(_ name: String, to store: FileStore) async throws -> StoredWatch {
        _ = try await store.addWatch(name, settings: [1], state: [2], list: Array("list".utf8), dueAt: 50)
        return try #require(try await store.watch(named: name))
    }

    private func commit(_ watch: StoredWatch, _ number: Int) -> WatchCommit {
        var commit = WatchCommit(watch: watch.key, state: [9], dueAt: 99, check: check(number))
        commit.texts = ["http://a.example/": Array("ข้อความ".utf8)]
        commit.events = [NewWatchRow(watch: watch.key, at: 5, content: Array("event \(number)".utf8))]
        return commit
    }

    @Test("a check is given back as it was")
    func codec() {
        for content in [content(), CheckContent(list: 3, entries: []), CheckContent(list: 0, entries: [nil, nil])] {
            #expect(CheckCodec.content(CheckCodec.bytes(content)) == content)
        }
    }

    @Test("every shortened or altered record is noticed or read as another, and never ends the program")
    func hostileRecord() {
        let bytes = CheckCodec.bytes(content())
        for end in bytes.indices { #expect(CheckCodec.content(Array(bytes[..<end])) == nil) }
        for place in bytes.indices {
            for bit in 0..<8 {
                var damaged = bytes
                damaged[place] ^= 1 << bit
                #expect(CheckCodec.content(damaged) != content())
            }
        }
    }

    @Test("a record of forty-three unchanged addresses takes less than two hundred bytes")
    func size() {
        let entries = (0..<43).map { number -> CheckContent.Entry? in
            CheckContent.Entry(outcome: .ok, status: 304, server: "203.0.113.15", milliseconds: 90 + number)
        }
        #expect(CheckCodec.bytes(CheckContent(list: 0, entries: entries)).count < 150)
    }

    @Test("what a commit holds is kept together, in the order of the chain")
    func commits() async throws {
        try await withStore { store, file in
            let watch = try await add("a", to: store)
            for number in 0..<3 { try await store.commit(commit(watch, number)) }
            let reopened = try await FileStore.open(file, mode: .reading)
            let kept = try #require(try await reopened.watch(named: "a"))
            #expect(kept.checkCount == 3 && kept.head == check(2).digest && kept.state == [9] && kept.dueAt == 99)
            #expect(try await reopened.checks(of: kept) == (0..<3).map(check))
            #expect(try await reopened.texts(of: kept) == ["http://a.example/": Array("ข้อความ".utf8)])
            #expect(
                try await reopened.rows(.events).map(\.row.content).map { String(decoding: $0, as: UTF8.self) } == [
                    "event 0", "event 1", "event 2",
                ])
            #expect(try await reopened.lists(of: kept) == [Array("list".utf8)])
            #expect(try await reopened.check().isWhole)
        }
    }

    @Test("a record that another program has written already is refused, and nothing of its commit is kept")
    func twice() async throws {
        try await withStore { store, _ in
            let watch = try await add("a", to: store)
            try await store.commit(commit(watch, 0))
            await #expect(throws: StoreError.self) { try await store.commit(commit(watch, 0)) }
            #expect(try await store.rows(.events).count == 1)
            #expect(try await store.check().isWhole)
        }
    }

    @Test("a name is taken once, and its chain goes on when it is watched again")
    func names() async throws {
        try await withStore { store, _ in
            let watch = try await add("a", to: store)
            #expect(try await store.addWatch("a", settings: [], state: [], list: [], dueAt: 0) == nil)
            try await store.commit(commit(watch, 0))
            try await store.changeWatch("a") { $0.isRemoved = true }
            #expect(try await store.watches(dueBy: 1000, checkedAfter: 0).isEmpty)
            #expect(try await store.addWatch("a", settings: [3], state: [4], list: [5], dueAt: 7) == watch.key)
            let again = try #require(try await store.watch(named: "a"))
            #expect(again.checkCount == 1 && again.settings == [3] && !again.isRemoved)
            #expect(try await store.lists(of: again).count == 2)
        }
    }

    @Test("agencies are due by their time, and when the clock was set back")
    func due() async throws {
        try await withStore { store, _ in
            let watch = try await add("a", to: store)
            #expect(try await store.watches(dueBy: 49, checkedAfter: 100).isEmpty)
            #expect(try await store.watches(dueBy: 50, checkedAfter: 100).count == 1)
            try await store.commit(commit(watch, 0))
            #expect(try await store.watches(dueBy: 10, checkedAfter: 2000).isEmpty)
            #expect(try await store.watches(dueBy: 10, checkedAfter: 500).count == 1)
        }
    }

    @Test("events become notices with their receivers, or nothing happens")
    func settlement() async throws {
        try await withStore { store, _ in
            let watch = try await add("a", to: store)
            try await store.commit(commit(watch, 0))
            let event = try #require(try await store.rows(.events).first)
            let delivery = StoredDelivery(
                channel: "webhook", target: "http://h.example/", phase: "waiting", queuedAt: 1, dueAt: 1)
            var settlement = WatchSettlement()
            settlement.events = [event.key]
            settlement.newAlarms = [NewWatchRow(watch: watch.key, at: 1, content: [1])]
            // The same receiver twice is refused by the table: all of it is undone.
            settlement.notices = [(NewWatchRow(watch: nil, at: 1, content: [2]), [delivery, delivery])]
            await #expect(throws: StoreError.self) { try await store.settle(settlement) }
            #expect(try await store.rows(.events).count == 1)
            #expect(try await store.rows(.alarms).isEmpty)
            #expect(try await store.rows(.notices).isEmpty)
            settlement.notices = [(NewWatchRow(watch: nil, at: 1, content: [2]), [delivery])]
            try await store.settle(settlement)
            #expect(try await store.rows(.events).isEmpty)
            var waiting = try await store.deliveries(phase: "waiting")
            #expect(waiting.count == 1)
            waiting[0].phase = "sent"
            try await store.update(waiting)
            #expect(try await store.deliveries(phase: "waiting").isEmpty)
            #expect(try await store.check().isWhole)
        }
    }

    @Test(
        "a changed byte of what is kept of a watch is found and named",
        arguments: [
            "UPDATE watch_checks SET at = at + 1 WHERE number = 1", "DELETE FROM watch_checks WHERE number = 2",
            "UPDATE watches SET due_at = due_at + 1", "UPDATE watch_checks SET digest = zeroblob(32) WHERE number = 1",
            "UPDATE watch_texts SET address = 'http://b.example/'", "UPDATE watch_events SET at = 6",
            "UPDATE watch_lists SET content = zeroblob(20)", "DELETE FROM watch_lists",
        ])
    func damage(sql: String) async throws {
        try await withStore { store, file in
            let watch = try await add("a", to: store)
            for number in 0..<3 { try await store.commit(commit(watch, number)) }
            try SQLiteConnection(file.path, access: .writing, busyMilliseconds: 0).execute(sql)
            #expect(try await store.check().damages.contains { $0.kind == .watch })
        }
    }

    @Test("a store of version 2 is brought to this version and can then hold watches")
    func olderStore() async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            var old = file
            old.migrations = Migrations(steps: Array(Migrations.released.steps.prefix(2)))
            try await StoreOpening.makeStore(old)
            let reader = try await FileStore.open(file, mode: .reading)
            #expect(try await reader.watches().isEmpty)
            #expect(try await reader.run(RunID("a"), ordinal: nil) != nil)
            await reader.close()
            let store = try await FileStore.open(file, mode: .writing)
            try await store.commit(commit(try await add("a", to: store), 0))
            #expect(try await store.run(RunID("a"), ordinal: nil) != nil)
            #expect(try await store.check().isWhole)
        }
    }
}
