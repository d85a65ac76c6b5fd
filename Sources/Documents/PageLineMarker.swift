extension PageLine {
    /// What a line begins with when it is an entry of a list or a row of a table.
    enum Marker: Equatable {
        /// A bullet, or a number or letter with its sign: `1.`, `๒)`, `(ก)`, `1.2.3`.
        case sign
        /// A bare number of up to three digits.
        case number(Int)

        /// Nil when the line begins as any other.
        init?(_ line: [UInt8]) {
            let head = String(decoding: line.prefix(40), as: UTF8.self).unicodeScalars
            guard let first = head.first else { return nil }
            if Marker.isBullet(first) {
                self = .sign
                return
            }
            let isBracketed = first == "("
            var rest = isBracketed ? head.dropFirst() : head[...]
            var value = 0
            var digits = 0
            while let scalar = rest.first, let digit = Marker.digit(scalar), digits < 5 {
                value = value * 10 + digit
                digits += 1
                rest = rest.dropFirst()
            }
            if digits == 0 {
                guard Marker.isLetterWithSign(rest, isBracketed: isBracketed) else { return nil }
                self = .sign
                return
            }
            guard digits <= 3 else { return nil }
            switch rest.first {
            case ")": self = .sign
            case ".":
                // "1. text" and "1.2 text", not the number 1.50 alone.
                guard rest.dropFirst().isEmpty || rest.contains(" ") else { return nil }
                self = .sign
            case " ", nil:
                guard !isBracketed else { return nil }
                self = .number(value)
            default: return nil
            }
        }

        /// A letter that numbers: `ก.` or `(a)`.
        private static func isLetterWithSign(_ text: Substring.UnicodeScalarView, isBracketed: Bool) -> Bool {
            let rest = text.dropFirst()
            guard let sign = rest.first, sign == ")" || (sign == "." && !isBracketed),
                let letter = text.first, letter.properties.isAlphabetic
            else { return false }
            return rest.dropFirst().first.map { $0 == " " } ?? true
        }

        private static func digit(_ scalar: Unicode.Scalar) -> Int? {
            switch scalar.value {
            case 0x30...0x39: Int(scalar.value - 0x30)
            case 0x0E50...0x0E59: Int(scalar.value - 0x0E50)
            default: nil
            }
        }

        private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x2022, 0x2023, 0x25A0...0x25FF, 0x2605, 0x2606, 0x2611, 0x2612, 0x2713...0x2718, 0x27A2, 0xB7, 0x2A,
                0x2013, 0x2014, 0x2D:
                true
            default: false
            }
        }
    }
}
