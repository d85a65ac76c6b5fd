import GradingCore
import ThaiText
import WebEvidence

/// The years that a title, label or address names, in Buddhist era. Agencies write them bare (`OIT 2566`, `ITA66`,
/// `ita-2023`), so that no word need stand before them.
enum WrittenYears {
    /// Years that name an assessment: 2550...2599, and 2007...2056 of the common era.
    private static let buddhist = 2550...2599

    /// In the order of the text; each once.
    static func years(in text: String) -> [Int] {
        let shadow = NormalisedText(text)
        var years: [Int] = []
        var index = 0
        while index < shadow.bytes.count {
            guard isDigit(shadow.bytes[index]) else {
                index += 1
                continue
            }
            let end = endOfNumber(shadow, from: index)
            if let year = year(shadow, index..<end), !years.contains(year) { years.append(year) }
            index = end
        }
        return years
    }

    /// The years in path and query of an address.
    static func years(in address: PageAddress) -> [Int] {
        let query = address.query.map { " " + PercentEncoding.decoded($0) } ?? ""
        return years(in: PercentEncoding.decoded(address.path) + query)
    }

    /// True for a text that says nothing but a year (`ปีงบประมาณ พ.ศ. 2566`, `ITA 2566`).
    /// - Parameter words: what may stand beside it.
    static func isOnlyYear(_ text: String, beside words: [[UInt8]]) -> Bool {
        guard !years(in: text).isEmpty else { return false }
        var rest = NormalisedText.key(text).filter { !isDigit($0) }
        for word in words {
            while let place = place(of: word, in: rest) { rest.removeSubrange(place) }
        }
        return rest.count <= 6
    }

    private static func place(of word: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
        guard !word.isEmpty, word.count <= bytes.count else { return nil }
        return (0...(bytes.count - word.count)).first { bytes[$0..<($0 + word.count)].elementsEqual(word) }
            .map { $0..<($0 + word.count) }
    }

    private static func year(_ shadow: NormalisedText, _ range: Range<Int>) -> Int? {
        let number = range.reduce(0) { $0 * 10 + Int(shadow.bytes[$1] - 48) }
        switch range.count {
        case 4:
            if buddhist.contains(number) { return number }
            let shifted = number + FiscalYear.buddhistShift
            return buddhist.contains(shifted) ? shifted : nil
        case 2:
            // Two digits need a word before them.
            guard (55...79).contains(number) else { return nil }
            let before = shadow.bytes[..<range.lowerBound]
            return shortMarks.contains { before.suffix($0.count).elementsEqual($0) } ? 2500 + number : nil
        default: return nil
        }
    }

    private static let shortMarks = ["ita", "oit", "ita-", "oit-", "ita_", "oit_", "ปี", "ปีงบประมาณ", "พ.ศ."]
        .map(NormalisedText.key)

    private static func endOfNumber(_ shadow: NormalisedText, from start: Int) -> Int {
        var end = start + 1
        while end < shadow.bytes.count, isDigit(shadow.bytes[end]), !shadow.spaceBefore(end) { end += 1 }
        return end
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
