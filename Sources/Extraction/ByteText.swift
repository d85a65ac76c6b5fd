/// True when `bytes`, lower-cased and without white space, hold `word` (lower-case ASCII without white space).
func containsFolded(_ bytes: some Collection<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { wanted in
        guard let first = wanted.first else { return true }
        var index = bytes.startIndex
        while index != bytes.endIndex {
            if asciiLowered(bytes[index]) == first, matches(bytes[index...], wanted) { return true }
            index = bytes.index(after: index)
        }
        return false
    }
}

private func matches(_ bytes: some Sequence<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    for byte in bytes where byte > 32 {
        guard asciiLowered(byte) == wanted[position] else { return false }
        position += 1
        if position == wanted.count { return true }
    }
    return false
}

/// Where `word` begins in `bytes` at or after `start`; ASCII letters compare without case. `word` is lower case.
func firstOffset(of word: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    word.withUTF8Buffer { wanted in
        guard bytes.count >= wanted.count, wanted.count > 0 else { return nil }
        var index = start
        while index <= bytes.count - wanted.count {
            var length = 0
            while length < wanted.count, asciiLowered(bytes[index + length]) == wanted[length] { length += 1 }
            if length == wanted.count { return index }
            index += 1
        }
        return nil
    }
}

func asciiLowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

/// FNV-1a, the same in every run.
func stableHash(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
}

/// The quoted words of a script fragment, in order; `\/` and other escapes lose their backslash.
func quotedWords(_ script: [UInt8]) -> [String] {
    var words: [String] = []
    var index = 0
    while index < script.count {
        let quote = script[index]
        index += 1
        guard quote == 34 || quote == 39 || quote == 96 else { continue }
        var word: [UInt8] = []
        while index < script.count, script[index] != quote {
            if script[index] == 92, index + 1 < script.count { index += 1 }
            word.append(script[index])
            index += 1
        }
        if index < script.count { words.append(String(decoding: word, as: UTF8.self)) }
        index += 1
    }
    return words
}

/// Without white space, bars, colons, dashes, dots and bullets at the ends; empty when nothing else is there.
func withoutOuterPunctuation(_ text: String) -> String {
    func isOuter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "|", ":", ",", "-", "/", "•", "·", "–", "—", "»", "›", ">", "*", ";", "[", "]", "\u{200B}": true
        default: false
        }
    }
    let scalars = text.unicodeScalars
    let head = scalars.drop(while: isOuter)
    guard let last = head.lastIndex(where: { !isOuter($0) }) else { return "" }
    return String(Substring(head[...last]))
}
