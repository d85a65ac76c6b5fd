import Checklists
import ThaiText
import WebEvidence

/// Looks for the name of another agency in the content of a page. An assessor reads the head of a document, its
/// signature, and whether the agency itself is named at all.
struct OtherAgency: Sendable {
    /// Another agency and how sure it is that the document is of it.
    struct Named: Sendable, Hashable {
        /// Its name as the page says it.
        var quote: String
        /// Named in the head and again and again.
        var isSure: Bool
    }

    /// Forms of local bodies, which nobody uses without meaning one.
    private let localForms: [[UInt8]]
    /// Forms that are also words: a ministry's offices, hospitals, schools. They count only in the head of a document.
    private let otherForms: [[UInt8]]
    private let stops: [[UInt8]]
    /// The agency's own name without its forms, normalised; nil for one too short to be told.
    private let own: [UInt8]?
    private let isLocal: Bool

    /// Bytes of a name that tell two bodies apart: four Thai letters.
    private static let tellingBytes = 12
    /// Lines of the content that are its head.
    private static let headLines = 3

    init(agency name: String, library: ChecklistLibrary) {
        let local = library.agencyForms.map { NormalisedText.key($0) }
        let other = library.otherAgencyForms.map { NormalisedText.key($0) }
        localForms = local
        otherForms = other
        stops = library.agencyStops.map { NormalisedText.key($0) }
        var key = NormalisedText.key(name)
        isLocal = local.contains { key.starts(with: $0) }
        while let form = (local + other).filter({ key.starts(with: $0) }).max(by: { $0.count < $1.count }) {
            key = Array(key.dropFirst(form.count))
        }
        own = key.count >= 6 ? key : nil
    }

    /// Another agency whose document the page is; nil unless the content names one at least twice and the agency
    /// nowhere.
    func name(in page: AnalysedPage, scope: PageScope) -> Named? {
        guard let own else { return nil }
        // Titles, banners and footers carry the site's own name whatever the document is.
        let units = page.units.filter { unit in
            guard unit.place != .link, let block = unit.block else { return false }
            return page.page.document.blocks[block].region == .main
        }
        if units.contains(where: { $0.text.bytes.contains(subsequence: own) }) { return nil }
        let shown = units.filter(scope.holds)
        return name(in: shown, forms: localForms, isHeadAsked: !isLocal)
            ?? name(in: shown, forms: otherForms, isHeadAsked: true)
    }

    private func name(in units: [TextUnit], forms: [[UInt8]], isHeadAsked: Bool) -> Named? {
        var seen: [[UInt8]: [(unit: Int, range: Range<Int>)]] = [:]
        for (number, unit) in units.enumerated() {
            for (key, range) in names(in: unit.text, forms: forms) { seen[key, default: []].append((number, range)) }
        }
        let often = seen.values.filter { $0.count >= 2 }
        guard let most = often.max(by: { ($0.count, -$0[0].unit) < ($1.count, -$1[0].unit) }) else { return nil }
        let isInHead = most[0].unit < OtherAgency.headLines
        let isAtEnd = most.contains { $0.unit >= units.count - OtherAgency.headLines && $0.unit > most[0].unit }
        if isHeadAsked, !isInHead || most.count < 3 { return nil }
        return Named(
            quote: units[most[0].unit].text.quote(most[0].range, context: 12),
            isSure: isInHead && (most.count >= 3 || isAtEnd) && seen.count == 1)
    }

    /// Every form with what follows it, where that can be a name.
    private func names(in text: NormalisedText, forms: [[UInt8]]) -> [(key: [UInt8], range: Range<Int>)] {
        let bytes = text.bytes
        return forms.flatMap { form -> [(key: [UInt8], range: Range<Int>)] in
            guard let first = form.first, bytes.count > form.count + OtherAgency.tellingBytes else { return [] }
            return (0...(bytes.count - form.count - OtherAgency.tellingBytes)).compactMap { start in
                guard bytes[start] == first, bytes[start..<(start + form.count)].elementsEqual(form) else { return nil }
                let end = start + form.count
                let follows = bytes[end..<(end + OtherAgency.tellingBytes)]
                let isThai = follows.allSatisfy { $0 >= 0x80 }
                guard isThai, !text.spaceBefore(end), !stops.contains(where: { bytes[end...].starts(with: $0) }) else {
                    return nil
                }
                return (Array(follows), start..<(end + OtherAgency.tellingBytes))
            }
        }
    }
}
