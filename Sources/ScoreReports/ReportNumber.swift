import GradingCore

/// A number as a report writes it.
struct ReportNumber: Hashable, Sendable {
    var value: Fraction
    /// ASCII digits, without sign.
    var text: String
    var decimals: Int
    /// `+` or `-` stood before it.
    var isSigned = false
    /// UTF-8 offsets in its text, sign included.
    var range: Range<Int>

    var isWhole: Bool { decimals == 0 }
    /// From 0 to 100.
    var isScore: Bool { 0 <= value && value <= 100 }
    var whole: Int? { isWhole ? Int(text) : nil }
}

/// Finds numbers and years in UTF-8 text, with Thai and Arabic digits, also mixed in one token.
struct NumberScan {
    private(set) var numbers: [ReportNumber] = []
    /// Buddhist-era years with four digits.
    private(set) var years: [(year: Int, range: Range<Int>)] = []
    /// Numbers with a comma where a point is meant.
    private(set) var commas: [Range<Int>] = []

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var index = 0
        while index < bytes.count {
            guard digit(at: index) != nil else {
                index += 1
                continue
            }
            index = take(from: index)
        }
    }

    /// The digit at an offset and its length in bytes.
    private func digit(at index: Int) -> (value: UInt8, length: Int)? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        if (48...57).contains(byte) { return (byte, 1) }
        guard byte == 0xE0, index + 2 < bytes.count, bytes[index + 1] == 0xB9,
            (0x90...0x99).contains(bytes[index + 2])
        else { return nil }
        return (bytes[index + 2] - 0x90 + 48, 3)
    }

    /// Takes the whole token of digits, points, commas and slashes that begins here; gives where it ends.
    private mutating func take(from start: Int) -> Int {
        var index = start
        var groups: [[UInt8]] = [[]]
        var signs: [UInt8] = []
        var end = start
        while let (value, length) = digit(at: index) {
            groups[groups.count - 1].append(value)
            index += length
            end = index
            if index < bytes.count, [44, 46, 47, 58].contains(bytes[index]), digit(at: index + 1) != nil {
                signs.append(bytes[index])
                groups.append([])
                index += 1
            }
        }
        add(groups, signs, start..<end)
        return end
    }

    private mutating func add(_ groups: [[UInt8]], _ signs: [UInt8], _ range: Range<Int>) {
        // `m2`, `3rd`, and what is left of a sequence that steers terminals, are no numbers.
        let isTouching =
            range.lowerBound > 0 && isLatin(bytes[range.lowerBound - 1])
            || range.upperBound < bytes.count && isLatin(bytes[range.upperBound])
        let text = { (group: [UInt8]) in String(decoding: group, as: UTF8.self) }
        switch signs {
        case []:
            let digits = text(groups[0])
            guard let value = Fraction(decimal: digits), !isTouching else { return }
            if groups[0].count == 4, let year = Int(digits), (2550...2620).contains(year) {
                years.append((year, range))
            } else {
                numbers.append(signed(ReportNumber(value: value, text: digits, decimals: 0, range: range)))
            }
        case [46]:
            let digits = text(groups[0]) + "." + text(groups[1])
            guard let value = Fraction(decimal: digits), !isTouching else { return }
            numbers.append(
                signed(ReportNumber(value: value, text: digits, decimals: groups[1].count, range: range)))
        case [44] where groups[1].count < 3 && groups[0].count < 4:
            commas.append(range)
        case [47] where groups[1].count == 4:
            // `3/2566`: the year of a number of a letter.
            if let year = Int(text(groups[1])), (2550...2620).contains(year) { years.append((year, range)) }
        default: break
        }
    }

    private func signed(_ number: ReportNumber) -> ReportNumber {
        let start = number.range.lowerBound
        guard start > 0, bytes[start - 1] == 43 || bytes[start - 1] == 45,
            start == 1 || bytes[start - 2] == 32 || bytes[start - 2] == 10 || bytes[start - 2] == 40
        else { return number }
        var number = number
        number.isSigned = true
        if bytes[start - 1] == 45 { number.value = -number.value }
        number.range = (start - 1)..<number.range.upperBound
        return number
    }

    private func isLatin(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
}
