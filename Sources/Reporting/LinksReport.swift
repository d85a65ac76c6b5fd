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

    /// One JSON object a line for each submitted address (contract section 2), in the order of the list.
    /// - Parameter causes: of the whole check; a failure names the cause that it shares with many.
    public func jsonLines(causes: LinkCauses) -> String {
        links.map { link in
            let value = JSONValue.object([
                "agency": .string(agency), "item": .string(link.item.text), "url": .string(link.url),
                "final_url": .string(link.finalURL), "outcome": .string(link.outcome.rawValue),
                "status": .optional(link.status), "redirects": .integer(link.redirects),
                "milliseconds": .integer(link.milliseconds), "bytes": .integer(link.bytes),
                "attempts": .integer(link.attempts), "dead": .boolean(link.isDead),
                "server": .string(link.server), "cause": .string(causes.words(of: link)),
            ])
            return String(decoding: value.lineBytes, as: UTF8.self)
        }.joined()
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

extension JSONValue {
    /// The value on one line, with a line break at the end.
    fileprivate var lineBytes: [UInt8] {
        // Line breaks inside texts are escaped, so every one that is left only lays out.
        var line: [UInt8] = []
        var isIndent = false
        for byte in bytes {
            if byte == 10 {
                isIndent = true
            } else if !isIndent || byte != 32 {
                isIndent = false
                line.append(byte)
            }
        }
        return line + [10]
    }
}
