/// The addresses that stand in one cell.
///
/// White space parts two addresses only where the next token begins like one: a space otherwise belongs to the path.
/// Commas, semicolons and bars part only before `http`. A cell without anything that begins like an address is one
/// (malformed) address, so that it gets its own row later.
struct CellAddresses: Equatable {
    private(set) var addresses: [String] = []
    /// Words beside the addresses that are no list marks.
    private(set) var words: [String] = []

    private static let blanks: Set<String> = [
        "", "-", "--", "–", "—", "ไม่มี", "ไม่มีลิงก์", "ไม่มีลิงค์", "n/a", "none", "null",
    ]

    /// Reads a cell; `link` is its hyperlink, which counts where the text shows no address or a shortened one.
    init(_ text: String, link: String? = nil) {
        let trimmed = Label.trimmed(text)
        if let whole = CellAddresses.bracketed(trimmed) {
            addresses = [whole]
            return
        }
        let target = link.map(Label.trimmed).flatMap {
            CellAddresses.beginsLikeAddress($0.unicodeScalars[...]) ? $0 : nil
        }
        if let target {
            let isShortened = trimmed.hasSuffix("...") || trimmed.hasSuffix("…")
            let showsAddress = CellAddresses.pieces(trimmed).contains { CellAddresses.beginsLikeAddress($0) }
            if isShortened || !showsAddress {
                addresses = [target]
                return
            }
        }
        let folded = String(decoding: Label.folded(trimmed), as: UTF8.self)
        guard !CellAddresses.blanks.contains(folded) else { return }
        let pieces = CellAddresses.pieces(trimmed)
        guard pieces.contains(where: { CellAddresses.beginsLikeAddress($0) }) else {
            let whole = CellAddresses.unquoted(trimmed.unicodeScalars[...])
            addresses = whole.isEmpty ? [] : [whole]
            return
        }
        for piece in pieces {
            let text = CellAddresses.unquoted(piece)
            guard !text.isEmpty else { continue }
            if CellAddresses.beginsLikeAddress(piece) {
                let (address, beside) = CellAddresses.withoutWordsBeside(text)
                addresses.append(address)
                if let beside { words.append(beside) }
            } else if !CellAddresses.isListMark(piece) {
                words.append(text)
            }
        }
    }

    /// The text of a cell in which just this address is read again: addresses that would be taken apart, or for
    /// nothing, stand between angle brackets (RFC 3986, appendix C).
    static func cell(holding address: String) -> String {
        CellAddresses(address).addresses == [address] && CellAddresses(address).words.isEmpty ? address : "<\(address)>"
    }

    /// What stands between angle brackets that span the whole cell.
    private static func bracketed(_ trimmed: String) -> String? {
        let scalars = trimmed.unicodeScalars
        guard scalars.count > 2, scalars.first == "<", scalars.last == ">" else { return nil }
        let inner = scalars.dropFirst().dropLast()
        guard !inner.contains("<"), !inner.contains(">"), !inner.contains(where: isLineBreak) else { return nil }
        return Label.trimmed(String(inner))
    }

    typealias Piece = Substring.UnicodeScalarView

    /// A space belongs to the path of a file ("/plan 66.pdf") or query; words without sign of either stand beside it.
    private static func withoutWordsBeside(_ text: String) -> (address: String, beside: String?) {
        guard let space = text.firstIndex(where: { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }) else {
            return (text, nil)
        }
        let rest = text[space...]
        let isPartOfPath = rest.contains("/") || rest.contains("=") || rest.contains("%")
        let ending = rest.split(separator: ".").last.map(String.init) ?? ""
        let isFile = rest.contains(".") && (2...5).contains(ending.utf8.count) && ending.utf8.allSatisfy { $0 < 0x80 }
        if isPartOfPath || isFile { return (text, nil) }
        return (String(text[..<space]), Label.trimmed(String(rest)))
    }

    /// Parts at line breaks, and at the places where a new address begins.
    private static func pieces(_ text: String) -> [Piece] {
        let scalars = text.unicodeScalars
        var pieces: [Piece] = []
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            let isBreak = isLineBreak(scalars[index])
            if isBreak || (isSeparator(scalars[index]) && beginsNewAddress(scalars, at: next, after: scalars[index])) {
                pieces.append(trimmed(scalars[start..<index]))
                start = next
            }
            index = next
        }
        pieces.append(trimmed(scalars[start...]))
        return pieces.filter { !$0.isEmpty }
    }

    private static func beginsNewAddress(
        _ scalars: String.UnicodeScalarView, at start: String.Index, after separator: Unicode.Scalar
    ) -> Bool {
        let rest = scalars[start...]
        if Label.isBlank(separator) { return beginsLikeAddress(rest) }
        let token = rest.drop { Label.isBlank($0) || quotes.contains($0) }
        return begins(token, "http://") || begins(token, "https://")
    }

    /// True for `scheme://`, `http:` and `www.`, quotes before them aside.
    static func beginsLikeAddress(_ piece: Piece) -> Bool {
        let token = piece.drop { quotes.contains($0) }
        if ["http:", "https:", "www."].contains(where: { begins(token, $0) }) { return true }
        let scheme = token.prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
        return (2...12).contains(scheme.count) && begins(token[scheme.endIndex...], "://")
    }

    private static func begins(_ piece: Piece, _ start: String) -> Bool {
        var index = piece.startIndex
        for scalar in start.unicodeScalars {
            guard index < piece.endIndex, piece[index].properties.lowercaseMapping == String(scalar) else {
                return false
            }
            index = piece.index(after: index)
        }
        return true
    }

    private static let quotes: Set<Unicode.Scalar> = [
        "\"", "'", "“", "”", "‘", "’", "«", "»", "<", ">", "„", "`",
    ]

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0x85
            || scalar.value == 0x0B
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        Label.isBlank(scalar) || scalar == "," || scalar == ";" || scalar == "|"
    }

    private static func trimmed(_ piece: Piece) -> Piece {
        let isEdge = { (scalar: Unicode.Scalar) in
            Label.isBlank(scalar) || scalar == "," || scalar == ";" || scalar == "|"
        }
        guard let last = piece.lastIndex(where: { !isEdge($0) }) else { return piece[piece.endIndex...] }
        return piece[...last].drop(while: isEdge)
    }

    private static func unquoted(_ piece: Piece) -> String {
        guard let last = piece.lastIndex(where: { !quotes.contains($0) && !Label.isBlank($0) }) else { return "" }
        return String(piece[...last].drop { quotes.contains($0) || Label.isBlank($0) })
    }

    /// `1.`, `2)`, `-`, `•` and the like.
    private static func isListMark(_ piece: Piece) -> Bool {
        let marks: Set<Unicode.Scalar> = [".", ")", "(", "-", "–", "•", "*", "·", ":"]
        return piece.count <= 5
            && piece.allSatisfy {
                marks.contains($0) || ("0"..."9").contains($0) || (0x0E50...0x0E59).contains($0.value)
            }
    }
}
