import Rendering

/// What of the texts of a page must not be read in its picture.
struct Covering: Sendable {
    /// Stretches to cover, in order.
    private(set) var stretches: [PictureMarks.Stretch] = []
    /// The texts with personal data hidden as in quotes, so that quotes are found in them.
    private(set) var texts: [String]
    /// Digits that are covered.
    private(set) var digits = 0

    /// Longest page that is also looked at as one text, for what goes over the cells of a table.
    private static let longestWhole = 300_000

    /// - Parameter masked: a text with personal data hidden: each hidden digit one `x`, everything else as it was.
    init(_ runs: [PageTexts.Run], masked: (String) -> String) {
        texts = runs.map(\.text)
        var hidden: [Set<Int>] = Array(repeating: [], count: runs.count)
        var start = 0
        while start < runs.count {
            var end = start + 1
            while end < runs.count, runs[end].block == runs[start].block { end += 1 }
            Covering.hide(Array(start..<end), runs, between: "", masked, &hidden)
            start = end
        }
        let length = runs.reduce(0) { $0 + $1.text.utf8.count }
        if length <= Covering.longestWhole {
            Covering.hide(Array(runs.indices), runs, between: " ", masked, &hidden)
        }
        for (run, places) in hidden.enumerated() where !places.isEmpty { cover(run, places.sorted()) }
    }

    /// Adds the places (scalars of each run) at which the runs together are hidden. Runs of one block stand together.
    private static func hide(
        _ numbers: [Int], _ runs: [PageTexts.Run], between: String, _ masked: (String) -> String,
        _ hidden: inout [Set<Int>]
    ) {
        var text = ""
        var starts: [(place: Int, run: Int)] = []
        var count = 0
        for (position, number) in numbers.enumerated() {
            if position > 0, runs[number].block != runs[numbers[position - 1]].block {
                text += between
                count += between.unicodeScalars.count
            }
            starts.append((count, number))
            text += runs[number].text
            count += runs[number].text.unicodeScalars.count
        }
        let result = masked(text)
        guard result != text, result.unicodeScalars.count == count else { return }
        var run = 0
        for (place, (old, new)) in zip(text.unicodeScalars, result.unicodeScalars).enumerated() where old != new {
            while run + 1 < starts.count, starts[run + 1].place <= place { run += 1 }
            hidden[starts[run].run].insert(place - starts[run].place)
        }
    }

    /// - Parameter places: scalars of the run, ascending.
    private mutating func cover(_ run: Int, _ places: [Int]) {
        var masked = ""
        var next = 0
        var offset = 0
        for (place, scalar) in texts[run].unicodeScalars.enumerated() {
            let length = scalar.value > 0xFFFF ? 2 : 1
            if next < places.count, places[next] == place {
                next += 1
                masked += length == 2 ? "xx" : "x"  // offsets stay as they were
                if let last = stretches.last, last.run == run, last.range.upperBound == offset {
                    stretches[stretches.count - 1].range = last.range.lowerBound..<offset + length
                } else {
                    stretches.append(PictureMarks.Stretch(run: run, range: offset..<offset + length))
                }
            } else {
                masked.unicodeScalars.append(scalar)
            }
            offset += length
        }
        digits += places.count
        texts[run] = masked
    }
}
