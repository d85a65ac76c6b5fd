/// What a text shows of a private person. Its texts are personal data themselves: they belong into no log or report,
/// `masked` excepted.
public struct PersonalDatum: Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// A citizen's 13-digit number with a right check digit.
        case citizenNumber
        case bankAccount
        case telephone
        case homeAddress
    }

    public let kind: Kind
    /// Index of the part in which it begins.
    public let part: Int
    /// Bytes of that part's shadow.
    public let range: Range<Int>
    /// What two spellings of the same have in common: the digits, or house and village number.
    public let key: String
    /// As written, with so many digits replaced by `x` that nobody can complete it.
    public let masked: String
    /// Of a home the shadow of what `range` covers, else empty.
    let shadow: [UInt8]
    /// Of a home the shadow before it, by which a house number is known again elsewhere.
    let lead: [UInt8]

    /// Tells the kind only, so that no test or trap prints personal data.
    public var description: String { "\(kind)" }

    /// How many of its first digits may be shown: office and district of a citizen's number, bank branch, telephone
    /// company. What is hidden has at least ten million possibilities.
    static func shownDigits(_ kind: Kind) -> Int {
        switch kind {
        case .citizenNumber: 5
        case .bankAccount, .telephone: 3
        case .homeAddress: 0
        }
    }
}

/// One text that is looked at together with others: a cell of a row, or a whole paragraph.
public struct PersonalDataPart: Sendable {
    public var text: NormalisedText
    /// The head of the cell's column.
    public var head: PersonalDataWords

    public init(text: NormalisedText, head: PersonalDataWords = []) {
        self.text = text
        self.head = head
    }
}

/// Where the parts stand.
public struct PersonalDataContext: Sendable, Hashable {
    public enum Place: Sendable, Hashable {
        case text
        /// A file's name; only citizens' numbers are looked for.
        case fileName
        /// The query of an address; only numbers that are called citizens' numbers there are looked for.
        case query
    }
    public var place: Place
    /// The headings above tell of a list of citizens (recipients, applicants).
    public var isRoster: Bool
    /// The nearest heading.
    public var heading: PersonalDataWords

    public init(place: Place = .text, isRoster: Bool = false, heading: PersonalDataWords = []) {
        self.place = place
        self.isRoster = isRoster
        self.heading = heading
    }
}

/// The texts before (nearest first) and after that belong to the same record.
public struct PersonalDataNeighbours: Sendable {
    public var before: [[NormalisedText]]
    public var after: [[NormalisedText]]

    public init(before: [[NormalisedText]] = [], after: [[NormalisedText]] = []) {
        self.before = before
        self.after = after
    }
}

/// The personal data in texts that stand together: the cells of one row, or one paragraph. In order of the parts; what
/// may as well be official or a company's is left out, citizens' numbers excepted.
/// - Parameter neighbours: asked for only where a number is found about which the parts themselves say too little.
public func personalData(
    in parts: [PersonalDataPart], context: PersonalDataContext = PersonalDataContext(), rules: PersonalDataRules,
    neighbours: () -> PersonalDataNeighbours = { PersonalDataNeighbours() }
) -> [PersonalDatum] {
    guard parts.contains(where: { PersonalDataReader.hasDigit($0.text.bytes) }) else { return [] }
    var reader = PersonalDataReader(parts, context: context, rules: rules)
    return reader.data(neighbours)
}

/// The personal data in one text.
public func personalData(in text: NormalisedText, rules: PersonalDataRules) -> [PersonalDatum] {
    personalData(in: [PersonalDataPart(text: text)], rules: rules)
}

/// False for texts in which `personalData` finds nothing whatever stands around them; many times quicker.
public func mayHoldPersonalData(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte &- 0x30 < 10 { return true }
            if byte == 0xE0, index + 2 < bytes.count {
                if bytes[index + 1] == 0xB9, bytes[index + 2] &- 0x90 < 10 { return true }
                index += 3
            } else {
                if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC { return true }
                index += 1
            }
        }
        return false
    }
}
