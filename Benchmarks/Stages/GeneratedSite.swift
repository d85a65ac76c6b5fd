import Foundation

/// A generator of numbers with a seed: the same seed gives the same site (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Pages of 15 to 40 KB made from those of the sample site: one page each, with years and numbers varied and with
/// paragraphs, lists and tables of other pages appended.
struct GeneratedSite {
    private let pages: [[UInt8]]
    private let fragments: [[UInt8]]
    private var random: SeededGenerator

    /// - Parameter pages: HTML in UTF-8.
    init(pages: [[UInt8]], seed: UInt64) {
        self.pages = pages
        random = SeededGenerator(seed: seed)
        fragments = pages.flatMap { page in
            ["table", "p", "ul", "h3"].flatMap { GeneratedSite.parts($0, of: page) }
        }
    }

    /// One page made from the page of that number.
    mutating func page(from number: Int) -> [UInt8] {
        var page = pages[number]
        let size = Int.random(in: 15_000...40_000, using: &random)
        let end = GeneratedSite.place(of: Array("</body".utf8), in: page, from: 0) ?? page.count
        var added: [UInt8] = []
        while page.count + added.count < size, let fragment = fragments.randomElement(using: &random) {
            added += numbersVaried(fragment) + [10]
        }
        page.insert(contentsOf: added, at: end)
        return yearsVaried(page)
    }

    /// Every second page speaks of another year than the sample does.
    private mutating func yearsVaried(_ page: [UInt8]) -> [UInt8] {
        let year = [2566, 2566, 2565, 2567].randomElement(using: &random) ?? 2566
        guard year != 2566 else { return page }
        return Array(String(decoding: page, as: UTF8.self).replacing("2566", with: "\(year)").utf8)
    }

    /// Numbers of five digits and more, which no date has, become others: no two pages share a whole table.
    private mutating func numbersVaried(_ fragment: [UInt8]) -> [UInt8] {
        var varied = fragment
        for index in varied.indices.dropLast() where varied[index] == UInt8(ascii: ",") {
            guard (48...57).contains(varied[index + 1]) else { continue }
            varied[index + 1] = UInt8.random(in: 48...57, using: &random)
        }
        let note = "<p>ลำดับที่ \(UInt16.random(in: 1...9999, using: &random))</p>"
        return varied + Array(note.utf8)
    }

    /// Elements of one name of up to 6 KB, without those inside others.
    private static func parts(_ name: String, of page: [UInt8]) -> [[UInt8]] {
        let open = Array("<\(name)".utf8)
        let close = Array("</\(name)>".utf8)
        var parts: [[UInt8]] = []
        var start = 0
        while let from = place(of: open, in: page, from: start),
            let to = place(of: close, in: page, from: from)
        {
            start = to + close.count
            if (60...6_000).contains(start - from) { parts.append(Array(page[from..<start])) }
        }
        return parts
    }

    private static func place(of word: [UInt8], in page: [UInt8], from start: Int) -> Int? {
        guard start + word.count <= page.count else { return nil }
        return (start...(page.count - word.count)).first { index in
            page[index] == word[0] && page[index..<(index + word.count)].elementsEqual(word)
        }
    }
}
