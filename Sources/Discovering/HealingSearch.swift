import Assessing
import Extraction
import Findings
import GradingCore
import ThaiText
import WebEvidence

/// Finds for one ailing answer after the other what it meant, among the pages and links of a finished search.
struct Healing {
    private var run: DiscoveryRun
    private let items: [ItemID: DiscoveredItem]
    private let links: [Known]

    /// An address that the site links to or lists, with what it is called.
    private struct Known {
        var address: PageAddress
        var key: String
        var titles: [String]
    }

    init(run: DiscoveryRun, found: Discovery) {
        self.run = run
        items = Dictionary(found.items.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
        var links: [Known] = []
        var places: [String: Int] = [:]
        func add(_ address: PageAddress, _ titles: [String]) {
            let canonical = run.bounds.canonical(address)
            let key = run.bounds.key(canonical)
            if let place = places[key] {
                links[place].titles += titles.filter { !$0.isEmpty && links[place].titles.count < 8 }
            } else {
                places[key] = links.count
                links.append(Known(address: canonical, key: key, titles: titles.filter { !$0.isEmpty }))
            }
        }
        for page in run.walk.pages where page.outcome == .ok {
            add(page.final, [page.title])
            for link in page.document?.links ?? [] where link.region == .main || page.depth == 0 {
                if let address = link.address { add(address, [link.text, link.row]) }
            }
        }
        for entry in run.listed ?? [] { add(entry.address, [entry.title]) }
        self.links = links
    }

    mutating func suggestion(for answer: AilingAnswer) async -> LinkSuggestion? {
        var old: PageAddress?
        if !answer.url.isEmpty {
            do { old = try PageAddress(submitted: answer.url) } catch { old = nil }
        }
        if answer.isDead, let old, let moved = await moved(old, answer) { return moved }
        guard let item = items[answer.item] else { return nil }
        if item.isFromIndex {
            for address in item.urls where !isSame(address, old) {
                if await isReadable(address) { return proposal(answer, address, .ownIndex) }
            }
        }
        let satisfying = item.candidates.filter { $0.verdict == .satisfied && !isSame($0.address, old) }
        return satisfying.first.map { proposal(answer, $0.address, .sameTopic) }
    }

    private func isSame(_ address: PageAddress, _ old: PageAddress?) -> Bool {
        old.map { run.bounds.key($0) == run.bounds.key(address) } ?? false
    }

    /// Where the content of a dead address went.
    private mutating func moved(_ old: PageAddress, _ answer: AilingAnswer) async -> LinkSuggestion? {
        if !answer.lastDigest.isEmpty,
            let page = run.walk.pages.first(where: { $0.sha256 == answer.lastDigest && $0.outcome == .ok }),
            !isSame(page.final, old)
        {
            return proposal(answer, page.address, .sameContent)
        }
        if let entry = await entry(of: old), !isSame(entry, old), await isReadable(entry) {
            return proposal(answer, entry, .sameEntry)
        }
        for (cause, named) in [(LinkSuggestion.Cause.sameFile, sameFile(as: old)), (.samePath, samePath(as: old))] {
            // Two files of one name: nobody can tell which was meant.
            guard let only = named.first, named.count == 1 || isNamed(only, answer) else { continue }
            if await isReadable(only.address) {
                let hasSameBytes =
                    !answer.lastDigest.isEmpty
                    && run.walk.pages.contains {
                        $0.sha256 == answer.lastDigest && run.bounds.key($0.address) == only.key
                    }
                return proposal(answer, only.address, hasSameBytes ? .sameContent : cause)
            }
        }
        if let titled = sameTitle(as: answer, old), await isReadable(titled.address) {
            return proposal(answer, titled.address, .sameTitle)
        }
        return nil
    }

    /// `?p=12`, `?page_id=12` and `/archives/12` of WordPress: its interface tells where the entry is today.
    private mutating func entry(of old: PageAddress) async -> PageAddress? {
        guard let root = run.wordPress, run.bounds.isOwn(old) else { return nil }
        var number: Substring?
        for part in (old.query ?? "").split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1)
            if pair.count == 2, ["p", "page_id", "attachment_id"].contains(pair[0]) { number = pair[1] }
        }
        if number == nil { number = old.path.split(separator: "/").last { $0.allSatisfy(\.isNumber) } }
        guard let number, !number.isEmpty, number.count < 12, number.allSatisfy({ ("0"..."9").contains($0) }) else {
            return nil
        }
        for kind in ["posts", "pages"] {
            let address: PageAddress
            do { address = try PageAddress("\(root)wp/v2/\(kind)?include=\(number)&_fields=id,link,title") } catch {
                return nil
            }
            guard let page = await run.walk.listing(address), page.record.contentOutcome == .ok else { continue }
            let entries = listedAddresses(wordPressJSON: page.record.body, address: page.record.final)
            if entries.count == 1 { return entries[0].address }
        }
        return nil
    }

    private static let generic: Set<String> = [
        "index", "default", "main", "home", "page", "view", "detail", "content", "download", "news", "file", "document",
        "scan", "image", "untitled", "show",
    ]

    private func sameFile(as old: PageAddress) -> [Known] {
        let name = old.fileName.lowercased()
        let stem = String(name.prefix { $0 != "." })
        guard run.words.isFile(old), stem.unicodeScalars.count >= 4, !Healing.generic.contains(stem),
            !stem.allSatisfy(\.isNumber) || stem.count >= 6
        else { return [] }
        return links.filter { $0.address.fileName.lowercased() == name && !isSame($0.address, old) }
    }

    /// The last part of the path without its ending, long enough to be a name.
    private func samePath(as old: PageAddress) -> [Known] {
        guard let slug = Healing.slug(old), !run.words.isFile(old) else { return [] }
        return links.filter { Healing.slug($0.address) == slug && !isSame($0.address, old) }
    }

    private static func slug(_ address: PageAddress) -> String? {
        guard let last = address.path.split(separator: "/").last else { return nil }
        let name = PercentEncoding.decoded(String(last)).lowercased().prefix { $0 != "." }
        let query = address.query.map { "?" + $0 } ?? ""
        guard name.unicodeScalars.count >= 6, !generic.contains(String(name)), !name.allSatisfy(\.isNumber) else {
            return nil
        }
        return name + query
    }

    private func isNamed(_ known: Known, _ answer: AilingAnswer) -> Bool {
        known.titles.contains { title in run.naming.choices(for: title).first?.item == answer.item }
    }

    private func sameTitle(as answer: AilingAnswer, _ old: PageAddress) -> Known? {
        let last = answer.explanation.split(whereSeparator: { ">›»\n/".contains($0) }).last.map(String.init) ?? ""
        let wanted = [answer.lastTitle, last].map { TitleLetters($0, without: []) }.filter { $0.count >= 10 }
        guard !wanted.isEmpty else { return nil }
        let like = links.filter { known in
            !isSame(known.address, old)
                && known.titles.contains { title in
                    let letters = TitleLetters(title, without: [])
                    return wanted.contains { $0.likeness(to: letters) >= 92 }
                }
        }
        return like.count == 1 ? like.first : nil
    }

    /// True for an address that was opened, now or before, and gave something to read.
    private mutating func isReadable(_ address: PageAddress) async -> Bool {
        let key = run.bounds.key(address)
        if let page = run.walk.pages.first(where: { run.bounds.key($0.address) == key }) { return page.outcome == .ok }
        // Other hosts are the agency's own choice; what cannot be asked any more stays unproposed.
        let link = WalkLink(
            address: run.bounds.canonical(address), key: key, depth: 1, path: [], foundOn: nil, way: "", points: 0)
        guard let number = await run.walk.open([link]).first else { return false }
        let outcome = run.walk.pages[number].outcome
        return outcome == .ok || outcome == .scannedWithoutText
    }

    private func proposal(
        _ answer: AilingAnswer, _ address: PageAddress, _ cause: LinkSuggestion.Cause
    ) -> LinkSuggestion {
        LinkSuggestion(
            item: answer.item, url: answer.url, replacement: address.text, cause: cause, why: cause.words)
    }
}

extension LinkSuggestion.Cause {
    fileprivate var words: BilingualText {
        switch self {
        case .sameContent:
            BilingualText(
                th: "พบไฟล์หรือหน้าเดิมทุกประการที่ที่อยู่นี้", en: "The very same content now lies at this address.")
        case .sameEntry:
            BilingualText(
                th: "ระบบเว็บไซต์แจ้งว่าเนื้อหาเดิมย้ายมาที่ที่อยู่นี้",
                en: "The website's own system gives this address for the same entry.")
        case .sameFile:
            BilingualText(
                th: "พบไฟล์ชื่อเดียวกันบนเว็บไซต์ที่ที่อยู่นี้", en: "A file of the same name lies at this address.")
        case .samePath:
            BilingualText(
                th: "พบหน้าที่มีชื่อที่อยู่ส่วนท้ายเหมือนเดิม", en: "A page with the same last part of its address was found.")
        case .sameTitle:
            BilingualText(th: "พบหน้าที่มีชื่อเรื่องเดียวกัน", en: "A page of the same title was found.")
        case .ownIndex:
            BilingualText(
                th: "หน้า OIT ของหน่วยงานเองระบุที่อยู่นี้สำหรับข้อนี้",
                en: "The agency's own OIT page gives this address for the item.")
        case .sameTopic:
            BilingualText(
                th: "หน้านี้บนเว็บไซต์มีข้อมูลตรงตามที่ข้อนี้กำหนด",
                en: "This page of the website holds what the item asks for.")
        }
    }
}
