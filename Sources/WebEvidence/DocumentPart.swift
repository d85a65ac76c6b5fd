/// What a body was before it was read into an `ExtractedDocument`.
public enum DocumentForm: String, Sendable, Hashable, CaseIterable {
    /// A web page or a plain text.
    case page
    /// A portable document (PDF).
    case pdf
    /// A word processor's document (docx, odt, doc, rtf).
    case text
    /// A workbook (xlsx, ods, xls).
    case sheets
    /// A presentation (pptx, odp, ppt).
    case slides
    /// A picture whose text was recognised.
    case picture
    /// An archive whose members were read.
    case archive
}

/// A numbered part of a document: where a quote of it can be looked up.
public struct DocumentPart: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case page, sheet, slide
        /// A file inside an archive.
        case member
    }
    public var kind: Kind
    /// Counts the parts of the document from 1, unread and empty ones included.
    public var number: Int
    /// Name of the sheet or path of the member; empty for pages and slides.
    public var name: String
    /// Index into `ExtractedDocument.blocks` of its first block; its blocks end where the next part begins.
    public var firstBlock: Int
    /// True when the text was recognised in a picture (OCR): it may be wrong, and never decides a date.
    public var isRecognised: Bool

    public init(kind: Kind, number: Int, name: String = "", firstBlock: Int, isRecognised: Bool = false) {
        self.kind = kind
        self.number = number
        self.name = name
        self.firstBlock = firstBlock
        self.isRecognised = isRecognised
    }
}

/// Why a file could not be read, or not wholly. The file may be in order: none of these says that nothing is there.
public enum DocumentFault: String, Sendable, Hashable, CaseIterable {
    /// It needs a password.
    case locked
    /// Its structure is broken, or it ends in the middle.
    case damaged
    /// It is in order and holds nothing: no page, no text, no picture.
    case empty
    /// Pictures of pages without text.
    case scanned
    /// Its text layer holds other characters than are seen on its pages.
    case garbled
    /// Reading it took more time, memory or room than one file may take.
    case exceeded
    /// The program that reads such files is not installed here.
    case programMissing = "program_missing"
    /// A kind of file that is not read.
    case unsupported

    /// The outcome that a file with this fault has.
    public var outcome: Outcome {
        switch self {
        case .locked, .damaged, .exceeded, .empty: .unreadableDocument
        case .scanned, .garbled: .scannedWithoutText
        case .programMissing, .unsupported: .unsupportedType
        }
    }
}

extension ExtractedDocument {
    /// False where something of the file was not seen, or only as recognised in a picture: what is not found in it may
    /// be there all the same.
    public var isReadWholly: Bool { fault == nil && !parts.contains(where: \.isRecognised) }

    /// Where a cell of a sheet stands, as spreadsheets call it (`C12`); nil for blocks that are no cells of a sheet. Rows
    /// and columns of a sheet's cells count from its first cell.
    public func sheetCell(ofBlock block: Int) -> String? {
        guard blocks.indices.contains(block), part(ofBlock: block)?.kind == .sheet,
            case .cell(.some, let row, let column, _) = blocks[block].kind
        else { return nil }
        var letters: [UInt8] = []
        var rest = column
        while rest >= 0 {
            letters.insert(UInt8(65 + rest % 26), at: 0)
            rest = rest / 26 - 1
        }
        return String(decoding: letters, as: UTF8.self) + String(row + 1)
    }

    /// The part in which a block stands; nil for pages of the web and blocks before the first part.
    public func part(ofBlock block: Int) -> DocumentPart? {
        var low = 0
        var high = parts.count
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].firstBlock <= block { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : parts[low - 1]
    }
}
