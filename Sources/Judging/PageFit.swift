import Checklists
import Findings
import ThaiText
import WebEvidence

/// How one page stands to one topic.
enum PageFit: Sendable {
    /// It is about the topic and says something; `margin` is how far the topic won over its strongest rival.
    case fits(scope: PageScope, points: Int, margin: Int)
    /// Another topic wins.
    case neighbour(topic: Int, points: Int)
    /// It names the topic and says nothing under it.
    case shell(scope: PageScope, quote: String)
    /// It names the topic only as an entry that leads elsewhere.
    case index
    /// It is the front page, and not about the topic.
    case frontPage
    /// Content that is of no topic of the year.
    case otherContent
    /// Nothing but pictures, which are not read.
    case pictures
    /// Neither this topic nor another, and next to no content; the first words of it.
    case unrelated(quote: String)
}

extension AnalysedPage {
    /// Points by which a topic must win to be sure of it.
    static let sureMargin = 30

    /// `way`: the words of the link that led here. They name what the page itself may not.
    func fit(topic: Int, index: TopicIndex, way: WayHere?) -> PageFit {
        let isNamedByWay =
            way.map { way in
                index.hits(in: NormalisedText(way.words)).contains {
                    index.uses[$0.phrase].contains(.name(topic: topic))
                }
            } ?? false
        var best: (scope: PageScope, scores: TopicScores)?
        for scope in [whole] + sections(naming: topic, index: index) {
            var scores = TopicScores(of: self, in: scope, index: index)
            if isNamedByWay { scores.addWay(to: topic) }
            guard scores.isAbout(topic) else { continue }
            let margin = scores.totals[topic] - (scores.rival(of: topic, index: index)?.points ?? 0)
            let bestMargin =
                best.map { $0.scores.totals[topic] - ($0.scores.rival(of: topic, index: index)?.points ?? 0) }
                ?? Int.min
            if margin > bestMargin { best = (scope, scores) }
        }
        guard let best else { return strangerFit(topic: topic, index: index) }
        let points = best.scores.totals[topic]
        let rival = best.scores.rival(of: topic, index: index)
        let margin = points - (rival?.points ?? 0)
        if let rival, margin < 0, rival.points >= TopicScores.leastNamed, !best.scores.isTitled[topic] || margin < -40 {
            return .neighbour(topic: rival.topic, points: rival.points)
        }
        let substance = Substance(of: self, in: best.scope, index: index)
        if let sign = substance.emptinessSign { return .shell(scope: best.scope, quote: sign) }
        if !substance.hasAny {
            return substance.linkCount > 0 ? .index : .shell(scope: best.scope, quote: headingText(best.scope))
        }
        return .fits(scope: best.scope, points: points, margin: margin)
    }

    /// Half of what makes a page one of the topic: it may hold a part of what the item asks for.
    func speaksFor(_ topic: Int, index: TopicIndex) -> Bool {
        TopicScores(of: self, in: whole, index: index).totals[topic] >= TopicScores.leastNamed / 2
    }

    /// A page that is not about the topic: what is it then?
    private func strangerFit(topic: Int, index: TopicIndex) -> PageFit {
        if page.isFrontPage { return .frontPage }
        let scores = TopicScores(of: self, in: whole, index: index)
        if let rival = scores.rival(of: topic, index: index), rival.points >= TopicScores.leastNamed,
            scores.isTitled[rival.topic], Substance(of: self, in: whole, index: index).hasAny
        {
            return .neighbour(topic: rival.topic, points: rival.points)
        }
        if namesInLinks(topic: topic, index: index) { return .index }
        let substance = Substance(of: self, in: whole, index: index)
        if substance.hasText { return .otherContent }
        if hasLargePicture || (substance.imageCount > 0 && substance.textBytes == 0) { return .pictures }
        let words = units.first { $0.place == .heading } ?? units.last { $0.place == .body } ?? units.first
        return .unrelated(quote: words.map { $0.text.quote(0..<$0.text.bytes.count, context: 0) } ?? "")
    }

    /// A picture inside the page or one declared wide: it may hold the text. Sizes are mostly not declared.
    private var hasLargePicture: Bool {
        images.contains { $0.address == nil || ($0.width ?? 0) >= 300 || ($0.height ?? 0) >= 300 }
    }

    private func namesInLinks(topic: Int, index: TopicIndex) -> Bool {
        units.contains { unit in
            unit.place == .link && unit.hits.contains { index.uses[$0.phrase].contains(.name(topic: topic)) }
        }
    }

    /// The parts of a page whose heading names the topic.
    private func sections(naming topic: Int, index: TopicIndex) -> [PageScope] {
        units.compactMap { unit in
            guard unit.level > 0, let block = unit.block,
                unit.hits.contains(where: { index.uses[$0.phrase].contains(.name(topic: topic)) })
            else { return nil }
            return PageScope(heading: block)
        }
    }

    func headingText(_ scope: PageScope) -> String {
        scope.heading.map { page.document.blocks[$0].text } ?? page.document.title
    }
}

/// Is there anything under the title?
struct Substance: Sendable {
    /// Letters of running text outside links and headings, in bytes of the shadow.
    let textBytes: Int
    let filledRows: Int
    let imageCount: Int
    let formCount: Int
    let embedCount: Int
    let linkCount: Int
    /// The words that say that nothing is here yet, when next to nothing else stands there.
    let emptinessSign: String?

    /// About forty Thai letters.
    static let leastTextBytes = 120

    init(of page: AnalysedPage, in scope: PageScope, index: TopicIndex) {
        var bytes = 0
        for unit in page.units where unit.place == .body && scope.holds(unit) { bytes += unit.text.bytes.count }
        textBytes = bytes
        filledRows = page.tables.values.filter { scope.holds(path: $0.headingPath) }
            .reduce(0) { $0 + $1.rows.filter { ElementMatching.isFilled($0) }.count }
        imageCount = page.images.filter { scope.holds(headings: $0.headings, in: page) }.count
        formCount = page.forms.filter { $0.purpose == .message }.count
        embedCount = page.page.document.embeds.count
        linkCount = page.links.filter { scope.holds(headings: $0.headings, in: page) }.count
        let isBare = filledRows < 2 && formCount == 0 && bytes < 1_200
        emptinessSign = isBare ? Substance.sign(of: page, in: scope, index: index) : nil
    }

    /// The words that say that nothing is here yet, when next to nothing stands between them and the name above.
    private static func sign(of page: AnalysedPage, in scope: PageScope, index: TopicIndex) -> String? {
        var bytesSinceName = 0
        for unit in page.units where scope.holds(unit) && unit.place != .link && unit.place != .fileName {
            if let hit = unit.hits.first(where: { index.uses[$0.phrase].contains(.emptiness) }),
                unit.share(of: hit) >= 25, bytesSinceName < 300
            {
                return unit.text.quote(hit.range, context: 40)
            }
            bytesSinceName =
                index.namesAny(unit.hits) ? 0 : bytesSinceName + (unit.place == .body ? unit.text.bytes.count : 0)
        }
        return nil
    }

    var hasText: Bool { textBytes >= Substance.leastTextBytes || filledRows > 1 || formCount > 0 }

    var hasAny: Bool {
        textBytes >= Substance.leastTextBytes || filledRows > 1 || imageCount > 0 || formCount > 0 || embedCount > 0
    }
}
