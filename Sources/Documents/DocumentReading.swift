public import Extraction
public import Programs
public import WebEvidence

/// A file as it came from the network.
public struct ReceivedFile: Sendable {
    /// After content decoding; any bytes are allowed.
    public var body: [UInt8]
    /// By `bodyKind`: leading bytes first, then Content-Type, the address never.
    public var kind: BodyKind
    /// Value of the Content-Type header.
    public var contentType: String?
    /// Value of the Last-Modified header.
    public var lastModified: String?
    /// Where it came from; its last segment is only ever a hint.
    public var address: PageAddress

    public init(
        body: [UInt8], kind: BodyKind, contentType: String? = nil, lastModified: String? = nil, address: PageAddress
    ) {
        self.body = body
        self.kind = kind
        self.contentType = contentType
        self.lastModified = lastModified
        self.address = address
    }
}

/// Reads files of every kind into documents: those that this process reads itself, and those that an outside program
/// reads in its sandbox. One hostile file costs one outcome, never the run.
public struct DocumentReading: Sendable {
    public let programs: ProgramSpawner
    public let tools: DocumentTools
    /// LibreOffice takes a fifth of a gigabyte: one at a time, however many files are read.
    let conversions = LegacyTurns()

    /// - Parameter tools: the outside programs that were found; without them the kinds that need them are told as such.
    public init(programs: ProgramSpawner, tools: DocumentTools) {
        self.programs = programs
        self.tools = tools
    }

    /// What a file says. Never fails: what could not be read is a document with a `fault`, empty or as far as it was
    /// read. Pages and plain texts are read as by `extractedDocument`. Cancelling gives `exceeded`.
    public func document(of file: ReceivedFile) async -> ExtractedDocument {
        var document: ExtractedDocument
        switch file.kind {
        case .html, .text, .json, .xml, .unknown:
            return extractedDocument(
                body: file.body, contentType: file.contentType, lastModified: file.lastModified, address: file.address)
        case .pdf: document = await pdfDocument(file)
        case .mhtml: document = webArchiveDocument(file)
        case .ooxml, .ole, .rtf, .flatOffice: document = await officeDocument(file)
        case .image: document = await pictureDocument(file)
        case .archive: document = await archiveDocument(file)
        }
        if let lastModified = file.lastModified, !lastModified.isEmpty {
            document.machineDates.insert(
                MachineDate(text: lastModified, role: .file, source: "header Last-Modified"), at: 0)
        }
        return document
    }
}
