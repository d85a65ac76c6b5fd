import Extraction
import WebEvidence

/// Which submitted pages are answers that the server gives to any address. One made-up sibling for each site and shape
/// is asked; what looks like its answer is a soft 404.
struct SiblingCheck: Sendable {
    private struct Suspect: Sendable {
        var address: PageAddress
        var probe: SiblingProbe
        var page: FetchedPage
    }

    private let suspects: [Suspect]
    /// The made-up addresses to ask by shape: the sibling of the first of its pages.
    private let probes: [SiblingShape: SiblingProbe]

    /// The made-up addresses to ask, in a fixed order.
    var addresses: [PageAddress] { probes.values.map(\.address).sorted { $0.text < $1.text } }

    /// - Parameters:
    ///   - pages: submitted pages that were opened and read.
    ///   - most: at most so many siblings are asked of one host, for the shapes with most pages.
    init(_ pages: [PageAddress: FetchedPage], most: Int) {
        var suspects: [Suspect] = []
        for (address, page) in pages {
            // What a rule opened is no page of its address's site.
            guard !page.record.isUnwrapped, page.record.outcome == .ok, (200...299).contains(page.record.status ?? 0),
                let outline = page.outline, !outline.needsScript, let probe = SiblingProbe(address)
            else { continue }
            suspects.append(Suspect(address: address, probe: probe, page: page))
        }
        self.suspects = suspects.sorted { $0.address.text < $1.address.text }
        let shapes = Dictionary(grouping: self.suspects) { $0.probe.shape }
        var asked: [HostKey: Int] = [:]
        var probes: [SiblingShape: SiblingProbe] = [:]
        for (shape, pages) in shapes.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            guard let first = pages.first, asked[first.address.hostKey, default: 0] < most else { continue }
            asked[first.address.hostKey, default: 0] += 1
            probes[shape] = first.probe
        }
        self.probes = probes
    }

    /// Outcomes by submitted address, from the siblings' answers. A sibling that was not opened proves nothing.
    func outcomes(_ siblings: [PageAddress: FetchedPage]) -> [PageAddress: ClassifiedOutcome] {
        let shapes = Dictionary(grouping: suspects) { $0.probe.shape }
        var outcomes: [PageAddress: ClassifiedOutcome] = [:]
        for group in shapes.values {
            guard let probe = group.first.flatMap({ probes[$0.probe.shape] }), let sibling = siblings[probe.address],
                sibling.record.outcome == .ok, (200...299).contains(sibling.record.status ?? 0),
                let document = sibling.document
            else { continue }
            // Most shapes end before this: their made-up address is refused.
            let likeness = PageLikeness(document)
            let likenesses = group.map { $0.page.document.map(PageLikeness.init) ?? PageLikeness(ExtractedDocument()) }
            for (number, suspect) in group.enumerated() {
                outcomes[suspect.address] = probe.outcome(
                    of: likenesses[number], sibling: likeness,
                    doesQueryChoose: likenesses.indices.contains { other in
                        other != number && !likenesses[other].isSame(as: likenesses[number])
                    })
            }
        }
        return outcomes
    }
}
