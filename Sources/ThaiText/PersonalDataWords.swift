/// The vocabulary that tells what a number or address is. Raw values are the lists of `rules/personal-data.json`.
public enum PersonalDataWord: String, Sendable, Hashable, CaseIterable {
    /// Names of the citizen's number.
    case citizenNumberLabel = "citizen_number_labels"
    /// Names of other numbers of thirteen digits.
    case otherNumberLabel = "other_number_labels"
    case taxNumberLabel = "tax_number_labels"
    case accountLabel = "account_labels"
    case accountHolderLabel = "account_holder_labels"
    case bank = "banks"
    /// Agencies, funds, temples: whose accounts are meant to be known.
    case publicHolder = "public_holders"
    /// Companies: no number beside them that is called a tax number is a citizen's.
    case company = "companies"
    /// Others who do business with the agency.
    case vendor = "vendors"
    /// What a citizen is called who deals with the agency: complainant, applicant.
    case role = "roles"
    case roster = "rosters"
    /// Whom a roster lists: recipients of allowances, applicants.
    case citizenGroup = "citizen_groups"
    /// What looks like the name of a roster and is none.
    case notRoster = "not_rosters"
    case nameColumn = "name_columns"
    case homeLabel = "home_labels"
    case addressLabel = "address_labels"
    /// What stands between house and village number.
    case village = "village_words"
    /// Positions and units: what is beside them belongs to somebody in office.
    case official = "officials"
    /// A telephone number beside these is meant to be called.
    case contact = "contact_words"
    /// Seats of agencies and companies.
    case office = "offices"
    /// Works whose places are told by houses and their owners.
    case works = "works"

    var words: PersonalDataWords {
        PersonalDataWords(rawValue: 1 << UInt32(PersonalDataWord.allCases.firstIndex(of: self) ?? 31))
    }
}

/// Which kinds of words a text holds.
public struct PersonalDataWords: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    static let citizenNumberLabel = PersonalDataWord.citizenNumberLabel.words
    static let otherNumberLabel = PersonalDataWord.otherNumberLabel.words
    static let taxNumberLabel = PersonalDataWord.taxNumberLabel.words
    static let accountLabel = PersonalDataWord.accountLabel.words
    static let accountHolderLabel = PersonalDataWord.accountHolderLabel.words
    static let bank = PersonalDataWord.bank.words
    static let publicHolder = PersonalDataWord.publicHolder.words
    static let company = PersonalDataWord.company.words
    static let vendor = PersonalDataWord.vendor.words
    static let role = PersonalDataWord.role.words
    static let roster = PersonalDataWord.roster.words
    static let citizenGroup = PersonalDataWord.citizenGroup.words
    static let notRoster = PersonalDataWord.notRoster.words
    static let nameColumn = PersonalDataWord.nameColumn.words
    static let homeLabel = PersonalDataWord.homeLabel.words
    static let addressLabel = PersonalDataWord.addressLabel.words
    static let village = PersonalDataWord.village.words
    static let official = PersonalDataWord.official.words
    static let contact = PersonalDataWord.contact.words
    static let office = PersonalDataWord.office.words
    static let works = PersonalDataWord.works.words

    /// Somebody who is no private person.
    static let publicBody: PersonalDataWords = [.official, .office, .company, .vendor]
    /// Beside these a telephone number is meant to be known.
    static let publicContact: PersonalDataWords = [.official, .office, .company, .vendor, .contact]

    func holdsAny(of others: PersonalDataWords) -> Bool { !isDisjoint(with: others) }
}

/// The vocabulary of personal data, ready to be found in texts. Data of `rules/personal-data.json`.
public struct PersonalDataRules: Sendable {
    /// A word of the vocabulary in a shadow.
    struct Mark {
        var words: PersonalDataWords
        var range: Range<Int>
    }

    private let automaton: PhraseAutomaton
    private let words: [PersonalDataWords]

    /// - Parameter words: the phrases of each kind; a kind without any is never found.
    public init(words: [PersonalDataWord: [String]]) {
        var phrases: [String] = []
        var kinds: [PersonalDataWords] = []
        for kind in PersonalDataWord.allCases {
            for phrase in words[kind] ?? [] {
                phrases.append(phrase)
                kinds.append(kind.words)
            }
        }
        automaton = PhraseAutomaton(phrases: phrases)
        self.words = kinds
    }

    /// The words of a text, ascending by start, longer ones first. Words inside a bank's name do not count: there are
    /// banks of cooperatives, of commerce and of buildings.
    func marks(in text: NormalisedText) -> [Mark] {
        let hits = automaton.hits(in: text).sorted {
            ($0.range.lowerBound, -$0.range.upperBound, $0.phrase) < (
                $1.range.lowerBound, -$1.range.upperBound, $1.phrase
            )
        }
        var marks: [Mark] = []
        marks.reserveCapacity(hits.count)
        var bankEnd = 0
        for hit in hits {
            let words = words[hit.phrase]
            if words == .bank {
                bankEnd = max(bankEnd, hit.range.upperBound)
            } else if hit.range.upperBound <= bankEnd {
                continue
            }
            marks.append(Mark(words: words, range: hit.range))
        }
        return marks
    }

    /// Which kinds of words a head or heading holds.
    public func words(in text: String) -> PersonalDataWords {
        marks(in: NormalisedText(text)).reduce(into: []) { $0.formUnion($1.words) }
    }

    /// Does a heading name a list of citizens?
    public func namesRoster(_ heading: PersonalDataWords) -> Bool {
        heading.isSuperset(of: [.roster, .citizenGroup]) && !heading.holdsAny(of: [.notRoster, .official, .vendor])
    }
}
