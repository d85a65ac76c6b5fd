import WebEvidence

/// Puts pages together: text layers that can be believed, recognised text, and what was not seen.
struct PDFAssembly {
    let layers: [PDFPageLayer]
    let recognised: PDFRecognition
    let state: PDFState

    private enum Content {
        case layer
        case recognised([UInt8])
        case nothing
        case unseen
    }

    /// Fills in blocks, parts, fault and its detail.
    func document(_ document: ExtractedDocument) -> ExtractedDocument {
        let contents = layers.indices.prefix(PDFRequests.pages).map(content(of:))
        var lines: [[PageLine]] = []
        for (index, content) in contents.enumerated() {
            switch content {
            case .layer: lines.append(PageLine.lines(of: layers[index].text))
            case .recognised(let text): lines.append(PageLine.lines(of: text))
            case .nothing, .unseen: lines.append([])
            }
        }
        let usual = PageParagraphs.usualColumns(lines.flatMap { $0 })
        var blocks = PageBlocks(document)
        for (index, content) in contents.enumerated() {
            var isRecognised = false
            if case .recognised = content { isRecognised = true }
            blocks.add(page: index + 1, lines: lines[index], usualColumns: usual, isRecognised: isRecognised)
        }
        var result = blocks.document
        result.title = PDFTitle.confirmed(result.title, by: layers)
        result.hasDamagedText = layers.contains(where: \.hasDamage)
        settleFault(of: &result, contents: contents)
        return result
    }

    private func content(of page: Int) -> Content {
        let layer = layers[page]
        if layer.standing == .good { return .layer }
        if case .text(let text)? = recognised.pages[page] { return .recognised(text) }
        if recognised.bare.contains(page) { return layer.text.isEmpty ? .nothing : .layer }
        return .unseen
    }

    private func settleFault(of document: inout ExtractedDocument, contents: [Content]) {
        let unseen = contents.indices.filter { if case .unseen = contents[$0] { true } else { false } }
        let empty = contents.count { if case .nothing = $0 { true } else { false } }
        var details = state.detail.isEmpty ? [] : [state.detail]
        if !unseen.isEmpty {
            let garbled = unseen.filter { layers[$0].standing == .garbled }
            let pictures = unseen.filter { layers[$0].standing != .garbled }
            if !pictures.isEmpty {
                details.append("Pages without text that were not seen: \(PDFAssembly.ranges(pictures)).")
            }
            if !garbled.isEmpty {
                details.append(
                    "Pages whose text layer holds other characters than are seen: \(PDFAssembly.ranges(garbled)).")
            }
            details += recognitionDetail()
            // One page that was not seen may hold the very signature that is asked for.
            if document.fault == nil {
                document.fault = garbled.count > pictures.count ? .garbled : .scanned
            }
        } else if empty == contents.count, document.fault == nil {
            document.fault = .empty
            details.append("Nothing is drawn on any page.")
        }
        let relettered = layers.indices.filter { layers[$0].isRelettered }
        if !relettered.isEmpty {
            details.append(
                "Western letters of an old font were read as the Thai ones that they stand for on pages "
                    + "\(PDFAssembly.ranges(relettered)).")
        }
        document.faultDetail = details.joined(separator: " ")
    }

    /// Why recognition did not help where it was tried, or was not.
    private func recognitionDetail() -> [String] {
        let failures = recognised.pages.keys.sorted().compactMap { page -> String? in
            if case .failed(let reason)? = recognised.pages[page], !reason.isEmpty { reason } else { nil }
        }
        if let first = failures.first { return [first] }
        return recognised.isInstalled ? [] : [PictureRecognition.missingDetail]
    }

    /// Page numbers from 1: `1-3, 5`.
    static func ranges(_ indices: [Int]) -> String {
        var parts: [String] = []
        var start: Int?
        for (place, index) in indices.enumerated() {
            let first = start ?? index
            start = first
            if place + 1 < indices.count, indices[place + 1] == index + 1 { continue }
            parts.append(first == index ? "\(index + 1)" : "\(first + 1)-\(index + 1)")
            start = nil
        }
        let shown = parts.prefix(20).joined(separator: ", ")
        return parts.count > 20 ? shown + ", …" : shown
    }
}
