import Foundation
import TestSupport
import Testing
import WebEvidence

@testable import Storage

@Suite struct EncodedDocumentTests {
    @Test("a document that was put away is opened again to the last field")
    func roundTrip() throws {
        for seed in UInt64(0)..<200 {
            var made = try RandomDocuments(seed: seed)
            let document = made.document()
            let closed = EncodedDocument(document, base: made.base).closed()
            #expect(closed.opened() == document, "seed \(seed)")
            #expect(closed.opened() == document, "seed \(seed)")
            var outline = document
            outline.blocks = []
            outline.tables = []
            outline.links = []
            outline.forms = []
            outline.images = []
            #expect(closed.outline == outline, "seed \(seed)")
        }
    }

    @Test("a page is kept with what was encoded before as without it")
    func kept() async throws {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(StoreFile(folder: folder.path), mode: .writing)
            let run = try await store.begin(try StoreSamples.draft())
            var made = try RandomDocuments(seed: 3)
            let record = try StoreSamples.record("https://www.example/1", body: StoreSamples.body(1))
            var page = KeptPage(record: record, document: made.document(), extractor: ExtractorVersion("1"))
            page.encoded = page.document.map { EncodedDocument($0, base: record.final) }
            try await store.keep(page, of: run)
            let read = try await store.pages(of: run, readBy: ExtractorVersion("1"))
            #expect(read.count == 1 && read.first?.document == page.document)
            await store.close()
        }
    }
}
