extension Migrations {
    /// Columns named `seal` hold a `Seal` over everything that is read of the row; `pages_seal`, `judgements_seal` and
    /// `runs_seal` hold the seal of a set, so that a row that is gone is missed. Addresses are texts, except those that
    /// their text does not give back. Times are as they were given.
    static let version1 = """
        CREATE TABLE store (
            key INTEGER PRIMARY KEY CHECK (key = 1),
            kind TEXT NOT NULL,
            last_run INTEGER NOT NULL,
            run_count INTEGER NOT NULL,
            runs_seal BLOB NOT NULL,
            seal BLOB NOT NULL
        ) STRICT;
        CREATE TABLE agencies (
            key INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            website TEXT NOT NULL,
            type TEXT NOT NULL,
            province TEXT NOT NULL,
            UNIQUE (name, website, type, province)
        ) STRICT;
        CREATE TABLE submissions (
            key INTEGER PRIMARY KEY,
            sha256 BLOB NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            content BLOB NOT NULL
        ) STRICT;
        CREATE TABLE runs (
            key INTEGER PRIMARY KEY,
            agency INTEGER NOT NULL REFERENCES agencies,
            submission INTEGER NOT NULL REFERENCES submissions,
            fiscal_year INTEGER NOT NULL,
            as_of INTEGER NOT NULL,
            is_draft INTEGER NOT NULL,
            resume_key TEXT NOT NULL,
            tool_version TEXT NOT NULL,
            checklist_digest TEXT NOT NULL,
            started_at TEXT NOT NULL,
            settings BLOB NOT NULL,
            id TEXT,
            state TEXT NOT NULL,
            did_second_pass INTEGER NOT NULL,
            follow_rounds INTEGER NOT NULL,
            finished_at TEXT,
            page_count INTEGER NOT NULL,
            pages_seal BLOB NOT NULL,
            judgement_count INTEGER NOT NULL,
            judgements_seal BLOB NOT NULL,
            score_lowest INTEGER,
            score_highest INTEGER,
            seal BLOB NOT NULL
        ) STRICT;
        CREATE INDEX runs_of_agency ON runs (agency);
        CREATE INDEX runs_of_submission ON runs (submission);
        CREATE TABLE bodies (
            key INTEGER PRIMARY KEY,
            short_digest INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            size INTEGER NOT NULL,
            base INTEGER REFERENCES bodies,
            content BLOB NOT NULL
        ) STRICT;
        CREATE INDEX bodies_by_digest ON bodies (short_digest);
        CREATE INDEX bodies_on_base ON bodies (base) WHERE base IS NOT NULL;
        CREATE TABLE documents (
            key INTEGER PRIMARY KEY,
            body INTEGER REFERENCES bodies,
            extractor TEXT NOT NULL,
            context BLOB NOT NULL,
            size INTEGER NOT NULL,
            leans_on_body INTEGER NOT NULL,
            content BLOB NOT NULL,
            seal BLOB NOT NULL
        ) STRICT;
        CREATE INDEX documents_of_body ON documents (body);
        CREATE TABLE fetches (
            key INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
            requested_digest INTEGER NOT NULL,
            requested ANY NOT NULL,
            final ANY,
            outcome TEXT NOT NULL,
            status INTEGER,
            fetched_at TEXT,
            milliseconds INTEGER NOT NULL,
            detail TEXT,
            pass INTEGER NOT NULL,
            headers BLOB,
            body INTEGER REFERENCES bodies,
            document INTEGER REFERENCES documents,
            seal BLOB NOT NULL
        ) STRICT;
        CREATE INDEX fetches_of_run ON fetches (run, requested_digest);
        CREATE INDEX fetches_of_body ON fetches (body);
        CREATE INDEX fetches_of_document ON fetches (document);
        CREATE TABLE hops (
            fetch INTEGER NOT NULL REFERENCES fetches ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            address TEXT NOT NULL,
            status INTEGER NOT NULL,
            location TEXT NOT NULL,
            PRIMARY KEY (fetch, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE attempts (
            fetch INTEGER NOT NULL REFERENCES fetches ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            started_at TEXT NOT NULL,
            outcome TEXT NOT NULL,
            status INTEGER,
            milliseconds INTEGER NOT NULL,
            PRIMARY KEY (fetch, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE judgements (
            key INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
            digest BLOB NOT NULL,
            judged_at TEXT NOT NULL,
            tool_version TEXT NOT NULL,
            checklist_digest TEXT NOT NULL,
            score_lowest INTEGER NOT NULL,
            score_highest INTEGER NOT NULL,
            report_size INTEGER NOT NULL,
            report BLOB NOT NULL,
            items_size INTEGER NOT NULL,
            items BLOB NOT NULL,
            seal BLOB NOT NULL
        ) STRICT;
        CREATE INDEX judgements_of_run ON judgements (run);
        CREATE TABLE findings (
            judgement INTEGER NOT NULL REFERENCES judgements ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            item TEXT NOT NULL,
            verdict TEXT NOT NULL,
            reasons TEXT NOT NULL,
            currency TEXT,
            confidence TEXT NOT NULL,
            PRIMARY KEY (judgement, ordinal)
        ) STRICT, WITHOUT ROWID;
        """
}
