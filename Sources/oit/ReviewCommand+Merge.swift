import Assessing
import Digests
import Findings
import GradingCore
import Reviewing
import WebEvidence

extension ReviewCommand {
    /// Takes readings into a run. All of them are checked first: one bad file and nothing is merged.
    func merge(_ word: String, files: [String]) async throws(CommandFailure) -> ExitCode {
        let run = try await read(word)
        let path = logPath(word, run)
        var log = try log(at: path, of: run)
        let readings = try readings(files, run)
        let at = AuditClock.now()
        var added = 0
        for (reading, digest) in readings { added += log.add(reading, source: digest, at: at).count }
        if added > 0 { try write(log, to: path) }
        let outcome = try outcome(run, log)
        let result = ReviewResult(run: run.id, log: log, outcome: outcome)
        if let output = arguments.text(.outputReview) {
            try Files.write(Array(try JSONOutput.text(result).utf8), to: output)
        }
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(result))
        } else if !arguments.has(.quiet) {
            Console.result(ReviewCommandTexts.merged(added, path, log, outcome, language) + "\n")
        }
        return .finished
    }

    private func readings(
        _ files: [String], _ run: ReadRun
    ) throws(CommandFailure) -> [(ReviewReading, ContentDigest)] {
        var readings: [(ReviewReading, ContentDigest)] = []
        var problems: [String] = []
        for file in files {
            let bytes = try Files.bytes(file)
            do throws(ReviewFault) {
                let reading = try ReviewReading(file: bytes)
                problems += reading.problems(run: run.id, machine: run.machine).map { "\(file): \($0.text(language))" }
                readings.append((reading, ContentDigest(of: bytes)))
            } catch { problems.append("\(file): \(error)") }
        }
        guard problems.isEmpty else { throw CommandFailure(.invalidContent, problems.joined(separator: "\n")) }
        return readings
    }

    private func write(_ log: ReviewLog, to path: String) throws(CommandFailure) {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        if !folder.isEmpty { try Files.makeFolder(folder) }
        let bytes: [UInt8]
        do throws(ReviewFault) { bytes = try log.bytes() } catch {
            throw CommandFailure(.internalDefect, "\(error)")
        }
        try Files.write(bytes, to: path)
    }

    /// Agreement of readers item by item over runs.
    func agreement(_ words: [String]) async throws(CommandFailure) -> ExitCode {
        var outcomes: [ReviewOutcome] = []
        for word in words {
            let run = try await read(word)
            outcomes.append(try outcome(run, try log(at: logPath(word, run), of: run)))
        }
        let result = ReviewAgreementResult(outcomes)
        if let output = arguments.text(.outputReview) {
            try Files.write(Array(try JSONOutput.text(result).utf8), to: output)
        }
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(result))
        } else if !arguments.has(.quiet) {
            Console.result(ReviewCommandTexts.agreement(result, language) + "\n")
        }
        return .finished
    }
}
