import Assessing
import Checklists
import Extraction
import Fetching
import Foundation
import Glibc
import GradingCore
import Storage
import ThaiText
import WatchPages
import Watching
import WebEvidence

/// What watching costs: a round over unchanged websites, the growth of the store in a year, the history of a year.
///     swift run -c release watch-benchmark [AGENCIES]
@main
enum WatchBenchmark {
    static let links = 43

    static func main() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        if words.first == "--serve" { return try UnmodifiedServer.serve() }
        let agencies = words.first.flatMap { Int($0) } ?? 1000
        let folder = FileManager.default.temporaryDirectory.appending(path: "oit-watch-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await round(agencies: agencies, folder: folder.appending(path: "round").path)
        try await year(interval: 86_400, folder: folder.appending(path: "daily").path)
        try await year(interval: 3600, folder: folder.appending(path: "hourly").path)
    }

    // MARK: A round

    private static func round(agencies: Int, folder: String) async throws {
        let (server, port) = try start()
        defer { kill(server.processIdentifier, SIGKILL) }
        let store = try await FileStore.open(folder, mode: .writing)
        let book = WatchBook(store)
        var now = Moment(seconds: 1_700_000_000)
        for number in 0..<agencies {
            let (settings, list) = agency(number, port: port)
            _ = try await book.add("agency-\(number)", settings: settings, list: list)
        }
        for name in ["first round", "unchanged"] {
            let began = ContinuousClock.now
            let processor = processorSeconds
            let report = try await carriedOut(store, at: now)
            let wall = ContinuousClock.now - began
            print(
                "\(name): \(report.links) links, \(report.unmodified) unmodified, \(report.failing) failing, "
                    + "\(wall), \(String(format: "%.1f", processorSeconds - processor)) s of processor, "
                    + "\(peakMegabytes) MB at most")
            now = now.adding(seconds: 86_400)
        }
    }

    private static func agency(_ number: Int, port: Int) -> (WatchSettings, WatchList) {
        let base = "http://127.0.0.1:\(port)/\(number)"
        var settings = WatchSettings(
            agency: "หน่วยงานตัวอย่าง \(number)", website: "\(base)/", fiscalYear: 2566, submission: "{}")
        settings.linkInterval = 86_400
        let list = WatchList(links: (1...links).map { WatchList.Link(url: "\(base)/page/\($0)", items: ["o\($0)"]) })
        return (settings, list)
    }

    /// One round without audits, as `oit watch run --due` makes it.
    private static func carriedOut(_ store: FileStore, at now: Moment) async throws -> RoundReport {
        var settings = FetchSettings(version: "benchmark")
        settings.allowedNetworks = ["127.0.0.0/8"].compactMap { NetworkRange($0) }
        settings.limits.retries = 1
        settings.readsCertificates = true
        let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "rules")
        func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: rules.appending(path: name))) }
        let (signatures, wrappers) = (
            try PageSignatures(json: try bytes("page-signatures.json")),
            try WrapperRules(json: try bytes("wrappers.json"))
        )
        let personal = try PersonalDataRules(json: try bytes("personal-data.json"))
        let counters = try CounterWords(json: try bytes("watch.json"))
        return try await withFetcher(settings) { fetcher in
            var tools = WatchTools(
                store: store, fetcher: fetcher,
                observer: PageObserver(
                    fetcher: fetcher, signatures: signatures, wrappers: wrappers, personalData: personal),
                calendars: AssessmentCalendars(), counters: counters,
                request: { _, _ in throw NoAudit() }, note: { print($0) })
            tools.auditBudget = .zero
            return try await WatchRound(tools, clock: .standing(now)).carriedOut {}
        }
    }

    private struct NoAudit: Error {}

    private static func start() throws -> (Process, Int) {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--serve"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var text = ""
        while !text.hasSuffix("\n"), let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
            text += String(decoding: byte, as: UTF8.self)
        }
        return (process, Int(text.dropLast()) ?? 0)
    }

    // MARK: A year

    /// A year of checks in which nothing changes: how the store grows, and how long its history takes.
    private static func year(interval: Int, folder: String) async throws {
        let store = try await FileStore.open(folder, mode: .writing)
        let book = WatchBook(store)
        let (settings, list) = agency(0, port: 80)
        let first = 1_700_000_000
        _ = try await book.add("a", settings: settings, list: list)
        guard let watch = try await store.watch(named: "a") else { return }
        // As large as what is known of 43 addresses.
        let state = Array(
            String(decoding: watch.state, as: UTF8.self).replacing(
                "\"links\":{}", with: "\"links\":{\(list.links.map(known).joined(separator: ","))}"
            ).utf8)
        let entries = list.links.map { _ -> CheckContent.Entry? in
            CheckContent.Entry(
                outcome: .ok, status: 304, server: "203.0.113.15", milliseconds: Int.random(in: 40...900))
        }
        let before = try await size(store, folder)
        var number = 0
        let began = ContinuousClock.now
        for at in stride(from: first, to: first + 365 * 86_400, by: interval) {
            let content = CheckContent(list: 0, entries: entries.shuffled())
            let digest = (0..<32).map { _ in UInt8.random(in: 0...255) }
            var commit = WatchCommit(watch: watch.key, state: state, dueAt: at + interval)
            commit.check = StoredCheck(number: number, at: at, content: content, digest: digest)
            try await store.commit(commit)
            if (at - first) % 86_400 < interval {
                try await store.add(
                    NewWatchRow(watch: watch.key, at: at, content: digest + Array(repeating: 7, count: 200)), to: .heads
                )
            }
            number += 1
        }
        let wrote = ContinuousClock.now - began
        let grown = try await size(store, folder) - before
        let clock = ContinuousClock.now
        let history = try await book.history("a", from: nil, to: nil, at: Moment(seconds: first + 365 * 86_400)) {
            _, _ in
            (1...links).map { (item: ItemID("o\($0)"), title: BilingualText(th: "", en: "")) }
        }
        let page = history?.page(.thai).count ?? 0
        print(
            "a year, every \(interval / 3600) h: \(number) records in \(wrote), store grew by \(grown / 1024) KB; "
                + "history of \(page / 1024) KB in \(ContinuousClock.now - clock)")
    }

    private static func known(_ link: WatchList.Link) -> String {
        let digest = (0..<64).map { _ in "0123456789abcdef".randomElement() ?? "0" }.map(String.init).joined()
        return """
            "\(link.url)":{"phase":"up","askedAt":1700000000,"readAt":1700000000,"outcome":"ok","status":304,"server":\
            "203.0.113.15","host":"http://127.0.0.1:80","milliseconds":120,"failures":0,"episodes":[],"since":1700000000,\
            "successes":99,"wasUp":true,"entityTag":"\\"\(digest.prefix(16))\\"","validAt":"\(link.url)","digest":"\(digest)",\
            "versionOutcome":"ok","versionStatus":200}
            """
    }

    private static func size(_ store: FileStore, _ folder: String) async throws -> Int {
        _ = try await store.check()
        return try FileManager.default.attributesOfItem(atPath: "\(folder)/\(FileStore.fileName)")[.size] as? Int ?? 0
    }

    private static var processorSeconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000_000
    }

    private static var peakMegabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
