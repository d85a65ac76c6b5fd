public import GradingCore

/// Personal data that an evidence page shows to the world: told to the agency before others find it, never repeated.
public struct PersonalDataFinding: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A citizen's 13-digit number with a right check digit.
        case citizenID = "citizen_id"
        case bankAccount = "bank_account"
        /// A private telephone number.
        case telephone
        case homeAddress = "home_address"
    }
    public var kind: Kind
    public var evidence: EvidenceID
    public var item: ItemID
    /// How many different ones of this kind stand on the page, at least 1.
    public var count: Int
    /// The first one, masked so that nobody can complete it, for example `1-2345-xxxxx-xx-x`.
    public var masked: String
    /// Where the first one stands: `table`, `body`, ...
    public var place: String

    public init(kind: Kind, evidence: EvidenceID, item: ItemID, count: Int, masked: String, place: String) {
        self.kind = kind
        self.evidence = evidence
        self.item = item
        self.count = count
        self.masked = masked
        self.place = place
    }
}
