/// Digits that follow one another with nothing but a few signs and white space between them.
struct DigitChain {
    /// What stands between two digits.
    struct Gap: OptionSet {
        let rawValue: UInt8
        static let space = Gap(rawValue: 1)
        static let dash = Gap(rawValue: 2)
        static let dot = Gap(rawValue: 4)
        static let slash = Gap(rawValue: 8)
        static let underscore = Gap(rawValue: 16)
        static let bracket = Gap(rawValue: 32)

        /// Makes one number of the digits on both sides.
        var isTight: Bool { self == .dash || self == .dot || self == .slash || self == .underscore }
    }

    /// 0...9
    private(set) var digits: [UInt8] = []
    /// Place of each digit in the shadow.
    private(set) var places: [Int] = []
    /// What stands before each digit; of the first what joins it to digits that are masked, else nothing.
    private(set) var gaps: [Gap] = []
    /// What joins the last digit to digits that are masked.
    private(set) var gapAfter: Gap = []
    /// A Latin letter touches the first digit.
    private(set) var touchesLetter = false

    /// Signs between digits are at most so many.
    private static let mostSigns = 3

    /// True where a run of digits begins that touch one another.
    func isGroupStart(_ index: Int) -> Bool { index == 0 || !gaps[index].isEmpty }
    /// True when the group that holds the digit before `end` ends there.
    func isGroupEnd(_ end: Int) -> Bool { end == digits.count || !gaps[end].isEmpty }

    /// What follows the digit before `end`.
    func gap(after end: Int) -> Gap { end < digits.count ? gaps[end] : gapAfter }

    /// The digits as text.
    func key(_ range: Range<Int>) -> String { String(decoding: digits[range].map { $0 + 48 }, as: UTF8.self) }

    /// Calls `found` with every chain of at least `least` digits, ascending.
    static func each(in text: NormalisedText, least: Int, _ found: (DigitChain) -> Void) {
        let bytes = text.bytes
        var chain = DigitChain()
        var index = 0
        while index < bytes.count {
            guard Latin.isDigit(bytes[index]) else {
                index += 1
                continue
            }
            chain.read(text, from: index)
            index = (chain.places.last ?? index) + 1
            if chain.digits.count >= least { found(chain) }
        }
    }

    private mutating func read(_ text: NormalisedText, from start: Int) {
        digits.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        gaps.removeAll(keepingCapacity: true)
        gapAfter = []
        let bytes = text.bytes
        touchesLetter = start > 0 && !text.spaceBefore(start) && Latin.isLetter(bytes[start - 1])
        var gap = DigitChain.gapBefore(start, in: text)
        var signs = 0
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if !digits.isEmpty, text.spaceBefore(index) { gap.insert(.space) }
            if Latin.isDigit(byte) {
                digits.append(byte - 48)
                places.append(index)
                gaps.append(gap)
                gap = []
                signs = 0
            } else if let sign = DigitChain.sign(byte), signs < DigitChain.mostSigns {
                gap.insert(sign)
                signs += 1
            } else {
                if DigitChain.isMask(bytes, index, beyond: index + 1) { gapAfter = gap }
                return
            }
            index += 1
        }
    }

    private static func sign(_ byte: UInt8) -> Gap? {
        switch byte {
        case 0x2D: .dash
        case 0x2E: .dot
        case 0x2F: .slash
        case 0x5F: .underscore
        case 0x28, 0x29: .bracket
        default: nil
        }
    }

    /// An x that stands for a digit: what was one number before it was masked stays one.
    private static func isMask(_ bytes: [UInt8], _ index: Int, beyond: Int) -> Bool {
        guard bytes[index] == 0x78 else { return false }
        guard bytes.indices.contains(beyond) else { return true }
        return bytes[beyond] == 0x78 || !Latin.isLetter(bytes[beyond])
    }

    private static func gapBefore(_ start: Int, in text: NormalisedText) -> Gap {
        var gap: Gap = []
        var index = start
        for _ in 0...mostSigns {
            if text.spaceBefore(index) { gap.insert(.space) }
            guard index > 0 else { return [] }
            index -= 1
            guard let sign = sign(text.bytes[index]) else {
                return isMask(text.bytes, index, beyond: index - 1) ? gap : []
            }
            gap.insert(sign)
        }
        return []
    }
}
