public import Programs

/// The outside programs that read what this process does not read itself, found once at the start.
public struct DocumentTools: Sendable {
    /// poppler-utils: text, properties and pictures of PDF files.
    public var pdftotext: Program?
    public var pdfinfo: Program?
    public var pdfimages: Program?
    public var pdftoppm: Program?
    /// tesseract-ocr with tesseract-ocr-tha: text in pictures.
    public var tesseract: Program?
    /// libreoffice-writer-nogui, -calc-nogui and -impress-nogui: doc, xls, ppt and rtf.
    public var soffice: Program?
    /// libarchive-tools: rar, 7z and other archives that are no zip.
    public var bsdtar: Program?

    /// Nothing is installed.
    public init() {}

    /// Looks for all of them in the absolute folders of `searchPath` (by default `PATH`).
    public static func found(searchPath: String? = nil) -> DocumentTools {
        func program(_ name: String) -> Program? {
            do throws(ProgramError) { return try Program(name, searchPath: searchPath) } catch { return nil }
        }
        var tools = DocumentTools()
        tools.pdftotext = program("pdftotext")
        tools.pdfinfo = program("pdfinfo")
        tools.pdfimages = program("pdfimages")
        tools.pdftoppm = program("pdftoppm")
        tools.tesseract = program("tesseract")
        tools.soffice = program("soffice")
        tools.bsdtar = program("bsdtar")
        return tools
    }
}
