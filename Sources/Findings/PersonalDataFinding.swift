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
    /// Where the first one stands: `title`, `heading`, `table`, `body`, `link`, `image`, `file-name` (of a linked file) or
    /// `address` (of the page itself).
    public var place: String

    public init(kind: Kind, evidence: EvidenceID, item: ItemID, count: Int, masked: String, place: String) {
        self.kind = kind
        self.evidence = evidence
        self.item = item
        self.count = count
        self.masked = masked
        self.place = place
    }

    /// True when the number is part of an address, which reports repeat verbatim and search engines keep: then the file
    /// must get another name too.
    public var standsInAddress: Bool { place == "address" || place == "file-name" }

    /// What to do about this finding; renaming included where the number stands in an address.
    public var advice: BilingualText {
        guard standsInAddress else { return kind.advice }
        let rename = PersonalDataFinding.rename
        return BilingualText(th: "\(rename.th) \(kind.advice.th)", en: "\(rename.en) \(kind.advice.en)")
    }
}
