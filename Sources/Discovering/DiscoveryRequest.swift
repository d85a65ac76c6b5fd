public import Assessing
public import Checklists
public import Documents
public import Extraction
public import GradingCore
public import ThaiText
public import WebEvidence

/// Everything that one search needs besides the network.
public struct DiscoveryRequest: Sendable {
    /// The front page of the agency's website, or of its part of one.
    public var website: PageAddress
    public var list: YearList
    public var library: ChecklistLibrary
    public var rules: DiscoveryRules
    public var signatures: PageSignatures
    public var wrappers: WrapperRules
    /// What is hidden in quotes.
    public var personalDataRules: PersonalDataRules
    public var asOf: CivilDate
    public var agency: AgencyName
    public var limits: DiscoveryLimits
    public var robots: RobotsMode
    /// Reads files; nil where they are not read.
    public var documents: DocumentReading?
    /// Shows pages made by script; nil where none is shown.
    public var rendering: PageRendering?

    /// The agency as far as it is known; the name may be empty.
    public struct AgencyName: Sendable, Hashable {
        public var name: String
        public var type: String

        public init(name: String = "", type: String = "") {
            self.name = name
            self.type = type
        }
    }

    public init(
        website: PageAddress, list: YearList, library: ChecklistLibrary, rules: DiscoveryRules,
        signatures: PageSignatures, wrappers: WrapperRules,
        personalDataRules: PersonalDataRules, asOf: CivilDate, agency: AgencyName = AgencyName(),
        limits: DiscoveryLimits = DiscoveryLimits(), robots: RobotsMode = .followed,
        documents: DocumentReading? = nil, rendering: PageRendering? = nil
    ) {
        self.website = website
        self.list = list
        self.library = library
        self.rules = rules
        self.signatures = signatures
        self.wrappers = wrappers
        self.personalDataRules = personalDataRules
        self.asOf = asOf
        self.agency = agency
        self.limits = limits
        self.robots = robots
        self.documents = documents
        self.rendering = rendering
    }
}
