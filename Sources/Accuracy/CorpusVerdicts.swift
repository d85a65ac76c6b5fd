import Assessing
public import Checklists
public import Extraction
public import Findings
import FoundationEssentials
public import GradingCore
import Submissions
public import ThaiText
import WebEvidence

/// What corpora are judged with.
public struct CorpusRules: Sendable {
    public var library: ChecklistLibrary
    public var signatures: PageSignatures
    public var personalData: PersonalDataRules
    public var wrappers: WrapperRules

    public init(
        library: ChecklistLibrary, signatures: PageSignatures, personalData: PersonalDataRules, wrappers: WrapperRules
    ) {
        self.library = library
        self.signatures = signatures
        self.personalData = personalData
        self.wrappers = wrappers
    }
}

/// One labelled page and what the judge said of it.
public struct CorpusVerdict: Sendable, Hashable {
    /// Name of the site's folder.
    public var site: String
    public var item: ItemID
    public var topic: TopicID
    public var path: String
    public var traps: [String]
    public var expected: Verdict
    public var expectedReasons: [String]
    public var found: Verdict
    /// Codes of the reasons, the first decides.
    public var reasons: [String]
    /// Words of the first reason, in English.
    public var message: String
    /// Buddhist era.
    public var expectedYears: Set<Int>
    /// Years of the dates that decided; nil where no page was judged for its time.
    public var foundYears: Set<Int>?
    /// The dates that were met, those that decide first.
    public var dates: [CorpusDate]
    /// How far the topic won on the page that decided; nil where no page is about it.
    public var margin: Int?
    /// What was found of each element that the agency owes.
    public var elements: [ElementMatch]

    public init(
        site: String, item: ItemID, topic: TopicID, path: String, traps: [String], expected: Verdict,
        expectedReasons: [String], found: Verdict, reasons: [String], message: String, expectedYears: Set<Int>,
        foundYears: Set<Int>?, dates: [CorpusDate] = [], margin: Int? = nil, elements: [ElementMatch] = []
    ) {
        self.site = site
        self.item = item
        self.topic = topic
        self.path = path
        self.traps = traps
        self.expected = expected
        self.expectedReasons = expectedReasons
        self.found = found
        self.reasons = reasons
        self.message = message
        self.expectedYears = expectedYears
        self.foundYears = foundYears
        self.dates = dates
        self.margin = margin
        self.elements = elements
    }

    /// Whether the latest year found is that of the label, or none where it tells none; nil where no time was judged.
    public var isYearRight: Bool? {
        foundYears.map { $0.max() == expectedYears.max() }
    }
}

/// A date that the judge met on a labelled page.
public struct CorpusDate: Sendable, Hashable {
    /// As it stands on the page.
    public var text: String
    /// What the words around say of it, as reports write it.
    public var role: String
    /// Buddhist era, ascending.
    public var years: [Int]
    public var decides: Bool
}

/// Judges a corpus: every site is one submission whose pages are at hand.
/// - Parameter files: by path below the corpus' folder: `SITE/site.json`, `SITE/frame.html` and the bodies.
/// - Returns: one verdict for each labelled page, in the order of sites and their pages.
public func corpusVerdicts(
    _ files: [String: [UInt8]], rules: CorpusRules
) async throws(CorpusError) -> [CorpusVerdict] {
    let names = files.keys.filter { $0.hasSuffix("/site.json") }.map { String($0.dropLast(10)) }.sorted()
    var sites: [CorpusSiteRun] = []
    for name in names { sites.append(try CorpusSiteRun(name, files: files, rules: rules)) }
    return await withTaskGroup(of: (Int, [CorpusVerdict]).self) { group in
        var verdicts: [Int: [CorpusVerdict]] = [:]
        for (number, site) in sites.enumerated() {
            // Each site under way holds the phrases of its list.
            if number >= sitesAtOnce, let (done, found) = await group.next() { verdicts[done] = found }
            group.addTask { (number, await site.verdicts()) }
        }
        for await (number, found) in group { verdicts[number] = found }
        return verdicts.sorted { $0.key < $1.key }.flatMap(\.value)
    }
}

private let sitesAtOnce = 8

/// One site, checked and ready to be judged.
private struct CorpusSiteRun: Sendable {
    let name: String
    let site: CorpusSite
    let pages: [OfflinePage]
    let request: AuditRequest

    init(_ name: String, files: [String: [UInt8]], rules: CorpusRules) throws(CorpusError) {
        self.name = name
        let file = "\(name)/site.json"
        func fail(_ cause: String) -> CorpusError { CorpusError(file: file, cause: cause) }
        do {
            site = try JSONDecoder().decode(CorpusSite.self, from: Data(files[file] ?? []))
        } catch { throw fail("\(error)") }
        guard let list = rules.library.year(site.fiscalYear) else { throw fail("there is no list of that year") }
        guard let asOf = CivilDate(iso: site.asOf) else { throw fail("as_of is no date") }
        let frame = files["\(name)/frame.html"].map { String(decoding: $0, as: UTF8.self) } ?? "{{body}}"
        var pages: [OfflinePage] = []
        for page in site.pages {
            guard let bytes = files["\(name)/\(page.file)"] else { throw fail("\(page.file) is missing") }
            guard let address = CorpusSiteRun.address(page.path, of: site) else {
                throw fail("\(page.path) is no path")
            }
            if let item = page.item, !list.items.contains(where: { $0.id.text == item }) {
                throw fail("the list has no item \(item)")
            }
            if let expected = page.expected, Verdict(rawValue: expected.verdict) == nil {
                throw fail("\(expected.verdict) is no verdict")
            }
            let body = page.body(bytes, frame: frame)
            pages.append(
                OfflinePage(
                    address: address, body: body.bytes, contentType: body.type, document: body.document))
        }
        self.pages = pages
        request = AuditRequest(
            submission: CorpusSiteRun.submission(of: site), list: list, library: rules.library, checklistDigest: "",
            signatures: rules.signatures, personalDataRules: rules.personalData, asOf: asOf, isDraft: true,
            secondPass: .zero, wrappers: rules.wrappers, toolVersion: "")
    }

    private static func address(_ path: String, of site: CorpusSite) -> PageAddress? {
        do {
            return try PageAddress(path, relativeTo: try PageAddress(site.agency.website)).withoutFragment
        } catch { return nil }
    }

    private static func submission(of site: CorpusSite) -> Submission {
        let answers = site.pages.compactMap { page -> SubmittedAnswer? in
            guard let item = page.item, page.expected != nil else { return nil }
            let urls = ([page.path] + (page.also ?? [])).compactMap { address($0, of: site)?.text }
            return SubmittedAnswer(
                itemText: item, item: ItemID(item), answer: true, urls: urls.map { SubmittedURL(verbatim: $0) })
        }
        return Submission(
            agency: DeclaredAgency(
                name: site.agency.name, website: site.agency.website,
                type: site.agency.type.flatMap { AgencyType(rawValue: $0) }, province: site.agency.province ?? ""),
            fiscalYear: FiscalYear(site.fiscalYear), answers: answers)
    }

    func verdicts() async -> [CorpusVerdict] {
        let assessment = await audited(request, offline: pages)
        let findings = Dictionary(assessment.items.map { ($0.item, $0) }) { first, _ in first }
        return site.pages.compactMap { page in
            guard let item = page.item.map({ ItemID($0) }), let expected = page.expected,
                let verdict = Verdict(rawValue: expected.verdict), let finding = findings[item]
            else { return nil }
            let isTimed = finding.currency.verdict != nil && finding.currency.verdict != .notRequired
            let years = Set(finding.currency.found.filter(\.decides).flatMap { $0.fiscalYears.map(\.year) })
            return CorpusVerdict(
                site: name, item: item, topic: finding.topic, path: page.path, traps: page.traps ?? [],
                expected: verdict, expectedReasons: expected.reasons ?? [], found: finding.verdict,
                reasons: finding.reasons.map(\.code.rawValue), message: finding.reasons.first?.message.en ?? "",
                expectedYears: Set(expected.fiscalYears ?? []), foundYears: isTimed ? years : nil,
                dates: finding.currency.found.map {
                    CorpusDate(
                        text: $0.text, role: $0.role.rawValue, years: $0.fiscalYears.map(\.year),
                        decides: $0.decides)
                },
                margin: finding.margin, elements: finding.elements)
        }
    }
}
