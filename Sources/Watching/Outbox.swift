import GradingCore
public import Notifying
public import Storage

/// Brings notices to their receivers, and keeps what came of it. Nothing is dropped: what is not taken waits.
public struct Outbox: Sendable {
    private let store: FileStore
    private let courier: Courier
    private let clock: WatchClock

    public init(store: FileStore, courier: Courier, clock: WatchClock) {
        self.store = store
        self.courier = courier
        self.clock = clock
    }

    /// Tries everything that is due. People get what can wait in one message.
    public func delivered() async throws {
        let now = clock.now
        let waiting = try await store.deliveries(phase: DeliveryState.Phase.waiting.rawValue)
            .filter { DeliveryState($0).isDue(at: now) }
        guard !waiting.isEmpty else { return }
        let receivers = Dictionary(grouping: waiting) { [$0.channel, $0.target] }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for deliveries in receivers.values { group.addTask { try await deliver(deliveries) } }
            try await group.waitForAll()
        }
    }

    /// Everything of one receiver, in the order in which it was made.
    private func deliver(_ deliveries: [StoredDelivery]) async throws {
        guard let first = deliveries.first, let channel = Channel(kind: first.channel, target: first.target) else {
            return
        }
        let rows = try await store.rows(.notices, keys: deliveries.map(\.notice))
        var parcels: [(deliveries: [StoredDelivery], notices: [Notice])] = []
        var digest: (deliveries: [StoredDelivery], notices: [Notice]) = ([], [])
        for delivery in deliveries {
            guard let row = rows.first(where: { $0.key == delivery.notice }) else { continue }
            let notice = try Notice(json: row.row.content)
            if channel.isForPeople, !notice.isUrgent {
                digest.deliveries.append(delivery)
                digest.notices.append(notice)
            } else {
                parcels.append(([delivery], [notice]))
            }
        }
        if !digest.notices.isEmpty { parcels.append(digest) }
        for parcel in parcels {
            let delivery = await courier.delivered(parcel.notices, by: channel, at: clock.now)
            let now = clock.now
            try await store.update(parcel.deliveries.map { $0.with(DeliveryState($0).after(delivery, at: now)) })
            // A receiver that does not answer is not asked again for each notice.
            if case .later = delivery { break }
        }
    }
}

extension DeliveryState {
    init(_ stored: StoredDelivery) {
        self.init(
            phase: Phase(rawValue: stored.phase) ?? .waiting, queuedAt: Moment(seconds: stored.queuedAt),
            dueAt: Moment(seconds: stored.dueAt), attempts: stored.attempts, cause: stored.cause,
            isRefused: stored.isRefused)
    }
}

extension StoredDelivery {
    fileprivate func with(_ state: DeliveryState) -> StoredDelivery {
        var changed = self
        changed.phase = state.phase.rawValue
        changed.dueAt = state.dueAt.seconds
        changed.attempts = state.attempts
        changed.cause = state.cause
        changed.isRefused = state.isRefused
        return changed
    }
}
