import Serving

/// `oit demo`: serves the bundled sample agency on loopback until it is stopped.
struct DemoCommand {
    static let spec = CommandSpec(
        name: "demo", arguments: "", summary: "serve the bundled sample agency on loopback",
        options: [.port, .data])

    private let arguments: Arguments

    init(_ arguments: Arguments) { self.arguments = arguments }

    func run() async throws -> ExitCode {
        guard arguments.positional.isEmpty else { throw CommandFailure(.wrongCommandLine, "demo takes no arguments") }
        let port = try arguments.number(.port, in: 0...65_535) ?? 8566
        let sample = SampleAgency(data: try DataFolder(option: arguments.text(.data)))
        return try await sample.served(port: UInt16(port)) { server in
            Console.result("http://127.0.0.1:\(server.port)/\n")
            Console.note("Serving the sample agency; Ctrl-C ends. Its submission: \(sample.submissionPath)")
            _ = try await Interruption.cancelling(notice: nil) {
                while !Task.isCancelled { do { try await Task.sleep(for: .seconds(3600)) } catch { break } }
                return true
            }
            return ExitCode.finished
        }
    }
}
