import Assessing
import Checklists
import Digests
import Findings
import GradingCore
import Reporting
import Storage
import Submissions

/// Where the runs of one command line are kept: in the store, else each in its output folder.
struct RunsKeeping: Sendable {
    /// Where one run is written.
    struct Place: Sendable {
        var keeping: RunKeeping
        var store: FileStore
        /// A folder to be taken away once the run is finished and lies in the output folder.
        var workFolder: String?

        /// Copies the run into the output folder, so that the folder can be reported and judged again anywhere.
        func export(
            _ run: RunKey, to folder: String, _ language: ReportLanguage
        ) async throws(CommandFailure) {
            do throws(StoreError) { try await store.exportRun(run, to: folder) } catch {
                throw CommandFailure(error, language)
            }
        }

        /// Takes a work folder away once its finished run lies in the output folder.
        func tidy() async throws(CommandFailure) {
            guard let workFolder else { return }
            await store.close()
            try Files.removeFolder(workFolder)
        }
    }

    private let arguments: Arguments
    private let language: ReportLanguage
    private let folders: [String]
    /// Nil when the usual place cannot be used and no other was named.
    private let store: FileStore?

    init(_ arguments: Arguments, language: ReportLanguage, folders: [String]) async throws(CommandFailure) {
        self.arguments = arguments
        self.language = language
        self.folders = folders
        let folder = StoreFolder(arguments)
        do throws(CommandFailure) {
            store = try await folder.opened(language)
        } catch {
            if folder.isChosen { throw error }
            let place = folders.count == 1 ? folders[0] : "--output"
            Console.note("oit: \(RunTexts.keptInOutput(place, error.message).text(language))")
            store = nil
        }
    }

    func place(of request: AuditRequest, number: Int) async throws(CommandFailure) -> Place {
        let key = resumeKey(request)
        let resumes = arguments.has(.resume)
        if let store {
            return Place(keeping: RunKeeping(store: store, resumeKey: key, resumes: resumes), store: store)
        }
        let folder = "\(folders[number])/.run"
        do throws(StoreError) {
            let own = try await FileStore.open(folder, mode: .writing)
            return Place(
                keeping: RunKeeping(store: own, resumeKey: key, resumes: resumes), store: own, workFolder: folder)
        } catch { throw CommandFailure(error, language) }
    }

    /// Reports of the runs that a broken command line over several submissions had finished, by number. They belong to
    /// it when they began after its first run: submissions are audited one after the other.
    func alreadyDone(_ requests: [AuditRequest]) async throws(CommandFailure) -> [Int: [UInt8]] {
        guard arguments.has(.resume), requests.count > 1, let store else { return [:] }
        let keys = requests.map(resumeKey)
        do throws(StoreError) {
            let runs = try await store.runs()
            let newest = keys.map { key in runs.first { $0.draft.resumeKey == key } }
            guard let first = newest.first.flatMap({ $0 }), newest.contains(where: { $0?.state != .finished }) else {
                return [:]
            }
            var done: [Int: [UInt8]] = [:]
            for (number, run) in newest.enumerated() {
                guard let run, run.state == .finished, run.draft.startedAt >= first.draft.startedAt,
                    let judgement = try await store.judgement(of: run.key)
                else { continue }
                done[number] = judgement.report
            }
            return done
        } catch { throw CommandFailure(error, language) }
    }

    /// The same submission, list, date, draft and output.
    private func resumeKey(_ request: AuditRequest) -> ResumeKey {
        var text = "\(request.list.year)\n\(request.checklistDigest)\n\(request.isDraft)\n"
        text += "\(arguments.text(.asOf) ?? "")\n\(arguments.text(.output) ?? "")\n"
        let bytes = Array(text.utf8) + written(request.submission, as: .json)
        return ResumeKey(ContentDigest(of: bytes).hexadecimal)
    }
}
