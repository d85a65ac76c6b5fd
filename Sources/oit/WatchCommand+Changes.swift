import GradingCore
import Notifying
import Storage
import Watching

extension WatchCommand {
    func pause(_ key: String) async throws -> ExitCode {
        var until: Moment?
        if let text = arguments.text(.until) {
            guard let moment = WatchTimes.moment(text) else {
                throw CommandFailure(.wrongCommandLine, "--until is a day or a time, not \"\(text)\"")
            }
            until = moment
        }
        let end = until
        return try await change(key, WatchTexts.paused(end)) { settings in
            settings.isPaused = true
            settings.pausedUntil = end?.seconds
        }
    }

    func resume(_ key: String) async throws -> ExitCode {
        try await change(key, BilingualText(th: "เฝ้าระวัง \(key) ต่อแล้ว", en: "\(key) is watched again")) { settings in
            settings.isPaused = false
            settings.pausedUntil = nil
        }
    }

    private func change(
        _ key: String, _ said: BilingualText, _ change: (inout WatchSettings) -> Void
    ) async throws -> ExitCode {
        let (_, book) = try await existing()
        let now = clock.now
        guard try await kept({ try await book.change(key, at: now, change) }) != nil else { throw unknown(key) }
        if !arguments.has(.quiet) { Console.result(said.text(language) + "\n") }
        return .finished
    }

    func remove(_ key: String) async throws -> ExitCode {
        let (_, book) = try await existing()
        let now = clock.now
        guard try await kept({ try await book.remove(key, at: now) }) else { throw unknown(key) }
        if !arguments.has(.quiet) { Console.result(WatchTexts.removed(key).text(language) + "\n") }
        return .finished
    }

    func acknowledge(_ key: String, items: [String]) async throws -> ExitCode {
        let (_, book) = try await existing()
        let (now, person) = (clock.now, viewer)
        guard try await kept({ try await book.entries() }).contains(where: { $0.key == key }) else {
            throw unknown(key)
        }
        let count = try await kept { try await book.acknowledge(key, items: items, by: person, at: now) }
        if !arguments.has(.quiet) { Console.result(WatchTexts.acknowledged(count).text(language) + "\n") }
        return .finished
    }

    /// For writing, where there is one: a word that is wrong makes no store.
    private func existing() async throws(CommandFailure) -> (store: FileStore, book: WatchBook) {
        _ = try await reading()
        return try await writing()
    }

    /// Sends a message that says only that the channel works, by every channel of the agency or of all.
    func testAlarm(_ key: String?) async throws -> ExitCode {
        let (_, book) = try await reading()
        let entries = try await kept { try await book.entries() }
        if let key, !entries.contains(where: { $0.key == key }) { throw unknown(key) }
        var channels: [Channel] = []
        for contact in entries.filter({ key == nil || $0.key == key }).flatMap(\.settings.contacts) {
            guard let channel = Channel(kind: contact.kind, target: contact.target), !channels.contains(channel) else {
                continue
            }
            channels.append(channel)
        }
        guard !channels.isEmpty else {
            throw CommandFailure(
                .missingInput,
                BilingualText(
                    th: "ยังไม่ได้ตั้งช่องทางแจ้งเตือน ใช้ --webhook, --email หรือ --line ตอนสั่ง oit watch add",
                    en: "no channel is set; name one with --webhook, --email or --line at oit watch add"
                ).text(language))
        }
        let courier = Courier(try self.channels())
        var didFail = false
        for channel in channels {
            let delivery = await courier.tried(channel, at: clock.now)
            let name = "\(channel.kind) \(channel.shownTarget)"
            switch delivery {
            case .sent: Console.result("✓ \(name)\n")
            case .refused(let cause), .later(let cause, _):
                didFail = true
                Console.result("✗ \(name): \(cause)\n")
            }
        }
        return didFail ? .gateNotMet : .finished
    }
}
