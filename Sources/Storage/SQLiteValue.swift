import CSQLite

/// A value that is bound to a statement or stands in a column.
enum SQLiteValue: Hashable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    static func integer(_ number: Int) -> SQLiteValue { .integer(Int64(number)) }
    static func integer(_ number: Int?) -> SQLiteValue { number.map { .integer(Int64($0)) } ?? .null }
    static func text(_ text: String?) -> SQLiteValue { text.map { SQLiteValue.text($0) } ?? .null }
    static func flag(_ isSet: Bool) -> SQLiteValue { .integer(isSet ? 1 : 0) }
}

/// One row of a result while its statement stands on it. A column of another type than the one asked for gives nil:
/// the file is then not what this program wrote.
struct SQLiteRow {
    let statement: OpaquePointer

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64? {
        sqlite3_column_type(statement, column) == SQLITE_INTEGER ? sqlite3_column_int64(statement, column) : nil
    }

    func int(_ column: Int32) -> Int? { integer(column).flatMap { Int(exactly: $0) } }

    func flag(_ column: Int32) -> Bool? {
        switch integer(column) {
        case 0: false
        case 1: true
        default: nil
        }
    }

    func text(_ column: Int32) -> String? {
        guard sqlite3_column_type(statement, column) == SQLITE_TEXT, let start = sqlite3_column_text(statement, column)
        else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int32) -> [UInt8]? {
        guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
        // A blob without bytes has no address.
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    func value(_ column: Int32) -> SQLiteValue? {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
        case SQLITE_TEXT: text(column).map { .text($0) }
        case SQLITE_BLOB: bytes(column).map { .blob($0) }
        default: nil
        }
    }
}
