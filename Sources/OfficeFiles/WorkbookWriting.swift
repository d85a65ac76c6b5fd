/// A sheet as it is to be written: rows of texts.
public struct WrittenSheet: Sendable, Hashable {
    /// Name on the tab: at most 31 characters, none of `[]:*?/\`.
    public var name: String
    /// The first row is the head. Empty texts make no cell.
    public var rows: [[String]]
    /// Widths of the first columns in characters; further columns have the usual one.
    public var widths: [Int]

    /// A sheet of the given rows.
    public init(name: String, rows: [[String]], widths: [Int] = []) {
        self.name = name
        self.rows = rows
        self.widths = widths
    }
}

extension OfficeFile {
    /// The longest text of a cell, in UTF-16 units (ISO 29500-1, annex on limits of the format's programs).
    public static let maximumCellUnits = 32_767

    /// A workbook (`.xlsx`, ISO 29500) of plain texts: the head stands bold and stays in sight, no cell computes.
    /// Equal sheets give equal bytes. A text beyond `maximumCellUnits` is cut there, as every program would.
    public static func workbook(_ sheets: [WrittenSheet]) throws(OfficeFileError) -> [UInt8] {
        var members = [
            ZipWriting.Member(name: "[Content_Types].xml", contents: WorkbookParts.contentTypes(sheets.count)),
            ZipWriting.Member(name: "_rels/.rels", contents: WorkbookParts.root),
            ZipWriting.Member(name: "xl/workbook.xml", contents: WorkbookParts.workbook(sheets)),
            ZipWriting.Member(name: "xl/_rels/workbook.xml.rels", contents: WorkbookParts.relationships(sheets.count)),
            ZipWriting.Member(name: "xl/styles.xml", contents: WorkbookParts.styles),
        ]
        for (index, sheet) in sheets.enumerated() {
            members.append(
                ZipWriting.Member(
                    name: "xl/worksheets/sheet\(index + 1).xml",
                    contents: WorkbookParts.sheet(sheet, isFirst: index == 0)))
        }
        return try ZipWriting.bytes(of: members)
    }
}

/// The XML parts of a written workbook.
private enum WorkbookParts {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    private static func part(_ text: String) -> [UInt8] { Array((head + text).utf8) }

    static func contentTypes(_ sheets: Int) -> [UInt8] {
        let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let overrides = (1...max(1, sheets)).map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(spreadsheet).worksheet+xml\"/>"
        }
        return part(
            "<Types xmlns=\"\(package)/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(spreadsheet).sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(spreadsheet).styles+xml\"/>"
                + overrides.joined() + "</Types>")
    }

    static let root = part(
        "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
            + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")

    static func workbook(_ sheets: [WrittenSheet]) -> [UInt8] {
        let entries = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        return part(
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(entries.joined())</sheets></workbook>")
    }

    static func relationships(_ sheets: Int) -> [UInt8] {
        let entries = (1...max(1, sheets)).map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        return part(
            "<Relationships xmlns=\"\(package)/relationships\">\(entries.joined())<Relationship "
                + "Id=\"rId\(sheets + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>")
    }

    /// 0: nothing; 1: text that wraps; 2: the same, bold. Format 49 is text: what is typed later stays as typed.
    static let styles = part(
        "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Tahoma\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Tahoma\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
            + "applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
            + "applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )

    static func sheet(_ sheet: WrittenSheet, isFirst: Bool) -> [UInt8] {
        var text = "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView\(isFirst ? " tabSelected=\"1\"" : "") "
        text +=
            "workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        text += "</sheetView></sheetViews>"
        if !sheet.widths.isEmpty {
            let columns = sheet.widths.enumerated().map { index, width in
                "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" style=\"1\" customWidth=\"1\"/>"
            }
            text += "<cols>\(columns.joined())</cols>"
        }
        text += "<sheetData>"
        for (index, row) in sheet.rows.enumerated() {
            text += "<row r=\"\(index + 1)\">"
            for (column, cell) in row.enumerated() where !cell.isEmpty {
                let place = SheetCell.letters(ofColumn: column) + String(index + 1)
                text += "<c r=\"\(place)\" s=\"\(index == 0 ? 2 : 1)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                text += "\(escaped(EscapedText.encoded(cell)))</t></is></c>"
            }
            text += "</row>"
        }
        return part(text + "</sheetData></worksheet>")
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension EscapedText {
    /// What a cell may hold: characters that XML forbids as `_x000B_`, and what looks so itself escaped; at most the
    /// characters of a cell.
    static func encoded(_ text: String) -> String {
        var encoded = String.UnicodeScalarView()
        let source = Array(text.unicodeScalars)
        var units = 0
        for (index, scalar) in source.enumerated() {
            units += scalar.value > 0xFFFF ? 2 : 1
            guard units <= OfficeFile.maximumCellUnits else { break }
            let isForbidden =
                (scalar.value < 32 && scalar != "\t" && scalar != "\n") || scalar.value == 0xFFFE
                || scalar.value == 0xFFFF
            if isForbidden || (scalar == "_" && isEscape(source[index...])) {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                encoded.append(
                    contentsOf: "_x\(String(repeating: "0", count: 4 - hex.count))\(hex)_".unicodeScalars)
            } else {
                encoded.append(scalar)
            }
        }
        return String(encoded)
    }

    private static func isEscape(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        let next = Array(rest.prefix(7))
        return next.count == 7 && next[1] == "x" && next[6] == "_"
            && next[2...5].allSatisfy(\.properties.isASCIIHexDigit)
    }
}
