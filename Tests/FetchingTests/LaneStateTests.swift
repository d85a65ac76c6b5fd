import Testing
import WebEvidence

@testable import Fetching

@Suite struct LaneStateTests {
    private let start = ContinuousClock.now
    private let good = LaneReport(answerMilliseconds: 10)

    private func after(_ duration: Duration) -> ContinuousClock.Instant { start.advanced(by: duration) }
    private func failure(_ trouble: LaneReport.Trouble, isRetry: Bool = false) -> LaneReport {
        LaneReport(trouble: trouble, isRetry: isRetry, outcome: TransportOutcome(.readTimeout))
    }
    private func failure(_ trouble: LaneReport.Trouble, as outcome: Outcome) -> LaneReport {
        LaneReport(trouble: trouble, outcome: TransportOutcome(outcome))
    }

    // MARK: Window

    @Test func concurrencyHalvesOnTroubleAndRisesByOneARound() {
        var window = LaneWindow(first: 6, most: 6)
        window.noteTrouble(rest: .seconds(1), at: start)
        #expect(window.size == 3)
        window.noteTrouble(rest: .seconds(1), at: after(.milliseconds(999)))  // was under way together with the first
        #expect(window.size == 3)
        window.noteTrouble(rest: .seconds(1), at: after(.seconds(1)))
        window.noteTrouble(rest: .seconds(1), at: after(.seconds(2)))
        window.noteTrouble(rest: .seconds(1), at: after(.seconds(3)))
        #expect(window.size == 1)
        for _ in 0..<50 { window.noteGood(at: after(.milliseconds(3999))) }
        #expect(window.size == 1)
        var rounds: [Int] = []
        for _ in 0..<30 where !window.isFull {
            let before = window.size
            var answers = 0
            while window.size == before, answers < 100 {
                window.noteGood(at: after(.seconds(4)))
                answers += 1
            }
            rounds.append(answers)
        }
        #expect(rounds.count == 5)
        #expect(rounds.allSatisfy { $0 <= 7 })
        #expect(rounds == rounds.sorted())
    }

    @Test func concurrencyFallsWhenAnswersBecomeFarSlower() {
        var lane = HostLaneState(.host(openLimits(perHost: 4)))
        for _ in 0..<20 { lane.note(.ended(request: 0, LaneReport(answerMilliseconds: 100)), at: start) }
        #expect(lane.capacity == 4)
        for second in 1...10 {
            lane.note(.ended(request: 0, LaneReport(answerMilliseconds: 5000)), at: after(.seconds(second)))
        }
        #expect(lane.capacity == 1)
        for second in 11...60 {
            lane.note(.ended(request: 0, LaneReport(answerMilliseconds: 100)), at: after(.seconds(second)))
        }
        #expect(lane.capacity == 4)
    }

    @Test func aServerThatWasAlwaysSlowIsNotTakenForBurdened() {
        var lane = HostLaneState(.host(openLimits(perHost: 4)))
        for second in 0..<20 {
            lane.note(.ended(request: 0, LaneReport(answerMilliseconds: 4000)), at: after(.seconds(second)))
        }
        #expect(lane.capacity == 4)
    }

    @Test(arguments: [
        (LaneReport.Trouble.refused, 3, 6), (.unreachable, 3, 3), (.silent, 3, 3), (.failing, 3, 6),
        (.pushedBack, 3, 3),
    ]) func aBrokenSiteNarrowsItsHostAndAMachineInTroubleItsAddress(
        _ trouble: LaneReport.Trouble, _ host: Int, _ server: Int
    ) {
        var hostLane = HostLaneState(.host(openLimits()))
        var serverLane = HostLaneState(.server(openLimits()))
        hostLane.note(.ended(request: 0, failure(trouble)), at: start)
        serverLane.note(.ended(request: 0, failure(trouble)), at: start)
        #expect(hostLane.capacity == host)
        #expect(serverLane.capacity == server)
    }

    // MARK: Pace

    @Test(arguments: [(1, 0), (19, 0), (20, 10), (100, 50), (1000, 500), (5999, 2999), (60_000, 3000)])
    func theGapIsHalfTheAnswerTimeWithinBounds(_ answer: Int, _ gap: Int) {
        var pace = LanePace()
        #expect(pace.gap(.host(FetchLimits())) == .zero)
        pace.note(milliseconds: answer)
        #expect(pace.gap(.host(FetchLimits())) == .milliseconds(gap))
    }

    @Test func theGapFollowsTheServerSmoothly() {
        var pace = LanePace()
        for _ in 0..<10 { pace.note(milliseconds: 100) }
        pace.note(milliseconds: 900)
        #expect(pace.gap(.host(FetchLimits())) == .milliseconds(150))
        for _ in 0..<30 { pace.note(milliseconds: 100) }
        #expect(pace.gap(.host(FetchLimits())) == .milliseconds(50))
    }

    @Test("one answer that stalls is no new pace, several are")
    func stalling() {
        var pace = LanePace()
        for _ in 0..<10 { pace.note(milliseconds: 200) }
        pace.note(milliseconds: 20_000)
        #expect(pace.gap(.host(FetchLimits())) <= .milliseconds(325))
        for _ in 0..<4 { pace.note(milliseconds: 20_000) }
        #expect(pace.gap(.host(FetchLimits())) == .seconds(3))
        #expect(pace.isSlow(.host(FetchLimits())))
    }

    @Test func aLaneKeepsItsGap() {
        var lane = HostLaneState(.host(openLimits()))
        lane.note(.begun(request: 1), at: start)
        lane.note(.ended(request: 0, LaneReport(answerMilliseconds: 200)), at: after(.milliseconds(200)))
        #expect(lane.action(at: after(.milliseconds(200))) == .go)
        lane.note(.begun(request: 1), at: after(.milliseconds(200)))
        #expect(lane.action(at: after(.milliseconds(299))) == .waitUntil(after(.milliseconds(300)), .pace))
        #expect(lane.action(at: after(.milliseconds(300))) == .go)
    }

    // MARK: Patience

    @Test func pausesOnlyGrow() {
        var lane = HostLaneState(.host(openLimits()))
        lane.note(.paused(until: after(.seconds(5))), at: start)
        lane.note(.paused(until: after(.seconds(2))), at: start)
        #expect(lane.action(at: after(.seconds(4))) == .waitUntil(after(.seconds(5)), .retryAfter))
        #expect(lane.action(at: after(.seconds(5))) == .go)
    }

    // MARK: Breaker

    static let thresholds: [(trouble: LaneReport.Trouble, count: Int)] = [
        (.refused, 5), (.unreachable, 5), (.silent, 6), (.failing, 20), (.pushedBack, 3),
    ]

    @Test(arguments: thresholds.indices) func aLaneRestsAfterItsNumberOfFailuresInARow(_ index: Int) {
        let (trouble, count) = LaneStateTests.thresholds[index]
        var lane = HostLaneState(.host(openLimits()))
        for _ in 1..<count { lane.note(.ended(request: 0, failure(trouble)), at: start) }
        #expect(lane.action(at: start) == .go)
        lane.note(.ended(request: 0, failure(trouble)), at: start)
        #expect(lane.action(at: start) == .waitUntil(after(.seconds(5)), .breaker))
        #expect(lane.action(at: after(.seconds(5))) == .go)
    }

    @Test func oneRequestProbesAndAnAnswerOpensTheLane() {
        var lane = rested()
        lane.note(.begun(request: 1), at: after(.seconds(5)))
        #expect(lane.action(at: after(.seconds(9))) == .waitForEnd(.breaker))
        lane.note(.ended(request: 1, good), at: after(.seconds(9)))
        #expect(lane.action(at: after(.seconds(9))) == .go)
    }

    @Test func aProbeThatFailsEndsTheRestAndDoublesIt() {
        var lane = rested()
        lane.note(.begun(request: 1), at: after(.seconds(5)))
        lane.note(.ended(request: 1, failure(.silent)), at: after(.seconds(10)))
        #expect(lane.action(at: after(.seconds(10))) == .refuse(TransportOutcome(.readTimeout)))
        #expect(lane.action(at: after(.seconds(19))) == .refuse(TransportOutcome(.readTimeout)))
        #expect(lane.action(at: after(.seconds(20))) == .go)
        lane.note(.begun(request: 1), at: after(.seconds(20)))
        lane.note(.ended(request: 1, failure(.silent)), at: after(.seconds(20)))
        #expect(lane.action(at: after(.seconds(39))) == .refuse(TransportOutcome(.readTimeout)))
        #expect(lane.action(at: after(.seconds(40))) == .go)
    }

    @Test func onlyTheProbeItselfFailsTheProbeButAnyAnswerOpens() {
        var lane = rested()
        lane.note(.begun(request: 1), at: after(.seconds(5)))
        lane.note(.ended(request: 7, failure(.silent)), at: after(.seconds(6)))  // under way since before the rest
        #expect(lane.action(at: after(.seconds(6))) == .waitForEnd(.breaker))
        lane.note(.ended(request: 8, good), at: after(.seconds(7)))
        #expect(lane.action(at: after(.seconds(7))) == .go)
    }

    @Test func aProbeThatWeStoppedOurselvesSaysNothing() {
        var lane = rested()
        lane.note(.begun(request: 1), at: after(.seconds(5)))
        lane.note(.ended(request: 1, .nothing), at: after(.seconds(6)))
        #expect(lane.action(at: after(.seconds(6))) == .go)
    }

    @Test func differentTroublesAnswersAndRetriesAreNoRowOfFailures() {
        var lane = HostLaneState(.host(openLimits()))
        for _ in 0..<50 {
            for _ in 0..<5 { lane.note(.ended(request: 0, failure(.silent)), at: start) }
            for _ in 0..<5 { lane.note(.ended(request: 0, failure(.silent, as: .truncated)), at: start) }
            lane.note(.ended(request: 0, failure(.failing, as: .http5xx)), at: start)
        }
        for _ in 0..<50 { lane.note(.ended(request: 0, failure(.silent, isRetry: true)), at: start) }
        for _ in 0..<50 {
            for _ in 0..<4 { lane.note(.ended(request: 0, failure(.refused)), at: start) }
            lane.note(.ended(request: 0, good), at: start)
        }
        #expect(lane.action(at: start) == .go)
    }

    @Test func whoAsksForMorePatienceThanThereIsNeedsNoProbe() {
        var lane = HostLaneState(.host(openLimits()))
        var report = failure(.pushedBack)
        report.asksTooMuch = true
        for _ in 0..<3 { lane.note(.ended(request: 0, report), at: start) }
        #expect(lane.action(at: start) == .refuse(TransportOutcome(.readTimeout)))
    }

    @Test func aBrokenSiteNeverClosesTheAddressForOthers() {
        for trouble in [LaneReport.Trouble.refused, .silent, .failing, .pushedBack] {
            var lane = HostLaneState(.server(openLimits()))
            for _ in 0..<100 { lane.note(.ended(request: 0, failure(trouble)), at: start) }
            #expect(lane.action(at: start) == .go)
        }
        var lane = HostLaneState(.server(openLimits()))
        for _ in 0..<5 { lane.note(.ended(request: 0, failure(.unreachable)), at: start) }
        #expect(lane.action(at: start) == .waitUntil(after(.seconds(5)), .breaker))
    }

    private func rested() -> HostLaneState {
        var lane = HostLaneState(.host(openLimits()))
        for _ in 0..<6 { lane.note(.ended(request: 0, failure(.silent)), at: start) }
        return lane
    }

    // MARK: In all

    @Test func theTotalRisesWithEachHostThatAnswers() {
        var limits = FetchLimits()
        limits.concurrency = 32
        var total = TotalWindow(limits: limits)
        #expect(total.size == 8)
        for number in 0..<100 {
            total.note(good, of: number, at: start)
            #expect(total.size == min(32, 10 + 2 * number))
        }
    }

    @Test func severalHostsThatFallSilentTogetherAreOurOwnTrouble() {
        var total = TotalWindow(limits: openLimits(total: 32))
        for _ in 0..<50 { total.note(failure(.silent), of: 1, at: start) }
        #expect(total.size == 32)
        total.note(failure(.silent), of: 2, at: start)
        total.note(failure(.unreachable), of: 3, at: start)
        #expect(total.size == 16)
        for second in 1...20 {
            for number in 0..<3 { total.note(failure(.silent), of: number, at: after(.seconds(second))) }
        }
        #expect(total.size == 1)
        var spread = TotalWindow(limits: openLimits(total: 32))
        for number in 0..<20 { spread.note(failure(.silent), of: number, at: after(.seconds(3 * number))) }
        #expect(spread.size == 32)
    }

    @Test func sleepersWakeInTheOrderOfTheirMoments() {
        var queue = WakeQueue<Int>()
        for number in [5, 3, 9, 1, 7, 3, 8] { queue.insert(number, until: after(.seconds(number))) }
        #expect(queue.next == after(.seconds(1)))
        #expect(queue.woken(at: start) == nil)
        var order: [Int] = []
        while let next = queue.woken(at: after(.seconds(8))) { order.append(next) }
        #expect(order == [1, 3, 3, 5, 7, 8])
        #expect(queue.next == after(.seconds(9)))
        var equals = WakeQueue<Int>()
        for number in 0..<100 { equals.insert(number, until: start) }
        #expect((0..<100).compactMap { _ in equals.woken(at: start) } == Array(0..<100))
    }
}
