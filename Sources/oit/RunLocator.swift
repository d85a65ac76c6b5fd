import Findings
import FoundationEssentials
import GradingCore
import Reporting
import Storage

/// A run that the command line names, found.
struct LocatedRun: Sendable {
    /// Where its evidence lies; nil for a report.json alone.
    var kept: (store: FileStore, run: StoredRun)?
    /// Its newest report, byte for byte.
    var report: [UInt8]
    var reported: ReportedRun
    var assessment: Assessment { reported.assessment }
    /// The folder that was named; nil for an id.
    var folder: String?

    /// The run with its evidence; exit 66 where only a report is at hand.
    func evidence(_ word: String) throws(CommandFailure) -> (store: FileStore, run: StoredRun) {
        guard let kept else {
            throw CommandFailure(
                .missingInput,
                "\(word) is a report without its evidence; name the output folder with its \(FileStore.fileName), or the store (--store)"
            )
        }
        return kept
    }
}

/// Finds a RUN: an id (`ID@2` for the second of several equal ones), an output folder or a report.json.
struct RunLocator: Sendable {
    let store: StoreFolder
    let language: ReportLanguage
    /// True where only what an overview of many runs needs is read of each.
    var condenses = false

    func run(_ word: String) async throws(CommandFailure) -> LocatedRun {
        if Files.isFolder(word) { return try await inFolder(word) }
        if Files.exists(word) { return try await ofReport(word) }
        return try await inStore(word)
    }

    private func inFolder(_ folder: String) async throws(CommandFailure) -> LocatedRun {
        let report = "\(folder)/report.json"
        guard Files.exists("\(folder)/\(FileStore.fileName)") else {
            guard Files.exists(report) else {
                throw CommandFailure(
                    .missingInput, "the folder \(folder) holds neither \(FileStore.fileName) nor report.json")
            }
            return try await ofReport(report)
        }
        let store = try await StoreFolder.read(folder, language)
        let id = Files.exists(report) ? try Files.reportHead(report)?.run : nil
        return try await located(id.map { RunID($0) }, in: store, folder: folder, word: folder)
    }

    private func ofReport(_ file: String) async throws(CommandFailure) -> LocatedRun {
        guard let head = try Files.reportHead(file) else {
            throw CommandFailure(.invalidContent, "\(file) is no report of this program (report.json)")
        }
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let beside = folder.isEmpty ? (file.hasPrefix("/") ? "/" : ".") : folder
        if Files.exists("\(beside)/\(FileStore.fileName)") {
            let store = try await StoreFolder.read(beside, language)
            if let run = try await found(RunID(head.run), ordinal: nil, in: store) {
                return try await located(run, in: store, folder: beside)
            }
        }
        if self.store.holdsStore {
            let store = try await self.store.read(language)
            if let run = try await found(RunID(head.run), ordinal: nil, in: store) {
                return try await located(run, in: store, folder: nil)
            }
        }
        let bytes = try Files.bytes(file)
        return LocatedRun(
            kept: nil, report: bytes, reported: try reported(bytes, file), folder: nil)
    }

    private func inStore(_ word: String) async throws(CommandFailure) -> LocatedRun {
        let parts = word.split(separator: "@", maxSplits: 1).map(String.init)
        let ordinal = parts.count > 1 ? Int(parts[1]) : nil
        guard let id = parts.first, parts.count == 1 || ordinal != nil else {
            throw CommandFailure(
                .wrongCommandLine, "\"\(word)\" is no run: give an id, an output folder or a report.json")
        }
        guard store.holdsStore else {
            throw CommandFailure(
                .missingInput, "there is no file or folder \(word), and no store in \(store.path) that could know it")
        }
        let opened = try await store.read(language)
        guard let run = try await found(RunID(id), ordinal: ordinal, in: opened) else {
            throw CommandFailure(
                .missingInput,
                "there is no run \(word) in \(store.path), nor a file or folder of that name; see: oit store list")
        }
        return try await located(run, in: opened, folder: nil)
    }

    // MARK: Parts

    private func found(_ id: RunID, ordinal: Int?, in store: FileStore) async throws(CommandFailure) -> StoredRun? {
        do throws(StoreError) { return try await store.run(id, ordinal: ordinal) } catch {
            throw CommandFailure(error, language)
        }
    }

    /// The named run of a folder's store, else its newest.
    private func located(
        _ id: RunID?, in store: FileStore, folder: String, word: String
    ) async throws(CommandFailure) -> LocatedRun {
        if let id, let run = try await found(id, ordinal: nil, in: store) {
            return try await located(run, in: store, folder: folder)
        }
        let runs: [StoredRun]
        do throws(StoreError) { runs = try await store.runs() } catch { throw CommandFailure(error, language) }
        guard let run = runs.first(where: { $0.id != nil }) else {
            throw CommandFailure(.missingInput, RunTexts.neverFinished(word).text(language))
        }
        return try await located(run, in: store, folder: folder)
    }

    private func located(
        _ run: StoredRun, in store: FileStore, folder: String?
    ) async throws(CommandFailure) -> LocatedRun {
        let judgement: StoredJudgement?
        do throws(StoreError) { judgement = try await store.judgement(of: run.key) } catch {
            throw CommandFailure(error, language)
        }
        guard let judgement else {
            throw CommandFailure(.missingInput, RunTexts.neverFinished(run.id?.text ?? "").text(language))
        }
        return LocatedRun(
            kept: (store, run), report: judgement.report,
            reported: try reported(judgement.report, run.id?.text ?? ""), folder: folder)
    }

    private func reported(_ bytes: [UInt8], _ name: String) throws(CommandFailure) -> ReportedRun {
        guard condenses else { return try RunLocator.reported(bytes, named: name) }
        do throws(ReportReadingError) { return try ReportedRun(condensing: bytes) } catch {
            throw CommandFailure(.invalidContent, "\(name): \(error)")
        }
    }

    static func reported(_ bytes: [UInt8], named name: String) throws(CommandFailure) -> ReportedRun {
        do throws(ReportReadingError) { return try ReportedRun(reportJSON: bytes) } catch {
            throw CommandFailure(.invalidContent, "\(name): \(error)")
        }
    }
}

/// Sentences about runs, in both languages.
enum RunTexts {
    static func neverFinished(_ name: String) -> BilingualText {
        BilingualText(
            th: "การตรวจ \(name) ยังไม่เสร็จ จึงยังไม่มีผล ให้สั่ง oit audit --resume ด้วยคำสั่งเดิมเพื่อตรวจต่อ",
            en: "the run \(name) never finished, so it has no result yet; continue it: the same oit audit with --resume"
        )
    }

    static func keptEarlier(_ folder: String) -> BilingualText {
        BilingualText(
            th: "รายงานของการตรวจครั้งก่อนย้ายไปเก็บไว้ที่ \(folder)",
            en: "the reports of an earlier run that were here are kept in \(folder)")
    }

    static func keptInOutput(_ folder: String, _ cause: String) -> BilingualText {
        BilingualText(
            th: "เปิดคลังข้อมูลการตรวจไม่ได้ (\(cause)) การตรวจนี้จึงเก็บไว้ที่ \(folder) เท่านั้น",
            en: "the store cannot be used (\(cause)); this run is kept in \(folder) only")
    }

    static func personalData(pages: Int) -> BilingualText {
        BilingualText(
            th: "เร่งด่วน: พบข้อมูลส่วนบุคคลของประชาชนในหลักฐาน \(pages) หน้า โปรดดูหัวข้อนี้ในรายงานและนำออกจากเว็บไซต์ทันที",
            en: "urgent: \(pages) evidence pages show personal data of private persons; see the report and take it down"
        )
    }
}
