import Assessing
import Checklists
import Extraction
import Findings
import GradingCore
import Reporting
import Storage
import Submissions

/// `oit regrade RUN`: judges the stored evidence again, without network.
struct RegradeCommand {
    static let spec = CommandSpec(
        name: "regrade", arguments: "RUN",
        summary: "judge the stored evidence again, without network; lists every verdict that moves and why",
        options: [
            .checklist, .output, .format, .language, .failUnder, .strict, .store, .data, .json, .quiet, .noColor,
        ])

    private let arguments: Arguments
    private let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws(CommandFailure) -> ExitCode {
        guard arguments.positional.count == 1 else {
            throw CommandFailure(.wrongCommandLine, "name one RUN: an id, an output folder or a report.json")
        }
        let word = arguments.positional[0]
        let gates = try Gates(arguments)
        let formats = try ReportFormat.chosen(arguments)
        let located = try await RunLocator(store: StoreFolder(arguments), language: language).run(word)
        let (store, run) = try located.evidence(word)
        let judging = try RunJudging(arguments, language: language)
        let (again, list) = try await judging.judgedAgain(run, in: store)
        guard let report = Report(again, frame: ReportFrame(list)) else {
            throw CommandFailure(.internalDefect, "the list of \(list.year) has no items to score")
        }
        let difference = AssessmentDifference(from: located.reported, to: report.reported)
        try await keep(again, list: list, located: located, report: report)
        if let output = arguments.text(.output) {
            try Files.makeFolder(output)
            let folder = ReportFolder(path: output)
            try folder.check()
            if let earlier = try folder.makeRoom(for: again.run) {
                Console.note("oit: \(RunTexts.keptEarlier(earlier).text(language))")
            }
            try await folder.write(report, formats, ReportWriting(arguments, language: language))
            do throws(StoreError) { try await store.exportRun(run.key, to: output) } catch {
                throw CommandFailure(error, language)
            }
        }
        if arguments.has(.json) {
            Console.result(String(decoding: difference.json(), as: UTF8.self))
        } else if !arguments.has(.quiet) {
            Console.result(
                difference.movedVerdictsText(language: language, width: Console.width, color: arguments.wantsColor))
        }
        return gates.code(report)
    }

    /// A judgement that differs is kept beside the earlier ones, where the run lies in a store that can be written.
    private func keep(
        _ again: Assessment, list: YearList, located: LocatedRun, report: Report
    ) async throws(CommandFailure) {
        guard located.folder == nil, report.json() != located.report,
            let judgement = StoredJudgement(again, list: list, at: AuditClock.now()), let run = located.kept?.run
        else { return }
        let store = try await StoreFolder(arguments).opened(language)
        do throws(StoreError) { try await store.add(judgement, to: run.key) } catch {
            throw CommandFailure(error, language)
        }
    }
}
