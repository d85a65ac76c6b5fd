public import Checklists
public import Documents
public import Extraction
public import Findings
public import GradingCore
public import Judging
public import Planning
import Storage
public import Submissions
public import ThaiText

/// Everything that one audit needs, besides the network.
public struct AuditRequest: Sendable {
    public var submission: Submission
    /// Warnings about the submission file, for the report.
    public var submissionWarnings: [BilingualText]
    public var list: YearList
    public var library: ChecklistLibrary
    /// Lower-case hexadecimal; over checklist and rules.
    public var checklistDigest: String
    public var signatures: PageSignatures
    /// By which personal data on pages is recognised.
    public var personalDataRules: PersonalDataRules
    /// How viewers and drives are opened, and which hosts are social networks.
    public var wrappers: WrapperRules
    public var asOf: CivilDate
    /// A draft: items without a row are unknown.
    public var isDraft: Bool
    /// Least wait before failures that may pass are tried once more; zero: no second pass.
    public var secondPass: Duration
    public var caps: CrawlCaps
    public var robots: RobotsMode
    /// Reads files other than pages; nil where they are not read, and then tell nothing.
    public var documents: DocumentReading?
    /// The browser for pages made by script; nil where there is none, and they stay undecided.
    public var rendering: PageRendering?
    public var toolVersion: String
    /// Made of list and library, where several audits share one: its tables take 10 MB. Nil: this audit makes its own.
    public var judge: Judge?

    public init(
        submission: Submission, list: YearList, library: ChecklistLibrary, checklistDigest: String,
        signatures: PageSignatures, personalDataRules: PersonalDataRules, asOf: CivilDate, isDraft: Bool = false,
        secondPass: Duration = .seconds(60),
        caps: CrawlCaps = CrawlCaps(), robots: RobotsMode = .followed, wrappers: WrapperRules = .none,
        documents: DocumentReading? = nil, rendering: PageRendering? = nil, toolVersion: String
    ) {
        self.submission = submission
        submissionWarnings = submission.warnings.map { warning in
            BilingualText(
                th: "\(warning.place): \(warning.message.th) \(warning.fix.th)",
                en: "\(warning.place): \(warning.message.en) \(warning.fix.en)")
        }
        self.list = list
        self.library = library
        self.checklistDigest = checklistDigest
        self.signatures = signatures
        self.personalDataRules = personalDataRules
        self.wrappers = wrappers
        self.asOf = asOf
        self.isDraft = isDraft
        self.secondPass = secondPass
        self.caps = caps
        self.robots = robots
        self.documents = documents
        self.rendering = rendering
        self.toolVersion = toolVersion
    }
}

extension AuditRequest {
    /// How bodies are read, with what `store` keeps of files that were read before.
    func bodies(store: (any RunStore)?) -> BodyReading {
        BodyReading(
            wrappers: wrappers, files: documents.map { DocumentShelf($0, store: store) }, rendering: rendering,
            asOf: asOf)
    }

    /// The agency as findings and reports name it.
    public var agencyProfile: AgencyProfile {
        let agency = submission.agency
        return AgencyProfile(
            name: agency.name, website: agency.website, type: agency.type?.rawValue ?? "", province: agency.province)
    }
}

/// What the conductor tells while it works. Counts only grow within a phase.
public enum AuditEvent: Sendable {
    case planned(addresses: Int, items: Int)
    case started(address: String)
    case fetched(address: String, outcome: String, milliseconds: Int)
    /// So many failures happened while our own network was down.
    case cutOff(addresses: Int)
    /// Failures that may pass are waited for.
    case waiting(addresses: Int, wait: Duration)
    /// So many links are followed next.
    case following(addresses: Int)
    case judged(itemsDecided: Int, items: Int)
}
