import WebEvidence

extension DocumentBuilder {
    /// Pictures that may show something; spacers and icons only lend their text to the link around them.
    mutating func readImage(_ attributes: HTMLAttributes) {
        let text = foldedText(attributes.text(.alt) ?? attributes.text(.title) ?? "")
        if let link = openLinks.indices.last, !text.isEmpty {
            let known = openLinks[link].pictureText
            openLinks[link].pictureText = known.isEmpty ? text : known + " " + text
        }
        let width = attributes.pixels(.width) ?? styled("width:", attributes)
        let height = attributes.pixels(.height) ?? styled("height:", attributes)
        if (width ?? 100) <= 32 || (height ?? 100) <= 32 { return }
        if classTraits(attributes).contains(.icon) && width == nil { return }
        guard document.images.count < Limits.media, let source = imageSource(attributes) else { return }
        document.images.append(
            PageImage(
                address: resolved(source), alternativeText: text, width: width, height: height,
                headings: headings.texts, region: context.region))
    }

    private func classTraits(_ attributes: HTMLAttributes) -> ClassTraits {
        attributes.withBytes(.class) { ClassTraits(names: $0) } ?? []
    }

    /// The source, also of pictures that load late; nil for pictures inside the page itself.
    private func imageSource(_ attributes: HTMLAttributes) -> String? {
        let names = [HTMLAttributes.Name.dataSrc, .dataLazy, .dataOriginal, .src]
        let sources = names.compactMap { attributes.text($0) }.filter { source in
            // A short one is the placeholder of a picture that is loaded later.
            !source.isEmpty && (!source.hasPrefix("data:") || source.utf8.count > 4_000)
        }
        return sources.first
    }

    private func styled(_ property: String, _ attributes: HTMLAttributes) -> Int? {
        guard let style = attributes.bytes(.style) else { return nil }
        for declaration in style.split(separator: 59) {
            let bare = declaration.filter { $0 > 32 }.map(asciiLowered)
            if bare.starts(with: Array(property.utf8)) { return leadingNumber(bare[property.utf8.count...]) }
        }
        return nil
    }

    mutating func readEmbed(_ tag: Tag, _ node: HTMLNode, _ attributes: HTMLAttributes) {
        guard document.embeds.count < Limits.media, let source = embedSource(tag, node, attributes) else { return }
        let kind: PageEmbed.Kind =
            switch tag {
            case .frame: .frame
            case .iframe: .iframe
            case .object: .object
            case .video: .video
            default: .embed
            }
        let address = resolved(source)
        // An object with an embed inside for other browsers is one thing.
        if let last = document.embeds.last, last.kind == .object, kind == .embed, last.address == address { return }
        let title = attributes.text(.title) ?? attributes.named("aria-label") ?? attributes.text(.name) ?? ""
        document.embeds.append(
            PageEmbed(kind: kind, address: address, title: foldedText(title), headings: headings.texts))
    }

    private func embedSource(_ tag: Tag, _ node: HTMLNode, _ attributes: HTMLAttributes) -> String? {
        let names: [HTMLAttributes.Name] = tag == .object ? [.data] : [.src, .dataSrc, .dataLazy, .dataOriginal]
        if let written = names.compactMap({ attributes.text($0) }).first(where: isEmbedSource) { return written }
        guard tag == .video || tag == .object else { return nil }
        var found: String?
        node.forEachDescendant { inner in
            let isSource = inner.tag == .source
            let isMovie = attributes.has(.name) || inner.attributes.text(.name)?.lowercased() == "movie"
            if isSource, let source = inner.attributes.text(.src), isEmbedSource(source) { found = source }
            if tag == .object, isMovie, let value = inner.attributes.text(.value), value.contains("/") { found = value }
            return found == nil
        }
        return found
    }

    private func isEmbedSource(_ source: String) -> Bool {
        !source.isEmpty && !source.hasPrefix("about:") && !source.hasPrefix("javascript:") && !source.hasPrefix("data:")
    }
}
