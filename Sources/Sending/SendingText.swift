/// What may stand in addresses, headers and commands.
enum SendingText {
    /// An address of one of the schemes in visible ASCII with a host, nothing that libcurl would read otherwise.
    static func isAddress(_ text: String, schemes: [String]) -> Bool {
        guard text.utf8.allSatisfy({ (33...126).contains($0) }), text.utf8.count <= 2_048,
            let mark = text.range(of: "://"), schemes.contains(text[..<mark.lowerBound].lowercased())
        else { return false }
        return !authority(text).isEmpty
    }

    /// One header line: no control characters.
    static func isHeader(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    }

    /// An address that can stand between the angle brackets of a command.
    static func isMailbox(_ text: String) -> Bool {
        text.utf8.count <= 254 && text.utf8.allSatisfy { (33...126).contains($0) && $0 != 60 && $0 != 62 }
            && text.utf8.filter { $0 == 64 }.count == 1
    }

    /// True for `localhost` and the loopback addresses in their usual spellings.
    static func isThisComputer(_ address: String) -> Bool {
        let authority = authority(address)
        let host =
            authority.hasPrefix("[")
            ? String(authority.dropFirst().prefix { $0 != "]" }) : String(authority.prefix { $0 != ":" })
        if host.lowercased() == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Host and port of an address.
    private static func authority(_ text: String) -> String {
        guard let mark = text.range(of: "://") else { return "" }
        let part = text[mark.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return String(part.split(separator: "@", omittingEmptySubsequences: false).last ?? "")
    }
}

extension String {
    /// The first place of an ASCII text.
    fileprivate func range(of mark: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
            start = index(after: start)
        }
        return nil
    }
}
