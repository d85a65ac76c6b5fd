import Findings
import Foundation
import GradingCore
import Testing
import WebEvidence

@testable import Reporting

/// The lines of a check of links, for programs.
@Suite struct LinkLinesTests {
    @Test("each line is one object whose texts come back as they were, whatever characters they have")
    func lines() throws {
        let texts = [
            "http://h.th/a", "http://h.th/\"x\"\\", "http://h.th/ข่าว", "a\nb\tc", "\u{202E}gpj", "\u{2028}", "\u{7F}",
            "",
        ]
        let links = texts.map {
            CheckedLink(
                item: ItemID("o1"), url: $0, finalURL: $0 + "/", outcome: .ok, status: $0.isEmpty ? nil : 200,
                redirects: 1, milliseconds: 12, bytes: 34, attempts: 2, server: "::1", isDead: false)
        }
        let report = LinksReport(agency: "เทศบาล \"ก\"\u{202E}", links: links)
        let bytes = report.jsonLines(causes: LinkCauses([report]))
        let lines = bytes.split(separator: 10)
        #expect(lines.count == texts.count)
        #expect(
            !String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{2028}" })
        for (line, text) in zip(lines, texts) {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
            #expect(object["url"] as? String == text)
            #expect(object["final_url"] as? String == text + "/")
            #expect(object["agency"] as? String == report.agency)
            #expect(object["status"] as? Int == (text.isEmpty ? nil : 200))
            #expect(object["milliseconds"] as? Int == 12 && object["attempts"] as? Int == 2)
            #expect(object["dead"] as? Bool == false && object["server"] as? String == "::1")
            #expect(object.count == 13)
        }
    }
}
