package import GradingCore
import WebEvidence

/// HTML under construction. Literal parts are markup; every interpolated `String` is cleaned and escaped for text and
/// for quoted attributes, so that nothing from the web can become markup by being forgotten.
package struct Markup: ExpressibleByStringInterpolation {
    package private(set) var text: String

    package init(stringLiteral value: String) { text = value }
    package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }
    package init(_ parts: [Markup], separator: Markup = "") {
        text = parts.map(\.text).joined(separator: separator.text)
    }

    /// Text whose safety in its place the caller has seen to (data inside a script element).
    init(verified text: String) { self.text = text }

    package var isEmpty: Bool { text.isEmpty }

    package static func + (left: Markup, right: Markup) -> Markup { Markup([left, right]) }
    package static func += (left: inout Markup, right: Markup) { left.text += right.text }

    package struct Interpolation: StringInterpolationProtocol {
        var text: String
        package init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }
        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ value: String) { text += Markup.escaped(value) }
        package mutating func appendInterpolation(_ value: Int) { text += String(value) }
        package mutating func appendInterpolation(_ value: Hundredths) { text += value.text }
        package mutating func appendInterpolation(_ value: Markup) { text += value.text }
        package mutating func appendInterpolation(_ values: [Markup]) { for value in values { text += value.text } }
    }

    /// Cleaned to one line, `& < > " '` as entities.
    static func escaped(_ text: String) -> String {
        if isPlain(text.utf8) { return text }
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

    /// True for text that cleaning and escaping leave as it is: nearly all of a report. Only printable ASCII without
    /// `& < > " '`, the Thai block and single inner spaces are looked through; anything else takes the careful way.
    private static func isPlain(_ bytes: String.UTF8View) -> Bool {
        var last: UInt8 = 32
        var thai = 0
        for byte in bytes {
            switch thai {
            case 1:
                guard byte == 0xB8 || byte == 0xB9 else { return false }
                thai = 2
            case 2: thai = 0
            default:
                switch byte {
                case 32: if last == 32 { return false }
                case 34, 38, 39, 60, 62: return false
                case 33...126: break
                case 0xE0: thai = 1
                default: return false
                }
            }
            last = byte
        }
        return last != 32 || bytes.isEmpty
    }

    /// Words of somebody else, isolated from the direction of the text around them.
    package static func foreign(_ text: String) -> Markup { "<bdi>\(text)</bdi>" }

    /// A link for an http or https address, else the address as text. Shows the address as it was written.
    package static func address(_ written: String) -> Markup {
        address(written, shown: written)
    }

    /// The same for an address that the program has normalised: Thai behind percent escapes is shown as Thai.
    package static func readableAddress(_ text: String) -> Markup {
        address(text, shown: readable(text))
    }

    private static func address(_ target: String, shown: String) -> Markup {
        do {
            let address = try PageAddress(target)
            return "<a href=\"\(address.text)\" rel=\"noreferrer noopener\"><bdi dir=\"ltr\">\(shown)</bdi></a>"
        } catch {
            return "<bdi dir=\"ltr\" class=\"url\">\(shown)</bdi>"
        }
    }

    /// Percent escapes decoded where nothing but Thai letters stands behind them, else the text itself: an escaped
    /// delimiter such as `%2F` means something else than the bare one.
    static func readable(_ address: String) -> String {
        let bytes = Array(address.utf8)
        guard bytes.contains(37) else { return address }
        for (position, byte) in bytes.enumerated() where byte == 37 {
            guard position + 1 < bytes.count, !(48...55).contains(bytes[position + 1]) else { return address }
        }
        let decoded = PercentEncoding.decoded(address)
        let isThai = decoded.unicodeScalars.allSatisfy {
            (0x21...0x7E).contains($0.value) || (0x0E01...0x0E5B).contains($0.value)
        }
        return isThai ? decoded : address
    }

    /// A part of an element's id: letters, digits, `-`, `_`, `.`; everything else becomes `-`.
    package static func anchor(_ text: String) -> String {
        String(
            decoding: text.utf8.map { byte in
                switch byte {
                case 45, 46, 48...57, 65...90, 95, 97...122: byte
                default: 45
                }
            }, as: UTF8.self)
    }
}
