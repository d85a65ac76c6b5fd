import Checklists
import ThaiText
import WebEvidence

/// Content outranks the title: sites give a page the name of the item, and the document on it is another one.
extension AnalysedPage {
    /// What the content says it is where only the title of the page names the topic; nil when they agree, or when the
    /// content does not say what it is.
    func belied(topic: Int, in scope: PageScope, scores: TopicScores, index: TopicIndex) -> PageFit? {
        let titles = titleShadows(scope)
        guard !titles.isEmpty else { return nil }
        let lines = units.filter { unit in
            guard scope.holds(unit), unit.place != .title, unit.place != .link, unit.place != .fileName else {
                return false
            }
            return !titles.contains { $0.contains(subsequence: unit.text.bytes) }
        }
        let heads = lines.filter { $0.actingPlace == .heading && $0.text.bytes.count >= 24 }
        let isNamed = lines.contains { unit in
            unit.names(topic, index: index) && (unit.actingPlace != .body || unit.text.bytes.count < 300)
        }
        guard !isNamed else { return nil }
        if let head = heads.first, let rival = rival(in: head, of: topic, scores: scores, index: index) {
            return .neighbour(topic: rival, points: scores.totals[rival])
        }
        let told = heads.prefix(1) + lines.filter { $0.place == .tableHead }
        for unit in told where !unit.hits.isEmpty {
            let least = unit.place == .tableHead ? 5 : 4
            let hit = unit.hits.first { index.weight(against: topic, $0, at: unit.actingPlace) >= least }
            if let hit { return .belied(scope: scope, quote: unit.text.quote(hit.range, context: 40)) }
        }
        return nil
    }

    /// The title and the headings that repeat it.
    private func titleShadows(_ scope: PageScope) -> [[UInt8]] {
        var shadows: [[UInt8]] = []
        if !isTitleRepeated, !page.document.title.isEmpty { shadows.append(NormalisedText.key(page.document.title)) }
        if let heading = scope.heading { shadows.append(NormalisedText.key(page.document.blocks[heading].text)) }
        return shadows
    }

    /// The topic that a heading names, when it may not share the page.
    private func rival(in head: TextUnit, of topic: Int, scores: TopicScores, index: TopicIndex) -> Int? {
        let named = head.composed.map(\.topic) + head.hits.flatMap { hit in index.topics(named: hit) }
        let rivals = named.filter { other in
            other != topic && !index.mayShare(topic, with: other) && head.names(other, index: index)
                && scores.totals[other] >= TopicScores.leastNamed
        }
        return rivals.max { (scores.totals[$0], $1) < (scores.totals[$1], $0) }
    }
}
