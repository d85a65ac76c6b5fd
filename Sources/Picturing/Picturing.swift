public import Findings
import FoundationEssentials
public import GradingCore
public import Programs
public import Rendering
public import WebEvidence

/// Takes the pictures of a run from its kept bytes, without network.
public struct Picturing: Sendable {
    /// What all pictures of a run may cost. There is no other place for such numbers.
    public struct Limits: Sendable, Hashable {
        public var pictures = 200
        /// From the first picture on.
        public var time: Duration = .seconds(600)
        /// Longest side of a page of a file in pixels.
        public var fileSide = 2_400
        /// The largest file of which a picture is made.
        public var fileBytes = 24 << 20

        /// The defaults.
        public init() {}
    }

    /// Pictures under way at the same time; how many pages the browser shows at once is its own affair.
    public static let atOnce = 2

    let renderer: PageRenderer
    let spawner: ProgramSpawner
    let pdftoppm: Program?
    let pdftotext: Program?
    let tesseract: Program?
    let limits: Limits
    /// What pages may ask for: other pages of the run, by address without fragment.
    let kept: [String: FetchRecord]
    let date: CivilDate
    let masked: @Sendable (String) -> String

    /// - Parameters:
    ///   - kept: the pages of the run, by the text of their requested address without fragment.
    ///   - date: the day that scripts are told.
    ///   - masked: a text with personal data hidden: each hidden digit one `x`, everything else as it was.
    ///   - searchPath: where poppler's programs are sought; nil for `PATH`.
    public init(
        renderer: PageRenderer, spawner: ProgramSpawner, kept: [String: FetchRecord], date: CivilDate,
        limits: Limits = Limits(), searchPath: String? = nil, masked: @escaping @Sendable (String) -> String
    ) {
        func program(_ name: String) -> Program? {
            do throws(ProgramError) { return try Program(name, searchPath: searchPath) } catch { return nil }
        }
        self.renderer = renderer
        self.spawner = spawner
        self.kept = kept
        self.date = date
        self.limits = limits
        self.masked = masked
        (pdftoppm, pdftotext, tesseract) = (program("pdftoppm"), program("pdftotext"), program("tesseract"))
    }

    /// One picture, or the reason why there is none, for each page, in order. `told` hears how many are done.
    public func pictures(
        of pages: [PicturedPage], told: (Int) -> Void = { _ in }
    ) async -> [EvidencePicture] {
        let end = ContinuousClock.now + limits.time
        return await withTaskGroup(of: (Int, EvidencePicture).self) { group in
            var pictures: [EvidencePicture?] = Array(repeating: nil, count: pages.count)
            var next = 0
            func begin() {
                guard next < pages.count else { return }
                let (number, page) = (next, pages[next])
                next += 1
                group.addTask {
                    let isLate = ContinuousClock.now >= end || number >= limits.pictures || Task.isCancelled
                    guard !isLate else {
                        return (number, EvidencePicture(evidence: page.evidence.id, whyNot: PictureTexts.noTime))
                    }
                    return (number, await picture(of: page))
                }
            }
            for _ in 0..<Picturing.atOnce { begin() }
            var done = 0
            while let (number, picture) = await group.next() {
                pictures[number] = picture
                done += 1
                told(done)
                begin()
            }
            return pictures.compactMap { $0 }
        }
    }

    /// One picture, or the reason why there is none.
    public func picture(of page: PicturedPage) async -> EvidencePicture {
        do throws(PictureRefusal) {
            guard !page.record.body.isEmpty else { throw PictureRefusal(PictureTexts.noBytes) }
            switch Picturing.kind(of: page) {
            case .page: return try await pagePicture(page)
            case .pdf: return try await filePicture(page)
            case .image(let type): return try await imagePicture(page, type: type)
            case .other: throw PictureRefusal(PictureTexts.kind)
            }
        } catch {
            return EvidencePicture(evidence: page.evidence.id, whyNot: error.why)
        }
    }

    private enum Kind { case page, pdf, image(String), other }

    private static func kind(of page: PicturedPage) -> Kind {
        let body = page.record.body
        let starts: [([UInt8], String)] = [
            ([0xFF, 0xD8, 0xFF], "image/jpeg"), ([0x89, 0x50, 0x4E, 0x47], "image/png"),
            (Array("GIF8".utf8), "image/gif"),
        ]
        if body.starts(with: Array("%PDF".utf8)) || page.document?.form == .pdf { return .pdf }
        if let start = starts.first(where: { body.starts(with: $0.0) }) { return .image(start.1) }
        if body.starts(with: Array("RIFF".utf8)), body.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            return .image("image/webp")
        }
        let type = (page.record.header("Content-Type") ?? "").lowercased()
        let isText = type.isEmpty || type.contains("html") || type.hasPrefix("text/plain")
        return isText && (page.document?.form ?? .page) == .page ? .page : .other
    }
}

/// Why a picture is not made.
struct PictureRefusal: Error {
    let why: BilingualText
    init(_ why: BilingualText) { self.why = why }

    init(_ failure: RenderFailure) {
        switch failure {
        case .notInstalled: why = PictureTexts.noBrowser
        case .tooLong, .tooLarge: why = PictureTexts.large
        default: why = PictureTexts.failed(failure.description)
        }
    }
}
