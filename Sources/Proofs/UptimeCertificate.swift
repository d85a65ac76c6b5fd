import Digests
public import GradingCore

/// What can be said, and proved from chained records, of an agency's addresses over a period.
public struct UptimeCertificate: Sendable, Hashable {
    /// Key and name of the agency.
    public var key: String
    public var agency: String
    /// The period, both ends included.
    public var from: Moment
    public var to: Moment
    public var madeAt: Moment
    /// A time between two checks that is longer counts as not observed.
    public var gapSeconds: Int
    /// Records of the agency's chain without gap, by position: all of the period, and where there are any one before it and
    /// one after it, by which missing ones at the ends would show.
    public var records: [CheckRecord]
    /// Seals of this chain at positions inside `records`, by position.
    public var heads: [SealedHead]
    /// One for each item and address, in the order of the first record that has it.
    public let uptimes: [AddressUptime]

    /// Reckons the uptimes. Throws `ProofFault` when the records are no piece of one chain, when there are none, when the
    /// period is turned round or a head disagrees. A period that reaches beyond `madeAt` ends there. `gapSeconds` nil: three
    /// times the usual interval, at least 15 minutes.
    public init(
        key: String, agency: String, from: Moment, to: Moment, madeAt: Moment, gapSeconds: Int? = nil,
        records: [CheckRecord], heads: [SealedHead] = []
    ) throws(ProofFault) {
        let to = min(to, madeAt)
        guard from <= to else { throw ProofFault(.content, "the period ends before it begins, or has not begun") }
        guard !records.isEmpty else { throw ProofFault(.content, "there is no check in this period") }
        if let fault = ChainFault.first(in: records, key: key) {
            throw ProofFault(.content, "the chain of \(key) is broken at record \(fault.position) (\(fault.at.utc))")
        }
        self.init(
            unchecked: key, agency: agency, from: from, to: to, madeAt: madeAt,
            gapSeconds: gapSeconds ?? UptimeCertificate.usualGap(records), records: records, heads: heads)
        if let position = disagreeingHead { throw ProofFault(.content, "the seal of record \(position) does not fit") }
    }

    /// From a file that is about to be checked.
    init(
        unchecked key: String, agency: String, from: Moment, to: Moment, madeAt: Moment, gapSeconds: Int,
        records: [CheckRecord], heads: [SealedHead]
    ) {
        self.key = key
        self.agency = agency
        self.from = from
        self.to = to
        self.madeAt = madeAt
        self.gapSeconds = gapSeconds
        self.records = records
        self.heads = heads.sorted { $0.link.position < $1.link.position }
        uptimes = UptimeCertificate.uptimes(
            records, UptimeReckoning(from: from, to: to, gapSeconds: gapSeconds))
    }

    /// Which of a chain's records belong into a certificate of a period: those inside, and one at each side. The records
    /// must be by position; a clock that was set back can bring some from outside along.
    public static func needed(_ records: [CheckRecord], from: Moment, to: Moment) -> ArraySlice<CheckRecord> {
        guard let first = records.firstIndex(where: { $0.at >= from }),
            let last = records.lastIndex(where: { $0.at <= to }), first <= last
        else { return [] }
        return records[max(0, first - 1)...min(records.count - 1, last + 1)]
    }

    /// Positions of records that are earlier than the one before by more than a minute: the clock had been set back.
    public var clockSetBacks: [Int] {
        zip(records, records.dropFirst()).filter { $0.at.seconds(since: $1.at) > 60 }.map { $1.position }
    }

    /// Position of the first head that is not signed, belongs to another agency or to another record; nil when all fit.
    var disagreeingHead: Int? {
        guard let first = records.first?.position else { return nil }
        return heads.first { head in
            let (place, overflows) = head.link.position.subtractingReportingOverflow(first)
            guard head.isSigned, head.key == key, !overflows, records.indices.contains(place) else { return true }
            return records[place].digest != head.link.digest
        }?.link.position
    }

    private static func usualGap(_ records: [CheckRecord]) -> Int {
        let pauses = zip(records, records.dropFirst()).map { max(0, $1.at.seconds(since: $0.at)) }.sorted()
        return max(900, pauses.isEmpty ? 0 : 3 * pauses[pauses.count / 2])
    }

    private struct Place: Hashable {
        let item: ItemID
        let url: String
    }

    private static func uptimes(_ records: [CheckRecord], _ reckoning: UptimeReckoning) -> [AddressUptime] {
        var order: [Place] = []
        var checks: [Place: [(at: Moment, outcome: String)]] = [:]
        for record in records {
            for check in record.checks {
                let place = Place(item: check.item, url: check.url)
                if checks[place] == nil { order.append(place) }
                checks[place, default: []].append((record.at, check.outcome))
            }
        }
        return order.map { reckoning.uptime(item: $0.item, url: $0.url, checks: checks[$0] ?? []) }
    }
}
