/// An exact decimal number, `unscaled` × 10^-`scale`: 88.95 is 8895 and 2. Equal when the numbers are equal.
public struct DecimalFigure: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// At most 18 digits.
    public let unscaled: Int
    /// Digits after the point as written, 0...16.
    public let scale: Int

    /// Digits after the point that are kept; more are refused, never rounded away.
    public static let maximumScale = 16
    private static let maximumDigits = 18

    /// Nil outside the bounds of the two parts.
    public init?(unscaled: Int, scale: Int) {
        guard (0...DecimalFigure.maximumScale).contains(scale), unscaled.magnitude < 1_000_000_000_000_000_000 else {
            return nil
        }
        self.unscaled = unscaled
        self.scale = scale
    }

    /// Reads a literal: digits, point, exponent as in JSON, ASCII only. Nil for anything else and beyond the bounds.
    public init?(literal text: String) {
        let bytes = Array(text.utf8)
        let isNegative = bytes.first == 45
        let mantissa = bytes.dropFirst(isNegative ? 1 : 0).prefix { $0 != 101 && $0 != 69 }
        let rest = bytes[mantissa.endIndex...]
        let parts = mantissa.split(separator: 46, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }), !mantissa.isEmpty,
            let exponent = DecimalFigure.exponent(rest), parts.joined().count < 400
        else { return nil }
        var digits = parts.joined().map { Int($0 - 48) }
        var scale = (parts.count == 2 ? parts[1].count : 0) - exponent
        if scale < 0 {
            digits += [Int](repeating: 0, count: -scale)
            scale = 0
        }
        let significant = Array(digits.drop { $0 == 0 })
        var kept = significant[...]
        while scale > DecimalFigure.maximumScale || (kept.count > DecimalFigure.maximumDigits && scale > 0),
            kept.isEmpty || kept.last == 0
        {
            kept = kept.dropLast()
            scale -= 1
        }
        guard kept.count <= DecimalFigure.maximumDigits else { return nil }
        let magnitude = kept.reduce(0) { $0 * 10 + $1 }
        self.init(unscaled: isNegative ? -magnitude : magnitude, scale: scale)
    }

    /// Nil for a broken exponent or one beyond ±99.
    private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty else { return 0 }
        let signed = bytes.dropFirst()
        let digits = signed.first == 43 || signed.first == 45 ? signed.dropFirst() : signed
        guard (1...2).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let magnitude = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        return signed.first == 45 ? -magnitude : magnitude
    }

    /// The same number without zeros at the end of its fraction.
    public var reduced: DecimalFigure {
        var unscaled = unscaled
        var scale = scale
        while scale > 0, unscaled % 10 == 0 {
            unscaled /= 10
            scale -= 1
        }
        return DecimalFigure(unscaled: unscaled, scale: scale) ?? self
    }

    /// `88.95`, with as many digits after the point as `scale` says.
    public var description: String {
        let digits = String(unscaled.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        let sign = unscaled < 0 ? "-" : ""
        return scale == 0 ? sign + padded : sign + padded.dropLast(scale) + "." + padded.suffix(scale)
    }

    /// Equal as numbers, whatever the scale.
    public static func == (left: DecimalFigure, right: DecimalFigure) -> Bool {
        let (first, second) = (left.reduced, right.reduced)
        return first.unscaled == second.unscaled && first.scale == second.scale
    }

    /// Agrees with `==`.
    public func hash(into hasher: inout Hasher) {
        let reduced = reduced
        hasher.combine(reduced.unscaled)
        hasher.combine(reduced.scale)
    }

    /// By value.
    public static func < (left: DecimalFigure, right: DecimalFigure) -> Bool {
        let (first, second) = (left.parts, right.parts)
        return first.whole == second.whole ? first.fraction < second.fraction : first.whole < second.whole
    }

    /// Whole part, and fraction in units of 10^-16, both with the number's sign.
    private var parts: (whole: Int, fraction: Int) {
        var unit = 1
        for _ in 0..<scale { unit *= 10 }
        var fraction = unscaled % unit
        for _ in scale..<DecimalFigure.maximumScale { fraction *= 10 }
        return (unscaled / unit, fraction)
    }

    /// True from 0 to 100, the range of every score.
    public var isScore: Bool {
        let parts = parts
        return unscaled >= 0 && (parts.whole < 100 || (parts.whole == 100 && parts.fraction == 0))
    }
}
