import Programs
import WebEvidence

extension DocumentReading {
    /// Reads a PDF page by page: its text layer where that can be believed; of pages without one the first three and
    /// the last are recognised where the programs for it are installed.
    func pdfDocument(_ file: ReceivedFile) async -> ExtractedDocument {
        var document = ExtractedDocument()
        document.form = .pdf
        guard let pdftotext = tools.pdftotext else {
            document.fault = .programMissing
            document.faultDetail = "PDF files are read by the program pdftotext; install the package poppler-utils."
            return document
        }
        let run: ProgramRun
        do throws(ProgramError) {
            run = try await programs.run(PDFRequests.text(of: file.body, by: pdftotext))
        } catch {
            (document.fault, document.faultDetail) = (error.fault, error.description)
            return document
        }
        let text = PDFText(run.output.bytes)
        let state = PDFState(run, pages: text.pages.count, body: file.body)
        document.title = PDFTitle.meaningful(text.title)
        document.machineDates = text.dates
        document.partCount = state.pageCount
        document.fault = state.fault
        document.faultDetail = state.detail
        guard !text.pages.isEmpty else { return document }
        let layers = text.pages.map(PDFPageLayer.init)
        let recognised = await recognisedPages(layers, of: file.body)
        return PDFAssembly(layers: layers, recognised: recognised, state: state).document(document)
    }

    /// What recognition makes of the pages whose text layer says nothing that can be believed.
    private func recognisedPages(_ layers: [PDFPageLayer], of body: [UInt8]) async -> PDFRecognition {
        var unread = layers.indices.filter { layers[$0].standing != .good }
        guard !unread.isEmpty, let pdftoppm = tools.pdftoppm else { return PDFRecognition() }
        let drawing = PDFDrawing(programs: programs, pdftoppm: pdftoppm, body: body)
        let thin = unread.filter { layers[$0].standing == .thin }
        let bare = await drawing.pagesWithoutPicture(thin.filter { $0 < PDFRequests.lookedAtPages }, layers: layers)
        unread.removeAll(where: bare.contains)
        var result = PDFRecognition(bare: bare)
        guard let recognition = PictureRecognition(programs: programs, tools: tools) else { return result }
        let chosen = unread.filter { $0 < 3 || $0 == layers.count - 1 }
        await withTaskGroup(of: (Int, PictureRecognition.Result).self) { group in
            for page in chosen {
                group.addTask {
                    guard let picture = await drawing.picture(ofPage: page) else { return (page, .failed("")) }
                    return (page, await recognition.text(of: picture, name: "page.pgm"))
                }
            }
            for await (page, text) in group { result.pages[page] = text }
        }
        return result
    }
}

/// What was made of pages without a text layer, by their index.
struct PDFRecognition: Sendable {
    /// Pages that hold no more than the few letters of their text layer, or nothing.
    var bare: Set<Int> = []
    var pages: [Int: PictureRecognition.Result] = [:]
}
