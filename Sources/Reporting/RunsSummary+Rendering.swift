import Findings
public import GradingCore
import WebEvidence

extension RunsSummary {
    /// The summary for programs: `oit-summary/1`, UTF-8 with sorted member names. Its JSON Schema is
    /// `reports/schema/oit-summary-1.json`.
    public func json() -> [UInt8] {
        JSONValue.object([
            "schema": .string("oit-summary/1"),
            "totals": .object([
                "agencies": .integer(agencies), "runs": .integer(rows.count), "satisfied": .integer(satisfied),
                "unsatisfied": .integer(unsatisfied), "undecided": .integer(undecided),
                "pass": .object(
                    Pass.allCases.reduce(into: [:]) { $0[$1.rawValue] = .integer(count($1)) }),
                "causes": .array(causes.map(\.json)),
            ]), "runs": .array(rows.map(\.json)), "failing_items": .array(failingItems.map(\.json)),
            "failing_hosts": .array(failingHosts.map(\.json)),
        ]).bytes
    }

    /// `summary.csv`: one row for each run, in the order of the agencies' names. Names of columns and the word of
    /// `pass` are fixed; causes are in the language asked for.
    public func csv(language: ReportLanguage) -> [UInt8] {
        var text = CSVText()
        text.add([
            "agency", "website", "type", "province", "fiscal_year", "as_of", "run", "oit_lowest", "oit_highest",
            "contribution_lowest", "contribution_highest", "pass_mark", "pass", "satisfied", "unsatisfied", "undecided",
            "not_applicable", "partial", "cause_1", "cause_2", "cause_3",
        ])
        for row in rows {
            let (head, agency) = (row.head, row.head.agency)
            let causes = row.causes.map { $0.words(language) } + Array(repeating: "", count: 3 - row.causes.count)
            text.add(
                [
                    agency.name, agency.website, agency.type, agency.province, String(head.fiscalYear.year),
                    head.asOf.iso, head.run.text, row.oit.lowest.text, row.oit.highest.text,
                    row.contribution.lowest.text, row.contribution.highest.text, row.passMark?.text ?? "",
                    row.pass.rawValue, String(row.satisfied), String(row.unsatisfied), String(row.undecided),
                    String(row.notApplicable), head.isPartial ? "true" : "false",
                ] + causes)
        }
        return text.bytes
    }

    /// The summary for a terminal. `width` is in columns (at least 48 are used); `color` adds ANSI colours.
    public func terminalText(language: ReportLanguage, width: Int, color: Bool) -> String {
        var page = SummaryLines(language: language, width: width, color: color)
        page.lines.add(page.words(SummaryTexts.title), style: .bold)
        guard !rows.isEmpty else {
            page.lines.add(page.words(SummaryTexts.none))
            return page.lines.text
        }
        page.lines.add(wrapping: page.words(SummaryTexts.order), indent: 0, style: .dim)
        page.lines.add("")
        for row in rows { page.add(row) }
        page.addTotals(self)
        page.addItems(self)
        page.addHosts(self)
        return page.lines.text
    }
}

extension RunsSummary.Cause {
    fileprivate var json: JSONValue {
        .object([
            "code": .string(code.rawValue), "items": .integer(items), "points": .string(points.text),
            "agencies": .integer(agencies),
        ])
    }

    /// `Out of date: 3 items, 2 agencies`: over several runs, where points of one score mean nothing.
    func spread(_ language: ReportLanguage) -> String {
        "\(code.words.text(language)): \(items) \((items == 1 ? SummaryTexts.oneItem : SummaryTexts.itemCount).text(language)), "
            + "\(agencies) \((agencies == 1 ? SummaryTexts.oneAgency : SummaryTexts.agencyCount).text(language))"
    }

    /// `Out of date: 3 items, 12.50 points`.
    func words(_ language: ReportLanguage) -> String {
        "\(code.words.text(language)): \(items) \((items == 1 ? SummaryTexts.oneItem : SummaryTexts.itemCount).text(language)), "
            + "\(points.text) \(ReportTexts.points.text(language))"
    }
}

extension RunsSummary.Row {
    fileprivate var json: JSONValue {
        .object([
            "run": head.json, "oit": oit.differenceJSON, "contribution": contribution.differenceJSON,
            "pass_mark": .optional(passMark?.text), "pass": .string(pass.rawValue),
            "counts": .object([
                "satisfied": .integer(satisfied), "unsatisfied": .integer(unsatisfied),
                "undecided": .integer(undecided), "not_applicable": .integer(notApplicable),
            ]), "causes": .array(causes.map(\.json)),
        ])
    }

    /// `Pass mark 85.00: possibly reached`.
    func passWords(_ language: ReportLanguage) -> String {
        let mark = passMark.map { " \($0)" } ?? ""
        return "\(SummaryTexts.pass.text(language))\(mark): \(pass.words.text(language))"
    }
}

extension RunsSummary.Item {
    fileprivate var json: JSONValue {
        .object([
            "topic": .string(topic.text), "title": title.json, "items": .array(items.map { .string($0.text) }),
            "agencies": .integer(agencies), "unsatisfied": .integer(unsatisfied), "undecided": .integer(undecided),
            "main_reason": .optional(mainReason?.rawValue),
        ])
    }
}

extension RunsSummary.Host {
    fileprivate var json: JSONValue {
        .object([
            "host": .string(host), "agencies": .array(agencies.map { .string($0) }),
            "addresses": .integer(addresses), "main_outcome": .string(mainOutcome.rawValue),
        ])
    }
}

/// A summary as lines.
private struct SummaryLines {
    var lines: TerminalLines
    private let language: ReportLanguage
    private static let mostItems = 15

    init(language: ReportLanguage, width: Int, color: Bool) {
        self.language = language
        lines = TerminalLines(language: language, width: max(48, width), color: color)
    }

    func words(_ both: BilingualText) -> String { both.text(language) }

    mutating func add(_ row: RunsSummary.Row) {
        let name = row.head.agency.name
        lines.add(
            wrapping: CleanText.line(name.isEmpty ? words(ReportTexts.unnamed) : name), indent: 0, style: .bold)
        let counts = [(Verdict.satisfied, row.satisfied), (.unsatisfied, row.unsatisfied), (.undecided, row.undecided)]
            .map { lines.styled("\($0.symbol) \($1)", TerminalLines.Style($0)) }
        lines.add(raw: "  OIT \(row.oit.shown)   \(counts.joined(separator: "  "))")
        let head =
            "\(words(ReportTexts.fiscalYear)) \(row.head.fiscalYear.year) · \(ReportDate.day(row.head.asOf, language))"
        let partial = row.head.isPartial ? " · \(words(DifferenceTexts.isPartial))" : ""
        lines.add(wrapping: "\(head)\(partial) · \(row.passWords(language))", indent: 2)
        for cause in row.causes { lines.add(wrapping: "– \(cause.words(language))", indent: 4, style: .dim) }
    }

    mutating func addTotals(_ summary: RunsSummary) {
        lines.add("")
        lines.add(words(SummaryTexts.totals), style: .bold)
        lines.add(
            "\(words(SummaryTexts.agencies)) \(summary.agencies) · \(words(SummaryTexts.runs)) \(summary.rows.count)")
        let passes = RunsSummary.Pass.allCases.filter { summary.count($0) > 0 }
            .map { "\(words($0.words)) \(summary.count($0))" }
        lines.add(wrapping: passes.joined(separator: " · "), indent: 0)
        let verdicts = [
            (Verdict.satisfied, summary.satisfied), (.unsatisfied, summary.unsatisfied),
            (.undecided, summary.undecided),
        ].map { "\(words($0.words)) \($1)" }
        lines.add(wrapping: verdicts.joined(separator: " · "), indent: 0)
        for cause in summary.causes.prefix(5) { lines.add(wrapping: "– \(cause.spread(language))", indent: 2) }
        lines.add("")
    }

    mutating func addItems(_ summary: RunsSummary) {
        guard !summary.failingItems.isEmpty else {
            lines.add(words(SummaryTexts.allMet))
            return
        }
        lines.add(words(SummaryTexts.failingItems), style: .bold)
        for item in summary.failingItems.prefix(Self.mostItems) {
            let numbers = item.items.map(\.text).joined(separator: ", ")
            let reason = item.mainReason.map { " · \(words($0.words))" } ?? ""
            lines.add(
                wrapping: CleanText.line(
                    "\(item.unsatisfied)/\(item.agencies)  \(numbers) \(words(item.title))\(reason)"),
                indent: 2)
        }
        let more = summary.failingItems.count - Self.mostItems
        if more > 0 { lines.add("  … +\(more)") }
        lines.add("")
    }

    mutating func addHosts(_ summary: RunsSummary) {
        guard !summary.failingHosts.isEmpty else { return }
        lines.add(words(SummaryTexts.hosts), style: .bold)
        for host in summary.failingHosts {
            lines.add(
                wrapping: CleanText.line(
                    "\(host.host) – \(words(SummaryTexts.agencies)) \(host.agencies.count) · "
                        + "\(words(SummaryTexts.addresses)) \(host.addresses) · \(words(host.mainOutcome.words))"),
                indent: 2)
            lines.add(wrapping: CleanText.line(host.agencies.joined(separator: ", ")), indent: 4, style: .dim)
        }
    }
}
