import Checklists
import ThaiText

/// One run of text of a page with its place, hits and dates. Furniture has none.
struct TextUnit: Sendable {
    /// Held by reference: units are looked at one by one for every item.
    private final class Reading: Sendable {
        let place: Place
        let text: NormalisedText
        let block: Int?
        let table: Int?
        let headingPath: [Int]
        let hits: [PhraseHit]
        let dates: [TextDate]
        let level: Int

        init(
            place: Place, text: NormalisedText, block: Int?, table: Int?, headingPath: [Int], hits: [PhraseHit],
            dates: [TextDate], level: Int
        ) {
            self.place = place
            self.text = text
            self.block = block
            self.table = table
            self.headingPath = headingPath
            self.hits = hits
            self.dates = dates
            self.level = level
        }
    }

    private let reading: Reading
    /// One of the first lines of the content that begins with the name of a topic: "Plan …, fiscal year 2566".
    var opensWithName = false
    /// Topics that the line names in free words.
    var composed: [ComposedName] = []

    init(
        place: Place, text: NormalisedText, block: Int?, table: Int?, headingPath: [Int], hits: [PhraseHit],
        dates: [TextDate], level: Int
    ) {
        reading = Reading(
            place: place, text: text, block: block, table: table, headingPath: headingPath, hits: hits, dates: dates,
            level: level)
    }

    var place: Place { reading.place }
    var text: NormalisedText { reading.text }
    /// Index into the document's blocks; nil for title, file name and table captions.
    var block: Int? { reading.block }
    /// The data table whose cell it is.
    var table: Int? { reading.table }
    /// Headings above it.
    var headingPath: [Int] { reading.headingPath }
    var hits: [PhraseHit] { reading.hits }
    var dates: [TextDate] { reading.dates }
    /// Heading level, 0 for what is no heading.
    var level: Int { reading.level }
}

extension TextUnit {
    /// True when the line names the topic, in its own name or in free words.
    func names(_ topic: Int, index: TopicIndex) -> Bool {
        composed.contains { $0.topic == topic } || hits.contains { index.names(topic, $0) && !isPart($0, of: topic) }
    }

    /// True for the name of another topic that is only a part of what the line says: "progress of the plan".
    func isPart(_ hit: PhraseHit, of topic: Int) -> Bool {
        guard !composed.isEmpty, !composed.contains(where: { $0.topic == topic }) else { return false }
        return composed.contains { $0.holds(hit.range) }
    }

    /// Percent of the text that a hit fills.
    func share(of hit: PhraseHit) -> Int { hit.range.count * 100 / max(1, text.bytes.count) }

    /// Old pages have no headings: a line of the text that is a name and nothing else acts as one.
    var actingPlace: Place {
        guard place == .body, table == nil else { return place }
        // The lines of a file may be run together: its title is then the beginning of a paragraph.
        if opensWithName, text.bytes.count < 1_500 { return .heading }
        guard text.bytes.count < 600 else { return place }
        let least = text.bytes.count < 150 ? 50 : 75
        let isTitle = text.bytes.count < 240 && hits.contains { share(of: $0) >= least }
        return isTitle ? .heading : place
    }
}
