import Findings
import GradingCore
import Reporting
import Reviewing
import Storage

extension ReviewCommand {
    /// Earlier runs that are looked at: more would be read by nobody.
    private static let mostEarlierRuns = 5

    /// What earlier runs of the agency and their readers said of each item of a run, newest first. Topics tell which items
    /// are the same, because lists of other years number them otherwise.
    func history(of run: ReadRun, _ word: String) async throws(CommandFailure) -> [ItemID: [ReviewHistory]] {
        var history: [ItemID: [ReviewHistory]] = [:]
        let items = Dictionary(run.located.assessment.items.map { ($0.topic, $0.item) }) { first, _ in first }
        for line in try log(at: logPath(word, run), of: run).lines.reversed() {
            history[ItemID(line.entry.item), default: []].append(.reading(ReviewHistory.Reading(line)))
        }
        let folder = StoreFolder(arguments)
        guard folder.holdsStore else { return history }
        let store = try await folder.read(language)
        for earlier in try await earlierRuns(than: run, in: store) {
            guard let id = earlier.id, let judgement = try await judgement(of: earlier, in: store) else { continue }
            let log = try keptLog(of: id)
            for finding in judgement.items {
                guard let item = items[finding.topic] else { continue }
                history[item, default: []] += log.lines.reversed().filter { $0.entry.item == finding.item.text }
                    .map { .reading(ReviewHistory.Reading($0)) }
                history[item, default: []].append(
                    .run(
                        ReviewHistory.Run(
                            run: id, asOf: earlier.draft.asOf, item: finding.item, verdict: finding.verdict,
                            reason: finding.verdict == .satisfied ? nil : finding.reasons.first?.message)))
            }
        }
        return history
    }

    /// Runs of the same agency that were finished before, newest first, of each id the newest.
    private func earlierRuns(than run: ReadRun, in store: FileStore) async throws(CommandFailure) -> [StoredRun] {
        let all: [StoredRun]
        do throws(StoreError) { all = try await store.runs() } catch { throw CommandFailure(error, language) }
        let assessment = run.located.assessment
        var seen: Set<RunID> = [assessment.run]
        return Array(
            all.filter { other in
                guard other.state == .finished, let id = other.id, let finished = other.finishedAt else { return false }
                return other.draft.agency.name == assessment.agency.name
                    && other.draft.agency.website == assessment.agency.website
                    && finished <= assessment.finishedAt && seen.insert(id).inserted
            }.prefix(ReviewCommand.mostEarlierRuns))
    }

    private func judgement(of run: StoredRun, in store: FileStore) async throws(CommandFailure) -> StoredJudgement? {
        do throws(StoreError) { return try await store.judgement(of: run.key) } catch {
            throw CommandFailure(error, language)
        }
    }

    /// The log of a run that lies in the store; an empty one where it was read elsewhere, or is no longer whole.
    private func keptLog(of run: RunID) throws(CommandFailure) -> ReviewLog {
        let path = "\(StoreFolder(arguments).path)/reviews/\(run.text).jsonl"
        guard Files.exists(path) else { return ReviewLog(run: run.text) }
        let bytes = try Files.bytes(path)
        do throws(ReviewFault) { return try ReviewLog(run: run.text, file: bytes) } catch {
            Console.note("oit: \(ReviewCommandTexts.brokenLog(path, "\(error)").text(language))")
            return ReviewLog(run: run.text)
        }
    }
}
