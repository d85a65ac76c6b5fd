import ThaiText

/// The lines of a document without what the website prints around it, and who is named in them how often.
struct OwnLines {
    let units: [TextUnit]
    /// Numbers of the lines that are the head of the document.
    private let head: Set<Int>

    /// A name that begins with a known form.
    struct Name {
        /// What follows the form: enough to tell two bodies apart.
        let key: [UInt8]
        /// Form and beginning of the name.
        let range: Range<Int>
    }

    /// A name in one of the lines.
    struct Mention {
        let unit: Int
        let range: Range<Int>
        let key: [UInt8]
    }

    /// How the body named most stands in the document.
    struct Most {
        var quote: String
        var count: Int
        var isInHead: Bool
        var isAtEnd: Bool
    }

    private static let headLines = 4
    /// Bytes of a line that is more than a date or a word: fifteen Thai letters.
    private static let shortestHead = 45
    private static let endLines = 3
    /// Bytes that tell a name without its form: eight Thai letters.
    private static let stem = 24

    init(_ units: [TextUnit]) {
        self.units = units
        head = Set(units.indices.filter { units[$0].text.bytes.count >= OwnLines.shortestHead }.prefix(OwnLines.headLines))
    }

    func isHead(_ number: Int) -> Bool { head.contains(number) || number < OwnLines.endLines }

    /// All names by their keys.
    func mentions(_ names: (NormalisedText) -> [Name]) -> [[UInt8]: [Mention]] {
        var seen: [[UInt8]: [Mention]] = [:]
        for (number, unit) in units.enumerated() {
            for name in names(unit.text) {
                seen[name.key, default: []].append(Mention(unit: number, range: name.range, key: name.key))
            }
        }
        return seen
    }

    /// The body that is named most often, the first of several.
    /// - Parameter least: how often at least.
    func most(of seen: [[UInt8]: [Mention]], least: Int = 2) -> Most? {
        let often = seen.values.filter { $0.count >= least }
        guard let most = often.max(by: { ($0.count, -$0[0].unit) < ($1.count, -$1[0].unit) }) else { return nil }
        let first = most[0]
        let text = units[first.unit].text
        let start = first.range.upperBound - first.key.count
        let stem = Array(text.bytes[start...].prefix(OwnLines.stem))
        // A signature names the place without the form: "mayor of …".
        let lines = units.indices.filter { units[$0].text.bytes.contains(subsequence: stem) }
        let last = max(lines.last ?? 0, most.map(\.unit).max() ?? 0)
        return Most(
            quote: text.quote(first.range, context: 12), count: max(most.count, lines.count),
            isInHead: isHead(first.unit), isAtEnd: last >= units.count - OwnLines.endLines && last > first.unit)
    }
}
