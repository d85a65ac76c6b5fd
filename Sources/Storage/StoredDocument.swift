import WebEvidence

/// A document in its packed form, and what must be equal for it to be the reading of another page as well.
struct StoredDocument {
    var extractor: ExtractorVersion
    var context: Seal
    /// As `DocumentCodec` writes it.
    var bytes: [UInt8]

    init?(_ page: KeptPage) {
        guard let document = page.document, let extractor = page.extractor else { return nil }
        self.extractor = extractor
        context = StoredDocument.context(of: page.record)
        bytes = page.encoded?.bytes ?? DocumentCodec.bytes(document, base: page.record.final)
    }

    /// Beside the body, what is read of a page depends on what its server says of it and on its address.
    static func context(of record: FetchRecord) -> Seal {
        Seal("context") { writer in
            writer.optional(record.header("Content-Type")) { $0.text($1) }
            writer.optional(record.header("Last-Modified")) { $0.text($1) }
            AddressCodec.parts(record.final, &writer)
        }
    }

    var seal: Seal { StoredDocument.seal(extractor.text, context, bytes) }

    static func seal(_ extractor: String, _ context: Seal, _ bytes: [UInt8]) -> Seal {
        Seal("document") { writer in
            writer.text(extractor)
            writer.raw(context.bytes)
            writer.block(bytes)
        }
    }

    /// The texts of a page stand in its body, which as prefix makes them cost next to nothing.
    static func leans(onBodyOf size: Int) -> Bool { size > 0 && size <= 1 << 20 }
}
