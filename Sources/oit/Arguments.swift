import FoundationEssentials

/// A command line split into options and arguments. Names all mistakes at once.
struct Arguments: Sendable {
    private(set) var positional: [String] = []
    private var values: [String: [String]] = [:]

    /// Reads `--name value`, `--name=value`, switches, `--` and arguments.
    init(_ words: [String], for command: CommandSpec) throws(CommandFailure) {
        var problems: [String] = []
        var rest = words[...]
        var isLiteral = false
        while let word = rest.popFirst() {
            guard !isLiteral, word.hasPrefix("-"), word != "-" else {
                positional.append(word)
                continue
            }
            if word == "--" {
                isLiteral = true
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = parts[0] == "-h" ? "--help" : parts[0]
            guard let option = (command.options + [.help]).first(where: { $0.name == name }) else {
                problems.append("unknown option \(name)")
                continue
            }
            if option.value == nil {
                if parts.count > 1 { problems.append("\(name) takes no value") }
                values[name, default: []].append("")
            } else if parts.count > 1 {
                values[name, default: []].append(parts[1])
            } else if let value = rest.popFirst() {
                values[name, default: []].append(value)
            } else {
                problems.append("\(name) needs a value (\(option.value ?? ""))")
            }
            if !option.isRepeatable, option.value != nil, (values[name]?.count ?? 0) > 1 {
                problems.append("\(name) is given twice")
            }
        }
        guard problems.isEmpty else {
            throw CommandFailure(
                .wrongCommandLine, problems.joined(separator: "; ") + "\nSee: oit \(command.name) --help")
        }
    }

    func has(_ option: OptionSpec) -> Bool { values[option.name] != nil }
    func text(_ option: OptionSpec) -> String? { values[option.name]?.last }
    func texts(_ option: OptionSpec) -> [String] { values[option.name] ?? [] }

    /// A whole number within limits; nil when the option is not given.
    func number(_ option: OptionSpec, in range: ClosedRange<Int>) throws(CommandFailure) -> Int? {
        guard let text = text(option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw CommandFailure(
                .wrongCommandLine,
                "\(option.name) must be a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\""
            )
        }
        return number
    }

    /// Colours on standard output.
    var wantsColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        return Console.isTerminal(1) && !has(.noColor) && environment["NO_COLOR"] == nil
            && environment["TERM"] != "dumb"
    }
}
