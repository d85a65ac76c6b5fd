/// Reads names with quoted values out of a script without understanding it.
struct SettingScanner {
    struct Setting {
        /// Hashes of the name in lower case: the whole dotted name, and its last part.
        var hashes: [UInt64]
        var value: String
        var isCall: Bool
    }

    private let script: [UInt8]
    private var index = 0

    init(_ script: [UInt8]) { self.script = script }

    mutating func next() -> Setting? {
        while index < script.count {
            guard isNamePart(script[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < script.count, isNamePart(script[index]) || script[index] == 46 { index += 1 }
            guard index - start <= 80, let (value, isCall, end) = value(after: index) else { continue }
            let name = script[start..<index].map(asciiLowered)
            index = end
            var hashes = [stableHash(name)]
            if let dot = name.lastIndex(of: 46) { hashes.append(stableHash(name[(dot + 1)...])) }
            return Setting(hashes: hashes, value: value, isCall: isCall)
        }
        return nil
    }

    /// True when the script holds a lower-case word anywhere, in any case.
    func holds(_ word: [UInt8]) -> Bool {
        guard let first = word.first, script.count >= word.count else { return false }
        return (0...(script.count - word.count)).contains { start in
            asciiLowered(script[start]) == first
                && word.indices.allSatisfy { asciiLowered(script[start + $0]) == word[$0] }
        }
    }

    /// `: "…"`, `= '…'`, `("…"`; also where the name stood in quotes. A text that goes on with `+` is only a part.
    private func value(after name: Int) -> (value: String, isCall: Bool, end: Int)? {
        var place = name
        if place < script.count, script[place] == 34 || script[place] == 39 { place += 1 }
        skipSpace(&place)
        guard place < script.count, [58, 61, 40].contains(script[place]) else { return nil }
        let isCall = script[place] == 40
        place += 1
        skipSpace(&place)
        guard place < script.count, [34, 39, 96].contains(script[place]) else { return nil }
        let quote = script[place]
        place += 1
        var value: [UInt8] = []
        while place < script.count, script[place] != quote, value.count <= 4_000 {
            if script[place] == 92, place + 1 < script.count { place += 1 }
            value.append(script[place])
            place += 1
        }
        guard place < script.count, script[place] == quote, !value.isEmpty else { return nil }
        var after = place + 1
        skipSpace(&after)
        if after < script.count, script[after] == 43 { return nil }
        guard !value.contains(where: { $0 < 32 || $0 == 60 }), !(quote == 96 && value.contains(36)) else { return nil }
        return (String(decoding: value, as: UTF8.self), isCall, place + 1)
    }

    private func skipSpace(_ place: inout Int) {
        while place < script.count, script[place] <= 32 { place += 1 }
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 95 || byte == 36
    }
}
