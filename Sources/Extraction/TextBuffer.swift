/// Text in the making: white space folded to single spaces, none at the ends, control characters dropped.
struct TextBuffer {
    private(set) var bytes: [UInt8] = []
    private var hasPendingSpace = false

    var isEmpty: Bool { bytes.isEmpty }
    var count: Int { bytes.count }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        hasPendingSpace = false
    }

    mutating func appendSpace() { hasPendingSpace = !bytes.isEmpty }

    /// Appends UTF-8; zero-width characters stay, no-break and other wide spaces fold.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        let count = text.count
        while index < count {
            let start = index
            var spaceLength = 0
            while index < count {
                let byte = text[index]
                if byte > 0x20 && byte < 0x7F {
                    index += 1
                } else if byte == 0xE0 {
                    index += 3
                } else {
                    spaceLength = foldedLength(text, index)
                    if spaceLength > 0 { break }
                    index += 1
                }
            }
            index = min(index, count)
            if index > start {
                if hasPendingSpace { bytes.append(0x20) }
                hasPendingSpace = false
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            }
            if spaceLength > 0 {
                hasPendingSpace = !bytes.isEmpty
                index += spaceLength
            }
        }
    }

    mutating func append(_ text: String) {
        var copy = text
        copy.withUTF8 { append($0) }
    }

    /// The text so far.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// How many bytes at `index` are white space or a control character; 0 for visible text.
private func foldedLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch text[index] {
    case 0...0x20, 0x7F: return 1
    case 0xC2:
        guard index + 1 < text.count else { return 0 }
        let next = text[index + 1]
        return next == 0xA0 || next == 0x85 ? 2 : 0
    case 0xE2:
        guard index + 2 < text.count else { return 0 }
        let (second, third) = (text[index + 1], text[index + 2])
        if second == 0x80, third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF { return 3 }
        return second == 0x81 && third == 0x9F ? 3 : 0
    case 0xE3:
        guard index + 2 < text.count else { return 0 }
        return text[index + 1] == 0x80 && text[index + 2] == 0x80 ? 3 : 0
    default: return 0
    }
}

/// Text with white space folded as in a block.
func foldedText(_ text: String) -> String {
    var buffer = TextBuffer()
    buffer.append(text)
    return buffer.text
}

/// Bytes as text with white space folded.
func foldedText(_ bytes: some Collection<UInt8>) -> String { foldedText(String(decoding: bytes, as: UTF8.self)) }

/// The longest beginning of at most `limit` UTF-8 bytes that cuts no character.
func clipped(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var bytes = Array(text.utf8.prefix(limit + 1))
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    return String(decoding: bytes, as: UTF8.self)
}
