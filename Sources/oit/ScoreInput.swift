import Extraction
import OfficeFiles

/// What a file given to `oit score` may be, told by its bytes.
enum ScoreInput {
    /// JSON or a workbook.
    case figures
    case report
    /// A text: a table of figures or a report.
    case either

    init(_ bytes: [UInt8]) {
        switch bodyKind(of: bytes, contentType: nil) {
        case .json: self = .figures
        case .text, .unknown: self = .either
        case .ooxml: self = ScoreInput.isWorkbook(bytes) ? .figures : .report
        case .html, .xml, .pdf, .ole, .image, .archive, .rtf, .mhtml, .flatOffice: self = .report
        }
    }

    /// Files that are no workbook, broken ones among them, are told as what they are by the reader of documents.
    private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        do throws(OfficeFileError) {
            _ = try OfficeFile.spreadsheet(bytes)
            return true
        } catch {
            return false
        }
    }
}
