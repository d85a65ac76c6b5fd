import Findings
import Foundation
import GradingCore
import Testing

@testable import Reporting

@Suite struct ReportTests {
    static func object(_ report: Report) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(report.json())) as? [String: Any])
    }

    @Test("Score, worth and plan are those of the grading core")
    func figures() throws {
        let json = try Self.object(Sample.report)
        let score = try #require(json["score"] as? [String: Any])
        // 9.1: satisfied, unsatisfied, not applicable; 9.2: unsatisfied; 10.1: undecided, unsatisfied.
        #expect(score["oit"] as? [String: String] == ["lowest": "8.34", "highest": "41.67"])
        #expect(score["contribution"] as? [String: String] == ["lowest": "3.34", "highest": "16.67"])
        let indicators = try #require(score["indicators"] as? [String: [String: String]])
        #expect(indicators["9"] == ["lowest": "16.67", "highest": "33.33"])
        #expect(indicators["10"] == ["lowest": "0.00", "highest": "50.00"])
        let plan = try #require(json["plan"] as? [[String: Any]])
        #expect(plan.map { $0["item"] as? String } == ["o12", "o36", "o37", "o2"])
        #expect(plan[0]["gain"] as? [String: String] == ["oit": "25.00", "overall": "10.00"])
        #expect((plan[0]["fix"] as? [String: String])?["en"]?.hasPrefix("Publish") == true)
    }

    @Test("Unknown points are null, and every item of the frame has its points")
    func points() throws {
        let json = try Self.object(Sample.report)
        let items = try #require((json["score"] as? [String: Any])?["items"] as? [String: Any])
        #expect(items.count == 6)
        #expect(items["o1"] as? Int == 100 && items["o2"] as? Int == 0)
        #expect(items["o3"] is NSNull && items["o36"] is NSNull)
        let partial = try Self.object(try #require(Report(Variants.partial, frame: Sample.frame)))
        let left = try #require((partial["score"] as? [String: Any])?["items"] as? [String: Any])
        #expect(left.count == 6 && left["o12"] is NSNull)
    }

    @Test("Members are sorted, text is UTF-8 as it is, and the file ends in one line break")
    func shape() throws {
        let text = String(decoding: Sample.report.json(), as: UTF8.self)
        #expect(text.hasSuffix("}\n") && !text.hasSuffix("\n\n"))
        #expect(text.contains("\"name\": \"องค์การบริหารส่วนตำบลตัวอย่าง\""))
        #expect(text.contains("https://www.sample-sao.example/structure/"))
        let top = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.compactMap {
            $0.split(separator: "\"").dropFirst().first
        }
        #expect(top == top.sorted() && top.count == 18)
    }

    @Test("A frame without items cannot be reported")
    func survey() {
        var frame = Sample.frame
        frame.framework.instruments.removeLast()
        #expect(Report(Sample.assessment, frame: frame) == nil)
    }

    @Test("Every line of the terminal summary fits the width", arguments: [48, 60, 80, 120], ReportLanguage.allCases)
    func terminalWidth(_ width: Int, _ language: ReportLanguage) throws {
        for assessment in [Sample.assessment, Hostile.assessment, Variants.partial, Variants.empty] {
            let report = try #require(Report(assessment, frame: Sample.frame))
            let text = report.terminalSummary(language: language, width: width, color: false)
            for line in text.split(separator: "\n") { #expect(TextWidth.columns(String(line)) <= width, "\(line)") }
        }
    }

    @Test("The summary has one line for each item and names what to mend first")
    func summary() {
        let text = Sample.report.terminalSummary(language: .english, width: 100, color: false)
        for item in Sample.items {
            #expect(text.split(separator: "\n").count { $0.hasPrefix(item.item.text + " ") } == 1)
        }
        #expect(text.contains("8.34 – 41.67"))
        #expect(text.contains("1. o12"))
        #expect(text.contains("+25.00 OIT · +10.00 overall"))
        #expect(text.contains("Not checked: 1"))
    }
}
