import CSpawn
import Glibc

/// A started program with our ends of its pipes. Belongs to the thread that watches it.
struct ChildProcess {
    /// Also the number of its process group.
    let pid: pid_t
    /// Our writing end; -1 without input.
    var input: Int32 = -1
    /// Our reading ends.
    var output: Int32 = -1
    var errorOutput: Int32 = -1
    /// Our ends of the pipes of a conversation; -1 without one.
    var questions: Int32 = -1
    var answers: Int32 = -1
    /// Becomes readable when the program ends; -1 where the kernel has no such thing.
    let end: Int32

    /// Starts the first program of the line in the folder, in a process group of its own, with every signal as usual
    /// and no other descriptor than the three; in a conversation also 3, which it reads, and 4, which it writes.
    init(
        _ line: LaunchLine, in folder: String, hasInput: Bool, isConversing: Bool = false
    ) throws(ProgramError) {
        var pipes = SpawnPipes()
        guard pipes.open(hasInput: hasInput, isConversing: isConversing) else {
            let cause = errno
            pipes.closeAll()
            throw .refused(errno: cause, step: "make pipes")
        }
        var started: pid_t = 0
        let code = ChildProcess.spawn(&started, line, in: folder, pipes)
        pipes.closeTheirs()
        guard code == 0 else {
            pipes.closeOurs()
            throw .refused(errno: code, step: "start \(line.arguments.first ?? "")")
        }
        pid = started
        (input, output, errorOutput) = (pipes.input.write, pipes.output.read, pipes.errorOutput.read)
        (questions, answers) = (pipes.questions.write, pipes.answers.read)
        end = oit_process_descriptor(started)
        for descriptor in [input, output, errorOutput, questions, answers] where descriptor >= 0 {
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        }
    }

    private static func spawn(
        _ pid: inout pid_t, _ line: LaunchLine, in folder: String, _ pipes: borrowing SpawnPipes
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return ENOMEM }
        defer { posix_spawn_file_actions_destroy(&actions) }
        guard posix_spawnattr_init(&attributes) == 0 else { return ENOMEM }
        defer { posix_spawnattr_destroy(&attributes) }

        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        let isConversing = pipes.questions.read >= 0
        let steps = [
            posix_spawnattr_setflags(&attributes, Int16(flags)), posix_spawnattr_setpgroup(&attributes, 0),
            posix_spawnattr_setsigmask(&attributes, &none), posix_spawnattr_setsigdefault(&attributes, &all),
            pipes.input.read >= 0
                ? posix_spawn_file_actions_adddup2(&actions, pipes.input.read, 0)
                : posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0),
            posix_spawn_file_actions_adddup2(&actions, pipes.output.write, 1),
            posix_spawn_file_actions_adddup2(&actions, pipes.errorOutput.write, 2),
            isConversing ? posix_spawn_file_actions_adddup2(&actions, pipes.questions.read, 3) : 0,
            isConversing ? posix_spawn_file_actions_adddup2(&actions, pipes.answers.write, 4) : 0,
            oit_spawn_closing_from(&actions, isConversing ? 5 : 3), oit_spawn_in_folder(&actions, folder),
        ]
        if let failed = steps.first(where: { $0 != 0 }) { return failed }

        var arguments = line.arguments.map { strdup($0) } + [nil]
        var environment = line.environment.map { strdup($0) } + [nil]
        defer { for copy in arguments + environment { free(copy) } }
        return posix_spawn(&pid, line.arguments[0], &actions, &attributes, &arguments, &environment)
    }

    /// Sends a signal to the whole group. Safe until `reap`: an ended leader keeps the number taken.
    func signal(_ number: Int32) { kill(-pid, number) }

    /// True when the program itself has ended.
    func hasEnded() -> Bool { oit_has_ended(pid, 0) != 0 }

    mutating func closeInput() { ChildProcess.close(&input) }
    mutating func closeOutput() { ChildProcess.close(&output) }
    mutating func closeErrorOutput() { ChildProcess.close(&errorOutput) }
    mutating func closeConversation() {
        ChildProcess.close(&questions)
        ChildProcess.close(&answers)
    }

    /// Takes the ended program away and closes what is open; gives its status and the CPU time of its family.
    mutating func reap() -> (status: Int32, cpuTime: Duration) {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        // Where we are the first process of a container, its orphans are ours too.
        var orphan: Int32 = 0
        while waitpid(-pid, &orphan, WNOHANG) > 0 {}
        closeInput()
        closeOutput()
        closeErrorOutput()
        closeConversation()
        if end >= 0 { Glibc.close(end) }
        let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        let microseconds = Int(usage.ru_utime.tv_usec) + Int(usage.ru_stime.tv_usec)
        return (status, .seconds(seconds) + .microseconds(microseconds))
    }

    private static func close(_ descriptor: inout Int32) {
        guard descriptor >= 0 else { return }
        Glibc.close(descriptor)
        descriptor = -1
    }
}

/// Both ends of the pipes while a program is being started.
private struct SpawnPipes: ~Copyable {
    struct Ends {
        var read: Int32 = -1
        var write: Int32 = -1
    }

    var input = Ends()
    var output = Ends()
    var errorOutput = Ends()
    var questions = Ends()
    var answers = Ends()

    /// False, with errno, when the system has none to give.
    mutating func open(hasInput: Bool, isConversing: Bool) -> Bool {
        (!hasInput || SpawnPipes.open(&input)) && SpawnPipes.open(&output) && SpawnPipes.open(&errorOutput)
            && (!isConversing || (SpawnPipes.open(&questions, above: 5) && SpawnPipes.open(&answers, above: 5)))
    }

    /// Above the numbers that the ends get in the child: making one there must not overwrite the next.
    private static func open(_ ends: inout Ends, above lowest: Int32 = 3) -> Bool {
        var pair: [Int32] = [-1, -1]
        guard oit_pipe_above(&pair, lowest) == 0 else { return false }
        (ends.read, ends.write) = (pair[0], pair[1])
        return true
    }

    func closeTheirs() {
        SpawnPipes.close(input.read, output.write, errorOutput.write, questions.read, answers.write)
    }
    func closeOurs() {
        SpawnPipes.close(input.write, output.read, errorOutput.read, questions.write, answers.read)
    }
    func closeAll() {
        closeTheirs()
        closeOurs()
    }

    private static func close(_ descriptors: Int32...) {
        for descriptor in descriptors where descriptor >= 0 { Glibc.close(descriptor) }
    }
}
