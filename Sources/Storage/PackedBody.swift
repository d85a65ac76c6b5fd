import Digests

/// A body as it is kept: its digest, and its bytes packed with another body of the same site as prefix, or alone.
struct PackedBody {
    var digest: [UInt8]
    var size: Int
    /// The body that is needed for unpacking.
    var base: Int64?
    var content: [UInt8]
}
