import Findings
import GradingCore
import Testing
import WebEvidence

/// Every text of a value by its path, indices left out.
private func texts(of value: Any, _ path: String = "") -> [(path: String, text: String)] {
    if let text = value as? String { return [(path, text)] }
    return Mirror(reflecting: value).children.flatMap { child in
        let name = child.label.flatMap { $0.hasPrefix("[") || $0 == "some" ? nil : $0 }
        return texts(of: child.value, [path, name ?? ""].filter { !$0.isEmpty }.joined(separator: "."))
    }
}

@Suite struct MaskingTests {
    private static let secret = "1-2345-67890-12-1"
    private static let masking = Masking { text in
        text == secret ? "1-2345-xxxxx-xx-x" : text
    }
    private static let both = BilingualText(th: secret, en: secret)
    private static let surroundings = QuoteSurroundings(words: secret, before: secret, after: secret)

    /// An assessment in which every text is personal data.
    private static func assessment() throws -> Assessment {
        let date = CurrencyVerdict.FoundDate(
            text: secret, role: .covers, fiscalYears: [], period: nil, decides: true, evidence: EvidenceID(1))
        let finding = ItemFinding(
            item: ItemID("o1"), topic: TopicID("contact"), title: both, subIndicator: secret, verdict: .unsatisfied,
            reasons: [Reason(code: .outdated, message: both, fix: both, evidence: nil)],
            elements: [
                ElementMatch(
                    id: secret, title: both, verdict: .satisfied, confidence: .high, quote: secret, place: secret,
                    surroundings: surroundings)
            ], hints: [Hint(code: secret, message: both)],
            currency: CurrencyVerdict(verdict: .current, required: secret, found: [date], missing: [secret]))
        let evidence = Evidence(
            id: EvidenceID(1), item: ItemID("o1"), submittedURL: secret, url: secret, via: .link, linkText: secret,
            outcome: .ok, contentType: secret, sha256: secret, fetchedAt: secret,
            redirects: [RedirectHop(address: secret, status: 301, location: secret)],
            attempts: [FetchAttempt(startedAt: secret, outcome: .ok, status: 200, milliseconds: 1)], title: secret,
            quotes: [Evidence.Quote(text: secret, place: secret, surroundings: surroundings)], detail: secret)
        return Assessment(
            run: RunID(secret), toolVersion: secret, checklistDigest: secret,
            agency: AgencyProfile(name: secret, website: secret, type: secret, province: secret),
            fiscalYear: FiscalYear(2566), asOf: try #require(CivilDate(iso: "2023-05-15")), startedAt: secret,
            finishedAt: secret, isChecklistVerified: true, checklistNotes: [both], items: [finding],
            evidence: [evidence], notChecked: [NotChecked(item: ItemID("o1"), url: secret, why: both)],
            warnings: [both],
            personalData: [
                PersonalDataFinding(
                    kind: .telephone, evidence: EvidenceID(1), item: ItemID("o1"), count: 1, masked: secret,
                    place: secret)
            ])
    }

    @Test("everything is hidden but addresses, ids, times and the agency itself")
    func everywhere() throws {
        let shown = texts(of: try Self.assessment().masked(by: Self.masking)).filter { $0.text == Self.secret }
        #expect(
            Set(shown.map(\.path)) == [
                "run.text", "toolVersion", "checklistDigest", "startedAt", "finishedAt",
                "agency.name", "agency.website", "agency.type", "agency.province",
                "items.subIndicator", "items.elements.id", "items.elements.place", "items.hints.code",
                "items.currency.required",
                "evidence.submittedURL", "evidence.url", "evidence.sha256", "evidence.fetchedAt",
                "evidence.redirects.address", "evidence.redirects.location", "evidence.attempts.startedAt",
                "evidence.quotes.place", "notChecked.url", "personalData.place",
            ])
    }

    @Test("nothing is lost or changed besides")
    func restStays() throws {
        let before = try Self.assessment()
        let after = before.masked(by: Masking { $0 })
        #expect(texts(of: after).map(\.text) == texts(of: before).map(\.text))
        #expect(texts(of: after).count == texts(of: before.masked(by: Self.masking)).count)
        #expect(after.items == before.items && after.evidence == before.evidence)
        #expect(after.personalData == before.personalData)
    }

    @Test("hiding twice is hiding once")
    func twice() throws {
        let once = try Self.assessment().masked(by: Self.masking)
        #expect(once.masked(by: Self.masking).items == once.items)
        #expect(once.masked(by: Self.masking).evidence == once.evidence)
    }

    @Test("an empty text asks nobody")
    func empty() { #expect(Masking { _ in "x" }.masked("") == "") }
}

@Suite struct PersonalDataFindingTests {
    @Test("every kind has a title and advice in both languages")
    func texts() {
        for kind in PersonalDataFinding.Kind.allCases {
            for text in [kind.title, kind.advice] {
                #expect(!text.th.isEmpty && !text.en.isEmpty && text.th != text.en)
            }
        }
        #expect(Set(PersonalDataFinding.Kind.allCases.map(\.title.th)).count == PersonalDataFinding.Kind.allCases.count)
    }

    @Test("a number in an address needs another name of the file as well", arguments: ["address", "file-name"])
    func address(_ place: String) {
        let finding = PersonalDataFinding(
            kind: .citizenID, evidence: EvidenceID(1), item: ItemID("o1"), count: 1, masked: "1-2345-xxxxx-xx-x",
            place: place)
        #expect(finding.standsInAddress)
        #expect(finding.advice.th.hasSuffix(finding.kind.advice.th) && finding.advice.th != finding.kind.advice.th)
        #expect(finding.advice.en.hasSuffix(finding.kind.advice.en) && finding.advice.en != finding.kind.advice.en)
    }

    @Test("elsewhere the advice is that of the kind")
    func elsewhere() {
        let finding = PersonalDataFinding(
            kind: .telephone, evidence: EvidenceID(1), item: ItemID("o1"), count: 1, masked: "080-xxx-xxxx",
            place: "table")
        #expect(!finding.standsInAddress && finding.advice == finding.kind.advice)
    }
}
