import Testing
import WebEvidence

@testable import Fetching

@Suite struct LaneBoardTests {
    private let start = ContinuousClock.now

    private func ticket(_ id: UInt64, _ host: String, server: String? = nil) -> LaneBoard.Ticket {
        LaneBoard.Ticket(id: id, host: HostKey(scheme: "http", host: host, port: 80), server: server ?? host)
    }

    @Test func aHostGetsItsShareInOrder() {
        var board = LaneBoard(total: 10, perHost: 2, perServer: 6)
        for id in 1...4 { board.enqueue(ticket(UInt64(id), "a")) }
        #expect(board.admitted(at: start).map(\.id) == [1, 2])
        #expect(board.admitted(at: start).isEmpty)
        board.end(ticket(1, "a"))
        #expect(board.admitted(at: start).map(\.id) == [3])
    }

    @Test func aBusyHostHoldsUpNobody() {
        var board = LaneBoard(total: 4, perHost: 2, perServer: 6)
        for id in 1...50 { board.enqueue(ticket(UInt64(id), "busy")) }
        board.enqueue(ticket(51, "calm"))
        board.enqueue(ticket(52, "other"))
        #expect(Set(board.admitted(at: start).map(\.id)) == [1, 2, 51, 52])
    }

    @Test func hostsTakeTurns() {
        var board = LaneBoard(total: 1, perHost: 1, perServer: 6)
        for id in [1, 2, 3] { board.enqueue(ticket(UInt64(id), "a")) }
        for id in [4, 5] { board.enqueue(ticket(UInt64(id), "b")) }
        var order: [UInt64] = []
        while let next = board.admitted(at: start).first {
            order.append(next.id)
            board.end(next)
        }
        #expect(order == [1, 4, 2, 5, 3])
    }

    @Test func hostsOfOneServerShareItsSix() {
        var board = LaneBoard(total: 100, perHost: 4, perServer: 6)
        for id in 0..<40 { board.enqueue(ticket(UInt64(id), "h\(id % 10)", server: "s")) }
        var underWay = board.admitted(at: start)
        #expect(underWay.count == 6)
        var seen = underWay.count
        while let next = underWay.popLast() {
            board.end(next)
            let more = board.admitted(at: start)
            seen += more.count
            underWay += more
            #expect(underWay.count <= 6)
        }
        #expect(seen == 40)
    }

    @Test func thePerHostOptionNeverExceedsTheServersSix() {
        var board = LaneBoard(total: 100, perHost: 50, perServer: 6)
        for id in 0..<20 { board.enqueue(ticket(UInt64(id), "a")) }
        #expect(board.admitted(at: start).count == 6)
    }

    @Test func withdrawnTicketsAreNeverAdmitted() {
        var board = LaneBoard(total: 10, perHost: 1, perServer: 1)
        for id in 1...3 { board.enqueue(ticket(UInt64(id), "a")) }
        #expect(board.admitted(at: start).map(\.id) == [1])
        board.withdraw(ticket(2, "a"))
        board.end(ticket(1, "a"))
        #expect(board.admitted(at: start).map(\.id) == [3])
    }

    @Test func aPausedHostWaitsAndOthersGo() {
        var board = LaneBoard(total: 10, perHost: 2, perServer: 6)
        let later = start.advanced(by: .seconds(5))
        board.pause(ticket(0, "a").host, until: later)
        board.enqueue(ticket(1, "a"))
        board.enqueue(ticket(2, "b"))
        #expect(board.admitted(at: start).map(\.id) == [2])
        #expect(board.admitted(at: later.advanced(by: .milliseconds(-1))).isEmpty)
        #expect(board.admitted(at: later).map(\.id) == [1])
    }

    @Test func aPauseCanBeTakenBack() {
        var board = LaneBoard(total: 10, perHost: 2, perServer: 6)
        board.pause(ticket(0, "a").host, until: start.advanced(by: .seconds(5)))
        board.enqueue(ticket(1, "a"))
        #expect(board.admitted(at: start).isEmpty)
        board.resume(ticket(0, "a").host)
        #expect(board.admitted(at: start).map(\.id) == [1])
    }

    @Test func laneStatesSayWhatToDo() {
        var lane = HostLaneState(capacity: 1)
        #expect(lane.action(at: start) == .go)
        lane.note(.begun)
        #expect(lane.action(at: start) == .waitForEnd)
        let later = start.advanced(by: .seconds(1))
        lane.note(.paused(until: later))
        lane.note(.ended)
        #expect(lane.action(at: start) == .waitUntil(later))
        #expect(lane.action(at: later) == .go)
        #expect(lane.isForgettable)
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
