import WebEvidence

/// Puts pages of text into a document: each page a part, its paragraphs blocks, the short lines at its very beginning
/// headings.
struct PageBlocks {
    private(set) var document: ExtractedDocument
    private var headings: [Int] = []
    private var isAtTop = true

    /// Lines that may be the title of a document.
    private static let titleLines = 3
    private static let titleColumns = 100
    /// A title is broken only where it is long.
    private static let brokenTitleColumns = 45
    /// A line of more words is the head of a table.
    private static let titleWords = 8

    init(_ document: ExtractedDocument) { self.document = document }

    /// Adds the page after those that were added; `number` counts from 1.
    mutating func add(page number: Int, lines: [PageLine], usualColumns: Int, isRecognised: Bool) {
        document.parts.append(
            DocumentPart(
                kind: .page, number: number, firstBlock: document.blocks.count, isRecognised: isRecognised))
        var rest = lines[...]
        if isAtTop, !lines.isEmpty {
            addTitle(&rest, usualColumns: usualColumns)
            isAtTop = false
        }
        for paragraph in PageParagraphs(Array(rest), usualColumns: usualColumns).paragraphs {
            let kind: TextBlock.Kind = paragraph.marker == .sign ? .listEntry : .paragraph
            document.blocks.append(TextBlock(kind: kind, text: paragraph.text, headingPath: headings))
        }
    }

    /// Takes the lines of the title from the first lines of the document.
    private mutating func addTitle(_ lines: inout ArraySlice<PageLine>, usualColumns: Int) {
        let full = usualColumns >= PageParagraphs.pageColumns ? usualColumns * PageParagraphs.fullShare / 100 : .max
        var titles: [PageLine] = []
        while let line = lines.first, titles.count < PageBlocks.titleLines, line.columns < full,
            PageBlocks.mayBeTitle(line)
        {
            lines = lines.dropFirst()
            if let last = titles.last, last.columns >= PageBlocks.brokenTitleColumns, last.columns >= line.columns,
                last.end == .thai, line.start == .thai
            {
                titles[titles.count - 1] = last.joined(with: line)
            } else {
                titles.append(line)
            }
        }
        for (index, title) in titles.enumerated() {
            document.blocks.append(
                TextBlock(kind: .heading(level: index + 1), text: title.text, headingPath: headings))
            headings.append(document.blocks.count - 1)
        }
    }

    private static func mayBeTitle(_ line: PageLine) -> Bool {
        line.marker == nil && line.columns <= titleColumns && line.columns >= 4 && line.words <= titleWords
            && line.numbers < 3 && (line.start == .thai || line.start == .latin)
    }
}
