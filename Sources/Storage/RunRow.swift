import Findings
import GradingCore

/// One row of the table of runs.
struct RunRow {
    var key: Int64
    /// Without the submission's bytes.
    var draft: RunDraft
    var submissionDigest: [UInt8]
    var id: RunID?
    var state = StoredRun.State.open
    var progress = RunProgress()
    var finishedAt: String?
    var pageCount = 0
    /// Of the set of its pages.
    var pagesSeal = Seal.none
    var judgementCount = 0
    /// Of the set of its judgements.
    var judgementsSeal = Seal.none
    /// Of the newest judgement.
    var score: HundredthsInterval?

    /// What never changes of a run.
    var identity: Seal {
        Seal("run identity") { writer in
            writer.int(Int(key))
            writer.text(draft.agency.name)
            writer.text(draft.agency.website)
            writer.text(draft.agency.type)
            writer.text(draft.agency.province)
            writer.block(submissionDigest)
            writer.int(draft.fiscalYear.year)
            writer.int(RunRow.number(draft.asOf))
            writer.flag(draft.isDraft)
            writer.text(draft.resumeKey.text)
            writer.text(draft.toolVersion)
            writer.text(draft.checklistDigest)
            writer.text(draft.startedAt)
            writer.raw(RunRow.settings(draft))
        }
    }

    var seal: Seal {
        Seal("run") { writer in
            writer.raw(identity.bytes)
            writer.optional(id?.text) { $0.text($1) }
            writer.choice(state)
            writer.flag(progress.didSecondPass)
            writer.int(progress.followRounds)
            writer.optional(finishedAt) { $0.text($1) }
            writer.count(pageCount)
            writer.raw(pagesSeal.bytes)
            writer.count(judgementCount)
            writer.raw(judgementsSeal.bytes)
            writer.optional(score) { writer, score in
                writer.int(score.lowest.count)
                writer.int(score.highest.count)
            }
        }
    }

    /// How a person knows the run.
    var name: String { id?.text ?? "\(draft.agency.name) \(draft.startedAt)" }

    func stored(submission: [UInt8] = []) -> StoredRun {
        var draft = draft
        draft.submission = submission
        return StoredRun(
            key: RunKey(key), id: id, state: state, draft: draft, progress: progress, finishedAt: finishedAt,
            pageCount: pageCount, score: score)
    }

    /// `20230515`: a day as one number that a person can read.
    static func number(_ date: CivilDate) -> Int { date.year * 10_000 + date.month * 100 + date.day }

    static func date(_ number: Int) -> CivilDate? {
        CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// Warnings and limits of a run in one block.
    static func settings(_ draft: RunDraft) -> [UInt8] {
        var writer = ByteWriter()
        writer.list(draft.warnings) { $0.text($1) }
        writer.list(draft.settings.sorted { $0.key < $1.key }) { writer, setting in
            writer.text(setting.key)
            writer.int(setting.value)
        }
        return writer.bytes
    }

    static func settings(_ bytes: [UInt8]) -> (warnings: [BilingualText], settings: [String: Int])? {
        var reader = ByteReader(bytes)
        let warnings = reader.list { $0.bilingual() }
        let settings = reader.list { reader in
            let name = reader.text()
            return (name, reader.int())
        }
        guard reader.isComplete else { return nil }
        return (warnings, Dictionary(settings) { $1 })
    }
}
