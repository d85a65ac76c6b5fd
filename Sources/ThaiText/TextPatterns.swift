/// Forms of text that a checklist can ask for without naming the words.
public enum TextPattern: String, Sendable, Hashable, CaseIterable {
    /// A name with a title, or a title with a blank to fill in.
    case person
    /// A Thai telephone number, with its extension.
    case phone
    case email
    /// A postal address: house or village number with places, or places with a postcode.
    case address
    /// An amount of money.
    case money
    /// Any number.
    case number
    case percent
    /// A day or span of days.
    case date
    /// A month or span of months, with or without year.
    case month
    /// Anything that names a year.
    case year
    /// The block in which a person in charge signs.
    case signature
    /// A numbered step.
    case step
    /// So many minutes, hours or days.
    case duration
    /// Running text of 60 letters and more.
    case sentence
}

/// Where text of a known form stands: ranges of the shadow, ascending, not overlapping.
public func ranges(of pattern: TextPattern, in text: NormalisedText) -> [Range<Int>] {
    guard !text.bytes.isEmpty else { return [] }
    let reader = PatternReader(text)
    return switch pattern {
    case .person: reader.persons()
    case .phone: reader.phones()
    case .email: reader.emails()
    case .address: reader.addresses()
    case .money: reader.amounts()
    case .number: reader.numbers().map(\.range)
    case .percent: reader.percents()
    case .date, .month, .year: reader.dates(pattern)
    case .signature: reader.signatures()
    case .step: reader.steps()
    case .duration: reader.durations()
    case .sentence: reader.sentences()
    }
}

/// Reads patterns from one shadow.
struct PatternReader {
    /// A number as written, thousands and decimals included.
    struct WrittenNumber {
        var range: Range<Int>
        /// Digits before the decimals.
        var digits: Int
        var isGrouped: Bool
        var hasDecimals: Bool
    }

    let text: NormalisedText
    var bytes: [UInt8] { text.bytes }

    init(_ text: NormalisedText) { self.text = text }

    func byte(_ index: Int) -> UInt8 { index >= 0 && index < text.bytes.count ? text.bytes[index] : 0 }

    func isDigit(_ index: Int) -> Bool { Latin.isDigit(byte(index)) }

    /// Does a word (a shadow) stand at a place?
    func has(_ word: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= text.bytes.count else { return false }
        for step in 0..<word.count where text.bytes[index + step] != word[step] { return false }
        return true
    }

    func first(_ words: [[UInt8]], at index: Int) -> [UInt8]? { words.first { has($0, at: index) } }

    func first(_ words: [[UInt8]], endingAt end: Int) -> [UInt8]? { words.first { has($0, at: end - $0.count) } }

    static func keys(_ words: String...) -> [[UInt8]] { words.map(NormalisedText.key) }

    /// All numbers, 1,250,000.50 as one.
    func numbers() -> [WrittenNumber] {
        var found: [WrittenNumber] = []
        var index = 0
        while index < text.bytes.count {
            guard isDigit(index) else {
                index += 1
                continue
            }
            let number = number(at: index)
            found.append(number)
            index = number.range.upperBound
        }
        return found
    }

    private func number(at start: Int) -> WrittenNumber {
        var end = digitsEnd(start)
        var number = WrittenNumber(range: start..<end, digits: end - start, isGrouped: false, hasDecimals: false)
        while number.digits <= 3 || number.isGrouped, byte(end) == 0x2C, !text.spaceBefore(end),
            !text.spaceBefore(end + 1), digitsEnd(end + 1) == end + 4
        {
            end += 4
            number.isGrouped = true
            number.digits += 3
        }
        if byte(end) == 0x2E, isDigit(end + 1), !text.spaceBefore(end), !text.spaceBefore(end + 1) {
            end = digitsEnd(end + 1)
            number.hasDecimals = true
        }
        number.range = start..<end
        return number
    }

    /// The end of the digits that stand together from `start`.
    func digitsEnd(_ start: Int) -> Int {
        var end = start
        while isDigit(end), end == start || !text.spaceBefore(end) { end += 1 }
        return end
    }

    /// Sorts, and drops what overlaps an earlier range.
    static func disjoint(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var kept: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) })
        where range.lowerBound >= kept.last?.upperBound ?? 0 {
            kept.append(range)
        }
        return kept
    }

    func dates(_ pattern: TextPattern) -> [Range<Int>] {
        let ranges = datesFound(in: text).filter { date in
            switch (pattern, date.kind) {
            case (.date, .day), (.date, .daySpan): true
            case (.month, .month), (.month, .monthSpan), (.month, .monthNameOnly), (.month, .monthNameSpan): true
            case (.year, _): !date.fiscalYears.isEmpty
            default: false
            }
        }.map(\.range)
        return PatternReader.disjoint(ranges)
    }
}
