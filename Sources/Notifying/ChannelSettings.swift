public import GradingCore

/// What all channels need to know: servers, secrets, how we present ourselves.
public struct ChannelSettings: Sendable, Hashable {
    /// `smtp://HOST[:PORT]` (STARTTLS where the server offers it) or `smtps://HOST[:PORT]`; nil: no e-mail.
    public var smtpURL: String?
    public var smtpUser: String?
    public var smtpPassword: Secret?
    /// From whom mail comes; nil for `smtpUser` where that is a mail address, else `oit@` and the name of this computer.
    public var mailFrom: String?
    /// Channel access token of the LINE Messaging API; nil: no LINE.
    public var lineToken: Secret?
    /// Where LINE messages are pushed; a bare server gets the path of the public interface.
    public var lineURL = "https://api.line.me/v2/bot/message/push"
    /// Key of the webhook's signature; nil: not signed.
    public var webhookSecret: Secret?
    /// Language of messages to people.
    public var language = ReportLanguage.thai
    /// Version of the program, for the user agent.
    public var version: String
    /// The longest that one attempt may take, in seconds.
    public var timeoutSeconds = 30
    /// The longest that a connection may take to be made, in seconds.
    public var connectSeconds = 10
    /// Pauses in seconds before an attempt is made again within one delivery by webhook or LINE, after failures that may
    /// pass; what fails then waits in the queue.
    public var quickRetryPauses: [Double] = [0.5, 2]
    /// PEM file of the only trusted issuers; nil for `SSL_CERT_FILE` or the system's.
    public var caBundle: String?

    /// Settings without any channel but webhooks.
    public init(version: String) { self.version = version }

    /// Why a channel cannot work with these settings, in words for the operator; nil when it can.
    public func obstacle(to channel: Channel) -> BilingualText? {
        switch channel {
        case .webhook: nil
        case .email where smtpURL == nil: ChannelTexts.missing("OIT_SMTP_URL")
        case .line where lineToken == nil: ChannelTexts.missing("OIT_LINE_TOKEN")
        case .email, .line: nil
        }
    }
}
