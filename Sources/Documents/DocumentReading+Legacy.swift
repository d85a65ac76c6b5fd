import OfficeFiles
import Programs
import WebEvidence

/// Formats that LibreOffice turns into one that this process reads.
enum LegacyFormat: Sendable, Hashable {
    case doc, xls, ppt, rtf, binaryWorkbook, flatText, flatSheets, flatSlides

    /// The ending by which the program knows the format.
    var ending: String {
        switch self {
        case .doc: "doc"
        case .xls: "xls"
        case .ppt: "ppt"
        case .rtf: "rtf"
        case .binaryWorkbook: "xlsb"
        case .flatText, .flatSheets, .flatSlides: "xml"
        }
    }

    var form: DocumentForm {
        switch self {
        case .doc, .rtf, .flatText: .text
        case .xls, .binaryWorkbook, .flatSheets: .sheets
        case .ppt, .flatSlides: .slides
        }
    }

    /// What it is turned into. The program loses the titles of slides on the way to pptx, and not on the way to odp.
    var target: String {
        switch form {
        case .sheets: "xlsx"
        case .slides: "odp"
        default: "docx"
        }
    }

    /// The Debian package without which the program cannot read it.
    var package: String {
        switch form {
        case .sheets: "libreoffice-calc-nogui"
        case .slides: "libreoffice-impress-nogui"
        default: "libreoffice-writer-nogui"
        }
    }
}

extension DocumentReading {
    /// A file in the container of old programs; encrypted new documents come in it too.
    func legacyDocument(_ file: ReceivedFile) async -> ExtractedDocument {
        let container: CompoundFile
        do throws(OfficeFileError) {
            container = try CompoundFile(file.body)
        } catch {
            return ExtractedDocument(form: .text, error)
        }
        let format: LegacyFormat
        switch container.kind {
        case .text: format = .doc
        case .workbook: format = .xls
        case .presentation: format = .ppt
        case .encryptedPackage:
            return ExtractedDocument(form: .text, fault: .locked, detail: "The document is protected by a password.")
        case .other:
            return ExtractedDocument(
                form: .text, fault: .unsupported, detail: "The container holds no text, workbook or presentation.")
        }
        guard !container.isEncrypted else {
            return ExtractedDocument(
                form: format.form, fault: .locked, detail: "The document is protected by a password.")
        }
        return await convertedDocument(file, as: format)
    }

    /// Texts and workbooks as one XML text, told apart by their outermost namespace.
    func flatKind(_ body: [UInt8]) -> LegacyFormat {
        let head = String(decoding: body.prefix(4_096).filter { $0 != 0 }, as: UTF8.self)
        if head.contains("office:spreadsheet") { return .flatSheets }
        return head.contains("opendocument.presentation") ? .flatSlides : .flatText
    }

    /// Turns the file into a new format and reads that, so that headings, tables and links stay what they are.
    func convertedDocument(_ file: ReceivedFile, as format: LegacyFormat) async -> ExtractedDocument {
        guard let soffice = tools.soffice else {
            return ExtractedDocument(
                form: format.form, fault: .programMissing,
                detail: "Files of this kind are read by LibreOffice (Debian package \(format.package)), "
                    + "which is not installed here.")
        }
        let request = LegacyConversion.request(soffice, file.body, format)
        do throws(ProgramError) {
            let run = try await conversions.alone { () async throws(ProgramError) in
                try await programs.run(request)
            }
            return LegacyConversion.document(of: run, format, address: file.address)
        } catch {
            let fault: DocumentFault = error == .cancelled ? .exceeded : .programMissing
            return ExtractedDocument(form: format.form, fault: fault, detail: error.description)
        }
    }
}

/// One run of LibreOffice.
enum LegacyConversion {
    static func request(_ soffice: Program, _ body: [UInt8], _ format: LegacyFormat) -> ProgramRequest {
        // Its profile lies in the run's own folder: runs share nothing, and nothing of one file reaches the next. The
        // program replaces the variable itself; by default it asks for its user's entry, which a sandbox does not have.
        var request = ProgramRequest(
            soffice,
            [
                "--headless", "--norestore", "--nologo", "--nolockcheck", "--nofirststartwizard",
                "-env:UserInstallation=file://$HOME/profile", "--convert-to",
                format.target, "--outdir", ".", "file.\(format.ending)",
            ])
        request.files = ["file.\(format.ending)": body]
        request.results = ["file.\(format.target)"]
        request.limits.deadline = .seconds(60)
        request.limits.cpuTime = .seconds(60)
        request.limits.memoryBytes = 2 << 30
        request.limits.openFiles = 1_024
        request.limits.processes = 128
        request.limits.outputBytes = 1 << 20
        request.limits.fileBytes = 128 << 20
        return request
    }

    static func document(of run: ProgramRun, _ format: LegacyFormat, address: PageAddress) -> ExtractedDocument {
        if case .limited(let limit) = run.ending {
            return ExtractedDocument(
                form: format.form, fault: .exceeded,
                detail: "LibreOffice was ended at a limit (\(limit.rawValue)) while it read the file.")
        }
        guard let result = run.results["file.\(format.target)"], !result.bytes.isEmpty else {
            let message = run.output.text + run.errorOutput.text
            if message.lowercased().contains("password") {
                return ExtractedDocument(
                    form: format.form, fault: .locked, detail: "The document is protected by a password.")
            }
            if message.contains("no export filter") {
                return ExtractedDocument(
                    form: format.form, fault: .programMissing,
                    detail: "LibreOffice cannot read this kind here; install the Debian package \(format.package).")
            }
            return ExtractedDocument(
                form: format.form, fault: .damaged, detail: "LibreOffice could not read the file.")
        }
        guard !result.isTruncated else {
            return ExtractedDocument(
                form: format.form, fault: .exceeded, detail: "The document grows too large when it is read.")
        }
        switch officeContent(result.bytes, address: address) {
        case .success(let document): return document
        case .failure(let error): return ExtractedDocument(form: format.form, error)
        }
    }
}
