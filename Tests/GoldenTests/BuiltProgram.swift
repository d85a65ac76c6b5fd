import Foundation

/// The program that this test run built, called as a user calls it.
enum BuiltProgram {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where runs of this test process are kept: never in the user's own store.
    private static let store = FileManager.default.temporaryDirectory.appending(path: "oit-store-\(getpid())").path

    struct Result {
        var code: Int32
        var output: String
        var errors: String
    }

    /// The program as a process that was not started yet. Standard input is empty; `environment` is added to this one.
    static func process(_ words: [String], in folder: URL? = nil, environment: [String: String] = [:]) -> Process {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "oit")
        let process = Process()
        process.executableURL =
            FileManager.default.isExecutableFile(atPath: beside.path)
            ? beside : root.appending(path: ".build/debug/oit")
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment
            .merging(["LC_ALL": "C.UTF-8", "OIT_STORE": store]) { $1 }.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = folder }
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// Runs the program and waits.
    static func run(_ words: [String], in folder: URL? = nil, environment: [String: String] = [:]) throws -> Result {
        let process = process(words, in: folder, environment: environment)
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        let notes = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            code: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
            errors: String(decoding: notes, as: UTF8.self))
    }
}
