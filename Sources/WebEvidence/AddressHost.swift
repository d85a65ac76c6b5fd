/// Host names as browsers read them (WHATWG URL, section 3.5), before the ASCII form is made.
enum AddressHost {
    /// Normalised host and the port that is written (1...65535); nil when no browser would accept the two.
    static func parts(ofAuthority authority: String) -> (host: String, port: Int?)? {
        var bytes = Array(authority.utf8)[...]
        var port: Int?
        let bracket = bytes.lastIndex(of: UInt8(ascii: "]"))
        if let colon = bytes.lastIndex(of: UInt8(ascii: ":")), colon > bracket ?? -1 {
            let digits = bytes[(colon + 1)...]
            guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
            if !digits.isEmpty {
                guard let number = Int(String(decoding: digits, as: UTF8.self)), (1...65_535).contains(number)
                else { return nil }
                port = number
            }
            bytes = bytes[..<colon]
        }
        if bytes.first == UInt8(ascii: "[") {
            guard bracket == bytes.endIndex - 1 else { return nil }
            return ipv6(String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)).map { ($0, port) }
        }
        return normalised(String(decoding: bytes, as: UTF8.self)).map { ($0, port) }
    }

    /// True for what nothing must be done to: an ASCII name in lower case that ends in a letter or hyphen, or an IPv4
    /// address as it is written nearly always.
    private static func isPlain(_ written: String) -> Bool {
        var written = written
        return written.withUTF8 { bytes in
            guard let first = bytes.first, first != UInt8(ascii: "."), let last = bytes.last else { return false }
            var numbers = 0
            var number = -1
            var isNumeric = true
            var label = bytes.startIndex
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case 48...57:
                    // A leading zero is octal.
                    if number == 0 { isNumeric = false }
                    number = min(1000, max(0, number) * 10 + Int(byte - 48))
                case 97...122, 45, 95: isNumeric = false
                case 46:
                    if number < 0 || number > 255 { isNumeric = false }
                    numbers += 1
                    number = -1
                    label = index + 1
                default: return false
                }
            }
            let isAddress = isNumeric && numbers == 3 && (0...255).contains(number)
            let endsAsName = (97...122).contains(last) && label < bytes.count && !(48...57).contains(bytes[label])
            return isAddress || endsAsName
        }
    }

    /// A name in lower case, IPv4 in dotted form.
    private static func normalised(_ written: String) -> String? {
        if isPlain(written) { return written }
        var host = PercentEncoding.decoded(written).lowercased()
        for stop in ["\u{3002}", "\u{FF0E}", "\u{FF61}"] { host = host.replacing(stop, with: ".") }
        host.unicodeScalars.removeAll { $0.value == 0x200B || $0.value == 0xFEFF || $0.value == 0xAD }
        guard !host.isEmpty, host.utf8.allSatisfy(isAllowed), !host.utf8.starts(with: [46]) else { return nil }
        guard endsInNumber(host) else { return host }
        return ipv4(host)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...32, 35, 37, 47, 58, 60, 62, 63, 64, 91...94, 124, 127: false  // # % / : < > ? @ [ \ ] ^ |
        default: true
        }
    }

    private static func labels(_ host: String) -> [Substring] {
        var labels = host.split(separator: ".", omittingEmptySubsequences: false)
        if labels.count > 1, labels.last == "" { labels.removeLast() }
        return labels
    }

    private static func endsInNumber(_ host: String) -> Bool {
        guard let last = labels(host).last, !last.isEmpty else { return false }
        return last.utf8.allSatisfy { (48...57).contains($0) } || number(last) != nil
    }

    /// Decimal, octal (`0177`) or hexadecimal (`0x7f`).
    private static func number(_ label: Substring) -> UInt64? {
        if label.hasPrefix("0x") {
            let digits = label.dropFirst(2)
            return digits.isEmpty ? 0 : plainNumber(digits, radix: 16)
        }
        if label.count > 1, label.hasPrefix("0") { return plainNumber(label.dropFirst(), radix: 8) }
        return plainNumber(label, radix: 10)
    }

    private static func plainNumber(_ digits: Substring, radix: Int) -> UInt64? {
        guard let first = digits.utf8.first, first != 43, first != 45 else { return nil }
        return UInt64(digits, radix: radix)
    }

    private static func ipv4(_ host: String) -> String? {
        let parts = labels(host)
        guard parts.count <= 4 else { return nil }
        var numbers: [UInt64] = []
        for part in parts {
            guard let number = number(part) else { return nil }
            numbers.append(number)
        }
        guard let last = numbers.popLast(), numbers.allSatisfy({ $0 < 256 }),
            last < UInt64(1) << (8 * UInt64(4 - numbers.count))
        else { return nil }
        var address = last
        for (position, number) in numbers.enumerated() { address += number << (8 * UInt64(3 - position)) }
        return [24, 16, 8, 0].map { String((address >> UInt64($0)) & 255) }.joined(separator: ".")
    }

    /// Checks the syntax (RFC 4291 section 2.2); the spelling is kept apart from the case.
    private static func ipv6(_ written: String) -> String? {
        let text = written.lowercased()
        let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return nil }
        var count = 0
        for (position, half) in halves.enumerated() where !half.isEmpty {
            let groups = half.split(separator: ":", omittingEmptySubsequences: false)
            for (index, group) in groups.enumerated() {
                if group.utf8.contains(46) {
                    let isLast = position == halves.count - 1 && index == groups.count - 1
                    guard isLast, group.split(separator: ".").count == 4, ipv4(String(group)) != nil else { return nil }
                    count += 2
                } else {
                    guard (1...4).contains(group.utf8.count), plainNumber(group, radix: 16) != nil else { return nil }
                    count += 1
                }
            }
        }
        return halves.count == 2 ? (count <= 7 ? text : nil) : (count == 8 ? text : nil)
    }
}
