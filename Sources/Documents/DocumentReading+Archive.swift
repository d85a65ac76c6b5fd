import WebEvidence

extension DocumentReading {
    func archiveDocument(_ file: ReceivedFile) async -> ExtractedDocument {
        var document = ExtractedDocument()
        document.form = .archive
        document.fault = .unsupported
        return document
    }
}
