/// Texts as they are compared: letters and digits only, each with the place from which it came. White space, signs and what
/// is invisible differ between a page and what was read of it; letters do not.
struct FoldedText: Sendable {
    /// A stretch of one of the texts, in UTF-16 units.
    struct Place: Sendable, Hashable {
        var text: Int
        var from: Int
        var to: Int
    }

    private(set) var letters: [UInt32] = []
    private(set) var places: [Place] = []

    /// - Parameter withMarks: false leaves out Thai vowels and tones above and below, which files give in any order.
    init(_ texts: some Sequence<String>, withMarks: Bool = true) {
        for (number, text) in texts.enumerated() {
            var offset = 0
            for scalar in text.unicodeScalars {
                let length = scalar.value > 0xFFFF ? 2 : 1
                let place = Place(text: number, from: offset, to: offset + length)
                offset += length
                for letter in FoldedText.folded(scalar) where withMarks || !FoldedText.isMark(letter) {
                    letters.append(letter)
                    places.append(place)
                }
            }
        }
    }

    /// Above and below Thai consonants.
    private static func isMark(_ letter: UInt32) -> Bool {
        letter == 0x0E31 || (0x0E34...0x0E3A).contains(letter) || (0x0E47...0x0E4E).contains(letter)
    }

    /// Nothing for what does not count. Sara am is nikhahit and sara aa, sara ae two sara e: both spellings are seen.
    private static func folded(_ scalar: Unicode.Scalar) -> [UInt32] {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return [scalar.value]
        case 0x41...0x5A: return [scalar.value + 32]
        case 0..<0x80: return []
        case 0x0E33: return [0x0E4D, 0x0E32]
        case 0x0E41: return [0x0E40, 0x0E40]
        case 0x0E01...0x0E2E, 0x0E30...0x0E3A, 0x0E40...0x0E4E, 0x0E50...0x0E59: return [scalar.value]
        case 0x2588: return [0x78]
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber,
            .nonspacingMark, .spacingMark, .letterNumber, .otherNumber:
            return scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
        default: return []
        }
    }
}
