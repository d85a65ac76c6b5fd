import Extraction
import WebEvidence

/// Which submitted pages are answers that the server gives to any address. One made-up sibling for each site and shape
/// is asked; what looks like its answer is a soft 404.
struct SiblingCheck: Sendable {
    private struct Suspect: Sendable {
        var address: PageAddress
        var probe: SiblingProbe
        var likeness: PageLikeness
    }

    private let suspects: [Suspect]
    /// The made-up addresses to ask, in a fixed order.
    let addresses: [PageAddress]

    /// - Parameters:
    ///   - pages: submitted pages that were opened and read.
    ///   - most: at most so many siblings are asked.
    init(_ pages: [PageAddress: FetchedPage], most: Int) {
        var suspects: [Suspect] = []
        for (address, page) in pages {
            guard page.record.outcome == .ok, (200...299).contains(page.record.status ?? 0),
                let document = page.document, !document.needsScript, let probe = SiblingProbe(address)
            else { continue }
            suspects.append(Suspect(address: address, probe: probe, likeness: PageLikeness(document)))
        }
        self.suspects = suspects.sorted { $0.address.text < $1.address.text }
        var seen: Set<SiblingShape> = []
        let shapes = suspects.map(\.probe).sorted { $0.shape < $1.shape }.filter { seen.insert($0.shape).inserted }
        addresses = shapes.prefix(most).map(\.address)
    }

    /// Outcomes by submitted address, from the siblings' answers. A sibling that was not opened proves nothing.
    func outcomes(_ siblings: [PageAddress: FetchedPage]) -> [PageAddress: ClassifiedOutcome] {
        let shapes = Dictionary(grouping: suspects) { $0.probe.shape }
        var outcomes: [PageAddress: ClassifiedOutcome] = [:]
        for group in shapes.values {
            guard let probe = group.first?.probe, let sibling = siblings[probe.address],
                sibling.record.outcome == .ok, (200...299).contains(sibling.record.status ?? 0),
                let document = sibling.document
            else { continue }
            let likeness = PageLikeness(document)
            for suspect in group {
                let others = group.filter { $0.address != suspect.address }.map(\.likeness)
                outcomes[suspect.address] = probe.outcome(of: suspect.likeness, sibling: likeness, others: others)
            }
        }
        return outcomes
    }
}
