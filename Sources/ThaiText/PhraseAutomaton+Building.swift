extension PhraseAutomaton {
    /// Makes the automaton of phrases that are shadows already.
    init(keys phrases: [[UInt8]]) {
        var indices: [[UInt8]: [Int]] = [:]
        var order: [[UInt8]] = []
        for (index, phrase) in phrases.enumerated() where !phrase.isEmpty {
            if indices[phrase] == nil { order.append(phrase) }
            indices[phrase, default: []].append(index)
        }
        let (classes, stride) = PhraseAutomaton.byteClasses(of: order)
        var trie = Trie(stride: stride)
        for (key, phrase) in order.enumerated() { trie.insert(phrase, classes: classes, key: Int32(key)) }
        trie.link()

        phraseCount = phrases.count
        keys = order.map { Key($0, phrases: indices[$0] ?? []) }
        self.classes = classes
        self.stride = stride
        table = trie.premultiplied()
        ending = trie.ending
        shorter = trie.shorter
    }

    /// Numbers the byte values that occur, from 1; the others share class 0.
    private static func byteClasses(of phrases: [[UInt8]]) -> (classes: [UInt8], stride: Int) {
        var occurs = [Bool](repeating: false, count: 256)
        for phrase in phrases {
            for byte in phrase { occurs[Int(byte)] = true }
        }
        var classes = [UInt8](repeating: 0, count: 256)
        var next = 1
        // Valid UTF-8 has at most 243 different byte values, so the classes fit in a byte.
        for value in 0..<256 where occurs[value] && next < 256 {
            classes[value] = UInt8(next)
            next += 1
        }
        return (classes, next)
    }
}

extension PhraseAutomaton.Key {
    init(_ phrase: [UInt8], phrases: [Int]) {
        let first = phrase.first ?? 0
        let last = phrase.last ?? 0
        length = phrase.count
        self.phrases = phrases
        startsWithLatin = Latin.isLetter(first)
        endsWithLatin = Latin.isLetter(last)
        startsWithDigit = Latin.isDigit(first)
        endsWithDigit = Latin.isDigit(last)
    }
}

/// The trie from which an automaton's table is made; row 0 is the root.
private struct Trie {
    let stride: Int
    /// Next state per class; 0 where there is none yet (the root is nobody's child).
    var rows: [UInt32]
    var ending: [Int32] = [-1]
    var shorter: [Int32] = [-1]

    init(stride: Int) {
        self.stride = stride
        rows = [UInt32](repeating: 0, count: stride)
    }

    mutating func insert(_ phrase: [UInt8], classes: [UInt8], key: Int32) {
        var state = 0
        for byte in phrase {
            let slot = state * stride + Int(classes[Int(byte)])
            if rows[slot] == 0 {
                rows[slot] = UInt32(ending.count)
                rows.append(contentsOf: repeatElement(0, count: stride))
                ending.append(-1)
                shorter.append(-1)
            }
            state = Int(rows[slot])
        }
        ending[state] = key
    }

    /// Breadth first: fills missing transitions from the longest proper suffix and links shorter endings.
    mutating func link() {
        var suffix = [Int](repeating: 0, count: ending.count)
        var queue: [Int] = []
        queue.reserveCapacity(ending.count)
        for slot in 0..<stride where rows[slot] != 0 { queue.append(Int(rows[slot])) }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            let fallback = suffix[state]
            shorter[state] = ending[fallback] >= 0 ? Int32(fallback) : shorter[fallback]
            for column in 0..<stride {
                let next = rows[state * stride + column]
                let other = rows[fallback * stride + column]
                if next == 0 {
                    rows[state * stride + column] = other
                } else {
                    suffix[Int(next)] = Int(other)
                    queue.append(Int(next))
                }
            }
        }
    }

    /// Rows whose entries are offsets, with bit 0 telling that something ends there.
    func premultiplied() -> [UInt32] {
        rows.map { next in
            let ends = ending[Int(next)] >= 0 || shorter[Int(next)] >= 0
            return UInt32(Int(next) * stride) << 1 | (ends ? 1 : 0)
        }
    }
}
