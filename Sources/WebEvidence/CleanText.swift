/// Text from the web made safe to show: what could steer a terminal, hide or turn the text round is taken out.
public enum CleanText {
    /// One line: terminal escape sequences, control characters, bidirectional controls and invisible characters are
    /// dropped; line breaks and tabs become spaces, runs of spaces one space.
    public static func line(_ text: String) -> String {
        var cleaned = String.UnicodeScalarView()
        var escapes = EscapeSkipper()
        for scalar in text.unicodeScalars {
            guard !escapes.swallows(scalar) else { continue }
            if isBreak(scalar) {
                if cleaned.last != " " { cleaned.append(" ") }
            } else if !isHidden(scalar) {
                cleaned.append(scalar)
            }
        }
        if cleaned.last == " " { cleaned.removeLast() }
        if cleaned.first == " " { cleaned.removeFirst() }
        return String(cleaned)
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9...13, 32, 0x85, 0xA0, 0x2028, 0x2029: true
        default: false
        }
    }

    /// True for control characters, bidirectional controls, zero-width characters, tags and non-characters.
    public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...31, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF0...0xFFFB, 0xFFFE...0xFFFF, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}

/// Recognises terminal escape sequences (ECMA-48): CSI, OSC and other strings, two-character escapes. A sequence that
/// is not closed ends at a line break, so that it cannot swallow the rest of a text.
struct EscapeSkipper {
    private enum State { case text, escape, control, string, stringEscape }
    private var state = State.text

    mutating func swallows(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value == 10 || value == 13 {
            state = .text
            return false
        }
        switch state {
        case .text:
            switch value {
            case 0x1B: state = .escape
            case 0x9B: state = .control
            case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string
            default: return false
            }
        case .escape:
            switch value {
            case 0x5B: state = .control
            case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string
            case 0x1B: state = .escape
            case 0x20...0x2F: state = .escape
            case 0x30...0x7E: state = .text
            default:
                state = .text
                return false
            }
        case .control:
            if (0x40...0x7E).contains(value) {
                state = .text
            } else if !(0x20...0x3F).contains(value) {
                state = .text
                return false
            }
        case .string:
            if value == 0x07 || value == 0x9C { state = .text } else if value == 0x1B { state = .stringEscape }
        case .stringEscape:
            state = value == 0x5C ? .text : .string
        }
        return true
    }
}
