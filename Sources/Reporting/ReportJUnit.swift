import Findings
public import GradingCore
import WebEvidence

extension Report {
    /// The report as JUnit XML, for schedulers and build servers: a suite for each sub-indicator, a case for each item.
    /// Unsatisfied is a failure, undecided and not applicable are skipped with their reason.
    public func junit(language: ReportLanguage) -> [UInt8] {
        var order: [String] = []
        for finding in assessment.items where !order.contains(finding.subIndicator) {
            order.append(finding.subIndicator)
        }
        let suites = order.map { id in
            JUnitText.suite(
                id, title: frame.subIndicatorTitles[id]?.text(language) ?? "",
                assessment.items.filter { $0.subIndicator == id }, language)
        }
        let figure = score.oit.published
        let properties = [
            ("run", assessment.run.text), ("agency", assessment.agency.name), ("as_of", assessment.asOf.iso),
            ("fiscal_year", "\(assessment.fiscalYear.year)"), ("oit_lowest", figure.lowest.text),
            ("oit_highest", figure.highest.text), ("checklist_digest", assessment.checklistDigest),
        ].map { "<property name=\"\($0.0)\" value=\"\(JUnitText.escaped($0.1))\"/>" }
        // Properties belong to suites; one without cases holds those of the run.
        let head =
            "<testsuite name=\"oit\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\">"
            + "<properties>\(properties.joined())</properties></testsuite>\n"
        let counts = JUnitText.counts(assessment.items)
        let xml =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"OIT \(assessment.fiscalYear.year)\" \(counts)>\n"
            + head + suites.joined() + "</testsuites>\n"
        return Array(xml.utf8)
    }
}

/// The parts of JUnit XML.
private enum JUnitText {
    static func suite(_ id: String, title: String, _ items: [ItemFinding], _ language: ReportLanguage) -> String {
        "<testsuite name=\"\(escaped("\(id) \(title)"))\" \(counts(items))>\n"
            + items.map { testCase($0, language) }.joined() + "</testsuite>\n"
    }

    static func counts(_ items: [ItemFinding]) -> String {
        let failures = items.count { $0.verdict == .unsatisfied }
        let skipped = items.count { [.undecided, .notApplicable].contains($0.verdict) }
        return "tests=\"\(items.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\""
    }

    private static func testCase(_ finding: ItemFinding, _ language: ReportLanguage) -> String {
        let name = escaped("\(finding.item.text) \(finding.title.text(language))")
        let lead = "<testcase classname=\"oit.\(escaped(finding.subIndicator))\" name=\"\(name)\""
        let code = finding.reasons.first?.code.rawValue ?? finding.verdict.rawValue
        let message = escaped(finding.reasons.first?.message.text(language) ?? "")
        switch finding.verdict {
        case .satisfied: return lead + "/>\n"
        case .unsatisfied:
            let lines = finding.reasons.flatMap { reason in
                ["\(reason.code.rawValue): \(reason.message.text(language))", reason.fix?.text(language) ?? ""]
            }.filter { !$0.isEmpty }
            return lead + "><failure type=\"\(code)\" message=\"\(message)\">"
                + lines.map(escaped).joined(separator: "\n") + "</failure></testcase>\n"
        case .undecided, .notApplicable:
            return lead + "><skipped message=\"\(escaped("\(code): "))\(message)\"/></testcase>\n"
        }
    }

    /// As text or in an attribute, without what XML forbids.
    static func escaped(_ text: String) -> String {
        CleanText.line(text).unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
