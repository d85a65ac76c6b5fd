/// One request, ready to be sent: ASCII only, server addresses known.
struct ExchangeRequest: Sendable {
    /// `http://host:port/path?query` without fragment.
    var url: String
    /// Scheme, name and port: what connections are kept for.
    var origin: String
    /// The address that libcurl tries first.
    var server: NetworkAddress
    /// `+HOST:PORT:ADDRESS,…` for libcurl; nil where the host is an address itself.
    var resolve: String?
    /// `HOST:PORT:ADDRESS:PORT` for libcurl; nil without redirection of the connection.
    var connectTo: String?
    /// Cookie lines as libcurl wrote them (Netscape format).
    var cookies: [String] = []
    var milliseconds: Int
    /// For one connection with its TLS handshake.
    var connectMilliseconds: Int
    /// The span in which an answer that has begun must bring `FetchLimits.leastBytesPerWindow`.
    var rateWindowMilliseconds: Int
    /// After decompression.
    var maximumBodyBytes: Int
    var trust = ServerTrust.verified
    /// Further time for an answer that says it is a document.
    var documentExtraMilliseconds: Int = 0
    /// False to take the body as it comes, where the server names a compression that does not exist.
    var isDecoded = true
    /// Header lines besides the usual ones.
    var headerLines: [String] = []
}

/// How far a server must prove who it is.
enum ServerTrust: Sendable, Hashable {
    /// Certificate, name and protocol as browsers ask for.
    case verified
    /// Any certificate, on a connection of its own; the certificates are kept in the answer.
    case unverified
    /// Also TLS 1.0 and keys, signatures and ciphers too weak for today.
    case unverifiedAndWeak
}

/// What came of one request, as far as the wire tells.
struct ExchangeAnswer: Sendable {
    /// Why the request was ended by us.
    enum Abort: Sendable, Equatable {
        case bodyTooLarge
        case headTooLarge
        case deadline
        /// The answer came more slowly than is allowed.
        case tooSlow
        case addressRefused(String)
        /// The server address has its full number of connections.
        case addressBusy
        /// This computer has no file descriptor or memory left for a connection.
        case outOfDescriptors

        /// May pass as soon as another request of ours is over.
        var isOurShortage: Bool { self == .addressBusy || self == .outOfDescriptors }
        /// The caller was cancelled, or the fetcher is closing.
        case stopped
    }

    var abort: Abort?
    /// libcurl's result code; 0 for a complete answer.
    var code: Int32 = 0
    var errorText = ""
    /// Nil when no status line came.
    var status: Int?
    /// Head and body came whole.
    var isComplete: Bool { abort == nil && code == 0 && isHeadComplete }
    /// Lines of the last answer's head without line ends, the status line apart.
    var headerLines: [[UInt8]] = []
    /// The empty line at the end of the head has come.
    var isHeadComplete = false
    var body: [UInt8] = []
    var cookies: [String] = []
    /// A connection stood (TLS may not have been agreed yet).
    var isConnected = false
    /// The request was sent.
    var isSent = false
    /// OpenSSL's verdict on the certificate chain; 0 for none or good.
    var verifyResult = 0
    var milliseconds = 0
    /// From the request to the first byte of the answer; nil where there was none.
    var firstByteMilliseconds: Int?
    /// Waited for room at the server address before anything was sent.
    var heldBackMilliseconds = 0
    /// The system's reason why there is no connection (errno); 0 for none.
    var systemError: Int32 = 0
    /// PEM texts as the server sent them, its own first; only of unverified connections, and of verified ones that this
    /// request opened where `FetchSettings.readsCertificates` is set.
    var certificates: [String] = []
}
