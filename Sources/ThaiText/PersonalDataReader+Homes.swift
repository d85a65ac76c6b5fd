/// Home addresses: house number, with village number where it follows.
extension PersonalDataReader {
    /// House number and what of the village number follows it.
    struct Home {
        var range: Range<Int>
        /// House and village number.
        var key: String
        var hasVillage: Bool
    }

    /// How far before a house its owner's name may end, where nothing calls it a home; in bytes of the shadow.
    private static let nameReach = 60
    /// Colon, point, dash, bracket: what may stand between a label and its number.
    private static let labelEnds: Set<UInt8> = [0x3A, 0x2E, 0x2D, 0x28]

    mutating func readHomes(_ neighbours: () -> PersonalDataNeighbours) {
        for part in parts.indices {
            var end = 0
            for mark in marks[part] where mark.words.holdsAny(of: [.homeLabel, .village]) {
                let isLabel = mark.words.contains(.homeLabel)
                let home = isLabel ? self.home(part, behind: mark.range.upperBound) : self.home(part, before: mark)
                guard let home, home.range.lowerBound >= end else { continue }
                let isCalledHome = isLabel || isCalledAddress(part, mark)
                guard isPrivateHome(part, home, isCalledHome: isCalledHome, neighbours) else { continue }
                let shown = (isLabel ? mark.range.lowerBound : home.range.lowerBound)..<home.range.upperBound
                add(.homeAddress, part: part, range: home.range, key: home.key, form: parts[part].text.words(shown))
                end = home.range.upperBound
            }
            if end == 0, parts[part].head.contains(.homeLabel), let home = wholeCell(part),
                isPrivateHome(part, home, isCalledHome: true, neighbours)
            {
                add(.homeAddress, part: part, range: home.range, key: home.key)
            }
        }
    }

    private func isCalledAddress(_ part: Int, _ village: Mark) -> Bool {
        if parts[part].head.holdsAny(of: [.homeLabel, .addressLabel]) { return true }
        let start = village.range.lowerBound
        return label(part, before: start, reach: PersonalDataReader.nameReach, of: [.homeLabel, .addressLabel]) != nil
    }

    // MARK: Reading

    /// A house number directly behind a label: บ้านเลขที่ 12/3 หมู่ 4
    private func home(_ part: Int, behind end: Int) -> Home? {
        let bytes = parts[part].text.bytes
        var start = end
        while start < bytes.count, start < end + 3, PersonalDataReader.labelEnds.contains(bytes[start]) { start += 1 }
        guard let house = HouseNumber(parts[part].text, at: start) else { return nil }
        let village = marks[part][firstMark(part, from: house.range.upperBound)...].first
        return home(part, house, village)
    }

    /// A house number directly before หมู่ that is followed by a number.
    private func home(_ part: Int, before village: Mark) -> Home? {
        guard let house = HouseNumber(parts[part].text, endingAt: village.range.lowerBound) else { return nil }
        let home = home(part, house, village)
        return home.hasVillage ? home : nil
    }

    private func wholeCell(_ part: Int) -> Home? {
        guard let house = HouseNumber(parts[part].text, at: 0),
            house.range.upperBound == parts[part].text.bytes.count
        else { return nil }
        return home(part, house, nil)
    }

    /// Joins the village number when its word directly follows the house number.
    private func home(_ part: Int, _ house: HouseNumber, _ village: Mark?) -> Home {
        let bytes = parts[part].text.bytes
        var home = Home(range: house.range, key: house.text, hasVillage: false)
        guard let village, village.words.contains(.village), village.range.lowerBound - house.range.upperBound <= 1
        else {
            return home
        }
        var end = village.range.upperBound
        while end < bytes.count, end < village.range.upperBound + 2, bytes[end] == 0x2E { end += 1 }
        let start = end
        while end < bytes.count, Latin.isDigit(bytes[end]), end < start + 3 {
            if end > start, parts[part].text.spaceBefore(end) { break }
            end += 1
        }
        guard end > start, end - start <= 2 else { return home }
        home.range = house.range.lowerBound..<end
        home.key += " \(String(decoding: bytes[start..<end], as: UTF8.self))"
        home.hasVillage = true
        return home
    }

    // MARK: Whose it is

    private mutating func isPrivateHome(
        _ part: Int, _ home: Home, isCalledHome: Bool, _ neighbours: () -> PersonalDataNeighbours
    ) -> Bool {
        let near = window(part, home.range, before: 300, after: 240)
        let own = parts.count == 1 ? words(part, in: near) : rowWords
        if own.holdsAny(of: .publicBody.union(.works)) { return false }
        if isOfNamedCitizen(part, home.range) || hasCitizenNumber(part, in: near) || rowHasCitizenNumber { return true }
        // Whom one is invited to see is to be found.
        if own.contains(.contact) { return false }
        if isCalledHome {
            if hasPerson(near: near, of: part) || parts[part].head.contains(.role) { return true }
            return parts.count <= 2 && isAfterPerson(neighbours)
        }
        if own.contains(.publicHolder) { return false }
        if context.isRoster, hasPerson(near: near, of: part) { return true }
        if let name = lastPerson(part, before: home.range.lowerBound),
            home.range.lowerBound - name.upperBound <= PersonalDataReader.nameReach
        {
            return true
        }
        return parts.count <= 2 && nearestSign(neighbours) == .person
    }

    /// The text just before names a person and nothing official.
    private mutating func isAfterPerson(_ neighbours: () -> PersonalDataNeighbours) -> Bool {
        if nearestSign(neighbours) == .person { return true }
        guard let texts = neighbours().before.first else { return false }
        var reader = PersonalDataReader(
            texts.map { PersonalDataPart(text: $0) }, context: PersonalDataContext(), rules: rules)
        return reader.hasPersonAnywhere() && !reader.rowWords.holdsAny(of: .publicContact)
    }
}

/// 12, 12/3, 12/3-4: a house number in a shadow.
struct HouseNumber {
    var range: Range<Int>
    /// As it stands in the shadow.
    var text: String

    private static let longest = 10

    /// One that begins at a place.
    init?(_ text: NormalisedText, at start: Int) {
        let bytes = text.bytes
        guard start < bytes.count, Latin.isDigit(bytes[start]) else { return nil }
        var end = start
        while end < bytes.count, HouseNumber.isPart(bytes[end]), end - start <= HouseNumber.longest {
            if end > start, text.spaceBefore(end) { break }
            end += 1
        }
        // The rest of a number that is hidden already is no house.
        if end < bytes.count, bytes[end] == 0x78, !text.spaceBefore(end) { return nil }
        while end > start, !Latin.isDigit(bytes[end - 1]) { end -= 1 }
        self.init(bytes, start..<end)
    }

    /// One that ends at a place.
    init?(_ text: NormalisedText, endingAt end: Int) {
        let bytes = text.bytes
        var last = end
        if last > 0, bytes[last - 1] == 0x2C { last -= 1 }
        var start = last
        while start > 0, HouseNumber.isPart(bytes[start - 1]), last - start <= HouseNumber.longest {
            if start < last, text.spaceBefore(start) { break }
            start -= 1
        }
        while start < last, !Latin.isDigit(bytes[start]) { start += 1 }
        self.init(bytes, start..<last)
    }

    private init?(_ bytes: [UInt8], _ range: Range<Int>) {
        let groups = bytes[range].split(whereSeparator: { !Latin.isDigit($0) })
        guard let end = bytes[range].last, Latin.isDigit(end), range.count <= HouseNumber.longest,
            (1...3).contains(groups.count), groups.allSatisfy({ $0.count <= 4 })
        else { return nil }
        // 1/5/2566 is a day, 15/2566 the number of a letter.
        if groups.count > 1, let last = groups.last, last.count == 4, last.starts(with: [0x32, 0x35]) { return nil }
        self.range = range
        text = String(decoding: bytes[range], as: UTF8.self)
    }

    private static func isPart(_ byte: UInt8) -> Bool { Latin.isDigit(byte) || byte == 0x2F || byte == 0x2D }
}
