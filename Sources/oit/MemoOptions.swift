import Checklists
import GradingCore
import OfficeDocuments
import Submissions

/// The options of `oit report` that shape a memo.
enum MemoOptions {
    /// Exit 64 for limits that are none, 65 for figures that cannot be used.
    static func settings(
        _ arguments: Arguments, language: ReportLanguage, list: YearList
    ) throws(CommandFailure) -> MemoSettings {
        var settings = MemoSettings(language: arguments.has(.language) ? language : .thai)
        settings.hasThaiDigits = arguments.has(.thaiDigits)
        if let limit = try limit(arguments, .strength) { settings.strengthFrom = limit }
        if let limit = try limit(arguments, .improve) { settings.improveBelow = limit }
        guard settings.improveBelow <= settings.strengthFrom else {
            throw CommandFailure(.wrongCommandLine, "--improve must not be above --strength")
        }
        settings.actionYear = try arguments.number(.actionYear, in: 2500...2999).map { FiscalYear($0) }
        if let file = arguments.text(.scores) { settings.figures = try figures(file, list: list) }
        return settings
    }

    private static func limit(_ arguments: Arguments, _ option: OptionSpec) throws(CommandFailure) -> Hundredths? {
        guard let text = arguments.text(option) else { return nil }
        guard let limit = Hundredths(decimal: text), (0...10_000).contains(limit.count) else {
            throw CommandFailure(
                .wrongCommandLine, "\(option.name) is a score from 0 to 100 with at most two decimals, not \"\(text)\"")
        }
        return limit
    }

    /// A file as `oit score` reads it.
    private static func figures(_ file: String, list: YearList) throws(CommandFailure) -> GivenFigures {
        let bytes = try Files.bytes(file)
        let figures: ScoreFigures
        do throws(ScoreFileProblems) {
            figures = try scoreFile(reading: bytes, fileName: file) { _ in list.items.map(\.id) }
        } catch {
            throw CommandFailure(.invalidContent, error.description)
        }
        if let year = figures.fiscalYear, year != list.framework.fiscalYear {
            throw CommandFailure(
                .invalidContent,
                "\(file) holds figures of fiscal year \(year.year), the run is of \(list.framework.fiscalYear.year)")
        }
        let given = ScoreCommand.given(figures)
        let problems = list.framework.problems(in: given).filter { problem in
            if case .unknownLevel = problem { false } else { true }
        }
        guard problems.isEmpty else {
            throw CommandFailure(.invalidContent, problems.map { "\(file): \($0)" }.joined(separator: "\n"))
        }
        for warning in figures.warnings { Console.note("oit: \(warning)") }
        return given
    }
}

extension OptionSpec {
    static let thaiDigits = OptionSpec(name: "--thai-digits", value: nil, help: "memo: Thai digits")
    static let scores = OptionSpec(
        name: "--scores", value: "FILE",
        help: "memo: figures of IIT, EIT or the published result, in a file as oit score reads it")
    static let strength = OptionSpec(
        name: "--strength", value: "95", help: "memo: score from which an indicator is a strength")
    static let improve = OptionSpec(
        name: "--improve", value: "85", help: "memo: score below which an indicator is to be improved")
    static let actionYear = OptionSpec(
        name: "--action-year", value: "YEAR", help: "memo: year of the measures; default the one after the assessed")
    static let reportOutput = OptionSpec(
        name: "--output", value: "DIR|FILE",
        help: "where reports go; one file where its name ends in .odt, .docx, .xlsx, .pdf, .html, .json, .xml or .svg")
}
