import Checklists
import Findings
import GradingCore
import ThaiText

/// The same body for two items that may not share one satisfies only the item that it fits better.
struct DuplicateEvidence {
    let library: ChecklistLibrary

    /// The results in the same order, those that lose their document unsatisfied.
    func applied(to results: [ItemJudging.Result]) -> [ItemJudging.Result] {
        var results = results
        var texts: [Int: Set<[UInt8]>] = [:]
        func words(_ number: Int, _ fit: FittingPage) -> Set<[UInt8]> {
            if let known = texts[number] { return known }
            let words = self.words(fit)
            texts[number] = words
            return words
        }
        let satisfied = results.indices.filter {
            results[$0].finding.verdict == .satisfied && results[$0].deciding != nil
        }
        for (position, left) in satisfied.enumerated() {
            for right in satisfied[(position + 1)...] {
                guard let one = results[left].deciding, let other = results[right].deciding,
                    results[left].finding.verdict == .satisfied, results[right].finding.verdict == .satisfied,
                    !mayShare(results[left].finding.topic, results[right].finding.topic),
                    isSame(one, other, { (words(left, one), words(right, other)) })
                else { continue }
                let isFirstBetter = isBetter(
                    one, for: results[left].finding.topic, than: other, for: results[right].finding.topic)
                let loser = isFirstBetter ? right : left
                let winner = loser == right ? left : right
                let topic = library.topic(results[loser].finding.topic)
                results[loser].finding.verdict = .unsatisfied
                results[loser].finding.reasons = [
                    Reason(
                        code: .duplicateEvidence, message: JudgementTexts.duplicate(results[winner].finding.item),
                        fix: topic?.advice, evidence: results[loser].deciding?.reading.id)
                ]
            }
        }
        return results
    }

    /// The same file, or the same words under another title.
    private func isSame(
        _ one: FittingPage, _ other: FittingPage, _ words: () -> (Set<[UInt8]>, Set<[UInt8]>)
    ) -> Bool {
        if !one.reading.sha256.isEmpty, one.reading.sha256 == other.reading.sha256 { return one.scope == other.scope }
        guard one.reading.sha256 != other.reading.sha256 else { return false }
        let (left, right) = words()
        let common = left.intersection(right).reduce(0) { $0 + $1.count }
        let most = max(left.reduce(0) { $0 + $1.count }, right.reduce(0) { $0 + $1.count })
        return common >= DuplicateEvidence.leastWords && common * 4 >= most * 3
    }

    /// The item that one document fits better: by its margin where it is the same file, else by the words that both
    /// pages share, because each has a title of its own.
    private func isBetter(
        _ one: FittingPage, for topic: TopicID, than other: FittingPage, for otherTopic: TopicID
    ) -> Bool {
        guard one.reading.sha256 != other.reading.sha256 else { return one.margin >= other.margin }
        let common = words(one).intersection(words(other))
        let units = one.page.units.filter { common.contains($0.text.bytes) }
        let (left, right) = (longestRun(units, of: topic), longestRun(units, of: otherTopic))
        return left == right ? one.margin >= other.margin : left > right
    }

    /// The longest run of letters that the texts share with a name of the topic.
    private func longestRun(_ units: [TextUnit], of topic: TopicID) -> Int {
        let names = (library.topic(topic)?.names ?? []).prefix(DuplicateEvidence.mostNames).map {
            NormalisedText.key($0)
        }
        return names.flatMap { name in units.map { DuplicateEvidence.commonRun(name, $0.text.bytes) } }.max() ?? 0
    }

    /// Bytes of the longest run that stands in both.
    private static func commonRun(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var runs = [Int](repeating: 0, count: right.count + 1)
        var longest = 0
        for byte in left {
            var before = 0
            for place in right.indices {
                let kept = runs[place + 1]
                runs[place + 1] = byte == right[place] ? before + 1 : 0
                longest = max(longest, runs[place + 1])
                before = kept
            }
        }
        return longest
    }

    /// The first names of a topic are its usual ones.
    private static let mostNames = 8

    /// Bytes of common words that are no chance: some 200 Thai letters.
    private static let leastWords = 600

    /// The texts of a page below its title.
    private func words(_ fit: FittingPage) -> Set<[UInt8]> {
        Set(
            fit.page.units.filter { unit in
                (unit.place == .body || unit.place == .tableHead) && fit.scope.holds(unit)
            }.map(\.text.bytes))
    }

    private func mayShare(_ left: TopicID, _ right: TopicID) -> Bool {
        left == right || library.topic(left)?.sharesWith.contains(right) == true
            || library.topic(right)?.sharesWith.contains(left) == true
    }
}
