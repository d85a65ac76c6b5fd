import Extraction
import WebEvidence

/// The order in which the addresses of one site are asked, so that one made-up sibling is asked for each shape before
/// the second page of that shape: whoever comes first and is in order asks for it, the others wait. Pure.
struct SiblingShapes {
    /// What is known of a shape.
    enum Standing: Sendable {
        case unasked
        case asking
        /// Made-up addresses are told apart, or it cannot be told.
        case honest
        /// A made-up address is answered with a page.
        case echoes(Echo)
    }

    /// The page that is given for a made-up address.
    struct Echo: Sendable {
        var likeness: PageLikeness
        /// Of its body.
        var bytes: Int

        /// False for a page so much longer or shorter that nine lines of ten cannot agree.
        func mayEqual(_ record: FetchRecord) -> Bool {
            bytes < record.body.count * 2 && record.body.count < bytes * 2
        }
    }

    /// An address whose turn it is.
    struct Next: Sendable {
        var number: Int
        /// To be asked for where the page is in order.
        var probe: SiblingProbe?
        /// To be compared with the answer to a made-up address.
        var echo: Echo?
    }

    /// At most so many siblings are asked of one site, for the shapes with most pages.
    private static let mostShapes = 12

    /// By number of the address; nil where nothing can be made up or the site has too many shapes.
    private let probes: [SiblingProbe?]
    private var standings: [SiblingShape: Standing] = [:]
    private var rest: [Int]
    /// Pages that wait for the sibling of their shape.
    private var waiting: [SiblingShape: [Int]] = [:]
    /// Shapes with a page that is not like the answer to a made-up address.
    private var varied: Set<SiblingShape> = []

    init(_ addresses: [PageAddress]) {
        let probes = addresses.map(SiblingProbe.init)
        var counts: [SiblingShape: Int] = [:]
        for probe in probes { if let probe { counts[probe.shape, default: 0] += 1 } }
        let asked = Set(
            counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(SiblingShapes.mostShapes).map(\.key))
        self.probes = probes.map { $0.flatMap { asked.contains($0.shape) ? $0 : nil } }
        rest = Array(addresses.indices.reversed())
    }

    /// The next address that need not wait; nil when none is left or all that are left wait.
    mutating func next() -> Next? {
        while let number = rest.popLast() {
            guard let probe = probes[number] else { return Next(number: number) }
            switch standings[probe.shape] ?? .unasked {
            case .unasked:
                standings[probe.shape] = .asking
                return Next(number: number, probe: probe)
            case .asking: waiting[probe.shape, default: []].append(number)
            case .honest: return Next(number: number)
            case .echoes(let echo): return Next(number: number, echo: echo)
            }
        }
        return nil
    }

    /// An address was looked at.
    /// - Parameter standing: what its made-up sibling proved; `unasked` where the page was not in order, so that the
    ///   next of its shape asks; nil where it was not to ask.
    mutating func note(_ number: Int, _ standing: Standing?) {
        guard let standing, let shape = probes[number]?.shape else { return }
        standings[shape] = standing
        rest += (waiting.removeValue(forKey: shape) ?? []).reversed()
    }

    /// A page was found to be unlike the answer to a made-up address, without comparing their lines.
    mutating func noteUnlike(_ number: Int) {
        if let shape = probes[number]?.shape { varied.insert(shape) }
    }

    /// Which of the pages are answers that the server gives to any address.
    /// - Parameter likenesses: of the pages that were compared, by number.
    func outcomes(_ likenesses: [Int: PageLikeness]) -> [Int: Outcome] {
        var outcomes: [Int: Outcome] = [:]
        for (number, likeness) in likenesses {
            guard let probe = probes[number], case .echoes(let echo)? = standings[probe.shape] else { continue }
            let found = probe.outcome(
                of: likeness, sibling: echo.likeness,
                doesQueryChoose: varied.contains(probe.shape)
                    || likenesses.contains { other, page in
                        other != number && probes[other]?.shape == probe.shape && !page.isSame(as: likeness)
                    })
            if let found { outcomes[number] = found.outcome }
        }
        return outcomes
    }
}
