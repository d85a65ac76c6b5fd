import Checklists
import ThaiText

/// A topic that a line names in free words, and the part of the line in which they stand.
struct ComposedName: Sendable, Hashable {
    let topic: Int
    /// Bytes of the shadow, from the first of the words to the last.
    let range: Range<Int>
    /// True when words elsewhere on the page had to agree.
    let restsOnNear: Bool

    /// True for a shorter name inside: it is a part of what is said.
    func holds(_ name: Range<Int>) -> Bool {
        range.lowerBound <= name.lowerBound && name.upperBound <= range.upperBound
            && (restsOnNear || name.count < range.count)
    }
}

/// The wordings of a year's topics: names told by the words that they are made of.
struct Wordings: Sendable {
    private struct Rule: Sendable {
        let topic: Int
        let words: [Set<Int>]
        let near: [Set<Int>]
        let unless: Set<Int>
        let notNear: Set<Int>
    }

    private let automaton: PhraseAutomaton
    private let rules: [Rule]

    init(topics: [Topic], library: ChecklistLibrary) {
        var phrases: [String] = []
        var numbers: [String: Int] = [:]
        func group(_ entry: String) -> Set<Int> {
            Set(
                library.words(of: entry).map { word in
                    if let known = numbers[word] { return known }
                    numbers[word] = phrases.count
                    phrases.append(word)
                    return phrases.count - 1
                })
        }
        rules = topics.enumerated().flatMap { number, topic in
            topic.wordings.map { wording in
                Rule(
                    topic: number, words: wording.words.map(group), near: wording.near.map(group),
                    unless: Set(wording.unless.flatMap(group)), notNear: Set(wording.notNear.flatMap(group)))
            }
        }
        automaton = PhraseAutomaton(phrases: phrases, wholeWords: true)
    }

    var isEmpty: Bool { rules.isEmpty }

    /// The words of a line.
    func words(in text: NormalisedText) -> [PhraseHit] { automaton.hits(in: text) }

    /// What a line names.
    /// - Parameters:
    ///   - line: its words.
    ///   - near: the words of the headings, first lines and table heads of the page.
    ///   - top: those of the headings and the first few lines.
    func names(_ line: [PhraseHit], near: Set<Int>, top: Set<Int>) -> [ComposedName] {
        guard line.count > 1 else { return [] }
        let here = Set(line.map(\.phrase))
        return rules.compactMap { rule in
            guard rule.unless.isDisjoint(with: here), rule.notNear.isDisjoint(with: top),
                rule.near.allSatisfy({ !$0.isDisjoint(with: near) || !$0.isDisjoint(with: here) }),
                let range = Wordings.span(of: rule.words, in: line)
            else { return nil }
            return ComposedName(topic: rule.topic, range: range, restsOnNear: !rule.near.isEmpty)
        }
    }

    /// From the first word to the last, of each group the first word in the line; nil when a group has none, or when
    /// the words are too far from each other to be one name. A word inside another word (`เสนอ` in `ข้อเสนอแนะ`) is no
    /// word beside it.
    private static func span(of groups: [Set<Int>], in line: [PhraseHit]) -> Range<Int>? {
        var taken: [Range<Int>] = []
        for group in groups {
            let hit = line.first { hit in
                group.contains(hit.phrase)
                    && taken.allSatisfy { $0 == hit.range || !$0.holds(hit.range) && !hit.range.holds($0) }
            }
            guard let hit else { return nil }
            taken.append(hit.range)
        }
        guard let start = taken.map(\.lowerBound).min(), let end = taken.map(\.upperBound).max() else { return nil }
        return end - start <= mostSpan ? start..<end : nil
    }

    /// About a hundred Thai letters.
    private static let mostSpan = 300
}

extension Range where Bound == Int {
    fileprivate func holds(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
