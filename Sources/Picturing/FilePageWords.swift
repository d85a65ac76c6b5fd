import Rendering

/// The words of one page of a PDF file with their places, as `pdftotext -tsv` tells them.
struct FilePageWords: Sendable, Hashable {
    struct Box: Sendable, Hashable {
        var left: Double
        var top: Double
        var width: Double
        var height: Double
    }
    /// Size of the page in points.
    private(set) var width = 0.0
    private(set) var height = 0.0
    /// As texts of a page: the words of one line stand together.
    private(set) var runs: [PageTexts.Run] = []
    /// One for each run.
    private(set) var boxes: [Box] = []

    private static let mostWords = 50_000

    /// Lines that are no words are passed over; the program reads what strangers wrote.
    init(tsv text: String) {
        var line = 0
        for row in text.split(separator: "\n") where runs.count < FilePageWords.mostWords {
            let cells = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
            guard cells.count == 12, let level = Int(cells[0]), let left = Double(cells[6]),
                let top = Double(cells[7]), let width = Double(cells[8]), let height = Double(cells[9]),
                [left, top, width, height].allSatisfy({ $0.magnitude < 1_000_000 })
            else { continue }
            switch level {
            case 1: (self.width, self.height) = (width, height)
            case 5:
                // A space, so that numbers of two words do not run together.
                runs.append(PageTexts.Run(text: String(cells[11]) + " ", block: line))
                boxes.append(Box(left: left, top: top, width: width, height: height))
            default: line += 1
            }
        }
    }
}
