import Checklists
import GradingCore
import ThaiText

/// All phrases of a year's topics in one automaton, and what each of them means to whom.
struct TopicIndex: Sendable {
    /// What one phrase means to one topic.
    struct Use: Sendable, Hashable {
        enum Kind: UInt8, Sendable {
            case name, signal, against
            /// Only elements look for the phrase.
            case element
            /// It says that nothing is here yet.
            case emptiness
            /// It says that the content shows only in a browser.
            case unseen
        }
        var kind: Kind
        /// -1 for elements and emptiness.
        var topic = -1
        var weight = 0
        var places: PlaceSet = []
        /// The same for the same kind, topic and phrase: of those the strongest counts.
        var slot = -1
    }

    let topics: [Topic]
    let automaton: PhraseAutomaton
    let wordings: Wordings
    /// By phrase of the automaton.
    let uses: [[Use]]
    /// How many slots signals and counter-signals have.
    let slotCount: Int
    /// By phrase: whether some topic is named, and whether it says that nothing is here yet.
    private let isNamePhrase: [Bool]
    private let isEmptinessPhrase: [Bool]
    private let isUnseenPhrase: [Bool]
    /// By topic: the topics that may be answered with the same page, and the matchers of its elements by id.
    private let sharing: [Set<Int>]
    private let matchers: [[String: PreparedMatcher]]
    private let numbers: [[UInt8]: Int]
    private let topicNumbers: [TopicID: Int]
    /// Words by which a page shows that something is not on it.
    let signs: SignKeys
    /// Hosts of social networks, lower case.
    let socialHosts: [String]
    /// Words before a name that make it a reference, normalised.
    private let referring: [[UInt8]]
    /// Words that begin a line of names of other pages, normalised.
    private let pointing: [[UInt8]]
    private let titleMarks: [[UInt8]]

    init(list: YearList, library: ChecklistLibrary) {
        let ids = Set(list.items.map(\.topic))
        let topics = library.topics.filter { ids.contains($0.id) }
        let topicNumbers = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1.id, $0) })
        let table = PhraseTable(topics: topics, list: list, library: library)
        self.topics = topics
        self.topicNumbers = topicNumbers
        uses = table.uses
        slotCount = table.slotCount
        numbers = table.numbers
        isNamePhrase = table.uses.map { $0.contains { $0.kind == .name } }
        isEmptinessPhrase = table.uses.map { $0.contains { $0.kind == .emptiness } }
        isUnseenPhrase = table.uses.map { $0.contains { $0.kind == .unseen } }
        sharing = topics.map { Set($0.sharesWith.compactMap { topicNumbers[$0] }) }
        matchers = topics.map { topic in
            Dictionary(
                topic.elements.map { ($0.id, PreparedMatcher($0.match) { table.numbers[NormalisedText.key($0)] }) },
                uniquingKeysWith: { first, _ in first })
        }
        referring = library.referringWords.map { NormalisedText.key($0) }.filter { !$0.isEmpty }
        titleMarks = library.titleMarks.map { NormalisedText.key($0) }.filter { !$0.isEmpty }
        pointing = library.pointingWords.map { NormalisedText.key($0) }.filter { !$0.isEmpty }
        signs = SignKeys(library.signs)
        socialHosts = library.signs[.socialHosts].map { $0.lowercased() }
        automaton = PhraseAutomaton(phrases: table.phrases, wholeWords: true)
        wordings = Wordings(topics: topics, library: library)
    }

    /// True for words that only point to a thing: "according to the plan".
    func isReferredTo(_ range: Range<Int>, in text: NormalisedText) -> Bool {
        let before = text.bytes[..<range.lowerBound]
        return referring.contains { before.count >= $0.count && before.suffix($0.count).elementsEqual($0) }
    }

    /// True for words in a line with which its title begins: at its start, or after the mark of an official notice
    /// ("notice of the agency, subject: …").
    /// - Parameter most: bytes that may stand before the words.
    func isTitle(_ range: Range<Int>, in text: NormalisedText, most: Int) -> Bool {
        if range.lowerBound <= most { return true }
        let before = text.bytes[max(0, range.lowerBound - TopicIndex.mostAfterMark)..<range.lowerBound]
        return titleMarks.contains { Array(before).contains(subsequence: $0) }
    }

    /// Between the mark and the name stand a verb or two: about sixteen Thai letters with the mark.
    private static let mostAfterMark = 54

    /// True for a line that names other pages.
    func isPointing(_ text: NormalisedText) -> Bool { pointing.contains { text.bytes.starts(with: $0) } }

    func isName(_ hit: PhraseHit) -> Bool { isNamePhrase[hit.phrase] }

    /// True for the name of one topic.
    func names(_ topic: Int, _ hit: PhraseHit) -> Bool {
        isNamePhrase[hit.phrase] && uses[hit.phrase].contains { $0.kind == .name && $0.topic == topic }
    }

    /// The topics that a hit names.
    func topics(named hit: PhraseHit) -> [Int] { uses[hit.phrase].filter { $0.kind == .name }.map(\.topic) }

    /// How strongly a hit at a place speaks against a topic, from 1 to 5; 0 when it does not.
    func weight(against topic: Int, _ hit: PhraseHit, at place: Place) -> Int {
        uses[hit.phrase].filter { $0.kind == .against && $0.topic == topic && $0.places.allows(place) }
            .map(\.weight).max() ?? 0
    }

    func isEmptiness(_ hit: PhraseHit) -> Bool { isEmptinessPhrase[hit.phrase] }

    func isUnseenSign(_ hit: PhraseHit) -> Bool { isUnseenPhrase[hit.phrase] }

    /// True when some topic is named.
    func namesAny(_ hits: [PhraseHit]) -> Bool { hits.contains(where: isName) }

    /// The automaton's number of a phrase; nil for one that no topic of the year knows.
    func number(of phrase: String) -> Int? { numbers[NormalisedText.key(phrase)] }

    func topicNumber(_ id: TopicID) -> Int? { topicNumbers[id] }

    /// True when both topics may be answered with the same page, as the first one says.
    func mayShare(_ topic: Int, with other: Int) -> Bool { sharing[topic].contains(other) }

    /// The matcher of an element of a topic; nil when the topic has none such.
    func matcher(topic: Int, element: String) -> PreparedMatcher? { matchers[topic][element] }

    /// Hits of a text without the names that lie inside a longer name ("plan" inside "progress of the plan" is no plan)
    /// and those that are only referred to ("results according to the plan").
    func hits(in text: NormalisedText) -> [PhraseHit] {
        var all = automaton.hits(in: text)
        guard namesAny(all) else { return all }
        let referred = all.filter { isName($0) && isReferredTo($0.range, in: text) }.map(\.range)
        all.removeAll { hit in
            isName(hit)
                && referred.contains {
                    $0.lowerBound <= hit.range.lowerBound && hit.range.upperBound <= $0.upperBound
                }
        }
        let names = all.filter(isName)
        guard names.count > 1 else { return all }
        all.removeAll { hit in
            isName(hit)
                && names.contains { other in
                    other.range.count > hit.range.count && other.range.lowerBound <= hit.range.lowerBound
                        && hit.range.upperBound <= other.range.upperBound
                }
        }
        return all
    }
}
