import Checklists
import Findings
import Foundation
import GradingCore
import WebEvidence

// DEBUG
extension ItemJudging {
    func debugFit(_ page: AnalysedPage, _ reading: EvidenceReading) {
        guard ProcessInfo.processInfo.environment["FITDEBUG"] != nil else { return }
        let told = fit(page, reading)
        let matching = ElementMatching(page: page, scope: .whole)
        let found = item.elements.compactMap { topic.element($0) }.map { e in
            let hit = index.matcher(topic: topicNumber, element: e.id).flatMap(matching.hit) != nil
            return "\(e.id):\(min(e.confidence, item.elementConfidence).rawValue.prefix(1)):\(hit ? 1 : 0)"
        }
        let r = told.scores.rival(of: topicNumber, index: index)
        let comp = page.units.flatMap { u in u.composed.map { "\(index.topics[$0.topic].id.text)@\(u.actingPlace.rawValue)" } }
        print("FIT \(page.page.address.host) \(item.id.text) \(topic.id.text) via=\(reading.via) fit=\(told.fit) own=\(told.scores.totals[topicNumber]) named=\(told.scores.named[topicNumber]) titled=\(told.scores.isTitled[topicNumber]) rival=\(r.map { index.topics[$0.topic].id.text + " \($0.points) \(told.scores.isTitled[$0.topic])" } ?? "-") el=\(found) comp=\(comp) url=\(page.page.address.path)")
    }
}
