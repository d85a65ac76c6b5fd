public import GradingCore
import OfficeFiles

/// The file of a submission after proposals were followed. Everything else in it stays as it is: columns, sheets,
/// order, encoding, line ends, colours.
public struct EditedSubmission: Sendable {
    /// The file.
    public var bytes: [UInt8]
    /// The submission that it now holds.
    public var submission: Submission
    /// The plan; a step whose place could not be changed is `notEditable`.
    public var plan: SuggestionPlan

    /// Follows a plan step by step and reads the file again after each: a step after which the file does not say just
    /// what was meant is taken back.
    public init(
        _ bytes: [UInt8], fileName: String, submission read: Submission, plan: SuggestionPlan, itemIDs: [ItemID]?
    ) {
        self.bytes = bytes
        submission = read
        self.plan = plan
        for (index, step) in plan.steps.enumerated() where step.effect == .replaced || step.effect == .added {
            guard let item = step.item,
                let edited = EditedSubmission.followed(
                    step, item, bytes: self.bytes, fileName: fileName, submission: submission, itemIDs: itemIDs)
            else {
                self.plan.steps[index].effect = .notEditable
                continue
            }
            (self.bytes, submission) = edited
        }
    }

    private static func followed(
        _ step: SuggestionPlan.Step, _ item: ItemID, bytes: [UInt8], fileName: String, submission: Submission,
        itemIDs: [ItemID]?
    ) -> (bytes: [UInt8], submission: Submission)? {
        let meant = expected(step, item, submission)
        var bytes = bytes
        var current = submission
        // An address that stands twice takes two changes; so does a "no" that becomes a "yes".
        for _ in 0..<40 {
            guard let edited = changed(bytes, fileName, current, step, item, itemIDs) else { return nil }
            do throws(SubmissionProblems) {
                current = try Submissions.submission(reading: edited, fileName: fileName, itemIDs: itemIDs)
            } catch { return nil }
            bytes = edited
            if says(current) == meant { return (bytes, current) }
        }
        return nil
    }

    private static func changed(
        _ bytes: [UInt8], _ fileName: String, _ submission: Submission, _ step: SuggestionPlan.Step, _ item: ItemID,
        _ itemIDs: [ItemID]?
    ) -> [UInt8]? {
        let new = step.suggestion.replacement
        let answer = submission.answers.first { $0.item == item }
        let known = KnownItems(itemIDs)
        let change: CellChange
        if let url = answer?.urls.first(where: { $0.verbatim == step.url }) {
            change = .replace(url, new: new)
        } else if answer?.urls.contains(where: { $0.verbatim == new }) ?? false {
            change = .answerYes
        } else {
            change = .add(new)
        }
        if let json = JSONEditing(bytes) { return json.changed(change, item: item, known: known) }
        return TableEditing(bytes, fileName: fileName)?.changed(change, item: item, answer: answer)
    }

    /// What the file must say after a step.
    private static func expected(
        _ step: SuggestionPlan.Step, _ item: ItemID, _ submission: Submission
    ) -> [ItemID: AnswerFacts] {
        var facts = says(submission)
        let new = step.suggestion.replacement
        var answer = facts[item] ?? AnswerFacts(item: item, answer: nil, urls: [], explanation: "")
        if step.effect == .added {
            answer.urls.append(new)
            if answer.answer == false { answer.answer = true }
        } else {
            var urls: [String] = []
            for url in answer.urls.map({ $0 == step.url ? new : $0 }) where !urls.contains(url) { urls.append(url) }
            answer.urls = urls
        }
        facts[item] = answer
        return facts
    }

    /// Answers by item; a new one may say yes or nothing.
    private static func says(_ submission: Submission) -> [ItemID: AnswerFacts] {
        Dictionary(
            submission.answers.map { answer in
                (
                    answer.item,
                    AnswerFacts(
                        item: answer.item, answer: answer.answer, urls: answer.urls.map(\.verbatim),
                        explanation: answer.explanation)
                )
            }
        ) { first, _ in first }
    }
}

/// One change of a file.
enum CellChange {
    case replace(SubmittedURL, new: String)
    case add(String)
    /// The item was answered no.
    case answerYes
}
