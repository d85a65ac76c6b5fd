import Foundation
import GradingCore

/// The repository this test was built from.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// A folder of this process for the files that outside checkers read.
let scratch: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(
        path: "oit-reporting-tests-\(ProcessInfo.processInfo.processIdentifier)")
    do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
        print("cannot make \(folder.path): \(error)")
    }
    return folder
}()

/// Exit code and output of Debian's Python with a script and arguments.
func python(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}

/// Writes bytes to a file of this test run and gives its path.
func written(_ bytes: [UInt8], as name: String) throws -> String {
    let file = scratch.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
}
