import GradingCore
import Reporting

/// `--format`.
enum ReportFormat: String, CaseIterable, Sendable {
    case html, json, csv

    static func chosen(_ arguments: Arguments) throws(CommandFailure) -> [ReportFormat] {
        guard let text = arguments.text(.format) else { return allCases }
        var formats: [ReportFormat] = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = ReportFormat(rawValue: word.lowercased().filter { $0 != " " }) else {
                throw CommandFailure(.wrongCommandLine, "--format is a list of html, json and csv, not \"\(text)\"")
            }
            formats.append(format)
        }
        return formats
    }

    /// The page is Thai unless a language was chosen: its first reader is the local officer.
    func files(_ report: Report, language: ReportLanguage, isChosen: Bool) -> [(String, [UInt8])] {
        switch self {
        case .html: [("report.html", report.html(language: isChosen ? language : .thai))]
        case .json: [("report.json", report.json())]
        case .csv: [("items.csv", report.itemsCSV(language: language)), ("evidence.csv", report.evidenceCSV())]
        }
    }
}
