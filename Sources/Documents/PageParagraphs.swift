/// Lines of a page of text put together to what they were before they were broken: a phrase must not be cut by the end
/// of a line, and a row of a table must not run into the next.
///
/// A page of text without places knows only how long its lines are. A line that nearly fills the page goes on; a line
/// that nearly fills what seems to be its column goes on when letters stand on both sides of the break; what begins
/// with a bullet or a number begins anew.
struct PageParagraphs {
    private(set) var paragraphs: [PageLine] = []
    /// The last bare number that a line began with.
    private var lastNumber = 0

    /// Part of the usual length that a broken line has at least, percent.
    static let fullShare = 80
    /// Columns that lines of running text have at least.
    static let pageColumns = 40
    /// Columns that a line broken inside a table has at least.
    private static let cellColumns = 14
    /// A line with so many numbers is a row.
    private static let rowNumbers = 3

    /// - Parameter usualColumns: length of a full line of the document, for pages of few lines.
    init(_ lines: [PageLine], usualColumns: Int) {
        let usual = lines.count < 6 ? usualColumns : PageParagraphs.usualColumns(lines)
        var current: PageLine?
        for (index, line) in lines.enumerated() {
            let begins = beginsAnew(line)
            if let open = current, !begins,
                PageParagraphs.goesOn(lines, index - 1, usual: usual)
            {
                current = open.joined(with: line)
            } else {
                if let open = current { paragraphs.append(open) }
                current = line
            }
        }
        if let open = current { paragraphs.append(open) }
    }

    /// The length that nine lines in ten do not exceed.
    static func usualColumns(_ lines: [PageLine]) -> Int {
        let lengths = lines.map(\.columns).sorted()
        return lengths.isEmpty ? 0 : lengths[(lengths.count - 1) * 9 / 10]
    }

    private mutating func beginsAnew(_ line: PageLine) -> Bool {
        switch line.marker {
        case .sign: return true
        case .number(let value):
            let isNext = value == 1 || value == lastNumber + 1
            if isNext { lastNumber = value }
            return isNext
        case nil: return false
        }
    }

    /// True when the line at `index` was broken and the one behind it is its rest.
    private static func goesOn(_ lines: [PageLine], _ index: Int, usual: Int) -> Bool {
        let line = lines[index]
        let next = lines[index + 1]
        if line.numbers >= rowNumbers { return false }
        if usual >= pageColumns, line.columns * 100 >= usual * fullShare { return true }
        if line.marker == .sign, usual >= pageColumns { return false }
        guard line.columns >= cellColumns, line.end == .thai, next.start == .thai else { return false }
        // A column of a table: as long as the lines around it that are no longer than twice it.
        let around = lines[max(0, index - 3)...min(lines.count - 1, index + 3)].map(\.columns)
        let column = around.filter { $0 < line.columns * 2 }.max() ?? line.columns
        return line.columns * 100 >= column * fullShare && next.columns <= line.columns * 5 / 4
    }
}
