import CarryingOver
import Checklists
import GradingCore
import Reporting
import Submissions
import WebEvidence

/// A carried submission as text for a terminal: what must be made first, then what may stay, what is new and gone.
struct RolloverText {
    private let carried: CarryOver
    private let library: ChecklistLibrary
    private let asOf: CivilDate
    private let language: ReportLanguage

    init(_ carried: CarryOver, library: ChecklistLibrary, asOf: CivilDate, language: ReportLanguage) {
        self.carried = carried
        self.library = library
        self.asOf = asOf
        self.language = language
    }

    var text: String {
        var text = say(RolloverWords.head(carried.from.year, carried.to.year)) + "\n"
        let counts = CarryOver.Change.allCases.map { change in
            "\(say(RolloverWords.change(change))) \(carried.counts[change] ?? 0)"
        }
        text += counts.joined(separator: " · ") + "\n"
        for note in carried.to.notes { text += "! \(say(note))\n" }
        if let calendar = carried.calendar { text += say(RolloverWords.window(calendar, asOf: asOf)) + "\n" }
        let live = carried.entries.filter { $0.target != nil && $0.change != .new }
        let groups: [(BilingualText, [CarryOver.Entry])] = [
            (RolloverWords.renew, live.filter { $0.answer != nil && $0.mustRenew }),
            (RolloverWords.confirm, live.filter { $0.answer != nil && !$0.mustRenew }),
            (RolloverWords.unanswered, live.filter { $0.answer == nil }),
            (RolloverWords.new, carried.entries.filter { $0.change == .new }),
            (RolloverWords.gone, carried.entries.filter { $0.change == .gone }),
        ]
        for (title, entries) in groups where !entries.isEmpty {
            text += "\n\(say(title)) (\(entries.count))\n"
            for entry in entries { text += self.text(entry) }
        }
        return text
    }

    private func say(_ text: BilingualText) -> String { text.text(language) }

    private func text(_ entry: CarryOver.Entry) -> String {
        let old = entry.sources.map(\.id.text).joined(separator: " + ")
        let shown = [old, entry.target?.id.text ?? ""].filter { !$0.isEmpty }
        let numbers = shown.count == 2 && shown[0] == shown[1] ? shown[0] : shown.joined(separator: " → ")
        var text = "  \(numbers)  \(say(entry.title))  [\(say(RolloverWords.change(entry.change)))]\n"
        for renewal in entry.renewals { text += "      · \(say(renewal.what))\(days(renewal))\n" }
        let topic = entry.target.flatMap { library.topic($0.topic) }
        let elements = entry.newElements.compactMap { topic?.element($0) }
        if !elements.isEmpty {
            let titles = elements.map { say($0.title) }.joined(separator: "; ")
            text += "      + \(say(RolloverWords.newElements)): \(titles)\n"
        }
        if let hint = yearHint(entry) { text += "      ? \(say(hint))\n" }
        for url in entry.answer?.urls ?? [] where entry.target != nil {
            text += "        \(CleanText.line(url.verbatim))\n"
        }
        return text
    }

    private func days(_ renewal: Renewal) -> String {
        guard renewal.necessity == .renew else { return "" }
        var parts: [String] = []
        if !renewal.months.isEmpty {
            parts.append(say(RolloverWords.months(renewal.monthsSoFar, of: renewal.months.count)))
        }
        if let from = renewal.possibleFrom, from > asOf { parts.append(say(RolloverWords.possible(from))) }
        if let due = renewal.due { parts.append(say(RolloverWords.due(due))) }
        return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
    }

    /// Told where the old addresses name years and none of them is one that the rule asks.
    private func yearHint(_ entry: CarryOver.Entry) -> BilingualText? {
        let asked = Set(entry.renewals.filter { $0.necessity == .renew }.compactMap { $0.fiscalYear?.year })
        guard !asked.isEmpty, !entry.mentionedYears.isEmpty, asked.isDisjoint(with: entry.mentionedYears) else {
            return nil
        }
        return RolloverWords.mentions(entry.mentionedYears)
    }
}
