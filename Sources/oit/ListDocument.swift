import Checklists
import GradingCore

/// A list as `oit checklist show --json` prints it.
struct ListDocument: Encodable {
    struct Element: Encodable {
        let id: String
        let title: String
        let confidence: String
    }
    struct Item: Encodable {
        let id: String
        let title: String
        let topic: String
        let currency: String
        let elements: [Element]
        let confidence: String
        let evidence: [String]
        let sources: [String]
    }
    struct SubIndicator: Encodable {
        let id: String
        let title: String
        let items: [Item]
    }
    struct Indicator: Encodable {
        let id: String
        let title: String
        let subIndicators: [SubIndicator]

        private enum CodingKeys: String, CodingKey {
            case id, title
            case subIndicators = "sub_indicators"
        }
    }
    let year: Int
    let digest: String
    let provenance: String
    let notes: [String]
    let indicators: [Indicator]

    init(_ list: YearList, library: ChecklistLibrary, digest: String) {
        year = list.year
        self.digest = digest
        provenance = list.provenance.rawValue
        notes = list.notes.map(\.th)
        indicators = list.indicators.map { indicator in
            Indicator(
                id: indicator.id, title: indicator.title.th,
                subIndicators: indicator.subIndicators.map { sub in
                    SubIndicator(
                        id: sub.id, title: sub.title.th, items: sub.items.map { ListDocument.item($0, library) })
                })
        }
    }

    static func item(_ item: ChecklistItem, _ library: ChecklistLibrary) -> Item {
        let topic = library.topic(item.topic)
        return Item(
            id: item.id.text, title: item.title.th, topic: item.topic.text, currency: item.currency.text,
            elements: item.elements.compactMap { topic?.element($0) }.map { element in
                Element(
                    id: element.id, title: element.title.th,
                    confidence: min(element.confidence, item.elementConfidence).rawValue)
            },
            confidence: item.confidence.rawValue, evidence: item.evidence, sources: item.sources)
    }
}
