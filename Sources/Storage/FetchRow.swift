import Digests
import WebEvidence

/// What is kept of one fetch beside its body: the canonical form that is sealed.
struct FetchRow {
    var key: Int64 = 0
    /// Without body.
    var record: FetchRecord
    var pass: Int
    /// Nil when there was no answer.
    var bodyDigest: [UInt8]?
    /// Of the document, nil without one.
    var documentSeal: Seal?
    /// Who read the document, nil without one.
    var extractor: ExtractorVersion?

    init(_ page: KeptPage, bodyDigest: [UInt8]?, documentSeal: Seal?, extractor: ExtractorVersion?) {
        record = page.record
        record.body = []
        pass = page.pass
        self.bodyDigest = bodyDigest
        self.documentSeal = documentSeal
        self.extractor = documentSeal == nil ? nil : extractor
    }

    var seal: Seal {
        Seal("fetch") { writer in
            AddressCodec.parts(record.requested, &writer)
            AddressCodec.parts(record.final, &writer)
            writer.choice(record.outcome)
            writer.optional(record.status) { $0.int($1) }
            writer.text(record.fetchedAt)
            writer.int(record.milliseconds)
            writer.text(record.detail)
            writer.int(pass)
            writer.optional(bodyDigest) { $0.block($1) }
            writer.optional(documentSeal) { $0.raw($1.bytes) }
            writer.optional(extractor?.text) { $0.text($1) }
            writer.raw(HeaderCodec.bytes(record.headers))
            writer.list(record.redirects) { writer, hop in
                writer.text(hop.address)
                writer.int(hop.status)
                writer.text(hop.location)
            }
            writer.list(record.attempts) { writer, attempt in
                writer.text(attempt.startedAt)
                writer.choice(attempt.outcome)
                writer.optional(attempt.status) { $0.int($1) }
                writer.int(attempt.milliseconds)
            }
            // New with the second version of the store; without them a row has the seal that the first gave it.
            guard !record.server.isEmpty || record.relaxed != nil else { return }
            writer.text(record.server)
            writer.optional(record.relaxed) { writer, relaxed in
                writer.choice(relaxed.finding)
                writer.choice(relaxed.content)
                writer.text(relaxed.address)
            }
        }
    }

    /// The first 8 bytes of a digest of the address, by which a page is found in its run.
    static func shortDigest(_ requested: PageAddress) -> Int64 {
        var writer = ByteWriter()
        AddressCodec.parts(requested, &writer)
        return shortDigest(ContentDigest(of: writer.bytes).bytes)
    }

    /// The first 8 bytes of a digest as one number.
    static func shortDigest(_ digest: [UInt8]) -> Int64 {
        digest.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }
}
