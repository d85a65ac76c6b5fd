import Programs
import WebEvidence

/// In what state a PDF is, by how its reading ended.
struct PDFState: Sendable {
    private(set) var fault: DocumentFault?
    /// One English sentence; empty for a file in order.
    private(set) var detail = ""
    /// Nil where it is not known.
    private(set) var pageCount: Int?

    /// - Parameter pages: pages whose text was read.
    init(_ run: ProgramRun, pages: Int, body: [UInt8]) {
        let complaints = run.errorOutput.text
        switch run.ending {
        case .exited(0):
            pageCount = pages
            if pages > PDFRequests.pages {
                set(.exceeded, "Only the first \(PDFRequests.pages) pages were read.")
                pageCount = nil
            } else if PDFState.endsEarly(body) {
                set(.damaged, "The file ends in the middle; \(PDFState.counted(pages)) could still be read.")
            }
        case .exited:
            if complaints.contains("Incorrect password") {
                set(.locked, "The file opens only with a password.")
            } else if complaints.contains("the last page (0)") {
                set(.empty, "The file has no page.")
                pageCount = 0
            } else {
                set(.damaged, "The file could not be opened: \(PDFState.firstComplaint(complaints))")
            }
        case .signalled(let signal):
            set(.damaged, "Reading broke off (signal \(signal)) after \(PDFState.counted(pages)).")
        case .limited(let limit):
            set(.exceeded, "Reading was ended (\(limit.rawValue)) after \(PDFState.counted(pages)).")
        }
    }

    private mutating func set(_ fault: DocumentFault, _ detail: String) {
        self.fault = fault
        self.detail = detail
    }

    private static func counted(_ pages: Int) -> String { pages == 1 ? "1 page" : "\(pages) pages" }

    /// The first thing the program said, without what could break a line or fill a report.
    private static func firstComplaint(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first ?? "no reason was given"
        let shown = line.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(120)
        return String(String.UnicodeScalarView(shown)) + "."
    }

    /// True when an object begins behind the last end mark: what comes over a slow line and is cut. Some servers add a
    /// few bytes of their own behind the mark, and files that were changed have several.
    private static func endsEarly(_ body: [UInt8]) -> Bool {
        let mark = Array("%%EOF".utf8)
        let object = Array(" obj".utf8)
        var index = body.count - 4
        while index > 0 {
            index -= 1
            if body[index] == mark[0], body[index...].starts(with: mark) { return false }
            if body[index] == object[0], body[index...].starts(with: object) { return true }
        }
        return true
    }
}

/// The title that a PDF carries among its properties.
enum PDFTitle {
    /// The title where it names the document; empty where it names a program or a file, or nothing.
    static func meaningful(_ title: String) -> String {
        guard let line = PageLine(title[...]), line.text.utf8.count <= 600 else { return "" }
        let text = line.text
        let ending = text.utf8.suffix(5)
        if let dot = ending.lastIndex(of: 46), ending[dot...].dropFirst().count >= 2,
            ending[dot...].dropFirst().allSatisfy({ $0 | 0x20 >= 97 && $0 | 0x20 <= 122 })
        {
            return ""  // the name of a file
        }
        if text.hasPrefix("Microsoft ") { return "" }  // "Microsoft Word - Document1"
        let layer = PDFPageLayer(Array(text.utf8))
        guard layer.standing != .garbled, !layer.isRelettered else { return "" }
        let mended = String(decoding: layer.text, as: UTF8.self)
        let letters = mended.unicodeScalars.count { (0x0E01...0x0E4E).contains($0.value) }
        return letters >= 6 || line.words >= 3 ? mended : ""
    }
}
