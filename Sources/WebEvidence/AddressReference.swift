/// A written reference made fit for a strict parser: what a browser forgives is mended here (WHATWG URL, section 4.4),
/// so that every character left is legal in its place.
struct AddressReference {
    /// Lower case; nil for a relative reference.
    let scheme: String?
    /// Host and port as written, without user name; nil where the reference takes them from its base.
    let authority: String?
    /// Path, query and fragment in ASCII.
    let tail: String

    /// `baseScheme` is the scheme of the page on which the reference stands.
    init(_ written: String, baseScheme: String? = nil) {
        let bytes = AddressReference.trimmed(written)
        var rest = bytes[...]
        var scheme = AddressReference.scheme(of: rest)
        if let found = scheme {
            rest = rest.dropFirst(found.utf8.count + 1)
            guard found == "http" || found == "https" else {
                self.scheme = found
                authority = nil
                tail = ""
                return
            }
        }
        let mark = rest.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
        var head = rest[..<mark].map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }[...]
        let slashes = head.prefix { $0 == UInt8(ascii: "/") }.count
        if scheme == baseScheme, slashes < 2 { scheme = nil }
        var authority: String?
        if scheme != nil || slashes >= 2 {
            head = head.dropFirst(slashes)
            let end = head.firstIndex(of: UInt8(ascii: "/")) ?? head.endIndex
            authority = String(decoding: AddressReference.withoutUser(head[..<end]), as: UTF8.self)
            head = head[end...]
        }
        self.scheme = scheme
        self.authority = authority
        let mended = AddressReference.encoded(head) + AddressReference.encodedTail(rest[mark...])
        tail = String(decoding: mended, as: UTF8.self)
    }

    /// The tail so that a colon in its first segment does not read as a scheme (RFC 3986 section 4.2).
    var relativeText: String {
        let first = tail.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        return first.contains(UInt8(ascii: ":")) ? "./" + tail : tail
    }

    /// The scheme in lower case when the bytes begin with one and a colon (RFC 3986 section 3.1).
    static func scheme(of bytes: some Collection<UInt8>) -> String? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first, isLetter(first)
        else { return nil }
        let head = bytes[..<colon]
        guard head.allSatisfy({ isLetter($0) || (48...57).contains($0) || $0 == 43 || $0 == 45 || $0 == 46 })
        else { return nil }
        return String(decoding: head, as: UTF8.self).lowercased()
    }

    /// Controls and spaces around are dropped, tabs and line breaks everywhere.
    private static func trimmed(_ written: String) -> [UInt8] {
        var bytes = Array(written.utf8)
        if bytes.allSatisfy({ $0 > 32 }) { return bytes }
        while let last = bytes.last, last <= 32 { bytes.removeLast() }
        return bytes.drop { $0 <= 32 }.filter { $0 != 9 && $0 != 10 && $0 != 13 }
    }

    /// A user name and password are never sent.
    private static func withoutUser(_ authority: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { return authority }
        return authority[authority.index(after: at)...]
    }

    private static func encodedTail(_ tail: ArraySlice<UInt8>) -> [UInt8] {
        guard let mark = tail.first else { return [] }
        guard mark == UInt8(ascii: "?") else { return [mark] + encoded(tail.dropFirst()) }
        let hash = tail.firstIndex(of: UInt8(ascii: "#")) ?? tail.endIndex
        return [mark] + encoded(tail[..<hash].dropFirst()) + encodedTail(tail[hash...])
    }

    /// Stands for a percent sign that starts no escape, which browsers send as it is and strict parsers refuse: bytes
    /// that no text has.
    static let loosePercent = "%FE%FE%FF"

    /// True for a text that may hold `loosePercent`.
    static func holdsLoosePercent(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.dropLast(8).contains { index in
                bytes[index] == 37 && bytes[index + 1] == UInt8(ascii: "F") && bytes[index + 2] == UInt8(ascii: "E")
            }
        }
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Everything but the ASCII URL code points is escaped.
    private static func encoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        if bytes.allSatisfy(isURLCodePoint) { return Array(bytes) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for index in bytes.indices {
            let byte = bytes[index]
            if isURLCodePoint(byte) || (byte == 37 && isEscape(bytes[index...])) {
                result.append(byte)
            } else if byte == 37 {
                result += loosePercent.utf8
            } else {
                result += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return result
    }

    /// Path or query of an address so that a strict parser takes its loose percent signs.
    static func strict(_ part: String) -> String {
        part.utf8.contains(37) ? String(decoding: encoded(Array(part.utf8)[...]), as: UTF8.self) : part
    }

    private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
        let pair = bytes.dropFirst().prefix(2)
        return pair.count == 2
            && pair.allSatisfy { (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

    private static func isURLCodePoint(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true  // digits and letters
        case 33, 36, 38...47, 58, 59, 61, 63, 64, 95, 126: true  // ! $ & ' ( ) * + , - . / : ; = ? @ _ ~
        default: false
        }
    }
}
