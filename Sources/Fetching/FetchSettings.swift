/// How a fetcher presents itself and what it may reach.
public struct FetchSettings: Sendable {
    /// Whether two fetches of one address share an answer.
    public enum Sharing: Sendable, Hashable {
        /// Every fetch is a request.
        case none
        /// While one is under way, later ones wait for its answer.
        case whileUnderWay
        /// Answers are kept as long as the fetcher lives.
        case wholeRun
    }

    /// Another server address for a host: `HOST:PORT:ADDRESS` as in curl.
    public struct Resolution: Sendable, Hashable {
        /// ASCII form, lower case.
        public let host: String
        public let port: Int
        /// IPv4 or IPv6 without brackets, in the order to be tried; never empty.
        public let addresses: [NetworkAddress]

        /// Reads `HOST:PORT:ADDRESS[,ADDRESS]…`; the host may be Thai or punycode, IPv6 addresses may stand in
        /// brackets. Nil for anything else.
        public init?(_ text: String) {
            let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, let host = asciiHost(String(parts[0])), let port = Int(parts[1]),
                (1...65_535).contains(port)
            else { return nil }
            let addresses = parts[2].split(separator: ",").map { NetworkAddress(String($0)) }
            guard !addresses.isEmpty, !addresses.contains(nil) else { return nil }
            self.host = host
            self.port = port
            self.addresses = addresses.compactMap { $0 }
        }
    }

    /// Another server and port for a host and port: how the bundled sample is reached under its real names.
    public struct Redirection: Sendable, Hashable {
        /// ASCII form, lower case.
        public let host: String
        public let port: Int
        public let address: NetworkAddress
        public let addressPort: Int

        /// Nil when a host is no host name, an address no IP address or a port outside 1...65535.
        public init?(host: String, port: Int, address: String, addressPort: Int) {
            guard let ascii = asciiHost(host), let server = NetworkAddress(address),
                (1...65_535).contains(port), (1...65_535).contains(addressPort)
            else { return nil }
            self.host = ascii
            self.port = port
            self.address = server
            self.addressPort = addressPort
        }
    }

    /// A host (ASCII, lower case) and its port.
    struct Place: Sendable, Hashable {
        let host: String
        let port: Int
    }

    public var limits = FetchLimits()
    /// Version of the program as it appears in the user agent.
    public var version: String
    /// Who runs the check (address of a page or mailbox), shown to the server; may be empty.
    public var contact = ""
    /// Replaces the whole user agent; nil for the honest default.
    public var userAgent: String?
    public var resolutions: [Resolution] = []
    public var redirections: [Redirection] = []
    /// Ranges that the address guard would refuse and this run permits.
    public var allowedNetworks: [NetworkRange] = []
    /// PEM file of further trusted issuers; nil for `SSL_CERT_FILE`, else the system's.
    public var caBundle: String?
    public var sharing = Sharing.whileUnderWay
    /// Records carry the digest of their bodies; a check that keeps no evidence has no use for it.
    public var isDigested = true
    /// Notes when the certificates of servers end (`FetchRecord.certificateEnds`).
    public var readsCertificates = false
    /// Decides before each request whether it may be made; nil for always.
    public var gate: FetchGate?

    /// Default settings for a version of the program.
    public init(version: String) { self.version = version }

    /// The user agent that is sent: `oit/1.0 (+contact)`; line breaks and controls are dropped.
    public var agentLine: String {
        let line = userAgent ?? "oit/\(version)" + (contact.isEmpty ? "" : " (+\(contact))")
        return String(String.UnicodeScalarView(line.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
    }
}
