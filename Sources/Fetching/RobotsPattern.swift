/// The path of one `Allow` or `Disallow` line: literal pieces between `*`, and whether `$` ends it (RFC 9309
/// section 2.2.3). Written `%2A` and `%24` are the characters themselves.
struct RobotsPattern: Sendable, Equatable {
    /// Never empty; the first must stand at the beginning of the path, each other somewhere behind its predecessor.
    private let pieces: [[UInt8]]
    private let isAnchored: Bool
    /// Octets including `*` and `$`: how specific the rule is (RFC 9309 section 2.2.2).
    let length: Int

    init(_ written: [UInt8], in spelling: RobotsSpelling) {
        var pieces: [[UInt8]] = [[]]
        var isAnchored = false
        var length = 0
        var rest = RobotsOctets(written)
        while let octet = rest.next() {
            switch octet {
            case .raw(UInt8(ascii: "*")):
                if pieces.count == 1 || pieces.last?.isEmpty == false { pieces.append([]) }
                length += 1
            case .raw(UInt8(ascii: "$")) where rest.isAtEnd:
                isAnchored = true
                length += 1
            case .raw(let byte): spelling.append(raw: byte, to: &pieces[pieces.count - 1])
            case .escaped(let byte):
                spelling.append(escaped: byte, inQuery: rest.isInQuery, to: &pieces[pieces.count - 1])
            }
        }
        self.pieces = pieces
        self.isAnchored = isAnchored
        self.length = length + pieces.reduce(0) { $0 + $1.count }
    }

    /// True when the pattern is met from the beginning of the path on. Taking each piece at its first possible place
    /// is enough, as `*` is the only wildcard; so the time grows with path and pattern, not with their product.
    func matches(_ path: [UInt8]) -> Bool {
        guard path.starts(with: pieces[0]) else { return false }
        var position = pieces[0].count
        guard pieces.count > 1 else { return !isAnchored || position == path.count }
        for piece in isAnchored ? pieces.dropFirst().dropLast() : pieces.dropFirst() {
            guard let end = RobotsPattern.end(ofFirst: piece, in: path, from: position) else { return false }
            position = end
        }
        guard isAnchored, let last = pieces.last else { return true }
        return path.count - position >= last.count && path.suffix(last.count).elementsEqual(last)
    }

    /// Knuth, Morris and Pratt: linear also for pieces that nearly fit everywhere.
    private static func end(ofFirst piece: [UInt8], in path: [UInt8], from start: Int) -> Int? {
        guard piece.count <= path.count - start else { return nil }
        guard !piece.isEmpty else { return start }
        var fallback = [Int](repeating: 0, count: piece.count)
        var met = 0
        for index in piece.indices.dropFirst() {
            while met > 0, piece[index] != piece[met] { met = fallback[met - 1] }
            if piece[index] == piece[met] { met += 1 }
            fallback[index] = met
        }
        met = 0
        for index in start..<path.count {
            while met > 0, path[index] != piece[met] { met = fallback[met - 1] }
            if path[index] == piece[met] { met += 1 }
            if met == piece.count { return index + 1 }
        }
        return nil
    }
}
