import Checklists
import Findings
import GradingCore
import Reporting
import Storage
import Watching
import WebEvidence

extension StoreCommand {
    /// Everything is read and every digest counted again. Damage is 74 and named.
    func check() async throws(CommandFailure) -> ExitCode {
        let store = try await StoreFolder(arguments).read(language)
        let result: StoreCheck
        do throws(StoreError) { result = try await store.check() } catch { throw CommandFailure(error, language) }
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(StoreCheckDocument(result)))
        } else if !arguments.has(.quiet) || !result.isWhole {
            for damage in result.damages {
                let kind = StoreTexts.kind(damage.kind).text(language)
                Console.result(CleanText.line("✗ \(kind) \(damage.name): \(damage.detail)") + "\n")
            }
            Console.result(
                (result.isWhole
                    ? StoreTexts.whole(result.statistics) : StoreTexts.damaged(result.damages.count)).text(language)
                    + "\n")
        }
        return result.isWhole ? .finished : .outputFailure
    }

    /// A copy of the whole store, also while it is written to. An existing file is never overwritten.
    func backup(to path: String) async throws(CommandFailure) -> ExitCode {
        let store = try await StoreFolder(arguments).read(language)
        do throws(StoreError) { try await store.backup(to: path) } catch { throw CommandFailure(error, language) }
        if !arguments.has(.quiet) { Console.result(path + "\n") }
        return .finished
    }

    /// Runs older than a year and a month or `--older-than` go; the newest of each agency and year stays.
    func prune() async throws(CommandFailure) -> ExitCode {
        let days = try arguments.number(.olderThan, in: 0...100_000) ?? 400
        let asOf = try AssessmentDate.chosen(arguments)
        let rule = PruneRule(olderThanDays: days, asOf: asOf, keptYears: try yearsUnderObjection(asOf))
        let folder = StoreFolder(arguments)
        // Nothing is made where there is no store.
        _ = try await folder.read(language)
        let isDryRun = arguments.has(.dryRun)
        let store = try await folder.opened(language)
        let report: PruneReport
        do throws(StoreError) { report = try await store.prune(rule, isDryRun: isDryRun) } catch {
            throw CommandFailure(error, language)
        }
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(PruneDocument(report)))
        } else if !arguments.has(.quiet) {
            for run in report.runs {
                let agency = CleanText.line(run.draft.agency.name)
                Console.result("\(run.id?.text ?? "–")  \(run.draft.startedAt)  \(agency)\n")
            }
            Console.result(StoreTexts.pruned(report, isDryRun: isDryRun).text(language) + "\n")
        }
        return .finished
    }

    /// Years whose objections are not over at a day, by the calendars beside the program.
    private func yearsUnderObjection(_ day: CivilDate) throws(CommandFailure) -> Set<FiscalYear> {
        let calendars = try DataFolder(option: arguments.text(.data)).library().calendars
        let present = FiscalYear(containing: day).year
        return Set(
            ((present - 10)...(present + 2)).map { FiscalYear($0) }.filter { year in
                calendars.calendar(of: year).map { day <= $0.objections.to } ?? false
            })
    }
}

/// `oit store check --json`.
private struct StoreCheckDocument: Encodable {
    struct Damage: Encodable {
        let kind: String
        let name: String
        let detail: String
    }
    let whole: Bool
    let runs: Int
    let pages: Int
    let bodies: Int
    let bytes: Int
    let damages: [Damage]

    init(_ check: StoreCheck) {
        whole = check.isWhole
        runs = check.statistics.runs
        pages = check.statistics.pages
        bodies = check.statistics.bodies
        bytes = check.statistics.fileBytes
        damages = check.damages.map { Damage(kind: $0.kind.rawValue, name: $0.name, detail: $0.detail) }
    }
}

/// `oit store prune --json`.
private struct PruneDocument: Encodable {
    let runs: [String]
    let pages: Int
    let bodies: Int
    let freedBytes: Int

    private enum CodingKeys: String, CodingKey {
        case runs, pages, bodies
        case freedBytes = "freed_bytes"
    }

    init(_ report: PruneReport) {
        runs = report.runs.map { $0.id?.text ?? "" }
        pages = report.pages
        bodies = report.bodies
        freedBytes = report.freedBytes
    }
}

extension StoreTexts {
    static func kind(_ kind: StoreCheck.Damage.Kind) -> BilingualText {
        switch kind {
        case .file: BilingualText(th: "ไฟล์", en: "file")
        case .run: BilingualText(th: "การตรวจ", en: "run")
        case .page: BilingualText(th: "หน้า", en: "page")
        case .judgement: BilingualText(th: "ผลการตรวจ", en: "judgement")
        case .submission: BilingualText(th: "แบบรายงาน", en: "submission")
        case .watch: BilingualText(th: "การเฝ้าระวัง", en: "watch")
        case .unused: BilingualText(th: "ข้อมูลที่ไม่ใช้แล้ว", en: "unused content")
        }
    }

    static func whole(_ found: StoreStatistics) -> BilingualText {
        BilingualText(
            th: "คลังข้อมูลสมบูรณ์: \(found.runs) การตรวจ \(found.pages) หน้า \(found.bodies) เนื้อหา",
            en: "The store is whole: \(found.runs) runs, \(found.pages) pages, \(found.bodies) bodies.")
    }

    static func damaged(_ count: Int) -> BilingualText {
        BilingualText(
            th: "พบข้อมูลเสียหาย \(count) แห่ง ส่วนที่เสียหายจะไม่ถูกนำมาใช้ ให้กู้คืนจากไฟล์สำรอง",
            en: "\(count) places are damaged. Nothing damaged is used; restore a backup.")
    }

    static func pruned(_ report: PruneReport, isDryRun: Bool) -> BilingualText {
        let size = report.freedBytes / 1024
        return isDryRun
            ? BilingualText(
                th: "จะลบ \(report.runs.count) การตรวจ \(report.pages) หน้า",
                en: "\(report.runs.count) runs with \(report.pages) pages would go.")
            : BilingualText(
                th: "ลบแล้ว \(report.runs.count) การตรวจ \(report.pages) หน้า คืนพื้นที่ \(size) กิโลไบต์",
                en: "\(report.runs.count) runs with \(report.pages) pages are removed, \(size) KB given back.")
    }
}
