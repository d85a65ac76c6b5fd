import Foundation
import TestSupport
import Testing
import WebEvidence

@testable import Storage

/// What was read of a file serves every run that meets the same bytes.
@Suite struct FileStoreFileTests {
    private let extractor = ExtractorVersion("7")
    private let body = Array("%PDF-1.7 made up".utf8)

    private func page(_ url: String, _ form: DocumentForm) throws -> KeptPage {
        var document = ExtractedDocument(title: "แผนพัฒนาท้องถิ่น")
        document.form = form
        document.blocks = [TextBlock(kind: .paragraph, text: "โครงการก่อสร้างถนน")]
        document.parts = form == .page ? [] : [DocumentPart(kind: .page, number: 1, firstBlock: 0)]
        return KeptPage(record: try StoreSamples.record(url, body: body), document: document, extractor: extractor)
    }

    @Test func aFileIsGivenBackByItsBytesToItsExtractorAlone() async throws {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(StoreFile(folder: folder.path), mode: .writing)
            let run = try await store.begin(try StoreSamples.draft())
            let kept = try page("https://www.example/download?id=7", .pdf)
            try await store.keep(kept, of: run)
            let sha256 = kept.record.sha256
            #expect(try await store.fileDocument(ofBody: body, sha256: sha256, readBy: extractor) == kept.document)
            let other = ExtractorVersion("8")
            #expect(try await store.fileDocument(ofBody: body, sha256: sha256, readBy: other) == nil)
            #expect(try await store.fileDocument(ofBody: [1], sha256: sha256, readBy: extractor) == nil)
        }
    }

    /// What is read of a page depends on where it lies.
    @Test func aPageIsNoFile() async throws {
        try await withTemporaryFolder { folder in
            let store = try await FileStore.open(StoreFile(folder: folder.path), mode: .writing)
            let run = try await store.begin(try StoreSamples.draft())
            let kept = try page("https://www.example/page", .page)
            try await store.keep(kept, of: run)
            let found = try await store.fileDocument(
                ofBody: body, sha256: kept.record.sha256, readBy: extractor)
            #expect(found == nil)
        }
    }
}
