public import GradingCore

/// Where one message to one receiver stands. A pure value: who keeps it writes it down before and after each attempt, so
/// nothing is lost when the program ends in between. Nothing is ever dropped: what was not taken in `patience` stays
/// as `given up`, is told, and begins anew on `retried`.
public struct DeliveryState: Sendable, Hashable {
    /// What is to be done with it.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        /// To be sent when `dueAt` has come.
        case waiting
        case sent
        /// Not taken for two weeks; kept and shown.
        case givenUp = "given_up"
    }

    public var phase: Phase
    /// When it was first to be sent.
    public var queuedAt: Moment
    /// The next attempt is due; meaningless unless waiting.
    public var dueAt: Moment
    /// Attempts so far.
    public var attempts: Int
    /// Why the last attempt failed; empty when none did.
    public var cause: String
    /// True when the last attempt was refused: somebody has to mend something.
    public var isRefused: Bool

    /// How long attempts go on.
    public static let patience = 14 * 86_400
    /// Seconds before the second, third, … attempt after failures that may pass.
    static let pauses = [60, 300, 900, 1800, 3600]
    /// The same after a refusal: settings may be mended any time, the receiver is not to be pestered.
    static let refusedPauses = [3600, 10_800, 21_600]

    /// A message that is due at a moment: at once, at the end of the quiet hours, at the hour of the digest.
    public init(queuedAt: Moment, dueAt: Moment? = nil) {
        phase = .waiting
        self.queuedAt = queuedAt
        self.dueAt = dueAt ?? queuedAt
        attempts = 0
        cause = ""
        isRefused = false
    }

    /// From what was stored.
    public init(
        phase: Phase, queuedAt: Moment, dueAt: Moment, attempts: Int, cause: String, isRefused: Bool
    ) {
        self.phase = phase
        self.queuedAt = queuedAt
        self.dueAt = dueAt
        self.attempts = attempts
        self.cause = cause
        self.isRefused = isRefused
    }

    /// True when an attempt is to be made now. A clock that was set back more than a day does not stop the queue.
    public func isDue(at now: Moment) -> Bool {
        let isSetBack = queuedAt.seconds(since: now) > 86_400 || (attempts > 0 && dueAt.seconds(since: now) > 86_400)
        return phase == .waiting && (dueAt <= now || isSetBack)
    }

    /// The state after an attempt that ended at `now`.
    public func after(_ delivery: Delivery, at now: Moment) -> DeliveryState {
        var next = self
        next.attempts += 1
        switch delivery {
        case .sent:
            next.phase = .sent
            next.cause = ""
            next.isRefused = false
            return next
        case .refused(let cause):
            next.cause = cause
            next.isRefused = true
            next.wait(DeliveryState.refusedPauses, from: now, atLeast: 0)
        case .later(let cause, let seconds):
            next.cause = cause
            next.isRefused = false
            next.wait(DeliveryState.pauses, from: now, atLeast: min(max(0, seconds ?? 0), 86_400))
        }
        return next
    }

    /// The same message from the beginning: after the operator has mended the channel.
    public func retried(at now: Moment) -> DeliveryState {
        phase == .sent ? self : DeliveryState(queuedAt: now)
    }

    private mutating func wait(_ pauses: [Int], from now: Moment, atLeast least: Int) {
        if now.seconds(since: queuedAt) >= DeliveryState.patience {
            phase = .givenUp
            return
        }
        dueAt = now.adding(seconds: max(pauses[min(attempts, pauses.count) - 1], least))
    }
}
