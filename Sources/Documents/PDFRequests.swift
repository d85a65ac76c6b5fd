import Programs
import WebEvidence

/// How the programs of poppler are called, and what one file may cost.
enum PDFRequests {
    /// Pages that are read of one file; a longer one is told as exceeded.
    static let pages = 2_000
    /// Pages that are looked at for whether there is anything on them.
    static let lookedAtPages = 60
    private static let fileName = "file.pdf"

    /// One start for text, title and dates. `-raw` keeps the order of the file: the default order puts Thai marks
    /// behind spaces.
    static func text(of body: [UInt8], by program: Program) -> ProgramRequest {
        var request = ProgramRequest(
            program, ["-raw", "-htmlmeta", "-enc", "UTF-8", "-l", "\(pages + 1)", fileName, "-"])
        request.files = [fileName: body]
        request.limits.outputBytes = 32 << 20
        request.limits.fileBytes = 1 << 20
        request.limits.processes = 16
        return request
    }

    /// Gray pictures of a range of pages (from 0), `longSide` pixels long, one after the other on standard output.
    static func pictures(
        of body: [UInt8], pages: ClosedRange<Int>, longSide: Int, by program: Program
    ) -> ProgramRequest {
        var request = ProgramRequest(
            program,
            [
                "-gray", "-f", "\(pages.lowerBound + 1)", "-l", "\(pages.upperBound + 1)", "-scale-to", "\(longSide)",
                fileName,
            ])
        request.files = [fileName: body]
        request.limits.outputBytes = 32 << 20
        request.limits.fileBytes = 1 << 20
        request.limits.processes = 16
        return request
    }
}

extension ProgramError {
    /// What a file is when its program could not be run.
    var fault: DocumentFault {
        switch self {
        case .notFound, .notExecutable: .programMissing
        case .unusable, .refused, .cancelled: .exceeded
        }
    }
}
