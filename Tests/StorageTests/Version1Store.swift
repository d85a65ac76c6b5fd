import CSQLite
import Findings
import Foundation
import TestSupport
import WebEvidence

@testable import Storage

/// A store of version 1, committed as SQL text, as a program of that version wrote it. It was recorded once, with
/// `OIT_RECORD=1`, and is never recorded again once that version is released.
enum Version1Store {
    private static var file: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/store-version-1.sql")
    }

    static func write(to path: String) async throws {
        let environment = ProcessInfo.processInfo.environment
        if environment["OIT_RECORD"] == "1", environment["CI"] == nil { try await record() }
        let connection = try SQLiteConnection(path, access: .creating, busyMilliseconds: 0)
        try connection.execute(try String(contentsOf: file, encoding: .utf8))
    }

    private static func record() async throws {
        try await withTemporaryFolder { folder in
            let place = StoreFile(folder: folder.path)
            let store = try await FileStore.open(place, mode: .writing)
            let run = try await store.begin(try StoreSamples.draft())
            for (number, page) in try StoreSamples.pages(2).enumerated() {
                var page = page
                page.document = ExtractedDocument(title: "หน้า \(number)")
                page.extractor = ExtractorVersion("7")
                try await store.keep(page, of: run)
            }
            try await store.conclude(
                run, id: RunID("2566-2023-05-15-0123456789"), isPartial: false,
                judgement: try StoreSamples.judgement())
            await store.close()
            try script(of: place.path).write(to: file, atomically: true, encoding: .utf8)
        }
    }

    /// The statements that make the same file again.
    private static func script(of path: String) throws -> String {
        let connection = try SQLiteConnection(path, access: .reading, busyMilliseconds: 0)
        var lines = ["PRAGMA application_id = \(Migrations.applicationID);", "PRAGMA user_version = 1;"]
        var tables: [String] = []
        try connection.forEachRow("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid") {
            (row) throws(StoreError) in
            lines.append((row.text(2) ?? "") + ";")
            if row.text(0) == "table", let name = row.text(1) { tables.append(name) }
        }
        for table in tables {
            var columns: [String] = []
            try connection.forEachRow("SELECT name FROM pragma_table_info(?)", [.text(table)]) {
                (row) throws(StoreError) in columns.append("quote(\(row.text(0) ?? ""))")
            }
            try connection.forEachRow("SELECT \(columns.joined(separator: " || ', ' || ")) FROM \(table)") {
                (row) throws(StoreError) in
                lines.append("INSERT INTO \(table) VALUES (\(row.text(0) ?? ""));")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
