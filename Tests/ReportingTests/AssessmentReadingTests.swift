import Findings
import Foundation
import GradingCore
import Reporting
import Testing
import WebEvidence

@Suite struct AssessmentReadingTests {
    static func fault(_ bytes: [UInt8]) -> ReportReadingError? {
        do throws(ReportReadingError) {
            _ = try Assessment(reportJSON: bytes)
            return nil
        } catch {
            return error
        }
    }
    static let sample = String(decoding: Sample.report.json(), as: UTF8.self)

    /// The sample's report with one text replaced.
    static func changed(_ from: String, _ to: String) throws -> [UInt8] {
        let text = sample.replacing(from, with: to, maxReplacements: 1)
        try #require(text != sample)
        return Array(text.utf8)
    }

    @Test(
        "A report read back and written again has the same bytes",
        arguments: [
            Sample.assessment, Hostile.assessment, Variants.empty, Variants.partial, Variants.vocabulary,
        ])
    func known(_ assessment: Assessment) throws {
        let json = try #require(Report(assessment, frame: Sample.frame)).json()
        let read = try Assessment(reportJSON: json)
        #expect(try #require(Report(read, frame: Sample.frame)).json() == json)
    }

    @Test("The same holds for random assessments with hostile texts, and each is valid against the schema")
    func random() throws {
        var files: [String] = []
        for seed in 0..<60 as Range<UInt64> {
            let report = try #require(Report(AssessmentGenerator.assessment(seed: seed), frame: Sample.frame))
            let json = report.json()
            let run = try ReportedRun(reportJSON: json)
            #expect(try #require(Report(run.assessment, frame: Sample.frame)).json() == json, "seed \(seed)")
            #expect(run.score == report.reported.score, "seed \(seed)")
            files.append(try written(json, as: "random-\(seed).json"))
        }
        let result = try schemaErrors(files)
        #expect(result.status == 0, "\(result.output.prefix(2_000))")
    }

    @Test("Every part of an assessment comes back, scalar for scalar")
    func parts() throws {
        for seed in 100..<130 as Range<UInt64> {
            let assessment = AssessmentGenerator.assessment(seed: seed)
            let read = try Assessment(reportJSON: try #require(Report(assessment, frame: Sample.frame)).json())
            #expect(read.items == assessment.items && read.evidence == assessment.evidence)
            #expect(read.personalData == assessment.personalData && read.notChecked == assessment.notChecked)
            #expect(read.agency == assessment.agency && read.warnings == assessment.warnings)
            #expect(read.checklistNotes == assessment.checklistNotes && read.run == assessment.run)
            for (page, other) in zip(read.evidence, assessment.evidence) {
                #expect(Array(page.title.unicodeScalars) == Array(other.title.unicodeScalars))
            }
        }
    }

    @Test("A report of an older program, without the newer members, is read with nothing in their place")
    func older() throws {
        var report = try #require(
            try JSONSerialization.jsonObject(with: Data(Sample.report.json())) as? [String: Any])
        report["personal_data"] = nil
        report["partial"] = nil
        let items = try #require(report["items"] as? [[String: Any]])
        report["items"] = try items.map { item in
            var item = item
            let elements = try #require(item["elements"] as? [[String: Any]])
            item["elements"] = elements.map {
                $0.filter { !["place", "words", "before", "after", "quote"].contains($0.key) }
            }
            item["confidence"] = nil
            return item
        }
        let evidence = try #require(report["evidence"] as? [[String: Any]])
        report["evidence"] = evidence.map {
            $0.filter { !["attempts", "link_text", "from", "detail"].contains($0.key) }
        }
        var score = try #require(report["score"] as? [String: Any])
        score["pass_mark"] = nil
        report["score"] = score
        let run = try ReportedRun(reportJSON: [UInt8](try JSONSerialization.data(withJSONObject: report)))
        #expect(run.assessment.items.map(\.verdict) == Sample.items.map(\.verdict))
        #expect(run.assessment.items[0].elements[0].place == "" && run.assessment.items[0].confidence == .medium)
        #expect(run.assessment.evidence[3].attempts.isEmpty && run.assessment.evidence[3].quotes.count == 1)
        #expect(run.score.passMark == nil && run.score.oit.lowest == Hundredths(834))
    }

    @Test("Members that this program does not know are passed over")
    func newer() throws {
        let report = try Self.changed(
            "\"agency\": {", "\"new\": [[[{\"a\": 1e999}]], null], \"agency\": {\"colour\": {\"x\": []},")
        #expect(try Assessment(reportJSON: report).agency == Sample.assessment.agency)
    }

    @Test(
        "A fault is named with its place",
        arguments: [
            (
                "\"schema\": \"oit-report/1\"", "\"schema\": \"oit-report/2\"", ReportReadingError.Code.notAReport,
                "$.schema"
            ),
            ("\"schema\": \"oit-report/1\",", "", .notAReport, "$.schema"),
            ("\"schema\": \"oit-report/1\"", "\"schema\": 1", .badValue, "$.schema"),
            ("\"fiscal_year\": 2566", "\"fiscal_year\": \"2566\"", .badValue, "$.fiscal_year"),
            ("\"fiscal_year\": 2566", "\"fiscal_year\": -9223372036854775808", .badValue, "$.fiscal_year"),
            ("\"bytes\": 512", "\"bytes\": 1e99", .badValue, "$.evidence[1].bytes"),
            ("\"fiscal_year\": 2566", "\"fiscal_year\": 2566.5", .badValue, "$.fiscal_year"),
            ("\"as_of\": \"2023-05-15\"", "\"as_of\": \"2023-02-30\"", .badValue, "$.as_of"),
            ("\"verdict\": \"not_applicable\"", "\"verdict\": \"\"", .badValue, "$.items[2].verdict"),
            ("\"outcome\": \"blocked\"", "\"outcome\": \"shut\"", .badValue, "$.evidence[4].attempts[0].outcome"),
            ("\"code\": \"outdated\"", "\"code\": null", .badValue, "$.items[3].reasons[0].code"),
            ("\"role\": \"covers\"", "\"kind\": \"covers\"", .missing, "$.items[3].currency.found[0].role"),
            ("\"from\": \"2021-10-01\"", "\"from\": \"2031-10-01\"", .badValue, "$.items[3].currency.found[0].to"),
            ("\"id\": \"e1\"", "\"id\": \"e-1\"", .badValue, "$.evidence[0].id"),
            ("\"id\": \"e1\"", "\"id\": \"e99999999999999999999\"", .badValue, "$.evidence[0].id"),
            ("\"lowest\": \"3.34\"", "\"lowest\": \"nan\"", .badValue, "$.score.contribution.lowest"),
            ("\"run\": ", "\"runs\": ", .missing, "$.run"), ("\"items\": [", "\"entries\": [", .missing, "$.items"),
        ] as [(String, String, ReportReadingError.Code, String)])
    func faults(_ from: String, _ to: String, _ code: ReportReadingError.Code, _ path: String) throws {
        let fault = try #require(Self.fault(try Self.changed(from, to)))
        #expect(fault.code == code && fault.path == path, "\(fault)")
        #expect(!fault.message.th.isEmpty && !fault.message.en.isEmpty)
    }

    @Test(
        "What is no report is refused, however it is made",
        arguments: [
            "", " ", "{", "[]", "null", "1", "\"oit-report/1\"", "{}", "{\"schema\": \"oit-report/1\"}", "{\"a\":1,}",
            "\u{FEFF}{}",
            String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
            "{\"schema\": \"\\ud800\"}", "{\"schema\": \"\\u00", "{\"schema\": \"\u{1}\"}",
        ])
    func refused(_ text: String) { #expect(Self.fault(Array(text.utf8)) != nil) }

    @Test("Bytes that are no text, and more bytes than a report has, are refused")
    func bytes() throws {
        #expect(Self.fault([0xFF, 0xFE, 0, 0x7B]) != nil)
        #expect(Self.fault(Array("{\"schema\": \"".utf8) + [0xC3, 0x28] + Array("\"}".utf8)) != nil)
        let fault = Self.fault([UInt8](repeating: 32, count: 64 * 1_048_576 + 1))
        #expect(fault?.code == .tooLarge)
    }

    @Test("Damaged reports are read or refused with a place, never a crash", arguments: 0..<8 as Range<UInt64>)
    func damaged(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let whole = Array(Self.sample.utf8)
        for _ in 0..<60 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(Array("{}[],:\"0-e\\".utf8).randomElement(using: &random) ?? 0, at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 200))
                }
            }
            if let fault = Self.fault(bytes) {
                #expect(fault.path.hasPrefix("$"))
            } else {
                let read = try Assessment(reportJSON: bytes)
                #expect(try !#require(Report(read, frame: Sample.frame)).html(language: .thai).isEmpty)
            }
        }
    }
}
