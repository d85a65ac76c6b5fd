/// Finds start tags with more attributes than any page needs.
///
/// libxml2 compares each attribute with all before it, so a tag with 200,000 of them would keep it busy for minutes.
/// The scan knows just enough of markup to see where tags end: quoted values, comments and raw text.
struct TagBounds {
    static let maximumAttributes = 1_000
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// Where surplus attributes stand.
    private(set) var surplus: [Range<Int>] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        while let tag = nextTag() { scan(tag) }
    }

    /// The markup with surplus attributes turned to spaces; nil when there are none.
    var bounded: [UInt8]? {
        guard !surplus.isEmpty else { return nil }
        var copy = Array(bytes)
        for range in surplus {
            for position in range { copy[position] = 0x20 }
        }
        return copy
    }

    /// Moves to the next `<` before a letter, past comments.
    private mutating func nextTag() -> Int? {
        while index + 1 < bytes.count {
            guard bytes[index] == 60 else {
                index += 1
                continue
            }
            let next = bytes[index + 1]
            if next == 33, index + 3 < bytes.count, bytes[index + 2] == 45, bytes[index + 3] == 45 {
                skip(to: "-->", from: index + 4)
            } else if (97...122).contains(asciiLowered(next)) {
                return index
            } else {
                index += 1
            }
        }
        return nil
    }

    private mutating func scan(_ start: Int) {
        var attributes = 0
        var surplusStart: Int?
        index = start + 1
        while index < bytes.count, bytes[index] > 32, bytes[index] != 62 { index += 1 }
        let nameEnd = index
        while index < bytes.count, bytes[index] != 62 {
            if bytes[index] <= 32 || bytes[index] == 47 {
                index += 1
                continue
            }
            if attributes == TagBounds.maximumAttributes { surplusStart = index }
            attributes += 1
            skipAttribute()
        }
        if let surplusStart { surplus.append(surplusStart..<min(index, bytes.count)) }
        skipRawText(start + 1..<nameEnd)
    }

    private mutating func skipAttribute() {
        while index < bytes.count, bytes[index] > 32, bytes[index] != 61, bytes[index] != 62 { index += 1 }
        var value = index
        while value < bytes.count, bytes[value] <= 32 { value += 1 }
        guard value < bytes.count, bytes[value] == 61 else { return }
        index = value + 1
        while index < bytes.count, bytes[index] <= 32 { index += 1 }
        guard index < bytes.count else { return }
        let quote = bytes[index]
        guard quote == 34 || quote == 39 else {
            while index < bytes.count, bytes[index] > 32, bytes[index] != 62 { index += 1 }
            return
        }
        index += 1
        while index < bytes.count, bytes[index] != quote { index += 1 }
        index += 1
    }

    /// Inside script and style nothing is a tag.
    private mutating func skipRawText(_ name: Range<Int>) {
        func isNamed(_ word: StaticString) -> Bool {
            name.count == word.utf8CodeUnitCount && containsFolded(bytes[name], word)
        }
        if isNamed("script") { skip(to: "</script", from: index) }
        if isNamed("style") { skip(to: "</style", from: index) }
    }

    private mutating func skip(to word: StaticString, from start: Int) {
        let found = word.withUTF8Buffer { wanted in
            var position = start
            while position + wanted.count <= bytes.count {
                var length = 0
                while length < wanted.count, asciiLowered(bytes[position + length]) == wanted[length] { length += 1 }
                if length == wanted.count { return position + length }
                position += 1
            }
            return bytes.count
        }
        index = found
    }
}
