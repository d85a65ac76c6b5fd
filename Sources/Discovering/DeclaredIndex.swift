import FoundationEssentials
import GradingCore
import WebEvidence

/// An index that stands in a page as data (JSON-LD): it is taken as it is.
struct DeclaredIndex: Sendable {
    let year: Int?
    let pairs: [IndexPair]

    /// Nil when no block is one.
    init?(blocks: [[UInt8]], page: PageAddress, naming: ItemNaming) {
        return nil
    }
}
