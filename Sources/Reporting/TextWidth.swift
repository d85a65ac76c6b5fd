/// How many columns text takes on a terminal.
enum TextWidth {
    /// Marks above and below (Thai vowels and tones among them) take none, wide East Asian characters and pictures two.
    static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns($1) } }

    /// At most so many columns; what is cut ends in `…`. Marks stay with their letter.
    static func cut(_ text: String, to width: Int) -> String {
        guard columns(text) > width else { return text }
        var kept = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            used += columns(scalar)
            if used > width - 1 { break }
            kept.append(scalar)
        }
        return String(kept) + (width > 0 ? "…" : "")
    }

    /// Exactly so many columns.
    static func padded(_ text: String, to width: Int) -> String {
        let shown = cut(text, to: width)
        return shown + String(repeating: " ", count: max(0, width - columns(shown)))
    }

    /// Lines of at most so many columns (at least 2), broken at spaces where there are any, never before a mark.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            let more = columns(scalar)
            if used + more > max(2, width) {
                let space = line.lastIndex(of: " ")
                let rest = space.map { String.UnicodeScalarView(line[line.index(after: $0)...]) } ?? .init()
                if let space { line = String.UnicodeScalarView(line[..<space]) }
                lines.append(String(line))
                line = rest
                used = columns(String(rest))
            }
            if line.isEmpty && scalar == " " { continue }
            line.append(scalar)
            used += more
        }
        return line.isEmpty ? lines : lines + [String(line)]
    }
}
