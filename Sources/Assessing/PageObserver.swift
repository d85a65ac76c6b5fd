public import Extraction
public import Fetching
public import ThaiText
public import WebEvidence

/// What is known of a page from the look before.
public struct KnownPage: Sendable, Hashable {
    /// To ask with a condition; nil for the whole body.
    public var validators: PageValidators?
    /// SHA-256 of its body, 64 digits.
    public var digest: String
    public var outcome: Outcome
    public var status: Int?
    /// Where its chain of redirects ended.
    public var final: String

    public init(validators: PageValidators?, digest: String, outcome: Outcome, status: Int?, final: String) {
        self.validators = validators
        self.digest = digest
        self.outcome = outcome
        self.status = status
        self.final = final
    }
}

/// One look at an address.
public struct PageObservation: Sendable {
    /// Without headers and body.
    public var record: FetchRecord
    /// Completed by the content.
    public var outcome: Outcome
    /// The body is that of the look before.
    public var isUnmodified: Bool
    /// SHA-256 of the body, 64 digits; nil when there was none.
    public var digest: String?
    /// For the next look; nil where the server gives none, or the content lies behind a viewer.
    public var validators: PageValidators?
    /// The main text line by line, personal data hidden, and where its links lead; nil where it was not read: the page
    /// is unmodified, is no page, or could not be opened.
    public var lines: [String]?
}

/// Looks at submitted addresses again and again, as cheaply as their servers allow.
public struct PageObserver: Sendable {
    private let fetcher: Fetcher
    private let reader: PageReader
    private let signatures: PageSignatures
    private let wrappers: WrapperRules
    private let personalData: PersonalDataRules

    /// - Parameter robots: what robots.txt decides on; `strict` asks it for submitted addresses as well.
    public init(
        fetcher: Fetcher, signatures: PageSignatures, wrappers: WrapperRules, personalData: PersonalDataRules,
        robots: RobotsMode = .followed
    ) {
        self.fetcher = fetcher.heeding(robots)
        self.signatures = signatures
        self.wrappers = wrappers
        self.personalData = personalData
        reader = PageReader(
            origin: .network(self.fetcher, kept: [:], keeper: nil), bodies: BodyReading(wrappers: wrappers),
            report: { _ in })
    }

    /// One look.
    /// - Parameters:
    ///   - website: the front page of the agency's site; nil when unknown.
    ///   - known: from the look before; nil to read the page anew.
    public func observation(
        of address: PageAddress, website: PageAddress?, known: KnownPage?
    ) async -> PageObservation {
        let address = address.withoutFragment
        guard wrappers.contentAddress(of: address) == nil else {
            return read(await content(of: address, given: nil), website: website)
        }
        let answer: FetchRecord
        if let validators = known?.validators {
            answer = await fetcher.revalidate(address, against: validators)
        } else {
            answer = await fetcher.refetch(address)
        }
        if let known, isUnmodified(answer, known) {
            var record = answer
            let digest = known.digest
            let validators = answer.status == 304 ? known.validators : PageValidators(of: answer)
            record.headers = []
            record.body = []
            return PageObservation(
                record: record, outcome: known.outcome, isUnmodified: true, digest: digest, validators: validators)
        }
        if answer.status == 304 {
            // Not modified, but not as we knew it either (another redirect): the whole answer is needed.
            return read(await content(of: address, given: await fetcher.refetch(address)), website: website)
        }
        return read(await content(of: address, given: answer), website: website)
    }

    /// The same server, the same end of the redirects, the same bytes. What was read in spite of a fault of the
    /// certificate is read again.
    private func isUnmodified(_ answer: FetchRecord, _ known: KnownPage) -> Bool {
        guard answer.outcome == .ok, !known.outcome.isTLS, answer.final.withoutFragment.text == known.final else {
            return false
        }
        if answer.status == 304 { return true }
        return answer.status == known.status && answer.sha256 == known.digest && !known.digest.isEmpty
    }

    private func content(of address: PageAddress, given: FetchRecord?) async -> FetchedPage {
        let asker = PageAsker(fetcher: fetcher, purpose: .submitted, earlier: nil, given: given)
        return await reader.content(of: address, by: asker)
    }

    private func read(_ page: FetchedPage, website: PageAddress?) -> PageObservation {
        let outcome = completedOutcome(
            of: page.record, document: page.document, kind: page.kind, siteFrontPage: website, signatures: signatures
        ).outcome
        var record = page.record
        let isOpen = outcome == .ok || (outcome.isTLS && record.relaxed?.content == .ok)
        let lines = isOpen ? page.document?.watchedLines(hiding: personalData) : nil
        let validators = record.isUnwrapped || outcome != .ok ? nil : PageValidators(of: record)
        let digest = record.status == nil || record.sha256.isEmpty ? nil : record.sha256
        record.headers = []
        record.body = []
        return PageObservation(
            record: record, outcome: outcome, isUnmodified: false, digest: digest, validators: validators,
            lines: lines)
    }
}

extension ExtractedDocument {
    /// Longer texts are cut: what a change at the end of a list of thousands of lines says, its digest says too.
    private static let mostWatchedLines = 20_000

    /// Title, main text and targets of the links in it, without menus, heads and feet.
    func watchedLines(hiding rules: PersonalDataRules) -> [String] {
        let mask = PersonalDataMask(personalData(in: self, furniture: nil, rules: rules).map(\.datum))
        var lines = title.isEmpty ? [] : [mask.masked(title)]
        let hasMain = blocks.contains { $0.region == .main }
        for block in blocks where block.region == .main || (!hasMain && block.region != .navigation) {
            lines.append(mask.masked(block.text))
            for link in block.links where links.indices.contains(link) {
                guard let address = links[link].address else { continue }
                // Queries hold session numbers, fragments nothing.
                lines.append("→ \(address.host)\(PercentEncoding.decoded(address.path))")
            }
        }
        return Array(lines.prefix(ExtractedDocument.mostWatchedLines))
    }
}
