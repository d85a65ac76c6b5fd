import ThaiText

/// The agency's name in a report, and in how many ways it is written.
struct AgencyNaming {
    /// The spelling that stands most often, its form written in full; nil where no form of a local body stands.
    private(set) var name: String?
    /// Every spelling as written, most frequent first; at most eight.
    private(set) var spellings: [String] = []

    private static let mostBytes = 120

    init(_ texts: [LexedText], _ vocabulary: ReportVocabulary) {
        var counts: [String: (full: String, count: Int, first: Int)] = [:]
        for text in texts {
            for forms in vocabulary.agencyForms {
                for form in forms { AgencyNaming.count(form, forms[0], vocabulary.agencyStops, text.bytes, &counts) }
            }
        }
        let ranked = counts.sorted {
            ($1.value.count, $0.value.first, $0.key) < ($0.value.count, $1.value.first, $1.key)
        }
        spellings = ranked.prefix(8).map(\.key)
        var totals: [String: Int] = [:]
        for (_, entry) in counts { totals[entry.full, default: 0] += entry.count }
        // Of equals the one that comes first.
        let firsts = Dictionary(counts.values.map { ($0.full, $0.first) }, uniquingKeysWith: min)
        name =
            totals.max { left, right in
                (left.value, -(firsts[left.key] ?? 0), right.key) < (right.value, -(firsts[right.key] ?? 0), left.key)
            }?.key
    }

    private static func count(
        _ form: String, _ full: String, _ stops: [String], _ bytes: [UInt8],
        _ counts: inout [String: (full: String, count: Int, first: Int)]
    ) {
        let pattern = Array(form.utf8)
        var index = 0
        while index + pattern.count < bytes.count {
            guard bytes[index] == pattern[0], bytes[index..<(index + pattern.count)].elementsEqual(pattern) else {
                index += 1
                continue
            }
            let place = index
            index += pattern.count
            guard let name = name(in: bytes, from: index, stops) else { continue }
            let key = form + name
            let first = min(counts[key]?.first ?? place, place)
            counts[key] = (full + name, (counts[key]?.count ?? 0) + 1, first)
        }
    }

    /// Thai letters behind a form, up to a blank or a word that begins something else.
    private static func name(in bytes: [UInt8], from start: Int, _ stops: [String]) -> String? {
        var begin = start
        while begin < bytes.count, bytes[begin] == 32 { begin += 1 }
        var end = begin
        while end + 2 < bytes.count, bytes[end] == 0xE0, end - begin < mostBytes {
            // Thai letters and marks; U+0E50 and up are digits and signs.
            guard bytes[end + 1] == 0xB8 || (bytes[end + 1] == 0xB9 && bytes[end + 2] < 0x90) else { break }
            end += 3
        }
        let whole = String(decoding: bytes[begin..<end], as: UTF8.self)
        let cut = stops.compactMap { stop in whole.utf8.firstRange(of: stop.utf8)?.lowerBound }.min()
        let name = String(cut.map { whole[..<$0] } ?? whole[...])
        return name.utf8.count >= 6 ? name : nil
    }
}

extension String.UTF8View {
    /// Where a pattern stands first.
    fileprivate func firstRange(of pattern: String.UTF8View) -> Range<String.Index>? {
        let wanted = Array(pattern)
        guard let first = wanted.first else { return nil }
        var index = startIndex
        while index < endIndex {
            if self[index] == first {
                let rest = self[index...].prefix(wanted.count)
                if rest.elementsEqual(wanted) { return index..<rest.endIndex }
            }
            index = self.index(after: index)
        }
        return nil
    }
}
