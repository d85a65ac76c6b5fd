import WebEvidence

extension DocumentReader {
    // MARK: Blocks

    mutating func blocks(linkCount: Int) -> [TextBlock] {
        var cell = CellPlace()
        var blocks: [TextBlock] = []
        for _ in 0..<count() where !hasFailed { blocks.append(TextBlock(kind: kind(&cell), text: "")) }
        for number in blocks.indices { blocks[number].text = text() }
        for number in blocks.indices {
            switch index(below: 3) {
            case 0: break
            case 1: blocks[number].linkedBytes = blocks[number].text.utf8.count
            default: blocks[number].linkedBytes = int()
            }
        }
        var path: [Int] = []
        for number in blocks.indices {
            headingPath(&path)
            blocks[number].headingPath = path
        }
        for number in blocks.indices { blocks[number].region = region() }
        var next = 0
        for number in blocks.indices { blocks[number].links = links(&next, linkCount) }
        return blocks
    }

    private mutating func kind(_ before: inout CellPlace) -> TextBlock.Kind {
        let code = index(below: 7)
        switch code {
        case 0: return .paragraph
        case 1: return .listEntry
        case 2: return .caption
        case 3: return .label
        case 4: return .heading(level: int())
        default:
            switch index(below: 3) {
            case 0: before = before.nextColumn
            case 1: before = before.nextRow
            default:
                let table: Int? = flag() ? int() : nil
                let row = int()
                before = CellPlace(table: table, row: row, column: int())
            }
            return .cell(table: before.table, row: before.row, column: before.column, isHead: code == 5)
        }
    }

    private mutating func headingPath(_ path: inout [Int]) {
        let count = count()
        guard count > 0 else { return }
        path = []
        for _ in 1..<count where !hasFailed { path.append(int()) }
    }

    private mutating func links(_ next: inout Int, _ linkCount: Int) -> [Int] {
        let code = index(below: .max)
        guard code & 1 == 1 else {
            let count = code >> 1
            guard count <= linkCount - next else {
                fail()
                return []
            }
            defer { next += count }
            return Array(next..<(next + count))
        }
        var links: [Int] = []
        for _ in 0..<(code >> 1) {
            if hasFailed { break }
            links.append(int())
        }
        return links
    }

    // MARK: Tables and links

    mutating func table() -> TextTable {
        let caption = text()
        let head = list { $0.text() }
        let rows = list { reader in reader.list { $0.text() } }
        return TextTable(caption: caption, head: head, rows: rows, headingPath: list { $0.int() })
    }

    mutating func links(_ count: Int, _ blocks: [TextBlock]) -> [PageLink] {
        var links: [PageLink] = []
        for _ in 0..<count where !hasFailed { links.append(PageLink(address: nil, target: text(), text: "")) }
        for number in links.indices { links[number].address = address(target: links[number].target) }
        for number in links.indices { links[number].text = text() }
        for number in links.indices { links[number].label = text() }
        for number in links.indices { links[number].row = text() }
        for number in links.indices { links[number].columnHead = text() }
        for number in links.indices { links[number].region = region() }
        let holders = LinkHolders(blocks, linkCount: links.count)
        for number in links.indices {
            switch index(below: 3) {
            case 0: links[number].block = holders.block(of: number)
            case 1: break
            default: links[number].block = int()
            }
        }
        var before: [String] = []
        for number in links.indices {
            before = headings(of: links[number], before, blocks)
            links[number].headings = before
        }
        return links
    }

    private mutating func headings(of link: PageLink, _ before: [String], _ blocks: [TextBlock]) -> [String] {
        let code = count()
        switch code {
        case 0: return before
        case 1:
            guard let headings = link.block.flatMap({ LinkHolders.headings(over: $0, blocks) }) else {
                fail()
                return []
            }
            return headings
        default:
            var headings: [String] = []
            for _ in 2..<code where !hasFailed { headings.append(text()) }
            return headings
        }
    }

    // MARK: Forms and images

    mutating func form() -> PageForm {
        let purpose = choice(DocumentCodes.purposes, or: .other)
        let action = address()
        let method = text()
        let fields = list { $0.text() }
        let hasTextArea = flag()
        let hasFileField = flag()
        let submitLabel = text()
        let headings = list { $0.text() }
        return PageForm(
            purpose: purpose, action: action, method: method, fields: fields, hasTextArea: hasTextArea,
            hasFileField: hasFileField, submitLabel: submitLabel, headings: headings, region: region())
    }

    mutating func image() -> PageImage {
        let address = address()
        let alternativeText = text()
        let width: Int? = flag() ? int() : nil
        let height: Int? = flag() ? int() : nil
        let headings = list { $0.text() }
        return PageImage(
            address: address, alternativeText: alternativeText, width: width, height: height, headings: headings,
            region: region())
    }
}
