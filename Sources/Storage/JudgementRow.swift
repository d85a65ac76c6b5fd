import Digests
import Findings
import GradingCore

/// What is sealed of a judgement.
struct JudgementRow {
    var run: Int64
    var judgement: StoredJudgement
    /// Its items as `FindingCodec` writes them.
    var items: [UInt8]

    /// - Parameter items: as they stand in the store, perhaps in an older form; nil to write them anew.
    init(_ judgement: StoredJudgement, run: RunKey, items: [UInt8]? = nil) {
        self.run = run.number
        self.judgement = judgement
        self.items = items ?? FindingCodec.bytes(judgement.items)
    }

    /// Of what was judged, whenever it was: two judgements with the same say the same.
    var digest: Seal {
        Seal("judgement") { writer in
            writer.text(judgement.toolVersion)
            writer.text(judgement.checklistDigest)
            writer.int(judgement.score.lowest.count)
            writer.int(judgement.score.highest.count)
            writer.block(items)
            writer.block(judgement.report)
        }
    }

    var seal: Seal {
        Seal("judgement of a run") { writer in
            writer.int(Int(run))
            writer.raw(digest.bytes)
            writer.text(judgement.judgedAt)
        }
    }

    /// The keys of the judgements of a run, newest first.
    static func keys(of run: RunKey, _ connection: SQLiteConnection) throws(StoreError) -> [Int64] {
        var keys: [Int64] = []
        try connection.forEachRow(
            "SELECT key FROM judgements WHERE run = ? ORDER BY key DESC", [.integer(run.number)]
        ) { (row) throws(StoreError) in
            if let key = row.integer(0) { keys.append(key) }
        }
        return keys
    }

    /// Nil when there is none of this key or it is not what was written.
    static func read(
        _ key: Int64, run: RunKey, _ connection: SQLiteConnection, _ compressor: Compressor
    ) throws(StoreError) -> JudgementRow? {
        let row = try connection.first(
            """
            SELECT judged_at, tool_version, checklist_digest, score_lowest, score_highest, report_size, report,
                items_size, items, seal FROM judgements WHERE key = ?
            """, [.integer(key)]
        ) { (row) throws(StoreError) -> JudgementRow? in
            guard let judgedAt = row.text(0), let tool = row.text(1), let checklist = row.text(2),
                let lowest = row.int(3), let highest = row.int(4), let reportSize = row.int(5),
                let report = row.bytes(6).flatMap({ compressor.unpacked($0, size: reportSize) }),
                let itemsSize = row.int(7),
                let packed = row.bytes(8).flatMap({ compressor.unpacked($0, size: itemsSize, prefix: report) }),
                let items = FindingCodec.items(packed)
            else { return nil }
            let judgement = StoredJudgement(
                judgedAt: judgedAt, toolVersion: tool, checklistDigest: checklist, items: items,
                score: HundredthsInterval(Hundredths(lowest), Hundredths(highest)), report: report)
            let read = JudgementRow(judgement, run: run, items: packed)
            return read.seal == Seal(row.bytes(9)) ? read : nil
        }
        return row ?? nil
    }

    /// A row for each item, for those who ask the store in its own language.
    var findings: [[SQLiteValue]] {
        judgement.items.enumerated().map { ordinal, item in
            [
                .integer(ordinal), .text(item.item.text), .text(item.verdict.rawValue),
                .text(item.reasons.map(\.code.rawValue).joined(separator: " ")),
                .text(item.currency.verdict?.rawValue), .text(item.confidence.rawValue),
            ]
        }
    }

    static func findings(
        of judgement: Int64, _ connection: SQLiteConnection
    ) throws(StoreError) -> [[SQLiteValue]] {
        var rows: [[SQLiteValue]] = []
        try connection.forEachRow(
            """
            SELECT ordinal, item, verdict, reasons, currency, confidence FROM findings WHERE judgement = ?
            ORDER BY ordinal
            """, [.integer(judgement)]
        ) { (row) throws(StoreError) in rows.append((0..<6).map { row.value($0) ?? .null }) }
        return rows
    }

    /// Writes the row and a row for each item.
    func insert(_ connection: SQLiteConnection, _ compressor: Compressor) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO judgements (run, digest, judged_at, tool_version, checklist_digest, score_lowest,
                score_highest, report_size, report, items_size, items, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(run), digest.value, .text(judgement.judgedAt), .text(judgement.toolVersion),
                .text(judgement.checklistDigest), .integer(judgement.score.lowest.count),
                .integer(judgement.score.highest.count), .integer(judgement.report.count),
                .blob(compressor.packed(judgement.report, level: CompressionLevel.text)), .integer(items.count),
                .blob(compressor.packed(items, level: CompressionLevel.text, prefix: judgement.report)), seal.value,
            ])
        let key = connection.lastKey
        for finding in findings {
            try connection.run(
                """
                INSERT INTO findings (judgement, ordinal, item, verdict, reasons, currency, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, [.integer(key)] + finding)
        }
    }
}
