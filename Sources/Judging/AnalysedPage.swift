import Checklists
import Synchronization
import ThaiText
import WebEvidence

/// A page prepared for judging: every text normalised once, all phrases and dates found in one pass. What is asked of
/// it more than once is kept, so that it serves many items and several judgements of a growing run. What is large is
/// let go where many pages are open, and read again when it is asked for.
final class AnalysedPage: Sendable {
    /// As it came; its document may be put away.
    let source: ReadPage
    /// True when the title names the site and not the page.
    let isTitleRepeated: Bool
    private let index: TopicIndex
    private let state: Mutex<State>
    private weak let others: OpenPages?
    let keptScores = Kept<PageScope, TopicScores>()
    let keptSubstance = Kept<PageScope, Substance>()
    let keptFits = Kept<TopicOnPage, FitReading>()
    /// Whether a line of the page says that somebody took or left an office.
    let keptOffices = Kept<Bool, Bool>()

    private struct State {
        var reading: PageReading?
        /// The same document read with another mask.
        var earlier: PageReading?
    }

    /// - Parameters:
    ///   - earlier: the same document read with another mask; what it holds is not read again.
    ///   - others: among which only so many are open; nil for a page that stays open.
    init(
        _ page: ReadPage, index: TopicIndex, isTitleRepeated: Bool, earlier: AnalysedPage? = nil,
        among others: OpenPages? = nil
    ) {
        source = page
        self.index = index
        self.isTitleRepeated = isTitleRepeated
        self.others = others
        state = Mutex(State(earlier: earlier?.state.withLock { $0.reading }))
    }

    /// What was read of the page. Two items that ask at once wait for one reading.
    var reading: PageReading {
        let (reading, isNew) = state.withLock { state in
            if let reading = state.reading { return (reading, false) }
            let reading = PageReading(
                source.opened(), index: index, isTitleRepeated: isTitleRepeated, earlier: state.earlier)
            state.reading = reading
            state.earlier = nil
            return (reading, true)
        }
        if isNew { others?.note(self, bytes: reading.bytes) }
        return reading
    }

    /// About how many bytes it takes; nil while it is not open.
    var openBytes: Int? { state.withLock { $0.reading?.bytes } }

    /// Lets go of what can be read again.
    func close() {
        let reading = state.withLock { state in
            defer { state.reading = nil }
            return state.reading
        }
        withExtendedLifetime(reading) {}
    }

    var page: ReadPage { reading.page }
    var units: [TextUnit] { reading.units }
    var tables: [(number: Int, table: TextTable)] { reading.tables }
    var links: [PageLink] { reading.links }
    var furnitureLinks: [PageLink] { reading.furnitureLinks }
    var images: [PageImage] { reading.images }
    var forms: [PageForm] { reading.forms }
    var drawnForm: DrawnForm? { reading.drawnForm }
    var keptTables: Kept<Int, TableReading> { reading.keptTables }
    var keptLinks: Kept<LinkOnPage, LinkWords> { reading.keptLinks }
    var hollowUnits: Set<Int> { reading.hollowUnits }
    var siteLines: SiteLines { reading.siteLines }
    var contentImages: [PageImage] { reading.contentImages }

    /// True for a link to another website. Hosts below the page's own are the agency's.
    func isOutside(_ link: PageLink) -> Bool {
        guard let host = link.address?.host else { return false }
        let own = source.address.host
        let base = own.hasPrefix("www.") ? String(own.dropFirst(4)) : own
        return host != base && !host.hasSuffix("." + base)
    }
}
