import Checklists
import FoundationEssentials
import GradingCore
import WebEvidence

/// An index that stands in a page as data (JSON-LD, an `ItemList` of `Dataset`s with `oit:` terms): it is taken as it
/// is, item by topic.
struct DeclaredIndex: Sendable {
    let year: Int
    let pairs: [IndexPair]

    private struct List: Decodable {
        var format: String?
        var year: Int
        var elements: [Element]

        enum CodingKeys: String, CodingKey {
            case format = "oit:format"
            case year = "oit:fiscalYear"
            case elements = "itemListElement"
        }
    }

    private struct Element: Decodable {
        var item: Dataset
    }

    private struct Dataset: Decodable {
        var identifier: String
        var name: String?
        var topic: String?
        var distribution: [Download]?

        enum CodingKeys: String, CodingKey {
            case identifier, name, distribution
            case topic = "oit:topic"
        }
    }

    private struct Download: Decodable {
        var contentURL: String

        enum CodingKeys: String, CodingKey {
            case contentURL = "contentUrl"
        }
    }

    /// Nil when no block is one. Of several the one of the year that is asked for, else the first.
    init?(blocks: [[UInt8]], page: PageAddress, naming: ItemNaming) {
        let lists = blocks.compactMap(DeclaredIndex.list)
        guard let list = lists.first(where: { $0.year == naming.list.year }) ?? lists.first else { return nil }
        year = list.year
        guard list.year == naming.list.year else {
            pairs = []
            return
        }
        pairs = list.elements.compactMap { DeclaredIndex.pair($0.item, page: page, naming: naming) }
    }

    private static func list(_ block: [UInt8]) -> List? {
        // Other vocabularies of the same kind of block are no index.
        do { return try JSONDecoder().decode(List.self, from: Data(block)) } catch { return nil }
    }

    private static func pair(_ dataset: Dataset, page: PageAddress, naming: ItemNaming) -> IndexPair? {
        let byTopic = dataset.topic.flatMap { topic in naming.list.items.first { $0.topic.text == topic } }
        guard let item = byTopic ?? naming.list.item(ItemID(dataset.identifier)) else { return nil }
        var seen: Set<String> = []
        let addresses = (dataset.distribution ?? []).compactMap { download -> PageAddress? in
            do {
                let address = try PageAddress(download.contentURL, relativeTo: page)
                return seen.insert(address.text).inserted ? address : nil
            } catch { return nil }
        }
        guard !addresses.isEmpty else { return nil }
        return IndexPair(
            item: item.id, addresses: addresses, words: "\(dataset.identifier.uppercased()) \(dataset.name ?? "")",
            headings: [], confidence: .high)
    }
}
