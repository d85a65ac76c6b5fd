import CSQLite
import Glibc
import GradingCore

extension StoreError {
    /// From a result of the library (https://www.sqlite.org/rescode.html) and the number of the system's own error.
    init(result code: Int32, system: Int32, path: String, words: String = "") {
        let cause = StoreError.cause(code, system, words)
        switch StoreError.code(code, system) {
        case .locked: self.init(.locked, .locked(path), path: path, cause: cause)
        case .diskFull: self.init(.diskFull, .diskFull(path), path: path, cause: cause)
        case .readOnly: self.init(.readOnly, .readOnly(path), path: path, cause: cause)
        case .cannotOpen: self.init(.cannotOpen, .cannotOpen(path), path: path, cause: cause)
        case .notAStore: self.init(.notAStore, .notAStore(path), path: path, cause: cause)
        case .damaged: self.init(.damaged, .damagedFile(path), path: path, cause: cause)
        case .newerVersion, .failed: self.init(.failed, .failed(path), path: path, cause: cause)
        }
    }

    /// From a call of the system that failed.
    init(systemCall number: Int32, path: String) {
        self.init(result: SQLITE_CANTOPEN, system: number, path: path)
    }

    private static func code(_ code: Int32, _ system: Int32) -> Code {
        // A full disk shows itself in several results; the system's number tells them from a broken one.
        let primary = code & 0xFF
        let isOfTheSystem = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN
        if isOfTheSystem, [ENOSPC, EDQUOT, EFBIG].contains(system) { return .diskFull }
        if isOfTheSystem, system == EROFS { return .readOnly }
        switch primary {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: return .locked
        case SQLITE_FULL: return .diskFull
        case SQLITE_READONLY: return .readOnly
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: return .cannotOpen
        case SQLITE_NOTADB: return .notAStore
        case SQLITE_CORRUPT, SQLITE_MISMATCH, SQLITE_SCHEMA: return .damaged
        case SQLITE_ERROR where code == SQLITE_ERROR: return .damaged
        case SQLITE_IOERR where code >> 8 == 2 || code >> 8 == 33: return .damaged  // short read, bad checksum
        default: return .failed
        }
    }

    private static func cause(_ code: Int32, _ system: Int32, _ words: String) -> String {
        let primary = code & 0xFF
        let named = words.isEmpty ? String(cString: sqlite3_errstr(code)) : words
        let isOfTheSystem = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN
        return "\(named), code \(code)" + (isOfTheSystem && system != 0 ? ", system error \(system)" : "")
    }
}
