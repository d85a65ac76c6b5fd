/// Text as phrases are compared: lower-case Latin, Arabic digits, composed sara am, no white space, no zero-width
/// characters.
func foldedForPhrases(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var hasNikhahit = false
    for scalar in text.unicodeScalars {
        let value = scalar.value
        if value == 0x0E32, hasNikhahit {
            folded.removeLast(3)
            folded.append(contentsOf: [0xE0, 0xB8, 0xB3])
            hasNikhahit = false
            continue
        }
        hasNikhahit = value == 0x0E4D
        switch value {
        case 0...0x20, 0x7F, 0xA0, 0x200B...0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF, 0xAD: continue
        case 0x41...0x5A: folded.append(UInt8(value) + 32)
        case 0x21...0x7E: folded.append(UInt8(value))
        case 0x0E50...0x0E59: folded.append(UInt8(value - 0x0E50) + 48)
        default: folded.append(contentsOf: Array(String(scalar).utf8))
        }
    }
    return folded
}

/// How often `phrase` occurs in `text`, both folded, without overlap; stops counting at `limit`.
func occurrences(of phrase: [UInt8], in text: [UInt8], limit: Int = .max) -> Int {
    guard let last = phrase.last, phrase.count <= text.count else { return 0 }
    var count = 0
    var end = phrase.count - 1
    while end < text.count {
        // The last byte of a Thai phrase tells more than its first, which nearly every Thai character shares.
        if text[end] == last, matches(text, at: end + 1 - phrase.count, phrase) {
            count += 1
            if count >= limit { return count }
            end += phrase.count
        } else {
            end += 1
        }
    }
    return count
}

private func matches(_ text: [UInt8], at start: Int, _ phrase: [UInt8]) -> Bool {
    for offset in phrase.indices where text[start + offset] != phrase[offset] { return false }
    return true
}
