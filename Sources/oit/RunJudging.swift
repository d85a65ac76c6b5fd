import Assessing
import Checklists
import Documents
import Extraction
import Findings
import GradingCore
import Reporting
import Storage
import Submissions

/// Judges kept runs with today's program and checklists.
struct RunJudging: Sendable {
    private let arguments: Arguments
    private let language: ReportLanguage
    private let library: ChecklistLibrary
    private let rules: JudgingRules

    init(_ arguments: Arguments, language: ReportLanguage) throws(CommandFailure) {
        self.arguments = arguments
        self.language = language
        let folder = try DataFolder(option: arguments.text(.data))
        library = try folder.library()
        rules = try folder.rules()
    }

    /// The list that judges a year: `--checklist`, else the bundled one.
    func list(of year: FiscalYear) throws(CommandFailure) -> YearList {
        if let file = arguments.text(.checklist) { return try YearChoice.list(file: file, library: library) }
        return try YearChoice.list(named: String(year.year), library: library)
    }

    /// A request for a kept run, from its stored submission.
    func request(
        for run: StoredRun, in store: FileStore
    ) async throws(CommandFailure) -> AuditRequest {
        let list = try list(of: run.draft.fiscalYear)
        let bytes: [UInt8]
        do throws(StoreError) { bytes = try await store.submission(of: run.key) } catch {
            throw CommandFailure(error, language)
        }
        let declared: Submission
        do throws(SubmissionProblems) {
            declared = try submission(reading: bytes, fileName: "submission.json", itemIDs: list.items.map(\.id))
        } catch {
            throw CommandFailure(.invalidContent, SubmissionFiles.lines(error.problems, language))
        }
        return AuditRequest(
            submission: declared, list: list, library: library,
            checklistDigest: DataFolder.digest(of: list, in: library, rules: rules), signatures: rules.signatures,
            personalDataRules: rules.personalData,
            asOf: run.draft.asOf, isDraft: run.draft.isDraft, wrappers: rules.wrappers, documents: .installed,
            toolVersion: OIT.version)
    }

    func judgedAgain(
        _ run: StoredRun, in store: FileStore
    ) async throws(CommandFailure) -> (Assessment, YearList) {
        let request = try await request(for: run, in: store)
        do throws(StoreError) {
            return (try await Assessing.judgedAgain(run, in: store, request: request), request.list)
        } catch { throw CommandFailure(error, language) }
    }
}
