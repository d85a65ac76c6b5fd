import Checklists
import Findings
import GradingCore
import Reporting
import Submissions
import WebEvidence

extension SubmissionCommand {
    /// What is declared, item by item.
    func show(_ input: SubmissionInput, _ file: String) throws(CommandFailure) -> ExitCode {
        switch try input.reading(file) {
        case .invalid(let problems):
            guard arguments.has(.json) else {
                throw CommandFailure(.invalidContent, SubmissionFiles.lines(problems.problems, language))
            }
            Console.result(try JSONOutput.text(CheckDocument(file, problems.problems, problems.warnings)))
            return .invalidContent
        case .read(let submission, let list):
            let shown = ShownSubmission(file, submission, list)
            Console.result(arguments.has(.json) ? try JSONOutput.text(shown) : shown.text(language))
            return .finished
        }
    }

    /// Every problem and warning at once.
    func check(_ input: SubmissionInput, _ file: String) throws(CommandFailure) -> ExitCode {
        let problems: [InputProblem]
        let warnings: [InputProblem]
        switch try input.reading(file) {
        case .invalid(let found): (problems, warnings) = (found.problems, found.warnings)
        case .read(let submission, let list):
            let check = SubmissionCheck(
                file: file, items: list.items.map(\.id), socialHosts: input.library.signs[.socialHosts])
            (problems, warnings) = ([], submission.warnings + check.warnings(submission))
        }
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(CheckDocument(file, problems, warnings)))
        } else {
            let lines =
                [(SubmissionWords.problem, problems), (SubmissionWords.warning, warnings)].flatMap { word, list in
                    list.map { "\(word.text(language)): \(CleanText.line(SubmissionFiles.lines([$0], language)))\n" }
                }
            Console.result(lines.joined())
            note(SubmissionWords.counted(problems: problems.count, warnings: warnings.count).text(language))
        }
        return problems.isEmpty ? .finished : .invalidContent
    }
}

/// What `check --json` prints.
struct CheckDocument: Encodable {
    struct Finding: Encodable {
        let code: String
        let file: String
        let sheet: OrNull<String>
        let row: OrNull<Int>
        let column: OrNull<String>
        let path: OrNull<String>
        let message: Words
        let fix: Words

        init(_ problem: InputProblem) {
            code = problem.code.rawValue
            let place = problem.place
            file = place.file
            (sheet, row) = (OrNull(place.sheet), OrNull(place.row))
            (column, path) = (OrNull(place.column), OrNull(place.path))
            message = Words(problem.message)
            fix = Words(problem.fix)
        }
    }
    struct Words: Encodable {
        let th: String
        let en: String
        init(_ text: BilingualText) { (th, en) = (text.th, text.en) }
    }
    let file: String
    let valid: Bool
    let problems: [Finding]
    let warnings: [Finding]

    init(_ file: String, _ problems: [InputProblem], _ warnings: [InputProblem]) {
        self.file = file
        valid = problems.isEmpty
        self.problems = problems.map(Finding.init)
        self.warnings = warnings.map(Finding.init)
    }
}

/// A submission beside the list of its year.
struct ShownSubmission: Encodable {
    struct Agency: Encodable {
        let name: String
        let website: String
        let type: OrNull<String>
        let province: String

        init(_ agency: DeclaredAgency) {
            (name, website, type, province) = (
                agency.name, agency.website, OrNull(agency.type?.rawValue), agency.province
            )
        }
    }
    struct Item: Encodable {
        let item: String
        let topic: String
        let title: CheckDocument.Words
        /// `submitted`, `answered_no`, `no_url`, `no_row`.
        let state: String
        let answer: OrNull<Bool>
        let urls: [String]
        let explanation: String
        let row: OrNull<Int>
    }
    struct Counts: Encodable {
        let items: Int
        let submitted: Int
        let answeredNo: Int
        let noURL: Int
        let noRow: Int
        let urls: Int

        private enum CodingKeys: String, CodingKey {
            case items, submitted, urls
            case answeredNo = "answered_no"
            case noURL = "no_url"
            case noRow = "no_row"
        }
    }
    let file: String
    let agency: Agency
    let fiscalYear: Int
    let counts: Counts
    let items: [Item]
    let warnings: [CheckDocument.Finding]
    let otherColumns: [String]
    private let lines: [InputProblem]

    private enum CodingKeys: String, CodingKey {
        case file, agency, counts, items, warnings
        case fiscalYear = "fiscal_year"
        case otherColumns = "other_columns"
    }

    init(_ file: String, _ submission: Submission, _ list: YearList) {
        self.file = file
        agency = Agency(submission.agency)
        fiscalYear = list.year
        let answers = Dictionary(submission.answers.map { ($0.item, $0) }) { first, _ in first }
        items = list.items.map { item in
            let answer = answers[item.id]
            return Item(
                item: item.id.text, topic: item.topic.text, title: CheckDocument.Words(item.title),
                state: answer.map(ShownSubmission.state) ?? "no_row", answer: OrNull(answer?.answer),
                urls: answer?.urls.map(\.verbatim) ?? [], explanation: answer?.explanation ?? "",
                row: OrNull(answer.flatMap { $0.row > 0 ? $0.row : nil }))
        }
        let states = items.map(\.state)
        func count(_ state: String) -> Int { states.count { $0 == state } }
        counts = Counts(
            items: items.count, submitted: count("submitted"), answeredNo: count("answered_no"),
            noURL: count("no_url"), noRow: count("no_row"), urls: items.reduce(0) { $0 + $1.urls.count })
        warnings = submission.warnings.map(CheckDocument.Finding.init)
        otherColumns = submission.unknownColumns.map { $0.head.isEmpty ? $0.column : $0.head }
        lines = submission.warnings
    }

    private static func state(_ answer: SubmittedAnswer) -> String {
        if answer.answer == false { return "answered_no" }
        return answer.urls.isEmpty ? "no_url" : "submitted"
    }

    func text(_ language: ReportLanguage) -> String {
        var text = ""
        let name = agency.name.isEmpty ? SubmissionWords.unnamed.text(language) : agency.name
        text += [name, agency.website, agency.province].filter { !$0.isEmpty }.map(CleanText.line).joined(
            separator: " · ")
        text +=
            "\n\(SubmissionWords.year(fiscalYear).text(language)) · \(SubmissionWords.counts(counts).text(language))\n\n"
        for item in items {
            let word = SubmissionWords.state(item.state).text(language)
            let title = BilingualText(th: item.title.th, en: item.title.en).text(language)
            text += "\(HelpText.padded(item.item, 5))\(title)  [\(word)]\n"
            for url in item.urls { text += "       \(CleanText.line(url))\n" }
            for line in item.explanation.split(whereSeparator: \.isNewline) {
                text += "       “\(CleanText.line(String(line)))”\n"
            }
        }
        if !lines.isEmpty { text += "\n" }
        for warning in lines {
            text += "\(SubmissionWords.warning.text(language)): "
            text += CleanText.line(SubmissionFiles.lines([warning], language)) + "\n"
        }
        return text
    }
}
