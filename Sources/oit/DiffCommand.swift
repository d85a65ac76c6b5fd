import Assessing
import Documents
import Findings
import GradingCore
import Reporting
import Storage

/// `oit diff RUN RUN`: what changed between two runs.
struct DiffCommand {
    static let spec = CommandSpec(
        name: "diff", arguments: "RUN RUN",
        summary: "what changed between two runs: verdicts, scores, evidence and text",
        options: [
            .output, .language, .store, .json, .quiet, .noColor,
        ])

    private let arguments: Arguments
    private let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws(CommandFailure) -> ExitCode {
        guard arguments.positional.count == 2 else {
            throw CommandFailure(
                .wrongCommandLine, "name two RUNs, the earlier first: ids, output folders or report.json files")
        }
        let locator = RunLocator(store: StoreFolder(arguments), language: language)
        let from = try await locator.run(arguments.positional[0])
        let to = try await locator.run(arguments.positional[1])
        var difference = AssessmentDifference(from: from.reported, to: to.reported)
        let texts = try await texts(from, to)
        for page in difference.evidence {
            guard let text = page.after.flatMap({ texts[$0.url] }) else { continue }
            difference.texts[page.address] = TextDifference(from: text.before, to: text.after)
        }
        if let output = arguments.text(.output) {
            try Files.makeFolder(output)
            try ReportFolder(path: output).write([
                ("diff.html", difference.html(language: language)), ("diff.json", difference.json()),
            ])
        }
        if arguments.has(.json) {
            Console.result(String(decoding: difference.json(), as: UTF8.self))
        } else if !arguments.has(.quiet) {
            Console.result(
                difference.terminalText(language: language, width: Console.width, color: arguments.wantsColor))
        }
        return .finished
    }

    /// The text of pages that changed, where both runs have kept their evidence.
    private func texts(
        _ from: LocatedRun, _ to: LocatedRun
    ) async throws(CommandFailure) -> [String: (before: [String], after: [String])] {
        guard let old = from.kept, let new = to.kept else { return [:] }
        let rules = try DataFolder(option: arguments.text(.data)).rules().personalData
        do throws(StoreError) {
            return try await changedTexts(
                from: old.run, in: old.store, to: new.run, in: new.store, hiding: rules, documents: .installed)
        } catch { throw CommandFailure(error, language) }
    }
}
