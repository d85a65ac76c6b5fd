import Findings
import Foundation
import Testing

@testable import Storage

/// What tests of opening share.
enum StoreOpening {
    static func bytes(_ file: StoreFile) throws -> Data { try Data(contentsOf: URL(filePath: file.path)) }

    /// A store with one finished run of three pages, closed.
    static func makeStore(_ file: StoreFile) async throws {
        let store = try await FileStore.open(file, mode: .writing)
        let run = try await store.begin(try StoreSamples.draft())
        for page in try StoreSamples.pages(3) { try await store.keep(page, of: run) }
        try await store.conclude(run, id: RunID("a"), isPartial: false, judgement: try StoreSamples.judgement())
        await store.close()
    }
}

/// Expects an error of a store.
/// - Parameter code: nil for any.
func expectFailure(
    _ code: StoreError.Code?, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async {
    do {
        try await body()
        Issue.record("nothing was thrown", sourceLocation: sourceLocation)
    } catch {
        let found = (error as? StoreError)?.code
        #expect(found != nil && (code == nil || found == code), "\(error)", sourceLocation: sourceLocation)
    }
}
