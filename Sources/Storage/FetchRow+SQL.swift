import WebEvidence

extension FetchRow {
    /// Every fetch of a run with what is sealed of its body and document.
    static let ofRun = """
        SELECT f.key, f.requested, f.final, f.outcome, f.status, f.fetched_at, f.milliseconds, f.detail, f.pass,
            f.headers, f.seal, f.body, b.sha256, f.document, d.seal, d.extractor,
            f.server, f.relaxed_finding, f.relaxed_content, f.relaxed_address
        FROM fetches f LEFT JOIN bodies b ON b.key = f.body LEFT JOIN documents d ON d.key = f.document
        WHERE f.run = ?
        """

    /// Reads a row of `ofRun`, the body and its digest left out of the record; nil when it is not what was written. Time and final address that are
    /// those of the last attempt and of the request are not written twice.
    init?(_ row: SQLiteRow, attempts: [FetchAttempt], redirects: [RedirectHop], headers: [HeaderField]?) {
        guard let key = row.integer(0), let requested = AddressCodec.address(row.value(1)),
            let final = row.isNull(2) ? requested : AddressCodec.address(row.value(2)),
            let outcome = row.text(3).flatMap({ Outcome(rawValue: $0) }),
            let fetchedAt = row.isNull(5) ? attempts.last?.startedAt : row.text(5), let milliseconds = row.int(6),
            let detail = row.isNull(7) ? "" : row.text(7), let pass = row.int(8), let headers,
            row.isNull(11) == row.isNull(12), row.isNull(13) == row.isNull(14)
        else { return nil }
        self.key = key
        self.pass = pass
        bodyDigest = row.bytes(12)
        documentSeal = Seal(row.bytes(14))
        extractor = row.text(15).map { ExtractorVersion($0) }
        record = FetchRecord(
            requested: requested, final: final, redirects: redirects, attempts: attempts, status: row.int(4),
            headers: headers, fetchedAt: fetchedAt, milliseconds: milliseconds, outcome: outcome, detail: detail,
            relaxed: FetchRow.relaxed(row), server: row.text(16) ?? "")
    }

    /// What cannot be read is left out: the seal then tells.
    private static func relaxed(_ row: SQLiteRow) -> RelaxedReading? {
        guard let finding = row.text(17).flatMap({ Outcome(rawValue: $0) }),
            let content = row.text(18).flatMap({ Outcome(rawValue: $0) }), let address = row.text(19)
        else { return nil }
        return RelaxedReading(finding: finding, content: content, address: address)
    }

    /// Writes the row with its hops and attempts.
    func insert(
        run: RunKey, body: Int64?, document: Int64?, headers: [UInt8]?, into connection: SQLiteConnection
    ) throws(StoreError) {
        let isSameTime = record.attempts.last.map { ExactText($0.startedAt) } == ExactText(record.fetchedAt)
        let isSameAddress = AddressCodec.areSame(record.final, record.requested)
        try connection.run(
            """
            INSERT INTO fetches (run, requested_digest, requested, final, outcome, status, fetched_at, milliseconds,
                detail, pass, headers, body, document, seal, server, relaxed_finding, relaxed_content, relaxed_address)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(run.number), .integer(FetchRow.shortDigest(record.requested)),
                AddressCodec.value(record.requested),
                isSameAddress ? .null : AddressCodec.value(record.final),
                .text(record.outcome.rawValue), .integer(record.status),
                isSameTime ? .null : .text(record.fetchedAt), .integer(record.milliseconds),
                record.detail.isEmpty ? .null : .text(record.detail), .integer(pass),
                headers.map { .blob($0) } ?? .null, body.map { .integer($0) } ?? .null,
                document.map { .integer($0) } ?? .null, seal.value,
                record.server.isEmpty ? .null : .text(record.server),
                record.relaxed.map { .text($0.finding.rawValue) } ?? .null,
                record.relaxed.map { .text($0.content.rawValue) } ?? .null,
                record.relaxed.map { .text($0.address) } ?? .null,
            ])
        let key = connection.lastKey
        for (ordinal, hop) in record.redirects.enumerated() {
            try connection.run(
                "INSERT INTO hops (fetch, ordinal, address, status, location) VALUES (?, ?, ?, ?, ?)",
                [.integer(key), .integer(ordinal), .text(hop.address), .integer(hop.status), .text(hop.location)])
        }
        for (ordinal, attempt) in record.attempts.enumerated() {
            try connection.run(
                "INSERT INTO attempts (fetch, ordinal, started_at, outcome, status, milliseconds) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    .integer(key), .integer(ordinal), .text(attempt.startedAt), .text(attempt.outcome.rawValue),
                    .integer(attempt.status), .integer(attempt.milliseconds),
                ])
        }
    }

    /// The redirects of every fetch of a run, by the key of the fetch, in order.
    static func hops(of run: RunKey, _ connection: SQLiteConnection) throws(StoreError) -> [Int64: [RedirectHop]] {
        var hops: [Int64: [RedirectHop]] = [:]
        try connection.forEachRow(
            """
            SELECT h.fetch, h.address, h.status, h.location FROM fetches f JOIN hops h ON h.fetch = f.key
            WHERE f.run = ? ORDER BY h.fetch, h.ordinal
            """, [.integer(run.number)]
        ) { (row) throws(StoreError) in
            // What cannot be read is left out: the seal of the fetch then tells.
            guard let fetch = row.integer(0), let address = row.text(1), let status = row.int(2),
                let location = row.text(3)
            else { return }
            hops[fetch, default: []].append(RedirectHop(address: address, status: status, location: location))
        }
        return hops
    }

    /// The attempts of every fetch of a run, by the key of the fetch, in order.
    static func attempts(
        of run: RunKey, _ connection: SQLiteConnection
    ) throws(StoreError) -> [Int64: [FetchAttempt]] {
        var attempts: [Int64: [FetchAttempt]] = [:]
        try connection.forEachRow(
            """
            SELECT a.fetch, a.started_at, a.outcome, a.status, a.milliseconds
            FROM fetches f JOIN attempts a ON a.fetch = f.key WHERE f.run = ? ORDER BY a.fetch, a.ordinal
            """, [.integer(run.number)]
        ) { (row) throws(StoreError) in
            guard let fetch = row.integer(0), let startedAt = row.text(1),
                let outcome = row.text(2).flatMap({ Outcome(rawValue: $0) }), let milliseconds = row.int(4)
            else { return }
            attempts[fetch, default: []].append(
                FetchAttempt(startedAt: startedAt, outcome: outcome, status: row.int(3), milliseconds: milliseconds))
        }
        return attempts
    }
}
