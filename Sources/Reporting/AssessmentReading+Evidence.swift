import Findings
import GradingCore
import WebEvidence

struct ReadEvidence: Decodable {
    let value: Evidence
    init(from decoder: any Decoder) throws {
        let page = try ReportMembers(decoder)
        if decoder.isCondensing {
            value = Evidence(
                id: try page.evidence("id"), item: ItemID(try page.text("item")),
                submittedURL: try page.text("submitted_url", or: ""), url: try page.text("url", or: ""),
                via: try page.optionalWord("via", of: Evidence.Via.self) ?? .submitted,
                outcome: try page.word("outcome", of: Outcome.self), server: try page.text("server", or: ""))
            return
        }
        value = Evidence(
            id: try page.evidence("id"), item: ItemID(try page.text("item")),
            submittedURL: try page.text("submitted_url", or: ""), url: try page.text("url", or: ""),
            via: try page.optionalWord("via", of: Evidence.Via.self) ?? .submitted,
            from: try page.optionalEvidence("from"), linkText: try page.text("link_text", or: ""),
            status: try page.optionalInteger("status"), outcome: try page.word("outcome", of: Outcome.self),
            contentType: try page.text("content_type", or: ""), bytes: try page.integer("bytes", or: 0),
            sha256: try page.text("sha256", or: ""), fetchedAt: try page.text("fetched_at", or: ""),
            redirects: try page.list("redirects", of: ReadRedirect.self).map(\.value),
            attempts: try page.list("attempts", of: ReadAttempt.self).map(\.value),
            title: try page.text("title", or: ""),
            quotes: try page.list("quotes", of: ReadQuote.self).map(\.value), detail: try page.text("detail", or: ""),
            server: try page.text("server", or: ""), isUnverified: try page.flag("unverified", or: false))
    }
}

private struct ReadRedirect: Decodable {
    let value: RedirectHop
    init(from decoder: any Decoder) throws {
        let hop = try ReportMembers(decoder)
        value = RedirectHop(
            address: try hop.text("url", or: ""), status: try hop.integer("status", or: 0),
            location: try hop.text("location", or: ""))
    }
}

private struct ReadAttempt: Decodable {
    let value: FetchAttempt
    init(from decoder: any Decoder) throws {
        let attempt = try ReportMembers(decoder)
        value = FetchAttempt(
            startedAt: try attempt.text("started_at", or: ""), outcome: try attempt.word("outcome", of: Outcome.self),
            status: try attempt.optionalInteger("status"), milliseconds: try attempt.integer("milliseconds", or: 0))
    }
}

private struct ReadQuote: Decodable {
    let value: Evidence.Quote
    init(from decoder: any Decoder) throws {
        let quote = try ReportMembers(decoder)
        let surroundings = try quote.surroundings()
        value = Evidence.Quote(
            text: try quote.text("text"), place: try quote.place("where", in: surroundings),
            surroundings: surroundings)
    }
}

struct ReadNotChecked: Decodable {
    let value: NotChecked
    init(from decoder: any Decoder) throws {
        let entry = try ReportMembers(decoder)
        value = NotChecked(
            item: ItemID(try entry.text("item", or: "")), url: try entry.text("url", or: ""), why: try entry.both("why")
        )
    }
}

struct ReadPersonalData: Decodable {
    let value: PersonalDataFinding
    init(from decoder: any Decoder) throws {
        let found = try ReportMembers(decoder)
        value = PersonalDataFinding(
            kind: try found.word("kind", of: PersonalDataFinding.Kind.self), evidence: try found.evidence("evidence"),
            item: ItemID(try found.text("item")), count: try found.integer("count", or: 1),
            masked: try found.text("masked", or: ""), place: try found.text("place", or: ""))
    }
}
