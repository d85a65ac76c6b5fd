import WebEvidence

extension DocumentReading {
    func pictureDocument(_ file: ReceivedFile) async -> ExtractedDocument {
        var document = ExtractedDocument()
        document.form = .picture
        document.fault = .unsupported
        return document
    }
}
