import WebEvidence

/// Builds the document of an archive: one part for each file, its name before what it says.
struct ArchiveAssembly {
    private(set) var document = ExtractedDocument()
    private var faults: [DocumentFault] = []

    init(_ listing: ArchiveListing) {
        document.form = .archive
        document.partCount = listing.count
        document.fault = listing.fault
        document.faultDetail = listing.detail
    }

    /// - Parameter inner: what the file says; nil for one that was not read.
    mutating func add(_ member: ArchiveMember, number: Int, _ inner: ExtractedDocument?) {
        let first = document.blocks.count
        let isRecognised = inner?.parts.contains(where: \.isRecognised) ?? false
        document.parts.append(
            DocumentPart(
                kind: .member, number: number, name: member.path, firstBlock: first, isRecognised: isRecognised))
        let hasText = inner.map { !$0.blocks.isEmpty } ?? false
        let name = member.path.split(separator: "/").last.map(String.init) ?? member.path
        document.blocks.append(TextBlock(kind: hasText ? .heading(level: 1) : .listEntry, text: name))
        if let modified = member.modified {
            document.machineDates.append(
                MachineDate(text: modified, role: .file, source: "archive member \(number)"))
        }
        guard let inner else { return }
        append(inner, under: first)
        if let fault = inner.fault, document.fault == nil {
            document.fault = fault
            document.faultDetail = "File \(number) of the archive: " + inner.faultDetail
        }
    }

    /// All indices of the inner document move behind what is there.
    private mutating func append(_ inner: ExtractedDocument, under name: Int) {
        let blocks = document.blocks.count
        let links = document.links.count
        let tables = document.tables.count
        func moved(_ path: [Int]) -> [Int] { [name] + path.map { $0 + blocks } }
        for var block in inner.blocks {
            block.headingPath = moved(block.headingPath)
            block.links = block.links.map { $0 + links }
            if case .cell(let table?, let row, let column, let isHead) = block.kind {
                block.kind = .cell(table: table + tables, row: row, column: column, isHead: isHead)
            }
            document.blocks.append(block)
        }
        for var table in inner.tables {
            table.headingPath = moved(table.headingPath)
            document.tables.append(table)
        }
        let heading = document.blocks[name].text
        for var link in inner.links {
            link.block = link.block.map { $0 + blocks }
            link.headings.insert(heading, at: 0)
            document.links.append(link)
        }
        document.images += inner.images
        document.machineDates += inner.machineDates
        document.hasDamagedText = document.hasDamagedText || inner.hasDamagedText
    }
}
