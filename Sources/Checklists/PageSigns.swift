/// Words by which a page shows that what is asked for does not stand on it, or cannot be relied on (`synonyms.json`,
/// member `signs`). They belong to no topic.
public struct PageSigns: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Filler of a theme that nobody replaced.
        case placeholder
        /// What stands in a cell whose content is still to come.
        case pending
        /// How the assessor's own instruction is worded: what the agency must publish.
        case instruction
        /// How a line of such an instruction begins.
        case instructionStart = "instruction_start"
        /// The content stands in an annex or attachment.
        case elsewhere
        /// The content can be seen, but not on the website.
        case unpublished
        /// The page itself says that its content may not hold.
        case selfDoubt = "self_doubt"
        /// What the page offers is not the agency's own.
        case notOwn = "not_own"
        /// Somebody has left office.
        case leftOffice = "left_office"
        /// Somebody took office on the day that follows.
        case tookOffice = "took_office"
        /// Head of a table of contents.
        case contents
        /// Hosts of social networks.
        case socialHosts = "social_hosts"
        /// Text that was stored in a wrong encoding.
        case garbled
        /// What a website prints around every content: counters, copyright, its maker.
        case siteLine = "site_line"
        /// What a counter of visitors counts: today, this month, in all.
        case counted
        /// What stands in the path of a picture that belongs to the website and not to the content.
        case sitePicture = "site_picture"
        /// The content stands in a picture of the page.
        case pictured
        /// The content does not exist yet and will be published.
        case promised
        /// The document itself says that it is no longer in force.
        case repealed
        /// What those write who took a page over: gambling.
        case takenOver = "taken_over"
        /// Posts of which an agency has one: its head.
        case headPost = "head_post"
        /// Posts of those who sign for an agency.
        case post
        /// What stands before the name of who signed.
        case signed
        /// Forms of the names of bodies that stand above others and may bind them.
        case superiorForms = "superior_forms"
        /// Forms of the names of companies, and with what such names end.
        case companyForms = "company_forms"
        case companyEnds = "company_ends"
        /// What makes the body named after it the owner: "the policy of the ministry".
        case owner
        /// Forms of the names of bodies that are no state agencies.
        case foreignForms = "foreign_forms"
        /// Forms of names that tell another body only from one of the same form.
        case peerForms = "peer_forms"
        /// Heads of table columns that hold the file of what the row names.
        case fileColumn = "file_column"
        /// Labels of the fields of a form, and what stands on the button that sends it or in its field for files.
        case formField = "form_field"
        case formSubmit = "form_submit"
    }

    private var words: [Kind: [String]] = [:]

    /// Nothing is a sign.
    public init() {}

    init(_ reader: NodeReader, problems: inout [ChecklistProblem]) {
        var reader = reader
        for kind in Kind.allCases { words[kind] = reader.strings(kind.rawValue, problems: &problems) }
        reader.finish(problems: &problems)
    }

    /// The phrases of a kind, as people write them.
    public subscript(_ kind: Kind) -> [String] { words[kind] ?? [] }
}
