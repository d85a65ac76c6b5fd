/// An OpenDocument package (OASIS OpenDocument 1.3): `content.xml` with its kind, styles and properties beside it.
struct OpenDocument {
    let package: ZipPackage
    let limits: OfficeFileLimits

    func content() throws(OfficeFileError) -> OfficeContent {
        let found = try package.members(["mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"])
        if let manifest = found["meta-inf/manifest.xml"] { try refuseEncrypted(manifest) }
        guard let contents = found["content.xml"] else {
            let isDocument = found["mimetype"]?.starts(with: Array("application/vnd.oasis".utf8)) ?? false
            throw OfficeFileError(
                isDocument ? .missingPart : .otherKind, part: "content.xml",
                detail: "The archive is no Office Open XML and no OpenDocument file.")
        }
        let kind = String(decoding: found["mimetype"] ?? [], as: UTF8.self)
        var content =
            kind.contains("spreadsheet") ? sheetContent(contents) : flowContent(contents, styles: found["styles.xml"])
        if let meta = found["meta.xml"] {
            let properties = DocumentProperties()
            do throws(OfficeFileError) {
                try XMLPart.parse(meta, part: "meta.xml", limits: limits, properties)
            } catch {
                // Properties are of no weight.
            }
            content.title = properties.title
            content.created = properties.created
            content.modified = properties.modified
        }
        return content
    }

    /// The manifest names the key of each encrypted member.
    private func refuseEncrypted(_ manifest: [UInt8]) throws(OfficeFileError) {
        let visitor = EncryptionVisitor()
        do throws(OfficeFileError) {
            try XMLPart.parse(manifest, part: "META-INF/manifest.xml", limits: limits, visitor)
        } catch {
            if error.code == .tooLarge { throw error }
        }
        guard !visitor.isEncrypted else {
            throw OfficeFileError(.encrypted, part: "content.xml", detail: "The document is protected by a password.")
        }
    }

    private func sheetContent(_ contents: [UInt8]) -> OfficeContent {
        let reader = OpenSheetReader(limits: limits, styles: OpenDocumentStyles())
        var content = OfficeContent(body: .sheets([]))
        do throws(OfficeFileError) {
            try XMLPart.parse(contents, part: "content.xml", limits: limits, reader)
        } catch {
            content.shortfall = error
        }
        reader.finish()
        content.body = .sheets(reader.sheets)
        content.partCount = reader.sheets.count
        return content
    }

    private func flowContent(_ contents: [UInt8], styles bytes: [UInt8]?) -> OfficeContent {
        let styles = OpenDocumentStyles()
        let reader = OpenDocumentReader(budget: FlowBudget(limits), styles: styles, limits: limits)
        var content = OfficeContent(body: .text([]))
        do throws(OfficeFileError) {
            if let bytes { try XMLPart.parse(bytes, part: "styles.xml", limits: limits, reader) }
            try XMLPart.parse(contents, part: "content.xml", limits: limits, reader)
        } catch {
            content.shortfall = error
        }
        do throws(OfficeFileError) {
            for flow in [reader.headers, reader.body, reader.footers] + reader.slides { try flow.finish() }
        } catch {
            content.shortfall = content.shortfall ?? error
        }
        if reader.slides.isEmpty {
            let stretches = [
                (OfficeSection.Place.header, reader.headers), (.body, reader.body), (.footer, reader.footers),
            ]
            content.body = .text(
                stretches.filter { !$0.1.items.isEmpty }
                    .map { OfficeSection(place: $0.0, number: 1, items: $0.1.items) })
        } else {
            content.body = .slides(
                reader.slides.enumerated().map {
                    OfficeSection(place: .body, number: $0.offset + 1, items: $0.element.items)
                })
            content.partCount = reader.slides.count
        }
        content.pictureCount = reader.pictureCount
        return content
    }
}

private final class EncryptionVisitor: XMLPartVisitor {
    private(set) var isEncrypted = false

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        if name == "encryption-data" { isEncrypted = true }
    }
    func closed(_ name: String) throws(OfficeFileError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {}
}
