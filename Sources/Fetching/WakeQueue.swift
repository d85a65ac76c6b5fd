/// Hosts that sleep until a moment, soonest first, of equals the one that went to sleep first (a binary heap).
struct WakeQueue<Sleeper: Sendable>: Sendable {
    private struct Entry: Sendable {
        let moment: ContinuousClock.Instant
        let number: UInt64
        let sleeper: Sleeper

        static func < (one: Entry, other: Entry) -> Bool {
            (one.moment, one.number) < (other.moment, other.number)
        }
    }

    private var heap: [Entry] = []
    private var lastNumber: UInt64 = 0

    /// When the next one wakes; nil when nobody sleeps.
    var next: ContinuousClock.Instant? { heap.first?.moment }

    mutating func insert(_ sleeper: Sleeper, until moment: ContinuousClock.Instant) {
        lastNumber += 1
        heap.append(Entry(moment: moment, number: lastNumber, sleeper: sleeper))
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes one out whose moment has come; nil when there is none.
    mutating func woken(at now: ContinuousClock.Instant) -> Sleeper? {
        guard let first = heap.first, first.moment <= now else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first.sleeper }
        heap[0] = last
        var parent = 0
        while true {
            var least = 2 * parent + 1
            guard least < heap.count else { break }
            if least + 1 < heap.count, heap[least + 1] < heap[least] { least += 1 }
            guard heap[least] < heap[parent] else { break }
            heap.swapAt(parent, least)
            parent = least
        }
        return first.sleeper
    }
}
