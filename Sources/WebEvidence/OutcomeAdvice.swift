public import GradingCore

/// What an officer is told of one outcome: what happened, and what to do about it.
public struct OutcomeAdvice: Sendable, Hashable {
    public let message: BilingualText
    public let fix: BilingualText

    init(message: (th: String, en: String), fix: (th: String, en: String)) {
        self.message = BilingualText(th: message.th, en: message.en)
        self.fix = BilingualText(th: fix.th, en: fix.en)
    }
}

extension Outcome {
    /// Message and mending advice for this outcome in Thai and English; the texts are fixed and name no address.
    public var advice: OutcomeAdvice {
        switch self {
        case .ok: .ok
        case .redirectedHome: .redirectedHome
        case .soft404: .soft404
        case .empty: .empty
        case .http404: .http404
        case .http410: .http410
        case .http4xx: .http4xx
        case .http5xx: .http5xx
        case .blocked: .blocked
        case .robotsRefused: .robotsRefused
        case .loginRequired: .loginRequired
        case .permissionRequired: .permissionRequired
        case .parked: .parked
        case .defaced: .defaced
        case .dnsFailure: .dnsFailure
        case .dnsTimeout: .dnsTimeout
        case .connectRefused: .connectRefused
        case .connectTimeout: .connectTimeout
        case .readTimeout: .readTimeout
        case .connectionReset: .connectionReset
        case .tlsExpired: .tlsExpired
        case .tlsHostname: .tlsHostname
        case .tlsIncompleteChain: .tlsIncompleteChain
        case .tlsUntrusted: .tlsUntrusted
        case .tlsProtocol: .tlsProtocol
        case .tlsWeak: .tlsWeak
        case .http2Error: .http2Error
        case .redirectLoop: .redirectLoop
        case .tooManyRedirects: .tooManyRedirects
        case .badRedirect: .badRedirect
        case .malformedURL: .malformedURL
        case .unsupportedScheme: .unsupportedScheme
        case .addressRefused: .addressRefused
        case .tooLarge: .tooLarge
        case .truncated: .truncated
        case .badResponse: .badResponse
        case .badEncoding: .badEncoding
        case .unsupportedType: .unsupportedType
        case .unreadableDocument: .unreadableDocument
        case .scannedWithoutText: .scannedWithoutText
        case .scriptOnly: .scriptOnly
        case .internal: .internal
        }
    }
}
