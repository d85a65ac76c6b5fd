/// The ways in which numbers of persons are written.
extension DigitChain {
    /// A citizen's number and how plainly it is one.
    struct CitizenNumber {
        var range: Range<Int>
        /// Written so that it says by itself what it is; otherwise only where words say so.
        var speaksForItself: Bool
    }

    private static let citizenDigits = 13
    /// Where the official form 1-2345-67890-12-1 has its dashes.
    private static let citizenBreaks: Set<Int> = [1, 5, 10, 12]

    /// Citizens' numbers with a right check digit, ascending, not overlapping.
    func citizenNumbers() -> [CitizenNumber] {
        guard digits.count >= DigitChain.citizenDigits else { return [] }
        var found: [CitizenNumber] = []
        var start = 0
        while start + DigitChain.citizenDigits <= digits.count {
            let end = start + DigitChain.citizenDigits
            if isGroupStart(start), isGroupEnd(end), DigitChain.isCitizenNumber(digits[start..<end]),
                let speaks = speaksForItself(start..<end)
            {
                found.append(CitizenNumber(range: start..<end, speaksForItself: speaks))
                start = end
            } else {
                start += 1
            }
        }
        return found
    }

    /// First digit 1 to 8 (0 is a juristic person or no citizen) and the check digit of the Department of Provincial
    /// Administration: 11 less the sum of the first twelve, weighted 13 to 2, modulo 11, of which the last digit.
    static func isCitizenNumber(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == citizenDigits, let first = digits.first, (1...8).contains(first) else { return false }
        var sum = 0
        for (place, digit) in digits.dropLast().enumerated() { sum += Int(digit) * (citizenDigits - place) }
        return Int(digits.last ?? 10) == (11 - sum % 11) % 10
    }

    /// Nil for what is part of a longer number, or written as no citizen's number is.
    private func speaksForItself(_ range: Range<Int>) -> Bool? {
        let before = gaps[range.lowerBound]
        let after = gap(after: range.upperBound)
        var breaks: Set<Int> = []
        var between: Gap = []
        for place in 1..<range.count where !gaps[range.lowerBound + place].isEmpty {
            breaks.insert(place)
            between.formUnion(gaps[range.lowerBound + place])
        }
        if breaks.isEmpty {
            if before.isTight || after.isTight { return nil }
            return !touchesLetter || range.lowerBound > 0
        }
        if before == .dash || after == .dash { return nil }
        guard breaks.isSubset(of: DigitChain.citizenBreaks) else {
            let isEachAlone = breaks.count == DigitChain.citizenDigits - 1
            let isUneven = breaks.count <= DigitChain.citizenBreaks.count && (between == .dash || between == .space)
            return isEachAlone || isUneven ? false : nil
        }
        guard between.isSubset(of: [.dash, .space]) else { return false }
        if between.contains(.dash) { return breaks.contains(1) || breaks.count > 1 }
        // Numbers of neighbouring columns may stand in a line: seven, a year, a price, …
        guard breaks.count == DigitChain.citizenBreaks.count, before != .space, after != .space else { return false }
        return !isYear(range.lowerBound + 1)
    }

    /// 2540 to 2599
    private func isYear(_ start: Int) -> Bool { digits[start] == 2 && digits[start + 1] == 5 && digits[start + 2] >= 4 }

    /// A file's name made of the time at which it was stored: milliseconds since 1970, from 2010 to 2040.
    func isTimeStamp(_ range: Range<Int>) -> Bool {
        guard range.count == DigitChain.citizenDigits, isOneGroup(range) else { return false }
        let value = digits[range].prefix(4).reduce(0) { $0 * 10 + Int($1) }
        return (1262...2210).contains(value)
    }

    /// The name of a stored file in running text: such a time and an ending, 1672531200123.pdf
    func isStoredFile(_ range: Range<Int>, in text: NormalisedText) -> Bool {
        let end = places[range.upperBound - 1] + 1
        guard end + 1 < text.bytes.count, text.bytes[end] == 0x2E, Latin.isLetter(text.bytes[end + 1]) else {
            return false
        }
        return isTimeStamp(range)
    }

    private func isOneGroup(_ range: Range<Int>) -> Bool {
        range.dropFirst().allSatisfy { gaps[$0].isEmpty }
    }

    /// A mobile telephone number that begins at a digit: 08x-xxx-xxxx, 06, 09, +66 8…
    /// - Returns: its digits and how many of them are the country's code.
    func mobileNumber(at start: Int, isAbroad: Bool) -> (range: Range<Int>, key: String)? {
        let wanted = isAbroad ? 11 : 10
        let end = start + wanted
        guard isGroupStart(start), end <= digits.count, isGroupEnd(end), gaps[start] != .dash else { return nil }
        let first = isAbroad ? start + 2 : start + 1
        guard isAbroad ? digits[start] == 6 && digits[start + 1] == 6 : digits[start] == 0 else { return nil }
        guard [6, 8, 9].contains(digits[first]) else { return nil }
        // No single digits: those are columns of a table.
        for place in first..<end where isGroupStart(place) && place > first + (isAbroad ? 1 : 0) {
            let next = (place + 1..<end).first(where: isGroupStart) ?? end
            if next - place < 2 { return nil }
        }
        if gap(after: end) == .dash, digits.count - end > 2 { return nil }
        return (start..<end, "0" + key(first..<end))
    }

    /// How accounts are grouped by white space; dashes may stand anywhere.
    private static let accountGroups: Set<[Int]> = [
        [3, 1, 5, 1], [3, 1, 6], [3, 3, 4], [3, 7], [4, 4, 4], [2, 3, 1, 5, 1], [3, 3, 3, 3], [3, 3, 3, 1],
    ]

    /// Ten to twelve digits as banks group them, from the start of a group to the end of one.
    func account(at start: Int) -> Range<Int>? {
        guard isGroupStart(start), !gaps[start].isTight else { return nil }
        for end in start + 10...start + 12 where end <= digits.count && isGroupEnd(end) && !gap(after: end).isTight {
            let between = (start + 1..<end).reduce(into: Gap()) { $0.formUnion(gaps[$1]) }
            guard between.isSubset(of: [.dash, .space]) else { return nil }
            if between.isEmpty || between.contains(.dash) { return start..<end }
            if DigitChain.accountGroups.contains(groups(of: start..<end)) { return start..<end }
        }
        return nil
    }

    /// How many digits touch one another, group by group.
    private func groups(of range: Range<Int>) -> [Int] {
        var starts = range.filter { $0 == range.lowerBound || isGroupStart($0) }
        starts.append(range.upperBound)
        return zip(starts, starts.dropFirst()).map { $1 - $0 }
    }
}
