import Discovering
import GradingCore
import WebEvidence

/// The draft submission as JSON: the submission's own form, and beside each answer where it was found.
struct DiscoveryDraft: Encodable {
    struct Agency: Encodable {
        var name: String
        var website: String
        var type = ""
        var province = ""
    }

    struct Answer: Encodable {
        var item: String
        /// Null where there are only candidates.
        var answer: Bool?
        var urls: [String]
        var explanation: String
        var foundOn: String
        var confidence: String
        var candidates: [Candidate]?

        enum CodingKeys: String, CodingKey {
            case item, answer, urls, explanation, confidence, candidates
            case foundOn = "found_on"
        }
    }

    struct Candidate: Encodable {
        var url: String
        var title: String
        var quotes: [String]
        var confidence: String
        /// What an audit would say of it alone; null for what was not read.
        var verdict: String?
        var foundOn: String
        var explanation: String

        enum CodingKeys: String, CodingKey {
            case url, title, quotes, confidence, verdict, explanation
            case foundOn = "found_on"
        }
    }

    struct Index: Encodable {
        var url: String
        var items: Int
        var namesYear: Bool

        enum CodingKeys: String, CodingKey {
            case url, items
            case namesYear = "names_year"
        }
    }

    struct Search: Encodable {
        var indexes: [Index]
        var otherYears: [String: String]
        var notFound: [String]
        var problem: String?
        var requests: Int
        var pages: Int
        var bytes: Int
        var milliseconds: Int
        /// Null when everything worth a request was asked.
        var limit: String?

        enum CodingKeys: String, CodingKey {
            case indexes, problem, requests, pages, bytes, milliseconds, limit
            case otherYears = "other_years"
            case notFound = "not_found"
        }
    }

    var agency: Agency
    var fiscalYear: Int
    var answers: [Answer]
    var discovery: Search

    enum CodingKeys: String, CodingKey {
        case agency, answers, discovery
        case fiscalYear = "fiscal_year"
    }

    init(_ found: Discovery, agency: String) {
        self.agency = Agency(name: agency, website: found.website.text)
        fiscalYear = found.year
        answers = found.items.map { item in
            Answer(
                item: item.item.text, answer: item.urls.isEmpty ? nil : true, urls: item.urls.map(\.text),
                explanation: item.urls.isEmpty ? "" : DiscoveryTexts.explanation(item.path),
                foundOn: item.foundOn?.text ?? "", confidence: item.confidence.rawValue,
                candidates: item.candidates.isEmpty ? nil : item.candidates.map(Candidate.init))
        }
        let effort = found.effort
        discovery = Search(
            indexes: found.indexes.map { Index(url: $0.address.text, items: $0.items, namesYear: $0.isOfYear) },
            otherYears: Dictionary(
                found.otherYears.map { (String($0.key), $0.value.text) }, uniquingKeysWith: { first, _ in first }),
            notFound: found.missing.map(\.text), problem: found.problem.map(DiscoveryTexts.code),
            requests: effort.requests, pages: effort.pages, bytes: effort.bytes, milliseconds: effort.milliseconds,
            limit: effort.limit?.rawValue)
    }
}

extension DiscoveryDraft.Candidate {
    init(_ candidate: DiscoveryCandidate) {
        self.init(
            url: candidate.address.text, title: candidate.title, quotes: candidate.quotes,
            confidence: candidate.confidence.rawValue, verdict: candidate.verdict?.rawValue,
            foundOn: candidate.foundOn?.text ?? "", explanation: DiscoveryTexts.explanation(candidate.path))
    }
}
