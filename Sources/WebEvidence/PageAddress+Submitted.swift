extension PageAddress {
    /// Reads an address as an officer typed it: invisible characters around it are dropped, and a missing scheme is
    /// taken as `http` where the text begins like a host name (`www.x.go.th/…`, `x.go.th:8080`).
    public init(submitted written: String) throws(AddressFault) {
        let text = PageAddress.trimmedAsTyped(written)
        if text.hasPrefix("//") {
            try self.init("http:" + text)
        } else if PageAddress.lacksScheme(text) {
            guard PageAddress.beginsLikeHost(text) else { throw .malformed }
            try self.init("http://" + text)
        } else {
            try self.init(text)
        }
    }

    private static func trimmedAsTyped(_ written: String) -> String {
        func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0...0x20, 0x7F, 0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF, 0x3000: true
            default: false
            }
        }
        func isVisible(_ byte: UInt8?) -> Bool { byte.map { (0x21...0x7E).contains($0) } ?? false }
        if isVisible(written.utf8.first), isVisible(written.utf8.last) { return written }
        var scalars = Substring(written).unicodeScalars
        while let last = scalars.last, isInvisible(last) { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars.drop(while: isInvisible)))
    }

    /// `www.x.go.th:8080/x` is a host with a port, `mailto:x@y` has a scheme.
    private static func lacksScheme(_ text: String) -> Bool {
        guard let scheme = AddressReference.scheme(of: text.utf8) else { return true }
        let rest = text.utf8.dropFirst(scheme.utf8.count + 1)
        let port = rest.prefix { (48...57).contains($0) }
        guard !port.isEmpty, scheme.utf8.contains(46) || scheme == "localhost" else { return false }
        return rest.dropFirst(port.count).first.map { $0 == 47 || $0 == 63 || $0 == 35 } ?? true
    }

    /// A dot inside the part before the path, and no space there.
    private static func beginsLikeHost(_ text: String) -> Bool {
        let host = text.utf8.prefix { $0 != 47 && $0 != 92 && $0 != 63 && $0 != 35 }
        guard !host.contains(where: { $0 <= 32 }), let first = host.first, first != 46, let last = host.last
        else { return false }
        return (host.contains(46) && last != 46) || host.starts(with: Array("localhost".utf8)) || first == 91
    }
}
