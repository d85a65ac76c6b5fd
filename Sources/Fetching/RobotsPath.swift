import WebEvidence

/// How percent escapes are brought into one spelling before a path is compared (RFC 9309 section 2.2.2).
enum RobotsSpelling: Sendable {
    /// Every escape stays one, in upper case; what may not stand raw in an address is escaped.
    case escaped
    /// Escapes of letters, digits and `-._~` are undone as well, and in the query those of signs that mean nothing
    /// there (`:`, `/`, `@` ...): RFC 9309's reading, by which `/%62%61%7A` is `/baz`.
    case plain

    /// Appends one octet that stands raw in a rule or an address.
    func append(raw byte: UInt8, to bytes: inout [UInt8]) {
        if RobotsSpelling.mayStandRaw(byte) {
            bytes.append(byte)
        } else {
            RobotsSpelling.appendEscape(of: byte, to: &bytes)
        }
    }

    /// Appends one octet that is written as an escape.
    func append(escaped byte: UInt8, inQuery: Bool, to bytes: inout [UInt8]) {
        let isUndone =
            self == .plain
            && (RobotsSpelling.isUnreserved(byte) || (inQuery && RobotsSpelling.meansNothingInQuery(byte)))
        if isUndone {
            bytes.append(byte)
        } else {
            RobotsSpelling.appendEscape(of: byte, to: &bytes)
        }
    }

    static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// RFC 3986 section 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// `pchar`, `/` and `?` of RFC 3986, without `*` and `$`, which in a rule are no characters of the address.
    private static func mayStandRaw(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || "!&'()+,;=:@/?".utf8.contains(byte)
    }

    private static func meansNothingInQuery(_ byte: UInt8) -> Bool { "!'(),;:@/?".utf8.contains(byte) }
}

/// Path and query of an address, ready to be compared with the rules of a robots.txt.
struct RobotsPath: Sendable {
    let escaped: [UInt8]
    let plain: [UInt8]

    init(_ address: PageAddress) {
        let written = Array((address.path + (address.query.map { "?" + $0 } ?? "")).utf8)
        escaped = RobotsPath.bytes(written, in: .escaped)
        plain = RobotsPath.bytes(written, in: .plain)
    }

    private static func bytes(_ written: [UInt8], in spelling: RobotsSpelling) -> [UInt8] {
        var spelled: [UInt8] = []
        spelled.reserveCapacity(written.count)
        var rest = RobotsOctets(written)
        while let octet = rest.next() {
            switch octet {
            case .raw(let byte): spelling.append(raw: byte, to: &spelled)
            case .escaped(let byte): spelling.append(escaped: byte, inQuery: rest.isInQuery, to: &spelled)
            }
        }
        return spelled
    }
}

/// Walks over a path octet by octet and knows which were written as escapes.
struct RobotsOctets {
    enum Octet {
        case raw(UInt8)
        case escaped(UInt8)
    }

    private let bytes: [UInt8]
    private(set) var index = 0
    /// True behind the first raw `?`.
    private(set) var isInQuery = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func next() -> Octet? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexDigit(bytes[index + 1]),
            let low = hexDigit(bytes[index + 2])
        {
            index += 3
            return .escaped(high << 4 | low)
        }
        index += 1
        if byte == UInt8(ascii: "?") { isInQuery = true }
        return .raw(byte)
    }

    private func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte.asciiLowercased {
        case 48...57: byte - 48
        case 97...102: byte.asciiLowercased - 87
        default: nil
        }
    }
}
