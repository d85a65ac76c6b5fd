import Testing
import WebEvidence

@testable import Fetching

/// What a robots.txt must mean to some crawlers: one row of a conformance table.
struct RobotsExpectation: Sendable, CustomTestStringConvertible {
    /// Section of RFC 9309 that the row proves, or "extension" for what Google's parser does beyond it.
    let section: String
    let claim: String
    /// Lines of the file.
    let file: [String]
    /// Per product token: addresses that may be opened and addresses that may not.
    var crawlers: [String: (allowed: [String], refused: [String])]

    var testDescription: String { "\(section): \(claim)" }

    init(
        _ section: String, _ claim: String, file: [String], token: String = "foobot", allowed: [String] = [],
        refused: [String] = []
    ) {
        self.section = section
        self.claim = claim
        self.file = file
        crawlers = [token: (allowed, refused)]
    }

    /// The same row for a further crawler.
    func also(_ token: String, allowed: [String] = [], refused: [String] = []) -> RobotsExpectation {
        var row = self
        row.crawlers[token] = (allowed, refused)
        return row
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        for (token, addresses) in crawlers {
            let rules = RobotsRules(Array(file.joined(separator: "\n").utf8), token: token)
            for path in addresses.allowed {
                let refusal = rules.refusal(of: try address(path))
                #expect(refusal == nil, "\(token) may open \(path)", sourceLocation: sourceLocation)
            }
            for path in addresses.refused {
                let refusal = rules.refusal(of: try address(path))
                #expect(refusal != nil, "\(token) may not open \(path)", sourceLocation: sourceLocation)
            }
        }
    }

    private func address(_ text: String) throws -> PageAddress {
        try PageAddress(text.hasPrefix("http") ? text : "http://foo.bar" + text)
    }
}

func robotsRules(_ text: String, token: String = "oit") -> RobotsRules { RobotsRules(Array(text.utf8), token: token) }

func robotsLine(_ number: Int, _ text: String) -> RobotsLine {
    RobotsLine(number: number, bytes: Array(text.utf8)[...])
}
