import Checklists
import GradingCore
import Reporting
import Submissions
import WebEvidence

extension SubmissionCommand {
    /// Writes proposed addresses into a submission and leaves everything else in the file as it is.
    func apply(
        _ input: SubmissionInput, _ file: String, proposals path: String
    ) throws(CommandFailure) -> ExitCode {
        let bytes = try Files.bytes(file)
        let proposed = try Files.bytes(path)
        let proposals: SuggestionFile
        do throws(SubmissionProblems) {
            proposals = try SuggestionFile(reading: proposed, fileName: path)
        } catch { throw CommandFailure(.invalidContent, SubmissionFiles.lines(error.problems, language)) }
        let (submission, list) = try input.anyYear(file, bytes: bytes, year: proposals.fiscalYear)
        if let year = proposals.fiscalYear, let list, list.year != year.year {
            throw CommandFailure(.invalidContent, SubmissionWords.otherYear(year.year, list.year).text(language))
        }
        let ids = list?.items.map(\.id)
        let plan = SuggestionPlan(proposals.suggestions, for: submission, itemIDs: ids)
        let edited = EditedSubmission(bytes, fileName: file, submission: submission, plan: plan, itemIDs: ids)
        let refused = edited.plan.steps.filter(\.isRefused)
        let isRefused = !refused.isEmpty && !arguments.has(SubmissionCommand.matchingOnly)
        let changes = edited.plan.steps.contains { $0.effect == .replaced || $0.effect == .added }
        let output = arguments.text(SubmissionCommand.file) ?? file
        let isWritten = !isRefused && !arguments.has(.dryRun) && (changes || output != file)
        if isWritten { try Files.write(edited.bytes, to: output) }
        try tell(edited.plan, written: isWritten ? output : nil)
        guard isRefused else { return .finished }
        throw CommandFailure(.invalidContent, refusal(refused))
    }

    private func refusal(_ steps: [SuggestionPlan.Step]) -> String {
        let lines = steps.map { step in
            let place = step.suggestion.place
            let shown = CleanText.line("\(step.suggestion.itemText) \(step.suggestion.url)")
            return "\(place): \(SubmissionWords.effect(step.effect).text(language)): \(shown)"
        }
        return ([SubmissionWords.nothingWritten.text(language)] + lines).joined(separator: "\n")
    }

    private func tell(_ plan: SuggestionPlan, written: String?) throws(CommandFailure) {
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(AppliedDocument(plan, written: written)))
            return
        }
        guard !arguments.has(.quiet) else { return }
        for step in plan.steps {
            let item = step.item?.text ?? CleanText.line(step.suggestion.itemText)
            var text = "\(item)  [\(SubmissionWords.effect(step.effect).text(language))]\n"
            if !step.url.isEmpty { text += "     - \(CleanText.line(step.url))\n" }
            text += "     + \(CleanText.line(step.suggestion.replacement))\n"
            if !step.suggestion.why.isEmpty { text += "       \(CleanText.line(step.suggestion.why))\n" }
            Console.result(text)
        }
        if let written {
            Console.result(SubmissionWords.written(written).text(language) + "\n")
        } else if arguments.has(.dryRun) {
            Console.result(SubmissionWords.dryRun.text(language) + "\n")
        }
    }
}

/// What `apply --json` prints.
private struct AppliedDocument: Encodable {
    struct Step: Encodable {
        let item: String
        let url: String
        let replacement: String
        let effect: String
        let why: String
    }
    let steps: [Step]
    let written: OrNull<String>

    init(_ plan: SuggestionPlan, written: String?) {
        steps = plan.steps.map { step in
            Step(
                item: step.item?.text ?? step.suggestion.itemText, url: step.url,
                replacement: step.suggestion.replacement, effect: step.effect.rawValue, why: step.suggestion.why)
        }
        self.written = OrNull(written)
    }
}
