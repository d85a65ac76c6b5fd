import Digests
import GradingCore
import Proofs
import Storage
import WebEvidence

/// Between the compact records of the store and those that chain and certificate are made of.
enum ChainWriting {
    /// Digest of the next record of an agency's chain.
    static func digest(of content: CheckContent, agency: WatchedAgency, at now: Moment) throws -> ContentDigest {
        let last = try link(before: agency.stored)
        let checks = checks(content, list: agency.list, digests: agency.state.recorded)
        return CheckRecord(key: agency.name, at: now, checks: checks, after: last).digest
    }

    private static func link(before watch: StoredWatch) throws -> CheckRecord.Link? {
        watch.checkCount > 0 ? try lastLink(of: watch) : nil
    }

    /// The end of a chain that has a record.
    static func lastLink(of watch: StoredWatch) throws -> CheckRecord.Link {
        CheckRecord.Link(position: watch.checkCount - 1, digest: try digest(watch.head))
    }

    /// - Parameter digests: of the bodies after this check, by address.
    private static func checks(
        _ content: CheckContent, list: WatchList, digests: [String: String]
    ) -> [AddressCheck] {
        zip(list.links, content.entries).flatMap { link, entry -> [AddressCheck] in
            guard let entry else { return [] }
            let digest =
                entry.hasNoBody ? nil : digests[link.url].flatMap { ContentDigest(hexadecimal: $0) }
            return link.items.map { item in
                AddressCheck(
                    item: ItemID(item), url: link.url, outcome: entry.outcome.rawValue, status: entry.status,
                    milliseconds: entry.milliseconds, digest: digest)
            }
        }
    }

    /// The whole chain, spelled out. Throws where a record is not what it was when it was written.
    static func records(
        _ checks: [StoredCheck], of name: String, lists: [WatchList]
    ) throws -> [CheckRecord] {
        var digests: [String: String] = [:]
        var last: CheckRecord.Link?
        return try checks.map { check in
            guard lists.indices.contains(check.content.list) else {
                throw WatchFault.damagedChain(name, check.number)
            }
            let list = lists[check.content.list]
            for (link, entry) in zip(list.links, check.content.entries) {
                if let bytes = entry?.digest { digests[link.url] = try digest(bytes).hexadecimal }
            }
            let record = CheckRecord(
                key: name, at: Moment(seconds: check.at),
                checks: ChainWriting.checks(check.content, list: list, digests: digests), after: last)
            let link = CheckRecord.Link(position: record.position, digest: try digest(check.digest))
            guard record.digest == link.digest else { throw WatchFault.damagedChain(name, check.number) }
            last = link
            return record
        }
    }

    private static func digest(_ bytes: [UInt8]) throws -> ContentDigest {
        let digits = Array("0123456789abcdef")
        let text = String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        guard let digest = ContentDigest(hexadecimal: text) else { throw WatchFault.malformedDigest }
        return digest
    }
}

/// Why a watch could not go on.
public enum WatchFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// A record of a chain is not what was written.
    case damagedChain(String, Int)
    case malformedDigest

    public var description: String {
        switch self {
        case .damagedChain(let name, let number): "record \(number) of \(name) is not what was written"
        case .malformedDigest: "a digest of the chain is malformed"
        }
    }
}
