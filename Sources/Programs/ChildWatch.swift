import Glibc

/// Feeds one child, takes what it writes and ends it when it is time. Runs on a thread of its own, which it blocks.
struct ChildWatch {
    /// How long what is still in the pipes is waited for after the program has ended and its group was killed: a
    /// process that left the group may hold them open for ever.
    private static let drainTime = Duration.milliseconds(200)

    private var child: ChildProcess
    private let limits: ProgramLimits
    private var schedule: KillSchedule
    private var unsent: ArraySlice<UInt8>
    private var output = ProgramBytes()
    private var errorOutput = ProgramBytes()
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    /// Set when the program has ended.
    private var drainUntil: ContinuousClock.Instant?
    private let start = ContinuousClock.now

    init(_ child: ChildProcess, request: ProgramRequest) {
        self.child = child
        limits = request.limits
        schedule = KillSchedule(limits: request.limits, start: start)
        unsent = (request.input ?? [])[...]
        if unsent.isEmpty { self.child.closeInput() }
    }

    /// Watches until the program has ended and is reaped; `bell` becomes readable when it shall stop.
    mutating func result(bell: Int32, isSandboxed: Bool) throws(ProgramError) -> ProgramRun {
        while let wait = nextWait() { turn(waiting: wait, bell: bell) }
        let (status, cpuTime) = child.reap()
        let ending: ProgramEnding
        switch schedule.cause {
        case .cancellation: throw .cancelled
        case .limit(let limit): ending = .limited(limit)
        case nil: ending = ProgramEnding(status: status, isSandboxed: isSandboxed, cpuTime: cpuTime, limits: limits)
        }
        return ProgramRun(
            ending: ending, output: output, errorOutput: errorOutput, results: [:], duration: .now - start,
            cpuTime: isSandboxed ? nil : cpuTime, isSandboxed: isSandboxed)
    }

    /// Does what is due; then how long to wait for something to happen, or nil when all is over.
    private mutating func nextWait() -> Duration? {
        let now = ContinuousClock.now
        if let drainUntil {
            let isOver = now >= drainUntil || (child.output < 0 && child.errorOutput < 0)
            return isOver ? nil : drainUntil - now
        }
        while true {
            switch schedule.step(at: now) {
            case .ask: child.signal(SIGTERM)
            case .kill: child.signal(SIGKILL)
            case .wait(let moment): return child.end < 0 ? min(moment - now, .milliseconds(5)) : moment - now
            }
        }
    }

    private mutating func turn(waiting: Duration, bell: Int32) {
        // Negative descriptors are passed over by poll. The bell rings once, then it stays readable.
        let isStopping = schedule.cause != nil
        var events = [
            pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: child.errorOutput, events: Int16(POLLIN), revents: 0),
            pollfd(fd: drainUntil == nil ? child.end : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: isStopping || drainUntil != nil ? -1 : bell, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&events, nfds_t(events.count), waiting.pollMilliseconds) >= 0 else { return }
        if events[0].revents != 0 { feed() }
        if events[1].revents != 0, take(from: child.output, into: \.output, upTo: limits.outputBytes) {
            child.closeOutput()
        }
        if output.isTruncated { schedule.stop(.limit(.outputBytes)) }
        if events[2].revents != 0, take(from: child.errorOutput, into: \.errorOutput, upTo: limits.errorBytes) {
            child.closeErrorOutput()
        }
        if events[4].revents != 0 { schedule.stop(.cancellation) }
        if drainUntil == nil, events[3].revents != 0 || (child.end < 0 && child.hasEnded()) {
            child.signal(SIGKILL)  // what it leaves behind
            drainUntil = .now + ChildWatch.drainTime
        }
    }

    /// Writes as much input as the pipe takes; a program that does not want it any more gets none.
    private mutating func feed() {
        let written = unsent.withUnsafeBytes { write(child.input, $0.baseAddress, min($0.count, 1 << 16)) }
        if written > 0 {
            unsent = unsent.dropFirst(written)
        } else if errno != EAGAIN, errno != EINTR {
            unsent = []
        }
        if unsent.isEmpty { child.closeInput() }
    }

    /// Takes one piece; true when there will be no more.
    private mutating func take(
        from descriptor: Int32, into kept: WritableKeyPath<ChildWatch, ProgramBytes>, upTo limit: Int
    ) -> Bool {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return count == 0 || (errno != EAGAIN && errno != EINTR) }
        self[keyPath: kept].append(buffer[..<count], upTo: limit)
        return false
    }
}

extension ProgramEnding {
    /// Reads a status of `wait4`. The sandbox tells the signal that ended its program as a status of 128 more.
    init(status: Int32, isSandboxed: Bool, cpuTime: Duration, limits: ProgramLimits) {
        let code = status >> 8 & 0xFF
        var signal = status & 0x7F
        if signal == 0, isSandboxed, (129...192).contains(code) { signal = code - 128 }
        let hasUsedUp = limits.cpuTime.map { cpuTime >= $0 } ?? false
        switch signal {
        case 0: self = .exited(code)
        case SIGXCPU: self = .limited(.cpuTime)
        case SIGKILL where hasUsedUp: self = .limited(.cpuTime)
        case SIGXFSZ: self = .limited(.fileBytes)
        default: self = .signalled(signal)
        }
    }
}
