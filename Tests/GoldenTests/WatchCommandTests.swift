import Foundation
import Synchronization
import TestSupport
import Testing

/// `oit watch` as its operator and a timer meet it: rounds under a given clock against a website that misbehaves, with a
/// receiver of notices.
@Suite struct WatchCommandTests {
    func watching(_ body: (Watch) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let watch = try Watch(folder: folder)
            defer { watch.stop() }
            try await body(watch)
        }
    }

    @Test("a link that breaks is told once, after its third try, and once more when it is open again")
    func breaks() async throws {
        try await watching { watch in
            try watch.add()
            #expect(try watch.round().isEmpty)
            #expect(try watch.round(60).isEmpty)
            watch.change { $0.statuses["/plan"] = 500 }
            #expect(try watch.round(60).isEmpty)
            #expect(try watch.round(5).isEmpty)
            let broke = try watch.round(5)
            #expect(broke.map(\.kind) == ["broke"] && broke.first?.items == ["o4"])
            #expect(broke.first?.cause == "http_5xx" && broke.first?.since == "2023-05-15T10:00:00+07:00")
            #expect(try watch.round(5).isEmpty)
            #expect(try watch.oit(["run", "--due", "--fail", "--quiet"], code: 1).errors.isEmpty)
            watch.change { $0.statuses = [:] }
            #expect(try watch.round(5).map(\.kind) == ["recovered"])
            #expect(try watch.round(60).isEmpty)
        }
    }

    @Test("an unchanged site costs nothing but answers of 304, and a visitor counter is no change")
    func unchanged() async throws {
        try await watching { watch in
            try watch.add()
            #expect(try watch.round().isEmpty)
            let before = watch.world.state.withLock(\.count)
            for _ in 0..<3 { #expect(try watch.round(60).isEmpty) }
            let (count, unmodified) = watch.world.state.withLock { ($0.count, $0.unmodified) }
            #expect(count - before == 9 && unmodified == 6)
            #expect(try watch.round(20).isEmpty)
            #expect(watch.world.state.withLock(\.count) == count, "nothing is due before its time")
        }
    }

    @Test("another year on a page is told with the lines that changed")
    func changes() async throws {
        try await watching { watch in
            try watch.add()
            try watch.round()
            watch.change { $0.pages["/plan"] = $0.pages["/plan"]?.replacing("2566", with: "2564") }
            let notices = try watch.round(60)
            #expect(notices.map(\.kind).filter { $0 == "changed" }.count == 1)
            let changed = try #require(notices.first { $0.kind == "changed" })
            #expect(changed.items == ["o4"])
            #expect(
                changed.added == ["แผนพัฒนา ปีงบประมาณ พ.ศ. 2564"] && changed.removed == ["แผนพัฒนา ปีงบประมาณ พ.ศ. 2566"])
            #expect(try watch.round(60).filter { $0.kind == "changed" }.isEmpty)
        }
    }

    @Test("a page that moved and still opens is not broken")
    func moved() async throws {
        try await watching { watch in
            try watch.add()
            try watch.round()
            watch.change { state in
                state.pages["/new/plan"] = state.pages["/plan"]
                state.redirects["/plan"] = "/new/plan"
            }
            for _ in 0..<4 { #expect(try watch.round(60).isEmpty) }
        }
    }

    @Test("a link that comes and goes is one notice that says so")
    func flaps() async throws {
        try await watching { watch in
            try watch.add()
            try watch.round()
            var notices: [WebhookSink.Notice] = []
            for turn in 0..<8 {
                watch.change { $0.statuses["/structure"] = turn % 2 == 0 ? 500 : nil }
                notices += try watch.round(turn % 2 == 0 ? 60 : 5)
            }
            #expect(notices.map(\.kind) == ["broke"] && notices.first?.cause == "flapping")
        }
    }

    @Test("a server that fails behind several agencies is one notice")
    func oneCause() async throws {
        try await watching { watch in
            try watch.add()
            try watch.submission("t.json", agency: "องค์การบริหารส่วนตำบลตัวอย่าง")
            try watch.oit(["add", "t.json"], code: 0)
            #expect(try watch.oit(["add", "t.json"], code: 64).errors.contains("--id"))
            try watch.oit(["add", "t.json", "--id", "b", "--webhook", watch.hooks.address])
            try watch.round()
            watch.change { $0.isRefusing = true }
            let notices = try watch.round(60) + watch.round(5) + watch.round(5)
            #expect(notices.count == 1 && notices.first?.cause == "server")
            #expect(notices.first?.agencies == ["a", "b"])
        }
    }

    @Test("a receiver that refuses for a while gets everything once it takes again, each once")
    func queued() async throws {
        try await watching { watch in
            try watch.add()
            try watch.round()
            watch.hooks.isRefusing = true
            watch.change { $0.statuses["/plan"] = 404 }
            for minutes in [60, 5, 5] { #expect(try watch.round(minutes).isEmpty) }
            watch.change { $0.statuses = [:] }
            #expect(try watch.round(5).isEmpty)
            let status = try watch.oit(["status", "--json"]).output
            #expect(status.contains("\"undelivered\"") && !status.contains("\"undelivered\" : [\n\n  ]"))
            watch.hooks.isRefusing = false
            var notices: [WebhookSink.Notice] = []
            for _ in 0..<6 { notices += try watch.round(60) }
            #expect(notices.map(\.kind) == ["broke", "recovered"])
        }
    }
}
