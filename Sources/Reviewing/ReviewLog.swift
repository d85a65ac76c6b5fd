public import Digests
import FoundationEssentials
import GradingCore

/// The log of what people said of one run: only added to, each line bound to the one before by its digest.
///
/// A changed, exchanged, added or removed line breaks the chain. Lines cut off at the end do not: who must be sure of these
/// keeps `head`, which every merge prints.
public struct ReviewLog: Sendable {
    /// One decision on one item, as it was merged.
    public struct Line: Sendable, Hashable, Codable {
        /// From 0.
        public var position: Int
        /// Digest of the line before; of the run for the first.
        public var previous: String
        /// When it was merged; UTC, ISO 8601 with `Z`.
        public var at: String
        public var run: String
        /// SHA-256 of the report that was read.
        public var report: String
        /// SHA-256 of the file that it came in.
        public var source: String
        public var reader: String
        public var role: ReviewReading.Role
        public var phase: ReviewReading.Phase
        public var blind: Bool
        public var entry: ReviewReading.Entry
        /// SHA-256 over the line without this member.
        public var digest: String
    }

    public let run: String
    public private(set) var lines: [Line]

    /// A log of no lines.
    public init(run: String) {
        self.run = run
        lines = []
    }

    /// The digest of the last line: whoever keeps it can prove what the log was.
    public var head: String { lines.last?.digest ?? ReviewLog.origin(of: run) }

    /// Reads a file and checks the chain; throws `ReviewFault` naming the first line that is not as it was written.
    public init(run: String, file bytes: [UInt8]) throws(ReviewFault) {
        self.init(run: run)
        guard bytes.isEmpty || bytes.last == 10 else { throw ReviewFault("the last line of the log is cut off") }
        for (number, text) in bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast().enumerated() {
            func fault(_ cause: String) -> ReviewFault { ReviewFault("line \(number + 1) of the log \(cause)") }
            let line: Line
            do { line = try JSONDecoder().decode(Line.self, from: Data(text)) } catch { throw fault("cannot be read") }
            guard line.run == run else { throw fault("belongs to another run") }
            guard line.position == number, line.previous == head else {
                throw fault("does not follow the one before: lines were removed, added or exchanged")
            }
            guard line.digest == ReviewLog.digest(of: line), try ReviewLog.bytes(line).elementsEqual(text) else {
                throw fault("was changed")
            }
            lines.append(line)
        }
    }

    /// Adds the decisions of a reading; nothing when this very file was merged before. `at` is the moment of merging.
    /// The reading must have no `problems`.
    public mutating func add(_ reading: ReviewReading, source: ContentDigest, at: String) -> [Line] {
        guard !lines.contains(where: { $0.source == source.hexadecimal }) else { return [] }
        let before = lines.count
        for entry in reading.items {
            var line = Line(
                position: lines.count, previous: head, at: at, run: run, report: reading.report,
                source: source.hexadecimal, reader: reading.reader, role: reading.role, phase: reading.phase,
                blind: reading.blind, entry: entry, digest: "")
            line.digest = ReviewLog.digest(of: line)
            lines.append(line)
        }
        return Array(lines[before...])
    }

    /// The whole file, a line of JSON for each decision. Throws `ReviewFault`.
    public func bytes() throws(ReviewFault) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines { bytes += try ReviewLog.bytes(line) + [10] }
        return bytes
    }

    private static func origin(of run: String) -> String {
        ContentDigest(of: Array("oit-review-log/1\n\(run)".utf8)).hexadecimal
    }

    private static func digest(of line: Line) -> String {
        var plain = line
        plain.digest = ""
        do throws(ReviewFault) { return ContentDigest(of: try bytes(plain)).hexadecimal } catch { return "" }
    }

    private static func bytes(_ line: Line) throws(ReviewFault) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return [UInt8](try encoder.encode(line)) } catch {
            throw ReviewFault("a line cannot be written: \(error)")
        }
    }
}
