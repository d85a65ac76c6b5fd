import Archiving
import Findings
import GradingCore
import Storage
import WebEvidence

/// `oit dossier write|seal RUN`, `oit dossier verify FILE`: the evidence of a run as a web archive, and its proof.
struct DossierCommand {
    static let spec = CommandSpec(
        name: "dossier", arguments: "write|seal RUN, verify FILE",
        summary: "the evidence of a run as a web archive (WARC, WACZ); seal it, and prove that no byte was changed",
        options: [.warc, .wacz, .outputFile, .fingerprint, .language, .store, .json, .quiet])

    let arguments: Arguments
    let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
    }

    func run() async throws(CommandFailure) -> ExitCode {
        let words = arguments.positional
        switch (words.first, words.count) {
        case ("write", 2): return try await write(words[1])
        case ("seal", 2): return try await seal(words[1])
        case ("verify", 2): return try verify(words[1])
        default: break
        }
        throw CommandFailure(
            .wrongCommandLine, "say oit dossier write RUN --output FILE, seal RUN --output FILE.wacz, or verify FILE")
    }

    // MARK: Write

    private func write(_ word: String) async throws(CommandFailure) -> ExitCode {
        let path = try output()
        guard !arguments.has(.warc) || !arguments.has(.wacz) else {
            throw CommandFailure(.wrongCommandLine, "--warc and --wacz cannot both be; write two dossiers")
        }
        let isWARC = arguments.has(.warc) || !arguments.has(.wacz) && path.hasSuffix(".warc.gz")
        let summary = try await written(word, to: path, form: isWARC ? .warc : .wacz)
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(WrittenDossier(summary)))
        } else if !arguments.has(.quiet) {
            Console.result(DossierTexts.written(summary).text(language) + "\n")
        }
        return .finished
    }

    /// Writes the archive of a run.
    func written(
        _ word: String, to path: String, form: DossierWriting.Form
    ) async throws(CommandFailure) -> DossierWriting.Summary {
        let located = try await RunLocator(store: StoreFolder(arguments), language: language).run(word)
        let (store, run) = try located.evidence(word)
        do {
            let content = DossierContent(
                assessment: located.assessment, report: located.report,
                submission: try await store.submission(of: run.key),
                software: "oit/\(OIT.version)")
            let writing = try DossierWriting(content, to: path, form: form)
            for key in try await store.pageKeys(of: run.key) { try writing.add(try await store.page(key).record) }
            return try writing.finish()
        } catch let fault as ArchiveFault {
            throw CommandFailure(.outputFailure, "\(fault)")
        } catch let error as StoreError {
            throw CommandFailure(error, language)
        } catch { throw CommandFailure(.internalDefect, "\(error)") }
    }

    /// The file to write; exit 64 without one, 74 where a folder or device has its name.
    func output() throws(CommandFailure) -> String {
        guard let path = arguments.text(.outputFile), !path.isEmpty else {
            throw CommandFailure(.wrongCommandLine, "name the file to write: --output FILE.wacz")
        }
        guard !Files.isSpecial(path) else {
            throw CommandFailure(.outputFailure, "cannot write \(path): it is no plain file; name a new one")
        }
        return path
    }
}

/// `oit dossier write --json`.
private struct WrittenDossier: Encodable {
    var files: [String]
    var pages: Int
    var records: Int
    var bytes: Int

    init(_ summary: DossierWriting.Summary) {
        files = summary.files
        pages = summary.pages
        records = summary.records
        bytes = summary.bytes
    }
}

extension OptionSpec {
    static let warc = OptionSpec(name: "--warc", value: nil, help: "write WARC 1.1 (.warc.gz) and its index (.cdxj)")
    static let wacz = OptionSpec(name: "--wacz", value: nil, help: "write one WACZ file (default)")
    static let outputFile = OptionSpec(name: "--output", value: "FILE", help: "the file to write")
    static let fingerprint = OptionSpec(
        name: "--fingerprint", value: "DIGITS", help: "verify: the key that must have sealed it, as seal prints it")
}
