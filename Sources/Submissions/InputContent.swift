import OfficeFiles
import ThaiText

/// A table and where it comes from.
struct InputTable {
    var place: InputPlace
    var rows: [SheetRow]

    /// `A`, `B`, ... for 0, 1, ...
    static func letters(_ column: Int) -> String { SheetCell.letters(ofColumn: column) }
}

/// What a given file is, told by its bytes and never by its name.
enum InputContent {
    /// UTF-8.
    case json([UInt8])
    case tables([InputTable])

    /// Largest text that is read; the largest submission that is known has a twentieth of it.
    private static let maximumTextBytes = 8 << 20

    /// `worth` tells how many heads of a table are understood, to choose the delimiter.
    static func read(
        _ bytes: [UInt8], fileName: String, log: inout ProblemLog, worth: ([SheetRow]) -> Int
    ) -> InputContent? {
        let place = InputPlace(file: fileName)
        if bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return workbook(bytes, place, &log)
        }
        if bytes.starts(with: Array("%PDF".utf8)) {
            log.add(Message.unsupported(place, kind: "PDF"))
            return nil
        }
        guard bytes.count <= maximumTextBytes else {
            log.add(Message.tooLarge(place, "more than \(maximumTextBytes >> 20) MB"))
            return nil
        }
        let decoded = decodedText(bytes, declared: [])
        let text = Array(decoded.text.utf8)
        guard let first = text.first(where: { $0 > 32 }), !Label.trimmed(decoded.text).isEmpty else {
            log.add(Message.emptyFile(place))
            return nil
        }
        if decoded.isDamaged { log.warn(Message.damagedText(place, encoding: decoded.encoding)) }
        if text.contains(0) || first == 60 {
            log.add(Message.notATable(place))
            return nil
        }
        if first == 123 || first == 91 { return .json(text) }
        return table(text, place, &log, worth)
    }

    private static func workbook(
        _ bytes: [UInt8], _ place: InputPlace, _ log: inout ProblemLog
    ) -> InputContent? {
        do throws(OfficeFileError) {
            let sheets = try OfficeFile.spreadsheet(bytes).sheets.filter { !$0.isHidden && !$0.rows.isEmpty }
            guard !sheets.isEmpty else {
                log.add(Message.emptyFile(place))
                return nil
            }
            return .tables(
                sheets.map { sheet in
                    var place = place
                    if sheets.count > 1 { place.sheet = sheet.name }
                    return InputTable(place: place, rows: sheet.rows.map(trimmed).filter { !$0.cells.isEmpty })
                })
        } catch {
            switch error.code {
            case .tooLarge: log.add(Message.tooLarge(place, error.detail))
            case .binaryOfficeFile: log.add(Message.unsupported(place, kind: "XLS"))
            case .encrypted: log.add(Message.unsupported(place, kind: "encrypted XLSX"))
            case .otherKind: log.add(Message.unsupported(place, kind: "ZIP, ODS, DOCX"))
            default: log.add(Message.damagedFile(place, error.description))
            }
            return nil
        }
    }

    private static func trimmed(_ row: SheetRow) -> SheetRow {
        SheetRow(
            number: row.number,
            cells: row.cells.map { SheetCell(column: $0.column, text: Label.trimmed($0.text), link: $0.link) }
                .filter { !$0.text.isEmpty || $0.link != nil })
    }

    private static func table(
        _ text: [UInt8], _ place: InputPlace, _ log: inout ProblemLog, _ worth: ([SheetRow]) -> Int
    ) -> InputContent {
        let (offset, chosen) = beginning(of: text, worth: worth)
        let body = Array(text[offset...])
        let table = DelimitedText(body, delimiter: chosen)
        if let row = table.unclosedQuoteRow { log.add(Message.unclosedQuote(place.at(row: row))) }
        return .tables([InputTable(place: place, rows: table.rows)])
    }

    /// Where the rows of a text begin and what parts their cells. Spreadsheet programs name the delimiter in a first
    /// line `sep=;`, which is no row.
    static func beginning(of text: [UInt8], worth: ([SheetRow]) -> Int) -> (offset: Int, delimiter: UInt8) {
        if text.count > 4, text.starts(with: Array("sep=".utf8)), text.count == 5 || text[5] == 10 || text[5] == 13 {
            return (5, text[4])
        }
        return (0, DelimitedText.delimiter(of: text, worth: worth))
    }
}
