public import GradingCore
public import WebEvidence

/// What became of one submitted address.
public struct CheckedLink: Sendable, Hashable {
    public var item: ItemID
    /// As the agency wrote it.
    public var url: String
    /// Where the redirects ended; the address itself when nothing was asked.
    public var finalURL: String
    public var outcome: Outcome
    public var status: Int?
    public var redirects: Int
    /// Of the deciding attempt.
    public var milliseconds: Int
    public var bytes: Int
    public var attempts: Int
    /// Counts against the agency: dead at once, or still failing in the second pass.
    public var isDead: Bool
    /// True when we ended the check ourselves before this address was read.
    public var wasStopped: Bool
    /// True when our own network was down: nothing is known of the address.
    public var wasCutOff: Bool
    /// Address of the server that was asked last, without brackets; empty where none was known.
    public var server: String

    public init(
        item: ItemID, url: String, finalURL: String, outcome: Outcome, status: Int? = nil, redirects: Int = 0,
        milliseconds: Int = 0, bytes: Int = 0, attempts: Int = 0, server: String = "", isDead: Bool,
        wasStopped: Bool = false,
        wasCutOff: Bool = false
    ) {
        self.item = item
        self.url = url
        self.finalURL = finalURL
        self.outcome = outcome
        self.status = status
        self.redirects = redirects
        self.milliseconds = milliseconds
        self.bytes = bytes
        self.attempts = attempts
        self.isDead = isDead
        self.wasStopped = wasStopped
        self.wasCutOff = wasCutOff
        self.server = server
    }
}
