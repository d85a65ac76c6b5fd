import Testing
import WebEvidence

@testable import Fetching

/// A board that names hosts and servers as tests do: by letters.
struct NamedBoard {
    var board: LaneBoard
    private var tickets: [Int: LaneBoard.Ticket] = [:]
    private var numbers: [LaneBoard.Ticket: Int] = [:]

    init(limits: FetchLimits) { board = LaneBoard(limits: limits) }

    /// Enters request `number` to a host; its server is its own unless another is named.
    mutating func enqueue(_ number: Int, _ host: String, server: String? = nil, at now: ContinuousClock.Instant) throws
    {
        let name = Array((server ?? host).utf8.suffix(4))
        let address = try #require(NetworkAddress(bytes: name + [UInt8](repeating: 0, count: 4 - name.count)))
        let ticket = board.ticket(host: HostKey(scheme: "http", host: host, port: 80), server: address)
        tickets[number] = ticket
        numbers[ticket] = number
        board.enqueue(ticket, at: now)
    }

    mutating func withdraw(_ number: Int) {
        if let ticket = tickets[number] { board.withdraw(ticket) }
    }

    mutating func end(_ number: Int, _ report: LaneReport, at now: ContinuousClock.Instant) {
        if let ticket = tickets[number] { board.end(ticket, report, at: now) }
    }

    /// What is decided, by the numbers of the requests.
    mutating func decided(at now: ContinuousClock.Instant) -> [(number: Int, verdict: LaneBoard.Decision.Verdict)] {
        board.decisions(at: now).compactMap { decision in
            numbers[decision.ticket].map { ($0, decision.verdict) }
        }
    }

    /// The requests that may go.
    mutating func admitted(at now: ContinuousClock.Instant) -> [Int] {
        decided(at: now).filter { $0.verdict == .go }.map(\.number)
    }
}

/// Limits under which lanes are wide open from the beginning, so that only what a test is about can hold a request up.
func openLimits(total: Int = 100, perHost: Int = 6, _ change: (inout FetchLimits) -> Void = { _ in }) -> FetchLimits {
    var limits = FetchLimits()
    limits.concurrency = total
    limits.firstConcurrency = total
    limits.leastConcurrency = 1
    limits.perHost = perHost
    limits.firstPerLane = 6
    change(&limits)
    return limits
}

@Suite struct LaneBoardTests {
    private let start = ContinuousClock.now
    private let good = LaneReport(answerMilliseconds: 1)

    private func after(_ duration: Duration) -> ContinuousClock.Instant { start.advanced(by: duration) }

    @Test func aHostGetsItsShareInOrder() throws {
        var board = NamedBoard(limits: openLimits(perHost: 2))
        for id in 1...4 { try board.enqueue(id, "a", at: start) }
        #expect(board.admitted(at: start) == [1, 2])
        #expect(board.admitted(at: start).isEmpty)
        board.end(1, good, at: start)
        #expect(board.admitted(at: start) == [3])
    }

    @Test func aHostOfWhichNothingIsKnownBeginsWithTwo() throws {
        var board = NamedBoard(limits: openLimits { $0.firstPerLane = FetchLimits().firstPerLane })
        for id in 1...9 { try board.enqueue(id, "a", at: start) }
        #expect(board.admitted(at: start) == [1, 2])
        board.end(1, good, at: start)
        board.end(2, good, at: start)
        #expect(board.admitted(at: start).count == 2)
        board.end(3, good, at: start)
        #expect(board.admitted(at: start).count == 2)
    }

    @Test func aBusyHostHoldsUpNobody() throws {
        var board = NamedBoard(limits: openLimits(total: 4, perHost: 2))
        for id in 1...50 { try board.enqueue(id, "busy", at: start) }
        try board.enqueue(51, "calm", at: start)
        try board.enqueue(52, "other", at: start)
        #expect(Set(board.admitted(at: start)) == [1, 2, 51, 52])
    }

    @Test func hostsTakeTurns() throws {
        var board = NamedBoard(limits: openLimits(total: 1, perHost: 1))
        for id in [1, 2, 3] { try board.enqueue(id, "a", at: start) }
        for id in [4, 5] { try board.enqueue(id, "b", at: start) }
        var order: [Int] = []
        while let next = board.admitted(at: start).first {
            order.append(next)
            board.end(next, good, at: start)
        }
        #expect(order == [1, 4, 2, 5, 3])
    }

    @Test func hostsOfOneServerShareItsSix() throws {
        var board = NamedBoard(limits: openLimits(perHost: 4))
        for id in 0..<40 { try board.enqueue(id, "h\(id % 10)", server: "s", at: start) }
        var underWay = board.admitted(at: start)
        #expect(underWay.count == 6)
        var seen = underWay.count
        while let next = underWay.popLast() {
            board.end(next, good, at: start)
            let more = board.admitted(at: start)
            seen += more.count
            underWay += more
            #expect(underWay.count <= 6)
        }
        #expect(seen == 40)
    }

    @Test func thePerHostOptionNeverExceedsTheServersSix() throws {
        var board = NamedBoard(limits: openLimits(perHost: 50))
        for id in 0..<20 { try board.enqueue(id, "a", at: start) }
        #expect(board.admitted(at: start).count == 6)
    }

    @Test func withdrawnTicketsAreNeverAdmitted() throws {
        var board = NamedBoard(limits: openLimits(perHost: 1))
        for id in 1...3 { try board.enqueue(id, "a", at: start) }
        #expect(board.admitted(at: start) == [1])
        board.withdraw(2)
        board.end(1, good, at: start)
        #expect(board.admitted(at: start) == [3])
    }

    @Test func aServerThatAsksForPatiencePausesHostAndAddressAndNobodyElse() throws {
        var board = NamedBoard(limits: openLimits())
        try board.enqueue(1, "a", server: "s", at: start)
        #expect(board.admitted(at: start) == [1])
        board.end(1, LaneReport(trouble: .pushedBack, retryAfter: .seconds(5)), at: start)
        try board.enqueue(2, "a", server: "s", at: start)
        try board.enqueue(3, "neighbour", server: "s", at: start)
        try board.enqueue(4, "stranger", server: "t", at: start)
        #expect(board.admitted(at: start) == [4])
        #expect(board.board.nextMoment == after(.seconds(5)))
        #expect(board.admitted(at: after(.milliseconds(4999))).isEmpty)
        #expect(Set(board.admitted(at: after(.seconds(5)))) == [2, 3])
        #expect(board.board.nextMoment == nil)
    }

    @Test func theGapOfASlowServerIsKeptBetweenAllItsNames() throws {
        var board = NamedBoard(limits: openLimits())
        try board.enqueue(1, "a", server: "s", at: start)
        #expect(board.admitted(at: start) == [1])
        board.end(1, LaneReport(answerMilliseconds: 400), at: after(.milliseconds(400)))
        for id in 2...4 { try board.enqueue(id, "n\(id)", server: "s", at: after(.milliseconds(400))) }
        var seen: [Int] = []
        for millisecond in 400..<1000 where !board.admitted(at: after(.milliseconds(millisecond))).isEmpty {
            seen.append(millisecond)
        }
        #expect(seen == [400, 600, 800])
    }

    @Test func aGapThatAHostAsksForIsKeptThereAndNowhereElse() throws {
        var board = NamedBoard(limits: openLimits())
        board.board.keepGap(.seconds(2), at: HostKey(scheme: "http", host: "a", port: 80))
        for id in 1...2 { try board.enqueue(id, "a", server: "s", at: start) }
        for id in 3...4 { try board.enqueue(id, "b", server: "s", at: start) }
        #expect(Set(board.admitted(at: start)) == [1, 3, 4])
        #expect(board.admitted(at: after(.milliseconds(1999))).isEmpty)
        #expect(board.admitted(at: after(.seconds(2))) == [2])
    }

    @Test func aLaneThatFailsForAllEndsWhatWaitsInIt() throws {
        var board = NamedBoard(limits: openLimits(perHost: 1))
        let failed = LaneReport(trouble: .refused, outcome: TransportOutcome(.connectRefused))
        for id in 1...10 { try board.enqueue(id, "a", server: "s", at: start) }
        for id in 1...5 {
            #expect(board.admitted(at: start) == [id])
            board.end(id, failed, at: start)
        }
        #expect(board.decided(at: start).isEmpty)
        #expect(board.board.waits.entries[.breaker]?.waitingNow == 5)
        #expect(board.admitted(at: after(.seconds(5))) == [6])
        #expect(board.decided(at: after(.seconds(6))).isEmpty)
        board.end(6, failed, at: after(.seconds(6)))
        let ended = board.decided(at: after(.seconds(6)))
        #expect(ended.map(\.number) == [7, 8, 9, 10])
        #expect(ended.allSatisfy { $0.verdict == .refused(TransportOutcome(.connectRefused)) })
        // Another name at the same address is not concerned.
        try board.enqueue(11, "b", server: "s", at: after(.seconds(6)))
        #expect(board.admitted(at: after(.seconds(6))) == [11])
    }

    @Test func aWaitForTheHostOrItsAddressIsToldApart() throws {
        var board = NamedBoard(limits: openLimits(perHost: 1))
        for id in 1...3 { try board.enqueue(id, "a", at: start) }
        for id in 4...10 { try board.enqueue(id, "h\(id)", server: "s", at: start) }
        #expect(board.admitted(at: start) == [1, 4, 5, 6, 7, 8, 9])
        #expect(board.board.waits.entries.mapValues(\.waitingNow) == [.hostLane: 2, .addressLane: 1])
        #expect(board.board.waits.limiting == .hostLane)
        board.end(1, good, at: after(.milliseconds(30)))
        board.end(4, good, at: after(.milliseconds(30)))
        #expect(Set(board.admitted(at: after(.milliseconds(30)))) == [2, 10])
        #expect(board.board.waits.entries[.hostLane]?.milliseconds == 30)
        #expect(board.board.waits.entries[.addressLane]?.milliseconds == 30)
        #expect(board.board.waits.entries.mapValues(\.waitingNow) == [.hostLane: 1, .addressLane: 0])
    }

    @Test func aWaitForTheTotalIsTold() throws {
        var board = NamedBoard(limits: openLimits(total: 1))
        for id in 1...2 { try board.enqueue(id, "h\(id)", at: start) }
        #expect(board.admitted(at: start) == [1])
        #expect(board.board.waits.limiting == .totalLimit)
        board.end(1, good, at: after(.milliseconds(20)))
        #expect(board.admitted(at: after(.milliseconds(20))) == [2])
        #expect(board.board.waits.entries[.totalLimit] == WaitTally.Entry(count: 1, milliseconds: 20))
        #expect(board.board.waits.limiting == nil)
    }

    @Test func waitsForPaceAndPatienceAreTold() throws {
        var board = NamedBoard(limits: openLimits())
        try board.enqueue(1, "a", at: start)
        #expect(board.admitted(at: start) == [1])
        board.end(1, LaneReport(answerMilliseconds: 200), at: start)
        for id in 2...3 { try board.enqueue(id, "a", at: start) }
        #expect(board.admitted(at: start) == [2])
        #expect(board.board.waits.limiting == .pace)
        board.end(2, LaneReport(trouble: .pushedBack, retryAfter: .seconds(2)), at: start)
        #expect(board.admitted(at: after(.milliseconds(100))).isEmpty)
        #expect(board.board.waits.limiting == .retryAfter)
        #expect(board.admitted(at: after(.seconds(2))) == [3])
        #expect(board.board.waits.entries[.retryAfter] == WaitTally.Entry(count: 1, milliseconds: 2000))
    }

    @Test func theLedgerKnowsFullAndIdleAddresses() throws {
        let address = try #require(NetworkAddress("192.168.0.1"))
        var ledger = ConnectionLedger(limit: 2)
        ledger.noteOpened(10, to: address, origin: "a", by: 1)
        #expect(ledger.room(at: address) == 1)
        ledger.noteOpened(11, to: address, origin: "b", by: 2)
        #expect(ledger.room(at: address) == 0)
        #expect(ledger.retire(at: address, sparing: "c", now: 0) == nil)
        ledger.noteFinished(1, at: [address])
        #expect(ledger.idleCount(at: address, origin: "a") == 1)
        #expect(ledger.idleCount(at: address, origin: "b") == 0)
        ledger.noteUse(of: address, localPort: 4010, by: 3) { Int($0) + 4000 }
        #expect(ledger.idleCount(at: address, origin: "a") == 0)
        ledger.noteFinished(3, at: [address])
        #expect(ledger.retire(at: address, sparing: "a", now: 0) == nil)
        #expect(ledger.retire(at: address, sparing: "c", now: 5) == 10)
        #expect(ledger.idleCount(at: address, origin: "a") == 0)
        #expect(ledger.leaving.map(\.since) == [5])
        #expect(ledger.room(at: address) == 0)
        ledger.noteClosed(10)
        #expect(ledger.room(at: address) == 1)
        #expect(ledger.count == 1)
    }
}
