import CTimeStamp
public import Digests
public import GradingCore
import Sending

/// A service that says when it saw a digest (RFC 3161), over http or https.
public struct TimeStampAuthority: Sendable, Hashable {
    public var url: String
    /// PEM file with the authority's root; nil for the system's issuers alone.
    public var caFile: String?
    /// Version of the program, for the user agent.
    public var version: String
    /// The longest that a stamp may take.
    public var timeoutSeconds = 20

    /// From its parts.
    public init(url: String, caFile: String? = nil, version: String) {
        self.url = url
        self.caFile = caFile
        self.version = version
    }

    /// Asks for a time-stamp and checks that the answer covers the digest and repeats our number, so it is new. An authority
    /// that is not trusted here gives a stamp all the same: who reads it decides. Throws `ProofFault`.
    public func stamp(_ digest: ContentDigest) async throws(ProofFault) -> TimeStamp {
        var generator = SystemRandomNumberGenerator()
        let nonce = (0..<8).map { _ in UInt8.random(in: 1...127, using: &generator) }
        var query = [UInt8](repeating: 0, count: 512)
        let length = ts_shim_query(digest.bytes, nonce, Int32(nonce.count), &query, Int32(query.count))
        guard length > 0 else { throw ProofFault(.content, "no request for a time-stamp could be made") }
        var post = OutgoingPost(
            url: url, headers: ["Content-Type: application/timestamp-query", "Accept: application/timestamp-reply"],
            body: Array(query.prefix(Int(length))), userAgent: "oit/\(version)")
        post.limits.seconds = timeoutSeconds
        let answer: OutgoingPost.Answer
        do throws(SendingFailure) {
            answer = try await post.answer()
        } catch {
            throw ProofFault(.network, "the time-stamping authority could not be reached: \(error)")
        }
        guard answer.status == 200, !answer.isTruncated else {
            throw ProofFault(.network, "the time-stamping authority answered with status \(answer.status)")
        }
        let stamp = TimeStamp(answer: answer.body)
        switch stamp.standing(for: digest, caFile: caFile, nonce: nonce) {
        case .trusted, .untrusted: return stamp
        case .other: throw ProofFault(.network, "the time-stamping authority stamped something else")
        case .refused: throw ProofFault(.network, "the time-stamping authority refused")
        case .unreadable: throw ProofFault(.network, "the time-stamping authority gave no time-stamp")
        }
    }
}

extension TimeStamp {
    /// What a time-stamp is worth for a digest.
    public enum Standing: Sendable, Hashable {
        /// It covers the digest, and its authority is trusted here: the digest existed at that moment.
        case trusted(Moment, authority: String)
        /// It covers the digest; who made it is not known here, so it proves nothing yet.
        case untrusted(Moment, authority: String)
        /// It covers another digest.
        case other
        /// The authority refused the request.
        case refused
        /// These bytes are no time-stamp.
        case unreadable
    }

    /// Checks it without network. `caFile` is a PEM file with the authority's root; without one the system's issuers count.
    /// Whether a certificate was revoked is not asked. The name of the authority is text of somebody else.
    public func standing(for digest: ContentDigest, caFile: String? = nil) -> Standing {
        standing(for: digest, caFile: caFile, nonce: nil)
    }

    func standing(for digest: ContentDigest, caFile: String?, nonce: [UInt8]?) -> Standing {
        var seconds: Int64 = 0
        var name = [CChar](repeating: 0, count: 256)
        let found = ts_shim_check(
            answer, answer.count, digest.bytes, nonce, Int32(nonce?.count ?? 0), caFile, "/etc/ssl/certs", &seconds,
            &name, Int32(name.count))
        let authority = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        switch Int(found) {
        case ts_shim_trusted: return .trusted(Moment(seconds: Int(seconds)), authority: authority)
        case ts_shim_untrusted: return .untrusted(Moment(seconds: Int(seconds)), authority: authority)
        case ts_shim_other: return .other
        case ts_shim_refused: return .refused
        default: return .unreadable
        }
    }
}
