import Programs
import WebEvidence

/// In what state a PDF is, by how its reading ended.
struct PDFState: Sendable {
    private(set) var fault: DocumentFault?
    /// One English sentence; empty for a file in order.
    private(set) var detail = ""
    /// Nil where it is not known.
    private(set) var pageCount: Int?

    /// A file in order.
    init(pages: Int) { pageCount = pages }

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
