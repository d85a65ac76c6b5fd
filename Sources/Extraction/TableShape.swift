/// What the inside of a table says of its purpose, from one look that ends at the first nested table.
struct TableShape {
    private(set) var rows = 0
    private(set) var widest = 0
    private(set) var headCells = 0
    private(set) var hasHeadRow = false
    private var cellsInRow = 0
    private var cells = 0
    private var pictures = 0
    private var isBroken = false
    private var blocksInCell = 0
    private var mostBlocksInCell = 0

    init(of table: HTMLNode) {
        table.forEachDescendant { node in
            guard node.isElement else { return true }
            note(node)
            return !isBroken
        }
        closeRow()
        mostBlocksInCell = max(mostBlocksInCell, blocksInCell)
    }

    private mutating func note(_ node: HTMLNode) {
        switch node.tag {
        case .table, .form, .textarea, .nav, .header, .footer, .aside, .main, .article, .section, .iframe, .h1, .h2:
            isBroken = true
        case .thead: hasHeadRow = true
        case .tr: closeRow()
        case .td, .th:
            cells += 1
            cellsInRow += max(1, min(node.attributes.pixels(.colspan) ?? 1, Limits.columnSpan))
            if node.tag == .th { headCells += 1 }
            mostBlocksInCell = max(mostBlocksInCell, blocksInCell)
            blocksInCell = 0
        case .img:
            let attributes = node.attributes
            if (attributes.pixels(.width) ?? 100) > 40, (attributes.pixels(.height) ?? 100) > 40 { pictures += 1 }
        case .div, .p, .ul, .ol, .h3, .h4, .h5, .h6, .blockquote, .hr: blocksInCell += 1
        default: break
        }
    }

    private mutating func closeRow() {
        guard cellsInRow > 0 else { return }
        rows += 1
        widest = max(widest, cellsInRow)
        cellsInRow = 0
    }

    /// Rows and columns of facts. Everything else is a frame for the page: nested tables, one cell or one column, forms
    /// and whole sections inside, galleries, a single row, cells full of paragraphs.
    var isData: Bool {
        if isBroken || widest < 2 { return headCells > 0 && !isBroken && rows > 1 }
        if headCells > 0 || hasHeadRow { return true }
        if rows < 2 || mostBlocksInCell > 12 { return false }
        return pictures * 2 < cells
    }
}
