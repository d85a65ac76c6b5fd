import Checklists
import GradingCore
import ThaiText

/// All phrases of a year's topics in one automaton, and what each of them means to whom.
struct TopicIndex: Sendable {
    enum Use: Sendable, Hashable {
        case name(topic: Int)
        case signal(topic: Int, weight: Int, places: [Place])
        case against(topic: Int, weight: Int, places: [Place])
        /// Only elements look for the phrase.
        case element
        /// It says that nothing is here yet.
        case emptiness

        var isName: Bool { if case .name = self { true } else { false } }
    }

    let topics: [Topic]
    let automaton: PhraseAutomaton
    /// By phrase of the automaton.
    let uses: [[Use]]
    /// Length in bytes of each phrase, normalised.
    private let numbers: [[UInt8]: Int]
    private let topicNumbers: [TopicID: Int]
    /// Words before a name that make it a reference, normalised.
    private let referring: [[UInt8]]

    init(list: YearList, library: ChecklistLibrary) {
        let ids = Set(list.items.map(\.topic))
        let topics = library.topics.filter { ids.contains($0.id) }
        var phrases: [String] = []
        var uses: [[Use]] = []
        var numbers: [[UInt8]: Int] = [:]
        func add(_ phrase: String, _ use: Use) {
            let key = NormalisedText.key(phrase)
            guard !key.isEmpty else { return }
            if let number = numbers[key] {
                if !uses[number].contains(use) { uses[number].append(use) }
            } else {
                numbers[key] = phrases.count
                phrases.append(phrase)
                uses.append([use])
            }
        }
        var topicNumbers: [TopicID: Int] = [:]
        for (number, topic) in topics.enumerated() {
            topicNumbers[topic.id] = number
            for name in topic.names { add(name, .name(topic: number)) }
            for signal in topic.signals {
                add(signal.phrase, .signal(topic: number, weight: signal.weight, places: signal.places))
            }
            for signal in topic.against {
                add(signal.phrase, .against(topic: number, weight: signal.weight, places: signal.places))
            }
            for phrase in topic.elements.flatMap(\.match.phrases) { add(phrase, .element) }
        }
        for item in list.items {
            if let number = topicNumbers[item.topic] { add(item.title.th, .name(topic: number)) }
        }
        // Other spellings come last: what is the true name of one topic is never the other spelling of another.
        let trueNames = Set(numbers.filter { entry in uses[entry.value].contains { $0.isName } }.map(\.key))
        for (number, topic) in topics.enumerated() {
            let titles = list.items.filter { $0.topic == topic.id }.map(\.title.th)
            for spelling in (topic.names + titles).flatMap(library.otherSpellings) {
                let key = NormalisedText.key(spelling)
                if key.count >= 24, !trueNames.contains(key) { add(spelling, .name(topic: number)) }
            }
        }
        for phrase in ShellSigns.phrases { add(phrase, .emptiness) }
        self.topics = topics
        self.uses = uses
        self.numbers = numbers
        referring = library.referringWords.map { NormalisedText.key($0) }.filter { !$0.isEmpty }
        self.topicNumbers = topicNumbers
        automaton = PhraseAutomaton(phrases: phrases)
    }

    private func isReferredTo(_ hit: PhraseHit, in text: NormalisedText) -> Bool {
        let before = text.bytes[..<hit.range.lowerBound]
        return referring.contains { before.count >= $0.count && before.suffix($0.count).elementsEqual($0) }
    }

    /// True when some topic is named.
    func namesAny(_ hits: [PhraseHit]) -> Bool {
        hits.contains { hit in uses[hit.phrase].contains { $0.isName } }
    }

    /// The automaton's number of a phrase; nil for one that no topic of the year knows.
    func number(of phrase: String) -> Int? { numbers[NormalisedText.key(phrase)] }

    func topicNumber(_ id: TopicID) -> Int? { topicNumbers[id] }

    /// Hits of a text without the names that lie inside a longer name ("plan" inside "progress of the plan" is no plan)
    /// and those that are only referred to ("results according to the plan").
    func hits(in text: NormalisedText) -> [PhraseHit] {
        let all = automaton.hits(in: text).filter { hit in
            !uses[hit.phrase].contains { $0.isName } || !isReferredTo(hit, in: text)
        }
        let names = all.filter { hit in uses[hit.phrase].contains { $0.isName } }
        guard names.count > 1 else { return all }
        return all.filter { hit in
            guard uses[hit.phrase].contains(where: { $0.isName }) else { return true }
            return !names.contains { other in
                other.range.count > hit.range.count && other.range.lowerBound <= hit.range.lowerBound
                    && hit.range.upperBound <= other.range.upperBound
            }
        }
    }
}

/// What stands on a page that promises content and has none.
enum ShellSigns {
    static let phrases = [
        "อยู่ระหว่างดำเนินการ", "อยู่ระหว่างการดำเนินการ", "อยู่ระหว่างปรับปรุง", "อยู่ระหว่างการปรับปรุง", "อยู่ระหว่างจัดทำ", "อยู่ระหว่างรวบรวม",
        "อยู่ระหว่างการรวบรวม",
        "อยู่ระหว่างการจัดทำ", "ไม่พบข้อมูล", "ยังไม่มีข้อมูล", "กำลังปรับปรุงข้อมูล", "กำลังดำเนินการ", "รอการปรับปรุง", "รอข้อมูล",
        "coming soon", "under construction", "no data", "ไม่มีรายการ",
    ]
}
