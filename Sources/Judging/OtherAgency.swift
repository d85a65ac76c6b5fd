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
    /// Forms that are said of everything, and tell another body only from one of the same form: a province of a province.
    private let peerForms: [[UInt8]]
    private let stops: [[UInt8]]
    /// The agency's own name without its forms, normalised; nil for one too short to be told.
    private let own: [UInt8]?
    private let isLocal: Bool
    private let isCompany: Bool
    private let superiorForms: [[UInt8]]
    /// What makes a body the owner of what stands before it.
    private let owners: [[UInt8]]
    private let companyForms: [[UInt8]]
    private let companyEnds: [[UInt8]]
    /// Forms of bodies that are no state agencies.
    private let foreignForms: [[UInt8]]
    /// The agency's name in full, and with each short form.
    private let ownNames: [[UInt8]]

    /// Bytes of a name that tell two bodies apart: four Thai letters.
    private static let tellingBytes = 12
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
        // "(Public Organisation)" is said once, if at all.
        if let bracket = key.firstIndex(of: 0x28) { key = Array(key[..<bracket]) }
        own = key.count >= 6 ? key : nil
        func keys(_ kind: PageSigns.Kind) -> [[UInt8]] { library.signs[kind].map { NormalisedText.key($0) } }
        superiorForms = keys(.superiorForms)
        peerForms = keys(.peerForms).filter { NormalisedText.key(name).starts(with: $0) }
        owners = keys(.owner)
        companyForms = keys(.companyForms)
        companyEnds = keys(.companyEnds)
        foreignForms = keys(.foreignForms)
        let whole = NormalisedText.key(name)
        ownNames = [whole] + (isLocal ? local.map { $0 + key } : [])
        isCompany = keys(.companyForms).contains { whole.contains(subsequence: $0) }
    }

    /// Another agency whose document the page is; nil unless the content names one at least twice and the agency
    /// nowhere.
    func name(in page: AnalysedPage, scope: PageScope) -> Named? {
        if let foreign = foreign(on: page) { return foreign }
        guard let own else { return nil }
        // Titles, banners and footers carry the site's own name whatever the document is.
        let units = page.units.indices.filter { number in
            page.units[number].place != .link && page.units[number].block != nil && page.isOwn(number)
        }.map { page.units[$0] }
        if units.contains(where: { $0.text.bytes.contains(subsequence: own) }) { return nil }
        let shown = OwnLines(units.filter(scope.holds))
        return name(in: shown, forms: localForms, isHeadAsked: !isLocal)
            ?? name(in: shown, forms: otherForms, isHeadAsked: true)
            ?? name(in: shown, forms: peerForms, isHeadAsked: true)
            ?? (isCompany ? nil : company(in: shown)) ?? superior(in: shown)
    }

    /// The website of a bank, a party, an encyclopedia: its title or a heading says so, and the agency is named nowhere on
    /// the page, not in its frame either.
    private func foreign(on page: AnalysedPage) -> Named? {
        guard let first = ownNames.first, first.count >= OtherAgency.tellingBytes else { return nil }
        for unit in page.units where unit.place == .title || unit.place == .heading {
            guard let place = foreignForms.lazy.compactMap({ unit.text.bytes.range(ofSubsequence: $0) }).first else {
                continue
            }
            let document = page.page.document
            let isNamed = ([document.title] + document.blocks.map(\.text)).contains { text in
                let key = NormalisedText.key(text)
                return ownNames.contains { key.contains(subsequence: $0) }
            }
            return isNamed ? nil : Named(quote: unit.text.quote(place, context: 40), isSure: false)
        }
        return nil
    }

    private func name(in lines: OwnLines, forms: [[UInt8]], isHeadAsked: Bool) -> Named? {
        let seen = lines.mentions { names(in: $0, forms: forms) }
        guard let most = lines.most(of: seen) else { return nil }
        if isHeadAsked, !most.isInHead || most.count < 3 && !most.isAtEnd { return nil }
        return Named(
            quote: most.quote, isSure: most.isInHead && (most.count >= 3 || most.isAtEnd) && seen.count == 1)
    }

    /// A body above others, as the owner of the document in its head: it may bind the agency, so a person looks.
    private func superior(in lines: OwnLines) -> Named? {
        let seen = lines.mentions { text in
            names(in: text, forms: superiorForms).filter { name in
                let before = text.bytes[..<name.range.lowerBound]
                return owners.contains { before.count >= $0.count && before.suffix($0.count).elementsEqual($0) }
                    || before.isEmpty
            }
        }
        guard seen.count == 1, let most = lines.most(of: seen, least: 1), most.isInHead, most.count >= 2 else {
            return nil
        }
        return Named(quote: most.quote, isSure: false)
    }

    /// A company whose name stands in the head, and which speaks of itself again and again.
    private func company(in lines: OwnLines) -> Named? {
        for (number, unit) in lines.units.enumerated() where lines.isHead(number) {
            for form in companyForms {
                guard let start = unit.text.bytes.range(ofSubsequence: form)?.lowerBound else { continue }
                let reach = unit.text.bytes[start...].prefix(OtherAgency.longestCompany)
                guard companyEnds.contains(where: { Array(reach).contains(subsequence: $0) }) else { continue }
                let selves = lines.units.count { $0.table == nil && $0.text.bytes.contains(subsequence: form) }
                guard selves >= 3 else { return nil }
                return Named(quote: unit.text.quote(start..<(start + form.count), context: 45), isSure: true)
            }
        }
        return nil
    }

    /// Bytes of the name of a company with its end: some fifty Thai letters.
    private static let longestCompany = 150

    /// Every form with what follows it, where that can be a name.
    private func names(in text: NormalisedText, forms: [[UInt8]]) -> [OwnLines.Name] {
        let bytes = text.bytes
        return forms.flatMap { form -> [OwnLines.Name] in
            guard let first = form.first, bytes.count > form.count + OtherAgency.tellingBytes else { return [] }
            return (0...(bytes.count - form.count - OtherAgency.tellingBytes)).compactMap { start in
                guard bytes[start] == first, bytes[start..<(start + form.count)].elementsEqual(form) else { return nil }
                let end = start + form.count
                let follows = bytes[end..<(end + OtherAgency.tellingBytes)]
                let isThai = follows.allSatisfy { $0 >= 0x80 }
                guard isThai, !text.spaceBefore(end), !stops.contains(where: { bytes[end...].starts(with: $0) }) else {
                    return nil
                }
                return OwnLines.Name(key: Array(follows), range: start..<(end + OtherAgency.tellingBytes))
            }
        }
    }
}
