import Documents
import Storage
import WebEvidence

/// What files say, each read once however many items, addresses and agencies offer it: by the digest of its bytes.
actor DocumentShelf {
    private enum Place {
        case reading([CheckedContinuation<ExtractedDocument?, Never>])
        case read(ExtractedDocument)
    }

    private let reading: DocumentReading
    private let store: (any RunStore)?
    private var places: [String: Place] = [:]

    /// - Parameter store: where earlier runs have kept what they read; nil for none.
    init(_ reading: DocumentReading, store: (any RunStore)?) {
        self.reading = reading
        self.store = store
    }

    /// What a file says, without the dates of its server.
    /// - Parameter sha256: of its body.
    func document(of file: ReceivedFile, sha256: String) async -> ExtractedDocument {
        switch places[sha256] {
        case .read(let document): return document
        case .reading:
            let shared = await withCheckedContinuation { continuation in
                wait(for: sha256, continuation)
            }
            // The first reader was stopped: its answer is nobody's.
            if let shared { return shared }
            return await document(of: file, sha256: sha256)
        case nil: break
        }
        places[sha256] = .reading([])
        let document = await read(file, sha256: sha256)
        let isWhole = !Task.isCancelled
        if case .reading(let waiting)? = places[sha256] {
            for continuation in waiting { continuation.resume(returning: isWhole ? document : nil) }
        }
        places[sha256] = isWhole ? .read(document) : nil
        return document
    }

    private func wait(for sha256: String, _ continuation: CheckedContinuation<ExtractedDocument?, Never>) {
        guard case .reading(let waiting)? = places[sha256] else { return continuation.resume(returning: nil) }
        places[sha256] = .reading(waiting + [continuation])
    }

    private func read(_ file: ReceivedFile, sha256: String) async -> ExtractedDocument {
        if let store, !sha256.isEmpty {
            do throws(StoreError) {
                let kept = try await store.fileDocument(ofBody: file.body, sha256: sha256, readBy: extractorVersion)
                if var kept, kept.fault != .programMissing, kept.fault != .exceeded {
                    kept.machineDates.removeAll { $0.source == headerDateSource }
                    return kept
                }
            } catch {
                // A store that cannot give back is told when the run is kept in it; the file is at hand.
            }
        }
        var file = file
        file.lastModified = nil
        return await reading.document(of: file)
    }
}

/// The source of a date that the server's header gives.
let headerDateSource = "header Last-Modified"
