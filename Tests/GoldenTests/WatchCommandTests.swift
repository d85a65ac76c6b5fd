import Foundation
import Synchronization
import TestSupport
import Testing

/// `oit watch` as its operator and a timer meet it: rounds under a given clock against a website that misbehaves, with a
/// receiver of notices.
@Suite struct WatchCommandTests {
    /// An agency's website whose pages, statuses and redirects can be changed, and a receiver of webhooks beside it.
    final class World: Sendable {
        struct State {
            var pages: [String: String] = [:]
            var statuses: [String: Int] = [:]
            var redirects: [String: String] = [:]
            var count = 0
            var isRefusing = false
            var unmodified = 0
        }
        let state = Mutex(State())

        /// Pages with an `ETag`; `{count}` in a page is the number of requests so far.
        func reply(_ request: ServedRequest) -> ServedReply {
            state.withLock { state in
                state.count += 1
                if state.isRefusing { return .page("no", status: 503) }
                if let target = state.redirects[request.path] { return .redirect(target) }
                guard let page = state.pages[request.path] else { return .page("<p>ไม่พบ</p>", status: 404) }
                if let status = state.statuses[request.path] { return .page("<p>ขัดข้อง</p>", status: status) }
                let text = page.replacing("{count}", with: "\(state.count)")
                let tag = "\"\(text.utf8.reduce(5381) { ($0 &* 33) ^ UInt64($1) })\""
                if request.header("If-None-Match") == tag {
                    state.unmodified += 1
                    return ServedReply(
                        steps: [.send(ServedReply.head(["HTTP/1.1 304 X", "ETag: \(tag)"]))], keepsConnection: true)
                }
                return .page(text, headers: ["ETag: \(tag)"])
            }
        }
    }

    /// A folder with a store, a website and the clock of its rounds.
    final class Watch {
        let folder: URL
        let world = World()
        let server: LoopbackServer
        let hooks: WebhookSink
        var minute = 8 * 60
        var environment: [String: String] = [:]

        init(folder: URL) throws {
            self.folder = folder
            let world = world
            server = try LoopbackServer { world.reply($0) }
            hooks = try WebhookSink()
            world.state.withLock { state in
                state.pages = [
                    "/": "<h1>หน้าแรก</h1><p>ยินดีต้อนรับ</p>",
                    "/structure": "<h1>โครงสร้างหน่วยงาน</h1><p>โครงสร้างการแบ่งส่วนราชการ สำนักปลัด กองคลัง กองช่าง</p>",
                    "/contact": "<h1>ข้อมูลการติดต่อ</h1><p>โทรศัพท์ 0-2123-4567</p><p>ผู้เข้าชม {count} ครั้ง</p>",
                    "/plan": "<h1>แผนพัฒนาท้องถิ่น</h1><p>แผนพัฒนา ปีงบประมาณ พ.ศ. 2566</p>",
                ]
            }
        }

        func stop() {
            server.stop()
            hooks.stop()
        }

        func submission(_ name: String = "s.json", agency: String = "เทศบาลตำบลตัวอย่าง") throws {
            let base = "http://127.0.0.1:\(server.port)"
            let text = """
                {"agency": {"name": "\(agency)", "website": "\(base)/"}, "fiscal_year": 2566, "answers": [
                 {"item": "o1", "answer": true, "urls": ["\(base)/structure"]},
                 {"item": "o5", "answer": true, "urls": ["\(base)/contact"]},
                 {"item": "o4", "answer": true, "urls": ["\(base)/plan"]}]}
                """
            try Data(text.utf8).write(to: folder.appending(path: name))
        }

        /// The time of the next round: minutes of 15 May 2023 and the days after it.
        var clock: String {
            let day = Date(timeIntervalSince1970: 1_684_108_800 + Double(minute * 60) - 7 * 3600)
            return day.formatted(.iso8601)
        }

        @discardableResult
        func oit(_ words: [String], code: Int32 = 0, isTimed: Bool = true) throws -> BuiltProgram.Result {
            let result = try BuiltProgram.run(
                ["watch"] + words + ["--allow-network", "127.0.0.0/8"] + (isTimed ? ["--now", clock] : []), in: folder,
                environment: environment.merging(["OIT_STORE": folder.appending(path: "store").path]) { $1 })
            #expect(result.code == code, "\(words): \(result.errors)")
            return result
        }

        func add(_ more: [String] = []) throws {
            try submission()
            try oit(["add", "s.json", "--id", "a", "--interval", "1h", "--webhook", hooks.address] + more)
        }

        /// One round so many minutes later; gives the notices that came.
        @discardableResult
        func round(_ minutes: Int = 0) throws -> [WebhookSink.Notice] {
            minute += minutes
            try oit(["run", "--due", "--quiet", "--render", "never"])
            return hooks.taken()
        }

        func change(_ body: (inout World.State) -> Void) { world.state.withLock { body(&$0) } }
    }

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

    @Test("a pause is kept, a removed agency is asked no more, and what was is still proved")
    func pauses() async throws {
        try await watching { watch in
            try watch.add()
            try watch.round()
            try watch.oit(["pause", "a", "--until", "2023-05-15T12:00:00+07:00"])
            let count = watch.world.state.withLock(\.count)
            try watch.round(60)
            #expect(watch.world.state.withLock(\.count) == count)
            try watch.round(240)
            #expect(watch.world.state.withLock(\.count) > count)
            try watch.oit(["pause", "a"])
            try watch.oit(["resume", "a"])
            try watch.oit(["remove", "a"])
            let last = watch.world.state.withLock(\.count)
            try watch.round(1440)
            #expect(watch.world.state.withLock(\.count) == last)
            try watch.oit(["certificate", "a", "--output", "c.html"])
            try watch.oit(["verify", "c.html"], isTimed: false)
            #expect(try watch.oit(["pause", "a"], code: 66).errors.contains("a"))
        }
    }

    @Test("a clock that is set back stops nothing")
    func clockSetBack() async throws {
        try await watching { watch in
            try watch.add()
            try watch.round(600)
            let count = watch.world.state.withLock(\.count)
            try watch.round(-300)
            #expect(watch.world.state.withLock(\.count) > count)
            watch.change { $0.statuses["/plan"] = 404 }
            let notices = try watch.round(60) + watch.round(5) + watch.round(5)
            #expect(notices.map(\.kind) == ["broke"])
        }
    }

    @Test("a changed byte of a certificate is found, and an outage stands in it to the minute")
    func certificate() async throws {
        try await watching { watch in
            try watch.add()
            try watch.round()
            watch.change { $0.statuses["/plan"] = 500 }
            for minutes in [60, 5, 5] { try watch.round(minutes) }
            watch.change { $0.statuses = [:] }
            try watch.round(5)
            try watch.oit(["certificate", "a", "--from", "2023-05-15", "--to", "2023-05-15", "--output", "c.html"])
            let file = watch.folder.appending(path: "c.html")
            let bytes = try Data(contentsOf: file)
            #expect(
                try watch.oit(["verify", "c.html", "--language", "en"], isTimed: false).output.contains("time-stamp"))
            for place in stride(from: 0, to: bytes.count, by: bytes.count / 12) {
                var damaged = bytes
                damaged[place] ^= 4
                try damaged.write(to: file)
                try watch.oit(["verify", "c.html"], code: 1, isTimed: false)
            }
        }
    }

    @Test("a wrong command line is 64, an agency that is not there 66, and neither makes a store")
    func mistakes() async throws {
        try await watching { watch in
            try watch.submission()
            try watch.oit([], code: 64)
            try watch.oit(["frobnicate"], code: 64)
            try watch.oit(["add", "s.json", "--interval", "5"], code: 64)
            try watch.oit(["add", "s.json", "--interval", "1s"], code: 64)
            try watch.oit(["add", "s.json", "--confirm", "0"], code: 64)
            try watch.oit(["add", "s.json", "--email", "nobody"], code: 64)
            try watch.oit(["add", "s.json", "--webhook", "nowhere"], code: 64)
            try watch.oit(["add", "s.json", "--quiet-hours", "25:00-06:00"], code: 64)
            try watch.oit(["add", "s.json", "--id", "../a"], code: 64)
            try watch.oit(["add", "s.json", "--item-interval", "o99=5m"], code: 64)
            try watch.oit(["add", "missing.json"], code: 66)
            try watch.oit(["install"], code: 64)
            for words in [["status"], ["pause", "a"], ["remove", "a"], ["certificate", "a"], ["list"]] {
                try watch.oit(words, code: 66)
            }
            #expect(!FileManager.default.fileExists(atPath: watch.folder.appending(path: "store").path))
            try watch.add()
            for words in [
                ["status", "b"], ["pause", "b"], ["resume", "b"], ["remove", "b"], ["certificate", "b"], ["ack", "b"],
            ] {
                try watch.oit(words, code: 66)
            }
            try watch.oit(["certificate", "a"], code: 66)
        }
    }

    @Test("somebody sees what is new since he looked last, and an alarm that he took note of is marked")
    func looks() async throws {
        try await watching { watch in
            try watch.add()
            try watch.round()
            watch.change { $0.statuses["/plan"] = 404 }
            for minutes in [60, 5, 5] { try watch.round(minutes) }
            func news() throws -> Int {
                let status = try watch.oit(["status", "--json", "--by", "somchai"]).output
                let document = try JSONSerialization.jsonObject(with: Data(status.utf8)) as? [String: Any]
                return (document?["news"] as? [Any])?.count ?? -1
            }
            #expect(try news() == 1)
            #expect(try news() == 0)
            #expect(try watch.oit(["ack", "a", "o4"]).output.contains("1"))
            #expect(try watch.oit(["ack", "a", "o4"]).output.contains("0"))
            #expect(try watch.oit(["status", "--json"]).output.contains("\"acknowledged\" : true"))
        }
    }

    @Test("the units in deploy are those that the program prints")
    func units() throws {
        let printed = try BuiltProgram.run(["watch", "install", "--print"]).output
        for name in ["oit-watch.service", "oit-watch.timer", "oit-watch.cron"] {
            let file = BuiltProgram.root.appending(path: "deploy/\(name)")
            #expect(printed.contains(try String(contentsOf: file, encoding: .utf8)), "\(name)")
        }
    }

    @Test("a feed and a calendar of each agency lie beside the store")
    func feeds() async throws {
        try await watching { watch in
            try watch.add()
            try watch.round()
            let feed = try String(contentsOf: watch.folder.appending(path: "store/feeds/a.atom"), encoding: .utf8)
            let days = try String(contentsOf: watch.folder.appending(path: "store/feeds/a.ics"), encoding: .utf8)
            #expect(feed.contains("<feed") && days.contains("BEGIN:VCALENDAR") && days.contains("20230430"))
        }
    }
}
