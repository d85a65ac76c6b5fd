public import GradingCore

/// What the maker or host of a website is told of one outcome, in technical words: what was seen, and what to do.
public struct VendorAdvice: Sendable, Hashable {
    /// What happens when the address is opened.
    public let problem: BilingualText
    /// What they are asked to do about it.
    public let request: BilingualText

    init(problem: (th: String, en: String), request: (th: String, en: String)) {
        self.problem = BilingualText(th: problem.th, en: problem.en)
        self.request = BilingualText(th: request.th, en: request.en)
    }
}

extension Outcome {
    /// The words for whoever runs the website; nil where the cause is not technical or lies with the officer (a
    /// mistyped address, a file that is not shared, a scan) or with the auditing program.
    public var vendorAdvice: VendorAdvice? {
        switch self {
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
        case .truncated: .truncated
        case .badResponse: .badResponse
        case .badEncoding: .badEncoding
        case .scriptOnly: .scriptOnly
        case .ok, .permissionRequired, .malformedURL, .unsupportedScheme, .addressRefused, .tooLarge,
            .unsupportedType, .unreadableDocument, .scannedWithoutText, .internal:
            nil
        }
    }
}
