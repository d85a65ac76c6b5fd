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
        let folder = "\(folders[number])/\(RunsKeeping.workFolder)"
        do throws(StoreError) {
            let own = try await FileStore.open(folder, mode: .writing)
            return Place(
                keeping: RunKeeping(store: own, resumeKey: key, resumes: resumes), store: own, workFolder: folder)
        } catch { throw CommandFailure(error, language) }
    }

    /// A run that a broken command line had finished, with the report that it owes.
    struct Done: Sendable {
        var report: [UInt8]
        var run: RunKey
        var place: Place
    }

    /// The runs that a broken command line had finished, by number.
    /// - Parameter since: when that command began, as its mark says. Without one the runs of several submissions belong
    ///   together when they began after the first and one of them is not finished: they are audited one after the other.
    func alreadyDone(
        _ requests: [AuditRequest], since: String?
    ) async throws(CommandFailure) -> [Int: Done] {
        guard arguments.has(.resume), since != nil || requests.count > 1 else { return [:] }
        do throws(StoreError) {
            let newest = try await newestRuns(requests)
            var since = since
            if since == nil, newest.contains(where: { $0?.run.state != .finished }) {
                since = newest.first.flatMap { $0 }?.run.draft.startedAt
            }
            guard let since else { return [:] }
            var done: [Int: Done] = [:]
            for (number, newest) in newest.enumerated() {
                guard let newest, newest.run.state == .finished, newest.run.draft.startedAt >= since,
                    let judgement = try await newest.place.store.judgement(of: newest.run.key)
                else { continue }
                done[number] = Done(report: judgement.report, run: newest.run.key, place: newest.place)
            }
            return done
        } catch { throw CommandFailure(error, language) }
    }

    /// The newest run of each request, in the store or in its output folder.
    private func newestRuns(
        _ requests: [AuditRequest]
    ) async throws(StoreError) -> [(run: StoredRun, place: Place)?] {
        let keys = requests.map(resumeKey)
        if let store {
            let runs = try await store.runs()
            return keys.map { key in
                runs.first { $0.draft.resumeKey == key }.map {
                    ($0, Place(keeping: RunKeeping(store: store, resumeKey: key, resumes: true), store: store))
                }
            }
        }
        var newest: [(run: StoredRun, place: Place)?] = []
        for (number, key) in keys.enumerated() { newest.append(try await newestRun(key, in: folders[number])) }
        return newest
    }

    /// The newest run in the work folder of an output folder, else in that folder itself.
    private func newestRun(
        _ key: ResumeKey, in output: String
    ) async throws(StoreError) -> (run: StoredRun, place: Place)? {
        let work = "\(output)/\(RunsKeeping.workFolder)"
        guard let folder = [work, output].first(where: { Files.exists("\($0)/\(FileStore.fileName)") }) else {
            return nil
        }
        let own = try await FileStore.open(folder, mode: folder == work ? .writing : .reading)
        let keeping = RunKeeping(store: own, resumeKey: key, resumes: true)
        return try await own.runs().first { $0.draft.resumeKey == key }.map {
            ($0, Place(keeping: keeping, store: own, workFolder: folder == work ? work : nil))
        }
    }

    /// Below an output folder, while its run is under way and there is no store.
    private static let workFolder = ".run"

    /// The same submission, list, date, draft and output.
    private func resumeKey(_ request: AuditRequest) -> ResumeKey {
        var text = "\(request.list.year)\n\(request.checklistDigest)\n\(request.isDraft)\n"
        text += "\(arguments.text(.asOf) ?? "")\n\(arguments.text(.output) ?? "")\n"
        let bytes = Array(text.utf8) + written(request.submission, as: .json)
        return ResumeKey(ContentDigest(of: bytes).hexadecimal)
    }
}
