import Checklists
import FoundationEssentials
import GradingCore
import Submissions

/// `oit score FILE`: the grading core on given figures.
struct ScoreCommand {
    static let spec = CommandSpec(
        name: "score", arguments: "FILE",
        summary: "the grading core on given items, indicators or instruments (JSON, CSV, XLSX)",
        options: [.year, .checklist, .data, .language, .json])

    private let arguments: Arguments
    private let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() throws(CommandFailure) -> ExitCode {
        guard arguments.positional.count == 1, let file = arguments.positional.first else {
            throw CommandFailure(.wrongCommandLine, "name one file with items, indicators or instruments")
        }
        let bytes = try Files.bytes(file)
        let library = try DataFolder(option: arguments.text(.data)).library()
        let chosen =
            arguments.has(.year) || arguments.has(.checklist)
            ? try YearChoice.list(arguments, library: library, declared: nil) : nil
        let figures: ScoreFigures
        do throws(ScoreFileProblems) {
            figures = try scoreFile(reading: bytes, fileName: file) { declared in
                (chosen ?? declared.flatMap { library.year($0.year) })?.items.map(\.id)
            }
        } catch {
            throw CommandFailure(.invalidContent, error.description)
        }
        let list =
            if let chosen { chosen } else {
                try YearChoice.list(arguments, library: library, declared: figures.fiscalYear?.year)
            }
        let given = ScoreCommand.given(figures)
        // A level spelt in another way is a conflict, not a mistake of the file.
        let problems = list.framework.problems(in: given).filter { problem in
            if case .unknownLevel = problem { false } else { true }
        }
        guard problems.isEmpty else {
            throw CommandFailure(.invalidContent, problems.map { "\(file): \($0)" }.joined(separator: "\n"))
        }
        let document = ScoreDocument(Scorecard(given, in: list.framework), figures: figures, language: language)
        for warning in figures.warnings { Console.note("oit: \(warning)") }
        Console.result(arguments.has(.json) ? try JSONOutput.text(document) : document.text(list, language: language))
        return .finished
    }

    /// The figures of a file as the grading core takes them.
    static func given(_ figures: ScoreFigures) -> GivenFigures {
        var given = GivenFigures()
        for entry in figures.items {
            // What is neither 0 nor 100 is told as a conflict and counts as unknown.
            let points: ItemPoints? = entry.figure.flatMap { figure in
                figure.fraction == 100 ? .full : figure.fraction == 0 ? .zero : nil
            }
            given.items[entry.item] = points ?? .unknown
        }
        for entry in figures.indicators { given.indicators[entry.id] = entry.figure.map(\.fraction) }
        for entry in figures.instruments { given.instruments[entry.id] = entry.figure.map(\.fraction) }
        given.publishedOverall = figures.published?.overall.map { $0.fraction.hundredths }
        given.publishedLevel = figures.published?.level
        return given
    }
}

extension DecimalFigure {
    /// The figure as an exact fraction.
    var fraction: Fraction {
        var scaled = 1
        for _ in 0..<scale { scaled *= 10 }
        return Fraction(unscaled, over: scaled)
    }
}
