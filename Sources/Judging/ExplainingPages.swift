import Checklists
import Findings
import GradingCore
import ThaiText
import WebEvidence

extension ItemJudging {
    /// How one evidence of the item stands to the topic; nil for one that could not be judged.
    func explainedPage(_ reading: EvidenceReading) -> ExplainedPage? {
        guard let page = page(of: reading) else { return nil }
        let told = fit(page, reading)
        var explained = ExplainedPage(
            evidence: reading.id, url: page.page.address.text, title: page.page.document.title,
            fit: ExplainedPage.Fit(told.fit), meaning: meaning(of: told.fit),
            section: told.scope.heading.map { page.page.document.blocks[$0].text },
            points: told.scores.totals[topicNumber], leastPoints: told.scores.leastPoints(of: topicNumber),
            margin: told.scores.margin(of: topicNumber, index: index), rivals: rivals(on: page, told),
            contributions: contributions(to: topicNumber, on: page, in: told.scope, way: reading.way))
        if isOnlySocial(reading) {
            explained.meaning = JudgementTexts.onlySocial(reading.socialNetwork)
            return explained
        }
        if explained.fit != .fits, let hit = socialHit(page) {
            let points = ItemJudging.accountPoints
            explained.fit = .fits
            explained.meaning = ExplanationTexts.account
            explained.points = points
            explained.margin = points
            explained.contributions = [
                Contribution(kind: .account, phrase: hit.quote, place: hit.place, points: points)
            ]
        }
        return explained
    }

    private func meaning(of fit: PageFit) -> BilingualText {
        if case .fits = fit { return ExplanationTexts.fits }
        return described(fit).message
    }

    private func rivals(on page: AnalysedPage, _ told: FitReading) -> [ExplainedRival] {
        let others = told.scores.totals.enumerated().filter { number, points in
            number != topicNumber && points > 0 && !index.mayShare(topicNumber, with: number)
        }
        return others.sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }.prefix(3).map { number, points in
            ExplainedRival(
                topic: index.topics[number].id, title: title(of: number), points: points,
                contributions: contributions(to: number, on: page, in: told.scope, way: nil))
        }
    }

    /// What a part of a page, and the link that led to it, give to a topic.
    private func contributions(
        to topic: Int, on page: AnalysedPage, in scope: PageScope, way: WayHere?
    ) -> [Contribution] {
        let tally = Tally(of: page, in: scope, index: index)
        var list = tally.entries.filter { $0.topic == topic }.map { entry in
            Contribution(
                kind: Contribution.Kind(entry.kind), phrase: page.units[entry.unit].text.words(entry.hit.range),
                place: entry.place.rawValue, points: entry.kind == .against ? -entry.points : entry.points)
        }
        func add(_ kind: Contribution.Kind, _ points: Int, phrase: String = "", place: String = "") {
            if points != 0 { list.append(Contribution(kind: kind, phrase: phrase, place: place, points: points)) }
        }
        add(.repeatedName, tally.repeatPoints(topic), place: Place.body.rawValue)
        let signals = list.filter { $0.kind == .signal }.reduce(0) { $0 + $1.points }
        add(.signalLimit, min(0, Tally.mostSignalPoints - signals))
        add(.floor, max(0, -list.reduce(0) { $0 + $1.points }))
        if let named = way.flatMap({ wayName(topic, $0) }) {
            add(.way, TopicScores.wayPoints, phrase: named, place: Place.link.rawValue)
        }
        // What words give comes before what is evened out.
        func rank(_ entry: Contribution) -> Int {
            entry.kind == .signalLimit || entry.kind == .floor ? 0 : abs(entry.points)
        }
        return list.enumerated().sorted { left, right in
            (rank(right.element), left.offset) < (rank(left.element), right.offset)
        }.map(\.element)
    }

    /// The words by which a link names a topic, as written; nil when it does not.
    private func wayName(_ topic: Int, _ way: WayHere) -> String? {
        let text = NormalisedText(way.words)
        return index.hits(in: text).first { index.names(topic, $0) }.map { text.words($0.range) }
    }
}

extension ExplainedPage.Fit {
    init(_ fit: PageFit) {
        self =
            switch fit {
            case .fits: .fits
            case .neighbour: .neighbour
            case .shell: .shell
            case .index: .index
            case .frontPage: .frontPage
            case .otherContent: .otherContent
            case .pictures: .pictures
            case .unrelated: .unrelated
            }
    }
}

extension Contribution.Kind {
    /// Elements and emptiness give no points.
    fileprivate init(_ kind: TopicIndex.Use.Kind) {
        self =
            switch kind {
            case .name: .name
            case .signal, .element, .emptiness: .signal
            case .against: .against
            }
    }
}
