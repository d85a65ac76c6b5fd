import Digests
import Findings
import GradingCore
public import WebEvidence

/// Writes a run as a web archive, page by page; memory holds one page at a time. Not for sharing between tasks. What was
/// not finished leaves no file.
public final class DossierWriting {
    /// The two forms of a dossier.
    public enum Form: Sendable, Hashable, CaseIterable {
        /// WARC 1.1 with a gzip member per record, and a CDXJ index beside it.
        case warc
        /// One file with archive, index, list of pages and digests.
        case wacz
    }

    /// What was written.
    public struct Summary: Sendable, Hashable {
        /// Every file, in the order of writing.
        public var files: [String]
        public var pages: Int
        public var records: Int
        public var bytes: Int
    }

    private let content: DossierContent
    private let path: String
    private let form: Form
    private let warc: WARCWriting
    private var lines: [PageLine] = []
    private var pages = 0
    private let evidence: [String: [Evidence]]

    /// Begins the file at `path`; in the form `warc` the index stands beside it, `.cdxj` in place of `.warc.gz`.
    /// Throws `ArchiveFault`.
    public init(_ content: DossierContent, to path: String, form: Form) throws(ArchiveFault) {
        self.content = content
        self.path = path
        self.form = form
        evidence = Dictionary(grouping: content.assessment.evidence) { $0.url }
        let file = try DraftFile(form == .warc ? path : "\(path).warc")
        warc = WARCWriting(file, run: content.assessment.run.text, startedAt: content.createdAt)
        try warc.begin(
            software: content.software,
            fields: [("description", content.notice), ("isPartOf", content.assessment.run.text)])
        try warc.add(
            resource: content.submission, uri: content.resourceURI("submission.json"), contentType: "application/json")
        try warc.add(
            resource: content.report, uri: content.resourceURI("report.json"), contentType: "application/json")
    }

    /// Adds one page with its redirects. Throws `ArchiveFault`.
    public func add(_ page: FetchRecord) throws(ArchiveFault) {
        pages += 1
        let known =
            (evidence[page.final.text] ?? [])
            + (page.final == page.requested ? [] : evidence[page.requested.text] ?? [])
        let notes = known.map { ("evidence", "\($0.id.text) of \($0.item.text), \($0.via.rawValue)") }
        let id = try warc.add(page, notes: notes)
        guard let id, let status = page.status, (200...299).contains(status), !page.body.isEmpty else { return }
        let title = known.first { !$0.title.isEmpty }.map(\.title) ?? ""
        lines.append(
            PageLine(
                id: id, url: HeaderText.uri(page.final.text),
                ts: Moment(iso: page.fetchedAt) == nil ? content.createdAt : page.fetchedAt,
                title: title.isEmpty ? page.final.text : CleanText.line(title)))
    }

    /// Writes index and descriptions, and gives the files their names. Throws `ArchiveFault`.
    public func finish() throws(ArchiveFault) -> Summary {
        switch form {
        case .warc: try finishWARC()
        case .wacz: try finishWACZ()
        }
    }

    /// `index.cdxj` of an archive of this name, sorted.
    private func index(of name: String) -> [UInt8] {
        let lines = warc.index.compactMap { $0.line(fileName: name) }.sorted { left, right in
            left.utf8.lexicographicallyPrecedes(right.utf8)
        }
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    private func finishWARC() throws(ArchiveFault) -> Summary {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = path.hasSuffix(".warc.gz") ? String(path.dropLast(8)) : path
        let index = try DraftFile("\(stem).cdxj")
        try index.append(self.index(of: name))
        let bytes = warc.file.size
        try index.finish()
        try warc.file.finish()
        return Summary(files: [path, index.path], pages: pages, records: warc.index.count, bytes: bytes)
    }

    private func finishWACZ() throws(ArchiveFault) -> Summary {
        let archive = try FileReading(warc.file.draft)
        let file = try DraftFile(path)
        let zip = try ZipWriting(file, seconds: Moment(iso: content.createdAt)?.seconds ?? 0)
        let whole = RunningDigest()
        try zip.add(PackageName.archive, size: archive.size) { (take) throws(ArchiveFault) in
            try archive.pieces(0..<archive.size) { (piece) throws(ArchiveFault) in
                whole.update(piece)
                try take(piece)
            }
        }
        var resources = [resource(PackageName.archive, whole.digest, archive.size)]
        let members: [(String, [UInt8])] = [
            (PackageName.index, index(of: "data.warc.gz")),
            (PackageName.records, try ArchiveJSON.lines(try records(in: archive))),
            (PackageName.pages, try pageList()),
        ]
        for (name, bytes) in members {
            try zip.add(name, bytes)
            resources.append(resource(name, ContentDigest(of: bytes), bytes.count))
        }
        let package = try ArchiveJSON.bytes(
            DataPackage(
                title: content.title, description: content.notice, created: content.createdAt,
                software: content.software, resources: resources), isPretty: true)
        try zip.add(PackageName.package, package)
        try zip.add(
            PackageName.packageDigest,
            try ArchiveJSON.bytes(
                PackageDigest(hash: WARCRecord.digest(ContentDigest(of: package))), isPretty: true))
        try zip.finish()
        let bytes = file.size
        try file.finish()
        warc.file.abandon()
        return Summary(files: [path], pages: pages, records: warc.index.count, bytes: bytes)
    }

    private func pageList() throws(ArchiveFault) -> [UInt8] {
        try ArchiveJSON.bytes(PageLine.Head(title: content.title)) + [10] + (try ArchiveJSON.lines(lines))
    }

    private func records(in archive: FileReading) throws(ArchiveFault) -> [RecordLine] {
        var lines: [RecordLine] = []
        for record in warc.index {
            let digest = try archive.digest(record.offset..<(record.offset + record.length))
            lines.append(
                RecordLine(
                    type: record.record.rawValue, url: record.uri, offset: record.offset, length: record.length,
                    sha256: digest.hexadecimal))
        }
        return lines
    }

    private func resource(_ path: String, _ digest: ContentDigest, _ bytes: Int) -> DataPackage.Resource {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? path
        return DataPackage.Resource(name: name, path: path, hash: WARCRecord.digest(digest), bytes: bytes)
    }
}
