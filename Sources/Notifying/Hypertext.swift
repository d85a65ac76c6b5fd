import WebEvidence

/// Text inside HTML and XML: cleaned to one line and escaped, so that nothing from a website becomes markup and nothing is
/// left that XML forbids.
enum Hypertext {
    /// For text and for attributes in double quotes.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in CleanText.line(text).utf8 {
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

    /// A line of a message: an indented one keeps its place, an address that can be fetched becomes a link.
    static func line(_ text: String) -> String {
        guard text.hasPrefix("  ") else { return escaped(text) }
        let content = String(text.drop { $0 == " " })
        let shown = link(content) ?? "<span>\(escaped(content))</span>"
        return "<span style=\"padding-left:1em;display:inline-block\">\(shown)</span>"
    }

    private static func link(_ text: String) -> String? {
        guard text.hasPrefix("http://") || text.hasPrefix("https://") else { return nil }
        do {
            let target = try PageAddress(text).text
            return "<a href=\"\(escaped(target))\" rel=\"noreferrer noopener\">\(escaped(text))</a>"
        } catch {
            return nil  // shown as text
        }
    }
}
