import Foundation
import Synchronization
import TestSupport
import Testing

/// What an operator does beside the rounds, and what goes wrong around them.
extension WatchCommandTests {
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
