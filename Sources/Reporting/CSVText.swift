import WebEvidence

/// Rows as a spreadsheet reads them: UTF-8 with byte order mark, CRLF, quoted as in RFC 4180, and no cell that is
/// taken for a formula.
struct CSVText {
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    mutating func add(_ cells: [String]) {
        for (position, cell) in cells.enumerated() {
            if position > 0 { bytes.append(44) }
            let shown = CSVText.cell(cell)
            if shown.utf8.contains(where: { $0 == 34 || $0 == 44 || $0 == 13 || $0 == 10 }) {
                bytes.append(34)
                for byte in shown.utf8 { bytes.append(contentsOf: repeatElement(byte, count: byte == 34 ? 2 : 1)) }
                bytes.append(34)
            } else {
                bytes.append(contentsOf: shown.utf8)
            }
        }
        bytes += [13, 10]
    }

    /// One line without control characters; a leading apostrophe where a spreadsheet would begin to compute.
    static func cell(_ text: String) -> String {
        let cleaned = CleanText.line(text)
        let leads: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
        let isFormula = [text, cleaned].contains { $0.unicodeScalars.first.map(leads.contains) ?? false }
        return isFormula ? "'" + cleaned : cleaned
    }
}
