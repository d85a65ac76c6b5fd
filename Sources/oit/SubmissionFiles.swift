import Checklists
import Findings
import GradingCore
import Submissions
import WebEvidence

/// Finds and reads submissions.
enum SubmissionFiles {
    /// The files named, and those in folders named; exit 64 without any, 66 when one is missing.
    static func found(_ paths: [String]) throws(CommandFailure) -> [String] {
        guard !paths.isEmpty else {
            throw CommandFailure(.wrongCommandLine, "name a submission (CSV, TSV, XLSX or JSON) or a folder of them")
        }
        var files: [String] = []
        for path in paths {
            guard Files.exists(path) else { throw CommandFailure(.missingInput, "there is no file \(path)") }
            guard Files.isFolder(path) else {
                files.append(path)
                continue
            }
            let endings = [".csv", ".tsv", ".xlsx", ".json"]
            let names = try Files.names(in: path).filter { name in
                // Not hidden files, nor the lock files that a spreadsheet program leaves beside an open one.
                !name.hasPrefix(".") && !name.hasPrefix("~$") && endings.contains { name.lowercased().hasSuffix($0) }
            }
            if names.isEmpty { throw CommandFailure(.missingInput, "the folder \(path) holds no submission") }
            files += names.map { "\(path)/\($0)" }
        }
        return files
    }

    /// A submission and the list of its year; exit 65 with every problem.
    static func read(
        _ file: String, arguments: Arguments, library: ChecklistLibrary
    ) throws(CommandFailure) -> (Submission, YearList) {
        switch try reading(file, arguments: arguments, library: library) {
        case .read(let submission, let list): return (submission, list)
        case .invalid(let problems):
            throw CommandFailure(.invalidContent, lines(problems.problems, try Language.chosen(arguments)))
        }
    }

    /// The same, with the problems as values; exit 64 or 65 where no list can be found for it.
    static func reading(
        _ file: String, arguments: Arguments, library: ChecklistLibrary
    ) throws(CommandFailure) -> SubmissionInput.Reading {
        let bytes = try Files.bytes(file)
        let isChosen = arguments.has(.year) || arguments.has(.checklist)
        let chosen = isChosen ? try YearChoice.list(arguments, library: library, declared: nil) : nil
        var declared: FiscalYear?
        let read: Submission
        do throws(SubmissionProblems) {
            read = try submission(reading: bytes, fileName: file) { year in
                declared = year
                return (chosen ?? year.flatMap { library.year($0.year) })?.items.map(\.id)
            }
        } catch {
            // A table without a year has no list against which its items could be read: that comes first.
            let isJSON =
                bytes.first { $0 > 32 && $0 < 0x80 }.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? false
            if chosen == nil, !isJSON { _ = try YearChoice.list(arguments, library: library, declared: declared?.year) }
            return .invalid(error)
        }
        let list =
            if let chosen { chosen } else {
                try YearChoice.list(arguments, library: library, declared: read.fiscalYear?.year)
            }
        return .read(read, list)
    }
}

extension SubmissionFiles {
    /// One line for each problem: place, what is wrong, how to mend it.
    static func lines(_ problems: [InputProblem], _ language: ReportLanguage) -> String {
        problems.map { problem in
            let place = problem.place
            let parts =
                language == .thai
                ? [
                    place.file, place.sheet.map { "แผ่นงาน \($0)" }, place.row.map { "แถว \($0)" },
                    place.column.map { "คอลัมน์ \($0)" }, place.path,
                ].compactMap { $0 }.joined(separator: " ") : place.description
            return "\(parts): \(problem.message.text(language)) \(problem.fix.text(language))"
        }.joined(separator: "\n")
    }
}

/// Addresses on the command line.
enum Addresses {
    static func isAddress(_ text: String) -> Bool { !(address(text)?.host.isEmpty ?? true) }

    /// Nil for what is no address.
    static func address(_ text: String) -> PageAddress? {
        do { return try PageAddress(submitted: text) } catch { return nil }
    }
}

/// Where the reports of each run go.
enum OutputFolder {
    /// One folder a run, all different; `--output` is the folder itself for one run, its parent for several.
    static func names(
        _ runs: [(agency: AgencyProfile, year: Int, asOf: CivilDate)], chosen: String?
    ) -> [String] {
        if let chosen, runs.count == 1 { return [chosen] }
        var seen: [String: Int] = [:]
        return runs.map { run in
            let name = "\(slug(run.agency))-\(run.year)-\(run.asOf.iso)"
            seen[name, default: 0] += 1
            let count = seen[name, default: 1]
            return "\(chosen ?? "reports")/\(name)\(count > 1 ? "-\(count)" : "")"
        }
    }

    /// The agency's name, else its host, without characters that a file system minds.
    static func slug(_ agency: AgencyProfile) -> String {
        var name = agency.name
        if name.isEmpty { name = host(agency.website) ?? "agency" }
        var slug = ""
        for scalar in name.unicodeScalars {
            let isKept =
                scalar.value >= 0xE00 || scalar == "-" || scalar == "." || scalar == "_"
                || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            slug.unicodeScalars.append(isKept ? scalar : "-")
        }
        let parts = slug.split(separator: "-").joined(separator: "-")
        let trimmed = String(parts.drop { $0 == "." }.prefix(60))
        return trimmed.isEmpty ? "agency" : trimmed
    }

    private static func host(_ website: String) -> String? {
        do { return try PageAddress(submitted: website).host } catch { return nil }
    }
}
