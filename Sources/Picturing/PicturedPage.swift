public import Findings
public import WebEvidence

/// One page of evidence of which a picture is wanted, with its kept bytes.
public struct PicturedPage: Sendable {
    public var evidence: Evidence
    public var record: FetchRecord
    /// What was read of it.
    public var document: ExtractedDocument?
    /// What decided on it, for whichever element or date.
    var words: [SoughtWords]

    /// Nil for evidence on which no verdict rests, or of which there are no bytes to show.
    public init?(
        _ evidence: Evidence, of findings: [ItemFinding], record: FetchRecord, document: ExtractedDocument?
    ) {
        let deciding = findings.filter { PicturedPage.rests($0, on: evidence.id) }
        guard !deciding.isEmpty else { return nil }
        self.evidence = evidence
        self.record = record
        self.document = document
        var words: [SoughtWords] = []
        for finding in deciding { words += PicturedPage.words(of: finding, on: evidence) }
        var seen: Set<SoughtWords> = []
        self.words = words.filter { seen.insert($0).inserted }
    }

    /// True where a verdict rests on the page: it is named by a reason, an element or a date that decides.
    public static func rests(_ finding: ItemFinding, on page: EvidenceID) -> Bool {
        finding.reasons.contains { $0.evidence == page }
            || finding.elements.contains { $0.evidence == page && !$0.quote.isEmpty }
            || finding.currency.found.contains { $0.evidence == page && $0.decides }
    }

    private static func words(of finding: ItemFinding, on page: Evidence) -> [SoughtWords] {
        var words = finding.elements.filter { $0.evidence == page.id && !$0.quote.isEmpty }.map { element in
            SoughtWords(
                text: element.quote, before: element.surroundings.before, after: element.surroundings.after,
                page: PicturedPage.page(element.surroundings.location))
        }
        let named = finding.reasons.contains { $0.evidence == page.id }
        if words.isEmpty, named {
            words = page.quotes.prefix(6).map { quote in
                SoughtWords(
                    text: quote.text, before: quote.surroundings.before, after: quote.surroundings.after,
                    page: PicturedPage.page(quote.surroundings.location))
            }
        }
        words += finding.currency.found.filter { $0.evidence == page.id && $0.decides }.map {
            SoughtWords(text: $0.text, isDate: true)
        }
        return words
    }

    private static func page(_ location: QuoteLocation?) -> Int? {
        location.flatMap { $0.kind == .page ? $0.number : nil }
    }

    /// The page of the file that most of the words stand on.
    var filePage: Int {
        let counts = Dictionary(grouping: words.compactMap(\.page)) { $0 }.mapValues(\.count)
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 1
    }
}
