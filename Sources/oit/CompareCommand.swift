import Checklists
import Findings
import GradingCore
import Reporting
import Storage
import Submissions

/// `oit compare RUN FILE`: our verdicts beside official or human ones.
struct CompareCommand {
    static let spec = CommandSpec(
        name: "compare", arguments: "RUN FILE",
        summary: "our verdicts beside official or human ones (CSV, XLSX or JSON of item and score)",
        options: [.checklist, .output, .language, .store, .data, .json, .quiet, .noColor])

    private let arguments: Arguments
    private let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws(CommandFailure) -> ExitCode {
        guard arguments.positional.count == 2 else {
            throw CommandFailure(.wrongCommandLine, "name a RUN and a file of items and scores")
        }
        let located = try await RunLocator(store: StoreFolder(arguments), language: language)
            .run(arguments.positional[0])
        let library = try DataFolder(option: arguments.text(.data)).library()
        let year = String(located.assessment.fiscalYear.year)
        let list =
            if let file = arguments.text(.checklist) {
                try YearChoice.list(file: file, library: library)
            } else { try YearChoice.list(named: year, library: library) }
        let theirs = try CompareCommand.verdicts(arguments.positional[1], list: list)
        let comparison = VerdictComparison(
            located.reported, with: theirs.verdicts, source: arguments.positional[1], framework: list.framework)
        for warning in theirs.warnings where !arguments.has(.quiet) { Console.note("oit: \(warning)") }
        if let output = arguments.text(.output) {
            try Files.makeFolder(output)
            try ReportFolder(path: output).write([
                ("compare.json", comparison.json()), ("compare.csv", comparison.differencesCSV(language: language)),
            ])
        }
        if arguments.has(.json) {
            Console.result(String(decoding: comparison.json(), as: UTF8.self))
        } else if !arguments.has(.quiet) {
            Console.result(
                comparison.terminalText(language: language, width: Console.width, color: arguments.wantsColor))
        }
        return .finished
    }

    /// Points by item; unknown where the file leaves it open. Exit 65 for anything but has and has not.
    private static func verdicts(
        _ file: String, list: YearList
    ) throws(CommandFailure) -> (verdicts: [ItemID: VerdictComparison.Given], warnings: [String]) {
        let bytes = try Files.bytes(file)
        let figures: ScoreFigures
        do throws(ScoreFileProblems) {
            figures = try scoreFile(reading: bytes, fileName: file) { _ in list.items.map(\.id) }
        } catch { throw CommandFailure(.invalidContent, error.description) }
        guard !figures.items.isEmpty else {
            throw CommandFailure(
                .invalidContent, "\(file): no item with a score was found; give columns item and score")
        }
        let values = figures.items.compactMap { $0.figure?.fraction }
        // Some write 1 and 0 for has and has not.
        let full: Fraction = values.contains(1) && values.allSatisfy { $0 == 0 || $0 == 1 } ? 1 : 100
        var verdicts: [ItemID: VerdictComparison.Given] = [:]
        var problems: [String] = []
        for entry in figures.items {
            guard let value = entry.figure?.fraction else {
                verdicts[entry.item] = VerdictComparison.Given(.unknown)
                continue
            }
            if value == 0 || value == full {
                verdicts[entry.item] = VerdictComparison.Given(value == full ? .full : .zero)
            } else {
                problems.append("\(file): \(entry.item.text) has neither 0 nor 100 points")
            }
        }
        guard problems.isEmpty else { throw CommandFailure(.invalidContent, problems.joined(separator: "\n")) }
        return (verdicts, figures.warnings.map(\.description))
    }
}
