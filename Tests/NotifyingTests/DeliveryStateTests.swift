import GradingCore
import Testing

@testable import Notifying

@Suite struct DeliveryStateTests {
    private let start = afternoon

    /// Attempts until it is given up, each failing in the same way.
    private func attempts(_ delivery: Delivery) -> (pauses: [Int], state: DeliveryState) {
        var state = DeliveryState(queuedAt: start)
        var pauses: [Int] = []
        while state.phase == .waiting, pauses.count < 10_000 {
            let now = state.dueAt
            state = state.after(delivery, at: now)
            if state.phase == .waiting { pauses.append(state.dueAt.seconds(since: now)) }
        }
        return (pauses, state)
    }

    @Test("failures that may pass are tried again after growing pauses, at last once an hour, for two weeks")
    func backOff() {
        let (pauses, state) = attempts(.later(cause: "no connection"))
        #expect(pauses.prefix(6) == [60, 300, 900, 1800, 3600, 3600])
        #expect((335...345).contains(pauses.count))
        #expect(state.phase == .givenUp && state.cause == "no connection")
    }

    @Test("a refusal is tried again seldom, because settings may be mended, and is kept when given up")
    func refusals() {
        let (pauses, state) = attempts(.refused(cause: "wrong password"))
        #expect(pauses.prefix(4) == [3600, 10_800, 21_600, 21_600])
        #expect(state.phase == .givenUp && state.isRefused && state.cause == "wrong password")
        let again = state.retried(at: state.dueAt)
        #expect(again.isDue(at: state.dueAt) && again.attempts == 0)
    }

    @Test("a receiver that was away for a day gets it on the first attempt after that")
    func dayAway() {
        var state = DeliveryState(queuedAt: start)
        while state.dueAt.seconds(since: start) < 86_400 { state = state.after(.later(cause: "x"), at: state.dueAt) }
        state = state.after(.sent, at: state.dueAt)
        #expect(state.phase == .sent && state.cause.isEmpty)
        #expect(!state.isDue(at: start.adding(seconds: 1_000_000)))
        #expect(state.retried(at: start) == state)
    }

    @Test("the wish of the receiver counts where it is longer, up to a day")
    func wishes() {
        let state = DeliveryState(queuedAt: start)
        func wait(_ seconds: Int) -> Int {
            state.after(.later(cause: "x", seconds: seconds), at: start).dueAt.seconds(since: start)
        }
        #expect(wait(7200) == 7200)
        #expect(wait(5) == 60)
        #expect(wait(.max) == 86_400)
        #expect(wait(-5) == 60)
    }

    @Test("quiet hours put it off, a clock that was set back does not stop it")
    func clocks() {
        let later = start.adding(seconds: 8 * 3600)
        let quiet = DeliveryState(queuedAt: start, dueAt: later)
        #expect(!quiet.isDue(at: start) && quiet.isDue(at: later))
        let failed = DeliveryState(queuedAt: start).after(.later(cause: "x"), at: start)
        #expect(!failed.isDue(at: start.adding(seconds: 59)))
        #expect(failed.isDue(at: start.adding(seconds: -40 * 86_400)))
        #expect(quiet.isDue(at: start.adding(seconds: -40 * 86_400)))
    }
}

@Suite struct NoticeTextTests {
    @Test(
        "items in a row are told by their ends, and what is left out is counted",
        arguments: [
            ("o1 o2 o3 o7", "o1–o3, o7"), ("o2 o1", "o1, o2"), ("", ""), ("x5 o4 o6", "o4, o6, x5"),
            ("o9 o10 o11", "o9–o11"),
            ("o1 o3 o5 o7 o9 o11 o13 o14 o15", "o1, o3, o5, o7, o9, o11 และอีก 3 ข้อ"), ("o09 o10", "o09, o10"),
            ("o9223372036854775807 o1", "o1, o9223372036854775807"),
        ])
    func itemLists(items: String, told: String) {
        let ids = items.split(separator: " ").map { ItemID(String($0)) }
        #expect(NoticeTexts(language: .thai).items(ids) == told)
    }
}
