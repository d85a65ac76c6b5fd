import FoundationEssentials
import GradingCore

extension Notice {
    /// The body of the webhook: one JSON object in UTF-8, members in the order of their names, so that equal notices
    /// give equal bytes. `since` is written in the clock of Bangkok.
    public var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return [UInt8](try encoder.encode(NoticeDocument(self)))
        } catch {
            // Texts and lists only: there is nothing in it that JSON could not hold.
            preconditionFailure("a notice that is no JSON: \(error)")
        }
    }

    /// Reads what `json` gives; unknown members are passed over. Throws `NoticeFault` for anything else.
    public init(json bytes: [UInt8]) throws(NoticeFault) {
        let document: NoticeDocument
        do {
            document = try JSONDecoder().decode(NoticeDocument.self, from: Data(bytes))
        } catch {
            throw NoticeFault(cause: "no JSON of a notice: \(error)")
        }
        guard let kind = Kind(rawValue: document.kind) else {
            throw NoticeFault(cause: "unknown kind \(document.kind)")
        }
        guard let since = Moment(iso: document.since) else { throw NoticeFault(cause: "no moment: \(document.since)") }
        self.init(
            id: document.id, kind: kind, agency: document.agency, agencyName: document.agencyName,
            items: document.items.map { ItemID($0) }, urls: document.urls,
            cause: Cause(
                kind: document.cause.kind, detail: document.cause.detail, agencies: document.cause.agencies),
            since: since, text: document.text.value, run: document.run, isUrgent: document.isUrgent,
            differences: document.differences.map {
                Difference(element: $0.element.value, added: $0.added, removed: $0.removed)
            })
    }
}

/// Why bytes are no notice.
public struct NoticeFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// In words, for the log.
    public let cause: String
    public var description: String { cause }
}

/// The members as they are named in JSON.
private struct NoticeDocument: Codable {
    struct Text: Codable {
        var th: String
        var en: String
        var value: BilingualText { BilingualText(th: th, en: en) }

        init(_ text: BilingualText) {
            th = text.th
            en = text.en
        }
    }

    struct Cause: Codable {
        var kind: String
        var detail: String
        var agencies: [String]
    }

    struct Difference: Codable {
        var element: Text
        var added: [String]
        var removed: [String]
    }

    var id: String
    var kind: String
    var agency: String
    var agencyName: String
    var items: [String]
    var urls: [String]
    var cause: Cause
    var since: String
    var text: Text
    var run: String
    var isUrgent: Bool
    var differences: [Difference]

    private enum CodingKeys: String, CodingKey {
        case id, kind, agency, items, urls, cause, since, text, run, differences
        case agencyName = "agency_name"
        case isUrgent = "urgent"
    }

    init(_ notice: Notice) {
        id = notice.id
        kind = notice.kind.rawValue
        agency = notice.agency
        agencyName = notice.agencyName
        items = notice.items.map(\.text)
        urls = notice.urls
        cause = Cause(kind: notice.cause.kind, detail: notice.cause.detail, agencies: notice.cause.agencies)
        since = notice.since.bangkok
        text = Text(notice.text)
        run = notice.run
        isUrgent = notice.isUrgent
        differences = notice.differences.map {
            Difference(element: Text($0.element), added: $0.added, removed: $0.removed)
        }
    }
}
