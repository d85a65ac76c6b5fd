import FoundationEssentials
public import WebEvidence

/// The address at which a page made with WordPress offers the same content as JSON (REST API handbook, "Discovery").
/// Worth asking where the page itself came empty, because its theme draws it by script, and for the dates of the entry.
///
/// - Parameters:
///   - record: the page; its Link headers and the first 200,000 bytes of its body are looked at.
/// - Returns: an address on the page's own host that names one entry; nil where none is named.
public func wordPressAddress(of record: FetchRecord) -> PageAddress? {
    guard record.outcome == .ok else { return nil }
    let page = record.final
    func entry(_ reference: String) -> PageAddress? {
        guard let address = resolvedAddress(reference, against: page), bareHost(address) == bareHost(page),
            isWordPressEntry(address)
        else { return nil }
        return address.withoutFragment
    }
    for field in record.headers where field.name.lowercased() == "link" {
        for link in field.value.split(separator: ",") where link.contains("application/json") {
            if let address = entry(String(link.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })) { return address }
        }
    }
    let signs = record.body.prefix(200_000).filter { $0 != 0 }.withUnsafeBufferPointer { bytes in
        withHTMLTree(bytes) { $0.map(WordPressSigns.init) ?? WordPressSigns() }
    }
    if let address = signs.alternates.lazy.compactMap(entry).first { return address }
    // Before WordPress 5.5 only the interface is named; the body tells type and number.
    guard let root = signs.root, let (type, number) = signs.entry else { return nil }
    return entry((root.hasSuffix("/") ? String(root.dropLast()) : root) + "/wp/v2/\(type)/\(number)")
}

/// `…/wp-json/wp/v2/pages/123` or `…?rest_route=/wp/v2/pages/123`.
private func isWordPressEntry(_ address: PageAddress) -> Bool {
    let route = address.parameters.first { $0.name == "rest_route" }.map { PercentEncoding.decoded(String($0.value)) }
    let parts = (route ?? address.path).split(separator: "/")
    guard let version = parts.lastIndex(of: "v2"), version > 0, parts[version - 1] == "wp", parts.count == version + 3
    else { return false }
    return (route != nil || parts.contains("wp-json")) && parts[version + 2].allSatisfy { ("0"..."9").contains($0) }
}

/// What the head and body of a page tell of WordPress behind it.
struct WordPressSigns {
    /// Alternate forms of the page as JSON.
    var alternates: [String] = []
    /// The interface itself.
    var root: String?
    /// `pages` or `posts`, and the number.
    var entry: (type: String, number: String)?

    init() {}

    init(_ tree: HTMLNode) {
        var count = 0
        var found = WordPressSigns()
        tree.forEachDescendant { node in
            count += 1
            if node.tag == .link {
                found.read(node.attributes)
            } else if node.tag == .body {
                found.readClasses(node.attributes.text(.class) ?? "")
                return false
            }
            return count < 2_000
        }
        self = found
    }

    private mutating func read(_ link: HTMLAttributes) {
        guard let relation = link.named("rel")?.lowercased(), let target = link.text(.href) else { return }
        if relation == "alternate", link.text(.type)?.lowercased() == "application/json" { alternates.append(target) }
        if relation == "https://api.w.org/" { root = target }
    }

    private mutating func readClasses(_ classes: String) {
        for name in classes.split(separator: " ") {
            for (prefix, type) in [("page-id-", "pages"), ("postid-", "posts")] where name.hasPrefix(prefix) {
                let number = name.dropFirst(prefix.count)
                if !number.isEmpty, number.allSatisfy({ ("0"..."9").contains($0) }) { entry = (type, String(number)) }
            }
        }
    }
}

/// Reads one entry of the REST interface: its content as any page, its dates as machine dates.
///
/// - Parameters:
///   - json: the answer; an object, or a list with one in it.
///   - address: where it was asked for; links are resolved against the entry's own address where it names one.
/// - Returns: nil for what is no entry, has no content or is protected by a password.
public func wordPressDocument(
    json: [UInt8], address: PageAddress, wrappers: WrapperRules = .none
) -> ExtractedDocument? {
    guard json.count <= 8_000_000, case .object(let entry)? = wordPressEntry(json),
        case .object(let content)? = entry["content"], case .text(let markup)? = content["rendered"],
        content["protected"] != .flag(true)
    else { return nil }
    var title = ""
    if case .object(let heading)? = entry["title"], case .text(let text)? = heading["rendered"] { title = text }
    var own = address
    if case .text(let link)? = entry["link"], let found = resolvedAddress(link, against: address) { own = found }
    let page =
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(title)</title></head>"
        + "<body><main><h1>\(title)</h1>\n\(markup)</main></body></html>"
    var document = extractedDocument(
        body: Array(page.utf8), contentType: "text/html; charset=utf-8", lastModified: nil, address: own,
        wrappers: wrappers)
    document.machineDates.insert(contentsOf: wordPressDates(entry), at: 0)
    return document
}

private func wordPressEntry(_ json: [UInt8]) -> JSONValue? {
    do {
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(json))
        if case .array(let list) = value { return list.count == 1 ? list[0] : nil }
        return value
    } catch {
        // An answer that is no JSON is a page of the site: it says nothing here.
        return nil
    }
}

/// In the time of the site.
private func wordPressDates(_ entry: [String: JSONValue]) -> [MachineDate] {
    let roles: [(String, MachineDate.Role)] = [("date", .published), ("modified", .updated)]
    return roles.compactMap { key, role in
        guard case .text(let text)? = entry[key], text.utf8.count <= 40 else { return nil }
        return MachineDate(text: foldedText(text), role: role, source: "wordpress \(key)")
    }
}

extension ExtractedDocument {
    /// True for a page on which next to nothing stands where its content belongs: its theme may draw it by script.
    public var isThin: Bool {
        if needsScript { return true }
        guard embeds.isEmpty, tables.isEmpty, refreshTarget == nil,
            !images.contains(where: { $0.region == .main }),
            !links.contains(where: { $0.region == .main && $0.address != nil })
        else { return false }
        let text = blocks.reduce(0) { $0 + ($1.region == .main && !$1.isHeading ? $1.text.utf8.count : 0) }
        return text < 60
    }
}
