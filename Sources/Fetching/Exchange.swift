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
    /// Further time for an answer that says it is a document.
    var documentExtraMilliseconds: Int = 0
    /// False to take the body as it comes, where the server names a compression that does not exist.
    var isDecoded = true
}

/// What came of one request, as far as the wire tells.
struct ExchangeAnswer: Sendable {
    /// Why the request was ended by us.
    enum Abort: Sendable, Equatable {
        case bodyTooLarge
        case headTooLarge
        case deadline
        case addressRefused(String)
        /// The server address has its full number of connections.
        case addressBusy
        /// The caller was cancelled, or the fetcher is closing.
        case stopped
    }

    var abort: Abort?
    /// libcurl's result code; 0 for a complete answer.
    var code: Int32 = 0
    var errorText = ""
    /// Nil when no status line came.
    var status: Int?
    /// Lines of the last answer's head without line ends, the status line apart.
    var headerLines: [[UInt8]] = []
    var body: [UInt8] = []
    var cookies: [String] = []
    /// A connection stood (TLS may not have been agreed yet).
    var isConnected = false
    /// The request was sent.
    var isSent = false
    /// OpenSSL's verdict on the certificate chain; 0 for none or good.
    var verifyResult = 0
    var milliseconds = 0
}
