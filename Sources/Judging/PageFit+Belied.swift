import Checklists
import ThaiText
import WebEvidence

/// Content outranks the title: sites give a page the name of the item, and the document on it is another one.
extension AnalysedPage {
    /// What the content says it is where only the title of the page names the topic, or nothing does; nil when they
    /// agree, or when the content does not say what it is.
    func belied(topic: Int, in scope: PageScope, scores: TopicScores, index: TopicIndex) -> PageFit? {
        let titles = titleShadows(scope)
        let lines = units.filter { unit in
            guard scope.holds(unit), unit.place != .title, unit.place != .link, unit.place != .fileName else {
                return false
            }
            return !titles.contains { $0.contains(subsequence: unit.text.bytes) }
        }
        let foreign = lines.filter { unit in
            unit.place == .tableHead && unit.hits.contains { index.weight(against: topic, $0, at: .tableHead) >= 5 }
        }
        if foreign.count > 1, let told = told(foreign[0], against: topic, least: 5, scope: scope, index: index) {
            return told
        }
        guard !isNamed(topic, in: lines, of: scope, index: index) else { return nil }
        // The first heading of a file is often the agency.
        let first = lines.filter { $0.place == .heading && $0.text.bytes.count >= 24 }.prefix(2)
        let heads = first.prefix(first.first.map { $0.composed.isEmpty && !index.namesAny($0.hits) } == true ? 2 : 1)
        for unit in heads where governs(unit, in: scope) {
            if let rival = rival(in: unit, of: topic, index: index) {
                return .neighbour(topic: rival, points: scores.totals[rival])
            }
            if let told = told(unit, against: topic, least: 4, scope: scope, index: index) { return told }
        }
        // What stands below a table is a note.
        let opening = lines.prefix { $0.table == nil }
            .filter { $0.place == .body && $0.text.bytes.count <= 300 }.prefix(3)
        for (number, unit) in opening.enumerated() {
            if unit.actingPlace == .heading, let rival = rival(in: unit, of: topic, index: index),
                number == 0 || !unit.composed.contains(where: { $0.topic == rival })
            {
                return .neighbour(topic: rival, points: scores.totals[rival])
            }
            guard number < (scores.isAbout(topic) ? 2 : 3), unit.text.bytes.count <= 240 else { continue }
            if let told = told(unit, against: topic, least: 4, scope: scope, index: index) { return told }
        }
        return nil
    }

    /// The strongest other topic that may not share the evidence, and that is named by more than the head of a box beside
    /// the content; nil when there is none with a point.
    func contentRival(
        of topic: Int, in scope: PageScope, _ scores: TopicScores, index: TopicIndex
    ) -> (topic: Int, points: Int)? {
        scores.rivals(of: topic, index: index).first { !isBesideContent($0.topic, in: scope, index: index) }
    }

    /// True when a topic is named only by heads under which next to none of the content stands.
    private func isBesideContent(_ topic: Int, in scope: PageScope, index: TopicIndex) -> Bool {
        let names = units.filter { unit in
            scope.holds(unit) && unit.actingPlace != .link && unit.place != .fileName
                && unit.names(topic, index: index)
        }
        return !names.isEmpty && names.allSatisfy { $0.place == .heading && !governs($0, in: scope) }
    }

    /// True for a heading under which at least half of the text stands: the head of a box beside the content says
    /// nothing about the content.
    private func governs(_ unit: TextUnit, in scope: PageScope) -> Bool {
        guard let heading = unit.block else { return true }
        let section = PageScope(heading: heading)
        var (all, below) = (0, 0)
        for line in units where line.place == .body && scope.holds(line) {
            all += line.text.bytes.count
            if section.holds(line) { below += line.text.bytes.count }
        }
        return below * 2 >= all
    }

    /// True when the content itself names the topic: in a short line, at its beginning, or in a second heading like the
    /// title.
    private func isNamed(_ topic: Int, in lines: [TextUnit], of scope: PageScope, index: TopicIndex) -> Bool {
        let headings = units.filter {
            scope.holds($0) && $0.place == .heading && $0.block != nil && $0.names(topic, index: index)
        }
        if headings.count > 1 { return true }
        let opening = Set(lines.indices.filter { lines[$0].place == .body && lines[$0].table == nil }.prefix(6))
        return lines.indices.contains { number in
            lines[number].names(topic, index: index)
                && (lines[number].actingPlace != .body || lines[number].text.bytes.count < 300
                    || opening.contains(number))
        }
    }

    /// A page that does not name the topic and whose title says that it is something else.
    func titledOtherwise(topic: Int, index: TopicIndex) -> PageFit? {
        let heads = units.filter { $0.place == .title || $0.place == .heading && $0.level <= 3 }.prefix(2)
        guard !heads.contains(where: { $0.names(topic, index: index) }) else { return nil }
        return heads.lazy.compactMap {
            self.told($0, against: topic, least: 4, scope: .whole, index: index)
        }.first
    }

    /// What a line says that speaks against the topic.
    private func told(
        _ unit: TextUnit, against topic: Int, least: Int, scope: PageScope, index: TopicIndex
    ) -> PageFit? {
        // The heading of a document is its title.
        let places: [Place] = unit.place == .tableHead ? [.tableHead] : [.heading, .title]
        let hit = unit.hits.first { hit in
            // Running text that only comes to speak of another matter says nothing of itself.
            (unit.place != .body || hit.range.lowerBound <= 36 && hit.range.count * 4 >= unit.text.bytes.count)
                && places.contains { index.weight(against: topic, hit, at: $0) >= least }
                && !index.isReferredTo(hit.range, in: unit.text)
        }
        return hit.map { .belied(scope: scope, quote: unit.text.quote($0.range, context: 40)) }
    }

    /// The title and the heading of the part.
    private func titleShadows(_ scope: PageScope) -> [[UInt8]] {
        var shadows: [[UInt8]] = []
        if !page.document.title.isEmpty { shadows.append(NormalisedText.key(page.document.title)) }
        if let heading = scope.heading { shadows.append(NormalisedText.key(page.document.blocks[heading].text)) }
        return shadows
    }

    /// The topic that a line names, when it may not share the page.
    private func rival(in unit: TextUnit, of topic: Int, index: TopicIndex) -> Int? {
        // A name that is a smaller part of its line and does not begin it only mentions its topic.
        let length = max(1, unit.text.bytes.count)
        func isWhole(_ range: Range<Int>) -> Bool { range.lowerBound <= 12 || range.count * 2 >= length }
        let named =
            unit.composed.filter { isWhole($0.range) }.map(\.topic)
            + unit.hits.filter { isWhole($0.range) }.flatMap(index.topics)
        return named.first { other in
            other != topic && !index.mayShare(topic, with: other) && unit.names(other, index: index)
        }
    }
}
