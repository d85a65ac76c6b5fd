import Testing
import WebEvidence

@testable import Watching

@Suite struct LinkStateTests {
    private let rule = AlarmRule(confirm: 3, interval: 3600)

    /// Walks looks at minutes and gives what people are told, with the minute.
    private func told(
        _ looks: [(minute: Int, look: LinkLook)], rule: AlarmRule? = nil, outcome: Outcome = .http404
    ) -> [(minute: Int, turn: LinkTurn)] {
        var state = LinkState()
        return looks.compactMap { minute, look in
            state.note(look, at: minute * 60, rule: rule ?? self.rule, outcome: outcome).map { (minute, $0) }
        }
    }

    @Test("a failure is an alarm after the last of three tries in a row that lie ten minutes apart")
    func confirmed() {
        let found = told([(0, .up), (60, .down), (65, .down), (70, .down), (75, .down)])
        #expect(found.map(\.minute) == [70])
        #expect(found.first?.turn == .broke(since: 3600))
    }

    @Test("three quick tries are no alarm before ten minutes are over")
    func spread() {
        #expect(told([(0, .up), (1, .down), (2, .down), (3, .down), (10, .down)]).isEmpty)
        #expect(told([(0, .up), (1, .down), (2, .down), (3, .down), (11, .down)]).map(\.minute) == [11])
        #expect(told([(0, .down), (5, .down)], rule: AlarmRule(confirm: 1, interval: 60)).isEmpty)
        #expect(told([(0, .down), (10, .down)], rule: AlarmRule(confirm: 1, interval: 60)).map(\.minute) == [10])
    }

    @Test("two short failures are told to nobody")
    func hiccups() {
        let looks: [(Int, LinkLook)] = [
            (0, .up), (60, .down), (65, .down), (70, .up), (130, .up), (190, .down), (195, .up), (255, .up),
        ]
        #expect(told(looks).isEmpty)
    }

    @Test("a link that is open again is told once, and only when its failure was")
    func recovered() {
        let found = told([(0, .up), (60, .down), (65, .down), (70, .down), (75, .up), (135, .up)])
        #expect(found.map(\.turn) == [.broke(since: 3600), .recovered(since: 75 * 60)])
        #expect(told([(0, .up), (60, .down), (65, .up)]).isEmpty)
    }

    @Test("a link that comes and goes is one alarm, and calm again after a while")
    func flapping() {
        var looks: [(minute: Int, look: LinkLook)] = [(0, .up)]
        for turn in 1...10 { looks += [(turn * 65, .down), (turn * 65 + 5, .up)] }
        let found = told(looks)
        #expect(found.map(\.minute) == [195] && found.first?.turn == .flaps(since: 65 * 60))
        looks += [(720, .up), (790, .up), (860, .up)]
        #expect(told(looks).count == 2)
        #expect(told(looks).last?.turn == .recovered(since: 655 * 60))
    }

    @Test("a link that breaks again the same way soon after it came back is flapping, another day it broke")
    func relapse() {
        let broken: [(minute: Int, look: LinkLook)] = [(60, .down), (65, .down), (70, .down), (75, .up)]
        let again = broken.map { (minute: $0.minute + 120, look: $0.look) }
        #expect(told([(0, .up)] + broken + again).map(\.turn).last == .flaps(since: 70 * 60))
        let nextDay = broken.map { (minute: $0.minute + 1500, look: $0.look) }
        #expect(told([(0, .up)] + broken + nextDay).map(\.turn).suffix(2).first == .broke(since: 1560 * 60))
    }

    @Test("what nothing was learned of changes nothing")
    func unknown() {
        let looks: [(Int, LinkLook)] = [
            (0, .up), (60, .down), (65, .unknown), (70, .unknown), (75, .down), (80, .unknown),
        ]
        #expect(told(looks).isEmpty)
    }

    @Test("being kept out is an alarm only where the page was open once")
    func refused() {
        #expect(told([(0, .refused), (5, .refused), (10, .refused)]).isEmpty)
        #expect(told([(0, .up), (60, .refused), (65, .refused), (70, .refused)]).map(\.minute) == [70])
    }

    @Test("a clock that is set back neither confirms a failure nor makes it last for ever")
    func clockSetBack() {
        let found = told([(1000, .up), (1060, .down), (100, .down), (105, .down), (109, .down), (110, .down)])
        #expect(found.map(\.minute) == [110])
        #expect(found.first?.turn == .broke(since: 6000))
    }

    @Test(
        "an outcome is taken for what it means to a visitor",
        arguments: [
            (Outcome.ok, 200, false, LinkLook.up), (.http404, 404, false, .down), (.soft404, 200, false, .down),
            (.redirectedHome, 200, false, .down), (.http5xx, 500, false, .down), (.connectRefused, nil, false, .down),
            (.tlsExpired, 200, true, .up), (.tlsExpired, nil, false, .down), (.blocked, 403, false, .refused),
            (.blocked, 429, false, .unknown), (.loginRequired, 401, false, .refused), (.scriptOnly, 200, false, .up),
            (.internal, nil, false, .unknown), (.addressRefused, nil, false, .unknown),
            (.malformedURL, nil, false, .down),
        ] as [(Outcome, Int?, Bool, LinkLook)])
    func looks(outcome: Outcome, status: Int?, isRead: Bool, look: LinkLook) {
        #expect(LinkLook(outcome, status: status, isContentRead: isRead) == look)
    }
}
