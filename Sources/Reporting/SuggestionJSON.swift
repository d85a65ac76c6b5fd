import Findings
import GradingCore

extension LinkSuggestion {
    /// The form that `oit submission apply` follows: `why` is one text, in Thai.
    var json: JSONValue {
        .object([
            "item": .string(item.text), "url": .string(url), "replacement": .string(replacement),
            "cause": .string(cause.rawValue), "why": .string(why.th), "why_en": .string(why.en),
        ])
    }
}

struct ReadSuggestion: Decodable {
    let value: LinkSuggestion

    init(from decoder: any Decoder) throws {
        let entry = try ReportMembers(decoder)
        value = LinkSuggestion(
            item: ItemID(try entry.text("item")), url: try entry.text("url", or: ""),
            replacement: try entry.text("replacement"), cause: try entry.word("cause", of: LinkSuggestion.Cause.self),
            why: BilingualText(th: try entry.text("why", or: ""), en: try entry.text("why_en", or: "")))
    }
}
