import Synchronization

/// The pages of a session whose texts are held. Only so many stay open: the rest is read again when it is asked for, so
/// that the memory of an audit does not follow the number of its pages. Pages of an item under judgement stay open.
final class OpenPages: Sendable {
    private struct State {
        /// By how many items each page is being judged.
        var uses: [ObjectIdentifier: Int] = [:]
        /// Open pages that nobody is judging, the one opened first in front.
        var idle: [(page: AnalysedPage, bytes: Int)] = []
        var idleBytes = 0

        mutating func enter(_ page: AnalysedPage, _ bytes: Int) {
            guard !idle.contains(where: { $0.page === page }) else { return }
            idle.append((page, bytes))
            idleBytes += bytes
        }

        /// Takes out what was opened first until the rest is within bounds.
        mutating func surplus(over most: Int) -> [AnalysedPage] {
            var left: [AnalysedPage] = []
            while idleBytes > most, !idle.isEmpty {
                let first = idle.removeFirst()
                idleBytes -= first.bytes
                left.append(first.page)
            }
            return left
        }
    }

    private let state = Mutex(State())
    /// Bytes of texts, shadows and hits that may lie open beside the pages that are being judged.
    private let mostBytes: Int

    static let usualBytes = 16 << 20

    init(mostBytes: Int = OpenPages.usualBytes) { self.mostBytes = mostBytes }

    /// Does work during which the pages, once opened, stay open.
    func holding<Result>(_ pages: [AnalysedPage], _ work: () -> Result) -> Result {
        state.withLock { state in
            for page in pages { state.uses[ObjectIdentifier(page), default: 0] += 1 }
            state.idle.removeAll { entry in
                let isUsed = state.uses[ObjectIdentifier(entry.page)] != nil
                if isUsed { state.idleBytes -= entry.bytes }
                return isUsed
            }
        }
        let result = work()
        let left = state.withLock { state in
            for page in pages {
                let key = ObjectIdentifier(page)
                let uses = (state.uses[key] ?? 1) - 1
                state.uses[key] = uses > 0 ? uses : nil
                if uses == 0, let bytes = page.openBytes { state.enter(page, bytes) }
            }
            return state.surplus(over: mostBytes)
        }
        for page in left { page.close() }
        return result
    }

    /// Notes that a page was opened.
    func note(_ page: AnalysedPage, bytes: Int) {
        let left = state.withLock { state in
            guard state.uses[ObjectIdentifier(page)] == nil else { return [AnalysedPage]() }
            state.enter(page, bytes)
            return state.surplus(over: mostBytes)
        }
        for page in left { page.close() }
    }
}
