import Checklists
import ThaiText

/// The signs of the checklists, normalised once.
struct SignKeys: Sendable {
    private let keys: [PageSigns.Kind: [[UInt8]]]

    init(_ signs: PageSigns) {
        keys = Dictionary(
            uniqueKeysWithValues: PageSigns.Kind.allCases.map { kind in
                (kind, signs[kind].map { NormalisedText.key($0) }.filter { !$0.isEmpty })
            })
    }

    /// Where the first of the signs of a kind stands, and which it is.
    func place(_ kind: PageSigns.Kind, in text: NormalisedText) -> (range: Range<Int>, sign: Int)? {
        for (number, key) in (keys[kind] ?? []).enumerated() {
            if let range = text.bytes.range(ofSubsequence: key) { return (range, number) }
        }
        return nil
    }

    /// All different signs of a kind in a text.
    func all(_ kind: PageSigns.Kind, in text: NormalisedText) -> Set<Int> {
        Set((keys[kind] ?? []).enumerated().filter { text.bytes.contains(subsequence: $0.element) }.map(\.offset))
    }

    func holds(_ kind: PageSigns.Kind, in text: NormalisedText) -> Bool { place(kind, in: text) != nil }

    /// How often signs of a kind stand in a text.
    func count(_ kind: PageSigns.Kind, in text: NormalisedText) -> Int {
        let bytes = text.bytes
        return (keys[kind] ?? []).reduce(0) { sum, key in
            guard bytes.count >= key.count, let first = key.first else { return sum }
            return sum
                + (0...(bytes.count - key.count)).count { start in
                    bytes[start] == first && bytes[start..<(start + key.count)].elementsEqual(key)
                }
        }
    }

    /// True for a text that begins with a sign, after a bullet or number.
    func starts(_ kind: PageSigns.Kind, _ text: NormalisedText) -> Bool {
        // A bullet is one or two marks, digits or a Latin letter; Thai letters begin with this byte.
        guard let start = text.bytes.prefix(6).firstIndex(of: 0xE0) else { return false }
        return (keys[kind] ?? []).contains { text.bytes[start...].starts(with: $0) }
    }

    /// True for words that begin with a sign.
    func starts(_ kind: PageSigns.Kind, _ bytes: [UInt8]) -> Bool {
        (keys[kind] ?? []).contains { bytes.starts(with: $0) }
    }

    /// True for a text that is a sign and nothing else.
    func isWhole(_ kind: PageSigns.Kind, _ bytes: [UInt8]) -> Bool { keys[kind]?.contains(bytes) ?? false }
}
