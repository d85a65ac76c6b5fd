import Assessing
import Checklists
import Findings
import GradingCore
import Picturing
import Programs
import Rendering
import Storage
import WebEvidence

/// Pictures of what decided in kept runs, for the commands that show them.
struct RunPictures: Sendable {
    private let arguments: Arguments
    private let language: ReportLanguage

    init(_ arguments: Arguments, language: ReportLanguage) {
        self.arguments = arguments
        self.language = language
    }

    /// One entry for each page on which a verdict rests, with a picture or the reason why there is none; and one
    /// sentence where there are none at all.
    func pictures(
        of located: LocatedRun, _ word: String
    ) async throws(CommandFailure) -> (pictures: [EvidencePicture], whyNone: BilingualText?) {
        guard let program = BrowserProgram.find() else { return ([], PictureTexts.noBrowser) }
        let (store, run) = try located.evidence(word)
        let request = try await RunJudging(arguments, language: language).request(for: run, in: store)
        let kept: KeptEvidence
        do throws(StoreError) { kept = try await keptEvidence(of: run, in: store, request: request) } catch {
            throw CommandFailure(error, language)
        }
        let pages = located.assessment.evidence.compactMap { evidence -> PicturedPage? in
            guard let page = kept.page(of: evidence) else { return nil }
            return PicturedPage(
                evidence, of: located.assessment.items, record: page.record, document: page.document)
        }
        let spawner = ProgramSpawner()
        let shows = Console.isTerminal(2) && !arguments.has(.quiet)
        var limits = RenderLimits()
        limits.concurrency = Picturing.atOnce
        let result = await withPageRenderer(program, spawner: spawner, limits: limits) { renderer in
            switch await renderer.check() {
            case .failure(let failure): return ([], PictureTexts.failed(failure)) as ([EvidencePicture], BilingualText?)
            case .success: break
            }
            let picturing = Picturing(
                renderer: renderer, spawner: spawner, kept: kept.records, date: located.assessment.asOf
            ) { kept.masking.masked($0) }
            let pictures = await picturing.pictures(of: pages) { done in
                if shows { Console.progress("\(done)/\(pages.count)") }
            }
            return (pictures, nil)
        }
        if shows { Console.progress("") }
        return result
    }
}

extension OptionSpec {
    static let pictures = OptionSpec(
        name: "--pictures", value: nil,
        help: "pictures of the pages that decided, with boxes around the quotes (needs Chromium)")
}
