import Assessing
import Checklists
import Findings
import GradingCore
import Reporting
import Storage
import ThaiText

/// `oit explain RUN ITEM`: what spoke for and against, and what would change the verdict.
struct ExplainCommand {
    static let spec = CommandSpec(
        name: "explain", arguments: "RUN ITEM",
        summary: "what spoke for and against an item, and what would change the verdict",
        options: [.checklist, .language, .store, .data, .json, .noColor])

    private let arguments: Arguments
    private let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws(CommandFailure) -> ExitCode {
        guard arguments.positional.count == 2 else {
            throw CommandFailure(.wrongCommandLine, "name a RUN and an ITEM, for example: oit explain RUN o12")
        }
        let word = arguments.positional[0]
        let located = try await RunLocator(store: StoreFolder(arguments), language: language).run(word)
        let (store, run) = try located.evidence(word)
        let judging = try RunJudging(arguments, language: language)
        let request = try await judging.request(for: run, in: store)
        let item = try ExplainCommand.item(arguments.positional[1], of: request.list)
        let explained: (explanation: ItemExplanation, assessment: Assessment)?
        do throws(StoreError) {
            explained = try await Assessing.explained(item, of: run, in: store, request: request)
        } catch { throw CommandFailure(error, language) }
        guard let explained else {
            throw CommandFailure(.internalDefect, "\(item.text) has no topic in the list of \(request.list.year)")
        }
        let text = ExplanationText(explained.explanation, of: explained.assessment)
        if arguments.has(.json) {
            Console.result(String(decoding: text.json(), as: UTF8.self))
        } else {
            Console.result(text.terminalText(language: language, width: Console.width, color: arguments.wantsColor))
        }
        return .finished
    }

    /// An item of the list in any of its spellings; exit 64 for another.
    private static func item(_ text: String, of list: YearList) throws(CommandFailure) -> ItemID {
        if let exact = list.items.first(where: { $0.id.text == text }) { return exact.id }
        let number = ItemLabel(parsing: text)?.number
        guard let number, let item = list.items.first(where: { $0.id.number == number }) else {
            let names = "\(list.items.first?.id.text ?? "") … \(list.items.last?.id.text ?? "")"
            throw CommandFailure(.wrongCommandLine, "the list of \(list.year) has no item \"\(text)\"; it has \(names)")
        }
        return item.id
    }
}
