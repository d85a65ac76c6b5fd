import Checklists
import GradingCore
import ThaiText

/// Tells whether a declaration was signed by somebody who has since left the post: the agency's pages say that the
/// signer left, or that another one took the same post after the day of the signature.
struct FormerHead {
    /// The words that tell; nil when nothing does.
    private(set) var quote: String?

    /// Bytes of a post that tell it from another: five Thai letters.
    private static let tellingPost = 15
    /// Bytes between a name and "has left": some thirty Thai letters.
    private static let reach = 100

    /// - Parameters:
    ///   - signed: the pages of the declaration.
    ///   - pages: all pages of the agency that were read.
    init(signed: [FittingPage], pages: [AnalysedPage], signs: SignKeys) {
        for fit in signed {
            for signature in FormerHead.signatures(on: fit) {
                let found = pages.lazy.filter { $0.tellsOfOffices(signs) }.compactMap { page in
                    FormerHead.left(signature, on: page, signs: signs)
                        ?? FormerHead.followed(signature, on: page, signs: signs)
                }.first
                if let found {
                    quote = found
                    return
                }
            }
        }
    }

    /// Who signed, as what, and when.
    struct Signature {
        /// Normalised name without its title.
        var name: [UInt8]
        /// The words behind the name; empty when there are none.
        var post: [UInt8]
        var day: CivilDate?
    }

    static func signatures(on fit: FittingPage) -> [Signature] {
        let units = fit.page.units.filter { fit.scope.holds($0) && $0.place != .fileName && $0.place != .link }
        return units.indices.flatMap { number -> [Signature] in
            guard !ThaiText.ranges(of: .signature, in: units[number].text).isEmpty else { return [] }
            let near = units[number..<min(number + 3, units.count)]
            guard let place = near.firstIndex(where: { !ThaiText.ranges(of: .person, in: $0.text).isEmpty }),
                let person = ThaiText.ranges(of: .person, in: units[place].text).last
            else { return [] }
            let bytes = units[place].text.bytes
            var post = Array(bytes[person.upperBound...].drop { $0 < 0x80 })
            if post.count < tellingPost, place + 1 < units.count { post = units[place + 1].text.bytes }
            // The day of a declaration stands at its signature, mostly just above.
            let day = units[...place].reversed().lazy.compactMap(day).first
            return [Signature(name: name(Array(bytes[person])), post: post, day: day)]
        }
    }

    /// Titles are written in several ways; first name and surname tell, a surname alone does not.
    static func name(_ person: [UInt8]) -> [UInt8] { Array(person.dropFirst(titleBytes)) }

    /// Bytes of the shortest titles, three Thai letters.
    private static let titleBytes = 9

    private static func day(_ unit: TextUnit) -> CivilDate? {
        unit.dates.compactMap { if case .day(let day) = $0.kind { day } else { nil } }.max()
    }

    /// "… has left": the name, and next to it that its bearer left.
    private static func left(_ signature: Signature, on page: AnalysedPage, signs: SignKeys) -> String? {
        for unit in page.units where unit.place != .link {
            guard let sign = signs.place(.leftOffice, in: unit.text) else { continue }
            let bytes = unit.text.bytes
            let start = max(0, sign.range.lowerBound - reach)
            let before = Array(bytes[start..<sign.range.lowerBound])
            if before.contains(subsequence: signature.name) || isShortened(signature.name, in: before) {
                return unit.text.quote(sign.range, context: 50)
            }
        }
        return nil
    }

    /// นายกองไม้ฯ: a first name, and the sign that the rest is left out.
    private static func isShortened(_ name: [UInt8], in text: [UInt8]) -> Bool {
        let omission: [UInt8] = [0xE0, 0xB8, 0xAF]
        guard let sign = text.range(ofSubsequence: omission) else { return false }
        let first = text[..<sign.lowerBound].suffix(longestFirstName)
        return stride(from: leastFirstName, through: first.count, by: 3).contains {
            name.starts(with: first.suffix($0))
        }
    }

    /// Bytes of a first name, three to twelve Thai letters.
    private static let leastFirstName = 9
    private static let longestFirstName = 36

    /// Another one in the same post since a later day.
    private static func followed(_ signature: Signature, on page: AnalysedPage, signs: SignKeys) -> String? {
        guard let signed = signature.day, signature.post.count >= tellingPost else { return nil }
        let post = Array(signature.post.prefix(tellingPost))
        for (number, unit) in page.units.enumerated() where unit.place != .link {
            guard let sign = signs.place(.tookOffice, in: unit.text),
                let since = unit.dates.first(where: { $0.range.lowerBound >= sign.range.lowerBound }),
                case .day(let day) = since.kind, day > signed
            else { continue }
            let around = page.units[max(0, number - 1)...number].flatMap(\.text.bytes)
            if around.contains(subsequence: post), !around.contains(subsequence: signature.name) {
                return unit.text.quote(sign.range, context: 60)
            }
        }
        return nil
    }
}

extension AnalysedPage {
    /// True when a line says that somebody took or left an office: hardly any page has one.
    fileprivate func tellsOfOffices(_ signs: SignKeys) -> Bool {
        keptOffices.value(true) {
            units.contains { unit in
                unit.place != .link
                    && (signs.holds(.leftOffice, in: unit.text) || signs.holds(.tookOffice, in: unit.text))
            }
        }
    }
}
