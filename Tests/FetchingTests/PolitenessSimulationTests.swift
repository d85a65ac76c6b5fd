import Testing
import WebEvidence

@testable import Fetching

/// The lanes at work for minutes on simulated servers, in no time: every moment is passed in.
struct Simulation {
    /// What one server does with a request.
    struct Behaviour {
        /// Milliseconds to the first byte when `underWay` requests are at the server together, this one included.
        var answerTime: (_ underWay: Int) -> Int = { _ in 50 }
        /// Nil for an answer; `asked` counts the server's requests from 1.
        var trouble: (_ asked: Int, _ underWay: Int) -> LaneReport.Trouble? = { _, _ in nil }
        var retryAfter: Duration?
    }

    private(set) var board: NamedBoard
    private let start = ContinuousClock.now
    private var servers: [String: Behaviour]
    private var homes: [Int: (host: String, server: String)] = [:]
    private var underWay: [String: Int] = [:]
    private var underWayAtHost: [String: Int] = [:]
    private var asked: [String: Int] = [:]
    private var endings = WakeQueue<(number: Int, report: LaneReport)>()

    /// When each request was sent, in milliseconds.
    private(set) var sent: [Int: Int] = [:]
    private(set) var refused: Set<Int> = []
    private(set) var mostAtServer: [String: Int] = [:]
    private(set) var mostAtHost: [String: Int] = [:]
    /// Of each server, how many were under way whenever a request was sent there.
    private(set) var levels: [String: [Int]] = [:]
    private(set) var milliseconds = 0

    init(limits: FetchLimits = FetchLimits(), servers: [String: Behaviour]) {
        board = NamedBoard(limits: limits)
        self.servers = servers
    }

    mutating func enter(_ number: Int, _ host: String, server: String) throws {
        homes[number] = (host, server)
        try board.enqueue(number, host, server: server, at: moment(0))
    }

    private func moment(_ milliseconds: Int) -> ContinuousClock.Instant {
        start.advanced(by: .milliseconds(milliseconds))
    }

    /// Runs until nothing is left, at most for a simulated hour.
    mutating func run() {
        while milliseconds < 3_600_000 {
            let now = moment(milliseconds)
            while let ending = endings.woken(at: now) { finish(ending.number, ending.report, at: now) }
            for decision in board.decided(at: now) {
                if decision.verdict == .go { send(decision.number) } else { refused.insert(decision.number) }
            }
            guard let next = [endings.next, board.board.nextMoment].compactMap({ $0 }).min() else { return }
            milliseconds = max(milliseconds + 1, (next - start).millisecondsUp)
        }
    }

    private mutating func send(_ number: Int) {
        guard let home = homes[number], let behaviour = servers[home.server] else { return }
        sent[number] = milliseconds
        let together = underWay[home.server, default: 0] + 1
        underWay[home.server] = together
        underWayAtHost[home.host, default: 0] += 1
        levels[home.server, default: []].append(together)
        mostAtServer[home.server] = max(mostAtServer[home.server] ?? 0, together)
        mostAtHost[home.host] = max(mostAtHost[home.host] ?? 0, underWayAtHost[home.host] ?? 0)
        asked[home.server, default: 0] += 1
        let time = behaviour.answerTime(together)
        let trouble = behaviour.trouble(asked[home.server] ?? 0, together)
        let report = LaneReport(
            trouble: trouble, answerMilliseconds: trouble == .silent ? nil : time,
            retryAfter: trouble == .pushedBack ? behaviour.retryAfter : nil, outcome: TransportOutcome(.http5xx))
        endings.insert((number, report), until: moment(milliseconds + time))
    }

    private mutating func finish(_ number: Int, _ report: LaneReport, at now: ContinuousClock.Instant) {
        guard let home = homes[number] else { return }
        underWay[home.server, default: 0] -= 1
        underWayAtHost[home.host, default: 0] -= 1
        board.end(number, report, at: now)
    }
}

@Suite struct PolitenessSimulationTests {
    private typealias Behaviour = Simulation.Behaviour

    /// `count` requests for each of some hosts.
    private func simulated(
        _ hosts: [(host: String, server: String)], count: Int, limits: FetchLimits = FetchLimits(),
        _ servers: [String: Behaviour]
    ) throws -> Simulation {
        var simulation = Simulation(limits: limits, servers: servers)
        var number = 0
        for _ in 0..<count {
            for home in hosts {
                try simulation.enter(number, home.host, server: home.server)
                number += 1
            }
        }
        simulation.run()
        #expect(simulation.sent.count + simulation.refused.count == number)
        return simulation
    }

    @Test func aQuickServerIsNotHeldBack() throws {
        let simulation = try simulated(
            [("a", "s")], count: 200, ["s": Behaviour(answerTime: { _ in 5 })])
        #expect(simulation.mostAtHost["a"] == 4)
        // Four at a time, 5 ms each: 250 ms, and the first steps from two to four.
        #expect(simulation.milliseconds < 300)
    }

    @Test func aServerGetsTwoRequestsAtATimeOnAverageHoweverManyNamesItHas() throws {
        let hosts = (0..<200).map { ("h\($0)", "s") }
        let simulation = try simulated(hosts, count: 5, ["s": Behaviour(answerTime: { _ in 300 })])
        #expect((simulation.mostAtServer["s"] ?? 9) <= 6)
        // A thousand requests of 300 ms at a pace of 150 ms.
        #expect((140_000...160_000).contains(simulation.milliseconds))
        let first = hosts.indices.map { simulation.sent[$0] ?? .max }
        let later = (200..<1000).map { simulation.sent[$0] ?? 0 }
        #expect((first.max() ?? 0) < (later.min() ?? 0), "each name has its turn before any has a second one")
    }

    @Test func aServerThatGroansUnderLoadIsFoundItsLevel() throws {
        // Answers take 200 ms up to two at a time and explode beyond.
        let behaviour = Behaviour(answerTime: { $0 <= 2 ? 200 : 200 * $0 * $0 })
        var limits = FetchLimits()
        limits.paceShare = 0
        let simulation = try simulated([("a", "s")], count: 400, limits: limits, ["s": behaviour])
        let late = simulation.levels["s", default: []].dropFirst(50)
        let average = Double(late.reduce(0, +)) / Double(late.count)
        #expect(average < 3)
        #expect(average > 1)
    }

    @Test func errorsUnderLoadHalveAndQuietRaises() throws {
        // Fails whenever more than two are there together.
        let behaviour = Behaviour(
            answerTime: { _ in 15 }, trouble: { _, together in together > 2 ? .failing : nil })
        let simulation = try simulated([("a", "s")], count: 1000, ["s": behaviour])
        let failures = simulation.levels["s", default: []].count { $0 > 2 }
        #expect(failures < 100)
        #expect(simulation.refused.isEmpty)
    }

    @Test func patienceIsGivenToTheWholeAddressAndNobodyIsLost() throws {
        // Every tenth request is answered with "429, two seconds".
        let behaviour = Behaviour(
            answerTime: { _ in 10 }, trouble: { asked, _ in asked % 10 == 0 ? .pushedBack : nil },
            retryAfter: .seconds(2))
        let simulation = try simulated(
            [("a", "s"), ("b", "s"), ("c", "t")], count: 50,
            ["s": behaviour, "t": Behaviour(answerTime: { _ in 10 })])
        #expect(simulation.refused.isEmpty)
        #expect(simulation.milliseconds >= 18_000)
        let times = simulation.sent.filter { $0.key % 3 != 2 }.values.sorted()
        let pauses = zip(times.dropFirst(), times).count { $0 - $1 >= 1900 }
        #expect(pauses == 9 || pauses == 10)
        // The other address went its own way.
        #expect((simulation.sent.filter { $0.key % 3 == 2 }.values.max() ?? .max) < 1000)
    }

    @Test func aDeadHostIsAskedFewTimesAndItsNeighboursGoOn() throws {
        let dead = Behaviour(answerTime: { _ in 30_000 }, trouble: { _, _ in .silent })
        let simulation = try simulated(
            [("dead", "s"), ("well", "t")], count: 100, ["s": dead, "t": Behaviour(answerTime: { _ in 10 })])
        let askedOfDead = simulation.sent.keys.count { $0 % 2 == 0 }
        #expect(askedOfDead <= 8)
        #expect(simulation.refused.count == 100 - askedOfDead)
        #expect(simulation.milliseconds < 200_000)
        #expect((simulation.sent.filter { $0.key % 2 == 1 }.values.max() ?? .max) < 2000)
    }

    @Test func aServerThatComesBackIsAskedEverything() throws {
        // Silent for the first six requests, well afterwards.
        let behaviour = Behaviour(
            answerTime: { _ in 100 }, trouble: { asked, _ in asked <= 6 ? .silent : nil })
        let simulation = try simulated([("a", "s")], count: 60, ["s": behaviour])
        #expect(simulation.refused.isEmpty)
        #expect(simulation.sent.count == 60)
        #expect(simulation.milliseconds > 5000)
    }

    @Test func manyHostsRaiseTheTotalAndNoServerFeelsIt() throws {
        let hosts = (0..<400).map { ("h\($0)", String($0 + 1000)) }
        let servers = Dictionary(uniqueKeysWithValues: hosts.map { ($0.1, Behaviour(answerTime: { _ in 100 })) })
        var limits = FetchLimits()
        limits.concurrency = 256
        let simulation = try simulated(hosts, count: 20, limits: limits, servers)
        #expect(simulation.mostAtServer.values.allSatisfy { $0 <= 4 })
        // 8,000 requests of 100 ms: 8 at a time would take 100 s, 256 at a time 3.1 s.
        #expect(simulation.milliseconds < 6000)
    }

    @Test func theSameRequestsGiveTheSameOrder() throws {
        func order() throws -> [Int: Int] {
            let hosts = (0..<30).map { ("h\($0)", "s\($0 % 7)") }
            let servers = Dictionary(
                uniqueKeysWithValues: (0..<7).map { number in
                    ("s\(number)", Behaviour(answerTime: { 20 + 30 * number * $0 }))
                })
            return try simulated(hosts, count: 20, servers).sent
        }
        #expect(try order() == order())
    }
}
