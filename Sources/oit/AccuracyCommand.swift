import Accuracy
import Assessing
import Findings
import GradingCore

/// `oit checklist accuracy [PART]`: how often the judge is right on labelled pages, the bundled ones or one's own.
struct AccuracyCommand {
    /// Parts of the corpus, or any folder of the same form. Pages of `unseen` are never shown: rules are not written
    /// after them.
    private enum Part: Equatable {
        case seen, unseen
        case folder(String)

        init(_ name: String) {
            switch name {
            case "seen": self = .seen
            case "unseen": self = .unseen
            default: self = .folder(name)
            }
        }

        /// As it is called in results.
        var name: String {
            switch self {
            case .seen: "seen"
            case .unseen: "unseen"
            case .folder(let path): path
            }
        }
    }

    private let arguments: Arguments
    private let part: Part

    init(_ arguments: Arguments, part name: String?) throws(CommandFailure) {
        self.arguments = arguments
        let part = Part(name ?? "seen")
        if case .folder(let path) = part, !Files.isFolder(path) {
            throw CommandFailure(
                .missingInput, "\(path) is no folder of labelled pages; the bundled parts are seen and unseen")
        }
        if case .folder = part, arguments.has(.output) {
            throw CommandFailure(.wrongCommandLine, "--output enters figures of the bundled parts only")
        }
        guard part != .unseen || !arguments.has(.verbose) else {
            throw CommandFailure(
                .wrongCommandLine, "misses of the unseen part are not listed: rules are not written after them")
        }
        self.part = part
    }

    func run() async throws(CommandFailure) -> ExitCode {
        let folder = try DataFolder(option: arguments.text(.data))
        let root = if case .folder(let path) = part { path } else { "\(folder.path)/corpus/\(part.name)" }
        guard Files.isFolder(root) else {
            throw CommandFailure(.missingInput, "\(root) is missing; the labelled pages come with the source tree")
        }
        let rules = try folder.rules()
        let files = try files(below: root)
        let corpus = CorpusRules(
            library: try folder.library(), signatures: rules.signatures, personalData: rules.personalData,
            wrappers: rules.wrappers)
        let verdicts: [CorpusVerdict]
        do throws(CorpusError) { verdicts = try await corpusVerdicts(files, rules: corpus) } catch {
            throw CommandFailure(.invalidContent, error.description)
        }
        let table = AccuracyTable(verdicts)
        if let path = arguments.text(.output) { try enter(table, in: path) }
        if arguments.has(.verbose), arguments.has(.json) {
            for verdict in verdicts { Console.result(try JSONOutput.line(PageRow(verdict))) }
        } else if arguments.has(.verbose) {
            for verdict in verdicts where verdict.found != verdict.expected { list(verdict) }
            for verdict in verdicts where verdict.isYearRight == false { listYears(verdict) }
        }
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(AccuracyRow(part: part.name, table)))
        } else {
            Console.result(part == .unseen ? "" : table.markdown())
            Console.result(table.summary + "\n")
        }
        return .finished
    }

    private func enter(_ table: AccuracyTable, in path: String) throws(CommandFailure) {
        guard var page = AccuracyPage(String(decoding: try Files.bytes(path), as: UTF8.self)) else {
            throw CommandFailure(.invalidContent, "\(path) lacks the marks between which the figures stand")
        }
        switch part {
        case .seen: page.setSeen(table)
        case .unseen: page.addUnseen(table, date: String(AuditClock.now().prefix(10)))
        case .folder: break  // refused at the start
        }
        try Files.write(Array(page.text.utf8), to: path)
    }

    private func list(_ verdict: CorpusVerdict) {
        Console.result(
            "\(verdict.site) \(verdict.item.text) \(verdict.topic.text): \(verdict.expected.rawValue) "
                + "(\(verdict.expectedReasons.joined(separator: " "))) but \(verdict.found.rawValue) "
                + "(\(verdict.reasons.joined(separator: " "))): \(verdict.message) [\(verdict.traps.joined(separator: " "))]\n"
        )
    }

    /// The label's years, and every date that was met with its role and years; those that decided are starred.
    private func listYears(_ verdict: CorpusVerdict) {
        func words(_ years: [Int]) -> String { years.isEmpty ? "none" : years.map { "\($0)" }.joined(separator: " ") }
        let dates = verdict.dates.map { date in
            "\(date.decides ? "*" : "")\(date.role) \"\(date.text)\" \(words(date.years))"
        }
        Console.result(
            "year: \(verdict.site) \(verdict.item.text) \(verdict.topic.text): \(words(verdict.expectedYears.sorted())) "
                + "but \(words((verdict.foundYears ?? []).sorted())) from [\(dates.joined(separator: "; "))] "
                + "(\(verdict.found.rawValue)) [\(verdict.traps.joined(separator: " "))]\n")
    }

    private func files(below root: String) throws(CommandFailure) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for site in try Files.names(in: root) where Files.isFolder("\(root)/\(site)") {
            for name in try Files.names(in: "\(root)/\(site)") where !Files.isFolder("\(root)/\(site)/\(name)") {
                files["\(site)/\(name)"] = try Files.bytes("\(root)/\(site)/\(name)")
            }
        }
        return files
    }
}

/// One labelled page as a line of JSON.
private struct PageRow: Encodable {
    var site: String
    var path: String
    var item: String
    var topic: String
    var expected: String
    var found: String
    var reasons: [String]
    /// Points by which the topic won on the page that decided.
    var margin: Int?
    /// Verdict and certainty (of being owed) of each element.
    var elements: [String: [String]]
    var traps: [String]

    init(_ verdict: CorpusVerdict) {
        site = verdict.site
        path = verdict.path
        item = verdict.item.text
        topic = verdict.topic.text
        expected = verdict.expected.rawValue
        found = verdict.found.rawValue
        reasons = verdict.reasons
        margin = verdict.margin
        elements = Dictionary(
            verdict.elements.map { ($0.id, [$0.verdict.rawValue, $0.confidence.rawValue]) }, uniquingKeysWith: { $1 })
        traps = verdict.traps
    }
}

/// The sums as JSON.
private struct AccuracyRow: Encodable {
    var part: String
    var pages: Int
    var right: Int
    var wrong: Int
    var undecided: Int
    var falseSatisfied: Int
    var falseUnsatisfied: Int
    var timed: Int
    var yearRight: Int
    var yearInvented: Int

    init(part: String, _ table: AccuracyTable) {
        self.part = part
        let row = table.total
        pages = row.count
        right = row.right
        wrong = row.wrong
        undecided = row.undecided
        falseSatisfied = row.falseSatisfied
        falseUnsatisfied = row.falseUnsatisfied
        timed = row.timed
        yearRight = row.yearRight
        yearInvented = row.yearInvented
    }

    private enum CodingKeys: String, CodingKey {
        case part, pages, right, wrong, undecided, timed
        case falseSatisfied = "false_satisfied"
        case falseUnsatisfied = "false_unsatisfied"
        case yearRight = "year_right"
        case yearInvented = "year_invented"
    }
}
