import WebEvidence

extension DocumentReading {
    /// Pixels that the short side has at least: smaller ones are logos, icons and rules.
    private static let leastSide = 300
    /// Pixels that are unpacked at most.
    private static let mostPixels = 80_000_000

    /// Reads the text in a picture that was handed in as evidence.
    func pictureDocument(_ file: ReceivedFile) async -> ExtractedDocument {
        var document = ExtractedDocument()
        document.form = .picture
        guard let shape = PictureShape(file.body) else {
            document.fault = .unsupported
            document.faultDetail = "A picture of this kind is not read."
            return document
        }
        document.partCount = 1
        let size = "\(shape.width) x \(shape.height)"
        if shape.ending != "tif", min(shape.width, shape.height) < DocumentReading.leastSide {
            document.fault = .scanned
            document.faultDetail = "A picture of \(size) pixels is too small to be read."
            return document
        }
        if max(shape.width, shape.height) > 100_000 || shape.width * shape.height > DocumentReading.mostPixels {
            document.fault = .exceeded
            document.faultDetail = "A picture of \(size) pixels is too large to be read."
            return document
        }
        guard let recognition = PictureRecognition(programs: programs, tools: tools) else {
            document.fault = .scanned
            document.faultDetail = PictureRecognition.missingDetail
            return document
        }
        switch await recognition.text(of: file.body, name: "picture.\(shape.ending)") {
        case .failed(let reason):
            document.fault = .scanned
            document.faultDetail = reason.isEmpty ? "No words were recognised in the picture." : reason
        case .text(let text):
            let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { PageLine($0) }
            var blocks = PageBlocks(document)
            blocks.add(
                page: 1, lines: lines, usualColumns: PageParagraphs.usualColumns(lines), isRecognised: true)
            document = blocks.document
        }
        return document
    }
}
