/// Folding of heads, words and names so that spellings of the same label compare equal: ASCII lower case, Thai and
/// full-width digits as ASCII, sara am composed, white space and invisible characters dropped. UTF-8.
enum Label {
    /// The folded bytes.
    static func folded(_ text: String) -> [UInt8] {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let kept = kept(scalar), kept != " " else { continue }
            append(kept, to: &scalars)
        }
        return Array(String(scalars).utf8)
    }

    /// Like `folded`, but runs of white space become one space; none at the ends.
    static func spaced(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let kept = kept(scalar) else { continue }
            if kept == " ", scalars.isEmpty || scalars.last == " " { continue }
            append(kept, to: &scalars)
        }
        if scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    /// Surrounding white space and invisible characters removed.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
        return String(scalars[first...last])
    }

    /// White space, byte order marks and zero-width characters.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        if (33...126).contains(scalar.value) || (0x0E01...0x0E5B).contains(scalar.value) { return false }
        return scalar.properties.isWhitespace || (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
            || scalar.value == 0x2060 || scalar.value == 0xAD || scalar.value == 0
    }

    /// True when `bytes` holds the UTF-8 of `part`.
    static func contains(_ bytes: [UInt8], _ part: String) -> Bool {
        let part = Array(part.utf8)
        guard !part.isEmpty, part.count <= bytes.count else { return false }
        // Plain loops: this is asked for every cell of the first rows.
        var start = 0
        while start + part.count <= bytes.count {
            var length = 0
            while length < part.count, bytes[start + length] == part[length] { length += 1 }
            if length == part.count { return true }
            start += 1
        }
        return false
    }

    private static func append(_ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
        // Nikhahit and sara aa written apart are sara am.
        if scalar.value == 0x0E32, scalars.last?.value == 0x0E4D {
            scalars.removeLast()
            scalars.append("\u{0E33}")
        } else {
            scalars.append(scalar)
        }
    }

    /// Nil for what is dropped, a space for white space.
    private static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 65...90: Unicode.Scalar(scalar.value + 32)
        case 33...126: scalar
        case 0x0E01...0x0E4F: scalar
        case 0x0E50...0x0E59: Unicode.Scalar(scalar.value - 0x0E50 + 48)
        case 0xFF21...0xFF3A: Unicode.Scalar(scalar.value - 0xFF21 + 97)
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x2010...0x2015, 0x2212: "-"
        default:
            scalar.properties.isWhitespace ? " " : (isBlank(scalar) ? nil : scalar)
        }
    }
}
