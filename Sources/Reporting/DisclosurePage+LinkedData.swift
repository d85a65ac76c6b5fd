import GradingCore

extension DisclosurePage {
    /// Name of the format inside the page.
    public static let format = "oit-page/1"

    /// The data of the page as JSON-LD (schema.org ItemList of Datasets, own terms under `oit:`); safe inside a script
    /// element, because no `<`, `>` or `&` stands in it.
    func linkedData(_ language: ReportLanguage) -> Markup {
        let bytes = data(language).bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case 38: Array("\\u0026".utf8)
            case 60: Array("\\u003c".utf8)
            case 62: Array("\\u003e".utf8)
            default: [byte]
            }
        }
        return Markup(verified: String(decoding: bytes.dropLast(), as: UTF8.self))
    }

    private func data(_ language: ReportLanguage) -> JSONValue {
        .object([
            "@context": .array([.string("https://schema.org"), .object(["oit": .string("urn:x-oit:")])]),
            "@type": .string("ItemList"),
            "name": .string(DisclosureTexts.title(year).text(language)),
            "inLanguage": .string(language.rawValue),
            "dateModified": .string(date.iso),
            "numberOfItems": .integer(items.count),
            "oit:format": .string(DisclosurePage.format),
            "oit:fiscalYear": .integer(year.year),
            "publisher": publisher,
            "itemListElement": .array(
                sections.flatMap { section in section.items.map { ($0, section) } }.enumerated().map {
                    entry($1.0, in: $1.1, position: $0 + 1)
                }),
        ])
    }

    private var publisher: JSONValue {
        var members: [String: JSONValue] = [
            "@type": .string("GovernmentOrganization"), "name": .string(agency),
        ]
        if let target = LinkKind.target(of: website) { members["url"] = .string(target) }
        if !province.isEmpty {
            members["address"] = .object(["@type": .string("PostalAddress"), "addressRegion": .string(province)])
        }
        return .object(members)
    }

    private func entry(_ item: Item, in section: Section, position: Int) -> JSONValue {
        var dataset: [String: JSONValue] = [
            "@type": .string("Dataset"), "identifier": .string(item.id.text), "name": .string(item.title.th),
            "oit:topic": .string(item.topic.text), "oit:subIndicator": .string(section.id),
            "oit:answer": item.answer.map { .boolean($0) } ?? .null,
            "distribution": .array(item.links.compactMap(distribution)),
        ]
        if !item.explanation.isEmpty { dataset["description"] = .string(item.explanation) }
        if let period = item.period {
            dataset["temporalCoverage"] = .string("\(period.from.iso)/\(period.to.iso)")
        }
        return .object([
            "@type": .string("ListItem"), "position": .integer(position), "item": .object(dataset),
        ])
    }

    private func distribution(_ link: Link) -> JSONValue? {
        guard let target = LinkKind.target(of: link.written) else { return nil }
        var members: [String: JSONValue] = ["@type": .string("DataDownload"), "contentUrl": .string(target)]
        if target != link.written { members["oit:asSubmitted"] = .string(link.written) }
        if !link.mediaType.isEmpty { members["encodingFormat"] = .string(link.mediaType) }
        if let bytes = link.bytes, bytes > 0 { members["contentSize"] = .string("\(bytes) B") }
        if let date = link.date { members["dateModified"] = .string(date.iso) }
        return .object(members)
    }
}
