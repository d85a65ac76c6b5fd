import WebEvidence

/// A JSON value; members are written in the order of their names, so that equal values give equal bytes.
enum JSONValue {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case null

    /// `null` for nil.
    static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    /// `null` for nil.
    static func optional(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }

    /// Pretty-printed UTF-8 with two spaces and a line break at the end; slashes and Thai as they are, characters that
    /// steer terminals or turn text round as `\u` escapes.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(self, depth: 0)
        writer.bytes.append(10)
        return writer.bytes
    }
}

private struct JSONWriter {
    var bytes: [UInt8] = []

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .object(let members):
            list(members.sorted { $0.key < $1.key }, open: 123, close: 125, depth: depth) { writer, member in
                writer.quote(member.key)
                writer.bytes += [58, 32]
                writer.write(member.value, depth: depth + 1)
            }
        case .array(let values):
            list(values, open: 91, close: 93, depth: depth) { $0.write($1, depth: depth + 1) }
        case .string(let text): quote(text)
        case .integer(let number): bytes += Array(String(number).utf8)
        case .boolean(let flag): bytes += Array((flag ? "true" : "false").utf8)
        case .null: bytes += Array("null".utf8)
        }
    }

    private mutating func list<Element>(
        _ elements: [Element], open: UInt8, close: UInt8, depth: Int, each: (inout JSONWriter, Element) -> Void
    ) {
        bytes.append(open)
        for (position, element) in elements.enumerated() {
            if position > 0 { bytes.append(44) }
            newLine(depth + 1)
            each(&self, element)
        }
        if !elements.isEmpty { newLine(depth) }
        bytes.append(close)
    }

    private mutating func newLine(_ depth: Int) {
        bytes.append(10)
        bytes.append(contentsOf: repeatElement(32, count: 2 * depth))
    }

    private mutating func quote(_ text: String) {
        bytes.append(34)
        var text = text
        let isPlain = text.withUTF8 { JSONWriter.isPlain($0) }
        if isPlain {
            text.withUTF8 { bytes.append(contentsOf: $0) }
        } else {
            escaped(text)
        }
        bytes.append(34)
    }

    /// True for text of printable ASCII and Thai that needs no escape, nearly all of it.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte >= 0x20, byte < 0x7F, byte != 34, byte != 92 {
                index += 1
            } else if byte == 0xE0, index + 2 < text.count, text[index + 1] & 0xFE == 0xB8 {
                index += 3
            } else {
                return false
            }
        }
        return true
    }

    private mutating func escaped(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += [92, 34]
            case "\\": bytes += [92, 92]
            case "\n": bytes += [92, 110]
            case "\t": bytes += [92, 116]
            case "\r": bytes += [92, 114]
            default:
                if CleanText.isHidden(scalar) || scalar.value == 0x2028 || scalar.value == 0x2029 {
                    for unit in UTF16.encode(scalar) ?? .init() { escape(unit) }
                } else {
                    bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
                }
            }
        }
    }

    private mutating func escape(_ unit: UInt16) {
        let digits = String(unit, radix: 16)
        bytes += Array("\\u".utf8) + Array(String(repeating: "0", count: 4 - digits.utf8.count).utf8)
        bytes += Array(digits.utf8)
    }
}
