import Checklists
import FoundationEssentials
import GradingCore
import ThaiText

/// `oit checklist list|show|validate|diff|accuracy|new`.
struct ChecklistCommand {
    static let spec = CommandSpec(
        name: "checklist", arguments: "list|show|validate|diff|accuracy|new [ARGUMENT…]",
        summary: "the lists: show --year Y [ITEM], diff YEAR YEAR, validate, accuracy, new FILE (a skeleton)",
        options: [.year, .checklist, .data, .language, .output, .json, .verbose])

    private let arguments: Arguments
    private let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws(CommandFailure) -> ExitCode {
        let rest = Array(arguments.positional.dropFirst())
        switch arguments.positional.first {
        case "list":
            try expect(rest, 0...0, "list takes no arguments")
            return try list()
        case "show":
            try expect(rest, 0...1, "show takes at most one item")
            return try show(item: rest.first)
        case "validate":
            try expect(rest, 0...0, "validate takes no arguments; use --data or --checklist")
            return try validate()
        case "accuracy":
            try expect(rest, 0...1, "accuracy takes at most one part of the corpus: seen, unseen or a folder")
            return try await AccuracyCommand(arguments, part: rest.first).run()
        case "diff":
            try expect(rest, 2...2, "diff takes two years, for example: oit checklist diff 2566 2567")
            return try difference(rest[0], rest[1])
        case "new":
            try expect(rest, 1...1, "new takes the path of the file to write")
            return try skeleton(rest[0])
        case let other:
            throw CommandFailure(
                .wrongCommandLine,
                "\(other.map { "unknown subcommand \($0)" } ?? "a subcommand is missing"): list, show, validate, diff, accuracy or new"
            )
        }
    }

    private func expect(_ rest: [String], _ count: ClosedRange<Int>, _ message: String) throws(CommandFailure) {
        if !count.contains(rest.count) { throw CommandFailure(.wrongCommandLine, message) }
    }

    private func list() throws(CommandFailure) -> ExitCode {
        let library = try DataFolder(option: arguments.text(.data)).library()
        if arguments.has(.json) {
            let rows = library.years.map { list in
                YearRow(year: list.year, items: list.items.count, provenance: list.provenance.rawValue)
            }
            Console.result(try JSONOutput.text(rows))
        } else {
            for list in library.years {
                let word = list.provenance.rawValue
                Console.result("\(list.year)  \(list.items.count) items  \(word)  \(list.title.text(language))\n")
            }
        }
        return .finished
    }

    private func show(item: String?) throws(CommandFailure) -> ExitCode {
        let folder = try DataFolder(option: arguments.text(.data))
        let library = try folder.library()
        let list = try YearChoice.list(arguments, library: library, declared: nil)
        let digest = DataFolder.digest(of: list, in: library, rules: try folder.rules())
        if let item {
            guard let number = ItemLabel(parsing: item)?.number,
                let found = list.items.first(where: { $0.id.number == number || $0.id.text == item })
            else {
                throw CommandFailure(.wrongCommandLine, "the list of \(list.year) has no item \(item)")
            }
            Console.result(
                arguments.has(.json)
                    ? try JSONOutput.text(ListDocument.item(found, library))
                    : ChecklistText.details(found, in: list, library: library, language: language))
        } else if arguments.has(.json) {
            Console.result(try JSONOutput.text(ListDocument(list, library: library, digest: digest)))
        } else {
            Console.result(ChecklistText.overview(list, digest: digest, language: language))
        }
        return .finished
    }

    private func validate() throws(CommandFailure) -> ExitCode {
        let library = try DataFolder(option: arguments.text(.data)).library()
        if let file = arguments.text(.checklist) {
            let list = try YearChoice.list(file: file, library: library)
            Console.result("\(file): \(list.items.count) items, no problems\n")
        }
        if arguments.has(.json) {
            Console.result(
                try JSONOutput.text(["topics": library.topics.count, "years": library.years.count, "problems": 0]))
        } else {
            Console.result("\(library.topics.count) topics and \(library.years.count) years: no problems\n")
        }
        return .finished
    }

    private func difference(_ old: String, _ new: String) throws(CommandFailure) -> ExitCode {
        let library = try DataFolder(option: arguments.text(.data)).library()
        let before = try YearChoice.list(named: old, library: library)
        let after = try YearChoice.list(named: new, library: library)
        let difference = ChecklistDifference(from: before, to: after)
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(difference.entries.map(DifferenceRow.init)))
        } else {
            Console.result(ChecklistText.difference(difference, from: before, to: after, language: language))
        }
        return .finished
    }

    private func skeleton(_ path: String) throws(CommandFailure) -> ExitCode {
        if Files.exists(path) { throw CommandFailure(.outputFailure, "\(path) exists; name another file") }
        let folder = try DataFolder(option: arguments.text(.data))
        try Files.write(try Files.bytes("\(folder.path)/checklists/skeleton.json"), to: path)
        Console.result("\(path)\n")
        return .finished
    }
}

/// One row of `list --json`.
private struct YearRow: Encodable {
    let year: Int
    let items: Int
    let provenance: String
}

/// One row of `diff --json`.
private struct DifferenceRow: Encodable {
    let change: String
    let topic: String
    let old: String?
    let new: String?
    let title: String
    let changed: [String]

    init(_ entry: ChecklistDifference.Entry) {
        change = entry.change.rawValue
        topic = entry.topic.text
        old = entry.old?.id.text
        new = entry.new?.id.text
        title = (entry.new ?? entry.old)?.title.th ?? ""
        changed = entry.alsoChanged
    }
}
