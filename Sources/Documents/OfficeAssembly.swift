import OfficeFiles
import WebEvidence

/// Builds the document that is judged from what an office file says.
struct OfficeAssembly {
    private(set) var document: ExtractedDocument
    /// References in the file are resolved against the address that it came from.
    private let address: PageAddress
    private var headings: [(block: Int, level: Int)] = []
    /// Filled only while the first lines of a text are read.
    private var openingLines = 0
    private var isOpening = false

    init(form: DocumentForm, address: PageAddress) {
        document = ExtractedDocument()
        document.form = form
        self.address = address
    }

    // MARK: Places

    mutating func beginPart(_ kind: DocumentPart.Kind, number: Int, name: String = "") {
        headings = []
        document.parts.append(
            DocumentPart(kind: kind, number: number, name: name, firstBlock: document.blocks.count))
    }

    /// Looks, until the first ordinary paragraph, for the title that most writers only make bold or centred.
    mutating func beginOpening() {
        isOpening = true
        openingLines = 0
    }

    mutating func setFault(_ fault: DocumentFault, _ detail: String) {
        document.fault = fault
        document.faultDetail = detail
    }

    mutating func setPartCount(_ count: Int?) { document.partCount = count }

    mutating func setProperties(of content: OfficeContent) {
        document.title = OfficeAssembly.folded(content.title)
        for (date, source) in [(content.created, "office created"), (content.modified, "office modified")] {
            guard let date, !date.isEmpty else { continue }
            document.machineDates.append(
                MachineDate(text: OfficeAssembly.folded(date), role: .file, source: source))
        }
    }

    // MARK: Paragraphs

    mutating func add(_ paragraph: OfficeParagraph, region: TextBlock.Region = .main, isFollowedByPlain: Bool = false) {
        guard !paragraph.text.isEmpty else {
            for link in paragraph.links { addLink(link, in: paragraph, block: nil, region: region) }
            return
        }
        let level = region == .main ? headingLevel(of: paragraph, isFollowedByPlain: isFollowedByPlain) : nil
        let kind: TextBlock.Kind =
            level.map { .heading(level: min($0, 6)) } ?? (paragraph.isListEntry ? .listEntry : .paragraph)
        if let level { while let last = headings.last, last.level >= level { headings.removeLast() } }
        let number = add(paragraph, kind: kind, region: region)
        if let level, headings.count < 24 { headings.append((number, level)) }
    }

    /// By the styles; else a short line that is wholly bold or stands centred at the beginning.
    private mutating func headingLevel(of paragraph: OfficeParagraph, isFollowedByPlain: Bool) -> Int? {
        let isShort = paragraph.text.utf8.count <= 360
        if isOpening {
            // The first line may be bold or centred; what is only bold below it begins the text.
            let isTitle = openingLines == 0 ? paragraph.isBold || paragraph.isCentred : paragraph.isCentred
            if paragraph.headingLevel == nil, isShort, openingLines < 4, isTitle, !paragraph.isListEntry {
                openingLines += 1
                return openingLines
            }
            isOpening = false
        }
        if let level = paragraph.headingLevel { return isShort ? level : nil }
        return paragraph.isBold && isShort && isFollowedByPlain && !paragraph.isListEntry ? 5 : nil
    }

    private mutating func add(
        _ paragraph: OfficeParagraph, kind: TextBlock.Kind, region: TextBlock.Region
    ) -> Int {
        let number = document.blocks.count
        document.blocks.append(
            TextBlock(kind: kind, text: paragraph.text, headingPath: headings.map(\.block), region: region))
        for link in paragraph.links { addLink(link, in: paragraph, block: number, region: region) }
        return number
    }

    private mutating func addLink(
        _ link: OfficeLink, in paragraph: OfficeParagraph, block: Int?, region: TextBlock.Region, row: String? = nil,
        columnHead: String = ""
    ) {
        let bytes = paragraph.text.utf8
        guard link.bytes.upperBound <= bytes.count, document.links.count < OfficeAssembly.mostLinks else { return }
        let from = bytes.index(bytes.startIndex, offsetBy: link.bytes.lowerBound)
        let to = bytes.index(bytes.startIndex, offsetBy: link.bytes.upperBound)
        let words = String(paragraph.text[from..<to])
        let around = row ?? OfficeAssembly.folded(String(paragraph.text[..<from]) + " " + String(paragraph.text[to...]))
        addLink(
            target: link.target, text: words, row: clipped(around), columnHead: columnHead, block: block,
            region: region,
            bytes: link.bytes.count)
    }

    private mutating func addLink(
        target: String, text: String, row: String, columnHead: String, block: Int?, region: TextBlock.Region, bytes: Int
    ) {
        guard document.links.count < OfficeAssembly.mostLinks else { return }
        if let block {
            document.blocks[block].links.append(document.links.count)
            document.blocks[block].linkedBytes += bytes
        }
        document.links.append(
            PageLink(
                address: resolved(target), target: target, text: text, row: row, columnHead: columnHead,
                headings: headings.map { document.blocks[$0.block].text }, region: region, block: block))
    }

    private func resolved(_ target: String) -> PageAddress? {
        // The place of the writer's own files means nothing on the web.
        guard !target.lowercased().hasPrefix("file:"), !target.contains("\\") else { return nil }
        do throws(AddressFault) {
            return try PageAddress(target, relativeTo: address)
        } catch {
            return nil
        }
    }

    // MARK: Tables

    /// A block of a cell with its links; `row` and `column` as `TextBlock.Kind.cell` says.
    mutating func addCell(
        _ paragraph: OfficeParagraph, table: Int, row: Int, column: Int, isHead: Bool, rowText: String,
        columnHead: String
    ) {
        var block: Int?
        if !paragraph.text.isEmpty {
            block = document.blocks.count
            document.blocks.append(
                TextBlock(
                    kind: .cell(table: table, row: row, column: column, isHead: isHead), text: paragraph.text,
                    headingPath: headings.map(\.block)))
        }
        for link in paragraph.links {
            addLink(link, in: paragraph, block: block, region: .main, row: rowText, columnHead: columnHead)
        }
    }

    mutating func openTable(head: [String], rows: [[String]]) -> Int {
        document.tables.append(TextTable(head: head, rows: rows, headingPath: headings.map(\.block)))
        return document.tables.count - 1
    }

    /// The last block heads the rows below it inside the table.
    mutating func makeLastCellAHeading() {
        while let last = headings.last, last.level >= 90 { headings.removeLast() }
        if headings.count < 24 { headings.append((document.blocks.count - 1, 90)) }
    }

    mutating func endTable() {
        while let last = headings.last, last.level >= 90 { headings.removeLast() }
    }

    mutating func addHeading(_ text: String, level: Int) {
        var paragraph = OfficeParagraph()
        paragraph.text = text
        paragraph.headingLevel = level
        isOpening = false
        add(paragraph)
    }

    private static let mostLinks = 100_000

    /// As much of a row as says what a link in it is.
    private func clipped(_ text: String) -> String {
        guard text.utf8.count > 600 else { return text }
        return String(decoding: text.utf8.prefix(600), as: UTF8.self).replacing("\u{FFFD}", with: "")
    }

    /// White space as single spaces, none at the ends.
    static func folded(_ text: String) -> String {
        if isFolded(text.utf8) { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// True where a look at the bytes is enough to tell that nothing is to be folded; most cells are such.
    private static func isFolded(_ bytes: String.UTF8View) -> Bool {
        var last: UInt8 = 32
        for byte in bytes {
            // Wide and no-break spaces begin with these.
            if byte < 32 || byte == 0x7F || [0xC2, 0xE1, 0xE2, 0xE3].contains(byte) { return false }
            if byte == 32, last == 32 { return false }
            last = byte
        }
        return last != 32
    }
}
