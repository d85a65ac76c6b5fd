import Checklists
import GradingCore
import Reporting
import Submissions
import WebEvidence

extension SubmissionCommand {
    /// What differs between two submissions: item by item, or topic by topic where their years differ.
    func difference(_ input: SubmissionInput, _ old: String, _ new: String) throws(CommandFailure) -> ExitCode {
        let before = try input.anyYear(old, bytes: try Files.bytes(old))
        let after = try input.anyYear(new, bytes: try Files.bytes(new))
        let differs = before.list.map { first in after.list.map { $0.year != first.year } ?? false } ?? false
        let difference = SubmissionDifference(from: before.submission, to: after.submission) { item in
            guard differs else { return item }
            let topic = before.list?.item(item)?.topic
            return after.list?.items.first { $0.topic == topic }?.id
        }
        let document = DifferenceDocument(difference, before: before.list, after: after.list)
        Console.result(arguments.has(.json) ? try JSONOutput.text(document) : document.text(language))
        return .finished
    }
}

/// What `diff --json` prints.
struct DifferenceDocument: Encodable {
    struct Entry: Encodable {
        let change: String
        let from: OrNull<String>
        let to: OrNull<String>
        let title: OrNull<CheckDocument.Words>
        let addedURLs: [String]
        let removedURLs: [String]
        let isReordered: Bool
        let answer: OrNull<Pair<OrNull<Bool>>>
        let explanation: OrNull<Pair<String>>

        private enum CodingKeys: String, CodingKey {
            case change, from, to, title, answer, explanation
            case addedURLs = "added_urls"
            case removedURLs = "removed_urls"
            case isReordered = "reordered"
        }
    }
    struct Pair<Value: Encodable>: Encodable {
        let before: Value
        let after: Value
    }
    let years: Pair<OrNull<Int>>
    let agency: [String]
    let unchanged: Int
    let entries: [Entry]

    init(_ difference: SubmissionDifference, before: YearList?, after: YearList?) {
        years = Pair(
            before: OrNull(before?.year ?? difference.yearBefore?.year),
            after: OrNull(after?.year ?? difference.yearAfter?.year))
        agency = difference.agency
        unchanged = difference.unchanged
        entries = difference.entries.map { entry in
            let title =
                entry.after.flatMap { after?.item($0.item)?.title }
                ?? entry.before.flatMap { before?.item($0.item)?.title }
            return Entry(
                change: entry.change.rawValue, from: OrNull(entry.before?.item.text),
                to: OrNull(entry.after?.item.text),
                title: OrNull(title.map(CheckDocument.Words.init)), addedURLs: entry.addedURLs,
                removedURLs: entry.removedURLs, isReordered: entry.isReordered,
                answer: OrNull(
                    entry.changesAnswer
                        ? Pair(before: OrNull(entry.before?.answer), after: OrNull(entry.after?.answer)) : nil),
                explanation: OrNull(
                    entry.changesExplanation
                        ? Pair(before: entry.before?.explanation ?? "", after: entry.after?.explanation ?? "") : nil))
        }
    }

    func text(_ language: ReportLanguage) -> String {
        var text = ""
        if years.before.value != years.after.value {
            text += "\(SubmissionWords.years(years.before.value, years.after.value).text(language))\n"
        }
        if !agency.isEmpty { text += "\(SubmissionWords.agencyDiffers(agency).text(language))\n" }
        for entry in entries {
            let numbers = [entry.from.value, entry.to.value].compactMap { $0 }
            let shown = numbers.count == 2 && numbers[0] == numbers[1] ? numbers[0] : numbers.joined(separator: " → ")
            let title = entry.title.value.map { "  " + BilingualText(th: $0.th, en: $0.en).text(language) } ?? ""
            text += "\(shown)  [\(SubmissionWords.change(entry.change).text(language))]\(title)\n"
            if let answer = entry.answer.value {
                text += "       \(SubmissionWords.answer(answer.before.value).text(language)) → "
                text += "\(SubmissionWords.answer(answer.after.value).text(language))\n"
            }
            for url in entry.removedURLs { text += "     - \(CleanText.line(url))\n" }
            for url in entry.addedURLs { text += "     + \(CleanText.line(url))\n" }
            if entry.isReordered { text += "       \(SubmissionWords.reordered.text(language))\n" }
            if let note = entry.explanation.value {
                text += "     - “\(CleanText.line(note.before))”\n     + “\(CleanText.line(note.after))”\n"
            }
        }
        return text + SubmissionWords.differences(entries.count, unchanged: unchanged).text(language) + "\n"
    }
}
