import Testing

@testable import Programs

/// When a run is asked to end, and when it is ended.
@Suite struct KillScheduleTests {
    private let start = ContinuousClock.now

    private func schedule() -> KillSchedule {
        var limits = ProgramLimits()
        limits.deadline = .seconds(10)
        limits.grace = .seconds(2)
        return KillSchedule(limits: limits, start: start)
    }

    @Test func beforeTheDeadlineThereIsNothingToDo() {
        var schedule = schedule()
        #expect(schedule.step(at: start) == .wait(until: start + .seconds(10)))
        #expect(schedule.cause == nil)
    }

    @Test func theDeadlineAsksAndTheGraceKills() {
        var schedule = schedule()
        #expect(schedule.step(at: start + .seconds(10)) == .ask)
        #expect(schedule.step(at: start + .seconds(10)) == .wait(until: start + .seconds(12)))
        #expect(schedule.step(at: start + .seconds(12)) == .kill)
        #expect(schedule.step(at: start + .seconds(12)) == .wait(until: start + .seconds(13)))
        #expect(schedule.step(at: start + .seconds(13)) == .kill)
        #expect(schedule.cause == .limit(.deadline))
    }

    @Test func theFirstCauseStays() {
        var schedule = schedule()
        schedule.stop(.limit(.outputBytes))
        schedule.stop(.cancellation)
        #expect(schedule.step(at: start + .seconds(20)) == .ask)
        #expect(schedule.cause == .limit(.outputBytes))
    }

    @Test(arguments: [
        (Int32(0), ProgramEnding.exited(0)), (3 << 8, .exited(3)), (255 << 8, .exited(255)), (11, .signalled(11)),
        (0x80 | 6, .signalled(6)), (24, .limited(.cpuTime)), (25, .limited(.fileBytes)), (9, .signalled(9)),
        (139 << 8, .exited(139)),
    ])
    func aStatusIsRead(_ status: Int32, ending: ProgramEnding) {
        let read = ProgramEnding(status: status, isSandboxed: false, cpuTime: .zero, limits: ProgramLimits())
        #expect(read == ending)
    }

    @Test func theSandboxTellsSignalsAsStatuses() {
        func ending(_ code: Int32, cpu: Duration = .zero) -> ProgramEnding {
            ProgramEnding(status: code << 8, isSandboxed: true, cpuTime: cpu, limits: ProgramLimits())
        }
        #expect(ending(139) == .signalled(11))
        #expect(ending(152) == .limited(.cpuTime))
        #expect(ending(137, cpu: .seconds(21)) == .limited(.cpuTime))
        #expect(ending(128) == .exited(128))
        #expect(ending(200) == .exited(200))
    }

    @Test(arguments: [
        ("pdftotext version 22.12.0\nCopyright 2005", "pdftotext version 22.12.0", [22, 12, 0]),
        ("\n\nbubblewrap 0.8.0\n", "bubblewrap 0.8.0", [0, 8, 0]), ("x 5.", "x 5.", [5]),
        ("v1.2-rc3", "v1.2-rc3", [1, 2]), ("a\u{1B}[1mtool 7", "a[1mtool 7", [1]),
    ])
    func aVersionIsRead(_ output: String, text: String, numbers: [Int]) {
        let version = ProgramVersion(in: output)
        #expect(version?.text == text && version?.numbers == numbers)
    }

    @Test(arguments: ["", "no number", "999999999999999999999999", "๕.๐"])
    func whatIsNoVersionIsNone(_ output: String) { #expect(ProgramVersion(in: output) == nil) }
}
