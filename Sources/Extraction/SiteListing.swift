import FoundationEssentials
public import WebEvidence

/// One address that a website lists itself, with the title that it gives it.
public struct ListedAddress: Sendable, Hashable {
    public var address: PageAddress
    /// May be empty.
    public var title: String

    public init(address: PageAddress, title: String) {
        self.address = address
        self.title = title
    }
}

/// The addresses of a sitemap, sitemap index (sitemaps.org protocol 0.9), RSS or Atom feed, in their order, at most
/// 50,000; empty for anything else. Entries of a sitemap have no titles.
///
/// - Parameter address: where it was found; relative references are resolved against it.
public func listedAddresses(xml body: [UInt8], address: PageAddress) -> [ListedAddress] {
    let decoded = String(decoding: body.filter { $0 != 0 }, as: UTF8.self)
    var text = decoded
    return text.withUTF8 { bytes in
        withHTMLTree(bytes) { root in
            var reader = ListingReader(base: address)
            root?.forEachDescendant { reader.read($0) }
            return reader.found
        }
    }
}

private struct ListingReader {
    static let most = 50_000
    let base: PageAddress
    var found: [ListedAddress] = []
    private var title = ""

    init(base: PageAddress) { self.base = base }

    /// `<loc>`; in feeds `<link href>` or, as the HTML parser ends `<link>` at once, the text behind it.
    mutating func read(_ node: HTMLNode) -> Bool {
        guard found.count < ListingReader.most, node.isElement else { return found.count < ListingReader.most }
        switch node.name {
        case "loc": add(String(decoding: node.directText, as: UTF8.self), title: "")
        case "item", "entry": title = ""
        case "title": title = foldedText(String(decoding: node.directText, as: UTF8.self))
        case "link":
            if let target = node.attributes.text(.href) {
                add(target, title: title)
            } else if let text = node.next, text.isText {
                add(text.withText { String(decoding: $0, as: UTF8.self) } ?? "", title: title)
            }
        default: break
        }
        return true
    }

    private mutating func add(_ written: String, title: String) {
        let reference = foldedText(written)
        guard !reference.isEmpty, let address = resolvedAddress(reference, against: base) else { return }
        found.append(ListedAddress(address: address.withoutFragment, title: title))
    }
}

/// The entries of a list of the WordPress REST interface (`/wp-json/wp/v2/pages?per_page=100`): address and title of
/// each; empty for anything else.
public func listedAddresses(wordPressJSON body: [UInt8], address: PageAddress) -> [ListedAddress] {
    guard body.count <= 8_000_000 else { return [] }
    do {
        guard case .array(let entries) = try JSONDecoder().decode(JSONValue.self, from: Data(body)) else { return [] }
        return entries.compactMap { entry in
            guard case .object(let members) = entry, case .text(let link)? = members["link"],
                let own = resolvedAddress(link, against: address)
            else { return nil }
            var title = ""
            if case .object(let heading)? = members["title"], case .text(let text)? = heading["rendered"] {
                title = foldedText(text)
            }
            return ListedAddress(address: own.withoutFragment, title: title)
        }
    } catch {
        // An answer that is no JSON is a page of the site: it lists nothing.
        return []
    }
}

/// The root of the WordPress REST interface that a page names in its head (REST API handbook, "Discovery"), with a
/// slash at its end; nil where it names none on its own host.
public func wordPressRoot(of record: FetchRecord) -> PageAddress? {
    let page = record.final
    func root(_ reference: String) -> PageAddress? {
        resolvedAddress(reference, against: page).flatMap { bareHost($0) == bareHost(page) ? $0 : nil }
    }
    for field in record.headers where field.name.lowercased() == "link" {
        for link in field.value.split(separator: ",") where link.contains("api.w.org") {
            if let address = root(String(link.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })) { return address }
        }
    }
    let signs = record.body.prefix(200_000).filter { $0 != 0 }.withUnsafeBufferPointer { bytes in
        withHTMLTree(bytes) { $0.map(WordPressSigns.init) ?? WordPressSigns() }
    }
    return signs.root.flatMap(root)
}

/// The JSON-LD blocks of a page (`<script type="application/ld+json">`), in order, each as its bytes; at most twenty of
/// up to 4 MB.
public func embeddedJSON(in body: [UInt8]) -> [[UInt8]] {
    body.filter { $0 != 0 }.withUnsafeBufferPointer { bytes in
        withHTMLTree(bytes) { root in
            var blocks: [[UInt8]] = []
            root?.forEachDescendant { node in
                if node.tag == .script, node.attributes.named("type")?.lowercased() == "application/ld+json" {
                    let text = node.directText
                    if text.count <= 4_000_000 { blocks.append(text) }
                }
                return blocks.count < 20
            }
            return blocks
        }
    }
}
