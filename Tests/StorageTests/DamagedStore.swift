import Findings
import Foundation
import TestSupport
import Testing
import WebEvidence

@testable import Storage

/// A store in which bytes are changed, and everything that can be read of it.
struct DamagedStore {
    static let extractor = ExtractorVersion("7")
    let whole: [UInt8]
    let run: RunKey
    /// What the whole store says.
    let expected: [String]

    /// Two agencies, three runs, one of them with pages, documents and two judgements.
    init(in folder: String) async throws {
        let file = StoreFile(folder: folder)
        let store = try await FileStore.open(file, mode: .writing)
        _ = try await store.begin(try DamagedStore.draft(2))
        let run = try await store.begin(try DamagedStore.draft(1))
        for (number, page) in try StoreSamples.pages(12).enumerated() {
            var page = page
            var made = try RandomDocuments(seed: UInt64(number))
            page.document = made.document()
            page.extractor = DamagedStore.extractor
            try await store.keep(page, of: run)
        }
        let judgement = try StoreSamples.judgement()
        try await store.conclude(run, id: RunID("a"), isPartial: false, judgement: judgement)
        try await store.add(try StoreSamples.judgement("second"), to: run)
        var draft = try DamagedStore.draft(3)
        draft.agency.name = "เทศบาลตำบลสมมุติ"
        let other = try await store.begin(draft)
        try await store.conclude(other, id: RunID("b"), isPartial: true, judgement: judgement)
        self.run = run
        await store.close()
        expected = try await DamagedStore.reading(file, run)
        whole = [UInt8](try Data(contentsOf: URL(filePath: file.path)))
    }

    /// One setting only: more are told in any order.
    private static func draft(_ number: Int) throws -> RunDraft {
        var draft = try StoreSamples.draft(number)
        draft.settings = ["hops": 2]
        return draft
    }

    /// Everything that the protocol gives, one entry for each call; an error is the entry of its call.
    static func reading(_ file: StoreFile, _ run: RunKey) async throws -> [String] {
        var read: [String] = []
        func note(_ call: () async throws -> Any) async throws {
            do { read.append("\(try await call())") } catch {
                guard let error = error as? StoreError else { throw error }
                read.append("error \(error.code)")
            }
        }
        do {
            let store = try await FileStore.open(file, mode: .reading)
            try await note { try await store.runs() }
            try await note { try await store.pages(of: run, readBy: extractor).map(\.content) }
            try await note { try await store.judgement(of: run) as Any }
            try await note { try await store.submission(of: run) }
            try await note { try await store.run(RunID("a"), ordinal: nil) as Any }
            try await note { try await store.run(RunID("b"), ordinal: 1) as Any }
            try await note { try await store.run(RunID("c"), ordinal: nil) as Any }
            try await note { try await store.unfinished(ResumeKey("key 2")) as Any }
            try await note { try await store.unfinished(ResumeKey("key 1")) as Any }
        } catch {
            guard let error = error as? StoreError else { throw error }
            read.append("error \(error.code)")
        }
        return read
    }

    /// The first call that gave neither what it gives of the whole store nor an error; nil when there is none.
    func dishonesty(_ read: [String]) -> String? {
        if read.count == 1, read[0].hasPrefix("error ") { return nil }
        guard read.count == expected.count else { return "\(read.count) answers" }
        for (call, (now, before)) in zip(read, expected).enumerated() where now != before && !now.hasPrefix("error ") {
            let same = zip(now, before).prefix { $0 == $1 }.count
            return "call \(call): …\(now.dropFirst(max(0, same - 40)).prefix(120))"
        }
        return nil
    }
}
