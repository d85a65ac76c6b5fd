/// The directives of a robots.txt, from its bytes (RFC 9309 sections 2.2, 2.3.1.5 and 2.5).
struct RobotsLines: Sendable {
    /// Bytes of a file that are read; RFC 9309 section 2.5 asks for at least 500 KiB.
    static let maximumBytes = 500 * 1024
    /// Bytes of one line that are read: google/robotstxt's bound, eight times the longest address of old browsers.
    static let maximumLineBytes = 2083 * 8 - 1

    private(set) var directives: [RobotsDirective] = []

    /// Never fails: what is no directive is read over. Lines may end with LF, CR or both; a byte order mark, also a
    /// broken off one, is skipped. Beyond the byte limit nothing is read, and the line that the limit cuts neither:
    /// half an `Allow` would allow more than was written.
    init(_ bytes: [UInt8]) {
        var rest = bytes.prefix(RobotsLines.maximumBytes)
        if rest.count < bytes.count {
            rest = rest[..<(rest.lastIndex(where: RobotsLines.endsLine).map { $0 + 1 } ?? rest.startIndex)]
        }
        for byte in [0xEF, 0xBB, 0xBF] as [UInt8] {
            guard rest.first == byte else { break }
            rest.removeFirst()
        }
        var number = 0
        while !rest.isEmpty {
            number += 1
            let line = rest.prefix { !RobotsLines.endsLine($0) }
            if let directive = RobotsDirective(line: line.prefix(RobotsLines.maximumLineBytes), number: number) {
                directives.append(directive)
            }
            rest = rest[line.endIndex...]
            let isPair = rest.starts(with: [13, 10])
            rest = rest.dropFirst(isPair ? 2 : 1)
        }
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
}
