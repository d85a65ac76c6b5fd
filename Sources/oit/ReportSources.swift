import Findings
import GradingCore
import OfficeDocuments
import Reviewing
import Storage
import Submissions
import ThaiText

extension LocatedRun {
    /// Where the log of readers' decisions lies: in the folder or beside the report that was named, else in the store.
    func reviewLogPath(_ word: String, store: String) -> String {
        if let folder = folder ?? (Files.isFolder(word) ? word : nil) { return "\(folder)/review-log.jsonl" }
        if Files.exists(word) {
            let parts = word.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            return parts.isEmpty ? "review-log.jsonl" : parts.joined(separator: "/") + "/review-log.jsonl"
        }
        return "\(store)/reviews/\(assessment.run.text).jsonl"
    }
}

/// What a workbook shows beside the report: the submission and the review, where they are at hand.
struct ReportSources: Sendable {
    let rules: PersonalDataRules
    let language: ReportLanguage

    /// What was declared for each item, with personal data hidden in the explanations.
    func answers(_ submission: Submission) -> [ItemID: DeclaredAnswer] {
        submission.answers.reduce(into: [:]) { answers, given in
            answers[given.item] = DeclaredAnswer(
                answer: given.answer, addresses: given.urls.map(\.verbatim), explanation: masked(given.explanation))
        }
    }

    /// From the store; empty for a report without its evidence. Exit 74 when the store is damaged.
    func answers(_ located: LocatedRun) async throws(CommandFailure) -> [ItemID: DeclaredAnswer] {
        guard let kept = located.kept else { return [:] }
        let bytes: [UInt8]
        do throws(StoreError) { bytes = try await kept.store.submission(of: kept.run.key) } catch {
            throw CommandFailure(error, language)
        }
        let items = located.assessment.items.map(\.item)
        do throws(SubmissionProblems) {
            return answers(try submission(reading: bytes, fileName: "submission.json", itemIDs: items))
        } catch {
            throw CommandFailure(.invalidContent, SubmissionFiles.lines(error.problems, language))
        }
    }

    /// The log of a run; empty where there is none. Exit 74 when it is not as it was written.
    func review(at path: String, run: String) throws(CommandFailure) -> [ReviewEntry] {
        guard Files.exists(path), !Files.isFolder(path) else { return [] }
        let bytes = try Files.bytes(path)
        let log: ReviewLog
        do throws(ReviewFault) { log = try ReviewLog(run: run, file: bytes) } catch {
            throw CommandFailure(.outputFailure, ReviewCommandTexts.brokenLog(path, "\(error)").text(language))
        }
        return log.lines.map { line in
            ReviewEntry(
                at: line.entry.at, item: ItemID(line.entry.item), reader: line.reader,
                decision: line.entry.decision.rawValue, machine: Verdict(rawValue: line.entry.machine),
                said: line.entry.said, reason: masked(line.entry.reason), note: masked(line.entry.note))
        }
    }

    private func masked(_ text: String) -> String {
        guard mayHoldPersonalData(text) else { return text }
        return PersonalDataMask(personalData(in: NormalisedText(text), rules: rules)).masked(text)
    }
}
