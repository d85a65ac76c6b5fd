/// Text as phrases are compared: lower-case Latin, Arabic digits, composed sara am, no white space, no zero-width
/// characters.
func foldedForPhrases(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
        // Nothing becomes longer, so one reservation suffices.
        [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
            var folding = PhraseFolding(output)
            folding.add(bytes)
            count = folding.count
        }
    }
}

/// Folds bytes of valid UTF-8 into room that is large enough. Works on bytes: every text of every page comes here.
private struct PhraseFolding {
    private let output: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0
    /// The scalar before was nikhahit: sara aa makes sara am of it.
    private var hasNikhahit = false

    init(_ output: UnsafeMutableBufferPointer<UInt8>) { self.output = output }

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            if first < 0x80 {
                hasNikhahit = false
                index += 1
                // White space and controls, 0x7F among them.
                if first &- 0x21 < 0x5E { append(first &- 0x41 < 26 ? first | 0x20 : first) }
            } else if first == 0xE0, index + 2 < bytes.count, bytes[index + 1] & 0xFE == 0xB8 {
                thai(bytes[index + 1], bytes[index + 2])
                index += 3
            } else {
                let length = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, bytes.count - index)
                hasNikhahit = false
                if !PhraseFolding.isDropped(bytes, index, length) {
                    for step in 0..<length { append(bytes[index + step]) }
                }
                index += length
            }
        }
    }

    private mutating func append(_ byte: UInt8) {
        output[count] = byte
        count += 1
    }

    /// U+0E00 to U+0E7F by its second and third byte.
    private mutating func thai(_ second: UInt8, _ third: UInt8) {
        if second == 0xB8, third == 0xB2, hasNikhahit {
            // Sara am in place of the nikhahit that was written last.
            output[count - 2] = 0xB8
            output[count - 1] = 0xB3
            hasNikhahit = false
            return
        }
        hasNikhahit = second == 0xB9 && third == 0x8D
        if second == 0xB9, third &- 0x90 < 10 { return append(third &- 0x90 &+ 48) }
        append(0xE0)
        append(second)
        append(third)
    }

    /// No-break space, soft hyphen, U+200B to U+200F, U+2028, U+2029, U+2060, U+FEFF.
    private static func isDropped(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
        switch (bytes[index], bytes[index + length - 1]) {
        case (0xC2, 0xA0), (0xC2, 0xAD): return true
        case (0xE2, 0x8B...0x8F), (0xE2, 0xA8), (0xE2, 0xA9): return length == 3 && bytes[index + 1] == 0x80
        case (0xE2, 0xA0): return length == 3 && bytes[index + 1] == 0x81
        case (0xEF, 0xBF): return length == 3 && bytes[index + 1] == 0xBB
        default: return false
        }
    }
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
