/// Help, made from the specs of the commands, so that it cannot disagree with the parser.
enum HelpText {
    static var program: String {
        let width = OIT.commands.map { $0.name.count + $0.arguments.count + 1 }.max() ?? 0
        let lines = OIT.commands.map { command in
            let call = "\(command.name) \(command.arguments)"
            return "  oit \(padded(call, width))  \(command.summary)"
        }
        let codes = ExitCode.allCases.map { "  \(padded(String($0.rawValue), 4))\($0.meaning)" }
        return """
            oit \(OIT.version): audits a Thai state agency's website the way the integrity assessment (ITA, OIT) does.

            Usage:
            \(lines.joined(separator: "\n"))

            oit COMMAND --help shows the options of a command.

            Exit codes:
            \(codes.joined(separator: "\n"))

            """
    }

    static func text(of command: CommandSpec) -> String {
        let options = command.options + [.help]
        let calls = options.map { $0.name + ($0.value.map { " \($0)" } ?? "") }
        let width = calls.map(\.count).max() ?? 0
        let lines = zip(calls, options).map { call, option in "  \(padded(call, width))  \(option.help)" }
        let details = command.details.isEmpty ? "" : "\n" + command.details.map { "  \($0)\n" }.joined()
        return """
            oit \(command.name) \(command.arguments)
            \(command.summary)
            \(details)
            Options:
            \(lines.joined(separator: "\n"))

            """
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
