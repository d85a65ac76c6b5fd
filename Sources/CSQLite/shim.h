#pragma once
#include <sqlite3.h>

/// The cast macro SQLITE_TRANSIENT cannot be imported.
static inline int oit_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
    return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}
static inline int oit_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
    return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}
/// Swift cannot call variadic functions. Switches one of the SQLITE_DBCONFIG options that take a flag.
static inline int oit_configure(sqlite3 *database, int option, int on) {
    return sqlite3_db_config(database, option, on, (int *)0);
}
