import GradingCore
public import OfficeFiles

/// The text forms in which a submission is written. Raw values are the words of the command line.
public enum SubmissionForm: String, Sendable, Hashable, CaseIterable {
    /// The JSON form, with agency and year.
    case json
    /// A table with the columns item, answer, url, explanation; it names neither agency nor year.
    case csv
}

/// The bytes of a submission in a form that `submission(reading:fileName:itemIDs:)` reads again: the same items,
/// answers, addresses and explanations come back. UTF-8; the CSV form has a byte order mark, for spreadsheet programs.
public func written(_ submission: Submission, as form: SubmissionForm) -> [UInt8] {
    switch form {
    case .json: Array(SubmissionJSONWriting.text(submission).utf8)
    case .csv: [0xEF, 0xBB, 0xBF] + Array(SubmissionTableWriting.csv(submission).utf8)
    }
}

/// A workbook (XLSX) with the same table as the CSV form, and agency and year on a second sheet.
public func workbook(of submission: Submission) throws(OfficeFileError) -> [UInt8] {
    try OfficeFile.workbook(SubmissionTableWriting.sheets(submission))
}

/// The table form, as rows of cells.
enum SubmissionTableWriting {
    static let heads = ["item", "answer", "url", "explanation"]
    /// Name of the sheet on which a workbook tells the agency and the year.
    static let agencySheet = "หน่วยงาน"

    /// One row for each address, so that a space inside an address stays what it is. Columns without meaning follow.
    static func rows(_ submission: Submission) -> [[String]] {
        let others = submission.unknownColumns
        var done: Set<Int> = []
        var rows = [heads + others.map(\.head)]
        for answer in submission.answers {
            let word = answer.answer.map { $0 ? "มี" : "ไม่มี" } ?? ""
            let urls: [SubmittedURL?] = answer.urls.isEmpty ? [nil] : answer.urls
            for (index, url) in urls.enumerated() {
                let source = url?.row ?? answer.row
                let isNew = done.insert(source).inserted
                rows.append(
                    [
                        answer.item.text, index == 0 ? word : "",
                        url.map { CellAddresses.cell(holding: $0.verbatim) } ?? "",
                        index == 0 ? answer.explanation : "",
                    ] + others.map { isNew ? $0.cells[source] ?? "" : "" })
            }
        }
        return rows
    }

    static func csv(_ submission: Submission) -> String {
        rows(submission).map { row in
            row.map { cell(FormulaGuard.guarded(plain($0))) }.joined(separator: ",")
        }.joined(separator: "\r\n") + "\r\n"
    }

    static func sheets(_ submission: Submission) -> [WrittenSheet] {
        // Texts of a workbook never compute; only what looks guarded needs a guard, because readers take one away.
        let cells = rows(submission).map { row in row.map { $0.hasPrefix("'") ? FormulaGuard.guarded($0) : $0 } }
        let table = WrittenSheet(name: "OIT", rows: cells, widths: [8, 10, 70, 50])
        let agency = submission.agency
        let pairs = [
            ["หน่วยงาน", agency.name], ["เว็บไซต์", agency.website],
            ["ประเภท", agency.isTypeInferred ? "" : agency.type?.rawValue ?? ""], ["จังหวัด", agency.province],
            ["ปีงบประมาณ", submission.fiscalYear.map { String($0.year) } ?? ""],
        ].filter { !$0[1].isEmpty }
        return pairs.isEmpty
            ? [table] : [table, WrittenSheet(name: agencySheet, rows: pairs, widths: [16, 60])]
    }

    /// Without the control characters that no text file holds.
    private static func plain(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(scalars.filter { !isControl($0) }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 32 && scalar != "\t" && scalar != "\n" && scalar != "\r"
    }

    private static func cell(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 || $0 == 59 || $0 == 9 }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

/// The JSON form: one line an answer.
enum SubmissionJSONWriting {
    static func text(_ submission: Submission) -> String {
        let agency = submission.agency
        let type = agency.isTypeInferred ? "" : agency.type?.rawValue ?? ""
        var lines = ["{"]
        lines.append(
            "  \"agency\": {\"name\": \(quoted(agency.name)), \"website\": \(quoted(agency.website)), "
                + "\"type\": \(quoted(type)), \"province\": \(quoted(agency.province))},")
        if let year = submission.fiscalYear { lines.append("  \"fiscal_year\": \(year.year),") }
        lines.append("  \"answers\": [")
        for (index, answer) in submission.answers.enumerated() {
            lines.append("    \(object(answer))" + (index + 1 < submission.answers.count ? "," : ""))
        }
        return (lines + ["  ]", "}", ""]).joined(separator: "\n")
    }

    /// One answer on one line.
    static func object(_ answer: SubmittedAnswer) -> String {
        let word = answer.answer.map { $0 ? "true" : "false" } ?? "null"
        let urls = answer.urls.map { quoted($0.verbatim) }.joined(separator: ", ")
        return "{\"item\": \(quoted(answer.item.text)), \"answer\": \(word), \"urls\": [\(urls)], "
            + "\"explanation\": \(quoted(answer.explanation))\(answer.origin.map(members) ?? "")}"
    }

    private static func members(_ origin: AnswerOrigin) -> String {
        var members = ""
        if !origin.foundOn.isEmpty { members += ", \"found_on\": \(quoted(origin.foundOn))" }
        if !origin.confidence.isEmpty { members += ", \"confidence\": \(quoted(origin.confidence))" }
        guard !origin.candidates.isEmpty else { return members }
        let candidates = origin.candidates.map { candidate in
            let quotes = candidate.quotes.map(quoted).joined(separator: ", ")
            return
                "{\"url\": \(quoted(candidate.url)), \"title\": \(quoted(candidate.title)), \"quotes\": [\(quotes)], "
                + "\"confidence\": \(quoted(candidate.confidence))}"
        }
        return members + ", \"candidates\": [\(candidates.joined(separator: ", "))]"
    }

    /// A JSON text with its quotation marks.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 32:
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
