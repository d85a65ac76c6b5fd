/// Finds indicators whose name was misspelt or lost its marks: compares consonants only, which broken text layers and
/// typing mistakes leave alone most often.
struct NameMatching: Sendable {
    private struct Name {
        var id: String
        var letters: [UInt32]
    }

    private let names: [Name]
    /// A shorter rest says nothing.
    private static let leastLetters = 5
    /// A text much longer than any name is a sentence.
    private static let mostLetters = 48

    init(_ given: [(id: String, text: String)]) {
        names = given.map { Name(id: $0.id, letters: NameMatching.consonants($0.text)) }.filter { $0.letters.count > 5 }
    }

    /// The only indicator that few slips turn the text into; nil where none or more than one would do.
    func indicator(in text: String) -> String? {
        let letters = NameMatching.consonants(text)
        guard (NameMatching.leastLetters...NameMatching.mostLetters).contains(letters.count) else { return nil }
        var nearest: [String: Int] = [:]
        for name in names {
            let distance = NameMatching.distance(name.letters, within: letters)
            // Slips and what stands around the name.
            let surplus = max(0, letters.count - name.letters.count - 8) / 4
            if distance + surplus <= max(1, name.letters.count / 5) {
                nearest[name.id] = min(nearest[name.id] ?? .max, distance + surplus)
            }
        }
        let ranked = nearest.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let best = ranked.first else { return nil }
        return ranked.count == 1 || ranked[1].value > best.value + 1 ? best.key : nil
    }

    /// Thai consonants and lower-case Latin letters.
    static func consonants(_ text: String) -> [UInt32] {
        text.unicodeScalars.compactMap { scalar in
            switch scalar.value {
            case 0x0E01...0x0E2E: scalar.value
            case 0x61...0x7A: scalar.value
            case 0x41...0x5A: scalar.value + 32
            default: nil
            }
        }
    }

    /// Slips between `name` and the part of `text` that is nearest to it (Sellers).
    static func distance(_ name: [UInt32], within text: [UInt32]) -> Int {
        var column = Array(0...name.count)
        var best = column[name.count]
        for letter in text {
            var diagonal = column[0]
            for row in name.indices {
                let above = column[row + 1]
                column[row + 1] =
                    name[row] == letter ? diagonal : min(diagonal, min(above, column[row])) + 1
                diagonal = above
            }
            best = min(best, column[name.count])
        }
        return best
    }
}
