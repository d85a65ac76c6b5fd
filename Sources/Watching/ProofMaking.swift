public import Checklists
import Digests
import FoundationEssentials
public import GradingCore
public import Proofs
public import Storage

/// Seals the chains of a store, and makes certificates of them.
public struct ProofMaking: Sendable {
    private let store: FileStore
    private let key: OperatorKey
    /// Nil where none is configured: seals then prove nothing about time.
    private let authority: TimeStampAuthority?

    public init(store: FileStore, key: OperatorKey, authority: TimeStampAuthority?) {
        self.store = store
        self.key = key
        self.authority = authority
    }

    /// No more time-stamps are asked for in one round.
    private static let mostStamps = 50

    /// Seals the end of every chain that grew since its last seal, once a day each; a time-stamp is asked for once a week,
    /// and every day in the guard window of the year.
    /// - Parameter note: told why a time-stamp could not be had; the seal is kept without.
    public func sealEnds(
        at now: Moment, calendars: AssessmentCalendars, note: @Sendable (String) -> Void
    ) async throws {
        var stamps = 0
        var isReachable = true
        for stored in try await store.watches() where stored.checkCount > 0 && !stored.isRemoved {
            let heads = try await heads(of: stored)
            let last = heads.last
            if let last, last.at.day == now.day || last.link.position >= stored.checkCount - 1 { continue }
            var head = SealedHead(try ChainWriting.lastLink(of: stored), of: stored.name, at: now, by: key)
            let settings = try JSONContent.value(WatchSettings.self, stored.settings)
            let isGuarded =
                calendars.calendar(of: FiscalYear(settings.fiscalYear))?.guardWindow.contains(now.day) ?? false
            let stamped = heads.last { $0.timeStamp != nil }
            let isStampDue = isGuarded || stamped.map { now.seconds(since: $0.at) >= 7 * 86_400 } ?? true
            if let authority, isStampDue, isReachable, stamps < ProofMaking.mostStamps {
                stamps += 1
                do { head.timeStamp = try await authority.stamp(head.stamped) } catch {
                    isReachable = false
                    note("\(error)")
                }
            }
            try await store.add(
                NewWatchRow(watch: stored.key, at: now.seconds, content: try JSONContent.bytes(HeadDocument(head))),
                to: .heads)
        }
    }

    /// The certificate of an agency over a period. Nil when there is no agency of this name.
    /// - Parameters: `from` and `to`: both ends included; nil for the first check and for now.
    public func certificate(
        _ name: String, from: Moment?, to: Moment?, madeAt now: Moment, calendars: AssessmentCalendars
    ) async throws -> UptimeCertificate? {
        guard let stored = try await store.watch(named: name) else { return nil }
        let settings = try JSONContent.value(WatchSettings.self, stored.settings)
        let lists = try await store.lists(of: stored).map { try JSONContent.value(WatchList.self, $0) }
        let records = try ChainWriting.records(try await store.checks(of: stored), of: name, lists: lists)
        let from = from ?? records.first?.at ?? now
        let to = to ?? max(now, records.last?.at ?? now)
        let needed = UptimeCertificate.needed(records, from: from, to: to)
        let positions = needed.first.map { $0.position...($0.position + needed.count - 1) }
        let heads = try await heads(of: stored).filter { positions?.contains($0.link.position) ?? false }
        // The longest pause that this agency may have by its settings at either end.
        let calendar = calendars.calendar(of: FiscalYear(settings.fiscalYear))
        let longest = [from, to].map { Pace(settings, calendar: calendar, at: $0).link }.max() ?? Pace.usual.link
        return try UptimeCertificate(
            key: name, agency: settings.agency, from: from, to: to, madeAt: now, gapSeconds: max(900, 3 * longest),
            records: Array(needed), heads: heads)
    }

    private func heads(of watch: StoredWatch) async throws -> [SealedHead] {
        try await store.rows(.heads, of: watch.key).compactMap { row in
            try JSONContent.value(HeadDocument.self, row.row.content).head(of: watch.name, at: row.row.at)
        }
    }
}

/// A sealed end as the store keeps it.
private struct HeadDocument: Codable {
    var position: Int
    var digest: String
    var publicKey: Data
    var signature: Data
    var stamp: Data?

    init(_ head: SealedHead) {
        position = head.link.position
        digest = head.link.digest.hexadecimal
        publicKey = Data(head.publicKey.bytes)
        signature = Data(head.signature)
        stamp = head.timeStamp.map { Data($0.answer) }
    }

    func head(of key: String, at: Int) -> SealedHead? {
        guard let digest = ContentDigest(hexadecimal: digest), let publicKey = PublicKey(bytes: [UInt8](publicKey))
        else {
            return nil
        }
        return SealedHead(
            key: key, link: CheckRecord.Link(position: position, digest: digest), at: Moment(seconds: at),
            publicKey: publicKey, signature: [UInt8](signature),
            timeStamp: stamp.map { TimeStamp(answer: [UInt8]($0)) })
    }
}
