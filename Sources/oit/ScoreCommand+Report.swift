import Checklists
import Documents
import Extraction
import GradingCore
import Programs
import ScoreReports
import WebEvidence

extension ScoreCommand {
    /// Texts and pages longer than this are no report of one agency.
    private static let mostTextBytes = 16 << 20

    /// An agency's own report as it was read, with what its words come from.
    struct ReadReport {
        var result: Result<ScoreReport, ScoreReportRefusal>
        var lists: [YearList]
    }

    func readReport(
        _ bytes: [UInt8], _ file: String, _ library: ChecklistLibrary, _ folder: DataFolder
    ) async throws(CommandFailure) -> ReadReport {
        let lists = try lists(library)
        let given =
            arguments.has(.year) || arguments.has(.checklist)
            ? try YearChoice.list(arguments, library: library, declared: nil).year : nil
        let vocabulary = try folder.reportVocabulary(lists)
        let document = try await document(bytes, file)
        let result = Result { () throws(ScoreReportRefusal) in
            try scoreReport(in: document, vocabulary: vocabulary, lists: lists, year: given.map { FiscalYear($0) })
        }
        return ReadReport(result: result, lists: lists)
    }

    /// Recomputes a report and prints what was found; `figuresSay` is why the file is no table of figures.
    func print(_ read: ReadReport, _ file: String, figuresSay: CommandFailure?) throws(CommandFailure) -> ExitCode {
        let report: ScoreReport
        switch read.result {
        case .success(let found): report = found
        case .failure(let refusal): throw failure(refusal, file, read.lists, figuresSay)
        }
        let checked = CheckedReport(report, frames: read.lists.map(\.framework))
        let words = ScoreReportWords(lists: read.lists)
        if asJSON {
            Console.result(try JSONOutput.text(ScoreReportDocument(checked, words)))
        } else {
            Console.result(ScoreReportText(checked, words, language: language).text)
        }
        if checked.agrees == false { return .gateNotMet }
        let isDoubtful = checked.agrees == nil || !checked.report.unread.isEmpty
        return arguments.has(.strict) && isDoubtful ? .undecided : .finished
    }

    /// The lists of all years, or a list of the user's own in place of its year.
    private func lists(_ library: ChecklistLibrary) throws(CommandFailure) -> [YearList] {
        guard let file = arguments.text(.checklist) else { return library.years }
        let own = try YearChoice.list(file: file, library: library)
        return library.years.filter { $0.year != own.year } + [own]
    }

    /// Pictures of text are not recognised: a digit that is read wrongly would be a score that nobody stated.
    private func document(_ bytes: [UInt8], _ file: String) async throws(CommandFailure) -> ExtractedDocument {
        var kind = bodyKind(of: bytes, contentType: nil)
        // A few control characters do not make a text unreadable.
        let declared: String? = kind == .unknown ? "text/plain" : nil
        if let declared { kind = bodyKind(of: bytes, contentType: declared) }
        if !kind.isFile, bytes.count > ScoreCommand.mostTextBytes {
            throw CommandFailure(
                .invalidContent,
                "\(file): a text of \(bytes.count >> 20) MB is no report of one agency (at most \(ScoreCommand.mostTextBytes >> 20) MB)"
            )
        }
        var tools = DocumentTools.found()
        tools.tesseract = nil
        tools.pdftoppm = nil
        let address: PageAddress
        do { address = try PageAddress("http://report.invalid/") } catch {
            throw CommandFailure(.internalDefect, "\(error)")
        }
        switch kind {
        case .image:
            throw CommandFailure(.missingInput, "\(file): a picture: there is no text to read")
        case .archive:
            throw CommandFailure(.invalidContent, "\(file): an archive; take the report out of it and name that")
        default:
            let reading = DocumentReading(programs: ProgramSpawner(), tools: tools)
            return await reading.document(
                of: ReceivedFile(body: bytes, kind: kind, contentType: declared, address: address))
        }
    }

    private func failure(
        _ refusal: ScoreReportRefusal, _ file: String, _ lists: [YearList], _ figuresSay: CommandFailure?
    ) -> CommandFailure {
        let known = lists.map(\.year).sorted().map(String.init).joined(separator: ", ")
        let more = { (detail: String) in detail.isEmpty ? "" : " (\(detail))" }
        switch refusal {
        case .noText(let detail):
            if let figuresSay { return figuresSay }
            return CommandFailure(.missingInput, "\(file): there is no text to read\(more(detail))")
        case .unreadable(let detail):
            return CommandFailure(.missingInput, "\(file): cannot be read\(more(detail))")
        case .notThisAssessment, .noFigures:
            let why =
                refusal == .noFigures
                ? "it names the assessment (ITA), but no score of an indicator, an instrument or the whole was found in it"
                : "the assessment (ITA) is not named in it"
            let report = "\(file): is no report on a result that can be checked: \(why)"
            return CommandFailure(.invalidContent, figuresSay.map { "\($0.message)\n\(report)" } ?? report)
        case .yearUnknown(let years):
            guard let year = years.first else {
                return CommandFailure(
                    .wrongCommandLine, "\(file): no fiscal year is named; add --year, for example --year 2566")
            }
            return CommandFailure(
                .invalidContent, "\(file): the report is of \(year), of which there is no list; known are \(known)")
        }
    }
}
