import Findings
import GradingCore
import WebEvidence

extension FileStore {
    /// Removes old runs and everything that no other run uses, and gives the room back.
    /// - Parameter isDryRun: only tells what would be removed; nothing changes.
    public func prune(_ rule: PruneRule, isDryRun: Bool = false) throws(StoreError) -> PruneReport {
        let connection = try writer()
        let report = try connection.writing(keeping: !isDryRun) { () throws(StoreError) in
            try removed(by: rule, connection)
        }
        guard !isDryRun else { return report }
        try giveBackRoom(connection)
        return report
    }

    private func removed(by rule: PruneRule, _ connection: SQLiteConnection) throws(StoreError) -> PruneReport {
        var report = PruneReport()
        var store = try StoreRow.read(connection)
        let freeBefore = try connection.number("PRAGMA freelist_count") ?? 0
        var kept: Set<[ExactText]> = []
        for row in try RunRow.readAll(connection) {
            // A damaged run is left for a person to look at.
            guard case .success(let run) = row else { continue }
            if run.state == .finished, kept.insert(FileStore.office(run)).inserted { continue }
            guard FileStore.isOld(run, rule), !rule.keptYears.contains(run.draft.fiscalYear) else { continue }
            report.pages += run.pageCount
            report.runs.append(run.stored())
            store.remove(run)
            try connection.run("DELETE FROM runs WHERE key = ?", [.integer(run.key)])
        }
        try store.insert(into: connection)
        report.documents = try connection.delete(
            "documents", where: "NOT EXISTS (SELECT 1 FROM fetches WHERE document = documents.key)")
        let unread = """
            NOT EXISTS (SELECT 1 FROM fetches WHERE body = bodies.key)
            AND NOT EXISTS (SELECT 1 FROM documents WHERE body = bodies.key)
            """
        report.bodies = try connection.delete("bodies", where: "base IS NOT NULL AND \(unread)")
        report.bodies += try connection.delete(
            "bodies",
            where: "\(unread) AND NOT EXISTS (SELECT 1 FROM bodies AS leaning WHERE leaning.base = bodies.key)")
        report.submissions = try connection.delete(
            "submissions", where: "NOT EXISTS (SELECT 1 FROM runs WHERE submission = submissions.key)")
        _ = try connection.delete("agencies", where: "NOT EXISTS (SELECT 1 FROM runs WHERE agency = agencies.key)")
        let free = try connection.number("PRAGMA freelist_count") ?? 0
        report.freedBytes = Int((free - freeBefore) * (try connection.number("PRAGMA page_size") ?? 0))
        return report
    }

    /// Whose run it is, and of which year: type and province may be told otherwise later.
    private static func office(_ run: RunRow) -> [ExactText] {
        [run.draft.agency.name, run.draft.agency.website, String(run.draft.fiscalYear.year)].map { ExactText($0) }
    }

    /// A beginning that names no day is never old.
    private static func isOld(_ run: RunRow, _ rule: PruneRule) -> Bool {
        guard let day = CivilDate(iso: run.draft.startedAt.prefix(10)) else { return false }
        return rule.asOf.dayNumber - day.dayNumber > rule.olderThanDays
    }

    /// In steps, so that others can write between them and the journal stays small.
    private func giveBackRoom(_ connection: SQLiteConnection) throws(StoreError) {
        var free = try connection.number("PRAGMA freelist_count") ?? 0
        while free > 0 {
            try connection.run("PRAGMA incremental_vacuum(4096)")
            try connection.run("PRAGMA wal_checkpoint(PASSIVE)")
            let left = try connection.number("PRAGMA freelist_count") ?? 0
            // A file that was made otherwise keeps its free room and uses it for what comes.
            if left >= free { break }
            free = left
        }
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}

extension SQLiteConnection {
    /// Removes rows and tells how many.
    fileprivate func delete(_ table: String, where condition: String) throws(StoreError) -> Int {
        try run("DELETE FROM \(table) WHERE \(condition)")
        return changes
    }
}
