import WebEvidence

/// The names under which pages carry machine-readable dates (Open Graph, Dublin Core, schema.org, common meta names).
enum MachineDateVocabulary {
    static let roleOfMeta: [String: MachineDate.Role] = [
        "article:published_time": .published, "article:modified_time": .updated, "og:updated_time": .updated,
        "og:published_time": .published, "date": .published, "pubdate": .published, "publish_date": .published,
        "publishdate": .published, "publication_date": .published, "dc.date": .published,
        "dc.date.issued": .published, "dc.date.created": .published, "dc.date.modified": .updated,
        "dcterms.date": .published, "dcterms.issued": .published, "dcterms.created": .published,
        "dcterms.modified": .updated, "last-modified": .updated, "revised": .updated, "lastmod": .updated,
        "datepublished": .published, "datecreated": .published, "datemodified": .updated, "uploaddate": .published,
        "startdate": .event, "enddate": .event,
    ]

    private static let keys: [(String, MachineDate.Role)] = [
        ("datePublished", .published), ("dateCreated", .published), ("uploadDate", .published),
        ("dateModified", .updated), ("startDate", .event), ("endDate", .event),
    ]

    /// The dates of a schema.org value: outer objects before inner ones, keys in the order of the list above.
    static func dates(in value: JSONValue) -> [(text: String, role: MachineDate.Role, key: String)] {
        var found: [(text: String, role: MachineDate.Role, key: String)] = []
        var open = [value]
        while let current = open.popLast() {
            switch current {
            case .array(let values): open.append(contentsOf: values.reversed())
            case .object(let members):
                for (key, role) in keys {
                    if case .text(let text)? = members[key] { found.append((text, role, key)) }
                }
                open.append(contentsOf: members.sorted { $0.key > $1.key }.map(\.value))
            default: break
            }
        }
        return found
    }
}
