import Findings
import GradingCore

extension RunRow {
    private static let columns = """
        r.key, r.fiscal_year, r.as_of, r.is_draft, r.resume_key, r.tool_version, r.checklist_digest, r.started_at,
        r.settings, r.id, r.state, r.did_second_pass, r.follow_rounds, r.finished_at, r.page_count, r.pages_seal,
        r.judgement_count, r.judgements_seal, r.score_lowest, r.score_highest, r.seal,
        a.name, a.website, a.type, a.province, s.sha256
        """
    private static let source = """
        SELECT \(columns) FROM runs r LEFT JOIN agencies a ON a.key = r.agency
        LEFT JOIN submissions s ON s.key = r.submission
        """

    /// One run; nil when there is none with this key.
    static func read(_ key: RunKey, _ connection: SQLiteConnection) throws(StoreError) -> RunRow? {
        try connection.first("\(source) WHERE r.key = ?", [.integer(key.number)]) { (row) throws(StoreError) in
            try RunRow.verified(row, connection.path)
        }
    }

    /// Every row, newest first. A row that is not what was written is an error in its place.
    static func readAll(_ connection: SQLiteConnection) throws(StoreError) -> [Result<RunRow, StoreError>] {
        var rows: [Result<RunRow, StoreError>] = []
        try connection.forEachRow("\(source) ORDER BY r.key DESC") { (row) throws(StoreError) in
            do throws(StoreError) { rows.append(.success(try verified(row, connection.path))) } catch {
                rows.append(.failure(error))
            }
        }
        return rows
    }

    private static func verified(_ row: SQLiteRow, _ path: String) throws(StoreError) -> RunRow {
        guard let read = RunRow(row), Seal(row.bytes(20)) == read.seal else {
            throw StoreError.damagedRun(row.text(9) ?? row.text(7) ?? "\(row.integer(0) ?? 0)", path)
        }
        return read
    }

    private init?(_ row: SQLiteRow) {
        guard let key = row.integer(0), let year = row.int(1), let asOf = row.int(2).flatMap({ RunRow.date($0) }),
            let isDraft = row.flag(3), let resumeKey = row.text(4), let tool = row.text(5),
            let checklist = row.text(6), let startedAt = row.text(7),
            let (warnings, settings) = row.bytes(8).flatMap({ RunRow.settings($0) }),
            let state = row.text(10).flatMap({ StoredRun.State(rawValue: $0) }), let second = row.flag(11),
            let rounds = row.int(12), let pages = row.int(14), pages >= 0, let pagesSeal = Seal(row.bytes(15)),
            let judgements = row.int(16), judgements >= 0, let judgementsSeal = Seal(row.bytes(17)),
            let name = row.text(21), let website = row.text(22), let type = row.text(23),
            let province = row.text(24), let digest = row.bytes(25)
        else { return nil }
        self.key = key
        draft = RunDraft(
            agency: AgencyProfile(name: name, website: website, type: type, province: province), submission: [],
            fiscalYear: FiscalYear(year), asOf: asOf, isDraft: isDraft, resumeKey: ResumeKey(resumeKey),
            toolVersion: tool, checklistDigest: checklist, startedAt: startedAt, warnings: warnings,
            settings: settings)
        submissionDigest = digest
        id = row.text(9).map { RunID($0) }
        self.state = state
        progress = RunProgress(didSecondPass: second, followRounds: rounds)
        finishedAt = row.text(13)
        pageCount = pages
        self.pagesSeal = pagesSeal
        judgementCount = judgements
        self.judgementsSeal = judgementsSeal
        if let lowest = row.int(18), let highest = row.int(19) {
            score = HundredthsInterval(Hundredths(lowest), Hundredths(highest))
        }
    }

    /// Enters a new run.
    func insert(
        agency: Int64, submission: Int64, into connection: SQLiteConnection
    ) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO runs (key, agency, submission, fiscal_year, as_of, is_draft, resume_key, tool_version,
                checklist_digest, started_at, settings, id, state, did_second_pass, follow_rounds, finished_at,
                page_count, pages_seal, judgement_count, judgements_seal, score_lowest, score_highest, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(key), .integer(agency), .integer(submission), .integer(draft.fiscalYear.year),
                .integer(RunRow.number(draft.asOf)), .flag(draft.isDraft), .text(draft.resumeKey.text),
                .text(draft.toolVersion), .text(draft.checklistDigest), .text(draft.startedAt),
                .blob(RunRow.settings(draft)),
            ] + changing)
    }

    /// Writes what may change of a run.
    func update(_ connection: SQLiteConnection) throws(StoreError) {
        try connection.run(
            """
            UPDATE runs SET id = ?, state = ?, did_second_pass = ?, follow_rounds = ?, finished_at = ?,
                page_count = ?, pages_seal = ?, judgement_count = ?, judgements_seal = ?, score_lowest = ?,
                score_highest = ?, seal = ? WHERE key = ?
            """, changing + [.integer(key)])
    }

    private var changing: [SQLiteValue] {
        [
            .text(id?.text), .text(state.rawValue), .flag(progress.didSecondPass), .integer(progress.followRounds),
            .text(finishedAt), .integer(pageCount), pagesSeal.value, .integer(judgementCount), judgementsSeal.value,
            .integer(score?.lowest.count), .integer(score?.highest.count), seal.value,
        ]
    }
}
