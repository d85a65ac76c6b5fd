import Checklists
import GradingCore

/// Lists and their differences as text for a terminal.
enum ChecklistText {
    static func overview(_ list: YearList, digest: String, language: ReportLanguage) -> String {
        var text =
            "\(list.title.text(language))\n\(list.provenance.rawValue) · \(list.items.count) · \(digest.prefix(12))\n"
        for note in list.notes { text += "! \(note.text(language))\n" }
        for indicator in list.indicators {
            text += "\n\(indicator.id) \(indicator.title.text(language))\n"
            for sub in indicator.subIndicators {
                text += "  \(sub.id) \(sub.title.text(language)) (\(sub.items.count))\n"
                for item in sub.items {
                    text +=
                        "    \(HelpText.padded(item.id.text, 5))\(item.title.text(language))  [\(item.currency.text)]\n"
                }
            }
        }
        return text
    }

    static func details(
        _ item: ChecklistItem, in list: YearList, library: ChecklistLibrary, language: ReportLanguage
    ) -> String {
        guard let topic = library.topic(item.topic) else { return "" }
        var text = """
            \(item.id.text) \(item.title.text(language))
            \(list.year) · \(list.subIndicator(of: item.id) ?? "") · \(topic.id.text) · \(item.confidence.rawValue)
            \(item.currency.text)\(item.currency.note.isEmpty ? "" : ": \(item.currency.note)")

            """
        for element in item.elements.compactMap({ topic.element($0) }) {
            let confidence = min(element.confidence, item.elementConfidence)
            text += "  - \(element.title.text(language)) (\(element.id), \(confidence.rawValue))\n"
        }
        text += "\(topic.advice.text(language))\n"
        for neighbour in topic.confusedWith {
            let title = library.topic(neighbour.topic)?.title.text(language) ?? neighbour.topic.text
            text += "  ≠ \(title): \(neighbour.tell.text(language))\n"
        }
        for evidence in item.evidence { text += "  · \(evidence)\n" }
        for source in item.sources { text += "  * \(source)\n" }
        return text
    }

    static func difference(
        _ difference: ChecklistDifference, from old: YearList, to new: YearList, language: ReportLanguage
    ) -> String {
        var text = "\(old.year) → \(new.year)\n"
        for change in [ChecklistDifference.Change.new, .gone, .renumbered, .kept] {
            let entries = difference.entries.filter { $0.change == change }
            guard !entries.isEmpty else { continue }
            text += "\n\(change.rawValue) (\(entries.count))\n"
            for entry in entries {
                let numbers = [entry.old?.id.text, entry.new?.id.text].compactMap { $0 }
                let shown =
                    numbers.count == 2 && numbers[0] == numbers[1] ? numbers[0] : numbers.joined(separator: " → ")
                let also = entry.alsoChanged.isEmpty ? "" : "  (\(entry.alsoChanged.joined(separator: ", ")))"
                text += "  \(shown)  \((entry.new ?? entry.old)?.title.text(language) ?? "")\(also)\n"
            }
        }
        return text
    }
}
