package import Findings
public import GradingCore
import WebEvidence

extension Report {
    /// `items.csv`: one row for each item in the order of the list. Names of columns, verdicts and codes are fixed;
    /// title, the words of the reasons and the advice are in the language asked for.
    public func itemsCSV(language: ReportLanguage) -> [UInt8] {
        var table = CSVText()
        table.add([
            "item", "topic", "title", "verdict", "points", "reasons", "currency", "worth_overall", "advice", "urls",
        ])
        for finding in assessment.items {
            let reasons = finding.reasons.map { "\($0.code.rawValue): \($0.message.text(language))" }
            table.add([
                finding.item.text, finding.topic.text, finding.title.text(language), finding.verdict.rawValue,
                finding.verdict.points.map { String($0) } ?? "", reasons.joined(separator: "; "),
                finding.currency.verdict?.rawValue ?? "",
                (worths[finding.item]?.overall ?? 0).text(decimals: 2),
                fixes(of: finding).map { $0.text(language) }.joined(separator: " / "),
                submittedURLs(of: finding).joined(separator: " "),
            ])
        }
        return table.bytes
    }

    /// `evidence.csv`: one row for each stored page or file in the order of the assessment.
    public func evidenceCSV() -> [UInt8] {
        var table = CSVText()
        table.add([
            "item", "evidence", "submitted_url", "url", "outcome", "status", "content_type", "bytes", "sha256", "title",
        ])
        for page in assessment.evidence {
            table.add([
                page.item.text, page.id.text, page.submittedURL, page.url, page.outcome.rawValue,
                page.status.map { String($0) } ?? "", page.contentType, String(page.bytes), page.sha256, page.title,
            ])
        }
        return table.bytes
    }

    /// The addresses as the agency submitted them, each once, in order.
    package func submittedURLs(of finding: ItemFinding) -> [String] {
        var seen: Set<String> = []
        return finding.evidence.compactMap { evidence[$0]?.submittedURL }.filter {
            !$0.isEmpty && seen.insert($0).inserted
        }
    }
}
