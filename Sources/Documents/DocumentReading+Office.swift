import WebEvidence

extension DocumentReading {
    func officeDocument(_ file: ReceivedFile) async -> ExtractedDocument {
        var document = ExtractedDocument()
        document.form = .text
        document.fault = .unsupported
        return document
    }
}
