import Foundation
import Synchronization
import TestSupport
import Testing

/// What the commands of `oit watch` are tried on.
extension WatchCommandTests {
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
}
