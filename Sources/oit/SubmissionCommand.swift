import Checklists
import FoundationEssentials
import GradingCore
import Reporting
import Submissions

/// `oit submission show|check|convert|diff|apply|page|rollover`.
struct SubmissionCommand {
    static let spec = CommandSpec(
        name: "submission", arguments: "VERB FILE…",
        summary:
            "the submission itself: show, check, convert, diff, apply proposals, page for the website, rollover --to Y",
        options: [
            .year, .checklist, to, file, .asOf, .website, .agency, run, allItems, matchingOnly, .dryRun, .store, .data,
            .language, .json, .quiet,
        ],
        details: [
            "show FILE                 what is declared, item by item, with counts",
            "check FILE                every problem and warning at once, without network; 65 with problems",
            "convert FILE --to FORM    csv, xlsx or json; says what the form cannot keep",
            "diff FILE FILE            what differs, by topic where the years differ",
            "apply FILE PROPOSALS      write proposed addresses into the file (\"suggestions\" of report.json)",
            "page FILE                 the page \"OIT of the year\" for the agency's website, HTML with JSON-LD",
            "rollover FILE --to YEAR   carry the answers to another year's list by topic, with what must be renewed",
        ])

    static let to = OptionSpec(
        name: "--to", value: "WORD", help: "convert: csv, xlsx or json; rollover: the year, or the file of a list")
    static let file = OptionSpec(
        name: "--output", value: "FILE",
        help: "where the result goes; default standard output (page: index.html, apply: the file itself)")
    static let run = OptionSpec(
        name: "--run", value: "RUN", help: "page: file types, sizes and dates as this audit found them")
    static let allItems = OptionSpec(
        name: "--all-items", value: nil, help: "rollover: also a blank row for each item to which nothing is carried")
    static let matchingOnly = OptionSpec(
        name: "--matching-only", value: nil, help: "apply: follow the proposals that match although others do not")

    /// What a verb takes: the number of files and the options that mean something to it.
    private struct Verb {
        var files: Int
        var options: [OptionSpec]
    }

    private static let reading: [OptionSpec] = [.year, .checklist, .data, .language]
    private static let verbs: [String: Verb] = [
        "show": Verb(files: 1, options: reading + [.website, .agency, .json]),
        "check": Verb(files: 1, options: reading + [.website, .agency, .json, .quiet]),
        "convert": Verb(files: 1, options: reading + [.website, .agency, to, file, .quiet]),
        "diff": Verb(files: 2, options: reading + [.json]),
        "apply": Verb(files: 2, options: reading + [file, .dryRun, matchingOnly, .json, .quiet]),
        "page": Verb(files: 1, options: reading + [.website, .agency, file, .asOf, run, .store, .quiet]),
        "rollover": Verb(files: 1, options: reading + [.website, .agency, to, file, .asOf, allItems, .json, .quiet]),
    ]

    let arguments: Arguments
    let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws(CommandFailure) -> ExitCode {
        let (verb, files) = try parsed()
        let input = SubmissionInput(
            arguments: arguments, language: language,
            library: try DataFolder(option: arguments.text(.data)).library())
        switch verb {
        case "show": return try show(input, files[0])
        case "check": return try check(input, files[0])
        case "convert": return try convert(input, files[0])
        case "diff": return try difference(input, files[0], files[1])
        case "apply": return try apply(input, files[0], proposals: files[1])
        case "page": return try await page(input, files[0])
        default: return try rollover(input, files[0])
        }
    }

    private func parsed() throws(CommandFailure) -> (verb: String, files: [String]) {
        let known = "show, check, convert, diff, apply, page, rollover"
        guard let name = arguments.positional.first else { throw wrong(SubmissionWords.noVerb(known)) }
        guard let verb = SubmissionCommand.verbs[name] else { throw wrong(SubmissionWords.unknownVerb(name, known)) }
        let files = Array(arguments.positional.dropFirst())
        guard files.count == verb.files else { throw wrong(SubmissionWords.files(name)) }
        let foreign = SubmissionCommand.spec.options.filter { option in
            arguments.has(option) && !verb.options.contains { $0.name == option.name }
        }
        guard foreign.isEmpty else {
            throw wrong(SubmissionWords.foreignOptions(foreign.map(\.name).joined(separator: ", "), name))
        }
        return (name, files)
    }

    func wrong(_ text: BilingualText) -> CommandFailure { CommandFailure(.wrongCommandLine, text.text(language)) }

    /// Notes beside the result, unless they are not wanted.
    func note(_ text: String) {
        if !arguments.has(.quiet) { Console.note("oit: \(text)") }
    }
}
