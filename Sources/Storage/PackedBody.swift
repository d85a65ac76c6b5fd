/// A body as it is kept: its digest, and its bytes packed alone or with another body as prefix.
struct PackedBody {
    var digest: [UInt8]
    var size: Int
    /// The body that is needed for unpacking; it stands alone itself.
    var base: Int64?
    var content: [UInt8]
}

/// The bodies on which others of the same host lean: the pages of a website repeat their frame, and a page packed with
/// another as prefix holds only what is its own. A body never leans on one that leans, and only so many lean on one, so
/// that damage stays small.
struct BodyBases {
    struct Base {
        var key: Int64
        var digest: [UInt8]
        var bytes: [UInt8]
        /// How many bytes packing leaves of a hundred when a page of this host stands alone.
        var percentAlone: Int
        var leaning = 0
    }

    static let mostLeaning = 64
    /// Smaller ones have no frame; of larger ones zstd at our level does not reach the beginning.
    static let usefulBytes = 512...(256 << 10)
    private static let mostHosts = 32
    private var bases: [String: Base] = [:]

    func base(of host: String, for body: [UInt8]) -> Base? {
        guard let base = bases[host], base.leaning < BodyBases.mostLeaning, body.count >= 64,
            body.count <= BodyBases.usefulBytes.upperBound
        else { return nil }
        return base
    }

    /// A page that leans on it was kept.
    mutating func noteLeaning(_ host: String) { bases[host]?.leaning += 1 }

    /// A page that stands alone was kept: the next ones of its host lean on it, unless it is nothing to lean on.
    mutating func note(_ body: PackedBody, _ bytes: [UInt8], key: Int64, host: String) {
        let percent = body.content.count * 100 / max(1, bytes.count)
        guard BodyBases.usefulBytes.contains(bytes.count), percent <= 60 else { return }
        if bases.count >= BodyBases.mostHosts, bases[host] == nil { bases.removeAll() }
        bases[host] = Base(key: key, digest: body.digest, bytes: bytes, percentAlone: percent)
    }
}
