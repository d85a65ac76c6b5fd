/// An exact rational number, always reduced, with a positive denominator. Scores are of this type until a renderer
/// rounds them; binary floating point cannot hold them.
///
/// Arithmetic traps on overflow of 128 bits as the standard integers do; scores stay far below that.
public struct Fraction: Sendable, Hashable {
    /// Carries the sign.
    public let numerator: Int128
    /// Greater than 0, without a common factor with `numerator`.
    public let denominator: Int128

    /// `numerator` / `denominator`, reduced. The denominator must not be 0.
    public init(_ numerator: Int, over denominator: Int = 1) {
        self.init(reducing: Int128(numerator), over: Int128(denominator))
    }

    init(reducing numerator: Int128, over denominator: Int128) {
        precondition(denominator != 0, "a fraction has no denominator 0")
        let divisor = Fraction.greatestCommonDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// Reads a decimal number such as `88.95`, `-3` or `100.00`: ASCII digits, at most one point with digits on both
    /// sides, no exponent, no separators, at most 12 digits before and after the point. Nil for anything else.
    public init?(decimal text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == 45
        if isNegative { bytes = bytes.dropFirst() }
        let parts = bytes.split(separator: 46, omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ (1...12).contains($0.count) && $0.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let value = parts.joined().reduce(Int128(0)) { $0 * 10 + Int128($1 - 48) }
        let decimals = parts.count == 2 ? parts[1].count : 0
        self.init(reducing: isNegative ? -value : value, over: Fraction.powerOfTen(decimals))
    }

    /// The mean of numbers; nil when there are none.
    public static func mean(of numbers: [Fraction]) -> Fraction? {
        numbers.isEmpty ? nil : numbers.reduce(0, +) / Fraction(numbers.count)
    }

    static func powerOfTen(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
    }

    /// Always positive; 1 for two zeros.
    private static func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return a == 0 ? 1 : abs(a)
    }
}

extension Fraction: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self.init(value) }
}

extension Fraction: Comparable {
    /// By value.
    public static func < (left: Fraction, right: Fraction) -> Bool {
        let shared = greatestCommonDivisor(left.denominator, right.denominator)
        return left.numerator * (right.denominator / shared) < right.numerator * (left.denominator / shared)
    }

    /// Exact sum.
    public static func + (left: Fraction, right: Fraction) -> Fraction {
        let shared = greatestCommonDivisor(left.denominator, right.denominator)
        return Fraction(
            reducing: left.numerator * (right.denominator / shared) + right.numerator * (left.denominator / shared),
            over: left.denominator / shared * right.denominator)
    }

    /// Exact difference.
    public static func - (left: Fraction, right: Fraction) -> Fraction { left + -right }

    /// The number with the other sign.
    public static prefix func - (number: Fraction) -> Fraction {
        Fraction(reducing: -number.numerator, over: number.denominator)
    }

    /// Exact product.
    public static func * (left: Fraction, right: Fraction) -> Fraction {
        let crossed = (
            Fraction(reducing: left.numerator, over: right.denominator),
            Fraction(reducing: right.numerator, over: left.denominator)
        )
        return Fraction(
            reducing: crossed.0.numerator * crossed.1.numerator, over: crossed.0.denominator * crossed.1.denominator)
    }

    /// Exact quotient; dividing by 0 traps.
    public static func / (left: Fraction, right: Fraction) -> Fraction {
        left * Fraction(reducing: right.denominator, over: right.numerator)
    }

    /// The distance from 0.
    public var magnitude: Fraction { numerator < 0 ? -self : self }
}

// MARK: Rounding and text

extension Fraction {
    /// The number times 10^`decimals`, rounded half up (a tie goes towards plus infinity), as a whole number.
    public func scaledHalfUp(decimals: Int) -> Int128 {
        let doubled = 2 * numerator * Fraction.powerOfTen(decimals) + denominator
        let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: 2 * denominator)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// Rounded half up to two decimals.
    public var hundredths: Hundredths { Hundredths(Int(scaledHalfUp(decimals: 2))) }

    /// Rounded half up to exactly so many decimals, for example `82.76` for 2 or `83` for 0.
    public func text(decimals: Int) -> String {
        let scaled = scaledHalfUp(decimals: decimals)
        let digits = String(abs(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        let sign = scaled < 0 ? "-" : ""
        guard decimals > 0 else { return sign + padded }
        return sign + String(padded.dropLast(decimals)) + "." + String(padded.suffix(decimals))
    }

    /// How many decimals the number needs; nil when its decimal expansion does not end.
    public var finiteDecimals: Int? {
        var rest = denominator
        func count(_ prime: Int128) -> Int {
            var times = 0
            while rest % prime == 0 {
                rest /= prime
                times += 1
            }
            return times
        }
        let needed = max(count(2), count(5))
        return rest == 1 ? needed : nil
    }

    /// The number without any loss where it ends within 8 decimals (never fewer than two are written, `82.7626`,
    /// `95.00`), else rounded half up to four decimals.
    public var exactText: String {
        if let needed = finiteDecimals, needed <= 8 { return text(decimals: max(2, needed)) }
        return text(decimals: 4)
    }
}
