/// Citizens' numbers.
extension PersonalDataReader {
    /// How far before a number its name may stand, in bytes of the shadow; a Thai letter has three.
    private static let labelReach = 120

    mutating func readCitizenNumbers() {
        for part in parts.indices {
            let text = parts[part].text
            var numbers: [(range: Range<Int>, key: String)] = []
            DigitChain.each(in: text, least: 13) { chain in
                for number in chain.citizenNumbers() {
                    let range = chain.places[number.range.lowerBound]..<chain.places[number.range.upperBound - 1] + 1
                    guard isCitizens(number, chain, part, range) else { continue }
                    numbers.append((range, chain.key(number.range)))
                }
            }
            for number in numbers { add(.citizenNumber, part: part, range: number.range, key: number.key) }
        }
    }

    private func isCitizens(
        _ number: DigitChain.CitizenNumber, _ chain: DigitChain, _ part: Int, _ range: Range<Int>
    ) -> Bool {
        let label = numberLabel(part, range)
        if label.contains(.citizenNumberLabel) { return true }
        if label.contains(.taxNumberLabel) {
            return number.speaksForItself && !rowWords.contains(.company)
        }
        if label.contains(.otherNumberLabel) { return false }
        switch context.place {
        case .text:
            return number.speaksForItself && !isInAddress(part, range)
                && !chain.isStoredFile(number.range, in: parts[part].text)
        case .fileName: return number.speaksForItself && !chain.isTimeStamp(number.range)
        case .query: return false
        }
    }

    /// What the number is called: the last name before it, else the first just behind it, the column's head, or the
    /// cell before.
    private func numberLabel(_ part: Int, _ range: Range<Int>) -> Words {
        let kinds: Words = [.citizenNumberLabel, .taxNumberLabel, .otherNumberLabel]
        if let label = label(part, before: range.lowerBound, reach: PersonalDataReader.labelReach, of: kinds) {
            return label.words
        }
        let behind = words(part, in: range.upperBound..<range.upperBound + 12)
        if behind.holdsAny(of: kinds) { return behind }
        if parts[part].head.holdsAny(of: kinds) { return parts[part].head }
        guard part > 0, !PersonalDataReader.hasDigit(parts[part - 1].text.bytes) else { return [] }
        return words(part - 1)
    }

    /// The number of a post or record in a written address: /posts/1234567890123, ?id=1234567890123
    private func isInAddress(_ part: Int, _ range: Range<Int>) -> Bool {
        let bytes = parts[part].text.bytes
        let start = range.lowerBound
        guard start > 1, !parts[part].text.spaceBefore(start), !parts[part].text.spaceBefore(start - 1) else {
            return false
        }
        return (bytes[start - 1] == 0x2F || bytes[start - 1] == 0x3D) && Latin.isLetter(bytes[start - 2])
    }

    /// A number whose digits are spread over cells: 1 | 2345 | 67890 | 12 | 1, or a cell for each digit. Counted only
    /// in rows that speak of citizens' numbers.
    mutating func readCitizenNumberOverCells() {
        guard parts.count > 4, rowWords.contains(.citizenNumberLabel) else { return }
        var run: [(part: Int, digits: [UInt8])] = []
        for part in parts.indices {
            let bytes = parts[part].text.bytes.filter { $0 != 0x2D }
            if !bytes.isEmpty, bytes.count <= 5, bytes.allSatisfy(Latin.isDigit) {
                run.append((part, bytes.map { $0 - 48 }))
            } else {
                takeCells(&run)
            }
        }
        takeCells(&run)
    }

    private mutating func takeCells(_ run: inout [(part: Int, digits: [UInt8])]) {
        defer { run = [] }
        let sizes = run.map(\.digits.count)
        for start in run.indices {
            let lengths = sizes[start...]
            let cells =
                lengths.starts(with: [1, 4, 5, 2, 1])
                ? 5 : lengths.starts(with: [UInt8](repeating: 1, count: 13).map(Int.init)) ? 13 : 0
            guard cells > 0 else { continue }
            let digits = run[start..<start + cells].flatMap(\.digits)
            guard DigitChain.isCitizenNumber(digits[...]) else { continue }
            let key = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
            add(
                .citizenNumber, part: run[start].part, range: 0..<parts[run[start].part].text.bytes.count, key: key,
                form: PersonalDataMask.officialForm(of: digits))
            return
        }
    }
}
