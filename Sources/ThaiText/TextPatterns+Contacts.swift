/// Telephone numbers, mail addresses, postal addresses.
extension PatternReader {
    private static let extensions = keys("ต่อ", "ext.", "ext", "กด")
    private static let hotlines = keys("สายด่วน", "โทร.", "โทร", "โทรศัพท์", "hotline", "call center")

    /// 0-2xxx-xxxx, 035-000-000, 08x-xxx-xxxx, +66 2 xxx xxxx, สายด่วน 1567.
    func phones() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < text.bytes.count {
            guard isDigit(index) else {
                index += 1
                continue
            }
            if let phone = phone(at: index) {
                found.append(phone)
                index = phone.upperBound
            } else {
                index = digitsEnd(index)
            }
        }
        return found
    }

    private func phone(at start: Int) -> Range<Int>? {
        if start > 0, !text.spaceBefore(start), [0x2E, 0x2C, 0x2D, 0x2F].contains(byte(start - 1)), isDigit(start - 2) {
            return nil
        }
        if let short = hotline(at: start) { return short }
        var groups: [Int] = []
        var index = start
        var isAbroad = false
        if byte(start) == 0x36, byte(start + 1) == 0x36, byte(start - 1) == 0x2B {
            isAbroad = true
            index += 2
            while byte(index) == 0x2D || byte(index) == 0x28 || byte(index) == 0x29 { index += 1 }
        } else if byte(start) != 0x30 {
            return nil
        }
        let first = index
        let wanted = phoneLength(first, isAbroad: isAbroad)
        while isDigit(index), groups.reduce(0, +) < wanted {
            let end = digitsEnd(index)
            guard groups.isEmpty || end - index >= 3 else { return nil }
            groups.append(end - index)
            index = end
            guard groups.reduce(0, +) < wanted else { break }
            while [0x2D, 0x28, 0x29].contains(byte(index)), index < end + 2 { index += 1 }
        }
        guard groups.reduce(0, +) == wanted else { return nil }
        if isDigit(index), !text.spaceBefore(index) { return nil }
        return (isAbroad ? start - 1 : start)..<withExtension(index)
    }

    /// How many digits a number has by its first ones: nine at a desk, ten on the move.
    private func phoneLength(_ first: Int, isAbroad: Bool) -> Int {
        var place = first
        if !isAbroad { place += 1 }
        while place < first + 4, !isDigit(place), place < text.bytes.count { place += 1 }
        let isMobile = [0x36, 0x38, 0x39].contains(byte(place))
        return (isMobile ? 10 : 9) - (isAbroad ? 1 : 0)
    }

    /// ต่อ 12, and -5 for the last of a row of numbers.
    private func withExtension(_ end: Int) -> Int {
        if byte(end) == 0x2D, isDigit(end + 1), digitsEnd(end + 1) - end <= 3 { return digitsEnd(end + 1) }
        guard let word = first(PatternReader.extensions, at: end), isDigit(end + word.count) else { return end }
        return digitsEnd(end + word.count)
    }

    private func hotline(at start: Int) -> Range<Int>? {
        let end = digitsEnd(start)
        guard (3...4).contains(end - start), byte(start) == 0x31, byte(end) != 0x2D,
            let word = first(PatternReader.hotlines, endingAt: start)
        else { return nil }
        return (start - word.count)..<end
    }

    /// name@host.tld
    func emails() -> [Range<Int>] {
        var found: [Range<Int>] = []
        for at in text.bytes.indices where text.bytes[at] == 0x40 && !text.spaceBefore(at) && !text.spaceBefore(at + 1)
        {
            var start = at
            while start > 0, isMailByte(byte(start - 1)), start == at || !text.spaceBefore(start) { start -= 1 }
            var end = at + 1
            while end < text.bytes.count, end == at + 1 || !text.spaceBefore(end), isHostByte(byte(end)) { end += 1 }
            while end > at + 1, !Latin.isLetter(byte(end - 1)) { end -= 1 }
            guard start < at, let lastDot = text.bytes[at..<end].lastIndex(of: 0x2E), lastDot > at + 1,
                end - lastDot > 2
            else { continue }
            found.append(start..<end)
        }
        return PatternReader.disjoint(found)
    }

    private func isHostByte(_ byte: UInt8) -> Bool {
        Latin.isLetter(byte) || Latin.isDigit(byte) || byte == 0x2E || byte == 0x2D
    }

    private func isMailByte(_ byte: UInt8) -> Bool { isHostByte(byte) || byte == 0x5F || byte == 0x2B || byte == 0x25 }

    // MARK: Postal addresses

    private enum Part: Int { case house, tambon, amphoe, province, postcode }

    private static let parts: [(part: Part, words: [[UInt8]])] = [
        (.house, keys("เลขที่", "หมู่ที่", "หมู่", "ม.", "ถนน", "ถ.", "ซอย", "ซ.")),
        (.tambon, keys("ตำบล", "ตาบล", "ต.", "แขวง")),
        (.amphoe, keys("อำเภอ", "อาเภอ", "อ.", "เขต")),
        (.province, keys("จังหวัด", "จ.", "กรุงเทพ", "กทม")),
    ]
    private static let partWords: [(part: Part, word: [UInt8])] = parts.flatMap { entry in
        entry.words.map { (entry.part, $0) }
    }
    private static let partAutomaton = PhraseAutomaton(keys: partWords.map(\.word))
    /// Longest way from one part of an address to the next, in bytes of the shadow.
    private static let partReach = 120

    /// House or village number followed by two places (ตำบล, อำเภอ, จังหวัด) or one and a postcode; or all three places
    /// and a postcode.
    func addresses() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var run: [(part: Part, range: Range<Int>)] = []
        func close() {
            if let range = address(run) { found.append(range) }
            run = []
        }
        for piece in addressParts() {
            if let last = run.last {
                let isNext = piece.part.rawValue > last.part.rawValue || (piece.part == .house && last.part == .house)
                if !isNext || piece.range.lowerBound - last.range.upperBound > PatternReader.partReach { close() }
            }
            run.append(piece)
        }
        close()
        return found
    }

    private func address(_ run: [(part: Part, range: Range<Int>)]) -> Range<Int>? {
        let parts = Set(run.map(\.part))
        let places = parts.intersection([.tambon, .amphoe, .province]).count
        let isAddress =
            parts.contains(.house)
            ? places >= 2 || (places == 1 && parts.contains(.postcode)) : places == 3 && parts.contains(.postcode)
        guard isAddress, let first = run.first, let last = run.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    private func addressParts() -> [(part: Part, range: Range<Int>)] {
        var pieces: [(part: Part, range: Range<Int>)] = []
        for hit in PatternReader.partAutomaton.hits(in: text) {
            let part = PatternReader.partWords[hit.phrase].part
            let isShort = byte(hit.range.upperBound - 1) == 0x2E
            if isShort, !standsFree(hit.range.lowerBound) { continue }
            if part == .house, !isNumbered(hit.range.upperBound), byte(hit.range.lowerBound) != 0xE0 || isShort {
                continue
            }
            if part == .house, !isNumbered(hit.range.upperBound), !isStreet(hit.range) { continue }
            pieces.append((part, hit.range))
        }
        for number in numbers() where number.digits == 5 && !number.isGrouped && !number.hasDecimals {
            if (0x31...0x39).contains(byte(number.range.lowerBound)) { pieces.append((.postcode, number.range)) }
        }
        return pieces.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static let streets = keys("ถนน", "ซอย")

    private func isStreet(_ range: Range<Int>) -> Bool {
        PatternReader.streets.contains { has($0, at: range.lowerBound) && $0.count == range.count }
    }

    /// A number follows, perhaps after ที่.
    private func isNumbered(_ end: Int) -> Bool { isDigit(end) || (byte(end) == 0x2E && isDigit(end + 1)) }

    /// White space, a digit or a sign stands before.
    private func standsFree(_ start: Int) -> Bool {
        text.spaceBefore(start)
            || (byte(start - 1) < 0x80 && !Latin.isLetter(byte(start - 1)) && byte(start - 1) != 0x2E)
    }
}
