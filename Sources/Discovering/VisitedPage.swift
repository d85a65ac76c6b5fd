import Assessing
import Extraction
import WebEvidence

/// A page of the walk, with the way to it.
struct VisitedPage: Sendable {
    /// What was asked for, without session ids.
    var address: PageAddress
    /// Where its redirects ended.
    var final: PageAddress
    var document: ExtractedDocument?
    var outcome: Outcome
    var kind: BodyKind
    /// Clicks from the front page.
    var depth: Int
    /// The words of the links that led here from the front page, in order.
    var path: [String]
    /// The page on which its link stood; nil for the front page and listed addresses.
    var foundOn: PageAddress?
    /// Text, row and headings of the link that led here.
    var way: String
    var sha256: String
    /// Blocks of JSON-LD.
    var embedded: [[UInt8]]
    /// False for a copy of a page that was read before.
    var isNew: Bool

    /// What it calls itself: its first heading or its title.
    var title: String {
        guard let document else { return "" }
        let heading = document.blocks.first { block in
            if case .heading(let level) = block.kind { level <= 2 && block.region == .main } else { false }
        }
        return heading?.text ?? document.title
    }
}

/// A link that may be asked.
struct WalkLink: Sendable {
    var address: PageAddress
    var key: String
    var depth: Int
    var path: [String]
    var foundOn: PageAddress?
    var way: String
    /// What makes it worth a request; more is sooner.
    var points: Int
}
