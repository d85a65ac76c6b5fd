extension Migrations {
    /// Watched agencies, their checks in a chain, what happened, what was told. Moments are UTC seconds since 1970.
    /// `content` is packed, `size` its length before; what stands in it is for `Watching` to say.
    static let version3 = """
        CREATE TABLE watches (
            key INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            due_at INTEGER NOT NULL,
            checked_at INTEGER,
            is_removed INTEGER NOT NULL,
            check_count INTEGER NOT NULL,
            head BLOB NOT NULL,
            settings_size INTEGER NOT NULL,
            settings BLOB NOT NULL,
            state_size INTEGER NOT NULL,
            state BLOB NOT NULL,
            seal BLOB NOT NULL
        ) STRICT;
        CREATE TABLE watch_lists (
            watch INTEGER NOT NULL REFERENCES watches,
            version INTEGER NOT NULL,
            size INTEGER NOT NULL,
            content BLOB NOT NULL,
            seal BLOB NOT NULL,
            PRIMARY KEY (watch, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE watch_checks (
            watch INTEGER NOT NULL REFERENCES watches,
            number INTEGER NOT NULL,
            at INTEGER NOT NULL,
            content BLOB NOT NULL,
            digest BLOB NOT NULL,
            seal BLOB NOT NULL,
            PRIMARY KEY (watch, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE watch_texts (
            watch INTEGER NOT NULL REFERENCES watches,
            address TEXT NOT NULL,
            size INTEGER NOT NULL,
            content BLOB NOT NULL,
            seal BLOB NOT NULL,
            PRIMARY KEY (watch, address)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE watch_events (
            key INTEGER PRIMARY KEY, watch INTEGER REFERENCES watches, at INTEGER NOT NULL, state INTEGER NOT NULL,
            size INTEGER NOT NULL, content BLOB NOT NULL, seal BLOB NOT NULL
        ) STRICT;
        CREATE INDEX watch_events_by_state ON watch_events (state);
        CREATE TABLE watch_alarms (
            key INTEGER PRIMARY KEY, watch INTEGER REFERENCES watches, at INTEGER NOT NULL, state INTEGER NOT NULL,
            size INTEGER NOT NULL, content BLOB NOT NULL, seal BLOB NOT NULL
        ) STRICT;
        CREATE INDEX watch_alarms_by_state ON watch_alarms (state);
        CREATE TABLE watch_notices (
            key INTEGER PRIMARY KEY, watch INTEGER REFERENCES watches, at INTEGER NOT NULL, state INTEGER NOT NULL,
            size INTEGER NOT NULL, content BLOB NOT NULL, seal BLOB NOT NULL
        ) STRICT;
        CREATE TABLE watch_heads (
            key INTEGER PRIMARY KEY, watch INTEGER REFERENCES watches, at INTEGER NOT NULL, state INTEGER NOT NULL,
            size INTEGER NOT NULL, content BLOB NOT NULL, seal BLOB NOT NULL
        ) STRICT;
        CREATE INDEX watch_heads_of_watch ON watch_heads (watch);
        CREATE TABLE watch_deliveries (
            key INTEGER PRIMARY KEY,
            notice INTEGER NOT NULL REFERENCES watch_notices,
            channel TEXT NOT NULL,
            target TEXT NOT NULL,
            phase TEXT NOT NULL,
            queued_at INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            cause TEXT NOT NULL,
            is_refused INTEGER NOT NULL,
            UNIQUE (notice, channel, target)
        ) STRICT;
        CREATE INDEX watch_deliveries_by_phase ON watch_deliveries (phase, due_at);
        CREATE TABLE watch_looks (
            viewer TEXT PRIMARY KEY,
            at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
