/// Bytes read as text, and by which encoding.
public struct DecodedText: Sendable, Hashable {
    public var text: String
    /// `utf-8`, `utf-16le`, `utf-16be`, `windows-874`, `windows-1252`, or an unknown label as declared, lower case.
    public var encoding: String
    /// True when some bytes fitted no encoding and became U+FFFD. A character cut off at the very end is dropped instead.
    public var isDamaged: Bool

    public init(text: String, encoding: String, isDamaged: Bool) {
        self.text = text
        self.encoding = encoding
        self.isDamaged = isDamaged
    }
}

/// Reads bytes of a Thai page as text, trusting in this order: byte order mark; valid UTF-8 (a few stray bytes in
/// otherwise UTF-8 text are tolerated); the declared labels in their order (header before meta); trial.
/// Labels lie: bytes that make plausible Thai are windows-874 also where Latin-1 or UTF-8 is declared.
public func decodedText(_ bytes: [UInt8], declared: [String]) -> DecodedText {
    let labels = declared.compactMap(EncodingLabel.init)
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittleEndian: false) }
    if let isLittleEndian = unmarkedUTF16(bytes, labels: labels) {
        return utf16(bytes[...], isLittleEndian: isLittleEndian)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: body, as: UTF8.self) {
        return DecodedText(text: text, encoding: "utf-8", isDamaged: false)
    }
    let census = UTF8Census(body)
    if census.invalid == 0 {
        let whole = body.dropLast(census.cutOff)
        return DecodedText(text: String(decoding: whole, as: UTF8.self), encoding: "utf-8", isDamaged: false)
    }
    if census.isOverwhelming { return repairedUTF8(body.dropLast(census.cutOff)) }
    return singleByteText(body, labels: labels, census: census)
}

/// The text of bytes that are no UTF-8.
private func singleByteText(_ body: ArraySlice<UInt8>, labels: [EncodingLabel], census: UTF8Census) -> DecodedText {
    if labels.first == .thai { return mapped(body, by: Windows874.scalars, encoding: "windows-874") }
    if Windows874.Plausibility(body).isThai { return mapped(body, by: Windows874.scalars, encoding: "windows-874") }
    switch labels.first {
    case .thai, .latin, nil:
        if census.multiByte > census.invalid { return repairedUTF8(body) }
        return mapped(body, by: Windows1252.scalars, encoding: "windows-1252")
    case .utf8, .utf16: return repairedUTF8(body)
    case .unknown(let label):
        return mapped(body, by: (0..<256).map { $0 < 0x80 ? UInt32($0) : 0xFFFD }, encoding: label)
    }
}

private func repairedUTF8(_ body: ArraySlice<UInt8>) -> DecodedText {
    DecodedText(text: String(decoding: body, as: UTF8.self), encoding: "utf-8", isDamaged: true)
}

private func mapped(_ body: ArraySlice<UInt8>, by table: [UInt32], encoding: String) -> DecodedText {
    var isDamaged = false
    var utf8: [UInt8] = []
    utf8.reserveCapacity(body.count * 2)
    for byte in body {
        let scalar = table[Int(byte)]
        if scalar < 0x80 {
            utf8.append(byte)
        } else if scalar < 0x800 {
            utf8.append(UInt8(0xC0 | scalar >> 6))
            utf8.append(UInt8(0x80 | scalar & 0x3F))
        } else {
            if scalar == 0xFFFD { isDamaged = true }
            utf8.append(UInt8(0xE0 | scalar >> 12))
            utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            utf8.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
    return DecodedText(text: String(decoding: utf8, as: UTF8.self), encoding: encoding, isDamaged: isDamaged)
}

private func utf16(_ body: ArraySlice<UInt8>, isLittleEndian: Bool) -> DecodedText {
    var units: [UInt16] = []
    units.reserveCapacity(body.count / 2)
    var index = body.startIndex
    while index + 1 < body.endIndex {
        let first = UInt16(body[index])
        let second = UInt16(body[index + 1])
        units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
        index += 2
    }
    if let last = units.last, (0xD800...0xDBFF).contains(last) { units.removeLast() }
    let name = isLittleEndian ? "utf-16le" : "utf-16be"
    if let text = String(validating: units, as: UTF16.self) {
        return DecodedText(text: text, encoding: name, isDamaged: false)
    }
    return DecodedText(text: String(decoding: units, as: UTF16.self), encoding: name, isDamaged: true)
}

/// Little endian or not, for UTF-16 without a mark: declared so, or ASCII markup with every other byte zero.
private func unmarkedUTF16(_ bytes: [UInt8], labels: [EncodingLabel]) -> Bool? {
    let sample = bytes.prefix(512)
    guard sample.count >= 4, sample.contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
        if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let isDeclared = labels.contains(.utf16)
    let least = isDeclared ? sample.count / 8 : sample.count * 2 / 5
    if zeros.odd > least, zeros.odd > zeros.even * 4 { return true }
    if zeros.even > least, zeros.even > zeros.odd * 4 { return false }
    return nil
}

/// What a declared label can mean to this program.
enum EncodingLabel: Hashable {
    case utf8, utf16, thai, latin
    case unknown(String)

    /// Nil for an empty label.
    init?(_ written: String) {
        var name = ""
        var bare = ""
        for scalar in written.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9":
                name.unicodeScalars.append(scalar)
                bare.unicodeScalars.append(scalar)
            case "-" where bare == "x": bare = ""
            case "-", "_", ":": name.unicodeScalars.append(scalar)
            default: break
            }
        }
        guard !name.isEmpty else { return nil }
        if EncodingLabel.thaiNames.contains(bare) {
            self = .thai
        } else if bare.hasPrefix("utf8") || bare == "unicode11utf8" {
            self = .utf8
        } else if bare.hasPrefix("utf16") || bare == "ucs2" || bare == "unicode" {
            self = .utf16
        } else if EncodingLabel.latinNames.contains(bare) {
            self = .latin
        } else {
            self = .unknown(name)
        }
    }

    /// Without punctuation and without a leading `x-`.
    private static let thaiNames: Set<String> = [
        "tis620", "tis6202533", "tis62025330", "tis62025291", "tis62025331", "iso885911", "windows874", "win874",
        "cp874", "ibm874", "874", "dos874", "macthai", "thai", "isoir166", "csiso885911",
    ]
    private static let latinNames: Set<String> = [
        "iso88591", "iso885915", "windows1252", "cp1252", "latin1", "l1", "ascii", "usascii", "ansi", "ansix341968",
        "western", "ibm819", "cp819",
    ]
}

/// How well bytes fit UTF-8.
struct UTF8Census {
    /// Bytes inside well-formed sequences of three or more bytes: the shape of Thai text.
    var multiByte = 0
    /// Bytes that belong to no well-formed sequence, the cut-off end not counted.
    var invalid = 0
    /// Length of a sequence that the end of the text cut off, 0...3.
    var cutOff = 0

    init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            let length = UTF8Census.length(of: lead)
            var present = 1
            while present < length, index + present < bytes.endIndex,
                UTF8Census.isContinuation(bytes[index + present], at: present, after: lead)
            {
                present += 1
            }
            if length > 1, present == length {
                if length > 2 { multiByte += length }
            } else if length > 1, index + present == bytes.endIndex {
                cutOff = present
            } else {
                invalid += present
            }
            index += present
        }
    }

    /// At most one stray byte in twenty: UTF-8 with damage rather than another encoding.
    var isOverwhelming: Bool { multiByte >= 20 * invalid && multiByte > 0 }

    /// 0 for a byte that cannot lead.
    private static func length(of lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    private static func isContinuation(_ byte: UInt8, at position: Int, after lead: UInt8) -> Bool {
        guard position == 1 else { return (0x80...0xBF).contains(byte) }
        return switch lead {
        case 0xE0: (0xA0...0xBF).contains(byte)
        case 0xED: (0x80...0x9F).contains(byte)
        case 0xF0: (0x90...0xBF).contains(byte)
        case 0xF4: (0x80...0x8F).contains(byte)
        default: (0x80...0xBF).contains(byte)
        }
    }
}
