import CLibXML2

/// The attributes of one element, read in place; alive only inside `withHTMLTree`.
struct HTMLAttributes {
    /// The attributes that the walk asks of nearly every element. Names are told apart by their first eight bytes.
    enum Name: UInt64, CaseIterable {
        case `class`, id, style, href, src, role, hidden, onclick, title
        case alt, width, height, colspan, rowspan, action, method, name, content, data
        case httpEquiv, property, itemprop, datetime, type, value
        /// `data-href`, `data-url`, `data-link`, `data-file`.
        case dataHref, dataURL, dataLink, dataFile
        /// `data-src`, `data-original`, `data-lazy-src`: the real source of a picture or frame that loads late.
        case dataSrc, dataOriginal, dataLazy
        /// `data-toggle`, `data-target`, any `data-bs-...`, `data-tab`.
        case dataToggle, dataTarget, dataBs, dataTab
        /// `aria-hidden`, `aria-controls`, `aria-label` or `aria-labelledby`, `aria-level`.
        case ariaHidden, ariaControls, ariaLabel, ariaLevel
    }

    private let first: xmlAttrPtr?
    private let present: UInt64
    /// True when there are attributes that the walk does not ask for by name, or `data-` ones.
    let hasUncommon: Bool

    init(_ first: xmlAttrPtr?) {
        self.first = first
        var present: UInt64 = 0
        var hasUncommon = false
        var attribute = first
        while let current = attribute {
            if let name = HTMLAttributes.name(of: current) {
                present |= 1 << name.rawValue
                hasUncommon = hasUncommon || HTMLAttributes.dataNames.contains(name)
            } else {
                hasUncommon = true
            }
            attribute = current.pointee.next
        }
        self.present = present
        self.hasUncommon = hasUncommon
    }

    var isEmpty: Bool { first == nil }
    func has(_ name: Name) -> Bool { present & (1 << name.rawValue) != 0 }

    /// The value's bytes; nil when the attribute is absent, empty when it has no value.
    func withBytes<Result>(_ name: Name, _ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        guard has(name) else { return nil }
        var attribute = first
        while let current = attribute, HTMLAttributes.name(of: current) != name { attribute = current.pointee.next }
        guard let start = attribute?.pointee.children?.pointee.content else {
            return read(UnsafeBufferPointer(start: nil, count: 0))
        }
        return read(UnsafeBufferPointer(start: start, count: Int(xmlStrlen(start))))
    }

    private static func name(of attribute: xmlAttrPtr) -> Name? {
        guard let name = attribute.pointee.name else { return nil }
        return names[packedName(name)]
    }

    func text(_ name: Name) -> String? {
        withBytes(name) { String(decoding: $0, as: UTF8.self) }
    }

    /// An attribute by its whole name, for names that share their first eight bytes with others.
    func named(_ whole: String) -> String? {
        var attribute = first
        while let current = attribute {
            if let name = current.pointee.name, xmlStrcmp(name, whole) == 0 {
                guard let start = current.pointee.children?.pointee.content else { return "" }
                return String(decoding: UnsafeBufferPointer(start: start, count: Int(xmlStrlen(start))), as: UTF8.self)
            }
            attribute = current.pointee.next
        }
        return nil
    }

    /// Whole name (lower case) and value of every attribute that is uncommon or begins with `data-`.
    func forEachUncommon(_ visit: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void) {
        var attribute = first
        while let current = attribute {
            attribute = current.pointee.next
            if let known = HTMLAttributes.name(of: current), !HTMLAttributes.dataNames.contains(known) { continue }
            guard let name = current.pointee.name, let value = current.pointee.children?.pointee.content else {
                continue
            }
            visit(
                UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))),
                UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
        }
    }

    private static let dataNames: Set<Name> = [
        .dataHref, .dataURL, .dataLink, .dataFile, .dataSrc, .dataOriginal, .dataLazy,
    ]

    func bytes(_ name: Name) -> [UInt8]? { withBytes(name) { Array($0) } }

    /// The leading decimal number of a value such as `120` or `120px`; nil for percentages and words.
    func pixels(_ name: Name) -> Int? { bytes(name).flatMap { leadingNumber($0[...]) } }

    private static let names: [UInt64: Name] = {
        let spelled: [(String, Name)] = [
            ("class", .class), ("id", .id), ("style", .style), ("href", .href), ("src", .src), ("role", .role),
            ("hidden", .hidden), ("onclick", .onclick), ("title", .title), ("alt", .alt), ("width", .width),
            ("height", .height), ("colspan", .colspan), ("rowspan", .rowspan), ("action", .action),
            ("method", .method), ("name", .name), ("content", .content), ("data", .data),
            ("http-equiv", .httpEquiv), ("property", .property), ("itemprop", .itemprop), ("datetime", .datetime),
            ("type", .type), ("value", .value), ("data-href", .dataHref), ("data-url", .dataURL),
            ("data-link", .dataLink), ("data-file", .dataFile), ("data-src", .dataSrc),
            ("data-original", .dataOriginal), ("data-lazy-src", .dataLazy), ("data-toggle", .dataToggle),
            ("data-target", .dataTarget), ("data-bs-", .dataBs), ("data-tab", .dataTab), ("aria-hidden", .ariaHidden),
            ("aria-controls", .ariaControls), ("aria-label", .ariaLabel), ("aria-level", .ariaLevel),
        ]
        return Dictionary(spelled.map { (packedName($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
    }()
}

/// The number at the start of `bytes`, up to nine digits; nil when there is none or a percent sign follows.
func leadingNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
    let digits = bytes.drop { $0 == 32 }.prefix { (48...57).contains($0) }
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    if digits.endIndex < bytes.endIndex, bytes[digits.endIndex] == 37 { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
}
