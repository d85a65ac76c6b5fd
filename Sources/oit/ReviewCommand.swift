import Assessing
import Checklists
import Digests
import Findings
import FoundationEssentials
import GradingCore
import Reporting
import Reviewing
import WebEvidence

/// `oit review open|merge|objection|agreement RUN`: people read a run; both verdicts are kept.
struct ReviewCommand {
    static let spec = CommandSpec(
        name: "review", arguments: "open|merge|objection|agreement RUN…",
        summary: "people read a run: the page for it, merged readings, conflicts, agreement, scores, objections",
        options: [
            .pictures, .blind, .afterObjection, .items, .certificate, .offline, .checklist, .outputReview, .language,
            .resolve,
            .allowNetwork, .timeout, .retries, .secondPass, .userAgent, .contact, .store, .data, .json, .quiet,
        ])

    let arguments: Arguments
    let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws -> ExitCode {
        let words = arguments.positional
        switch (words.first, words.count) {
        case ("open", 2): return try await open(words[1])
        case ("merge", 2...): return try await merge(words[1], files: Array(words[2...]))
        case ("objection", 2): return try await objection(words[1])
        case ("agreement", 2...): return try await agreement(Array(words[1...]))
        default: break
        }
        throw CommandFailure(
            .wrongCommandLine,
            "say oit review open RUN, merge RUN review.json…, objection RUN --output DIR, or agreement RUN…")
    }

    // MARK: Open

    private func open(_ word: String) async throws(CommandFailure) -> ExitCode {
        let run = try await read(word)
        let history = try await history(of: run, word)
        var taken: (pictures: [EvidencePicture], whyNone: BilingualText?) = ([], nil)
        if arguments.has(.pictures) {
            taken = try await RunPictures(arguments, language: language).pictures(of: run.located, word)
            if let why = taken.whyNone { Console.note("oit: \(why.text(language))") }
        }
        let page = ReviewPage(
            run.located.assessment, report: run.located.report, instrument: run.instrument,
            isBlind: arguments.has(.blind), phase: arguments.has(.afterObjection) ? .objection : .review,
            language: arguments.has(.language) ? language : .thai, pictures: taken.pictures,
            whyNoPictures: taken.whyNone, history: history)
        let path = arguments.text(.outputReview) ?? run.located.folder.map { "\($0)/review.html" } ?? "review.html"
        guard !Files.isSpecial(path) else {
            throw CommandFailure(.outputFailure, "cannot write \(path): it is no plain file; name a new one")
        }
        try Files.write(page.bytes, to: path)
        if !arguments.has(.quiet) { Console.result(ReviewCommandTexts.opened(path).text(language) + "\n") }
        return .finished
    }

    // MARK: Parts

    /// A run with what is needed to read and score it.
    struct ReadRun {
        var located: LocatedRun
        var instrument: InstrumentFrame
        var machine: [ItemID: Verdict] {
            Dictionary(located.assessment.items.map { ($0.item, $0.verdict) }) { $1 }
        }
        var id: String { located.assessment.run.text }
    }

    func read(_ word: String) async throws(CommandFailure) -> ReadRun {
        let located = try await RunLocator(store: StoreFolder(arguments), language: language).run(word)
        let library = try DataFolder(option: arguments.text(.data)).library()
        let list =
            if let file = arguments.text(.checklist) {
                try YearChoice.list(file: file, library: library)
            } else { try YearChoice.list(named: String(located.assessment.fiscalYear.year), library: library) }
        guard let instrument = list.framework.inspected else {
            throw CommandFailure(.internalDefect, "the list of \(list.year) has no items to score")
        }
        return ReadRun(located: located, instrument: instrument)
    }

    /// Where the log of a run lies: in the folder or beside the report that was named, else in the store.
    func logPath(_ word: String, _ run: ReadRun) -> String {
        run.located.reviewLogPath(word, store: StoreFolder(arguments).path)
    }

    /// The log of a run; an empty one where there is none yet. Exit 74 when it is not as it was written.
    func log(at path: String, of run: ReadRun) throws(CommandFailure) -> ReviewLog {
        guard Files.exists(path) else { return ReviewLog(run: run.id) }
        let bytes = try Files.bytes(path)
        do throws(ReviewFault) { return try ReviewLog(run: run.id, file: bytes) } catch {
            throw CommandFailure(.outputFailure, ReviewCommandTexts.brokenLog(path, "\(error)").text(language))
        }
    }

    func outcome(_ run: ReadRun, _ log: ReviewLog) throws(CommandFailure) -> ReviewOutcome {
        guard let outcome = ReviewOutcome(run.located.assessment.items, log: log, instrument: run.instrument) else {
            throw CommandFailure(.internalDefect, "the list of the run has no items to score")
        }
        return outcome
    }
}

extension OptionSpec {
    static let blind = OptionSpec(
        name: "--blind", value: nil, help: "open: hide the program's verdict until the reader has judged")
    static let afterObjection = OptionSpec(
        name: "--after-objection", value: nil,
        help: "open: a reading in answer to an objection; it gives the final score")
    static let outputReview = OptionSpec(
        name: "--output", value: "FILE",
        help:
            "open: the page, default review.html in the folder of the run; merge, agreement: JSON; objection: a folder")
}
