/// What became of one address: the failure vocabulary of the program. Raw values are what reports print.
public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case ok
    case redirectedHome = "redirected_home"
    case soft404 = "soft_404"
    case empty
    case http404 = "http_404"
    case http410 = "http_410"
    case http4xx = "http_4xx"
    case http5xx = "http_5xx"
    case blocked
    case robotsRefused = "robots_refused"
    case loginRequired = "login_required"
    case permissionRequired = "permission_required"
    case parked
    case defaced
    case dnsFailure = "dns_failure"
    case dnsTimeout = "dns_timeout"
    case connectRefused = "connect_refused"
    case connectTimeout = "connect_timeout"
    case readTimeout = "read_timeout"
    case connectionReset = "connection_reset"
    case tlsExpired = "tls_expired"
    case tlsHostname = "tls_hostname"
    case tlsIncompleteChain = "tls_incomplete_chain"
    case tlsUntrusted = "tls_untrusted"
    case tlsProtocol = "tls_protocol"
    case tlsWeak = "tls_weak"
    case http2Error = "http2_error"
    case redirectLoop = "redirect_loop"
    case tooManyRedirects = "too_many_redirects"
    case badRedirect = "bad_redirect"
    case malformedURL = "malformed_url"
    case unsupportedScheme = "unsupported_scheme"
    case addressRefused = "address_refused"
    case tooLarge = "too_large"
    case truncated
    case badResponse = "bad_response"
    case badEncoding = "bad_encoding"
    case unsupportedType = "unsupported_type"
    case unreadableDocument = "unreadable_document"
    case scannedWithoutText = "scanned_without_text"
    case scriptOnly = "script_only"
    case `internal`
}
