public import Findings
public import GradingCore
import WebEvidence

/// The result of a link check of one agency, for people and programs. Pure: the same links give the same text.
public struct LinksReport: Sendable {
    public let agency: String
    public let links: [CheckedLink]

    public init(agency: String, links: [CheckedLink]) {
        self.agency = agency
        self.links = links
    }

    /// Submitted addresses that count against the agency.
    public var dead: [CheckedLink] { links.filter(\.isDead) }

    /// One JSON object a line for each submitted address (contract section 2), in the order of the list, its members in
    /// the order of their names.
    /// - Parameter causes: of the whole check; a failure names the cause that it shares with many.
    public func jsonLines(causes: LinkCauses) -> [UInt8] {
        let agency = JSONLine.quoted(agency)
        var line = JSONLine()
        line.bytes.reserveCapacity(links.count * (240 + agency.count))
        for link in links {
            line.begin("agency", agency)
            line.add("attempts", link.attempts)
            line.add("bytes", link.bytes)
            line.add("cause", causes.words(of: link))
            line.add("dead", literal: link.isDead ? "true" : "false")
            line.add("final_url", link.finalURL)
            line.add("item", link.item.text)
            line.add("milliseconds", link.milliseconds)
            line.add("outcome", link.outcome.rawValue)
            line.add("redirects", link.redirects)
            line.add("server", link.server)
            line.add("status", literal: link.status.map { String($0) } ?? "null")
            line.add("url", link.url)
            line.end()
        }
        return line.bytes
    }

    /// The same as a table for a spreadsheet.
    public func csv() -> [UInt8] {
        var table = CSVText()
        table.add([
            "agency", "item", "url", "final_url", "outcome", "status", "redirects", "milliseconds", "bytes", "attempts",
            "dead",
        ])
        for link in links {
            table.add([
                agency, link.item.text, link.url, link.finalURL, link.outcome.rawValue,
                link.status.map { String($0) } ?? "", String(link.redirects), String(link.milliseconds),
                String(link.bytes), String(link.attempts), link.isDead ? "yes" : "no",
            ])
        }
        return table.bytes
    }

    /// What is not in order, dead addresses first, each with what to do; then the counts.
    public func terminalText(language: ReportLanguage, width: Int, color: Bool) -> String {
        var lines = TerminalLines(language: language, width: max(48, width), color: color)
        lines.add(CleanText.line(agency.isEmpty ? lines.words(ReportTexts.unnamed) : agency), style: .bold)
        add(dead, title: LinksTexts.dead, verdict: .unsatisfied, to: &lines)
        add(
            links.filter { !$0.isDead && $0.outcome != .ok && !$0.wasStopped && !$0.wasCutOff },
            title: LinksTexts.unclear, verdict: .undecided, to: &lines)
        let stopped = links.count { $0.wasStopped || $0.wasCutOff }
        var counts = [
            "\(lines.words(LinksTexts.all)) \(links.count)",
            "\(lines.words(LinksTexts.open)) \(links.count { $0.outcome == .ok })",
            "\(lines.words(LinksTexts.dead)) \(dead.count)",
        ]
        if stopped > 0 { counts.append("\(lines.words(LinksTexts.stopped)) \(stopped)") }
        lines.add(counts.joined(separator: " · "))
        return lines.text
    }

    private func add(
        _ links: [CheckedLink], title: BilingualText, verdict: Verdict, to lines: inout TerminalLines
    ) {
        guard !links.isEmpty else { return }
        lines.add("\(lines.words(title)) (\(links.count))", style: TerminalLines.Style(verdict))
        for link in links {
            let status = link.status.map { " [\($0)]" } ?? ""
            lines.add("\(CleanText.line(link.item.text)) \(link.outcome.words.text(lines.language))\(status)")
            lines.add(wrapping: CleanText.line(link.url), indent: 4)
            if link.finalURL != link.url, link.redirects > 0 {
                lines.add(wrapping: "→ " + CleanText.line(link.finalURL), indent: 4)
            }
            lines.add(wrapping: link.outcome.advice.fix.text(lines.language), indent: 4)
        }
        lines.add("")
    }
}

/// Words of the link check.
enum LinksTexts {
    static let dead = BilingualText(th: "ลิงก์เสีย", en: "Dead")
    static let unclear = BilingualText(th: "ควรตรวจดู", en: "To look at")
    static let all = BilingualText(th: "URL ที่ส่ง", en: "Submitted")
    static let open = BilingualText(th: "เปิดได้", en: "Open")
    static let stopped = BilingualText(th: "ยังไม่ได้ตรวจ", en: "Not checked")
}

/// Objects of plain members, one a line: what a check of thousands of agencies writes by the hundred thousand.
private struct JSONLine {
    var bytes: [UInt8] = []

    mutating func begin(_ name: StaticString, _ value: [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        member(name)
        bytes += value
    }

    mutating func add(_ name: StaticString, _ text: String) {
        bytes.append(UInt8(ascii: ","))
        member(name)
        var text = text
        let isPlain = text.withUTF8 { $0.allSatisfy { $0 >= 32 && $0 < 127 && $0 != 34 && $0 != 92 } }
        guard isPlain else {
            bytes += JSONLine.quoted(text)
            return
        }
        bytes.append(34)
        bytes.append(contentsOf: text.utf8)
        bytes.append(34)
    }

    mutating func add(_ name: StaticString, _ number: Int) { add(name, literal: String(number)) }

    mutating func add(_ name: StaticString, literal: String) {
        bytes.append(UInt8(ascii: ","))
        member(name)
        bytes.append(contentsOf: literal.utf8)
    }

    mutating func end() { bytes += [UInt8(ascii: "}"), 10] }

    private mutating func member(_ name: StaticString) {
        bytes.append(34)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes += [34, 58, 32]
    }

    /// Escaped as in every other JSON of the program.
    static func quoted(_ text: String) -> [UInt8] { JSONValue.string(text).bytes.dropLast() }
}
