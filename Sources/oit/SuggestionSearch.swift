import Assessing
import Checklists
import Discovering
import Fetching
import Findings
import GradingCore
import Storage
import Submissions
import WebEvidence

/// Looks for other addresses after an audit, and keeps them with its judgement.
struct SuggestionSearch: Sendable {
    let rules: DiscoveryRules
    let language: ReportLanguage
    let isQuiet: Bool

    /// Runs of the past that are looked into for what dead addresses gave.
    private static let mostRuns = 3

    func suggested(
        _ result: KeptAssessment, place: RunsKeeping.Place, list: YearList, request: AuditRequest,
        settings: FetchSettings
    ) async throws -> KeptAssessment {
        let agency = request.submission.agency
        guard let website = Addresses.address(agency.website) else {
            note(
                th: "--suggest ต้องทราบเว็บไซต์หลัก โปรดเพิ่ม --website",
                en: "--suggest needs the main website; add --website")
            return result
        }
        let explanations = Dictionary(
            request.submission.answers.map { ($0.item, $0.explanation) }, uniquingKeysWith: { first, _ in first })
        let ailing = try await remembered(
            result.assessment.ailing { explanations[$0] ?? "" }, before: result.run, store: place.store)
        var limits = DiscoveryLimits()
        limits.pages = 200
        limits.time = .seconds(300)
        let search = DiscoveryRequest(
            website: website, list: list, library: request.library, rules: rules, signatures: request.signatures,
            wrappers: request.wrappers, personalDataRules: request.personalDataRules, asOf: request.asOf,
            agency: .init(name: agency.name, type: agency.type?.rawValue ?? ""), limits: limits,
            robots: request.robots, documents: request.documents)
        var settings = settings
        settings.limits.retries = min(settings.limits.retries, 1)
        var told = result
        told.assessment.suggestions = try await withFetcher(settings) { fetcher in
            await suggestions(for: ailing, request: search, fetcher: fetcher)
        }
        if let stored = StoredJudgement(told.assessment, list: list, at: told.assessment.finishedAt) {
            do throws(StoreError) { try await place.store.add(stored, to: result.run) } catch {
                throw CommandFailure(error, language)
            }
        }
        return told
    }

    /// The ailing answers with digest and title of what their addresses gave in earlier runs of the agency.
    private func remembered(
        _ ailing: [AilingAnswer], before run: RunKey, store: FileStore
    ) async throws(CommandFailure) -> [AilingAnswer] {
        guard ailing.contains(where: \.isDead) else { return ailing }
        var ailing = ailing
        do throws(StoreError) {
            let runs = try await store.runs()
            guard let own = runs.first(where: { $0.key == run }) else { return ailing }
            let earlier = runs.filter { $0.key != run && $0.draft.agency.website == own.draft.agency.website }
            for past in earlier.prefix(SuggestionSearch.mostRuns) {
                let pages = try await store.pages(of: past.key, readBy: nil)
                for number in ailing.indices where ailing[number].isDead && ailing[number].lastDigest.isEmpty {
                    guard let address = Addresses.address(ailing[number].url),
                        let page = pages.first(where: { $0.record.requested.isSamePage(as: address) }),
                        page.record.contentOutcome == .ok
                    else { continue }
                    ailing[number].lastDigest = page.record.sha256
                    ailing[number].lastTitle = page.document?.title ?? ""
                }
            }
        } catch { throw CommandFailure(error, language) }
        return ailing
    }

    private func note(th: String, en: String) {
        if !isQuiet { Console.note("oit: \(BilingualText(th: th, en: en).text(language))") }
    }
}
