import CLibXML2

/// One XML part as a tree that is changed in place and written again. Freed with its owner; not for sharing between
/// threads. No network, no entities beyond the five of XML.
class XMLTree {
    let part: String
    private let document: xmlDocPtr
    let root: xmlNodePtr

    init(_ bytes: [UInt8], part: String) throws(OfficeFileError) {
        self.part = part
        let options = Int32(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_NOCDATA.rawValue)
        let read = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(
                buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), nil, nil, options)
        }
        guard let read else { throw OfficeFileError(.malformedXML, part: part, detail: "Not well-formed XML.") }
        guard read.pointee.intSubset == nil, let root = xmlDocGetRootElement(read) else {
            xmlFreeDoc(read)
            throw OfficeFileError(.forbiddenDoctype, part: part, detail: "The part declares a document type.")
        }
        document = read
        self.root = root
    }

    deinit { xmlFreeDoc(document) }

    /// The whole part, UTF-8.
    func bytes() throws(OfficeFileError) -> [UInt8] {
        var buffer: UnsafeMutablePointer<xmlChar>?
        var count: Int32 = 0
        xmlDocDumpMemoryEnc(document, &buffer, &count, "UTF-8")
        guard let buffer else { throw OfficeFileError(.notWritten, part: part, detail: "No memory for the part.") }
        defer { oit_free_string(buffer) }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
    }

    /// Child elements of a local name, in order.
    func children(_ node: xmlNodePtr, _ name: String) -> [xmlNodePtr] {
        var found: [xmlNodePtr] = []
        var next = node.pointee.children
        while let child = next {
            if isElement(child, name) { found.append(child) }
            next = child.pointee.next
        }
        return found
    }

    func isElement(_ node: xmlNodePtr, _ name: String) -> Bool {
        node.pointee.type == XML_ELEMENT_NODE && node.pointee.name.map { String(cString: $0) } == name
    }

    /// An attribute of a local name, of any namespace.
    func attribute(_ node: xmlNodePtr, _ name: String) -> String? {
        var next = node.pointee.properties
        while let attribute = next {
            if attribute.pointee.name.map({ String(cString: $0) }) == name {
                guard let value = xmlNodeListGetString(document, attribute.pointee.children, 1) else { return "" }
                defer { oit_free_string(value) }
                return String(cString: value)
            }
            next = attribute.pointee.next
        }
        return nil
    }

    func text(_ node: xmlNodePtr) -> String {
        guard let content = xmlNodeGetContent(node) else { return "" }
        defer { oit_free_string(content) }
        return String(cString: content)
    }

    /// A new last child in the namespace of its parent.
    func append(_ name: String, to node: xmlNodePtr, text: String? = nil) throws(OfficeFileError) -> xmlNodePtr {
        guard let child = xmlNewChild(node, node.pointee.ns, name, nil) else {
            throw OfficeFileError(.notWritten, part: part, detail: "No memory for an element.")
        }
        if let text { xmlNodeAddContent(child, text) }
        return child
    }

    func remove(_ node: xmlNodePtr) {
        xmlUnlinkNode(node)
        xmlFreeNode(node)
    }
}

/// The list of links of a sheet.
final class EditedRelationships: XMLTree {
    /// False when the id is not there or leads elsewhere.
    func retarget(_ id: String, from old: String, to new: String) -> Bool {
        for node in children(root, "Relationship") where attribute(node, "Id") == id {
            guard attribute(node, "Target") == old else { return false }
            xmlSetProp(node, "Target", new)
            return true
        }
        return false
    }
}

/// The rows and cells of a sheet.
final class EditedSheet: XMLTree {
    /// Shows a text in a cell, which is made where it is missing.
    func show(_ text: String, row: Int, column: Int) throws(OfficeFileError) {
        let cell = try cell(row: row, column: column)
        for name in ["f", "v", "is"] { children(cell, name).forEach(remove) }
        xmlSetProp(cell, "t", "inlineStr")
        let holder = try append("is", to: cell)
        let shown = try append("t", to: holder, text: EscapedText.encoded(text))
        xmlNodeSetSpacePreserve(shown, 1)
    }

    /// Changes the address in a formula `HYPERLINK("old", …)`; false when the cell has none.
    func retarget(row: Int, column: Int, from old: String, to new: String) throws(OfficeFileError) -> Bool {
        guard let cell = found(row: row, column: column), let formula = children(cell, "f").first,
            SheetReader.target(ofFormula: Array(text(formula).utf8)) == old
        else { return false }
        func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
        let changed = text(formula).replacing(quoted(old), with: quoted(new), maxReplacements: 1)
        xmlNodeSetContent(formula, nil)
        xmlNodeAddContent(formula, changed)
        return true
    }

    /// The id of the hyperlink that begins at a cell.
    func linkID(row: Int, column: Int) -> String? {
        for list in children(root, "hyperlinks") {
            for node in children(list, "hyperlink") {
                guard let cells = attribute(node, "ref"), let first = CellReference(cells.prefix { $0 != ":" }),
                    first.row == row, first.column == column
                else { continue }
                return attribute(node, "id")
            }
        }
        return nil
    }

    private func number(_ row: xmlNodePtr, after last: Int) -> Int {
        attribute(row, "r").flatMap { Int($0) } ?? last + 1
    }

    private func found(row: Int, column: Int) -> xmlNodePtr? {
        var last = 0
        for data in children(root, "sheetData") {
            for node in children(data, "row") {
                last = number(node, after: last)
                if last == row { return place(of: column, in: node).cell }
            }
        }
        return nil
    }

    /// The cell of a column, or the cell before which it belongs.
    private func place(of column: Int, in row: xmlNodePtr) -> (cell: xmlNodePtr?, next: xmlNodePtr?) {
        var at = -1
        for cell in children(row, "c") {
            at = attribute(cell, "r").flatMap { CellReference($0) }?.column ?? at + 1
            if at == column { return (cell, nil) }
            if at > column { return (nil, cell) }
        }
        return (nil, nil)
    }

    private func cell(row: Int, column: Int) throws(OfficeFileError) -> xmlNodePtr {
        guard let data = children(root, "sheetData").first else {
            throw OfficeFileError(.missingPart, part: part, detail: "The sheet holds no rows.")
        }
        var last = 0
        var target: xmlNodePtr?
        var next: xmlNodePtr?
        for node in children(data, "row") where target == nil && next == nil {
            last = number(node, after: last)
            if last == row { target = node } else if last > row { next = node }
        }
        let line: xmlNodePtr
        if let target {
            line = target
        } else {
            line = try append("row", to: data)
            xmlSetProp(line, "r", String(row))
            if let next { xmlAddPrevSibling(next, line) }
        }
        let found = place(of: column, in: line)
        if let cell = found.cell { return cell }
        let cell = try append("c", to: line)
        xmlSetProp(cell, "r", SheetCell.letters(ofColumn: column) + String(row))
        if let next = found.next { xmlAddPrevSibling(next, cell) }
        return cell
    }
}
