import FoundationEssentials
import GradingCore

/// One invented agency with its labelled pages, as `site.json` describes it.
struct CorpusSite: Decodable, Sendable {
    struct Agency: Decodable, Sendable {
        var name: String
        var type: String?
        var website: String
        var province: String?
    }

    /// What a careful person concludes.
    struct Expectation: Decodable, Sendable {
        var verdict: String
        var reasons: [String]?
        /// Buddhist era; empty where the page tells none.
        var fiscalYears: [Int]?

        private enum CodingKeys: String, CodingKey {
            case verdict, reasons
            case fiscalYears = "fiscal_years"
        }
    }

    struct Page: Decodable, Sendable {
        /// Kind of a file that is no page; nil for HTML.
        enum Form: String, Decodable, Sendable { case html, pdf, scan, sheet, docx }
        var path: String
        var file: String
        var title: String?
        /// Nil for pages that only others lead to.
        var item: String?
        var expected: Expectation?
        var traps: [String]?
        var also: [String]?
        var bare: Bool?
        var form: Form?

        private enum CodingKeys: String, CodingKey {
            case path, file, title, item, expected, traps, also, bare
            case form = "as"
        }
    }

    var agency: Agency
    var fiscalYear: Int
    var asOf: String
    var pages: [Page]

    private enum CodingKeys: String, CodingKey {
        case agency, pages
        case fiscalYear = "fiscal_year"
        case asOf = "as_of"
    }
}

/// Why a corpus cannot be read: the file and what is wrong with it.
public struct CorpusError: Error, Sendable, Hashable, CustomStringConvertible {
    public let file: String
    public let cause: String
    public var description: String { "\(file): \(cause)" }
}
