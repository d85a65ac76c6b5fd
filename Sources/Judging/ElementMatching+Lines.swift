import Checklists
import ThaiText

/// Tables that came as lines: the text of a PDF, or a page whose table was pasted as text.
extension ElementMatching {
    /// A line that holds every head (or a run of short lines, one for each column), and lines with figures below it.
    func lineTableHit(_ heads: [[[UInt8]]], _ rows: Int) -> ElementHit? {
        guard heads.count > 1 else { return nil }
        let lines = page.units.indices.filter { number in
            let unit = page.units[number]
            return unit.place == .body && unit.table == nil && scope.holds(unit)
        }
        for (position, number) in lines.enumerated() {
            let below = position + headLength(lines[position...], heads)
            guard below > position else { continue }
            let figures = lines[below..<min(below + ElementMatching.linesOfTable, lines.count)]
                .count { isFigureLine(page.units[$0].text.bytes) }
            guard figures >= max(rows, ElementMatching.leastFigureLines) else { continue }
            let text = page.units[number].text
            return ElementHit(
                quote: text.quote(0..<text.bytes.count, context: 0), place: page.units[number].place.rawValue,
                origin: .unit(number, 0..<text.bytes.count, context: 0), isOfLines: true)
        }
        return nil
    }

    /// The number of lines that make up the head which begins here; 0 where none begins.
    private func headLength(_ lines: ArraySlice<Int>, _ heads: [[[UInt8]]]) -> Int {
        var missing = heads
        for (length, number) in lines.prefix(ElementMatching.mostHeadLines).enumerated() {
            let bytes = page.units[number].text.bytes
            guard bytes.count <= (length == 0 ? ElementMatching.longestHead : ElementMatching.longestColumn) else {
                break
            }
            let before = missing.count
            missing.removeAll { words in words.contains { bytes.contains(subsequence: $0) } }
            // The first line must be part of the head.
            if length == 0, missing.count == before { break }
            if missing.isEmpty { return length + 1 }
            // One long line holds the whole head or none of it.
            if length == 0, bytes.count > ElementMatching.longestColumn { break }
        }
        return 0
    }

    /// Two figures, or dashes in their place: "1 ซ่อมถนน 120,000", "ต.ค. 65 - - -".
    private func isFigureLine(_ bytes: [UInt8]) -> Bool {
        var (figures, position) = (0, 0)
        while position < bytes.count {
            let byte = bytes[position]
            if byte &- 0x30 < 10 {
                figures += 1
                while position < bytes.count,
                    bytes[position] &- 0x30 < 10 || bytes[position] == 0x2C || bytes[position] == 0x2E
                {
                    position += 1
                }
                continue
            }
            let isLast = position + 1 == bytes.count
            if byte == 0x2D, isLast || bytes[position + 1] &- 0x30 >= 10 && bytes[position + 1] < 0x41 { figures += 1 }
            position += 1
        }
        return figures >= 2
    }

    private static let linesOfTable = 60
    private static let leastFigureLines = 2
    private static let mostHeadLines = 10
    /// Bytes of the shadow: some 130 and some 20 Thai letters.
    private static let longestHead = 400
    private static let longestColumn = 70
}
