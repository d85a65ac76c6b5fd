import GradingCore

/// The forms in which a submission is written.
public enum SubmissionForm: Sendable, Hashable, CaseIterable {
    /// The JSON form, with agency and year.
    case json
    /// A table with the columns item, answer, url, explanation; it names neither agency nor year.
    case csv
}

/// The bytes of a submission in a form that `submission(reading:fileName:itemIDs:)` reads again: the same items,
/// answers, addresses and explanations come back. UTF-8; the CSV form has a byte order mark, for spreadsheet programs.
public func written(_ submission: Submission, as form: SubmissionForm) -> [UInt8] {
    switch form {
    case .json: Array(SubmissionWriting.json(submission).utf8)
    case .csv: [0xEF, 0xBB, 0xBF] + Array(SubmissionWriting.csv(submission).utf8)
    }
}

private enum SubmissionWriting {
    static func json(_ submission: Submission) -> String {
        let agency = submission.agency
        let type = agency.isTypeInferred ? "" : agency.type?.rawValue ?? ""
        var lines = ["{"]
        lines.append(
            "  \"agency\": {\"name\": \(quoted(agency.name)), \"website\": \(quoted(agency.website)), "
                + "\"type\": \(quoted(type)), \"province\": \(quoted(agency.province))},")
        if let year = submission.fiscalYear { lines.append("  \"fiscal_year\": \(year.year),") }
        lines.append("  \"answers\": [")
        for (index, answer) in submission.answers.enumerated() {
            let word = answer.answer.map { $0 ? "true" : "false" } ?? "null"
            let urls = answer.urls.map { quoted($0.verbatim) }.joined(separator: ", ")
            lines.append(
                "    {\"item\": \(quoted(answer.item.text)), \"answer\": \(word), \"urls\": [\(urls)], "
                    + "\"explanation\": \(quoted(answer.explanation))}"
                    + (index + 1 < submission.answers.count ? "," : ""))
        }
        return (lines + ["  ]", "}", ""]).joined(separator: "\n")
    }

    /// One row for each address: a space inside an address stays what it is, and so does an address that has none.
    static func csv(_ submission: Submission) -> String {
        var lines = ["item,answer,url,explanation"]
        for answer in submission.answers {
            let word = answer.answer.map { $0 ? "มี" : "ไม่มี" } ?? ""
            let first = answer.urls.first.map { cell($0.verbatim) } ?? ""
            lines.append([cell(answer.item.text), word, first, cell(answer.explanation)].joined(separator: ","))
            for url in answer.urls.dropFirst() {
                lines.append([cell(answer.item.text), "", cell(url.verbatim), ""].joined(separator: ","))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 || $0 == 59 || $0 == 9 }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    private static func quoted(_ text: String) -> String {
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
