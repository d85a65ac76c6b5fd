import WebEvidence

/// Texts as cells hold them.
enum CellText {
    /// The longest text of a cell, in UTF-16 units (limit of the programs that read workbooks).
    static let maximumUnits = 32_767
    private static let ending = " …"

    /// Without control, bidirectional and invisible characters; lines stay lines, the rest is cut where a cell ends.
    static func shown(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        let cleaned = lines.map { CleanText.line(String($0)) }.joined(separator: "\n")
        return cut(escaped(cleaned))
    }

    /// What the format would read as an escaped character (`_x0041_`) is escaped itself.
    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar == "_", isEscape(scalars[index...]) {
                result.append(contentsOf: "_x005F_".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isEscape(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        let next = Array(rest.prefix(7))
        return next.count == 7 && next[1] == "x" && next[6] == "_"
            && next[2...5].allSatisfy(\.properties.isASCIIHexDigit)
    }

    private static func cut(_ text: String) -> String {
        guard text.utf16.count > maximumUnits else { return text }
        var kept = String.UnicodeScalarView()
        var units = ending.utf16.count
        for scalar in text.unicodeScalars {
            units += scalar.value > 0xFFFF ? 2 : 1
            guard units <= maximumUnits else { break }
            kept.append(scalar)
        }
        return String(kept) + ending
    }

    /// True for addresses that a spreadsheet can follow: web addresses in ASCII within the format's length.
    static func isLink(_ address: String) -> Bool {
        let bytes = address.utf8
        let lead = address.prefix(8).lowercased()
        return (lead.hasPrefix("http://") || lead.hasPrefix("https://")) && bytes.count <= 2_000
            && bytes.allSatisfy { (33...126).contains($0) && $0 != UInt8(ascii: "\"") }
    }
}
