import CCurl
import Glibc
public import WebEvidence

/// What the wire's answer means: the one table from libcurl's codes and HTTP statuses to outcomes.
struct TransportOutcome: Sendable, Equatable {
    var outcome: Outcome
    /// One English sentence; empty where the outcome says it all.
    var detail: String

    /// Texts of libcurl without " after 3 ms": the same failure gives the same words.
    private static func withoutTimes(_ detail: String) -> String {
        guard !detail.isEmpty, let range = detail.firstRange(of: " after ") else { return detail }
        let rest = detail[range.upperBound...]
        let digits = rest.prefix { $0.isNumber }
        let unit = rest.dropFirst(digits.count).prefix { $0 != ":" && $0 != "," }
        guard !digits.isEmpty, unit == " ms" || unit == " milliseconds" || unit.hasPrefix(" ms") else { return detail }
        return String(detail[..<range.lowerBound] + rest.dropFirst(digits.count + 3))
    }

    init(_ outcome: Outcome, _ detail: String = "") {
        self.outcome = outcome
        self.detail = TransportOutcome.withoutTimes(detail)
    }

    init(of answer: ExchangeAnswer, milliseconds: Int) {
        if let abort = answer.abort {
            self = TransportOutcome.outcome(of: abort, answer, milliseconds: milliseconds)
        } else if answer.code != 0 {
            self = TransportOutcome(TransportOutcome.outcome(ofCode: answer), answer.errorText)
        } else if !answer.isHeadComplete {
            // libcurl takes the end of the stream for the end of the head.
            self = TransportOutcome(.truncated, "The connection ended inside the head of the answer.")
        } else if let status = answer.status {
            self = TransportOutcome(TransportOutcome.outcome(ofStatus: status))
        } else {
            self = TransportOutcome(.badResponse, "The answer has no status.")
        }
    }

    private static func outcome(
        of abort: ExchangeAnswer.Abort, _ answer: ExchangeAnswer, milliseconds: Int
    ) -> TransportOutcome {
        switch abort {
        case .bodyTooLarge: TransportOutcome(.tooLarge, "The body exceeds the limit.")
        case .headTooLarge: TransportOutcome(.tooLarge, "The head of the answer exceeds the limit.")
        case .deadline:
            TransportOutcome(
                answer.isConnected ? .readTimeout : .connectTimeout, "Not finished after \(milliseconds) ms.")
        case .tooSlow: TransportOutcome(.readTimeout, "The answer came too slowly.")
        case .addressRefused(let reason): TransportOutcome(.addressRefused, "\(reason).")
        case .addressBusy: TransportOutcome(.connectTimeout, "The server address had no free connection in time.")
        case .outOfDescriptors:
            TransportOutcome(.internal, "This computer could not open one more connection: too many open files.")
        case .stopped: TransportOutcome(.internal, FetchRecord.stoppedDetail)
        }
    }

    /// 401 asks for a login, 403 and 429 keep us out, other statuses speak for themselves (RFC 9110 section 15).
    static func outcome(ofStatus status: Int) -> Outcome {
        switch status {
        case 200...300: .ok
        case 301, 302, 303, 307, 308: .badRedirect
        case 305, 306: .badRedirect
        case 401: .loginRequired
        case 403, 429, 999: .blocked
        case 404: .http404
        case 410: .http410
        case 400...499: .http4xx
        case 500...599: .http5xx
        default: .badResponse
        }
    }

    private static func outcome(ofCode answer: ExchangeAnswer) -> Outcome {
        switch CURLcode(rawValue: UInt32(answer.code)) {
        case CURLE_COULDNT_RESOLVE_HOST: .dnsFailure
        case CURLE_COULDNT_CONNECT: isTimeout(answer) ? .connectTimeout : .connectRefused
        case CURLE_OPERATION_TIMEDOUT: answer.isConnected ? .readTimeout : .connectTimeout
        case CURLE_GOT_NOTHING: .connectionReset
        case CURLE_PARTIAL_FILE: .truncated
        case CURLE_RECV_ERROR where answer.errorText.contains("chunked-encoding"): .badResponse
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR: answer.status == nil ? .connectionReset : .truncated
        case CURLE_SSL_CONNECT_ERROR: outcome(ofHandshake: answer.errorText)
        case CURLE_PEER_FAILED_VERIFICATION: outcome(ofVerification: answer)
        case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS: .tlsProtocol
        case CURLE_HTTP2, CURLE_HTTP2_STREAM: .http2Error
        case CURLE_BAD_CONTENT_ENCODING: .badEncoding
        case CURLE_WRITE_ERROR: answer.isSent ? .badEncoding : .internal
        case CURLE_OUT_OF_MEMORY: answer.isSent ? .tooLarge : .internal  // a header line over libcurl's own limit
        case CURLE_URL_MALFORMAT: .malformedURL
        case CURLE_FAILED_INIT, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ENGINE_INITFAILED: .internal
        default: .badResponse
        }
    }

    /// Nobody refused: there was no answer, or no way there (which may be our own network).
    private static func isTimeout(_ answer: ExchangeAnswer) -> Bool {
        [ETIMEDOUT, ENETUNREACH, EHOSTUNREACH, ENETDOWN].contains(answer.systemError)
            || answer.errorText.contains("timed out") || answer.errorText.contains("Timeout")
    }

    /// libcurl reports handshakes in OpenSSL's words only. A "legacy sigalg" is a server that knows only TLS 1.0 or 1.1.
    private static func outcome(ofHandshake text: String) -> Outcome {
        let weak = ["key too small", "key too weak", "md too weak", "modulus too small"]
        if weak.contains(where: text.contains) { return .tlsWeak }
        let cut = ["reset by peer", "SSL_ERROR_SYSCALL", "Broken pipe", "unexpected eof"]
        if cut.contains(where: text.contains) { return .connectionReset }
        return .tlsProtocol
    }

    /// X509_V_ERR codes of OpenSSL's verification.
    private static func outcome(ofVerification answer: ExchangeAnswer) -> Outcome {
        switch answer.verifyResult {
        // The chain was good, or libcurl stopped before it asked: then it was the name.
        case 0, 1: answer.errorText.contains("name") ? .tlsHostname : .tlsUntrusted
        case let code where lacksIssuer(code): .tlsIncompleteChain
        case let code: .outcome(ofVerification: code)
        }
    }

    /// The issuer of a certificate was neither sent nor known: the chain is incomplete, or nobody trusts it.
    static func lacksIssuer(_ code: Int) -> Bool { [2, 20, 21].contains(code) }
}

extension Outcome {
    /// What an X509_V_ERR code says of a chain that is all there.
    static func outcome(ofVerification code: Int) -> Outcome {
        switch code {
        case 9, 10: .tlsExpired
        case 62, 64: .tlsHostname
        case 66, 67, 68: .tlsWeak
        default: .tlsUntrusted
        }
    }
}

extension FetchRecord {
    /// `detail` of a record whose fetch was cancelled or cut short by the end of its fetcher.
    public static let stoppedDetail = "Stopped before it finished."

    /// True when we ended the fetch ourselves: it says nothing about the address.
    public var wasStopped: Bool { outcome == .internal && detail == FetchRecord.stoppedDetail }

    private static let uplinkDetail = "Our own network was down: "

    /// True for a record that says nothing of its address because our own network was down.
    public var wasCutOff: Bool { outcome == .internal && detail.hasPrefix(FetchRecord.uplinkDetail) }

    /// The same record, its failure booked on our own network. Its attempts keep what was seen.
    public var cutOff: FetchRecord {
        var record = self
        record.detail = FetchRecord.uplinkDetail + outcome.rawValue
        record.outcome = .internal
        return record
    }
}
