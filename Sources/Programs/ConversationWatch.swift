import Glibc

/// Carries messages between a program and those who talk with it, and ends it when it is time. Runs on a thread of its
/// own, which it blocks.
struct ConversationWatch {
    private var child: ChildProcess
    private let limits: ProgramLimits
    private let line: ConversationLine
    private let receive: @Sendable ([UInt8]) -> Void
    private var schedule: KillSchedule
    private var unsent: [[UInt8]] = []
    /// How much of the first unsent message, with its zero byte, is written.
    private var sent = 0
    private var unfinished: [UInt8] = []
    private var output = ProgramBytes()
    private var errorOutput = ProgramBytes()
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var hasEnded = false
    private let start = ContinuousClock.now

    init(
        _ child: ChildProcess, request: ProgramRequest, line: ConversationLine,
        receive: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.child = child
        self.line = line
        self.receive = receive
        limits = request.limits
        schedule = KillSchedule(limits: request.limits, start: start)
        self.child.closeInput()
    }

    /// Watches until the program has ended and is reaped. What it still wrote before its end is delivered.
    mutating func result(bell: Int32, isSandboxed: Bool) -> ProgramRun {
        while !hasEnded { turn(bell: bell) }
        child.signal(SIGKILL)  // what it leaves behind
        // A process that left the group may go on writing for ever.
        let drainUntil = ContinuousClock.now + .milliseconds(200)
        while .now < drainUntil, listen() {}
        _ = drain(child.output, into: \.output)
        _ = drain(child.errorOutput, into: \.errorOutput)
        let (status, cpuTime) = child.reap()
        var ending = ProgramEnding(status: status, isSandboxed: isSandboxed, cpuTime: cpuTime, limits: limits)
        if case .limit(let limit) = schedule.cause { ending = .limited(limit) }
        return ProgramRun(
            ending: ending, output: output, errorOutput: errorOutput, results: [:], duration: .now - start,
            cpuTime: isSandboxed ? nil : cpuTime, isSandboxed: isSandboxed)
    }

    private mutating func nextWait() -> Duration {
        let now = ContinuousClock.now
        while true {
            switch schedule.step(at: now) {
            case .ask: child.signal(SIGTERM)
            case .kill: child.signal(SIGKILL)
            case .wait(let moment): return child.end < 0 ? min(moment - now, .milliseconds(5)) : moment - now
            }
        }
    }

    private mutating func turn(bell: Int32) {
        let wait = nextWait()
        var events = [
            pollfd(fd: unsent.isEmpty ? -1 : child.questions, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: child.answers, events: Int16(POLLIN), revents: 0),
            pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: child.errorOutput, events: Int16(POLLIN), revents: 0),
            pollfd(fd: child.end, events: Int16(POLLIN), revents: 0),
            pollfd(fd: schedule.cause == nil ? bell : -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&events, nfds_t(events.count), wait.pollMilliseconds) >= 0 else { return }
        if events[0].revents != 0 { talk() }
        if events[1].revents != 0 { _ = listen() }
        if events[2].revents != 0, drain(child.output, into: \.output) { child.closeOutput() }
        if events[3].revents != 0, drain(child.errorOutput, into: \.errorOutput) { child.closeErrorOutput() }
        if events[5].revents != 0 {
            let (messages, isEnding) = line.take()
            unsent += messages
            if isEnding { schedule.stop(.cancellation) }
        }
        hasEnded = events[4].revents != 0 || (child.end < 0 && child.hasEnded())
    }

    /// Writes as much of what waits as the pipe takes; a program that does not listen any more gets none.
    private mutating func talk() {
        while let message = unsent.first {
            let count = message.count - sent
            let written =
                count > 0
                ? message.withUnsafeBytes { write(child.questions, $0.baseAddress.map { $0 + sent }, count) }
                : write(child.questions, [0], 1)
            guard written > 0 else {
                if errno != EAGAIN, errno != EINTR { unsent = [] }
                return
            }
            sent += written
            guard sent > message.count else { continue }
            unsent.removeFirst()
            sent = 0
        }
    }

    /// Takes one piece and delivers the messages that it completes; false when nothing is there or will come.
    private mutating func listen() -> Bool {
        guard child.answers >= 0 else { return false }
        let count = read(child.answers, &buffer, buffer.count)
        guard count > 0 else {
            if count == 0 || (errno != EAGAIN && errno != EINTR) { child.closeConversation() }
            return false
        }
        var rest = buffer[..<count]
        while let end = rest.firstIndex(of: 0) {
            receive(unfinished + rest[..<end])
            unfinished = []
            rest = rest[(end + 1)...]
        }
        unfinished += rest
        if unfinished.count > limits.outputBytes {
            unfinished = []
            schedule.stop(.limit(.outputBytes))
            child.closeConversation()
        }
        return true
    }

    /// Takes one piece of what the program says beside the conversation; true when there will be no more.
    private mutating func drain(_ descriptor: Int32, into kept: WritableKeyPath<Self, ProgramBytes>) -> Bool {
        guard descriptor >= 0 else { return true }
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return count == 0 || (errno != EAGAIN && errno != EINTR) }
        self[keyPath: kept].append(buffer[..<count], upTo: limits.errorBytes)
        return false
    }
}
