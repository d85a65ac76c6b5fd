import GradingCore
import WebEvidence

/// HTML under construction. Literal parts are markup; every interpolated `String` is cleaned and escaped for text and
/// for quoted attributes, so that nothing from the web can become markup by being forgotten.
struct Markup: ExpressibleByStringInterpolation {
    private(set) var text: String

    init(stringLiteral value: String) { text = value }
    init(stringInterpolation: Interpolation) { text = stringInterpolation.text }
    init(_ parts: [Markup], separator: Markup = "") {
        text = parts.map(\.text).joined(separator: separator.text)
    }

    var isEmpty: Bool { text.isEmpty }

    static func + (left: Markup, right: Markup) -> Markup { Markup([left, right]) }

    struct Interpolation: StringInterpolationProtocol {
        var text: String
        init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }
        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ value: String) { text += Markup.escaped(value) }
        mutating func appendInterpolation(_ value: Int) { text += String(value) }
        mutating func appendInterpolation(_ value: Hundredths) { text += value.text }
        mutating func appendInterpolation(_ value: Markup) { text += value.text }
        mutating func appendInterpolation(_ values: [Markup]) { for value in values { text += value.text } }
    }

    /// Cleaned to one line, `& < > " '` as entities.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        let cleaned = CleanText.line(text)
        bytes.reserveCapacity(cleaned.utf8.count + 16)
        for byte in cleaned.utf8 {
            switch byte {
            case 38: bytes += Array("&amp;".utf8)
            case 60: bytes += Array("&lt;".utf8)
            case 62: bytes += Array("&gt;".utf8)
            case 34: bytes += Array("&quot;".utf8)
            case 39: bytes += Array("&#39;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Words of somebody else, isolated from the direction of the text around them.
    static func foreign(_ text: String) -> Markup { "<bdi>\(text)</bdi>" }

    /// A link for an http or https address, else the address as text. Shows the address as it was written.
    static func address(_ written: String) -> Markup {
        let shown: Markup = "<bdi dir=\"ltr\">\(written)</bdi>"
        do {
            let address = try PageAddress(written)
            return "<a href=\"\(address.text)\" rel=\"noreferrer noopener nofollow\">\(shown)</a>"
        } catch {
            return "<span class=\"url\">\(shown)</span>"
        }
    }

    /// A part of an element's id: letters, digits, `-`, `_`, `.`; everything else becomes `-`.
    static func anchor(_ text: String) -> String {
        String(
            decoding: text.utf8.map { byte in
                switch byte {
                case 45, 46, 48...57, 65...90, 95, 97...122: byte
                default: 45
                }
            }, as: UTF8.self)
    }
}
