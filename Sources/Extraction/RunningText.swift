import Glibc

/// How much running text the beginning of a page holds: what stands outside links, menus, headers, footers and scripts.
/// Reads tags only, and no more of the page than it needs. Everything unusual makes it `unclear`.
struct RunningText {
    /// Bytes of running text so far.
    private(set) var length = 0
    /// Where the title stands.
    private(set) var title: Range<Int>?
    /// What follows the first headings.
    private(set) var headings: [Range<Int>] = []
    /// Where the first of `length` stands.
    private(set) var start: Int?
    /// Where the reading ended.
    private(set) var end = 0
    /// True where only a whole reading can tell: a refresh, or an element that does not end.
    private(set) var isUnclear = false

    private let bytes: UnsafeBufferPointer<UInt8>
    private let enough: Int
    /// Open menus, headers and footers.
    private var depth = 0
    private var isInLink = false

    /// - Parameter enough: bytes of running text after which the reading ends.
    init(_ bytes: UnsafeBufferPointer<UInt8>, enough: Int) {
        self.bytes = bytes
        self.enough = enough
        read()
    }

    private mutating func read() {
        var place = 0
        while length < enough, !isUnclear, let open = find(60, from: place) {
            if !isInLink, depth == 0 { note(place..<open) }
            place = pass(open)
        }
        end = place
    }

    private mutating func note(_ piece: Range<Int>) {
        guard piece.count > 2, let first = piece.first(where: { bytes[$0] > 32 }) else { return }
        if start == nil { start = first }
        length += piece.upperBound - first
    }

    /// Goes past the tag or comment at `open`; gives the place behind it.
    private mutating func pass(_ open: Int) -> Int {
        guard open + 2 < bytes.count else { return bytes.count }
        if bytes[open + 1] == 33, bytes[open + 2] == 45 { return behind("-->", from: open + 3) }
        let isEnd = bytes[open + 1] == 47
        let (name, after) = name(from: open + (isEnd ? 2 : 1))
        guard let close = find(62, from: after) else { return bytes.count }
        switch name {
        case 0x61: isInLink = !isEnd  // a
        case 0x76616E, 0x7265746F6F66, 0x726564616568, 0x6564697361:  // nav, footer, header, aside
            depth = max(0, depth + (isEnd ? -1 : 1))
        case 0x6174656D: noteMeta(open..<close)  // meta
        case 0x656C746974 where !isEnd && title == nil:  // title
            let end = behind("</title", from: close)
            title = (close + 1)..<max(close + 1, end - 7)
            return end
        case 0x3168 where !isEnd, 0x3268 where !isEnd:  // h1, h2
            if headings.count < 3 { headings.append((close + 1)..<min(bytes.count, close + 200)) }
        default:
            if !isEnd, let end = RunningText.end(ofTextless: name) { return behind(end, from: close) }
        }
        return close + 1
    }

    /// How an element ends whose content is no running text; nil for others.
    private static func end(ofTextless name: UInt64) -> StaticString? {
        switch name {
        case 0x7470_6972_6373: "</script"
        case 0x65_6C79_7473: "</style"
        case 0x6165_7261_7478_6574: "</textarea"
        case 0x7470_6972_6373_6F6E: "</noscript"
        case 0x6574_616C_706D_6574: "</template"
        case 0x7463_656C_6573: "</select"
        case 0x656D_6172_6669: "</iframe"
        default: nil
        }
    }

    /// The first eight letters of a tag's name as a number, first one lowest, and where the name ends.
    private func name(from start: Int) -> (UInt64, Int) {
        var name: UInt64 = 0
        var place = start
        while place < bytes.count, place - start < 8 {
            let letter = bytes[place] | 0x20
            guard (97...122).contains(letter) || (48...57).contains(letter) else { break }
            name |= UInt64(letter) << UInt64(8 * (place - start))
            place += 1
        }
        return (name, place)
    }

    private mutating func noteMeta(_ tag: Range<Int>) {
        let text = bytes[tag].prefix(400).map(asciiLowered)
        if firstOffset(of: "refresh", in: text, from: 0) != nil { isUnclear = true }
    }

    /// Behind the next occurrence of a text in lower case; unclear where there is none.
    private mutating func behind(_ text: StaticString, from start: Int) -> Int {
        let length = text.utf8CodeUnitCount
        var place = start
        while let found = find(Int32(text.utf8Start.pointee), from: place), found + length <= bytes.count {
            if let base = bytes.baseAddress, memcmp(base + found, text.utf8Start, length) == 0 { return found + length }
            place = found + 1
        }
        isUnclear = true
        return bytes.count
    }

    private func find(_ byte: Int32, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, byte, bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
}
