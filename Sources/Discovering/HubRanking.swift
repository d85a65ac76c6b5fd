import Checklists
import ThaiText
import WebEvidence

/// Ranks the links of a page by how likely they lead to the agency's own index of the year.
struct HubRanking: Sendable {
    let words: DiscoveryWords
    let bounds: SiteBounds
    let year: Int
    let subIndicators: [String]
    let socialHosts: [String]
    /// True where files are read.
    let readsFiles: Bool

    /// Points from which a link is worth a request in this search.
    static let leastPoints = 20
    /// Points from which another host is.
    static let leastElsewhere = 60
    /// Points from which a file is: it has to name the assessment and the year.
    static let leastFile = 75

    /// The links worth a request, in the order of the page.
    func links(of page: VisitedPage, reading: IndexPageReading, limits: DiscoveryLimits) -> [WalkLink] {
        guard let document = page.document else { return [] }
        let isSplash = page.depth == 0 && document.links.count < 12
        var links: [WalkLink] = []
        for link in document.links.prefix(limits.linksOfPage) {
            guard let address = link.address else { continue }
            let isFile = words.isFile(address)
            guard !isFile || (readsFiles && words.mayBeIndex(address)) else { continue }
            let canonical = bounds.canonical(address)
            let key = bounds.key(canonical)
            guard !reading.answers.contains(key) else { continue }
            var points = points(link, canonical, page: page, reading: reading)
            if isSplash, !isFile, bounds.isOwn(canonical) { points += 30 }
            guard points >= (isFile ? HubRanking.leastFile : HubRanking.leastPoints), mayAsk(canonical, points) else {
                continue
            }
            links.append(walkLink(canonical, key, text: link.text.isEmpty ? link.label : link.text, link, page, points))
        }
        for embed in document.embeds {
            guard let address = embed.address.map(bounds.canonical), bounds.isOwn(address) || reading.isAssessment,
                mayAsk(address, 60)
            else { continue }
            links.append(
                WalkLink(
                    address: address, key: bounds.key(address), depth: page.depth + 1, path: page.path,
                    foundOn: page.final, way: embed.title, points: embed.kind == .frame ? 60 : 40))
        }
        return links
    }

    private func walkLink(
        _ address: PageAddress, _ key: String, text: String, _ link: PageLink, _ page: VisitedPage, _ points: Int
    ) -> WalkLink {
        WalkLink(
            address: address, key: key, depth: page.depth + 1,
            path: page.path + (words.isPager(text) || text.isEmpty ? [] : [text]), foundOn: page.final,
            way: ([text, link.row] + link.headings.suffix(2)).filter { !$0.isEmpty }.joined(separator: " · "),
            points: points - page.depth * 3)
    }

    private func mayAsk(_ address: PageAddress, _ points: Int) -> Bool {
        if words.isSkipped(host: address.host, path: address.path) { return false }
        if bounds.isOwn(address) { return true }
        return points >= HubRanking.leastElsewhere
            && !socialHosts.contains { address.host == $0 || address.host.hasSuffix("." + $0) }
    }

    private func points(
        _ link: PageLink, _ address: PageAddress, page: VisitedPage, reading: IndexPageReading
    ) -> Int {
        let own = [link.text, link.label].filter { !$0.isEmpty }.joined(separator: " ")
        if let number = ItemNumber(own), number.mark == .letter, number.numbers.count == 1 { return 0 }
        var points = 0
        let meanings = words.meanings(in: own)
        points += meanings.map { if case .name(let points) = $0 { points } else { 0 } }.max() ?? 0
        points -= meanings.map { if case .against(let points) = $0 { points } else { 0 } }.max() ?? 0
        let around = ([link.row] + link.headings.suffix(2)).map(words.namePoints).max() ?? 0
        points = max(points, points / 2 + around / 2)
        let slug = String(
            (PercentEncoding.decoded(address.path) + " " + PercentEncoding.decoded(address.query ?? ""))
                .map { "/-_=.&+".contains($0) ? " " : $0 })
        points += words.namePoints(slug) / 3
        if reading.isAssessment || reading.index != nil {
            if meanings.contains(.part) || subIndicators.contains(where: { begins(own, with: $0) }) { points += 45 }
            if words.isPager(link.text), isBeside(address, page) { points += 45 }
        }
        return points + yearPoints(link, own, address, isAssessment: reading.isAssessment, named: points > 0)
    }

    private func yearPoints(
        _ link: PageLink, _ own: String, _ address: PageAddress, isAssessment: Bool, named: Bool
    ) -> Int {
        let around = [own, link.row] + link.headings.suffix(1)
        if let years = around.lazy.map(WrittenYears.years).first(where: { !$0.isEmpty }) {
            guard years.contains(year) else { return -70 }
            // A bare year on a page of the assessment leads to the page of that year.
            if isAssessment, WrittenYears.isOnlyYear(own, beside: words.besideYear) { return 70 }
            return named ? 30 : 0
        }
        let years = WrittenYears.years(in: address)
        if years.isEmpty { return 0 }
        return years.contains(year) ? (named ? 15 : 0) : -40
    }

    private func begins(_ text: String, with id: String) -> Bool {
        let key = NormalisedText.key(text)
        let wanted = NormalisedText.key(id)
        guard
            let start = (0..<max(0, min(40, key.count - wanted.count + 1))).first(where: {
                key[$0..<($0 + wanted.count)].elementsEqual(wanted)
            })
        else { return false }
        let end = start + wanted.count
        let isWhole = end >= key.count || !(48...57).contains(key[end])
        return isWhole && (start == 0 || !(48...57).contains(key[start - 1]))
    }

    /// True for another page of the same list.
    private func isBeside(_ address: PageAddress, _ page: VisitedPage) -> Bool {
        guard bounds.isOwn(address) else { return false }
        func stem(_ address: PageAddress) -> Substring {
            let path = address.path.drop { $0 == "/" }
            return path.prefix { $0 != "/" && $0 != "." }
        }
        return stem(address) == stem(page.final) || bounds.shape(address) == bounds.shape(page.final)
    }
}
