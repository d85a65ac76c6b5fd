import Findings
import Foundation
import GradingCore
import Reporting
import Testing
import WebEvidence

/// `docs/report-format.md` names everything that programs may find in the files of a report.
@Suite struct DataDictionaryTests {
    private let page: String

    init() throws {
        page = String(
            decoding: try Data(contentsOf: repository.appending(path: "docs/report-format.md")), as: UTF8.self)
    }

    /// The first cells of the rows of the table under a heading.
    private func names(under heading: String) throws -> [String] {
        let start = try #require(page.range(of: "\n\(heading)\n")).upperBound
        let rest = page[start...]
        let section = rest[
            ..<(rest.range(of: "\n## ") ?? rest.range(of: "\n### ") ?? rest.endIndex..<rest.endIndex).lowerBound]
        let part = section[..<(section.range(of: "\n### ")?.lowerBound ?? section.endIndex)]
        return part.split(separator: "\n").compactMap { line in
            line.hasPrefix("| `") ? line.dropFirst(3).split(separator: "`").first.map(String.init) : nil
        }
    }

    @Test("every member of the JSON Schema is explained, and nothing else")
    func members() throws {
        let script = """
            import json, sys
            schema = json.load(open(sys.argv[1], encoding="utf-8"))
            found = []
            def walk(node, path):
                if "$ref" in node:
                    name = node["$ref"].split("/")[-1]
                    if name == "text":
                        found.append(path)
                    else:
                        walk(schema["$defs"][name], path)
                    return
                for key in ("anyOf", "oneOf", "allOf"):
                    for inner in node.get(key, []):
                        walk(inner, path)
                for name, inner in node.get("properties", {}).items():
                    walk(inner, (path + "." + name).lstrip("."))
                if isinstance(node.get("items"), dict):
                    walk(node["items"], path + "[]")
                if isinstance(node.get("additionalProperties"), dict):
                    walk(node["additionalProperties"], path + ".*")
                for inner in node.get("patternProperties", {}).values():
                    walk(inner, path + ".*")
                leaf = node.get("type") not in ("object", "array", "null") and not node.get("properties")
                if path and leaf and any(key in node for key in ("type", "enum", "const")):
                    found.append(path)
            walk(schema, "")
            print("\\n".join(dict.fromkeys(found)))
            """
        let result = try python(script, [repository.appending(path: "reports/schema/oit-report-1.json").path])
        let members = result.output.split(separator: "\n").map(String.init)
        try #require(result.status == 0 && members.count > 100, "\(result.output)")
        #expect(try Set(names(under: "## report.json")) == Set(members))
    }

    @Test("the columns of each CSV file stand there in their order")
    func columns() throws {
        func heads(_ bytes: [UInt8]) -> [String] {
            let line = String(decoding: bytes.dropFirst(3).prefix { $0 != 13 }, as: UTF8.self)
            return line.split(separator: ",").map(String.init)
        }
        let report = Sample.report
        #expect(try names(under: "### items.csv") == heads(report.itemsCSV(language: .thai)))
        #expect(try names(under: "### evidence.csv") == heads(report.evidenceCSV()))
        #expect(try names(under: "### summary.csv") == heads(RunsSummary([report.reported]).csv(language: .thai)))
    }

    @Test("every reason and every outcome is named in both languages")
    func codes() throws {
        #expect(try Set(names(under: "## Reasons")) == Set(ReasonCode.allCases.map(\.rawValue)))
        #expect(try Set(names(under: "## Outcomes")) == Set(Outcome.allCases.map(\.rawValue)))
        for code in ReasonCode.allCases {
            #expect(page.contains("| `\(code.rawValue)` | \(code.words.th) | \(code.words.en) |"))
        }
        for code in Outcome.allCases {
            #expect(page.contains("| `\(code.rawValue)` | \(code.words.th) | \(code.words.en) |"))
        }
    }
}
