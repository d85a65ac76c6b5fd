import WebEvidence

extension DocumentReading {
    func pdfDocument(_ file: ReceivedFile) async -> ExtractedDocument {
        var document = ExtractedDocument()
        document.form = .pdf
        document.fault = .unsupported
        return document
    }
}
