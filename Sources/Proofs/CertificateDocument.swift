import Digests
import FoundationEssentials
import GradingCore
import WebEvidence

/// The members of a certificate's JSON. Addresses, outcomes and digests stand once in tables; a check is five numbers: its
/// address, outcome, status (-1 for none), milliseconds and digest (-1 for none).
struct CertificateDocument: Codable {
    static let schema = "oit-certificate/1"

    struct Address: Codable {
        var item: String
        var url: String
    }

    struct Record: Codable {
        var position: Int
        var at: String
        var digest: String
        var checks: [[Int]]
    }

    struct Head: Codable {
        var position: Int
        var digest: String
        var at: String
        var publicKey: String
        var signature: String
        var timeStamp: String?

        private enum CodingKeys: String, CodingKey {
            case position, digest, at, signature
            case publicKey = "public_key"
            case timeStamp = "time_stamp"
        }
    }

    struct Outage: Codable, Equatable {
        var lastOpen: String?
        var began: String
        var lastClosed: String
        var ended: String?
        var outcomes: [String]
        var side: String
        var seconds: Int

        private enum CodingKeys: String, CodingKey {
            case began, ended, outcomes, side, seconds
            case lastOpen = "last_open"
            case lastClosed = "last_closed"
        }
    }

    struct Gap: Codable, Equatable {
        var from: String
        var to: String
    }

    struct Uptime: Codable, Equatable {
        var item: String
        var url: String
        var checks: Int
        var open: Int
        var closed: Int
        var unclear: Int
        var openSeconds: Int
        var closedSeconds: Int
        var longestOutageSeconds: Int
        /// Percent with two decimals.
        var share: String?
        var outages: [Outage]
        var gaps: [Gap]

        private enum CodingKeys: String, CodingKey {
            case item, url, checks, open, closed, unclear, share, outages, gaps
            case openSeconds = "open_seconds"
            case closedSeconds = "closed_seconds"
            case longestOutageSeconds = "longest_outage_seconds"
        }
    }

    var schema: String
    var key: String
    var agency: String
    var from: String
    var to: String
    var madeAt: String
    var gapSeconds: Int
    /// Digest of the record before the first one.
    var previous: String
    var addresses: [Address]
    var outcomes: [String]
    var digests: [String]
    var records: [Record]
    var heads: [Head]
    var uptimes: [Uptime]

    private enum CodingKeys: String, CodingKey {
        case schema, key, agency, from, to, previous, addresses, outcomes, digests, records, heads, uptimes
        case madeAt = "made_at"
        case gapSeconds = "gap_seconds"
    }
}

extension CertificateDocument.Uptime {
    init(_ uptime: AddressUptime) {
        item = uptime.item.text
        url = uptime.url
        checks = uptime.checks
        open = uptime.open
        closed = uptime.closed
        unclear = uptime.unclear
        openSeconds = uptime.openSeconds
        closedSeconds = uptime.closedSeconds
        longestOutageSeconds = uptime.longestOutageSeconds
        share = uptime.share?.text
        outages = uptime.outages.map {
            CertificateDocument.Outage(
                lastOpen: $0.lastOpen?.utc, began: $0.began.utc, lastClosed: $0.lastClosed.utc, ended: $0.ended?.utc,
                outcomes: $0.outcomes, side: $0.side.rawValue, seconds: $0.seconds)
        }
        gaps = uptime.gaps.map { CertificateDocument.Gap(from: $0.from.utc, to: $0.to.utc) }
    }
}
