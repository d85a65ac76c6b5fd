/// What stands between two neighbouring tokens of a date.
struct DateGap: OptionSet, Sendable {
    private(set) var rawValue: UInt16
    /// Words or too much punctuation: the tokens do not belong together.
    static let far = DateGap(rawValue: 1)
    static let dash = DateGap(rawValue: 2)
    static let slash = DateGap(rawValue: 4)
    static let dot = DateGap(rawValue: 8)
    static let comma = DateGap(rawValue: 16)
    static let open = DateGap(rawValue: 32)
    static let close = DateGap(rawValue: 64)
    static let other = DateGap(rawValue: 128)
    /// White space stands somewhere between.
    static let spaced = DateGap(rawValue: 256)

    /// Joined without any sign but white space.
    var isPlain: Bool { isSubset(of: [.spaced]) }

    private static let longestMixed = 4
    private static let longestBlank = 80

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Reads the bytes between two tokens.
    init(_ text: NormalisedText, _ range: Range<Int>) {
        self.init(rawValue: 0)
        guard range.count <= DateGap.longestBlank else {
            self = .far
            return
        }
        if text.spaceBefore(range.upperBound) { insert(.spaced) }
        for index in range {
            if text.spaceBefore(index) { insert(.spaced) }
            let sign = DateGap(sign: text.bytes[index])
            insert(sign)
            if sign == .far { return }
        }
        if range.count > DateGap.longestMixed, !isSubset(of: [.dot, .spaced, .other]) { insert(.far) }
    }

    private init(sign: UInt8) {
        switch sign {
        case 0x2D, 0x7E: self = .dash
        case 0x2F: self = .slash
        case 0x2E: self = .dot
        case 0x2C, 0x3B: self = .comma
        case 0x28, 0x5B: self = .open
        case 0x29, 0x5D: self = .close
        case 0x3A, 0x5F, 0x7C, 0x22, 0x27, 0x2A, 0x3D, 0x3E: self = .other
        default: self = .far
        }
    }
}
