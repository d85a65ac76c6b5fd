/// Citizens' numbers, accounts and telephones that are to be hidden wherever they come again.
struct KnownNumbers: Sendable {
    /// How many first digits may be shown, by the number's digits (0...9).
    private var shown: [[UInt8]: Int] = [:]
    private var lengths: [Int] = []
    /// The numbers ascending, and each read backwards ascending: for those of which a quote shows one end only.
    private var forward: [[UInt8]] = []
    private var backward: [[UInt8]] = []

    /// Digits that are looked at when a text begins or ends inside a number, with and without the dots of a cut.
    static let leastCut = 3
    private static let leastUncut = 5

    init(_ data: [PersonalDatum]) {
        for datum in data where datum.kind != .homeAddress {
            let digits = datum.key.utf8.map { $0 &- 48 }
            let count = PersonalDatum.shownDigits(datum.kind)
            enter(digits, count)
            // 081… is also written +66 81…
            if datum.kind == .telephone { enter([6, 6] + digits.dropFirst(), count) }
        }
        lengths = Set(shown.keys.map(\.count)).sorted(by: >)
        forward = shown.keys.sorted { $0.lexicographicallyPrecedes($1) }
        backward = shown.keys.map { Array($0.reversed()) }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private mutating func enter(_ digits: [UInt8], _ count: Int) {
        shown[digits] = min(shown[digits] ?? count, count)
    }

    /// Adds the places of the digits of a chain that are to be hidden.
    func hide(_ chain: DigitChain, in text: NormalisedText, _ hidden: inout [Int]) {
        var plain: [Int: Int] = [:]
        for number in chain.citizenNumbers() where number.speaksForItself && !chain.isStoredFile(number.range, in: text)
        {
            plain[number.range.lowerBound] = number.range.count
        }
        var start = 0
        while start < chain.digits.count {
            guard chain.isGroupStart(start) else {
                start += 1
                continue
            }
            if let (length, shown) = number(in: chain, at: start) {
                hidden += chain.places[start + shown..<start + length]
                start += length
            } else if let length = plain[start] {
                let shown = PersonalDatum.shownDigits(.citizenNumber)
                hidden += chain.places[start + shown..<start + length]
                start += length
            } else {
                start += 1
            }
        }
        hideEnds(chain, text, &hidden)
    }

    private func number(in chain: DigitChain, at start: Int) -> (length: Int, shown: Int)? {
        for length in lengths where start + length <= chain.digits.count && chain.isGroupEnd(start + length) {
            if let count = shown[Array(chain.digits[start..<start + length])] { return (length, count) }
        }
        return nil
    }

    // MARK: Numbers of which the text shows one end only

    private func hideEnds(_ chain: DigitChain, _ text: NormalisedText, _ hidden: inout [Int]) {
        guard let first = chain.places.first, let end = chain.places.last, !shown.isEmpty else { return }
        let (isFirst, isCutBefore) = KnownNumbers.isEdge(text.bytes[..<first])
        // What is left of a number that is hidden already is the end of no other.
        let isRest = end + 1 < text.bytes.count && text.bytes[end + 1] == 0x78
        if isFirst, !isRest {
            let least = isCutBefore ? KnownNumbers.leastCut : KnownNumbers.leastUncut
            for length in stride(from: min(chain.digits.count, 13), through: least, by: -1)
            where chain.isGroupEnd(length) && isKnown(Array(chain.digits[..<length].reversed()), backward) {
                hidden += chain.places[..<length]
                break
            }
        }
        let (isLast, isCutAfter) = KnownNumbers.isEdge(text.bytes[(end + 1)...])
        if isLast {
            let least = isCutAfter ? KnownNumbers.leastCut : KnownNumbers.leastUncut
            for length in stride(from: min(chain.digits.count, 13), through: least, by: -1) {
                let start = chain.digits.count - length
                guard chain.isGroupStart(start), isKnown(Array(chain.digits[start...]), forward) else { continue }
                hidden += chain.places[(start + min(length, leastShown))...]
                break
            }
        }
    }

    private var leastShown: Int { shown.values.min() ?? 0 }

    /// Nothing but signs, and whether dots that tell of a cut are among them.
    private static func isEdge(_ bytes: ArraySlice<UInt8>) -> (Bool, Bool) {
        guard bytes.count <= 6 else { return (false, false) }
        let dots = bytes.count { $0 == 0x2E }
        return (!bytes.contains { $0 > 0x7F || Latin.isLetter($0) || Latin.isDigit($0) }, dots >= 3)
    }

    /// Is one of the ascending numbers longer and does it begin so?
    private func isKnown(_ digits: [UInt8], _ numbers: [[UInt8]]) -> Bool {
        var low = 0
        var high = numbers.count
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle].lexicographicallyPrecedes(digits) { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low].count > digits.count && numbers[low].starts(with: digits)
    }
}

/// House numbers that are to be hidden where they come again: before the same village number, or behind the same words.
struct KnownHomes: Sendable {
    /// House to village number as in a shadow.
    private var withVillage: Set<[UInt8]> = []
    /// Bytes before the house number and the number itself.
    private var behind: Set<[UInt8]> = []
    /// Longest way from a house number to the end of its village number.
    private static let villageReach = 30

    init(_ data: [PersonalDatum]) {
        for datum in data where datum.kind == .homeAddress {
            let house = datum.key.split(separator: " ").first.map(String.init) ?? ""
            if datum.key.utf8.count > house.utf8.count { withVillage.insert(datum.shadow) }
            if datum.lead.count == PersonalDataMask.leadBytes { behind.insert(datum.lead + Array(house.utf8)) }
        }
    }

    /// Adds the places of the digits of known homes.
    func hide(_ text: NormalisedText, _ hidden: inout [Int]) {
        guard !withVillage.isEmpty || !behind.isEmpty else { return }
        let bytes = text.bytes
        var index = 0
        while index < bytes.count {
            guard Latin.isDigit(bytes[index]) else {
                index += 1
                continue
            }
            guard let house = HouseNumber(text, at: index) else {
                repeat {
                    index += 1
                } while index < bytes.count && Latin.isDigit(bytes[index]) && !text.spaceBefore(index)
                continue
            }
            let end = villageEnd(text, after: house.range.upperBound)
            let lead = bytes[max(0, house.range.lowerBound - 3 * PersonalDataMask.leadBytes)..<house.range.lowerBound]
            if withVillage.contains(Array(bytes[house.range.lowerBound..<end])) {
                hidden += (house.range.lowerBound..<end).filter { Latin.isDigit(bytes[$0]) }
            } else if behind.contains(PersonalDataMask.lead(of: lead) + Array(house.text.utf8)) {
                hidden += house.range.filter { Latin.isDigit(bytes[$0]) }
            }
            index = house.range.upperBound
        }
    }

    /// The end of the number behind Thai letters that may mean the village, or `end` when there is none.
    private func villageEnd(_ text: NormalisedText, after end: Int) -> Int {
        let bytes = text.bytes
        var start = end
        while start < bytes.count, start - end < KnownHomes.villageReach, bytes[start] > 0x7F || bytes[start] == 0x2E {
            start += 1
        }
        guard start > end else { return end }
        var stop = start
        while stop < bytes.count, Latin.isDigit(bytes[stop]), stop == start || !text.spaceBefore(stop) { stop += 1 }
        return stop > start && stop - start <= 2 ? stop : end
    }
}
