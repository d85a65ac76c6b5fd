import Glibc

/// The commands of the program.
@main
enum OIT {
    static let version = "0.1.0"

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        guard OpenFiles.suffice() else {
            Console.note("oit: too few open files are allowed here; at least \(OpenFiles.least) are needed (ulimit -n)")
            exit(ExitCode.outputFailure.rawValue)
        }
        let code = await run(Array(CommandLine.arguments.dropFirst()))
        if Console.didLoseResult {
            Console.note("oit: the result could not be written to standard output")
            exit(ExitCode.outputFailure.rawValue)
        }
        CommandMark.clearEnded()
        exit(code.rawValue)
    }

    /// Every command with its options, in the order of help.
    static let commands: [CommandSpec] = [
        AuditCommand.spec, LinksCommand.spec, DiscoverCommand.spec, SubmissionCommand.spec, RegradeCommand.spec,
        ExplainCommand.spec, ReportCommand.spec,
        DiffCommand.spec,
        CompareCommand.spec, DossierCommand.spec, ReviewCommand.spec,
        ScoreCommand.spec, ChecklistCommand.spec, WatchCommand.spec, StoreCommand.spec, DoctorCommand.spec,
        DemoCommand.spec,
    ]

    static func run(_ words: [String]) async -> ExitCode {
        guard let name = words.first, name != "--help", name != "-h", name != "help" else {
            Console.result(HelpText.program)
            return words.isEmpty ? .wrongCommandLine : .finished
        }
        if name == "--version" || name == "version" {
            Console.result("oit \(version)\n")
            return .finished
        }
        do {
            guard let command = commands.first(where: { $0.name == name }) else {
                throw CommandFailure(.wrongCommandLine, "unknown command \(name)\nSee: oit --help")
            }
            let rest = Array(words.dropFirst())
            if rest.contains("--help") || rest.contains("-h") {
                Console.result(HelpText.text(of: command))
                return .finished
            }
            let arguments = try Arguments(rest, for: command)
            return try await run(command, arguments)
        } catch let failure as CommandFailure {
            Console.note("oit: \(failure.message)")
            return failure.code
        } catch {
            Console.note("oit: internal defect: \(error)")
            return .internalDefect
        }
    }

    private static func run(_ command: CommandSpec, _ arguments: Arguments) async throws -> ExitCode {
        switch command.name {
        case AuditCommand.spec.name: try await AuditCommand(arguments).run()
        case LinksCommand.spec.name: try await LinksCommand(arguments).run()
        case SubmissionCommand.spec.name: try await SubmissionCommand(arguments).run()
        case DiscoverCommand.spec.name: try await DiscoverCommand(arguments).run()
        case ExplainCommand.spec.name: try await ExplainCommand(arguments).run()
        case RegradeCommand.spec.name: try await RegradeCommand(arguments).run()
        case DiffCommand.spec.name: try await DiffCommand(arguments).run()
        case CompareCommand.spec.name: try await CompareCommand(arguments).run()
        case DossierCommand.spec.name: try await DossierCommand(arguments).run()
        case ReviewCommand.spec.name: try await ReviewCommand(arguments).run()
        case ReportCommand.spec.name: try await ReportCommand(arguments).run()
        case StoreCommand.spec.name: try await StoreCommand(arguments).run()
        case WatchCommand.spec.name: try await WatchCommand(arguments).run()
        case ChecklistCommand.spec.name: try await ChecklistCommand(arguments).run()
        case ScoreCommand.spec.name: try await ScoreCommand(arguments).run()
        case DoctorCommand.spec.name: try await DoctorCommand(arguments).run()
        default: try await DemoCommand(arguments).run()
        }
    }
}
