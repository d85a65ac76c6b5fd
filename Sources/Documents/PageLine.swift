/// One line of a page of text, with what tells whether the next line goes on with it.
struct PageLine {
    /// What stands at an end of a line.
    enum Edge { case thai, latin, digit, other }

    /// UTF-8, white space folded, without controls; never empty.
    let bytes: [UInt8]
    /// Letters of one width; Thai marks take no room.
    let columns: Int
    let start: Edge
    let end: Edge
    /// Words that are made of digits.
    let numbers: Int
    let words: Int
    let marker: Marker?

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Nil when nothing but white space and controls is left of a part of valid UTF-8.
    init?(_ page: [UInt8], _ range: Range<Int>) {
        let span = page.span
        var reading = LineReading()
        var index = range.lowerBound
        while index < range.upperBound {
            let (letter, length) = PageLetter.read(span, at: index, end: range.upperBound)
            reading.add(letter, at: index, length: length)
            if letter == .space, span[index] != 0x20 { reading.isFolded = false }
            index += length
        }
        reading.endWord()
        guard let start = reading.start, let end = reading.end else { return nil }
        let shown = reading.firstByte..<reading.endByte
        bytes = reading.isFolded ? Array(page[shown]) : PageLine.folded(span, shown)
        columns = reading.columns
        words = reading.words
        numbers = reading.numbers
        self.start = start
        self.end = end
        marker = Marker(bytes)
    }

    private static func folded(_ page: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        var isPending = false
        var index = range.lowerBound
        while index < range.upperBound {
            let (letter, length) = PageLetter.read(page, at: index, end: range.upperBound)
            switch letter {
            case .space: isPending = true
            case .hidden: break
            default:
                if isPending { bytes.append(0x20) }
                isPending = false
                for step in index..<(index + length) { bytes.append(page[step]) }
            }
            index += length
        }
        return bytes
    }

    /// A line made of two.
    private init(_ first: PageLine, _ second: PageLine, bytes: [UInt8]) {
        self.bytes = bytes
        columns = first.columns + second.columns
        start = first.start
        end = second.end
        numbers = first.numbers + second.numbers
        words = first.words + second.words
        marker = first.marker
    }

    /// The next line as the rest of this one: Thai goes on without a space, as it was broken between two words.
    func joined(with next: PageLine) -> PageLine {
        let gap: [UInt8] = end == .thai && next.start == .thai ? [] : [0x20]
        return PageLine(self, next, bytes: bytes + gap + next.bytes)
    }

    /// The lines of a page, without empty ones.
    static func lines(of page: [UInt8]) -> [PageLine] {
        var lines: [PageLine] = []
        var start = 0
        for index in 0...page.count where index == page.count || page[index] == 0x0A {
            if let line = PageLine(page, start..<index) { lines.append(line) }
            start = index + 1
        }
        return lines
    }
}

/// A line while it is read.
private struct LineReading {
    var columns = 0
    var words = 0
    var numbers = 0
    var start: PageLine.Edge?
    var end: PageLine.Edge?
    /// From the first letter that is shown to the last.
    var firstByte = 0
    var endByte = 0
    /// True while nothing was hidden and words were parted by one plain space.
    var isFolded = true
    private var wordIsNumber = false
    private var isInWord = false

    @inline(__always)
    mutating func add(_ letter: PageLetter, at index: Int, length: Int) {
        switch letter {
        case .space: endWord()
        case .hidden: isFolded = false
        case .mark, .thai, .latin, .digit, .numberSign, .other:
            if !isInWord { beginWord(at: index) }
            if letter != .mark { columns += 1 }
            if letter != .digit, letter != .numberSign { wordIsNumber = false }
            end = letter.edge
            if start == nil { start = end }
            endByte = index + length
        }
    }

    private mutating func beginWord(at index: Int) {
        if words == 0 {
            firstByte = index
        } else {
            columns += 1
            if index != endByte + 1 { isFolded = false }
        }
        isInWord = true
        wordIsNumber = true
        words += 1
    }

    mutating func endWord() {
        if isInWord, wordIsNumber { numbers += 1 }
        isInWord = false
    }
}

/// What kind of letter stands somewhere.
enum PageLetter {
    case thai, mark, latin, digit
    /// A sign that stands in numbers: `1,250.00`.
    case numberSign
    case space, other
    /// Controls and what has no meaning outside its file.
    case hidden

    var edge: PageLine.Edge {
        switch self {
        case .thai, .mark: .thai
        case .latin: .latin
        case .digit: .digit
        case .numberSign, .space, .other, .hidden: .other
        }
    }

    /// The letter at `index` of valid UTF-8 and its length in bytes.
    @inline(__always)
    static func read(_ bytes: Span<UInt8>, at index: Int, end: Int) -> (PageLetter, length: Int) {
        let first = bytes[index]
        if first < 0x80 { return (ascii(first), 1) }
        let left = end - index
        if first == 0xE0, left >= 3, bytes[index + 1] & 0xFE == 0xB8 {
            return (thai((bytes[index + 1] & 1) << 6 | bytes[index + 2] & 0x3F), 3)
        }
        let length = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, left)
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for step in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(bytes[index + step] & 0x3F) }
        return (other(scalar), length)
    }

    @inline(__always)
    private static func ascii(_ byte: UInt8) -> PageLetter {
        switch byte {
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A: .latin
        case 0x25, 0x2C...0x2F, 0x3A: .numberSign
        case 0x20, 9...13: .space
        case 0..<0x20, 0x7F: .hidden
        default: .other
        }
    }

    @inline(__always)
    private static func thai(_ code: UInt8) -> PageLetter {
        switch code {
        case 0x31, 0x34...0x3A, 0x47...0x4E: .mark
        case 0x01...0x33, 0x40...0x46: .thai
        case 0x50...0x59: .digit
        default: .other
        }
    }

    private static func other(_ scalar: UInt32) -> PageLetter {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        case 0x80...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFF,
            0xE000...0xF8FF, 0xF0000...:
            .hidden
        case 0xC0..<0x2000, 0x2C00...0xD7FF: .latin
        default: .other
        }
    }
}
