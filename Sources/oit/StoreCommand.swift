import Assessing
import Findings
import GradingCore
import Reporting
import Storage
import WebEvidence

/// `oit store list|check|backup|prune`.
struct StoreCommand {
    static let spec = CommandSpec(
        name: "store", arguments: "list|check|backup FILE|prune",
        summary: "the kept runs: list them, prove them whole, copy them while in use, remove old ones",
        options: [.store, .olderThan, .dryRun, .asOf, .data, .language, .json, .quiet])

    let arguments: Arguments
    let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws(CommandFailure) -> ExitCode {
        let words = arguments.positional
        switch (words.first, words.count) {
        case ("list", 1): return try await list()
        case ("check", 1): return try await check()
        case ("backup", 2): return try await backup(to: words[1])
        case ("prune", 1): return try await prune()
        default: break
        }
        throw CommandFailure(.wrongCommandLine, "say oit store list, check, backup FILE or prune")
    }

    // MARK: List

    private func list() async throws(CommandFailure) -> ExitCode {
        let store = try await StoreFolder(arguments).read(language)
        let runs: [StoredRun]
        do throws(StoreError) { runs = try await store.runs() } catch { throw CommandFailure(error, language) }
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(runs.map(StoreListEntry.init)))
            return .finished
        }
        if runs.isEmpty { Console.result(StoreTexts.empty(store.folder).text(language) + "\n") }
        for run in runs {
            let score =
                run.score.map { $0.isCertain ? $0.lowest.text : "\($0.lowest.text) – \($0.highest.text)" } ?? "–"
            let name = run.id?.text ?? StoreTexts.state(run.state).text(language)
            let state = run.state == .finished || run.id == nil ? "" : "  \(StoreTexts.state(run.state).text(language))"
            let agency = run.draft.agency.name.isEmpty ? run.draft.agency.website : run.draft.agency.name
            Console.result(
                "\(HelpText.padded(name, 26))  \(run.draft.startedAt)  \(HelpText.padded(score, 15))  "
                    + "\(CleanText.line(agency))\(state)\n")
        }
        return .finished
    }
}

/// One line of `oit store list --json`.
private struct StoreListEntry: Encodable {
    let run: String?
    let state: String
    let agency: String
    let fiscalYear: Int
    let asOf: String
    let startedAt: String
    let finishedAt: String?
    let pages: Int
    let lowest: String?
    let highest: String?

    private enum CodingKeys: String, CodingKey {
        case run, state, agency, pages, lowest, highest
        case fiscalYear = "fiscal_year"
        case asOf = "as_of"
        case startedAt = "started_at"
        case finishedAt = "finished_at"
    }

    init(_ run: StoredRun) {
        self.run = run.id?.text
        state = run.state.rawValue
        agency = run.draft.agency.name
        fiscalYear = run.draft.fiscalYear.year
        asOf = run.draft.asOf.iso
        startedAt = run.draft.startedAt
        finishedAt = run.finishedAt
        pages = run.pageCount
        lowest = run.score?.lowest.text
        highest = run.score?.highest.text
    }
}

/// Words of `oit store`.
enum StoreTexts {
    static func state(_ state: StoredRun.State) -> BilingualText {
        switch state {
        case .open: BilingualText(th: "ยังไม่เสร็จ", en: "not finished")
        case .interrupted: BilingualText(th: "หยุดกลางคัน", en: "interrupted")
        case .finished: BilingualText(th: "เสร็จแล้ว", en: "finished")
        }
    }

    static func empty(_ folder: String) -> BilingualText {
        BilingualText(th: "ยังไม่มีการตรวจใน \(folder)", en: "there are no runs in \(folder) yet")
    }
}
