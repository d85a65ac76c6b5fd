import Checklists
import ThaiText
import WebEvidence

/// Is there anything under the title?
struct Substance: Sendable {
    /// Letters of running text outside links and headings, in bytes of the shadow.
    let textBytes: Int
    /// The same without what the website prints around every content: counters, copyright, the address at the foot,
    /// boxes beside the content.
    let ownTextBytes: Int
    let filledRows: Int
    let imageCount: Int
    let formCount: Int
    let embedCount: Int
    let linkCount: Int
    /// The words that say that nothing is here yet, when next to nothing else stands there.
    let emptinessSign: String?

    /// True when the page says that its content shows only in a browser, and next to nothing else.
    let saysUnseen: Bool
    /// Frames whose page is not on this host: nobody followed them.
    let outsideFrameCount: Int

    /// About forty Thai letters.
    static let leastTextBytes = 120

    init(of page: AnalysedPage, in scope: PageScope, index: TopicIndex) {
        var (bytes, ownBytes) = (0, 0)
        for number in page.units.indices where page.units[number].place == .body && scope.holds(page.units[number]) {
            bytes += page.units[number].text.bytes.count
            if page.isOwn(number) { ownBytes += page.units[number].text.bytes.count }
        }
        textBytes = bytes
        ownTextBytes = ownBytes
        let shown = page.tables.filter { scope.holds(path: $0.table.headingPath) }
        let filled = shown.filter { !page.siteLines.counters.contains($0.number) }
            .flatMap { $0.table.rows.filter { ElementMatching.isFilled($0) } }
        // Short tables may hold nothing but "being collected" in every row.
        let isPending =
            filled.count <= Substance.mostPlaceholders
            && filled.allSatisfy { Substance.isPlaceholder($0, index: index) }
        filledRows = isPending ? 0 : filled.count
        imageCount = page.contentImages.filter { scope.holds(headings: $0.headings, in: page) }.count
        formCount = page.forms.filter { $0.purpose == .message }.count
        embedCount = page.page.document.embeds.count
        outsideFrameCount = page.page.document.embeds.count { embed in
            embed.address.map { $0.host != page.page.address.host } ?? false
        }
        saysUnseen =
            filledRows < 2 && ownBytes < Substance.mostCaptionBytes
            && page.units.contains { unit in
                unit.place != .link && scope.holds(unit) && unit.hits.contains(where: index.isUnseenSign)
            }
        linkCount = page.links.filter { scope.holds(headings: $0.headings, in: page) }.count
        let isBare = filledRows < 2 && formCount == 0 && bytes < 1_200
        emptinessSign = isBare ? Substance.sign(of: page, in: scope, index: index) : nil
    }

    private static let mostPlaceholders = 30

    /// True for a row that says in place of its data that there is none yet.
    private static func isPlaceholder(_ row: [String], index: TopicIndex) -> Bool {
        let cells = row.dropFirst().map { NormalisedText($0) }.filter { $0.bytes.count > 3 }
        return !cells.isEmpty
            && cells.allSatisfy { cell in
                cell.bytes.count <= 120 && index.automaton.hits(in: cell).contains(where: index.isEmptiness)
            }
    }

    /// The words that say that nothing is here yet, when next to nothing stands between them and the name above.
    private static func sign(of page: AnalysedPage, in scope: PageScope, index: TopicIndex) -> String? {
        var bytesSinceName = 0
        for unit in page.units where scope.holds(unit) && unit.place != .link && unit.place != .fileName {
            if let hit = unit.hits.first(where: index.isEmptiness), unit.share(of: hit) >= 25, bytesSinceName < 300 {
                return unit.text.quote(hit.range, context: 40)
            }
            bytesSinceName =
                index.namesAny(unit.hits) ? 0 : bytesSinceName + (unit.place == .body ? unit.text.bytes.count : 0)
        }
        return nil
    }

    /// What may stand around a picture or frame without telling what is in it: about three hundred Thai letters.
    static let mostCaptionBytes = 900

    /// True when what the page says stands in its pictures or frames, or is made by a script: the words beside them are
    /// captions.
    var isUnseen: Bool {
        if saysUnseen { return true }
        guard filledRows < 2, formCount == 0 else { return false }
        if imageCount > 0 && ownTextBytes < 400 || embedCount > 0 && ownTextBytes < 400 { return true }
        return outsideFrameCount > 0 && ownTextBytes < Substance.mostCaptionBytes
    }

    /// True when there is next to nothing but a frame of another host, or words that the content stands elsewhere.
    var isElsewhere: Bool {
        saysUnseen || outsideFrameCount > 0 && ownTextBytes < 500 && filledRows < 2 && formCount == 0
    }

    var hasText: Bool { textBytes >= Substance.leastTextBytes || filledRows > 1 || formCount > 0 }

    var hasAny: Bool {
        textBytes >= Substance.leastTextBytes || filledRows > 1 || imageCount > 0 || formCount > 0 || embedCount > 0
    }
}
