import CLibXML2

/// libxml2 must be set up once before any thread parses.
private let isLibraryReady: Bool = {
    xmlInitParser()
    return true
}()

/// Parses UTF-8 markup, hands the root to `read` and frees the tree before it returns; nothing of the tree may leave.
/// `read` gets nil where there is no element at all. The bytes must hold no NUL.
func withHTMLTree<Result>(_ utf8: UnsafeBufferPointer<UInt8>, _ read: (HTMLNode?) -> Result) -> Result {
    guard isLibraryReady, utf8.count > 0, utf8.count < Int(Int32.max), let parser = htmlNewParserCtxt() else {
        return read(nil)
    }
    defer { htmlFreeParserCtxt(parser) }
    oit_silence_errors()
    oit_bound_depth(parser)
    let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | XML_PARSE_HUGE.rawValue
    let document = utf8.withMemoryRebound(to: CChar.self) {
        htmlCtxtReadMemory(parser, $0.baseAddress, Int32($0.count), nil, "utf-8", Int32(options))
    }
    guard let document else { return read(nil) }
    defer { xmlFreeDoc(document) }
    return read(HTMLNode(document.pointee.children)?.firstElementInRow)
}

/// A node of a tree that is alive only inside `withHTMLTree`.
struct HTMLNode: Equatable {
    private let raw: xmlNodePtr

    init?(_ raw: xmlNodePtr?) {
        guard let raw else { return nil }
        self.raw = raw
    }

    var isElement: Bool { raw.pointee.type == XML_ELEMENT_NODE }
    var isText: Bool { raw.pointee.type == XML_TEXT_NODE || raw.pointee.type == XML_CDATA_SECTION_NODE }
    var firstChild: HTMLNode? { isElement ? HTMLNode(raw.pointee.children) : nil }
    var next: HTMLNode? { HTMLNode(raw.pointee.next) }
    var parent: HTMLNode? { HTMLNode(raw.pointee.parent) }

    /// This node or its first sibling after it that is an element.
    var firstElementInRow: HTMLNode? {
        var node: HTMLNode? = self
        while let current = node {
            if current.isElement { return current }
            node = current.next
        }
        return nil
    }

    var tag: Tag {
        guard let name = raw.pointee.name else { return .other }
        return Tag(packedName: packedName(name))
    }

    /// The name of an element as written, lower case in HTML; empty for other nodes.
    var name: String {
        guard isElement, let name = raw.pointee.name else { return "" }
        return String(cString: name)
    }

    /// The text of a text node.
    func withText<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        guard let content = raw.pointee.content else { return nil }
        return read(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    }

    /// The text directly inside an element (script, title, option), unfolded.
    var directText: [UInt8] {
        var bytes: [UInt8] = []
        var child = firstChild
        while let node = child {
            if node.isText { node.withText { bytes.append(contentsOf: $0) } }
            child = node.next
        }
        return bytes
    }

    var attributes: HTMLAttributes { HTMLAttributes(raw.pointee.properties) }

    /// Visits every node below this one in document order, without recursion; `visit` returns false to end the visit.
    func forEachDescendant(_ visit: (HTMLNode) -> Bool) {
        var node = firstChild
        while let current = node {
            guard visit(current) else { return }
            node = current.firstChild ?? current.nextOutside(of: self)
        }
    }

    private func nextOutside(of root: HTMLNode) -> HTMLNode? {
        var node: HTMLNode? = self
        while let current = node, current != root {
            if let next = current.next { return next }
            node = current.parent
        }
        return nil
    }
}

/// The first eight bytes of a name as a number, first byte lowest.
func packedName(_ name: UnsafePointer<UInt8>) -> UInt64 {
    var packed: UInt64 = 0
    var shift: UInt64 = 0
    var pointer = name
    while pointer.pointee != 0, shift < 64 {
        packed |= UInt64(pointer.pointee) << shift
        shift += 8
        pointer += 1
    }
    return packed
}

/// The first eight bytes of a name as a number, first byte lowest.
func packedName(_ name: String) -> UInt64 {
    var packed: UInt64 = 0
    for (index, byte) in name.utf8.prefix(8).enumerated() { packed |= UInt64(byte) << UInt64(index * 8) }
    return packed
}
