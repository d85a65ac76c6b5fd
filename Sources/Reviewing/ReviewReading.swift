import FoundationEssentials
public import GradingCore

/// One person's reading of a run: what `review.json` holds.
public struct ReviewReading: Sendable, Hashable, Codable {
    /// What a person does with the verdict of the program.
    public enum Decision: String, Sendable, Hashable, Codable, CaseIterable {
        case accept, overrule
        case cannotTell = "cannot_tell"
    }

    /// Whose word it is.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        /// One of the readers; they are equal.
        case reader
        /// Whoever decides where readers differ.
        case arbiter
    }

    /// When in the procedure it was read.
    public enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
        /// Before the preliminary result.
        case review
        /// In answer to an objection.
        case objection
    }

    /// The decision on one item.
    public struct Entry: Sendable, Hashable, Codable {
        public var item: String
        /// The verdict of the program that the reader had before them.
        public var machine: String
        public var decision: Decision
        /// For `overrule`: `satisfied` or `unsatisfied`; else nil.
        public var verdict: String?
        /// Needed for `overrule`; else may be empty.
        public var reason: String
        /// May be empty.
        public var note: String
        /// UTC, ISO 8601 with `Z`.
        public var at: String

        /// From its parts.
        public init(
            item: String, machine: String, decision: Decision, verdict: String? = nil, reason: String = "",
            note: String = "", at: String
        ) {
            self.item = item
            self.machine = machine
            self.decision = decision
            self.verdict = verdict
            self.reason = reason
            self.note = note
            self.at = at
        }

        /// What the reader says of the item; nil where the words are no verdict.
        public var said: Verdict? {
            switch decision {
            case .accept: Verdict(rawValue: machine)
            case .cannotTell: .undecided
            case .overrule: verdict.flatMap { Verdict(rawValue: $0) }
            }
        }
    }

    /// `oit-review/1`.
    public var schema: String
    /// Id of the run that was read.
    public var run: String
    /// SHA-256 of the report that was read.
    public var report: String
    /// Who read it.
    public var reader: String
    public var role: Role
    public var phase: Phase
    /// True when the program's verdict was hidden until the reader had judged.
    public var blind: Bool
    /// UTC, ISO 8601 with `Z`.
    public var exportedAt: String
    public var items: [Entry]

    private enum CodingKeys: String, CodingKey {
        case schema, run, report, reader, role, phase, blind, items
        case exportedAt = "exported_at"
    }

    /// The word by which such files are known.
    public static let schemaName = "oit-review/1"
    static let mostBytes = 8 << 20
    static let longestText = 4_000

    /// From its parts.
    public init(
        run: String, report: String, reader: String, role: Role = .reader, phase: Phase = .review, blind: Bool = false,
        exportedAt: String, items: [Entry]
    ) {
        schema = ReviewReading.schemaName
        self.run = run
        self.report = report
        self.reader = reader
        self.role = role
        self.phase = phase
        self.blind = blind
        self.exportedAt = exportedAt
        self.items = items
    }

    /// Reads a file; throws `ReviewFault` with a sentence for what is no such file at all. What it says is checked by
    /// `problems(run:machine:)`.
    public init(file bytes: [UInt8]) throws(ReviewFault) {
        guard bytes.count <= ReviewReading.mostBytes else { throw ReviewFault("it is larger than any reading") }
        do {
            self = try JSONDecoder().decode(ReviewReading.self, from: Data(bytes))
        } catch { throw ReviewFault("it is no reading exported by a review page (\(ReviewReading.cause(error)))") }
    }

    /// Where a file is not as it should be, without its content.
    private static func cause(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, let context): "\(place(context))\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "\(place(context)) is of another kind"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty: "\(place(context)) has an unknown value"
        default: "not JSON"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    }
}

/// Why a reading or a log cannot be used; one sentence.
public struct ReviewFault: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
