public import Findings
public import GradingCore

/// What is laid before whoever answers an objection: for each disputed item the evidence of the day of the audit, what was
/// said of it, what the submitted addresses are today, and what is proved of the time between.
public struct ObjectionCase: Sendable {
    /// One submitted address today.
    public struct Today: Sendable {
        /// As the agency wrote it.
        public var url: String
        /// Word of the outcome, for example `ok` or `http_404`.
        public var outcome: String
        public var status: Int?
        /// True when it counts against the agency.
        public var isDead: Bool

        /// From its parts.
        public init(url: String, outcome: String, status: Int?, isDead: Bool) {
            self.url = url
            self.outcome = outcome
            self.status = status
            self.isDead = isDead
        }
    }

    /// What a certificate of checks proves of one address.
    public struct Uptime: Sendable {
        public var url: String
        /// Checks made, and those in which it was open.
        public var checks: Int
        public var open: Int
        /// Name of the certificate's file.
        public var file: String
        /// False when the file is not as it was sealed: it proves nothing.
        public var isIntact: Bool

        /// From its parts.
        public init(url: String, checks: Int, open: Int, file: String, isIntact: Bool) {
            self.url = url
            self.checks = checks
            self.open = open
            self.file = file
            self.isIntact = isIntact
        }
    }

    /// A certificate that was handed in, and what it is worth here.
    public struct Certificate: Sendable, Hashable {
        public enum Standing: String, Sendable, Hashable, CaseIterable {
            /// It proves something of a disputed item.
            case counts
            /// It is intact and about addresses that are not disputed here.
            case elsewhere
            /// It is no certificate, or not as it was sealed.
            case worthless
        }
        /// Name of its file beside the page.
        public var file: String
        public var standing: Standing

        /// From its parts.
        public init(file: String, standing: Standing) {
            self.file = file
            self.standing = standing
        }
    }

    /// A disputed item.
    public struct Item: Sendable {
        public var finding: ItemFinding
        public var review: ReviewOutcome.Item
        public var evidence: [Evidence]
        /// Empty where nothing was asked today.
        public var today: [Today]
        public var uptimes: [Uptime]

        /// From its parts.
        public init(
            finding: ItemFinding, review: ReviewOutcome.Item, evidence: [Evidence], today: [Today], uptimes: [Uptime]
        ) {
            self.finding = finding
            self.review = review
            self.evidence = evidence
            self.today = today
            self.uptimes = uptimes
        }
    }

    public var assessment: Assessment
    public var items: [Item]
    /// Every certificate that was handed in, in order.
    public var certificates: [Certificate]
    /// Name of the sealed archive beside the page, and the fingerprint of its key.
    public var archive: String
    public var fingerprint: String
    /// When the addresses were asked; nil when they were not.
    public var askedAt: Moment?

    /// From its parts.
    public init(
        assessment: Assessment, items: [Item], certificates: [Certificate] = [], archive: String, fingerprint: String,
        askedAt: Moment?
    ) {
        self.certificates = certificates
        self.assessment = assessment
        self.items = items
        self.archive = archive
        self.fingerprint = fingerprint
        self.askedAt = askedAt
    }
}
