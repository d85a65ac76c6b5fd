import Digests
import Foundation
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct FileStoreDocumentTests {
    private let extractor = ExtractorVersion("7")

    private func page(_ number: Int, _ document: ExtractedDocument?, body: [UInt8]? = nil) throws -> KeptPage {
        KeptPage(
            record: try StoreSamples.record(
                "https://www.example/\(number)", body: body ?? StoreSamples.body(number)), document: document,
            extractor: document == nil ? nil : extractor)
    }

    private func document(_ seed: UInt64) throws -> ExtractedDocument {
        var made = try RandomDocuments(seed: seed)
        return made.document()
    }

    private func withStore(_ body: (FileStore, RunKey, StoreFile) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let file = StoreFile(folder: folder.path)
            let store = try await FileStore.open(file, mode: .writing)
            try await body(store, try await store.begin(try StoreSamples.draft()), file)
        }
    }

    private func number(_ sql: String, _ file: StoreFile) throws -> Int64 {
        try SQLiteConnection(file.path, access: .reading, busyMilliseconds: 1000).number(sql) ?? -1
    }

    @Test func documentsComeBackToTheirExtractorAndNoOther() async throws {
        try await withStore { store, run, _ in
            var pages: [KeptPage] = []
            for number in 0..<10 {
                pages.append(try page(number, number == 4 ? nil : try document(UInt64(number))))
                try await store.keep(pages[number], of: run)
            }
            #expect(try await store.pages(of: run, readBy: extractor).map(\.content) == pages.map(\.content))
            for other in [nil, ExtractorVersion("8")] {
                let read = try await store.pages(of: run, readBy: other)
                #expect(read.allSatisfy { $0.document == nil && $0.extractor == nil })
                #expect(read.map(\.record.body) == pages.map(\.record.body))
            }
        }
    }

    /// What a browser or another program gave may not be had again on the computer that judges it.
    @Test func renderedPagesAndFilesComeBackToEveryExtractor() async throws {
        try await withStore { store, run, _ in
            var rendered = try document(1)
            rendered.isRendered = true
            var file = try document(2)
            file.form = .pdf
            let pages = [try page(1, rendered), try page(2, file), try page(3, try document(3))]
            for page in pages { try await store.keep(page, of: run) }
            let read = try await store.pages(of: run, readBy: ExtractorVersion("8"))
            #expect(read.map(\.document) == [rendered, file, nil])
            #expect(read.map(\.extractor) == [extractor, extractor, nil])
        }
    }

    @Test func theServerAndWhatWasReadWithoutVerifyingItAreKept() async throws {
        try await withStore { store, run, _ in
            var unverified = try page(1, nil)
            unverified.record.outcome = .tlsExpired
            unverified.record.server = "203.0.113.7"
            unverified.record.relaxed = RelaxedReading(
                finding: .tlsExpired, content: .http404, address: "https://www.example/1")
            var strict = try page(2, nil)
            strict.record.server = "2001:db8::7"
            for page in [unverified, strict] { try await store.keep(page, of: run) }
            let read = try await store.pages(of: run, readBy: nil)
            #expect(read.map(\.content) == [unverified, strict].map(\.content))
            #expect(read.map(\.record.relaxed) == [unverified.record.relaxed, nil])
        }
    }

    @Test func equalBodiesAndDocumentsAreKeptOnceOverAllRuns() async throws {
        try await withStore { store, run, file in
            let kept = try page(1, try document(1))
            try await store.keep(kept, of: run)
            let second = try await store.begin(try StoreSamples.draft(2))
            try await store.keep(kept, of: second)
            // The same bytes under another address are read for themselves.
            var moved = kept
            moved.record.requested = try PageAddress("https://www.example/moved")
            moved.record.final = moved.record.requested
            try await store.keep(moved, of: second)
            #expect(try number("SELECT count(*) FROM bodies", file) == 1)
            #expect(try number("SELECT count(*) FROM documents", file) == 2)
            #expect(
                try await store.pages(of: second, readBy: extractor).map(\.content) == [kept, moved].map(\.content))
        }
    }

    @Test func aPageWithoutAnswerHasNoBodyAndAnEmptyAnswerHasOne() async throws {
        try await withStore { store, run, file in
            var silent = try page(1, nil, body: [])
            silent.record.sha256 = ""
            silent.record.status = nil
            silent.record.headers = []
            silent.record.attempts = []
            silent.record.outcome = .dnsFailure
            try await store.keep(silent, of: run)
            #expect(try number("SELECT count(*) FROM bodies", file) == 0)
            let empty = try page(2, nil, body: [])
            try await store.keep(empty, of: run)
            #expect(try number("SELECT count(*) FROM bodies", file) == 1)
            #expect(try await store.pages(of: run, readBy: nil).map(\.content) == [silent, empty].map(\.content))
        }
    }

    @Test func aDocumentWithoutBodyIsKept() async throws {
        try await withStore { store, run, _ in
            var odd = try page(1, try document(3), body: [])
            odd.record.sha256 = ""
            try await store.keep(odd, of: run)
            #expect(try await store.pages(of: run, readBy: extractor).map(\.content) == [odd.content])
        }
    }

    @Test func pagesOfOneSiteLeanOnOneAnotherButNotWithoutEnd() async throws {
        try await withStore { store, run, file in
            for number in 0..<150 { try await store.keep(try page(number, nil), of: run) }
            #expect(try number("SELECT count(*) FROM bodies WHERE base IS NULL", file) == 3)
            let most = "SELECT max(n) FROM (SELECT count(*) AS n FROM bodies WHERE base IS NOT NULL GROUP BY base)"
            #expect(try number(most, file) == Int64(BodyBases.mostLeaning))
            let chains = "SELECT count(*) FROM bodies a JOIN bodies b ON b.key = a.base WHERE b.base IS NOT NULL"
            #expect(try number(chains, file) == 0)
            for (number, page) in try await store.pages(of: run, readBy: nil).enumerated() {
                #expect(page.record.sha256 == ContentDigest(of: page.record.body).hexadecimal, "\(number)")
            }
        }
    }

    @Test func bodiesWithNothingInCommonStandAlone() async throws {
        try await withStore { store, run, file in
            var random = SeededGenerator(seed: 3)
            for number in 0..<6 {
                // Texts of letters that pack to three quarters and have nothing in common.
                let body = (0..<4000).map { _ in UInt8.random(in: 97...122, using: &random) }
                try await store.keep(try page(number, nil, body: body), of: run)
            }
            #expect(try number("SELECT count(*) FROM bodies WHERE base IS NOT NULL", file) == 0)
        }
    }
}
