import CarryingOver
import Checklists
import Findings
import GradingCore
import Reporting
import Submissions
import WebEvidence

extension SubmissionCommand {
    /// The page of the year for the agency's own website.
    func page(_ input: SubmissionInput, _ file: String) async throws(CommandFailure) -> ExitCode {
        let date = try AssessmentDate.chosen(arguments)
        let (submission, list) = try input.submission(file)
        let facts = try await linkFacts(list)
        let page = DisclosurePage(submission, list, date: date, facts: facts)
        // Citizens read it, so it is Thai unless another language was asked for.
        let bytes = page.html(language: arguments.has(.language) ? language : .thai)
        let output = arguments.text(SubmissionCommand.file) ?? "index.html"
        try Files.write(bytes, to: output)
        for (item, written) in page.unusable {
            note(SubmissionWords.leftOut(item.text, CleanText.line(written)).text(language))
        }
        note(SubmissionWords.written(output).text(language))
        return .finished
    }

    /// What an audit found at each submitted address; empty without `--run`.
    private func linkFacts(_ list: YearList) async throws(CommandFailure) -> [String: DisclosurePage.Link] {
        guard let run = arguments.text(SubmissionCommand.run) else { return [:] }
        let locator = RunLocator(store: StoreFolder(arguments), language: language)
        let assessment = try await locator.run(run).assessment
        guard assessment.fiscalYear.year == list.year else {
            throw CommandFailure(
                .invalidContent, SubmissionWords.otherYear(assessment.fiscalYear.year, list.year).text(language))
        }
        var facts: [String: DisclosurePage.Link] = [:]
        for evidence in assessment.evidence
        where (evidence.via == .submitted || evidence.via == .redirect) && evidence.outcome == .ok
            && facts[evidence.submittedURL] == nil
        {
            facts[evidence.submittedURL] = DisclosurePage.Link(
                written: evidence.submittedURL, mediaType: evidence.contentType, bytes: evidence.bytes,
                date: SubmissionCommand.day(of: evidence.id, in: assessment))
        }
        return facts
    }

    /// The newest day that the evidence itself bears: signed, published or updated.
    private static func day(of evidence: EvidenceID, in assessment: Assessment) -> CivilDate? {
        let roles: Set<CurrencyVerdict.Role> = [.signed, .published, .updated]
        return assessment.items.flatMap(\.currency.found).filter { found in
            found.evidence == evidence && roles.contains(found.role) && found.period.map { $0.from == $0.to } ?? false
        }.compactMap(\.period?.to).filter { $0 <= assessment.asOf }.max()
    }
}

extension DisclosurePage {
    /// The page of a submission: every item of the list, answered or not.
    init(_ submission: Submission, _ list: YearList, date: CivilDate, facts: [String: Link]) {
        let answers = Dictionary(submission.answers.map { ($0.item, $0) }) { first, _ in first }
        let year = FiscalYear(list.year)
        let sections = list.indicators.flatMap(\.subIndicators).map { sub in
            Section(
                id: sub.id, title: sub.title,
                items: sub.items.map { item in
                    let answer = answers[item.id]
                    // The first part of the rule that asks for days of its own; the page needs no more.
                    let renewals = Renewal.all(of: item.currency, year: year, asOf: date, calendar: nil)
                    return Item(
                        id: item.id, topic: item.topic, title: item.title, answer: answer?.answer,
                        links: (answer?.urls ?? []).map { facts[$0.verbatim] ?? Link(written: $0.verbatim) },
                        explanation: answer?.explanation ?? "", period: renewals.lazy.compactMap(\.period).first)
                })
        }
        self.init(
            agency: submission.agency.name, website: submission.agency.website,
            province: submission.agency.province, year: year, date: date, sections: sections)
    }
}
