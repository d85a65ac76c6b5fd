import Extraction
import OfficeFiles
import WebEvidence

extension DocumentReading {
    /// Office documents of all kinds: those of zip and XML in process, the old ones through their program.
    func officeDocument(_ file: ReceivedFile) async -> ExtractedDocument {
        switch file.kind {
        case .ooxml: await packageDocument(file)
        case .rtf: await convertedDocument(file, as: .rtf)
        case .flatOffice: await convertedDocument(file, as: flatKind(file.body))
        default: await legacyDocument(file)
        }
    }

    private func packageDocument(_ file: ReceivedFile) async -> ExtractedDocument {
        let result = officeContent(file.body, address: file.address)
        switch result {
        case .success(let document): return document
        case .failure(let error):
            if error.code == .binaryOfficeFile { return await legacyDocument(file) }
            if error.code == .otherKind, error.part.hasSuffix(".bin") {
                return await convertedDocument(file, as: .binaryWorkbook)
            }
            return ExtractedDocument(form: .text, error)
        }
    }
}

/// Reads a package in process.
func officeContent(_ body: [UInt8], address: PageAddress) -> Result<ExtractedDocument, OfficeFileError> {
    do throws(OfficeFileError) {
        let content = try OfficeFile.content(body, limits: .documents)
        return .success(OfficeAssembly.document(of: content, address: address))
    } catch {
        return .failure(error)
    }
}

extension OfficeFileLimits {
    /// Of files that are judged: less than a submission may have, for there are many of them.
    static let documents: OfficeFileLimits = {
        var limits = OfficeFileLimits()
        limits.maximumCells = 200_000
        limits.maximumTextBytes = 16 << 20
        return limits
    }()
}

extension OfficeAssembly {
    /// The document that is judged.
    static func document(of content: OfficeContent, address: PageAddress) -> ExtractedDocument {
        var assembly: OfficeAssembly
        switch content.body {
        case .text(let sections):
            assembly = OfficeAssembly(form: .text, address: address)
            assembly.setProperties(of: content)
            assembly.add(sections)
        case .sheets(let sheets):
            assembly = OfficeAssembly(form: .sheets, address: address)
            assembly.setProperties(of: content)
            assembly.add(sheets: sheets)
        case .slides(let slides):
            assembly = OfficeAssembly(form: .slides, address: address)
            assembly.setProperties(of: content)
            assembly.add(slides: slides)
        }
        assembly.setPartCount(content.partCount)
        if let shortfall = content.shortfall {
            assembly.setFault(shortfall.fault, shortfall.detail)
        } else if assembly.document.blocks.isEmpty, assembly.document.fault == nil {
            if content.pictureCount > 0 {
                assembly.setFault(.scanned, "The document holds \(content.pictureCount) pictures and no text.")
            } else {
                assembly.setFault(.empty, "The document is in order and holds no text.")
            }
        }
        return assembly.document
    }
}

extension OfficeFileError {
    /// What the error means for the file.
    var fault: DocumentFault {
        switch code {
        case .encrypted: .locked
        case .tooLarge: .exceeded
        case .otherKind: .unsupported
        case .notAZip, .missingPart, .damagedMember, .malformedXML, .forbiddenDoctype, .binaryOfficeFile, .notWritten:
            .damaged
        }
    }
}

extension ExtractedDocument {
    /// Nothing could be read, for this reason.
    init(form: DocumentForm, fault: DocumentFault, detail: String) {
        self.init()
        self.form = form
        self.fault = fault
        faultDetail = detail
    }

    init(form: DocumentForm, _ error: OfficeFileError) {
        self.init(form: form, fault: error.fault, detail: error.detail)
    }
}
