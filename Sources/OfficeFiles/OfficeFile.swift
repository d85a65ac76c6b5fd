/// Readers of office files: zip archives of XML parts. Bytes in, values out; hostile files end in `OfficeFileError`.
public enum OfficeFile {
    /// Reads a workbook in the Office Open XML format (`.xlsx`, `.xlsm`; ISO 29500).
    ///
    /// Formulas show the value that was stored with them. Throws for anything that is no such workbook or that exceeds
    /// a limit; never returns part of a workbook.
    public static func spreadsheet(
        _ bytes: [UInt8], limits: OfficeFileLimits = OfficeFileLimits()
    ) throws(OfficeFileError) -> Spreadsheet {
        let package = try ZipPackage(bytes, limits: limits)
        let read = try sheets(of: package, main: try mainPart(of: package, limits), limits)
        if let shortfall = read.shortfall { throw shortfall }
        return Spreadsheet(sheets: read.sheets)
    }

    /// The part that the package's relationships name as its document.
    static func mainPart(of package: ZipPackage, _ limits: OfficeFileLimits) throws(OfficeFileError) -> String {
        guard let root = try package.member("_rels/.rels") else {
            throw OfficeFileError(.otherKind, detail: "The archive is not an Office Open XML file.")
        }
        guard let part = try PackageRelationships(root, of: "", limits: limits).first("officeDocument") else {
            throw OfficeFileError(.missingPart, part: "_rels/.rels", detail: "The file names no main document.")
        }
        return part
    }

    /// The sheets as far as they could be read, with what kept the rest from being read. Throws when none could.
    static func sheets(
        of package: ZipPackage, main part: String, _ limits: OfficeFileLimits
    ) throws(OfficeFileError) -> (sheets: [Sheet], count: Int, shortfall: OfficeFileError?) {
        let workbook = try Workbook(package, main: part, limits: limits)
        var sheets: [Sheet] = []
        var shortfall: OfficeFileError?
        var budget = SheetReader.Budget(cells: limits.maximumCells, textBytes: limits.maximumTextBytes)
        for entry in workbook.entries {
            guard let part = workbook.relationships.targets[entry.relationship], part.kind == "worksheet",
                !part.isExternal
            else { continue }
            let reader = SheetReader(
                part: part.target, strings: workbook.strings, styles: workbook.styles, uses1904: workbook.uses1904,
                budget: budget)
            var sheet = Sheet(name: entry.name, isHidden: entry.isHidden, rows: [])
            do throws(OfficeFileError) {
                sheet.rows = try rows(of: part.target, package, limits, reader)
            } catch {
                shortfall = shortfall ?? error
                sheet.rows = reader.finished(PackageRelationships())
            }
            budget = reader.budget
            sheet.merges = reader.merges
            sheets.append(sheet)
            if shortfall?.code == .tooLarge { break }
        }
        return (sheets, workbook.entries.count, shortfall)
    }

    /// The names of the tabs with the parts that hold their rows, in the order of the tabs.
    static func sheetParts(
        of package: ZipPackage, _ limits: OfficeFileLimits
    ) throws(OfficeFileError) -> [(name: String, part: String)] {
        let workbook = try Workbook(package, main: try mainPart(of: package, limits), limits: limits)
        return workbook.entries.compactMap { entry in
            guard let part = workbook.relationships.targets[entry.relationship], part.kind == "worksheet",
                !part.isExternal
            else { return nil }
            return (entry.name, part.target)
        }
    }

    private static func rows(
        of part: String, _ package: ZipPackage, _ limits: OfficeFileLimits, _ reader: SheetReader
    ) throws(OfficeFileError) -> [SheetRow] {
        let relationshipPart = PackageRelationships.part(of: part)
        let found = try package.members([part, relationshipPart])
        guard let contents = found[ZipPackage.folded(part)] else {
            throw OfficeFileError(.missingPart, part: part, detail: "The workbook lists a sheet that is not there.")
        }
        try XMLPart.parse(contents, part: part, limits: limits, reader)
        guard let links = found[ZipPackage.folded(relationshipPart)] else {
            return reader.finished(PackageRelationships())
        }
        return reader.finished(try PackageRelationships(links, of: part, limits: limits))
    }
}

/// The parts that all sheets share: the list of sheets, strings and styles.
private struct Workbook {
    var entries: [WorkbookVisitor.Entry]
    var uses1904: Bool
    var relationships: PackageRelationships
    var strings: [String] = []
    let styles = CellStyles()

    init(_ package: ZipPackage, main part: String, limits: OfficeFileLimits) throws(OfficeFileError) {
        let relationshipPart = PackageRelationships.part(of: part)
        let found = try package.members([part, relationshipPart])
        guard let contents = found[ZipPackage.folded(part)] else {
            throw OfficeFileError(.missingPart, part: part, detail: "The main document is missing.")
        }
        let visitor = WorkbookVisitor(maximumSheets: limits.maximumSheets, part: part)
        try XMLPart.parse(contents, part: part, limits: limits, visitor)
        guard visitor.isWorkbook else {
            throw OfficeFileError(.otherKind, part: part, detail: "The file is an office file, but no workbook.")
        }
        entries = visitor.entries
        uses1904 = visitor.uses1904
        guard let links = found[ZipPackage.folded(relationshipPart)] else {
            throw OfficeFileError(.missingPart, part: relationshipPart, detail: "The list of the sheets is missing.")
        }
        relationships = try PackageRelationships(links, of: part, limits: limits)
        try readShared(package, limits)
    }

    private mutating func readShared(_ package: ZipPackage, _ limits: OfficeFileLimits) throws(OfficeFileError) {
        let stringPart = relationships.first("sharedStrings")
        let stylePart = relationships.first("styles")
        let found = try package.members([stringPart, stylePart].compactMap { $0 })
        if let stringPart, let contents = found[ZipPackage.folded(stringPart)] {
            let table = SharedStrings(maximumCount: limits.maximumCells)
            try XMLPart.parse(contents, part: stringPart, limits: limits, table)
            strings = table.strings
        }
        if let stylePart, let contents = found[ZipPackage.folded(stylePart)] {
            try XMLPart.parse(contents, part: stylePart, limits: limits, styles)
        }
    }
}

private final class WorkbookVisitor: XMLPartVisitor {
    struct Entry {
        var name: String
        var relationship: String
        var isHidden: Bool
    }

    private let maximumSheets: Int
    private let part: String
    private(set) var entries: [Entry] = []
    private(set) var uses1904 = false
    private(set) var isWorkbook = false

    init(maximumSheets: Int, part: String) {
        self.maximumSheets = maximumSheets
        self.part = part
    }

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        switch name {
        case "workbook": isWorkbook = true
        case "workbookPr": uses1904 = attributes.isOn("date1904")
        case "sheet":
            guard entries.count < maximumSheets else {
                throw OfficeFileError(.tooLarge, part: part, detail: "More than \(maximumSheets) sheets.")
            }
            let state = attributes["state"] ?? "visible"
            entries.append(
                Entry(
                    name: attributes["name"] ?? "", relationship: attributes["r:id"] ?? "",
                    isHidden: state != "visible"))
        default: break
        }
    }
    func closed(_ name: String) throws(OfficeFileError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {}
}
