import Digests

/// One record of a WARC 1.1 file (ISO 28500:2017) before it is written.
struct WARCRecord {
    enum Kind: String {
        case warcinfo, request, response, metadata, resource, revisit
    }
    var kind: Kind
    /// UUID of the record.
    var id: String
    /// UTC, ISO 8601 with `Z`.
    var date: String
    /// The address; nil for `warcinfo`.
    var uri: String?
    /// Further fields of the head, in order.
    var fields: [(name: String, value: String)] = []
    var contentType: String
    /// The head of an HTTP message with its empty line; empty for other blocks.
    var messageHead: [UInt8] = []
    /// What follows it in the block.
    var payload: [UInt8] = []
    /// For the index: as the HTTP head states it.
    var status: Int?
    var mediaType: String?

    /// `sha256:` and 64 digits.
    static func digest(_ digest: ContentDigest) -> String { "sha256:\(digest.hexadecimal)" }

    /// The digest of the payload that the head states; nil where none is stated.
    var payloadDigest: String? {
        fields.first { $0.name == "WARC-Payload-Digest" }?.value
    }

    /// The record in three pieces, ready to be packed.
    var pieces: [[UInt8]] {
        let running = RunningDigest()
        running.update(messageHead)
        running.update(payload)
        var lines = [
            "WARC/1.1", "WARC-Type: \(kind.rawValue)", "WARC-Record-ID: <urn:uuid:\(id)>", "WARC-Date: \(date)",
        ]
        if let uri { lines.append("WARC-Target-URI: \(uri)") }
        for field in fields { lines.append("\(field.name): \(HeaderText.value(field.value))") }
        lines.append("WARC-Block-Digest: \(WARCRecord.digest(running.digest))")
        lines.append("Content-Type: \(contentType)")
        lines.append("Content-Length: \(messageHead.count + payload.count)")
        return [Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + messageHead, payload, [13, 10, 13, 10]]
    }
}

/// Makes ids of records that are the same whenever the same run is written.
struct RecordNames {
    private let run: String
    private var count = 0

    init(run: String) { self.run = run }

    /// A UUID of version 8 (RFC 9562 section 5.8) from the run and the place of the record.
    mutating func next() -> String {
        count += 1
        var bytes = Array(ContentDigest(of: Array("oit-record/1\n\(run)\n\(count)".utf8)).bytes.prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
    }
}
