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
    /// A heading of the content says that it is something else, whatever the title promises.
    case belied(scope: PageScope, quote: String)
    /// It names the topic and says nothing under it.
    case shell(scope: PageScope, quote: String)
    /// It names the topic only as an entry that leads elsewhere.
    case index
    /// It is the front page, and not about the topic.
    case frontPage
    /// Content that is of no topic of the year.
    case otherContent
    /// Nothing but pictures, or a file of which too little was read: what it is about is not known.
    case pictures
    /// Neither this topic nor another, and next to no content; the first words of it.
    case unrelated(quote: String)

    /// By so much a topic that stands in title or heading may lose to another and still be the page's.
    static let titledSlack = 40
}

/// A topic for which a page is looked at.
struct TopicOnPage: Sendable, Hashable {
    var topic: Int
    /// True when the link that led to the page named the topic: it names what the page itself may not.
    var isNamedByWay: Bool
    /// Points that are given on top, to see what they would change.
    var extraPoints: Int

    init(topic: Int, index: TopicIndex, way: WayHere?, extraPoints: Int = 0) {
        self.topic = topic
        self.extraPoints = extraPoints
        isNamedByWay =
            way.map { way in index.hits(in: NormalisedText(way.words)).contains { index.names(topic, $0) } } ?? false
    }
}

/// How a page stands to a topic, and the part and points from which that was told.
struct FitReading: Sendable {
    var fit: PageFit
    var scope: PageScope
    var scores: TopicScores
}

extension AnalysedPage {
    /// Points by which a topic must win to be sure of it.
    static let sureMargin = 30

    /// - Parameters:
    ///   - way: the words of the link that led here.
    ///   - extraPoints: given to the topic on top.
    func fit(topic: Int, index: TopicIndex, way: WayHere?, extraPoints: Int = 0) -> FitReading {
        let asked = TopicOnPage(topic: topic, index: index, way: way, extraPoints: extraPoints)
        return keptFits.value(asked) { fit(asked, index: index) }
    }

    func scores(in scope: PageScope, index: TopicIndex) -> TopicScores {
        keptScores.value(scope) { TopicScores(of: self, in: scope, index: index) }
    }

    func substance(in scope: PageScope, index: TopicIndex) -> Substance {
        keptSubstance.value(scope) { Substance(of: self, in: scope, index: index) }
    }

    /// The scores of a part with what the way to the page adds.
    func scores(in scope: PageScope, for asked: TopicOnPage, index: TopicIndex) -> TopicScores {
        var scores = scores(in: scope, index: index)
        if asked.isNamedByWay { scores.addWay(to: asked.topic) }
        scores.add(asked.extraPoints, to: asked.topic)
        return scores
    }

    private func fit(_ asked: TopicOnPage, index: TopicIndex) -> FitReading {
        let topic = asked.topic
        var best: (scope: PageScope, scores: TopicScores, margin: Int)?
        // A heading with nothing under it is no part of its own.
        let scopes = scopes(naming: topic, index: index).filter { scope in
            scope == .whole || substance(in: scope, index: index).hasAny
        }
        for scope in scopes {
            let scores = scores(in: scope, for: asked, index: index)
            guard scores.isAbout(topic) else { continue }
            let margin = scores.margin(of: topic, index: index)
            if margin > best?.margin ?? Int.min { best = (scope, scores, margin) }
        }
        guard let best else {
            return FitReading(
                fit: strangerFit(topic: topic, index: index), scope: .whole,
                scores: scores(in: .whole, for: asked, index: index))
        }
        return FitReading(fit: fit(best, topic: topic, index: index), scope: best.scope, scores: best.scores)
    }

    /// A part that is about the topic: does it win, and does it say something?
    private func fit(
        _ best: (scope: PageScope, scores: TopicScores, margin: Int), topic: Int, index: TopicIndex
    ) -> PageFit {
        if best.margin < 0, let rival = contentRival(of: topic, in: best.scope, best.scores, index: index),
            best.scores.totals[topic] < rival.points, rival.points >= TopicScores.leastNamed,
            !best.scores.isTitled[topic] || best.scores.totals[topic] - rival.points < -PageFit.titledSlack
        {
            return .neighbour(topic: rival.topic, points: rival.points)
        }
        if let belied = belied(topic: topic, in: best.scope, scores: best.scores, index: index) { return belied }
        let substance = substance(in: best.scope, index: index)
        let isUnseen = !page.document.isReadWholly
        if let sign = substance.emptinessSign, !isUnseen, !substance.saysUnseen {
            return .shell(scope: best.scope, quote: sign)
        }
        if !substance.hasAny {
            if isUnseen || substance.saysUnseen { return .pictures }
            // A list of links holds what is asked for where links are all that is asked for.
            if substance.linkCount > 0, !holdsEveryElement(of: topic, in: best.scope, index: index) { return .index }
            if substance.linkCount == 0, !isTitleOnly(topic, in: best.scope, index: index) {
                return .shell(scope: best.scope, quote: headingText(best.scope))
            }
        }
        let rival = contentRival(of: topic, in: best.scope, best.scores, index: index)?.points ?? 0
        let points = best.scores.totals[topic]
        return .fits(scope: best.scope, points: points, margin: points - rival)
    }

    private func holdsEveryElement(of topic: Int, in scope: PageScope, index: TopicIndex) -> Bool {
        let elements = index.topics[topic].elements
        let matching = ElementMatching(page: self, scope: scope)
        return elements.count > 1
            && elements.allSatisfy { index.matcher(topic: topic, element: $0.id).flatMap(matching.hit) != nil }
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
        if let rival = contentRival(of: topic, in: .whole, scores, index: index),
            rival.points >= TopicScores.leastNamed, scores.isTitled[rival.topic], substance.hasAny
        {
            return .neighbour(topic: rival.topic, points: rival.points)
        }
        if substance.hasText, let other = titledOtherwise(topic: topic, index: index) { return other }
        if substance.hasText, let belied = belied(topic: topic, in: .whole, scores: scores, index: index) {
            return belied
        }
        if namesInLinks(topic: topic, index: index) { return .index }
        if !page.document.isReadWholly || substance.saysUnseen { return .pictures }
        if substance.outsideFrameCount > 0, substance.isUnseen { return .pictures }
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

    /// The whole page and the parts whose heading names the topic.
    func scopes(naming topic: Int, index: TopicIndex) -> [PageScope] {
        [.whole]
            + units.compactMap { unit in
                guard unit.level > 0, let block = unit.block, unit.names(topic, index: index)
                else { return nil }
                return PageScope(heading: block)
            }
    }

    func headingText(_ scope: PageScope) -> String {
        scope.heading.map { page.document.blocks[$0].text } ?? page.document.title
    }
}
