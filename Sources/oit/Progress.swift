import Assessing
import Fetching
import Glibc
import Synchronization

/// Progress on standard error: what is done, in flight, slow, and how long it may still take. Silent without a terminal.
final class Progress: Sendable {
    private struct State {
        var total = 0
        var done = 0
        var inFlight: [String: ContinuousClock.Instant] = [:]
        var phase = ""
        var decided = ""
        var lastShown: ContinuousClock.Instant?
        var isLineShown = false
        var isCleared = false
        var limiting: WaitReason?
    }

    private let head: String
    private let isShown: Bool
    private let isVerbose: Bool
    private let started = ContinuousClock.now
    private let state = Mutex(State())

    init(agency: String, number: Int, of total: Int, isShown: Bool, isVerbose: Bool) {
        head = (total > 1 ? "[\(number)/\(total)] " : "") + Progress.plain(agency)
        self.isShown = isShown
        self.isVerbose = isVerbose
    }

    /// Draws the line anew while nothing is reported, so that a slow server shows as slow. Ends with its task.
    /// - Parameter waits: what holds requests up; told in the line, and with `--verbose` when it changes and at the end.
    func tick(waits: @escaping @Sendable () -> WaitTally) async {
        guard isShown || isVerbose else { return }
        var told: WaitReason?
        while true {
            do { try await Task.sleep(for: .milliseconds(500)) } catch { break }
            let limiting = waits().limiting
            state.withLock { $0.limiting = limiting }
            if isShown { redraw() }
            if isVerbose, let limiting, limiting != told { Console.note("speed: \(limiting.words)") }
            told = limiting ?? told
        }
        guard isVerbose else { return }
        let tally = waits()
        for reason in WaitReason.allCases {
            guard let entry = tally.entries[reason], entry.milliseconds > 0 else { continue }
            Console.note(
                "waited \(entry.milliseconds / 1000).\(entry.milliseconds / 100 % 10) s in all, "
                    + "\(entry.count) times: \(reason.words)")
        }
    }

    private func redraw() {
        let line = state.withLock { state in state.isCleared ? nil : text(state, now: .now) }
        if let line { Console.write("\r\u{1B}[2K\(line)", to: STDERR_FILENO) }
    }

    func note(_ event: AuditEvent) {
        guard isShown || isVerbose else { return }
        let line = state.withLock { state -> String? in
            update(&state, event)
            guard isShown, !state.isCleared else { return nil }
            let now = ContinuousClock.now
            if let last = state.lastShown, now - last < .milliseconds(100) { return nil }
            state.lastShown = now
            state.isLineShown = true
            return text(state, now: now)
        }
        if isVerbose, let message = Progress.message(event) { Console.note(message) }
        if let line { Console.write("\r\u{1B}[2K\(line)", to: STDERR_FILENO) }
    }

    /// Removes the line.
    func clear() {
        let wasShown = state.withLock { state in
            state.isCleared = true
            return isShown || state.isLineShown
        }
        if wasShown { Console.write("\r\u{1B}[2K", to: STDERR_FILENO) }
    }

    private func update(_ state: inout State, _ event: AuditEvent) {
        switch event {
        case .planned(let addresses, _): state.total = addresses
        case .started(let address): state.inFlight[address] = .now
        case .fetched(let address, _, _):
            state.inFlight[address] = nil
            state.done += 1
        case .waiting(let addresses, let wait):
            state.phase = "waiting \(wait.components.seconds) s to try \(addresses) again"
        case .cutOff(let addresses): state.phase = "our own network was down for \(addresses) pages"
        case .following(let addresses):
            state.total += addresses
            state.phase = ""
        case .judged(let decided, let items): state.decided = "\(decided)/\(items) items"
        }
    }

    private func text(_ state: State, now: ContinuousClock.Instant) -> String {
        var parts = [head, "\(state.done)/\(max(state.total, state.done)) pages"]
        if !state.decided.isEmpty { parts.append(state.decided) }
        if !state.inFlight.isEmpty { parts.append("\(state.inFlight.count) in flight") }
        let slow = state.inFlight.filter { now - $0.value > .seconds(5) }.min { $0.value < $1.value }
        if let slow { parts.append("slow: \(Progress.host(slow.key)) \((now - slow.value).components.seconds) s") }
        if let limiting = state.limiting { parts.append(limiting.words) }
        if !state.phase.isEmpty { parts.append(state.phase) }
        if state.done > 4, state.total > state.done {
            let spent = Double((now - started).components.seconds) + 0.5
            parts.append("about \(Int(spent / Double(state.done) * Double(state.total - state.done))) s left")
        }
        return parts.joined(separator: " · ")
    }

    private static func message(_ event: AuditEvent) -> String? {
        switch event {
        case .planned(let addresses, let items): "planned: \(addresses) addresses for \(items) items"
        case .started: nil
        case .fetched(let address, let outcome, let milliseconds): "\(outcome) \(milliseconds) ms \(plain(address))"
        case .waiting(let addresses, let wait):
            "waiting \(wait.components.seconds) s before \(addresses) failures are tried again"
        case .cutOff(let addresses): "our own network was down while \(addresses) addresses were asked"
        case .following(let addresses): "following \(addresses) links"
        case .judged(let decided, let items): "judged: \(decided) of \(items) items decided"
        }
    }

    private static func host(_ address: String) -> String {
        plain(String(address.split(separator: "/", maxSplits: 2).dropFirst().first ?? ""))
    }

    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
    }
}
