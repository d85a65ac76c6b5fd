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

/// A topic for which a page is looked at.
struct TopicOnPage: Sendable, Hashable {
    var topic: Int
    /// True when the link that led to the page named the topic: it names what the page itself may not.
    var isNamedByWay: Bool
}

extension AnalysedPage {
    /// Points by which a topic must win to be sure of it.
    static let sureMargin = 30

    /// `way`: the words of the link that led here.
    func fit(topic: Int, index: TopicIndex, way: WayHere?) -> PageFit {
        let isNamedByWay =
            way.map { way in index.hits(in: NormalisedText(way.words)).contains { index.names(topic, $0) } } ?? false
        let asked = TopicOnPage(topic: topic, isNamedByWay: isNamedByWay)
        return keptFits.value(asked) { fit(asked, index: index) }
    }

    func scores(in scope: PageScope, index: TopicIndex) -> TopicScores {
        keptScores.value(scope) { TopicScores(of: self, in: scope, index: index) }
    }

    func substance(in scope: PageScope, index: TopicIndex) -> Substance {
        keptSubstance.value(scope) { Substance(of: self, in: scope, index: index) }
    }

    private func fit(_ asked: TopicOnPage, index: TopicIndex) -> PageFit {
        let topic = asked.topic
        var best: (scope: PageScope, scores: TopicScores, margin: Int)?
        for scope in [.whole] + sections(naming: topic, index: index) {
            var scores = scores(in: scope, index: index)
            if asked.isNamedByWay { scores.addWay(to: topic) }
            guard scores.isAbout(topic) else { continue }
            let margin = scores.margin(of: topic, index: index)
            if margin > best?.margin ?? Int.min { best = (scope, scores, margin) }
        }
        guard let best else { return strangerFit(topic: topic, index: index) }
        if let rival = best.scores.rival(of: topic, index: index), best.margin < 0,
            rival.points >= TopicScores.leastNamed, !best.scores.isTitled[topic] || best.margin < -40
        {
            return .neighbour(topic: rival.topic, points: rival.points)
        }
        let substance = substance(in: best.scope, index: index)
        if let sign = substance.emptinessSign { return .shell(scope: best.scope, quote: sign) }
        if !substance.hasAny {
            return substance.linkCount > 0 ? .index : .shell(scope: best.scope, quote: headingText(best.scope))
        }
        return .fits(scope: best.scope, points: best.scores.totals[topic], margin: best.margin)
    }

    /// Half of what makes a page one of the topic: it may hold a part of what the item asks for.
    func speaksFor(_ topic: Int, index: TopicIndex) -> Bool {
        scores(in: .whole, index: index).totals[topic] >= TopicScores.leastNamed / 2
    }

    /// A page that is not about the topic: what is it then?
    private func strangerFit(topic: Int, index: TopicIndex) -> PageFit {
        if page.isFrontPage { return .frontPage }
        let scores = scores(in: .whole, index: index)
        let substance = substance(in: .whole, index: index)
        if let rival = scores.rival(of: topic, index: index), rival.points >= TopicScores.leastNamed,
            scores.isTitled[rival.topic], substance.hasAny
        {
            return .neighbour(topic: rival.topic, points: rival.points)
        }
        if namesInLinks(topic: topic, index: index) { return .index }
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
        units.contains { unit in unit.place == .link && unit.hits.contains { index.names(topic, $0) } }
    }

    /// The parts of a page whose heading names the topic.
    private func sections(naming topic: Int, index: TopicIndex) -> [PageScope] {
        units.compactMap { unit in
            guard unit.level > 0, let block = unit.block, unit.hits.contains(where: { index.names(topic, $0) })
            else { return nil }
            return PageScope(heading: block)
        }
    }

    func headingText(_ scope: PageScope) -> String {
        scope.heading.map { page.document.blocks[$0].text } ?? page.document.title
    }
}
