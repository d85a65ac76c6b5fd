import Checklists
import ThaiText
import WebEvidence

extension AnalysedPage {
    /// True when the content is only the name of what is asked for, in running text and not as a heading: the name of a
    /// file or post whose substance cannot be seen here. A heading with nothing under it is an empty shell instead.
    func isTitleOnly(_ topic: Int, in scope: PageScope, index: TopicIndex) -> Bool {
        let substance = substance(in: scope, index: index)
        guard substance.textBytes <= AnalysedPage.longestTitles, substance.filledRows == 0, substance.formCount == 0,
            substance.embedCount == 0, substance.linkCount == 0
        else { return false }
        let titles = units.filter { $0.place == .title || $0.place == .heading }.map(\.text.bytes)
        let lines = units.filter { $0.place == .body && scope.holds($0) }
        let isNamed = lines.contains { $0.names(topic, index: index) }
        return isNamed
            && lines.allSatisfy { line in
                line.text.bytes.count <= AnalysedPage.shortestLine || line.names(topic, index: index)
                    || titles.contains(line.text.bytes)
            }
    }

    /// Bytes of the shadow: two hundred Thai letters hold two or three names.
    private static let longestTitles = 600
    /// A dozen Thai letters: a date, a number, a word beside the name.
    private static let shortestLine = 36
}
