import Checklists
import GradingCore
import ThaiText

/// The phrases of a list's topics, each once, with all their uses.
struct PhraseTable {
    private(set) var phrases: [String] = []
    /// By phrase.
    private(set) var uses: [[TopicIndex.Use]] = []
    /// By normalised phrase.
    private(set) var numbers: [[UInt8]: Int] = [:]
    private(set) var slotCount = 0

    init(topics: [Topic], list: YearList, library: ChecklistLibrary) {
        for (number, topic) in topics.enumerated() {
            for name in topic.names { add(name, .name, topic: number) }
            for signal in topic.signals { add(signal.phrase, .signal, topic: number, signal) }
            for signal in topic.against { add(signal.phrase, .against, topic: number, signal) }
            for phrase in topic.elements.flatMap(\.match.phrases) { add(phrase, .element) }
        }
        let topicNumbers = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1.id, $0) })
        for item in list.items {
            if let number = topicNumbers[item.topic] { add(item.title.th, .name, topic: number) }
        }
        // Other spellings come last: what is the true name of one topic is never the other spelling of another.
        let trueNames = Set(numbers.filter { entry in uses[entry.value].contains { $0.kind == .name } }.map(\.key))
        for (number, topic) in topics.enumerated() {
            let titles = list.items.filter { $0.topic == topic.id }.map(\.title.th)
            for spelling in (topic.names + titles).flatMap(library.otherSpellings) {
                let key = NormalisedText.key(spelling)
                if key.count >= 24, !trueNames.contains(key) { add(spelling, .name, topic: number) }
            }
        }
        for phrase in ShellSigns.phrases { add(phrase, .emptiness) }
        for phrase in library.unseenSigns { add(phrase, .unseen) }
    }

    private mutating func add(_ phrase: String, _ kind: TopicIndex.Use.Kind, topic: Int = -1, _ signal: Signal? = nil) {
        let key = NormalisedText.key(phrase)
        guard !key.isEmpty else { return }
        let number = numbers[key] ?? phrases.count
        if number == phrases.count {
            numbers[key] = number
            phrases.append(phrase)
            uses.append([])
        }
        var use = TopicIndex.Use(
            kind: kind, topic: topic, weight: signal?.weight ?? 0, places: PlaceSet(signal?.places ?? []))
        if signal != nil {
            let known = uses[number].first { $0.kind == kind && $0.topic == topic }
            use.slot = known?.slot ?? slotCount
            if known == nil { slotCount += 1 }
        }
        if !uses[number].contains(use) { uses[number].append(use) }
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
