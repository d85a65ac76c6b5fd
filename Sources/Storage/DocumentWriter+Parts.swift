import WebEvidence

extension DocumentWriter {
    // MARK: Blocks

    /// Column by column.
    mutating func write(_ blocks: [TextBlock], linkCount: Int) {
        count(blocks.count)
        var cell = CellPlace()
        for block in blocks { write(block.kind, &cell) }
        for block in blocks { text(block.text) }
        for block in blocks {
            switch block.linkedBytes {
            case 0: count(0)
            case block.text.utf8.count: count(1)
            default:
                count(2)
                int(block.linkedBytes)
            }
        }
        var path: [Int] = []
        for block in blocks { headingPath(block.headingPath, &path) }
        for block in blocks { region(block.region) }
        var next = 0
        for block in blocks { links(block.links, &next, linkCount) }
    }

    private mutating func write(_ kind: TextBlock.Kind, _ before: inout CellPlace) {
        switch kind {
        case .paragraph: count(0)
        case .listEntry: count(1)
        case .caption: count(2)
        case .label: count(3)
        case .heading(let level):
            count(4)
            int(level)
        case .cell(let table, let row, let column, let isHead):
            count(isHead ? 5 : 6)
            let cell = CellPlace(table: table, row: row, column: column)
            if cell == before.nextColumn {
                count(0)
            } else if cell == before.nextRow {
                count(1)
            } else {
                count(2)
                flag(table != nil)
                if let table { int(table) }
                int(row)
                int(column)
            }
            before = cell
        }
    }

    /// 0 for the same as before.
    private mutating func headingPath(_ path: [Int], _ before: inout [Int]) {
        guard path != before else { return count(0) }
        count(path.count + 1)
        for heading in path { int(heading) }
        before = path
    }

    /// Usually the links that follow those of the block before.
    private mutating func links(_ links: [Int], _ next: inout Int, _ linkCount: Int) {
        let first = next
        let isRun = links.count <= linkCount - next && links.enumerated().allSatisfy { $1 == first + $0 }
        count(links.count << 1 | (isRun ? 0 : 1))
        if isRun { next += links.count } else { for link in links { int(link) } }
    }

    // MARK: Tables and links

    mutating func write(_ table: TextTable) {
        text(table.caption)
        list(table.head) { $0.text($1) }
        list(table.rows) { writer, row in writer.list(row) { $0.text($1) } }
        list(table.headingPath) { $0.int($1) }
    }

    /// Column by column.
    mutating func write(_ links: [PageLink], _ blocks: [TextBlock]) {
        let holders = LinkHolders(blocks, linkCount: links.count)
        for link in links { text(link.target) }
        for link in links { address(link.address, target: link.target) }
        for link in links { text(link.text) }
        for link in links { text(link.label) }
        for link in links { text(link.row) }
        for link in links { text(link.columnHead) }
        for link in links { region(link.region) }
        for (number, link) in links.enumerated() {
            if link.block == holders.block(of: number) {
                count(0)
            } else if let block = link.block {
                count(2)
                int(block)
            } else {
                count(1)
            }
        }
        var before: [String] = []
        for link in links {
            if ExactText.areSame(link.headings, before) {
                count(0)
            } else if let over = link.block.flatMap({ LinkHolders.headings(over: $0, blocks) }),
                ExactText.areSame(link.headings, over)
            {
                count(1)
            } else {
                count(link.headings.count + 2)
                for heading in link.headings { text(heading) }
            }
            before = link.headings
        }
    }

    // MARK: Forms and images

    mutating func write(_ form: PageForm) {
        count(DocumentCodes.code(form.purpose))
        address(form.action)
        text(form.method)
        list(form.fields) { $0.text($1) }
        flag(form.hasTextArea)
        flag(form.hasFileField)
        text(form.submitLabel)
        list(form.headings) { $0.text($1) }
        region(form.region)
    }

    mutating func write(_ image: PageImage) {
        address(image.address)
        text(image.alternativeText)
        for size in [image.width, image.height] {
            flag(size != nil)
            if let size { int(size) }
        }
        list(image.headings) { $0.text($1) }
        region(image.region)
    }
}

/// Where a cell stands; the next one usually follows in its row or begins the next.
struct CellPlace: Hashable {
    var table: Int?
    var row = 0
    var column = -1

    var nextColumn: CellPlace { CellPlace(table: table, row: row, column: column &+ 1) }
    var nextRow: CellPlace { CellPlace(table: table, row: row &+ 1, column: 0) }
}

/// Which block holds each link, as the blocks tell it.
struct LinkHolders {
    private var blocks: [Int?]

    init(_ blocks: [TextBlock], linkCount: Int) {
        self.blocks = Array(repeating: nil, count: linkCount)
        for (number, block) in blocks.enumerated() {
            for link in block.links where self.blocks.indices.contains(link) { self.blocks[link] = number }
        }
    }

    func block(of link: Int) -> Int? { blocks[link] }

    /// The texts of the headings over a block; nil where the block or a heading is not there, and for more headings
    /// than any page has: few bytes must not give much.
    static func headings(over block: Int, _ blocks: [TextBlock]) -> [String]? {
        guard blocks.indices.contains(block), blocks[block].headingPath.count <= 16 else { return nil }
        var headings: [String] = []
        for heading in blocks[block].headingPath {
            guard blocks.indices.contains(heading) else { return nil }
            headings.append(blocks[heading].text)
        }
        return headings
    }
}
