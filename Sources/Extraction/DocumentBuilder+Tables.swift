import WebEvidence

/// A table whose end has not come yet. Layout tables only count their rows and cells.
struct OpenTable {
    var isData: Bool
    /// Index into `document.tables`; nil for a layout table.
    var index: Int?
    /// Columns, spans counted.
    var width: Int
    var grid = TableGrid()
    var row = -1
    var column = -1
    /// Cells written in the current row.
    var cellsInRow = 0
    var isInHead = false
    /// Written cells of the grid with their block and links.
    var cells: [Cell] = []
    var rowHasLink = false
    var cellStart = CellStart()

    struct Cell {
        var row: Int
        var column: Int
        var columns: Int
        var block: Int?
        var isHead: Bool
        var links: Range<Int>
    }
    struct CellStart {
        var isHead = false
        var columns = 1
        var rows = 1
        var link = 0
    }
}

extension DocumentBuilder {
    mutating func openTable(_ frame: inout Frame, _ node: HTMLNode, _ attributes: HTMLAttributes) {
        frame.closings.insert(.table)
        let isForLayout = attributes.withBytes(.role) {
            containsFolded($0, "presentation") || containsFolded($0, "none")
        }
        let shape = TableShape(of: node)
        let isData = shape.isData && isForLayout != true && !context.isInDataCell
        var table = OpenTable(isData: isData, width: shape.widest)
        if isData {
            table.index = document.tables.count
            document.tables.append(TextTable(head: [], rows: [], headingPath: headings.path))
        }
        tables.append(table)
        if !context.isInDataCell { context.kind = .paragraph }
    }

    mutating func setInHead(_ isInHead: Bool) {
        if let table = tables.indices.last { tables[table].isInHead = isInHead }
    }

    mutating func openRow(_ frame: inout Frame, _ node: HTMLNode) {
        guard let table = tables.indices.last, !context.isInDataCell else { return }
        frame.closings.insert(.row)
        tables[table].row += 1
        tables[table].column = -1
        tables[table].rowHasLink = false
        if tables[table].isData {
            let attributes = node.attributes
            let style = attributes.withBytes(.style) { containsFolded($0, "background") } ?? false
            let isShaded = style || attributes.named("bgcolor") != nil
            tables[table].grid.beginRow(isInHead: tables[table].isInHead, isShaded: isShaded)
        } else {
            tables[table].cellsInRow = writtenCells(node)
        }
    }

    private func writtenCells(_ row: HTMLNode) -> Int {
        var count = 0
        var child = row.firstChild
        while let node = child {
            if node.isElement, node.tag == .td || node.tag == .th { count += 1 }
            child = node.next
        }
        return count
    }

    mutating func openCell(_ frame: inout Frame, _ attributes: HTMLAttributes) {
        guard let table = tables.indices.last, !context.isInDataCell else { return }
        frame.closings.insert(.cell)
        let isHead = frame.tag == .th
        if tables[table].isData, let index = tables[table].index {
            let rowSpan = attributes.pixels(.rowspan) ?? 1
            tables[table].cellStart = OpenTable.CellStart(
                isHead: isHead, columns: min(max(attributes.pixels(.colspan) ?? 1, 1), Limits.columnSpan),
                rows: rowSpan == 0 ? 65_534 : min(rowSpan, 65_534), link: document.links.count)
            context.kind = .cell(
                table: index, row: tables[table].row, column: tables[table].grid.nextColumn, isHead: isHead)
            context.isInDataCell = true
        } else {
            tables[table].column += 1
            context.kind = .cell(
                table: nil, row: max(tables[table].row, 0), column: tables[table].column, isHead: isHead)
        }
    }

    /// Ends a cell; a data cell becomes one block and one place in the grid.
    mutating func closeCell() {
        guard let table = tables.indices.last, tables[table].isData else { return }
        let start = tables[table].cellStart
        let text = buffer.text
        let isBold = run.isBold(of: buffer.count)
        let block = buffer.isEmpty ? nil : document.blocks.count
        let isFirst = tables[table].row < 0
        flush()
        let column = tables[table].grid.add(
            text: text, isHead: start.isHead, isBold: isBold, columns: start.columns, rows: start.rows)
        if isFirst { tables[table].row = 0 }
        let links = start.link..<document.links.count
        if !links.isEmpty { tables[table].rowHasLink = true }
        tables[table].cells.append(
            OpenTable.Cell(
                row: tables[table].row, column: column, columns: start.columns, block: block, isHead: start.isHead,
                links: links))
        context.isInDataCell = false
    }

    /// A row with one text across the table heads the rows below it.
    mutating func closeRow() {
        guard let table = tables.indices.last, tables[table].isData else { return }
        let isSection = tables[table].grid.closeRow(width: tables[table].width, hasLink: tables[table].rowHasLink)
        guard isSection,
            let block = tables[table].cells.last(where: { $0.row == tables[table].row && $0.block != nil })?.block
        else { return }
        headings.push(block: block, level: HeadingStack.sectionRowLevel, text: document.blocks[block].text)
    }

    mutating func closeTable() {
        guard var table = tables.popLast(), let index = table.index else { return }
        let captionRows = table.grid.rows.prefix { $0.isSection || $0.cells.isEmpty }.count
        var caption = document.tables[index].caption
        // A first row across the whole table is its caption, unless it is all that there is.
        let dropped = captionRows < table.grid.rows.count ? captionRows : 0
        for row in 0..<dropped {
            let text = table.grid.rows[row].cells.first?.text ?? ""
            caption = [caption, text].filter { !$0.isEmpty }.joined(separator: " ")
        }
        for _ in 0..<dropped { table.grid.removeRow(at: 0) }
        let headCount = table.grid.headRowCount
        let head = table.grid.head(rows: headCount)
        document.tables[index].caption = caption
        document.tables[index].head = head
        document.tables[index].rows = table.grid.rows.dropFirst(headCount).map { $0.cells.map(\.text) }
        for cell in table.cells {
            finish(cell, of: table.grid, index: index, dropped: dropped, headCount: headCount, head: head)
        }
    }

    /// Gives a cell's block its final place and its links their row and column head.
    /// Rows of body cells index `TextTable.rows`; rows of head cells count the head rows.
    private mutating func finish(
        _ cell: OpenTable.Cell, of grid: TableGrid, index: Int, dropped: Int, headCount: Int, head: [String]
    ) {
        let row = cell.row - dropped
        if let block = cell.block {
            if row < 0 {
                document.blocks[block].kind = .caption
            } else {
                let isColumnHead = row < headCount
                document.blocks[block].kind = .cell(
                    table: index, row: isColumnHead ? row : row - headCount, column: cell.column,
                    isHead: isColumnHead || cell.isHead || grid.rows[row].isSection)
            }
        }
        guard row >= 0, !cell.links.isEmpty else { return }
        let others = otherCells(of: grid.rows[row], than: cell)
        for link in cell.links {
            if row >= headCount, cell.column < head.count { document.links[link].columnHead = head[cell.column] }
            let local = document.links[link].row
            let parts = [local, others].filter { !$0.isEmpty }
            document.links[link].row = parts.count == 1 ? parts[0] : parts.joined(separator: " | ")
        }
    }

    private func otherCells(of row: TableGrid.Row, than cell: OpenTable.Cell) -> String {
        var text = ""
        var lastOrigin = -1
        for other in row.cells where other.origin != cell.column && other.origin != lastOrigin && !other.text.isEmpty {
            lastOrigin = other.origin
            if !text.isEmpty { text += " | " }
            text += clipped(other.text, to: Limits.rowContext)
            if text.utf8.count >= Limits.rowContext { break }
        }
        return clipped(text, to: Limits.rowContext)
    }
}
