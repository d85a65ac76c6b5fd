/// A JSON value on its way to the browser (RFC 8259). Members are written in the order given.
enum JSONText: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    case text(String)
    case number(Int)
    /// Digits of a number that is no whole one, as JSON writes it.
    case decimal(String)
    case claim(Bool)
    case list([JSONText])
    case object([(String, JSONText)])
    /// Bytes that are written in base64.
    case base64([UInt8])

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .claim(value) }
    init(arrayLiteral elements: JSONText...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, JSONText)...) { self = .object(elements) }

    /// UTF-8, without white space and without a zero byte.
    var bytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .text(let text): JSONText.write(text, to: &output)
        case .number(let number): output += String(number).utf8
        case .decimal(let digits): output += digits.utf8
        case .claim(let isSo): output += (isSo ? "true" : "false").utf8
        case .list(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                value.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                JSONText.write(member.0, to: &output)
                output.append(UInt8(ascii: ":"))
                member.1.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        case .base64(let bytes):
            output.append(UInt8(ascii: "\""))
            appendBase64(bytes, to: &output)
            output.append(UInt8(ascii: "\""))
        }
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case 0..<32:
                output += "\\u00".utf8
                output += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}

/// RFC 4648 section 4, with padding.
private func appendBase64(_ bytes: [UInt8], to output: inout [UInt8]) {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    output.reserveCapacity(output.count + (bytes.count + 2) / 3 * 4 + 64)
    var index = 0
    while index < bytes.count {
        let (first, left) = (UInt32(bytes[index]), bytes.count - index)
        let second = left > 1 ? UInt32(bytes[index + 1]) : 0
        let third = left > 2 ? UInt32(bytes[index + 2]) : 0
        let group = first << 16 | second << 8 | third
        output.append(alphabet[Int(group >> 18 & 63)])
        output.append(alphabet[Int(group >> 12 & 63)])
        output.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
        output.append(left > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "="))
        index += 3
    }
}
