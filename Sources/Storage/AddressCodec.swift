import WebEvidence

/// Addresses as they are kept: as their text, which its parts can be read from again.
enum AddressCodec {
    /// The text; the parts of an address that its text does not give back.
    static func value(_ address: PageAddress) -> SQLiteValue {
        if let made = self.address(address.text), areSame(made, address) { return .text(address.text) }
        var writer = ByteWriter()
        parts(address, &writer)
        return .blob(writer.bytes)
    }

    /// Nil for what `value` never gives.
    static func address(_ value: SQLiteValue?) -> PageAddress? {
        switch value {
        case .text(let text): return address(text)
        case .blob(let bytes):
            var reader = ByteReader(bytes)
            let address = parts(&reader)
            return reader.isComplete ? address : nil
        case .integer, .null, nil: return nil
        }
    }

    /// Equal to the byte: in Swift two spellings of one character are equal.
    static func areSame(_ one: PageAddress, _ other: PageAddress) -> Bool {
        one == other && ExactText(one.text) == ExactText(other.text)
    }

    /// Every part for itself.
    static func parts(_ address: PageAddress, _ writer: inout ByteWriter) {
        writer.text(address.scheme)
        writer.text(address.host)
        writer.int(address.port)
        writer.text(address.path)
        writer.optional(address.query) { $0.text($1) }
        writer.optional(address.fragment) { $0.text($1) }
    }

    static func parts(_ reader: inout ByteReader) -> PageAddress {
        let scheme = reader.text()
        let host = reader.text()
        let port = reader.int()
        let path = reader.text()
        let query = reader.optional { $0.text() }
        return PageAddress(
            scheme: scheme, host: host, port: port, path: path, query: query, fragment: reader.optional { $0.text() })
    }

    /// Splits the text of an address; nil when an address of those parts has another text.
    static func address(_ text: String) -> PageAddress? {
        let bytes = text.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8)
        else { return nil }
        let scheme = text[..<colon]
        let start = bytes.index(colon, offsetBy: 3)
        let slash = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
        guard let (host, port) = authority(text[start..<slash]) else { return nil }
        let hash = bytes[slash...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
        let mark = bytes[slash..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
        let address = PageAddress(
            scheme: String(scheme), host: String(host), port: port ?? (scheme == "https" ? 443 : 80),
            path: String(text[slash..<mark]),
            query: mark < hash ? String(text[bytes.index(after: mark)..<hash]) : nil,
            fragment: hash < bytes.endIndex ? String(text[bytes.index(after: hash)...]) : nil)
        return address.text.utf8.elementsEqual(bytes) ? address : nil
    }

    private static func authority(_ text: Substring) -> (host: Substring, port: Int?)? {
        let bytes = text.utf8
        var host = text
        var rest: Substring = ""
        if bytes.first == UInt8(ascii: "["), let bracket = bytes.lastIndex(of: UInt8(ascii: "]")) {
            host = text[bytes.index(after: bytes.startIndex)..<bracket]
            rest = text[bytes.index(after: bracket)...]
        } else if let colon = bytes.lastIndex(of: UInt8(ascii: ":")) {
            host = text[..<colon]
            rest = text[colon...]
        }
        if rest.isEmpty { return (host, nil) }
        guard rest.utf8.first == UInt8(ascii: ":"), let port = Int(rest.dropFirst()) else { return nil }
        return (host, port)
    }
}
