import Findings
import Foundation
import GradingCore
import Reporting
import Testing
import WebEvidence

/// Validates files against the published schema with Python's jsonschema (Debian package python3-jsonschema).
func schemaErrors(_ reports: [String], schema: String = "oit-report-1.json") throws -> (status: Int32, output: String) {
    let script = """
        import json, sys
        try:
            from jsonschema import Draft202012Validator
        except ImportError:
            sys.exit("python3-jsonschema is missing: apt-get install python3-jsonschema")
        schema = json.load(open(sys.argv[1], encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        bad = 0
        for name in sys.argv[2:]:
            for error in Draft202012Validator(schema).iter_errors(json.load(open(name, encoding="utf-8"))):
                bad += 1
                print(name, list(error.absolute_path), error.message[:300])
        sys.exit(3 if bad else 0)
        """
    return try python(script, [repository.appending(path: "reports/schema/\(schema)").path] + reports)
}

@Suite struct SchemaTests {
    @Test("Every report validates: whole, hostile, empty, partial, and with every word of the vocabulary")
    func valid() throws {
        var files: [String] = []
        for (name, assessment) in [
            ("sample", Sample.assessment), ("hostile", Hostile.assessment), ("empty", Variants.empty),
            ("partial", Variants.partial), ("vocabulary", Variants.vocabulary),
        ] {
            let report = try #require(Report(assessment, frame: Sample.frame))
            files.append(try written(report.json(), as: "\(name).json"))
        }
        let result = try schemaErrors(files)
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output == "")
    }

    @Test(
        "The schema refuses what the contract forbids",
        arguments: [
            (#""points" : 100"#, #""points" : 50"#), (#""verdict" : "unsatisfied""#, #""verdict" : "failed""#),
            (#""code" : "outdated""#, #""code" : "old""#), (#""code" : "outdated""#, #""code" : "satisfied""#),
            (#""outcome" : "http_404""#, #""outcome" : "404""#), (#""lowest" : "#, #""least" : "#),
            (#""provenance" : "provisional""#, #""provenance" : """#), (#""run" : "#, #""runs" : "#),
            (#""as_of" : "2023-05-15""#, #""as_of" : "15/5/2566""#), (#""bytes" : 512"#, #""bytes" : "512""#),
            (#""oit" : "25.00""#, #""oit" : 25.0"#), (#""role" : "covers""#, #""role" : "span""#),
            (#""via" : "link""#, #""via" : "guess""#), (#""points" : 0"#, #""points" : null"#),
        ])
    func invalid(_ from: String, _ to: String) throws {
        let text = String(decoding: Sample.report.json(), as: UTF8.self)
        let (tight, tightTo) = (from.replacing(" : ", with: ": "), to.replacing(" : ", with: ": "))
        let broken = text.replacing(tight, with: tightTo, maxReplacements: 1)
        try #require(broken != text)
        let name = "broken-\(abs((from + to).utf8.reduce(5381) { ($0 &* 33) ^ Int($1) })).json"
        let result = try schemaErrors([try written(Array(broken.utf8), as: name)])
        #expect(result.status == 3, "\(result.output)")
    }
}
