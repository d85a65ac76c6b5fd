import Checklists
import ThaiText
import WebEvidence

/// Looks for the name of another local body in the content of a page.
struct OtherAgency: Sendable {
    private let forms: [[UInt8]]
    private let stops: [[UInt8]]
    /// The agency's own name without its form, normalised; nil for an agency whose name has none of the forms.
    private let own: [UInt8]?

    /// Bytes of a name that tell two bodies apart: four Thai letters.
    private static let tellingBytes = 12

    init(agency name: String, library: ChecklistLibrary) {
        forms = library.agencyForms.map { NormalisedText.key($0) }
        stops = library.agencyStops.map { NormalisedText.key($0) }
        let key = NormalisedText.key(name)
        let form = forms.filter { key.starts(with: $0) }.max { $0.count < $1.count }
        own = form.map { Array(key.dropFirst($0.count)) }.flatMap { $0.count >= 6 ? $0 : nil }
    }

    /// The words that name another body; nil unless the content names one at least twice and the agency nowhere.
    func name(in page: AnalysedPage, scope: PageScope) -> String? {
        guard let own else { return nil }
        // Titles, banners and footers carry the site's own name whatever the document is.
        let units = page.units.filter { unit in
            guard unit.place != .link, let block = unit.block else { return false }
            return page.page.document.blocks[block].region == .main
        }
        if units.contains(where: { $0.text.bytes.contains(subsequence: own) }) { return nil }
        var seen: [[UInt8]: Int] = [:]
        for unit in units where scope.holds(unit) {
            for (key, range) in names(in: unit.text) {
                seen[key, default: 0] += 1
                if seen[key] == 2 { return unit.text.quote(range, context: 12) }
            }
        }
        return nil
    }

    /// Every form of a local body with what follows it, where that can be a name.
    private func names(in text: NormalisedText) -> [(key: [UInt8], range: Range<Int>)] {
        let bytes = text.bytes
        return forms.flatMap { form -> [(key: [UInt8], range: Range<Int>)] in
            guard let first = form.first, bytes.count > form.count + OtherAgency.tellingBytes else { return [] }
            return (0..<(bytes.count - form.count - OtherAgency.tellingBytes)).compactMap { start in
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
