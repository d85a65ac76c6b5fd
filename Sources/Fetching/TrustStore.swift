import Glibc

/// Where trusted issuers come from.
enum TrustStore {
    /// The distribution's folder of issuers, found by hash.
    static let systemFolder = "/etc/ssl/certs"

    /// The distribution's issuers in one file.
    private static let systemBundle = "/etc/ssl/certs/ca-certificates.crt"

    /// The file named by `SSL_CERT_FILE`, where it can be read.
    static var environmentBundle: String? {
        guard let value = getenv("SSL_CERT_FILE") else { return nil }
        let path = String(cString: value)
        return !path.isEmpty && access(path, R_OK) == 0 ? path : nil
    }

    /// The bundle that a fetcher adds to the folder; nil for libcurl's own.
    static func chosenBundle(of settings: FetchSettings) -> String? { settings.caBundle ?? environmentBundle }

    /// The files that libcurl would read for these settings, besides the folder.
    static func bundles(of settings: FetchSettings) -> [String] { [chosenBundle(of: settings) ?? systemBundle] }
}

extension Duration {
    /// Rounded down, never negative, at most about 24 days (what libcurl can hold everywhere).
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        let bounded = min(max(0, seconds), 2_000_000)
        return Int(bounded) * 1000 + (seconds >= 0 ? Int(attoseconds / 1_000_000_000_000_000) : 0)
    }
}
