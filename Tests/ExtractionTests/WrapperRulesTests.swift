import Testing
import WebEvidence

@testable import Extraction

#if canImport(FoundationEssentials)
    import FoundationEssentials
#endif

/// The wrappers of the repository and how their file is checked.
enum Wrappers {
    static func bytes() throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.deletingLastPathComponent().appending(path: "rules/wrappers.json")))
    }

    static func rules() throws -> WrapperRules { try WrapperRules(json: try bytes()) }

    /// A file with one address rule in which members are replaced.
    static func file(_ direct: String) -> [UInt8] {
        Array(
            """
            {"schema": "oit-wrappers/1", "files": ["pdf"], "direct": [\(direct)],
             "interstitials": [{"id": "i", "says": {"th": "ก", "en": "a"}, "hosts": ["d.example"], "elements": ["f"],
              "leads_to": ["d.example"],
              "examples": [{"address": "https://d.example/", "markup": "<a id=f href=/x>x</a>", "opens": "https://d.example/x"}],
              "decoys": [{"address": "https://d.example/", "markup": "<a href=/x>x</a>"}]}],
             "inside": [{"id": "n", "title": "N", "calls": ["embed"],
              "examples": [{"address": "https://d.example/", "markup": "<script>embed('/a')</script>", "opens": "https://d.example/a"}],
              "decoys": [{"address": "https://d.example/", "markup": "<script>x('/a')</script>"}]}],
             "services": [{"id": "s", "kind": "social", "name": {"th": "ก", "en": "a"}, "hosts": ["s.example"],
              "examples": [{"address": "https://s.example/"}], "decoys": [{"address": "https://t.example/"}]}]}
            """.utf8)
    }

    static func direct(
        id: String = "r", hosts: String = "[\"v.example\"]", rest: String = "\"query\": [\"u\"], \"address\": \"u\"",
        opens: String = "https://a.example/", decoy: String = "https://w.example/?u=https://a.example/"
    ) -> String {
        """
        {"id": "\(id)", "says": {"th": "ก", "en": "a"}, "hosts": \(hosts), \(rest),
         "examples": [{"address": "https://v.example/?u=https://a.example/", "opens": "\(opens)"}],
         "decoys": [{"address": "\(decoy)"}]}
        """
    }

    static func problems(_ file: [UInt8]) -> [WrapperRulesError.Problem] {
        do {
            _ = try WrapperRules(json: file)
            return []
        } catch {
            return error.problems
        }
    }
}

@Suite struct WrapperRulesTests {
    @Test("every rule of the repository opens its examples and leaves its decoys alone")
    func bundledRules() throws {
        let rules = try Wrappers.rules()
        #expect(rules.count >= 40)
        #expect(Set(rules.ids).count == rules.count)
    }

    /// Kept documents hold what these rules found: when this fails, raise `extractionRevision` and record both here.
    @Test("the rules that look into pages change only with the revision of extraction")
    func revision() throws {
        let rules = try Wrappers.rules().inside
        let text = rules.map {
            "\($0.id) \($0.title) \($0.attributes.sorted()) \($0.keys) \($0.calls) \($0.near) \($0.endings)"
        }
        let hash = stableHash(text.joined(separator: "\n").utf8)
        #expect(extractionRevision == 5 && hash == 14258292443154400529, "the rules now have the hash \(hash)")
    }

    @Test("a file that is in order is read")
    func smallFile() throws {
        let rules = try WrapperRules(json: Wrappers.file(Wrappers.direct()))
        #expect(rules.ids == ["r", "i", "n", "s"])
    }

    @Test(
        "what is wrong with a rule is named with its place",
        arguments: [
            ("\"query\": [\"u\"], \"address\": \"v\"", "$.direct[0].target"),
            ("\"query\": [\"u\"], \"target\": \"ftp://{u}\"", "$.direct[0].target"),
            ("\"query\": [\"u\"], \"target\": \"https://{w}/\"", "$.direct[0].target"),
            ("\"query\": [\"u\"], \"address\": \"u\", \"set\": {\"a\": \"b\"}", "$.direct[0]"),
            ("\"query\": [\"u\"], \"address\": \"u\", \"ask\": \"never\"", "$.direct[0].ask"),
            ("\"query\": [\"u\"], \"address\": \"u\", \"paths\": [\"/a*b\"]", "$.direct[0].paths[0]"),
            ("\"query\": [\"u\"], \"address\": \"u\", \"regex\": \".*\"", "$.direct[0].regex"),
            ("\"query\": [], \"address\": \"u\"", "$.direct[0].query"),
        ])
    func faults(rest: String, path: String) {
        let problems = Wrappers.problems(Wrappers.file(Wrappers.direct(rest: rest)))
        #expect(problems.contains { $0.path == path }, "\(problems)")
    }

    @Test("all problems come together")
    func together() {
        let broken =
            Wrappers.direct(hosts: "[\"https://v.example\"]") + ","
            + Wrappers.direct(rest: "\"query\": [\"u\"], \"address\": \"v\"")
        let problems = Wrappers.problems(Wrappers.file(broken))
        #expect(Set(problems.map(\.path)) == ["$.direct[0].hosts[0]", "$.direct[1].id", "$.direct[1].target"])
    }

    @Test("an example that comes out otherwise and a decoy that is opened are problems")
    func trials() {
        let wrong = Wrappers.problems(Wrappers.file(Wrappers.direct(opens: "https://b.example/")))
        #expect(wrong.map(\.path) == ["$.direct[0].examples[0]"])
        let greedy = Wrappers.problems(
            Wrappers.file(Wrappers.direct(hosts: "[\"*\"]", decoy: "https://w.example/?u=https://a.example/")))
        #expect(greedy.map(\.path) == ["$.direct[0].decoys[0]"])
    }

    @Test("what is no JSON or another file is refused")
    func otherFiles() {
        #expect(Wrappers.problems(Array("{".utf8)).map(\.path) == ["$"])
        #expect(Wrappers.problems(Array("[]".utf8)).map(\.path) == ["$"])
        #expect(Wrappers.problems(Array("{\"schema\": \"oit-page-signatures/1\"}".utf8)).count >= 5)
    }
}
