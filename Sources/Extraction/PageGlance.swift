import ThaiText
public import WebEvidence

/// Tells from the beginning of a page, and three samples of it, that it is an ordinary page: that no rule could make
/// anything else of it. Reading a page whole costs twenty times as much, and only the content of short or odd pages
/// decides what they are.
public struct PageGlance: Sendable {
    /// Unicode scalars of running text from which on the bounded rules cannot fit; Thai letters have three bytes.
    private static let leastText = 4_200
    /// Bytes of each sample.
    private static let sample = 1_500

    /// What in a title makes a whole reading worth while.
    private let titles: PhraseSieve
    /// Phrases of the rules that fit pages of any length.
    private let injected: PhraseSieve
    /// Rules of any length that ask for no phrase: those of hosts, paths and headers.
    private let placeless: [PageSignatures.Signature]

    /// - Parameter signatures: the rules that the glance stands for.
    public init(_ signatures: PageSignatures) {
        let (bounded, unbounded) = signatures.signatures.reduce(into: ([], [])) {
            (parts: inout ([PageSignatures.Signature], [PageSignatures.Signature]), rule) in
            if let most = rule.maximumText, most <= PageGlance.leastText {
                parts.0.append(rule)
            } else {
                parts.1.append(rule)
            }
        }
        titles = PhraseSieve((bounded + unbounded).flatMap { $0.title + $0.heading })
        injected = PhraseSieve(unbounded.flatMap { $0.title + $0.heading + $0.body })
        placeless = unbounded.filter { $0.title.isEmpty && $0.heading.isEmpty && $0.body.isEmpty }
    }

    /// What an answer is, where a glance is enough: `ok`, or `redirectedHome`. Nil for everything that must be read.
    /// - Parameters:
    ///   - record: as fetched, with its body.
    ///   - siteFrontPage: the front page of the agency's site, where known.
    public func outcome(of record: FetchRecord, siteFrontPage: PageAddress?) -> ClassifiedOutcome? {
        guard record.outcome == .ok, record.relaxed == nil, let status = record.status, (200...299).contains(status),
            record.body.count > PageGlance.leastText * 3, !placeless.contains(where: { $0.fits(record) }),
            record.body.withUnsafeBufferPointer(isOrdinary)
        else { return nil }
        return homeRedirect(record, ExtractedDocument(), siteFrontPage)
            ?? ClassifiedOutcome(outcome: .ok)
    }

    private func isOrdinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard beginsAsPage(bytes) else { return false }
        let text = RunningText(bytes, enough: PageGlance.leastText * 3)
        guard !text.isUnclear, text.length >= PageGlance.leastText * 3, let start = text.start else { return false }
        let names = text.headings + [text.title].compactMap { $0 }
        let samples = [start, bytes.count / 2, bytes.count - PageGlance.sample].map { place in
            max(0, place)..<min(bytes.count, max(0, place) + PageGlance.sample)
        }
        guard samples.allSatisfy({ isUTF8(bytes, $0) }) else { return isOrdinary(decoding: bytes, names, samples) }
        return !names.contains { titles.mayOccur(in: bytes, $0) }
            && !(names + samples).contains { injected.mayOccur(in: bytes, $0) }
    }

    /// The same for bytes of another encoding; not where they fit none.
    private func isOrdinary(
        decoding bytes: UnsafeBufferPointer<UInt8>, _ names: [Range<Int>], _ samples: [Range<Int>]
    ) -> Bool {
        func holds(_ sieve: PhraseSieve, _ ranges: [Range<Int>]) -> Bool? {
            var decoded = decodedText(ranges.flatMap { bytes[$0] + [32] }, declared: [])
            guard decoded.encoding == "windows-874", !decoded.isDamaged else { return nil }
            decoded.text += String(repeating: " ", count: PhraseSieve.margin)
            return decoded.text.withUTF8 { sieve.mayOccur(in: $0, 0..<$0.count) }
        }
        return holds(injected, names + samples) == false && (names.isEmpty || holds(titles, names + samples) == false)
    }

    /// `<!doctype html` or `<html` behind white space or a byte order mark.
    private func beginsAsPage(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = bytes.prefix(256).drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(14).map(asciiLowered)
        return start.starts(with: "<!doctype html".utf8) || start.starts(with: "<html".utf8)
    }

    /// True for a piece that is UTF-8 apart from characters cut off at its ends.
    private func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var piece = bytes[range].drop { $0 & 0xC0 == 0x80 }
        let cutOff = piece.suffix(3).lastIndex { $0 >= 0xC0 }
        if let cutOff { piece = piece[..<cutOff] }
        return String(validating: piece, as: UTF8.self) != nil
    }
}
