public import WebEvidence

extension DocumentReading {
    /// The document of a PDF whose text was taken out before, as `pdftotext -raw` gives it: pages end with a form feed.
    /// Mended and laid out like that of any other PDF; a page without text counts as blank.
    public static func pdfDocument(text: [UInt8]) -> ExtractedDocument {
        var document = ExtractedDocument()
        document.form = .pdf
        var pages = text.split(separator: 12, omittingEmptySubsequences: false).map(Array.init)
        if pages.last?.allSatisfy({ $0 <= 32 }) ?? false { pages.removeLast() }
        document.partCount = pages.count
        let layers = pages.map(PDFPageLayer.init)
        let bare = Set(layers.indices.filter { layers[$0].standing == .thin })
        return PDFAssembly(layers: layers, recognised: PDFRecognition(bare: bare), state: PDFState(pages: pages.count))
            .document(document)
    }
}
