/// Where in a file a quote stands, as a reader would look it up.
public struct QuoteLocation: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case page, sheet, slide
        /// A file inside an archive.
        case member
    }
    public var kind: Kind
    /// Counts the pages, sheets, slides or members of the file from 1.
    public var number: Int
    /// Name of the sheet or path of the member; empty for pages and slides.
    public var name: String
    /// The cell of a sheet, such as `C12`, or its row, such as `12`; empty elsewhere.
    public var cell: String
    /// True when the words were recognised in a picture: they may be wrong.
    public var isRecognised: Bool

    public init(kind: Kind, number: Int, name: String = "", cell: String = "", isRecognised: Bool = false) {
        self.kind = kind
        self.number = number
        self.name = name
        self.cell = cell
        self.isRecognised = isRecognised
    }

    /// As programs read it: `page 3`, `sheet 2 "แผน" C12`.
    public var text: String {
        "\(kind.rawValue) \(number)" + (name.isEmpty ? "" : " \"\(name)\"") + (cell.isEmpty ? "" : " \(cell)")
    }
}
