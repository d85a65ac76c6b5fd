/// A text with its shadow for matching, and the way back from the shadow to the text.
///
/// The shadow has Arabic digits, composed sara am, Thai marks in one order and once each, lower-case Latin, one kind of
/// dash and quote, and no white space, zero-width characters or controls. It is valid UTF-8.
public struct NormalisedText: Sendable {
    /// The text as given.
    public let original: String
    /// The shadow, UTF-8.
    public let bytes: [UInt8]
    private let sources: ShadowSources

    /// Makes the shadow in one pass; texts over 2 GB are not meant for it.
    public init(_ original: String) {
        var contiguous = original
        contiguous.makeContiguousUTF8()
        let count = contiguous.utf8.count
        let shadow = ShadowBuilder.build(contiguous.utf8.span) { bytes, sources in
            (bytes: [UInt8](bytes), sources: ShadowSources(sources, of: count))
        }
        bytes = shadow.bytes
        sources = shadow.sources
        self.original = contiguous
    }

    /// The shadow of a phrase, for phrase tables.
    public static func key(_ phrase: String) -> [UInt8] {
        var contiguous = phrase
        contiguous.makeContiguousUTF8()
        return ShadowBuilder.build(contiguous.utf8.span) { bytes, _ in [UInt8](bytes) }
    }

    /// True where white space stood before the byte at `shadowIndex`, and at both ends of the text.
    @inline(__always)
    public func spaceBefore(_ shadowIndex: Int) -> Bool {
        guard shadowIndex > 0, shadowIndex < sources.count else { return true }
        return sources.spaceBefore(shadowIndex)
    }

    /// The UTF-8 offsets in `original` of a range of the shadow, on scalar boundaries and widened to whole Thai
    /// clusters. Ranges outside the shadow are clamped.
    public func originalRange(_ shadow: Range<Int>) -> Range<Int> {
        let text = original.utf8.span
        let range = shadow.clamped(to: 0..<bytes.count)
        guard !range.isEmpty else {
            let place = range.lowerBound < bytes.count ? source(range.lowerBound) : text.count
            return place..<place
        }
        let start = clusterStart(in: text, at: source(range.lowerBound))
        let last = source(range.upperBound - 1)
        let end = clusterEnd(in: text, at: last + UTF8Reading.scalar(in: text, at: last).1)
        return min(start, end)..<max(start, end)
    }

    /// The original words of a range of the shadow with up to `context` letters on each side, white space folded,
    /// without invisible characters, cut between clusters and with `…` where something was cut off.
    public func quote(_ shadow: Range<Int>, context: Int) -> String {
        let text = original.utf8.span
        let range = quotedRange(shadow, context: context)
        let words = folded(text, range)
        guard !words.isEmpty else { return "" }
        let isCutBefore = hasWords(text, 0..<range.lowerBound)
        let isCutAfter = hasWords(text, range.upperBound..<text.count)
        return (isCutBefore ? "…" : "") + words + (isCutAfter ? "…" : "")
    }

    /// What the text says before and after the words that `quote(_:context:)` gives, white space folded, without
    /// invisible characters; empty at the ends of the text.
    public func surroundings(of shadow: Range<Int>, context: Int) -> (before: String, after: String) {
        let text = original.utf8.span
        let range = quotedRange(shadow, context: context)
        return (folded(text, 0..<range.lowerBound), folded(text, range.upperBound..<text.count))
    }

    private func quotedRange(_ shadow: Range<Int>, context: Int) -> Range<Int> {
        let text = original.utf8.span
        let range = originalRange(shadow)
        var start = range.lowerBound
        var end = range.upperBound
        for _ in 0..<max(0, context) where start > 0 { start = UTF8Reading.previous(in: text, before: start) }
        for _ in 0..<max(0, context) where end < text.count { end += UTF8Reading.scalar(in: text, at: end).1 }
        start = clusterStart(in: text, at: start)
        end = clusterEnd(in: text, at: end)
        return min(start, end)..<max(start, end)
    }

    /// The original words of a range of the shadow, white space folded, without invisible characters.
    public func words(_ shadow: Range<Int>) -> String {
        folded(original.utf8.span, originalRange(shadow))
    }

    private func source(_ index: Int) -> Int { sources.offset(index) }

    /// Backs up from a mark to the letter that carries it.
    private func clusterStart(in text: Span<UInt8>, at offset: Int) -> Int {
        var start = offset
        while start > 0, start < text.count {
            let scalar = UTF8Reading.scalar(in: text, at: start).0
            guard ScalarFolding.isExtender(scalar) || (start != offset && ScalarFolding.isInvisible(scalar)) else {
                return start
            }
            start = UTF8Reading.previous(in: text, before: start)
        }
        return start
    }

    /// Goes on over the marks of the last letter.
    private func clusterEnd(in text: Span<UInt8>, at offset: Int) -> Int {
        var end = offset
        var probe = offset
        while probe < text.count {
            let (scalar, length) = UTF8Reading.scalar(in: text, at: probe)
            probe += length
            if ScalarFolding.isExtender(scalar) {
                end = probe
            } else if !ScalarFolding.isInvisible(scalar) {
                break
            }
        }
        return end
    }

    private func folded(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var spaceIsPending = false
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Reading.scalar(in: text, at: index)
            if ScalarFolding.isSpace(scalar) {
                spaceIsPending = !result.isEmpty
            } else if !ScalarFolding.isInvisible(scalar) {
                if spaceIsPending { result.append(0x20) }
                spaceIsPending = false
                for step in index..<(index + length) { result.append(text[step]) }
            }
            index += length
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func hasWords(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Reading.scalar(in: text, at: index)
            if !ScalarFolding.isSpace(scalar), !ScalarFolding.isInvisible(scalar) { return true }
            index += length
        }
        return false
    }
}
