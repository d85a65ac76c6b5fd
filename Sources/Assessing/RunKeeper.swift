import Findings
import Storage
import Synchronization
import WebEvidence

/// Writes a run into its store while it goes on. The first failure is remembered: the run then stops, because what is
/// not kept cannot be proved.
final class RunKeeper: Sendable {
    let store: any RunStore
    let key: RunKey
    private let failure = Mutex<StoreError?>(nil)

    init(store: any RunStore, key: RunKey) {
        self.store = store
        self.key = key
    }

    var hasFailed: Bool { failure.withLock { $0 != nil } }

    /// - Parameter encoded: the page's document as stores hold it, where that was made already.
    func keep(_ page: FetchedPage, encoded: EncodedDocument? = nil) async {
        guard !hasFailed else { return }
        var kept = page.kept
        kept.encoded = encoded
        do throws(StoreError) { try await store.keep(kept, of: key) } catch { remember(error) }
    }

    func note(_ progress: RunProgress) async {
        guard !hasFailed else { return }
        do throws(StoreError) { try await store.note(progress, of: key) } catch { remember(error) }
    }

    /// Throws the first failure.
    func check() throws(StoreError) {
        if let error = failure.withLock({ $0 }) { throw error }
    }

    private func remember(_ error: StoreError) { failure.withLock { if $0 == nil { $0 = error } } }
}
