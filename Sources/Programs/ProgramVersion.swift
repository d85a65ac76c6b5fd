/// What a program says about its version.
public struct ProgramVersion: Sendable, Hashable {
    /// The line that names it, without control characters, at most 200 characters.
    public let text: String
    /// The numbers of the first dotted group, for example `[22, 12, 0]`; never empty.
    public let numbers: [Int]

    /// Finds the first line with a number in what a program wrote; nil when there is none.
    init?(in output: String) {
        for line in output.split(whereSeparator: \.isNewline) {
            guard let start = line.firstIndex(where: { $0.isASCII && $0.isNumber }) else { continue }
            let group = line[start...].prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
            let numbers = group.split(separator: ".").compactMap { Int($0) }
            guard !numbers.isEmpty else { continue }
            let shown = line.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(200)
            text = String(String.UnicodeScalarView(shown))
            self.numbers = numbers
            return
        }
        return nil
    }
}

extension ProgramSpawner {
    /// Asks a program for its version; nil when it says nothing that looks like one, whatever its status. Throws
    /// `ProgramError` when it cannot be run.
    public func version(
        of program: Program, arguments: [String] = ["--version"]
    ) async throws(ProgramError) -> ProgramVersion? {
        var request = ProgramRequest(program, arguments)
        request.limits.deadline = .seconds(10)
        request.limits.outputBytes = 64 << 10
        // Some reserve far more than they use before they read their arguments.
        request.limits.memoryBytes = nil
        let run = try await run(request)
        return ProgramVersion(in: run.output.text) ?? ProgramVersion(in: run.errorOutput.text)
    }
}
