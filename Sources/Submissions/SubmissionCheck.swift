public import GradingCore
import WebEvidence

/// What can be said of a submission without network: nothing here is an error, all of it costs points often enough.
public struct SubmissionCheck: Sendable {
    /// Name of the file, for places.
    public var file: String
    /// Items of the year in the order of its list.
    public var items: [ItemID]
    /// Hosts of social networks; their subdomains count too.
    public var socialHosts: [String]

    /// A check against the items of a list.
    public init(file: String, items: [ItemID], socialHosts: [String]) {
        self.file = file
        self.items = items
        self.socialHosts = socialHosts
    }

    /// Every warning: first those of the file, then address by address, answer by answer, the items without a row, and
    /// last the addresses of plain http.
    public func warnings(_ submission: Submission) -> [InputProblem] {
        let website = address(submission.agency.website)
        var found: [InputProblem] = []
        if website == nil { found.append(Message.noWebsite(InputPlace(file: file), submission.agency.website)) }
        let placed = submission.answers.flatMap { answer in answer.urls.map { (answer: answer, url: $0) } }
        let addresses = placed.map { address($0.url.verbatim) }
        for (index, entry) in placed.enumerated() {
            let place = place(entry.url, entry.answer)
            let item = entry.answer.item.text
            guard let address = addresses[index] else {
                found.append(Message.noAddress(place, item: item, entry.url.verbatim))
                continue
            }
            found += warnings(address, item: item, place, website: website)
            let first = placed.indices.prefix(index).first { other in
                placed[other].answer.item != entry.answer.item
                    && addresses[other].map { $0.isSamePage(as: address) && $0.fragment == address.fragment } ?? false
            }
            if let first {
                found.append(Message.sharedURL(place, item: item, other: placed[first].answer.item.text))
            }
        }
        for answer in submission.answers {
            found += warnings(answer, addresses: answer.urls.map { address($0.verbatim) })
        }
        let answered = Set(submission.answers.map(\.item))
        for item in items where !answered.contains(item) {
            found.append(Message.itemWithoutRow(InputPlace(file: file), item: item.text))
        }
        // What nearly every address of an old website has comes last, so that it hides nothing.
        return found.filter { $0.code != .plainHTTP } + found.filter { $0.code == .plainHTTP }
    }

    private func address(_ written: String) -> PageAddress? {
        do { return try PageAddress(submitted: written) } catch { return nil }
    }

    private func place(_ url: SubmittedURL, _ answer: SubmittedAnswer) -> InputPlace {
        let row = url.row > 0 ? url.row : answer.row
        return InputPlace(
            file: file, sheet: url.sheet, row: row > 0 ? row : nil, column: url.column.isEmpty ? nil : url.column)
    }

    private func warnings(
        _ address: PageAddress, item: String, _ place: InputPlace, website: PageAddress?
    ) -> [InputProblem] {
        if SubmissionCheck.isPrivate(address.host) { return [Message.privateAddress(place, item: item, address.host)] }
        var found: [InputProblem] = []
        if address.scheme == "http" { found.append(Message.plainHTTP(place, item: item, address.text)) }
        if address.isFrontPage { found.append(Message.frontPage(place, item: item, address.text)) }
        if let website, !address.isPart(ofWebsite: website.host), !isSocial(address.host) {
            found.append(Message.otherHost(place, item: item, address.host, website: website.host))
        }
        return found
    }

    private func warnings(_ answer: SubmittedAnswer, addresses: [PageAddress?]) -> [InputProblem] {
        let place = InputPlace(file: file, row: answer.row > 0 ? answer.row : nil)
        if answer.urls.isEmpty {
            switch answer.answer {
            case true?: return [Message.yesWithoutURL(place, item: answer.item.text)]
            case false?: return [Message.answeredNo(place, item: answer.item.text)]
            case nil: return [Message.rowWithoutURL(place, item: answer.item.text)]
            }
        }
        let hosts = addresses.compactMap { $0?.host }
        guard hosts.count == addresses.count, hosts.allSatisfy(isSocial) else { return [] }
        return [Message.onlySocial(place, item: answer.item.text)]
    }

    private func isSocial(_ host: String) -> Bool {
        socialHosts.contains { host == $0 || host.hasSuffix(".\($0)") }
    }

    /// Addresses that only the agency's own network, or its own computer, can open.
    static func isPrivate(_ host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".local") || host == "::1" { return true }
        let parts = host.split(separator: ".").compactMap { Int($0) }
        guard parts.count == 4, host.utf8.count(where: { $0 == 46 }) == 3 else { return false }
        switch (parts[0], parts[1]) {
        case (10, _), (127, _), (192, 168), (169, 254): return true
        case (172, 16...31): return true
        default: return false
        }
    }
}
