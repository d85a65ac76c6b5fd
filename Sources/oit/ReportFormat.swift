/// `--format`.
enum ReportFormat: String, CaseIterable, Sendable {
    case html, json, csv, xlsx, pdf
    /// The analysis report as an official memo, `memo.odt`.
    case memo
    /// The same, made into `memo.docx` by LibreOffice.
    case docx
    case junit, badge

    /// What is written where nobody chooses.
    static let usual: [ReportFormat] = [.html, .json, .csv]

    static func chosen(_ arguments: Arguments) throws(CommandFailure) -> [ReportFormat] {
        guard let text = arguments.text(.format) else { return usual }
        var formats: [ReportFormat] = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            let name = word.lowercased().filter { $0 != " " }
            guard let format = ReportFormat(rawValue: name == "odt" ? "memo" : name) else {
                let known = allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFailure(.wrongCommandLine, "--format is a list of \(known), not \"\(text)\"")
            }
            if !formats.contains(format) { formats.append(format) }
        }
        return formats
    }

    /// The names of its files in a folder.
    var fileNames: [String] {
        switch self {
        case .html: ["report.html"]
        case .json: ["report.json"]
        case .csv: ["items.csv", "evidence.csv"]
        case .xlsx: ["report.xlsx"]
        case .pdf: ["report.pdf"]
        case .memo: ["memo.odt"]
        case .docx: ["memo.docx"]
        case .junit: ["junit.xml"]
        case .badge: ["badge.svg"]
        }
    }

    /// People fill a memo in: one that is there is never overwritten.
    var isFilledIn: Bool { self == .memo || self == .docx }

    /// What the ending of a file's name asks for; nil for folders and for what is several files.
    init?(endingOf path: String) {
        let endings: [(String, ReportFormat)] = [
            (".html", .html), (".json", .json), (".xlsx", .xlsx), (".pdf", .pdf), (".odt", .memo), (".docx", .docx),
            (".xml", .junit), (".svg", .badge),
        ]
        let name = path.lowercased()
        guard let found = endings.first(where: { name.hasSuffix($0.0) && name.utf8.count > $0.0.utf8.count }) else {
            return nil
        }
        self = found.1
    }
}
