extension OfficeFile {
    /// Reads a text, workbook or presentation in Office Open XML (ISO 29500) or OpenDocument format.
    ///
    /// Throws where nothing can be told of the file; what could be read in part carries its `shortfall`.
    public static func content(
        _ bytes: [UInt8], limits: OfficeFileLimits = OfficeFileLimits()
    ) throws(OfficeFileError) -> OfficeContent {
        let package = try ZipPackage(bytes, limits: limits)
        var content =
            package.contains("_rels/.rels")
            ? try openXML(package, limits) : try OpenDocument(package: package, limits: limits).content()
        if content.pictureCount == 0 { content.pictureCount = package.pictureCount }
        return content
    }

    private static func openXML(
        _ package: ZipPackage, _ limits: OfficeFileLimits
    ) throws(OfficeFileError) -> OfficeContent {
        let part = try mainPart(of: package, limits)
        guard !part.hasSuffix(".bin") else {
            throw OfficeFileError(.otherKind, part: part, detail: "The workbook is stored in a binary form.")
        }
        guard let contents = try package.member(part) else {
            throw OfficeFileError(.missingPart, part: part, detail: "The main document is missing.")
        }
        let root = RootVisitor()
        do throws(OfficeFileError) {
            try XMLPart.parse(Array(contents.prefix(65_536)), part: part, limits: limits, root)
        } catch {
            // Cut off after its beginning, it is never whole; only a forbidden beginning counts.
            if error.code == .forbiddenDoctype { throw error }
        }
        var content: OfficeContent
        switch root.name {
        case "document": content = try wordContent(contents, part: part, package, limits)
        case "workbook":
            let read = try sheets(of: package, main: part, limits)
            content = OfficeContent(body: .sheets(read.sheets))
            content.partCount = read.count
            content.shortfall = read.shortfall
        case "presentation": content = try slideContent(contents, part: part, package, limits)
        case nil: throw OfficeFileError(.malformedXML, part: part, detail: "The main document is not XML.")
        default:
            throw OfficeFileError(
                .otherKind, part: part, detail: "The file is an office file, but no text, workbook or presentation.")
        }
        readProperties(of: package, limits, into: &content)
        return content
    }

    /// Properties are of no weight: where they cannot be read, there are none.
    private static func readProperties(
        of package: ZipPackage, _ limits: OfficeFileLimits, into content: inout OfficeContent
    ) {
        let visitor = DocumentProperties()
        do throws(OfficeFileError) {
            guard let part = try package.member("docProps/core.xml") else { return }
            try XMLPart.parse(part, part: "docProps/core.xml", limits: limits, visitor)
        } catch {
            return
        }
        content.title = visitor.title
        content.created = visitor.created
        content.modified = visitor.modified
    }

    static func relationships(
        of part: String, in package: ZipPackage, _ limits: OfficeFileLimits
    ) throws(OfficeFileError) -> PackageRelationships {
        guard let bytes = try package.member(PackageRelationships.part(of: part)) else { return PackageRelationships() }
        return try PackageRelationships(bytes, of: part, limits: limits)
    }
}

/// Takes the name of the outermost element.
private final class RootVisitor: XMLPartVisitor {
    private(set) var name: String?

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        if self.name == nil { self.name = name }
    }
    func closed(_ name: String) throws(OfficeFileError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {}
}
