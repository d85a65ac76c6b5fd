/// Bank accounts and telephones.
extension PersonalDataReader {
    /// The shortest number that is looked for.
    private static let leastDigits = 9
    /// How far before an account its name or its bank may stand, in bytes of the shadow; a Thai letter has three.
    private static let accountReach = 120
    private static let bankReach = 90
    /// How far before a telephone number its owner may be named.
    private static let roleWindow = 400

    mutating func readOtherNumbers(_ neighbours: () -> PersonalDataNeighbours) {
        for part in parts.indices {
            var candidates: [NumberCandidate] = []
            DigitChain.each(in: parts[part].text, least: PersonalDataReader.leastDigits) { chain in
                candidates += PersonalDataReader.candidates(in: chain, parts[part].text)
            }
            var end = 0
            for candidate in candidates where candidate.range.lowerBound >= end {
                if hasCitizenNumber(part, in: candidate.range) { continue }
                if let account = candidate.account, isPrivateAccount(part, account.range, neighbours) {
                    add(.bankAccount, part: part, range: account.range, key: account.key)
                    end = account.range.upperBound
                } else if let phone = candidate.phone, isPrivateTelephone(part, phone.range, neighbours) {
                    add(.telephone, part: part, range: phone.range, key: phone.key)
                    end = phone.range.upperBound
                }
            }
        }
    }

    /// Digits that may be an account or a telephone.
    struct NumberCandidate {
        var range: Range<Int>
        var account: (range: Range<Int>, key: String)?
        var phone: (range: Range<Int>, key: String)?
    }

    private static func candidates(in chain: DigitChain, _ text: NormalisedText) -> [NumberCandidate] {
        var found: [NumberCandidate] = []
        for start in chain.digits.indices where chain.isGroupStart(start) {
            let place = chain.places[start]
            var candidate = NumberCandidate(range: place..<place + 1)
            if let account = chain.account(at: start) {
                let range = place..<chain.places[account.upperBound - 1] + 1
                candidate.account = (range, chain.key(account))
                candidate.range = range
            }
            let isAbroad = place > 0 && text.bytes[place - 1] == 0x2B
            if let phone = chain.mobileNumber(at: start, isAbroad: isAbroad) {
                let range = (isAbroad ? place - 1 : place)..<chain.places[phone.range.upperBound - 1] + 1
                candidate.phone = (range, phone.key)
                candidate.range = candidate.account == nil ? range : candidate.range
            }
            if candidate.account != nil || candidate.phone != nil { found.append(candidate) }
        }
        return found
    }

    /// Called an account, and a person's rather than an agency's or a business's.
    private mutating func isPrivateAccount(
        _ part: Int, _ range: Range<Int>, _ neighbours: () -> PersonalDataNeighbours
    ) -> Bool {
        guard isCalledAccount(part, range) else { return false }
        let near = window(part, range, before: 360, after: 240)
        let words = parts.count == 1 ? words(part, in: near) : rowWords
        if words.holdsAny(of: [.publicHolder, .company, .vendor]) { return false }
        if hasPerson(near: near, of: part) || context.isRoster || rowHasCitizenNumber { return true }
        return hasCitizenNumber(part, in: near) || isHeldByNeighbour(neighbours)
    }

    /// The texts around name a person as the holder, and nobody else.
    private mutating func isHeldByNeighbour(_ neighbours: () -> PersonalDataNeighbours) -> Bool {
        if let accountIsHeld { return accountIsHeld }
        let others = neighbours()
        var isHeld = false
        for texts in others.before.prefix(3) + others.after.prefix(2) {
            var reader = PersonalDataReader(
                texts.map { PersonalDataPart(text: $0) }, context: PersonalDataContext(), rules: rules)
            if reader.rowWords.holdsAny(of: [.publicHolder, .company, .vendor]) {
                isHeld = false
                break
            }
            if reader.rowWords.contains(.accountHolderLabel), reader.hasPersonAnywhere() { isHeld = true }
        }
        accountIsHeld = isHeld
        return isHeld
    }

    private func isCalledAccount(_ part: Int, _ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        if label(part, before: start, reach: PersonalDataReader.accountReach, of: .accountLabel) != nil { return true }
        if label(part, before: start, reach: PersonalDataReader.bankReach, of: .bank) != nil { return true }
        if parts[part].head.contains(.accountLabel) { return true }
        guard part > 0 else { return false }
        return words(part - 1).holdsAny(of: [.accountLabel, .bank])
    }

    /// A private person's, not that of somebody who is to be reached by it.
    private mutating func isPrivateTelephone(
        _ part: Int, _ range: Range<Int>, _ neighbours: () -> PersonalDataNeighbours
    ) -> Bool {
        if isOfNamedCitizen(part, range) { return true }
        let near = window(part, range, before: 300, after: 120)
        let own = words(part, in: near).union(parts[part].head)
        if own.holdsAny(of: .publicContact) { return false }
        if parts[part].head.contains(.role) || hasCitizenNumber(part, in: near) { return true }
        if own.contains(.homeLabel), person(part, in: near) != nil { return true }
        if isBesideCitizen(part) { return true }
        let row = parts.count == 1 ? own : rowWords
        if row.holdsAny(of: .publicContact) { return false }
        let isCitizensRow = row.contains(.homeLabel) || context.isRoster || rowHasCitizenNumber
        if isCitizensRow, hasPerson(near: near, of: part) { return true }
        guard parts.count <= 2 else { return false }
        if context.heading.contains(.role), !context.heading.holdsAny(of: .publicContact),
            hasPerson(near: near, of: part)
        {
            return true
        }
        return nearestSign(neighbours) == .person
    }

    /// A role with a name directly behind it stands before the number, and nothing official between them or right
    /// behind the number.
    mutating func isOfNamedCitizen(_ part: Int, _ range: Range<Int>) -> Bool {
        var index = firstMark(part, from: range.upperBound)
        if index < marks[part].count, marks[part][index].range.lowerBound < range.upperBound + 30,
            marks[part][index].words.holdsAny(of: .publicBody)
        {
            return false
        }
        index = firstMark(part, from: range.lowerBound) - 1
        while index >= 0, marks[part][index].range.lowerBound >= range.lowerBound - PersonalDataReader.roleWindow {
            let mark = marks[part][index]
            if mark.words.contains(.role), isNamed(mark, part) { return true }
            if mark.words.holdsAny(of: .publicBody) { return false }
            index -= 1
        }
        return false
    }

    /// A cell to the left is that of a complainant or applicant, and nothing official stands between.
    private mutating func isBesideCitizen(_ part: Int) -> Bool {
        var other = part - 1
        while other >= 0 {
            let words = words(other).union(parts[other].head)
            if words.holdsAny(of: .publicContact) { return false }
            if words.contains(.role) { return parts[other].head.contains(.role) || !persons(other).isEmpty }
            other -= 1
        }
        return false
    }
}
