/// Changes bytes as a fuzzer does, always in the same order for the same seed.
struct Mutator {
    private var state: UInt64
    /// What stands in files of this kind; pieces of it are put in.
    private let corpus: [[UInt8]]
    private static let telling: [[UInt8]] = [
        [0], [0xFF], [0xEF, 0xBB, 0xBF], [10], [13, 10], Array("๒๕๖๖".utf8), Array("ก้".utf8), Array("\u{200B}".utf8),
        Array("\"".utf8), Array("{".utf8), Array("[".utf8), Array("<".utf8), Array("&#0;".utf8), Array("%00".utf8),
        Array("-1".utf8), Array("99999999999999999999".utf8), Array("9223372036854775807".utf8), [0xE0, 0xB8],
        [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
    ]

    init(seed: UInt64, corpus: [[UInt8]]) {
        state = seed
        self.corpus = corpus.isEmpty ? [[]] : corpus
    }

    /// SplitMix64.
    private mutating func random(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(max(1, limit)))
    }

    /// The next input, at most 4 KiB: one of the corpus with one to six changes.
    mutating func next() -> [UInt8] {
        var bytes = corpus[random(below: corpus.count)]
        for _ in 0...random(below: 6) { change(&bytes) }
        return Array(bytes.prefix(4096))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = random(below: bytes.count + 1)
        let end = min(bytes.count, place + random(below: 16))
        switch random(below: 7) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random(below: 8))
        case 1 where place < bytes.count: bytes[place] = UInt8(random(below: 256))
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: Mutator.telling[random(below: Mutator.telling.count)], at: place)
        case 4: bytes.insert(contentsOf: Array(bytes[place..<end]), at: random(below: bytes.count + 1))
        case 5:
            let other = corpus[random(below: corpus.count)]
            let start = random(below: other.count)
            bytes.replaceSubrange(place..<end, with: other[start..<min(other.count, start + random(below: 64))])
        default: bytes.removeLast(random(below: bytes.count / 4 + 1))
        }
    }
}
