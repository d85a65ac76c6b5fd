import CLibXML2

/// Receives the elements and text of one XML part in document order. Local names, without prefix.
protocol XMLPartVisitor: AnyObject {
    /// An element begins.
    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError)
    /// An element ends.
    func closed(_ name: String) throws(OfficeFileError)
    /// A piece of text; one run of text may come in several pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError)
}

/// The attributes of one element. Those of a relationships namespace are named `r:` + local name whatever their prefix.
struct XMLPartAttributes {
    fileprivate(set) var pairs: [(name: String, value: String)] = []

    subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// True for `1`, `true`, `on`.
    func isOn(_ name: String) -> Bool { ["1", "true", "on"].contains(self[name] ?? "") }
}

/// Parses XML parts with libxml2's SAX interface: no network, no document type, no entities but the five of XML.
enum XMLPart {
    private static let isInitialised: Bool = {
        xmlInitParser()
        return true
    }()

    /// Feeds the part to the visitor; everything is released when the call returns.
    static func parse(
        _ bytes: [UInt8], part: String, limits: OfficeFileLimits, _ visitor: any XMLPartVisitor
    ) throws(OfficeFileError) {
        _ = isInitialised
        let state = XMLPartState(visitor: visitor, part: part, maximumDepth: limits.maximumDepth)
        var handler = saxHandler()
        let reference = Unmanaged.passUnretained(state)
        let context = xmlCreatePushParserCtxt(&handler, reference.toOpaque(), nil, 0, nil)
        guard let context else { throw OfficeFileError(.malformedXML, part: part, detail: "No memory for the parser.") }
        defer { xmlFreeParserCtxt(context) }
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue))
        state.context = context
        withExtendedLifetime(state) { feed(bytes, to: context, state) }
        state.context = nil
        if let failure = state.failure { throw failure }
        guard context.pointee.wellFormed == 1 else {
            let line = context.pointee.lastError.line
            throw OfficeFileError(.malformedXML, part: part, detail: "Not well-formed XML near line \(line).")
        }
    }

    private static func saxHandler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC, a macro that is not imported
        handler.internalSubset = xmlPartDoctype
        handler.startElementNs = xmlPartOpened
        handler.endElementNs = xmlPartClosed
        handler.characters = xmlPartText
        handler.ignorableWhitespace = xmlPartText
        handler.cdataBlock = xmlPartText
        handler.serror = xmlPartFault
        return handler
    }

    /// One megabyte after the other, until the end or the first failure.
    private static func feed(_ bytes: [UInt8], to context: xmlParserCtxtPtr, _ state: XMLPartState) {
        bytes.withUnsafeBytes { buffer in
            let pointer = buffer.bindMemory(to: CChar.self).baseAddress
            var offset = 0
            while offset < buffer.count, state.failure == nil {
                let count = min(1 << 20, buffer.count - offset)
                guard xmlParseChunk(context, pointer.map { $0 + offset }, Int32(count), 0) == 0 else { break }
                offset += count
            }
            if state.failure == nil { xmlParseChunk(context, nil, 0, 1) }
        }
    }
}

/// What the C callbacks share during one parse; lives only inside `XMLPart.parse`, on one thread.
private final class XMLPartState {
    let visitor: any XMLPartVisitor
    let part: String
    let maximumDepth: Int
    var depth = 0
    var failure: OfficeFileError?
    var context: xmlParserCtxtPtr?

    init(visitor: any XMLPartVisitor, part: String, maximumDepth: Int) {
        self.visitor = visitor
        self.part = part
        self.maximumDepth = maximumDepth
    }

    func perform(_ action: () throws(OfficeFileError) -> Void) {
        guard failure == nil else { return }
        do throws(OfficeFileError) {
            try action()
        } catch {
            failure = error
            xmlStopParser(context)
        }
    }

    static func from(_ pointer: UnsafeMutableRawPointer?) -> XMLPartState? {
        pointer.map { Unmanaged<XMLPartState>.fromOpaque($0).takeUnretainedValue() }
    }
}

private func xmlPartDoctype(
    _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ external: UnsafePointer<xmlChar>?,
    _ system: UnsafePointer<xmlChar>?
) {
    guard let state = XMLPartState.from(user) else { return }
    state.perform { () throws(OfficeFileError) in
        throw OfficeFileError(.forbiddenDoctype, part: state.part, detail: "The part declares a document type.")
    }
}

private func xmlPartOpened(
    _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?, _ namespaceCount: Int32,
    _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ attributeCount: Int32, _ defaultedCount: Int32,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    guard let state = XMLPartState.from(user), let name else { return }
    state.depth += 1
    state.perform { () throws(OfficeFileError) in
        guard state.depth <= state.maximumDepth else {
            throw OfficeFileError(.tooLarge, part: state.part, detail: "Elements nest too deep.")
        }
        var collected = XMLPartAttributes()
        for index in 0..<Int(attributeCount) {
            guard let attributes, let local = attributes[index * 5], let start = attributes[index * 5 + 3],
                let end = attributes[index * 5 + 4]
            else { continue }
            var attributeName = String(cString: local)
            if let space = attributes[index * 5 + 2] {
                attributeName = (String(cString: space).hasSuffix("/relationships") ? "r:" : "x:") + attributeName
            }
            // libxml2 hands `&amp;` in attributes on as `&#38;` unless it replaces entities, which it must not here.
            let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
                .replacing("&#38;", with: "&")
            collected.pairs.append((attributeName, value))
        }
        try state.visitor.opened(String(cString: name), collected)
    }
}

private func xmlPartClosed(
    _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?
) {
    guard let state = XMLPartState.from(user), let name else { return }
    state.depth -= 1
    state.perform { () throws(OfficeFileError) in try state.visitor.closed(String(cString: name)) }
}

private func xmlPartText(_ user: UnsafeMutableRawPointer?, _ characters: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let state = XMLPartState.from(user), count > 0 else { return }
    state.perform { () throws(OfficeFileError) in
        try state.visitor.text(UnsafeBufferPointer(start: characters, count: Int(count)))
    }
}

/// Takes libxml2's messages so that none reaches standard error; well-formedness is asked afterwards.
private func xmlPartFault(_ user: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {}
