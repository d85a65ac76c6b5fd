/// Hides personal data in texts: everything that was found before, in whatever spelling it comes again, and every
/// citizen's number that is plainly written as one.
///
/// Only digits are replaced, each by one `x`, so a text keeps its length, its shape and its letters, and a masked text is
/// not changed again.
public struct PersonalDataMask: Sendable {
    private let known: KnownNumbers
    private let homes: KnownHomes

    /// - Parameter data: what was found anywhere.
    public init(_ data: some Sequence<PersonalDatum>) {
        let data = Array(data)
        known = KnownNumbers(data)
        homes = KnownHomes(data)
    }

    /// Numbers that are glued to one another may show another one when the first is hidden; there are no more than a few.
    private static let mostPasses = 16

    /// The text with everything personal hidden.
    public func masked(_ text: String) -> String {
        var text = text
        for _ in 0..<PersonalDataMask.mostPasses {
            guard mayHoldPersonalData(text), let next = pass(text) else { return text }
            text = next
        }
        return text
    }

    /// Nil when nothing is to be hidden.
    private func pass(_ text: String) -> String? {
        let shadow = NormalisedText(text)
        var hidden: [Int] = []
        DigitChain.each(in: shadow, least: KnownNumbers.leastCut) { known.hide($0, in: shadow, &hidden) }
        homes.hide(shadow, &hidden)
        return hidden.isEmpty ? nil : PersonalDataMask.replaced(shadow, hidden)
    }

    /// The text with an x for the digits at some places of its shadow.
    private static func replaced(_ text: NormalisedText, _ places: [Int]) -> String {
        var offsets = places.map { text.originalRange($0..<$0 + 1).lowerBound }
        offsets.sort()
        let bytes = text.original.utf8.span
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var next = 0
        var index = 0
        while index < bytes.count {
            let length = UTF8Reading.scalar(in: bytes, at: index).1
            while next < offsets.count, offsets[next] < index { next += 1 }
            if next < offsets.count, offsets[next] == index {
                result.append(0x78)
            } else {
                for step in index..<index + length { result.append(bytes[step]) }
            }
            index += length
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A number as written with all digits but the first few replaced.
    static func masked(_ number: String, showing shown: Int) -> String {
        let shadow = NormalisedText(number)
        let digits = shadow.bytes.indices.filter { Latin.isDigit(shadow.bytes[$0]) }
        return replaced(shadow, Array(digits.dropFirst(shown)))
    }

    /// 1-2345-67890-12-1
    static func officialForm(of digits: [UInt8]) -> String {
        let text = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
        var form = ""
        for (place, digit) in text.enumerated() {
            if [1, 5, 10, 12].contains(place) { form += "-" }
            form.append(digit)
        }
        return form
    }

    // MARK: What stands before a house number

    /// So many bytes of the shadow before a house number tell it from other numbers.
    static let leadBytes = 21

    /// The end of a shadow without the signs by which cells are joined.
    static func lead(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        var lead: [UInt8] = []
        for byte in bytes.reversed() where byte > 0x7F || Latin.isLetter(byte) || Latin.isDigit(byte) {
            lead.append(byte)
            if lead.count == leadBytes { break }
        }
        return lead.reversed()
    }
}
