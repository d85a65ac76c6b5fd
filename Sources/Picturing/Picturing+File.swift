import Findings
import GradingCore
import Programs
import Rendering
import WebEvidence

extension Picturing {
    /// One page of a PDF file: the one that holds most of what decided.
    func filePicture(_ page: PicturedPage) async throws(PictureRefusal) -> EvidencePicture {
        guard let pdftoppm, let pdftotext else { throw PictureRefusal(PictureTexts.noPDFProgram) }
        guard page.record.body.count <= limits.fileBytes else { throw PictureRefusal(PictureTexts.large) }
        let number = page.filePage
        var words = FilePageWords(
            tsv: await output(of: tsvRequest(page.record.body, number, pdftotext))?.text ?? "")
        guard let image = await output(of: imageRequest(page.record.body, number, pdftoppm)), !image.bytes.isEmpty
        else { throw PictureRefusal(PictureTexts.unreadable) }
        let isRecognised = words.runs.isEmpty
        if isRecognised { words = await recognised(image.bytes, "page.jpg") }
        let plan = MarkPlan(
            PageTexts(runs: words.runs), page.words.filter { $0.page == nil || $0.page == number }, masked: masked)
        guard plan.coveredDigits >= personalDigits(of: texts(of: page.document, on: number)) else {
            throw PictureRefusal(PictureTexts.personal)
        }
        let areas = words.width > 0 && words.height > 0 ? areas(plan.marks, words) : []
        guard !areas.isEmpty || plan.marks.covered.isEmpty else { throw PictureRefusal(PictureTexts.personal) }
        let isUpright = words.width <= words.height
        let sheet = PictureSheet(
            picture: image.bytes, contentType: "image/jpeg", width: isUpright ? 1_131 : 1_600, areas: areas)
        let picture = try await taken(sheet)
        var notes: [BilingualText] = plan.coveredDigits > 0 ? [PictureTexts.covered] : []
        if isRecognised, !plan.marks.boxes.isEmpty { notes.append(PictureTexts.recognised) }
        let others = Set(page.words.compactMap(\.page)).subtracting([number]).sorted()
        if !others.isEmpty { notes.append(PictureTexts.otherPages(others)) }
        let first = areas.filter { $0.kind != .cover }.map { Int($0.top * Double(picture.height)) }.min()
        return EvidencePicture(
            evidence: page.evidence.id,
            content: EvidencePicture.Content(
                bytes: picture.bytes, contentType: PagePicture.contentType, width: picture.width,
                height: picture.height, firstBox: first, page: number, notes: notes),
            marks: plan.told(plan.marks.boxes.map { _ in .drawn }))
    }

    /// A picture that was evidence itself: its words stand where they are recognised.
    func imagePicture(_ page: PicturedPage, type: String) async throws(PictureRefusal) -> EvidencePicture {
        guard page.record.body.count <= limits.fileBytes else { throw PictureRefusal(PictureTexts.large) }
        let words = await recognised(page.record.body, "picture")
        let plan = MarkPlan(PageTexts(runs: words.runs), page.words, masked: masked)
        guard plan.coveredDigits >= personalDigits(of: page.document.map { $0.blocks.map(\.text) } ?? []) else {
            throw PictureRefusal(PictureTexts.personal)
        }
        let areas = words.width > 0 && words.height > 0 ? areas(plan.marks, words) : []
        let picture = try await taken(
            PictureSheet(picture: page.record.body, contentType: type, width: 1_131, areas: areas))
        let first = areas.filter { $0.kind != .cover }.map { Int($0.top * Double(picture.height)) }.min()
        var notes: [BilingualText] = plan.coveredDigits > 0 ? [PictureTexts.covered] : []
        if !plan.marks.boxes.isEmpty { notes.append(PictureTexts.recognised) }
        return EvidencePicture(
            evidence: page.evidence.id,
            content: EvidencePicture.Content(
                bytes: picture.bytes, contentType: PagePicture.contentType, width: picture.width,
                height: picture.height, firstBox: first, notes: notes),
            marks: plan.told(plan.marks.boxes.map { _ in .drawn }))
    }

    private func taken(_ sheet: PictureSheet) async throws(PictureRefusal) -> PagePicture {
        let address: PageAddress
        do throws(AddressFault) { address = try PageAddress("http://picture.invalid/") } catch {
            throw PictureRefusal(PictureTexts.unreadable)
        }
        let type = [HeaderField(name: "Content-Type", value: "text/html; charset=utf-8")]
        let request = PictureRequest(
            address: address, main: .answered(final: address, status: 200, headers: type, body: sheet.html), date: date)
        do throws(RenderFailure) { return try await renderer.pictured(request).get() } catch {
            throw PictureRefusal(error)
        }
    }

    /// Texts of the blocks of one page of a file.
    private func texts(of document: ExtractedDocument?, on page: Int) -> [String] {
        guard let document else { return [] }
        return document.blocks.indices.filter { document.part(ofBlock: $0)?.number ?? page == page }
            .map { document.blocks[$0].text }
    }

    private func areas(_ marks: PictureMarks, _ words: FilePageWords) -> [PictureSheet.Area] {
        func area(_ runs: [Int], _ kind: PictureSheet.Kind) -> PictureSheet.Area? {
            let boxes = runs.map { words.boxes[$0] }
            guard let left = boxes.map(\.left).min(), let top = boxes.map(\.top).min(),
                let right = boxes.map({ $0.left + $0.width }).max(), let end = boxes.map({ $0.top + $0.height }).max()
            else { return nil }
            // Points of a page, pixels of a scan: in shares of what a sheet of paper is high.
            let margin = words.height / 842 * (kind == .cover ? 1 : 2.5)
            return PictureSheet.Area(
                kind: kind, left: (left - margin) / words.width, top: (top - margin) / words.height,
                width: (right - left + 2 * margin) / words.width, height: (end - top + 2 * margin) / words.height)
        }
        // Words of one line are one box; a covered word is covered whole.
        let boxes = marks.boxes.flatMap { box in
            Dictionary(grouping: Set(box.stretches.map(\.run))) { words.runs[$0].block }.sorted { $0.key < $1.key }
                .compactMap { area($0.value, box.kind == .date ? .date : .quote) }
        }
        return boxes + Set(marks.covered.map(\.run)).sorted().compactMap { area([$0], .cover) }
    }

    // MARK: Programs

    /// The words in a picture as they are recognised; none without tesseract.
    private func recognised(_ picture: [UInt8], _ name: String) async -> FilePageWords {
        guard let tesseract else { return FilePageWords(tsv: "") }
        // As files are read: Thai needs one block of lines (6).
        var request = ProgramRequest(
            tesseract,
            [
                name, "stdout", "-l", "tha+eng", "--psm", "6", "--dpi", "300", "-c", "tessedit_page_number=0", "tsv",
            ])
        request.files = [name: picture]
        request.environment["OMP_THREAD_LIMIT"] = "1"
        request.limits.deadline = .seconds(120)
        request.limits.cpuTime = .seconds(40)
        request.limits.fileBytes = 1 << 20
        request.limits.outputBytes = 4 << 20
        return FilePageWords(tsv: await output(of: request)?.text ?? "")
    }

    /// Nil where the program fails, or gives more than it may.
    private func output(of request: ProgramRequest) async -> ProgramBytes? {
        do throws(ProgramError) {
            let run = try await spawner.run(request)
            return run.succeeded && !run.output.isTruncated ? run.output : nil
        } catch { return nil }
    }

    private func tsvRequest(_ body: [UInt8], _ page: Int, _ program: Program) -> ProgramRequest {
        request(
            program, ["-tsv", "-cropbox", "-enc", "UTF-8", "-f", "\(page)", "-l", "\(page)", "file.pdf", "-"], body)
    }

    private func imageRequest(_ body: [UInt8], _ page: Int, _ program: Program) -> ProgramRequest {
        request(
            program,
            [
                "-jpeg", "-jpegopt", "quality=88", "-cropbox", "-f", "\(page)", "-l", "\(page)", "-scale-to",
                "\(limits.fileSide)", "file.pdf",
            ], body)
    }

    private func request(_ program: Program, _ arguments: [String], _ body: [UInt8]) -> ProgramRequest {
        var request = ProgramRequest(program, arguments)
        request.files = ["file.pdf": body]
        request.limits.deadline = .seconds(60)
        request.limits.cpuTime = .seconds(20)
        request.limits.outputBytes = 16 << 20
        request.limits.fileBytes = 1 << 20
        request.limits.processes = 16
        return request
    }
}
