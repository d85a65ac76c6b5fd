import Programs
import ThaiText
import WebEvidence

/// Reads the text in pictures with tesseract. What it gives may be wrong: it supports a topic, never a date.
struct PictureRecognition: Sendable {
    enum Result: Sendable {
        /// Mended, line by line; never without words.
        case text([UInt8])
        /// One English sentence, or empty when there simply were no words.
        case failed(String)
    }

    static let missingDetail =
        "Text in pictures is recognised by the program tesseract; install the packages tesseract-ocr and "
        + "tesseract-ocr-tha."

    private let programs: ProgramSpawner
    private let tesseract: Program

    /// Nil when tesseract is not installed.
    init?(programs: ProgramSpawner, tools: DocumentTools) {
        guard let tesseract = tools.tesseract else { return nil }
        self.programs = programs
        self.tesseract = tesseract
    }

    /// The words in one picture of a page.
    func text(of picture: [UInt8], name: String) async -> Result {
        // Thai needs one block of lines (6): other modes take the row of upper marks for lines of their own.
        var request = ProgramRequest(
            tesseract, [name, "stdout", "-l", "tha+eng", "--psm", "6", "--dpi", "300", "-c", "tessedit_page_number=0"])
        request.files = [name: picture]
        request.environment["OMP_THREAD_LIMIT"] = "1"
        request.limits.deadline = .seconds(60)
        request.limits.cpuTime = .seconds(50)
        request.limits.fileBytes = 1 << 20
        request.limits.outputBytes = 1 << 20
        let run: ProgramRun
        do throws(ProgramError) { run = try await programs.run(request) } catch {
            return .failed(error.fault == .programMissing ? PictureRecognition.missingDetail : error.description)
        }
        switch run.ending {
        case .exited(0): break
        case .exited:
            let lacksLanguage = run.errorOutput.text.contains("Error opening data file")
            return .failed(lacksLanguage ? PictureRecognition.missingDetail : "The picture could not be recognised.")
        case .signalled: return .failed("The picture could not be recognised.")
        case .limited(let limit): return .failed("Recognising the picture was ended (\(limit.rawValue)).")
        }
        let mended = ExtractedThai.mended(String(decoding: run.output.bytes, as: UTF8.self).utf8.span)
        let score = ExtractedTextScore(mended.span)
        guard score.standing == .good, score.thai + score.latin >= 12 else { return .failed("") }
        return .text(mended)
    }
}
