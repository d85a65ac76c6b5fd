public import GradingCore

/// The agency as the submission names it. Empty strings where it does not.
public struct AgencyProfile: Sendable, Hashable {
    public var name: String
    public var website: String
    /// `sao`, `municipality`, ... of the contract; empty when unknown.
    public var type: String
    public var province: String
    public init(name: String, website: String, type: String = "", province: String = "") {
        self.name = name
        self.website = website
        self.type = type
        self.province = province
    }
}

/// One finished (or interrupted) audit: everything that a report shows, nothing that a renderer would have to compute
/// from outside.
public struct Assessment: Sendable {
    public var run: RunID
    public var toolVersion: String
    public var checklistDigest: String
    public var agency: AgencyProfile
    public var fiscalYear: FiscalYear
    public var asOf: CivilDate
    /// UTC, ISO 8601 with `Z`.
    public var startedAt: String
    public var finishedAt: String
    /// True for a year whose list is fully sourced.
    public var isChecklistVerified: Bool
    public var checklistNotes: [BilingualText]
    /// In the order of the list; every item of the year has exactly one.
    public var items: [ItemFinding]
    public var evidence: [Evidence]
    public var notChecked: [NotChecked]
    /// Interrupted before every item was looked at.
    public var isPartial: Bool
    /// Warnings of the submission and of the run.
    public var warnings: [BilingualText]
    /// Personal data met in evidence, in the order of the evidence.
    public var personalData: [PersonalDataFinding]
    /// Other addresses for what is dead, wrong or missing; nil where nobody looked for any.
    public var suggestions: [LinkSuggestion]?

    public init(
        run: RunID, toolVersion: String, checklistDigest: String, agency: AgencyProfile, fiscalYear: FiscalYear,
        asOf: CivilDate, startedAt: String, finishedAt: String, isChecklistVerified: Bool,
        checklistNotes: [BilingualText], items: [ItemFinding], evidence: [Evidence], notChecked: [NotChecked],
        isPartial: Bool = false, warnings: [BilingualText] = [],
        personalData: [PersonalDataFinding] = [], suggestions: [LinkSuggestion]? = nil
    ) {
        self.run = run
        self.toolVersion = toolVersion
        self.checklistDigest = checklistDigest
        self.agency = agency
        self.fiscalYear = fiscalYear
        self.asOf = asOf
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.isChecklistVerified = isChecklistVerified
        self.checklistNotes = checklistNotes
        self.items = items
        self.evidence = evidence
        self.notChecked = notChecked
        self.isPartial = isPartial
        self.warnings = warnings
        self.personalData = personalData
        self.suggestions = suggestions
    }
}
