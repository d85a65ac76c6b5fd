extension PhraseAutomaton {
    /// Makes the automaton of phrases that are shadows already.
    init(keys phrases: [[UInt8]], wholeWords: Bool = false) {
        var indices: [[UInt8]: [Int]] = [:]
        var order: [[UInt8]] = []
        for (index, phrase) in phrases.enumerated() where !phrase.isEmpty {
            if indices[phrase] == nil { order.append(phrase) }
            indices[phrase, default: []].append(index)
        }
        let spelled = order.map(PhraseAutomaton.symbols)
        let (classes, stride) = PhraseAutomaton.symbolClasses(of: spelled)
        var trie = Trie(stride: stride, states: Trie.stateCount(of: spelled))
        for (key, phrase) in spelled.enumerated() { trie.insert(phrase, classes: classes, key: Int32(key)) }
        trie.link()

        phraseCount = phrases.count
        keys = order.map { Key($0, phrases: indices[$0] ?? [], wholeWords: wholeWords) }
        self.classes = classes
        self.stride = stride
        table = trie.rows
        ending = trie.ending
        shorter = trie.shorter
    }

    /// Spells a shadow in symbols: a byte, or 256 and the code of a Thai letter.
    private static func symbols(of phrase: [UInt8]) -> [UInt16] {
        var symbols: [UInt16] = []
        var index = 0
        while index < phrase.count {
            if let code = ThaiLetters.code(in: phrase, at: index) {
                symbols.append(256 + UInt16(code))
                index += 3
            } else {
                symbols.append(UInt16(phrase[index]))
                index += 1
            }
        }
        return symbols
    }

    /// Numbers the symbols that occur, from 1; the others share class 0.
    private static func symbolClasses(of phrases: [[UInt16]]) -> (classes: [UInt8], stride: Int) {
        var occurs = [Bool](repeating: false, count: 384)
        for phrase in phrases {
            for symbol in phrase { occurs[Int(symbol)] = true }
        }
        var classes = [UInt8](repeating: 0, count: 384)
        var next = 1
        // Lower-case shadows have at most 90 Thai letters and 165 other bytes, so the classes fit in a byte.
        for symbol in 0..<384 where occurs[symbol] && next < 256 {
            classes[symbol] = UInt8(next)
            next += 1
        }
        return (classes, next)
    }
}

extension PhraseAutomaton.Key {
    /// Bytes of a phrase that is looked up in the dictionary: four Thai letters. Longer ones hardly ever stand in
    /// another word by chance.
    private static let shortLength = 12

    init(_ phrase: [UInt8], phrases: [Int], wholeWords: Bool) {
        let first = phrase.first ?? 0
        let last = phrase.last ?? 0
        length = phrase.count
        self.phrases = phrases
        startsWithLatin = Latin.isLetter(first)
        endsWithLatin = Latin.isLetter(last)
        startsWithDigit = Latin.isDigit(first)
        endsWithDigit = Latin.isDigit(last)
        mayHideInWord =
            wholeWords && phrase.count <= PhraseAutomaton.Key.shortLength
            && stride(from: 0, to: phrase.count, by: 3).allSatisfy { ThaiLetters.code(in: phrase, at: $0) != nil }
    }
}

/// The trie from which an automaton's table is made; row 0 is the root.
private struct Trie {
    let stride: Int
    /// Next state per class; 0 where there is none yet (the root is nobody's child). Offsets once it is linked.
    var rows: [UInt32]
    var ending: [Int32] = [-1]
    var shorter: [Int32] = [-1]

    /// - Parameter states: how many there will be; the rows of thousands of phrases take tens of megabytes, which must
    ///   not be copied while they grow.
    init(stride: Int, states: Int) {
        self.stride = stride
        rows = [UInt32](repeating: 0, count: stride * states)
        ending.reserveCapacity(states)
        shorter.reserveCapacity(states)
    }

    /// One for each different beginning of a phrase, and the root.
    static func stateCount(of phrases: [[UInt16]]) -> Int {
        var count = 1
        var previous: [UInt16] = []
        for phrase in phrases.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            count += phrase.count - zip(phrase, previous).prefix { $0 == $1 }.count
            previous = phrase
        }
        return count
    }

    mutating func insert(_ phrase: [UInt16], classes: [UInt8], key: Int32) {
        var state = 0
        for symbol in phrase {
            let slot = state * stride + Int(classes[Int(symbol)])
            if rows[slot] == 0 {
                rows[slot] = UInt32(ending.count)
                ending.append(-1)
                shorter.append(-1)
            }
            state = Int(rows[slot])
        }
        ending[state] = key
    }

    /// Breadth first: fills missing transitions from the longest proper suffix, links shorter endings and turns entries
    /// into offsets, with bit 0 telling that something ends there.
    mutating func link() {
        var suffix = [Int](repeating: 0, count: ending.count)
        var queue: [Int] = []
        queue.reserveCapacity(ending.count)
        for slot in 0..<stride where rows[slot] != 0 {
            let next = Int(rows[slot])
            rows[slot] = entry(of: next)
            queue.append(next)
        }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            let row = state * stride
            let fallback = suffix[state] * stride
            for column in 0..<stride {
                let next = Int(rows[row + column])
                // Rows of shorter beginnings are finished.
                let other = rows[fallback + column]
                guard next != 0 else {
                    rows[row + column] = other
                    continue
                }
                let shorterState = Int(other >> 1) / stride
                suffix[next] = shorterState
                shorter[next] = ending[shorterState] >= 0 ? Int32(shorterState) : shorter[shorterState]
                rows[row + column] = entry(of: next)
                queue.append(next)
            }
        }
    }

    private func entry(of state: Int) -> UInt32 {
        UInt32(state * stride) << 1 | (ending[state] >= 0 || shorter[state] >= 0 ? 1 : 0)
    }
}
