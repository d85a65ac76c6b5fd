/// Says quickly that none of many phrases stands in a piece of a page's bytes: one table of hashed beginnings in place
/// of a search for each. Letters of either case are the same.
struct PhraseSieve: Sendable, Hashable {
    /// Bytes of a phrase that are hashed: two Thai letters.
    private static let width = 6
    /// What must stand behind a piece in its buffer: eight bytes are read at a time.
    static let margin = 8

    /// A bit for each hash of sixteen bits.
    private var bits = [UInt64](repeating: 0, count: 1024)
    private var phrases: [[UInt8]] = []
    /// Too short to be hashed.
    private var short: [[UInt8]] = []

    init(_ phrases: [PageSignatures.Phrase]) {
        let spellings = phrases.flatMap { [$0.folded, $0.written.utf8.map(asciiLowered)] }
        for phrase in Set(spellings) where !phrase.isEmpty {
            guard phrase.count >= PhraseSieve.width else {
                short.append(phrase)
                continue
            }
            self.phrases.append(phrase)
            let padded = phrase.prefix(PhraseSieve.width) + [0, 0]
            let hash = Array(padded).withUnsafeBytes { PhraseSieve.hash($0.loadUnaligned(as: UInt64.self)) }
            bits[hash >> 6] |= 1 << UInt64(hash & 63)
        }
    }

    /// True when a phrase stands anywhere in the text.
    func mayOccur(in text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            mayOccur(in: bytes, 0..<bytes.count)
                || (max(0, bytes.count - PhraseSieve.margin)..<bytes.count).contains { place in
                    (phrases + short).contains { stands($0, in: bytes, at: place) }
                }
        }
    }

    /// True when a phrase stands in the range. The last `margin` bytes of a buffer are never looked at.
    func mayOccur(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let range = range.clamped(to: 0..<max(0, bytes.count - PhraseSieve.margin))
        guard let base = bytes.baseAddress, !range.isEmpty else { return false }
        let raw = UnsafeRawPointer(base)
        return bits.withUnsafeBufferPointer { bits in
            for offset in range {
                let hash = PhraseSieve.hash(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                if bits[hash >> 6] & (1 << UInt64(hash & 63)) != 0,
                    phrases.contains(where: { stands($0, in: bytes, at: offset) })
                {
                    return true
                }
            }
            return short.contains { phrase in range.contains { stands(phrase, in: bytes, at: $0) } }
        }
    }

    /// Bit 5 is what tells capital from small letters; other bytes that it makes equal only cost a closer look.
    @inline(__always)
    private static func hash(_ word: UInt64) -> Int {
        let lowered = (word | 0x2020_2020_2020) & 0xFFFF_FFFF_FFFF
        return Int((lowered &* 0x9E37_79B9_7F4A_7C15) >> 48)
    }

    private func stands(_ phrase: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard offset + phrase.count <= bytes.count else { return false }
        return phrase.indices.allSatisfy { asciiLowered(bytes[offset + $0]) == phrase[$0] }
    }
}
