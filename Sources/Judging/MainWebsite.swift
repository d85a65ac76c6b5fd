import Findings
import WebEvidence

/// What the pages that were read tell of the agency's main website: which addresses of other websites it links to.
/// Assessors accept evidence that stands elsewhere only where the main website leads to it.
struct MainWebsite: Sendable {
    /// How evidence stands to the main website.
    enum Standing: Sendable, Hashable {
        /// On it or on a host below its name.
        case on
        /// Elsewhere; this page of the main website links to it.
        case linked(from: PageAddress)
        /// Elsewhere; only this page of the main website leads to that host, to another address.
        case hostLinked(from: PageAddress)
        /// Elsewhere, and of so many pages of the main website none leads there.
        case notLinked(pages: Int)
    }

    /// The first page, the shortest address first, that links to an address or to a host.
    private struct Links: Sendable {
        var toAddress: [String: PageAddress] = [:]
        var toHost: [String: PageAddress] = [:]
    }

    private let input: JudgingInput
    private let host: String
    /// Numbers of the pages that are of the main website, the shortest address first.
    private let own: [Int]
    /// Reading all links is put off until somebody asks.
    private let links = Kept<Bool, Links>()

    /// Nil where no main website is named, or everything that was read stands on it.
    init?(_ input: JudgingInput) {
        guard let host = MainWebsite.host(input.agency.website) else { return nil }
        // A main website that redirects to another host is still the main website.
        let own = input.pages.indices.filter { input.pages[$0].isPart(ofWebsite: host) }
        guard own.count < input.pages.count else { return nil }
        self.input = input
        self.host = host
        self.own = own.sorted { left, right in
            let (left, right) = (input.pages[left].address.text, input.pages[right].address.text)
            return (left.utf8.count, left) < (right.utf8.count, right)
        }
    }

    private static func host(_ website: String) -> String? {
        do { return try PageAddress(submitted: website).host } catch { return nil }
    }

    /// What is told beside the verdict of the evidence on which it rests; nil for what stands on the main website.
    func hint(on id: EvidenceID) -> Hint? {
        guard let reading = input.evidence.first(where: { $0.id == id }), let number = reading.page,
            number < input.pages.count
        else { return nil }
        let host = input.pages[number].address.host
        switch standing(of: reading) {
        case .on: return nil
        case .linked(let from):
            return Hint(code: "linked_from_main_website", message: JudgementTexts.linked(host, from: from.text))
        case .hostLinked(let from):
            return Hint(
                code: "host_linked_from_main_website", message: JudgementTexts.hostLinked(host, from: from.text))
        case .notLinked(pages: 0):
            return Hint(code: "main_website_not_read", message: JudgementTexts.mainWebsiteNotRead(host))
        case .notLinked(let count):
            return Hint(code: "not_linked_from_main_website", message: JudgementTexts.notLinked(host, pages: count))
        }
    }

    private func standing(of reading: EvidenceReading) -> Standing {
        guard let number = reading.page else { return .notLinked(pages: own.count) }
        if input.pages[number].isPart(ofWebsite: host) { return .on }
        if let page = wayFromWebsite(to: reading) { return .linked(from: page) }
        let ways = input.pages[number].ways
        let links = links.value(true) { read() }
        if let page = ways.lazy.compactMap({ links.toAddress[$0.keyAcrossSchemes] }).first {
            return .linked(from: page)
        }
        if let page = ways.lazy.compactMap({ links.toHost[$0.host] }).first { return .hostLinked(from: page) }
        return .notLinked(pages: own.count)
    }

    /// The page of the main website from which the program came to the evidence.
    private func wayFromWebsite(to reading: EvidenceReading) -> PageAddress? {
        var (from, steps) = (reading.from, 0)
        while let id = from, steps < MainWebsite.longestWay, let above = input.evidence.first(where: { $0.id == id }) {
            if let number = above.page, number < input.pages.count, input.pages[number].isPart(ofWebsite: host) {
                return input.pages[number].address
            }
            (from, steps) = (above.from, steps + 1)
        }
        return nil
    }

    private static let longestWay = 20

    private func read() -> Links {
        let ownHosts = Set(own.map { input.pages[$0].address.host })
        var links = Links()
        for number in own {
            let page = input.pages[number]
            let document = page.document
            let addresses = document.links.compactMap(\.address) + document.embeds.compactMap(\.address)
            for address in addresses where !ownHosts.contains(address.host) {
                let key = address.keyAcrossSchemes
                if links.toAddress[key] == nil { links.toAddress[key] = page.address }
                if links.toHost[address.host] == nil { links.toHost[address.host] = page.address }
            }
        }
        return links
    }
}

extension ReadPage {
    fileprivate func isPart(ofWebsite host: String) -> Bool { ways.contains { $0.isPart(ofWebsite: host) } }
}

extension PageAddress {
    /// `http` and `https` of one address are the same place, with and without a slash at the end.
    fileprivate var keyAcrossSchemes: String {
        let plain = withoutFragment.text.drop { $0 != ":" }
        return String(plain.last == "/" ? plain.dropLast() : plain)
    }
}
