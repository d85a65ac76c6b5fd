import Checklists
import GradingCore
import Judging
import Synchronization
import ThaiText

/// Which item of the year a title on an index means. By the names of the topics that also judge pages, and by how much
/// a title is like the official ones of any year; numbers are not looked at.
final class ItemNaming: Sendable {
    /// An item and how surely a title means it, 0...100.
    struct Choice: Sendable, Hashable {
        var item: ItemID
        var points: Int
    }

    let list: YearList
    private let judge: Judge
    private let titles: TitleTable
    /// By number of the title.
    private let titleItems: [ItemID]
    private let known = Mutex<[String: [Choice]]>([:])
    /// Titles of other years whose topic this year does not ask for.
    private let foreign: TitleTable
    /// Titles of sub-indicators of all years.
    private let partTitles: [TitleLetters]
    /// Ids of indicators and sub-indicators (`9.1`).
    private let parts: Set<String>
    private let noise: [[UInt8]]
    /// By year of the list: what its item numbers are called in the list that is asked for.
    private let numberings: [Int: [Int: ItemID]]
    /// By year of the list: numbers of items that the list that is asked for does not have.
    private let strangers: [Int: Set<Int>]

    init(list: YearList, library: ChecklistLibrary, judge: Judge, noise: [String]) {
        self.list = list
        self.judge = judge
        self.noise = noise.map(NormalisedText.key).sorted { $0.count > $1.count }
        let items = Dictionary(list.items.map { ($0.topic, $0.id) }, uniquingKeysWith: { first, _ in first })
        var spellings: [(ItemID, String)] = list.items.map { ($0.id, $0.title.th) }
        var foreign: [String] = []
        for item in library.years.filter({ $0.year != list.year }).flatMap(\.items) {
            if let own = items[item.topic] {
                spellings.append((own, item.title.th))
            } else {
                foreign.append(item.title.th)
            }
        }
        for item in list.items {
            for name in library.topic(item.topic)?.names ?? [] { spellings.append((item.id, name)) }
        }
        var numberings: [Int: [Int: ItemID]] = [:]
        var strangers: [Int: Set<Int>] = [:]
        for year in library.years {
            for item in year.items {
                guard let number = item.id.number else { continue }
                if let own = items[item.topic] {
                    numberings[year.year, default: [:]][number] = own
                } else {
                    strangers[year.year, default: []].insert(number)
                }
            }
        }
        numberings[list.year] = Dictionary(
            list.items.compactMap { item in item.id.number.map { ($0, item.id) } },
            uniquingKeysWith: { first, _ in first })
        self.numberings = numberings
        self.strangers = strangers
        let noiseKeys = self.noise
        parts = Set(library.years.flatMap { $0.indicators.flatMap(\.subIndicators).map(\.id) })
        self.foreign = TitleTable(Set(foreign).sorted().map { TitleLetters($0, without: noiseKeys) })
        partTitles = Set(library.years.flatMap { $0.indicators.flatMap(\.subIndicators).map(\.title.th) }).sorted()
            .map { TitleLetters($0, without: noiseKeys) }
        let letters = spellings.map { TitleLetters($0.1, without: noiseKeys) }
        titles = TitleTable(letters)
        titleItems = spellings.map(\.0)
    }

    /// Years whose numbers are known.
    var years: [Int] { numberings.keys.sorted() }

    /// The item of this year that has the topic of a number in another year's list; nil where that year has no such
    /// number, or this year no such topic.
    func item(number: Int, inListOf year: Int) -> ItemID? { numberings[year]?[number] }

    /// True for a number of another year's list whose item this year does not ask for.
    func isStranger(number: Int, inListOf year: Int) -> Bool { strangers[year]?.contains(number) ?? false }

    /// The items that a title may mean, likeliest first; the item's number, dates and empty words are not part of it.
    func choices(for title: String) -> [Choice] {
        if let choices = known.withLock({ $0[title] }) { return choices }
        let choices = read(title)
        known.withLock { if $0.count < ItemNaming.mostKnown { $0[title] = choices } }
        return choices
    }

    private static let mostKnown = 20_000

    private func read(_ title: String) -> [Choice] {
        if isPart(title) { return [] }
        let text = ItemNaming.withoutLabel(title)
        let letters = TitleLetters(text, without: noise)
        guard letters.count >= 3 else { return [] }
        var points: [ItemID: Int] = [:]
        for named in judge.items(namedIn: text) {
            let base = ItemNaming.points(ofShare: named.share)
            points[named.item] = named.isComposed ? min(base, 72) : base
        }
        for (number, likeness) in titles.likenesses(of: letters, least: 50) {
            let item = titleItems[number]
            if likeness > points[item] ?? 0 { points[item] = likeness }
        }
        let best = points.values.max() ?? 0
        let strange = foreign.likenesses(of: letters, least: 85).map(\.likeness).max() ?? 0
        if strange >= 85, strange > best + 8 { return [] }
        if best < 80, partTitles.contains(where: { letters.likeness(to: $0) >= 95 }) { return [] }
        return points.map { Choice(item: $0.key, points: $0.value) }
            .sorted { ($1.points, $0.item) < ($0.points, $1.item) }
    }

    /// What a known name that fills so much of a title is worth.
    private static func points(ofShare share: Int) -> Int {
        switch share {
        case 70...: 88
        case 45..<70: 80
        case 25..<45: 68
        default: 50
        }
    }

    /// True for the heading of a part of the list: the number of an indicator or sub-indicator stands in it before
    /// anything else (`ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน`).
    func isPart(_ title: String) -> Bool {
        let digits = NormalisedText.key(title).drop { !(48...57).contains($0) }
        let number = digits.prefix { (48...57).contains($0) || $0 == 46 }
        guard number.contains(46) else { return false }
        return parts.contains(String(decoding: number, as: UTF8.self))
    }

    /// What stands behind the number of an item.
    static func withoutLabel(_ title: String) -> String {
        guard let label = ItemLabel(parsing: title) else { return title }
        let rest = String(decoding: Array(title.utf8).dropFirst(label.length), as: UTF8.self)
        return String(rest.drop { " .:-–—|)]/".contains($0) })
    }
}

/// The letters of a title in threes, to compare it with others.
struct TitleLetters: Sendable {
    fileprivate let triples: Set<UInt64>
    fileprivate let bytes: [UInt8]
    /// Letters, marks included.
    let count: Int

    init(_ title: String, without noise: [[UInt8]]) {
        var bytes = NormalisedText.key(title).filter { byte in
            // Years and numbers belong to no name, nor does what stands around them.
            !(48...57).contains(byte) && !TitleLetters.signs.contains(byte)
        }
        for word in noise { TitleLetters.remove(word, from: &bytes) }
        self.bytes = bytes
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        count = scalars.count
        var triples: Set<UInt64> = []
        if scalars.count >= 3 {
            for index in 0...(scalars.count - 3) {
                triples.insert(
                    UInt64(scalars[index].value) << 42 | UInt64(scalars[index + 1].value) << 21
                        | UInt64(scalars[index + 2].value))
            }
        }
        self.triples = triples
    }

    private static let signs: Set<UInt8> = Set(" .,:;()[]{}/\\|-_*\"'!?#".utf8)

    private static func remove(_ word: [UInt8], from bytes: inout [UInt8]) {
        guard !word.isEmpty, word.count <= bytes.count else { return }
        var index = 0
        while index + word.count <= bytes.count {
            if bytes[index] == word[0], bytes[index..<(index + word.count)].elementsEqual(word) {
                bytes.removeSubrange(index..<(index + word.count))
            } else {
                index += 1
            }
        }
    }

    /// 0...100; 100 for the same letters, 99 at most for others.
    func likeness(to other: TitleLetters) -> Int {
        if bytes == other.bytes { return 100 }
        guard !triples.isEmpty, !other.triples.isEmpty else { return 0 }
        let common =
            triples.count < other.triples.count
            ? triples.count { other.triples.contains($0) } : other.triples.count { triples.contains($0) }
        return common * 2 * 99 / (triples.count + other.triples.count)
    }
}

/// Many titles, to be compared with one at a time.
struct TitleTable: Sendable {
    private let titles: [TitleLetters]
    private let holders: [UInt64: [Int]]

    init(_ titles: [TitleLetters]) {
        self.titles = titles
        var holders: [UInt64: [Int]] = [:]
        for (number, title) in titles.enumerated() where title.count >= 3 {
            for triple in title.triples { holders[triple, default: []].append(number) }
        }
        self.holders = holders
    }

    /// The titles that are alike, by number.
    func likenesses(of letters: TitleLetters, least: Int) -> [(number: Int, likeness: Int)] {
        var common: [Int: Int] = [:]
        for triple in letters.triples {
            for number in holders[triple] ?? [] { common[number, default: 0] += 1 }
        }
        return common.compactMap { number, count in
            let title = titles[number]
            let likeness =
                title.bytes == letters.bytes
                ? 100 : count * 2 * 99 / (title.triples.count + letters.triples.count)
            return likeness >= least ? (number, likeness) : nil
        }
    }
}
