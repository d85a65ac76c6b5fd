import Checklists
import Extraction
import FoundationEssentials
import GradingCore
import ScoreReports
import Submissions

/// `oit score FILE`: the grading core on given figures, or on an agency's own report of its result.
struct ScoreCommand {
    static let spec = CommandSpec(
        name: "score", arguments: "FILE",
        summary:
            "the grading core on given figures (JSON, CSV, XLSX) or an agency's own report (PDF, DOCX, ODT, HTML, text)",
        options: [.year, .checklist, .data, .language, .scoreFormat, .json, .strict],
        details: [
            "Of a report: finds its year, level, instruments and indicators, recomputes them, and says what agrees,",
            "what does not, and what could not be read. Exit 1 when something does not agree, 65 for what is no such",
            "report, 66 when there is no text to read (a scan).",
        ])

    let arguments: Arguments
    let language: ReportLanguage
    let asJSON: Bool

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
        let format = arguments.text(.scoreFormat) ?? "text"
        guard ["text", "json"].contains(format) else {
            throw CommandFailure(.wrongCommandLine, "--format is text or json, not \"\(format)\"")
        }
        asJSON = arguments.has(.json) || format == "json"
    }

    func run() async throws(CommandFailure) -> ExitCode {
        guard arguments.positional.count == 1, let file = arguments.positional.first else {
            throw CommandFailure(
                .wrongCommandLine, "name one file with items, indicators or instruments, or an agency's own report")
        }
        let bytes = try Files.bytes(file)
        let folder = try DataFolder(option: arguments.text(.data))
        let library = try folder.library()
        switch ScoreInput(bytes) {
        case .figures: return try print(figures(bytes, file, library), file, library)
        case .report: return try print(await readReport(bytes, file, library, folder), file, figuresSay: nil)
        case .either: return try await either(bytes, file, library, folder)
        }
    }

    /// A text is a table of figures unless it is a report that says more.
    private func either(
        _ bytes: [UInt8], _ file: String, _ library: ChecklistLibrary, _ folder: DataFolder
    ) async throws(CommandFailure) -> ExitCode {
        let read: ScoreFigures
        do throws(CommandFailure) {
            read = try figures(bytes, file, library)
        } catch  where error.code == .invalidContent {
            return try print(await readReport(bytes, file, library, folder), file, figuresSay: error)
        }
        let report = try await readReport(bytes, file, library, folder)
        if case .success(let found) = report.result {
            let stated = Set(found.figures.filter { $0.year == found.year }.map(\.subject))
            let count = read.items.count + read.indicators.count + read.instruments.count
            let own = count + (read.published?.overall == nil ? 0 : 1)
            let hasYear = read.fiscalYear != nil || arguments.has(.year) || arguments.has(.checklist)
            if stated.count > own || !hasYear {
                return try print(report, file, figuresSay: nil)
            }
        }
        return try print(read, file, library)
    }

    private func figures(_ bytes: [UInt8], _ file: String, _ library: ChecklistLibrary) throws(CommandFailure)
        -> ScoreFigures
    {
        let chosen =
            arguments.has(.year) || arguments.has(.checklist)
            ? try YearChoice.list(arguments, library: library, declared: nil) : nil
        do throws(ScoreFileProblems) {
            return try scoreFile(reading: bytes, fileName: file) { declared in
                (chosen ?? declared.flatMap { library.year($0.year) })?.items.map(\.id)
            }
        } catch {
            throw CommandFailure(.invalidContent, error.description)
        }
    }

    private func print(_ figures: ScoreFigures, _ file: String, _ library: ChecklistLibrary) throws(CommandFailure)
        -> ExitCode
    {
        let list = try YearChoice.list(arguments, library: library, declared: figures.fiscalYear?.year)
        let given = ScoreCommand.given(figures)
        // A level spelt in another way is a conflict, not a mistake of the file.
        let problems = list.framework.problems(in: given).filter { problem in
            if case .unknownLevel = problem { false } else { true }
        }
        guard problems.isEmpty else {
            throw CommandFailure(.invalidContent, problems.map { "\(file): \($0)" }.joined(separator: "\n"))
        }
        let document = ScoreDocument(Scorecard(given, in: list.framework), figures: figures)
        for warning in figures.warnings { Console.note("oit: \(warning)") }
        Console.result(asJSON ? try JSONOutput.text(document) : document.text(list, language: language))
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
