import Digests
import GradingCore
import WebEvidence

/// A WARC 1.1 file that grows record by record, each a gzip member of its own.
final class WARCWriting {
    let file: DraftFile
    private(set) var index: [IndexedRecord] = []
    private var names: RecordNames
    private let startedAt: String
    /// Where a body was written first: by its digest.
    private var first: [String: (uri: String, date: String, id: String)] = [:]

    /// `startedAt`: time of records that have none of their own.
    init(_ file: DraftFile, run: String, startedAt: String) {
        self.file = file
        self.startedAt = startedAt
        names = RecordNames(run: run)
    }

    /// The first record: who wrote this, and what of it is not as it was on the wire.
    func begin(software: String, fields: [(String, String)]) throws(ArchiveFault) {
        try append(
            WARCRecord(
                kind: .warcinfo, id: names.next(), date: startedAt, contentType: "application/warc-fields",
                payload: WARCWriting.fields(
                    [
                        ("software", software), ("format", "WARC file version 1.1"),
                        (
                            "conformsTo",
                            "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
                        ),
                    ] + fields)))
    }

    /// A file of our own beside the pages.
    func add(resource bytes: [UInt8], uri: String, contentType: String) throws(ArchiveFault) {
        let digest = WARCRecord.digest(ContentDigest(of: bytes))
        try append(
            WARCRecord(
                kind: .resource, id: names.next(), date: startedAt, uri: uri,
                fields: [("WARC-Payload-Digest", digest)], contentType: contentType, payload: bytes,
                mediaType: WARCWriting.mediaType(contentType)))
    }

    /// A page with its redirects. Gives the id of the record that holds its answer; nil where there was none.
    func add(_ page: FetchRecord, notes: [(String, String)]) throws(ArchiveFault) -> String? {
        let date = Moment(iso: page.fetchedAt) == nil ? startedAt : page.fetchedAt
        for hop in page.redirects where (300...399).contains(hop.status) { try add(hop, date: date) }
        var id: String?
        let uri = HeaderText.uri(page.final.text)
        if let status = page.status {
            let answer = names.next()
            id = answer
            try add(request: page.final.text, uri: uri, date: date, answer: answer)
            try append(response(page, status: status, id: answer, uri: uri, date: date))
        }
        try append(
            WARCRecord(
                kind: .metadata, id: names.next(), date: date, uri: uri,
                fields: id.map { [("WARC-Concurrent-To", "<urn:uuid:\($0)>")] } ?? [],
                contentType: "application/warc-fields", payload: WARCWriting.fields(PageNotes.of(page) + notes)))
        return id
    }

    // MARK: Records

    private func add(_ hop: RedirectHop, date: String) throws(ArchiveFault) {
        let uri = HeaderText.uri(hop.address)
        let answer = names.next()
        try add(request: hop.address, uri: uri, date: date, answer: answer)
        try append(
            WARCRecord(
                kind: .response, id: answer, date: date, uri: uri,
                fields: [("WARC-Payload-Digest", WARCRecord.digest(ContentDigest(of: [UInt8]())))],
                contentType: "application/http; msgtype=response", messageHead: MessageHead.redirect(hop),
                status: hop.status))
    }

    private func add(request address: String, uri: String, date: String, answer: String) throws(ArchiveFault) {
        try append(
            WARCRecord(
                kind: .request, id: names.next(), date: date, uri: uri,
                fields: [("WARC-Concurrent-To", "<urn:uuid:\(answer)>")],
                contentType: "application/http; msgtype=request", messageHead: MessageHead.request(address)))
    }

    private func response(_ page: FetchRecord, status: Int, id: String, uri: String, date: String) -> WARCRecord {
        let digest = WARCRecord.digest(ContentDigest(of: page.body))
        var record = WARCRecord(
            kind: .response, id: id, date: date, uri: uri, fields: [("WARC-Payload-Digest", digest)],
            contentType: "application/http; msgtype=response",
            messageHead: MessageHead.response(status: status, headers: page.headers, bodyBytes: page.body.count),
            payload: page.body, status: status)
        if WARCWriting.isAddress(page.server) { record.fields.append(("WARC-IP-Address", page.server)) }
        if let cause = PageNotes.truncation(page.contentOutcome) { record.fields.append(("WARC-Truncated", cause)) }
        let declared = page.headers.first { $0.name.lowercased() == "content-type" }?.value
        record.mediaType = declared.map(WARCWriting.mediaType)
        guard !page.body.isEmpty else { return record }
        if let earlier = first[digest] {
            record.kind = .revisit
            record.payload = []
            record.mediaType = "warc/revisit"
            record.fields += [
                ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"),
                ("WARC-Refers-To", "<urn:uuid:\(earlier.id)>"), ("WARC-Refers-To-Target-URI", earlier.uri),
                ("WARC-Refers-To-Date", earlier.date),
            ]
        } else {
            first[digest] = (uri, date, id)
        }
        return record
    }

    private func append(_ record: WARCRecord) throws(ArchiveFault) {
        let offset = file.size
        try GzipMember.append(record.pieces, to: file)
        index.append(
            IndexedRecord(
                record: record.kind, uri: record.uri ?? "", date: record.date,
                mediaType: record.mediaType, status: record.status,
                payloadDigest: record.payloadDigest, offset: offset, length: file.size - offset))
    }

    // MARK: Words

    /// `name: value` lines (application/warc-fields).
    private static func fields(_ fields: [(String, String)]) -> [UInt8] {
        Array(fields.map { "\($0): \(HeaderText.value($1))\r\n" }.joined().utf8)
    }

    private static func mediaType(_ value: String) -> String {
        let text = HeaderText.value(value).drop { $0 == " " }
        return String(text.prefix { $0 != ";" && !$0.isWhitespace })
    }

    private static func isAddress(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { "0123456789abcdefABCDEF.:".utf8.contains($0) }
    }
}
