import GradingCore
import Testing

@Suite struct FractionTests {
    @Test(
        "Numbers with decimals are read exactly",
        arguments: [
            ("88.95", 8895, 100), ("0", 0, 1), ("100.00", 100, 1), ("-0.5", -1, 2), ("007.10", 71, 10),
            ("0.000000000001", 1, 1_000_000_000_000),
        ])
    func read(_ text: String, _ numerator: Int, _ denominator: Int) {
        #expect(Fraction(decimal: text) == Fraction(numerator, over: denominator))
    }

    @Test(
        "What is no plain decimal number is refused",
        arguments: [
            "", "-", ".", "1.", ".5", "1.2.3", "1e3", "1,000", " 1", "1 ", "+1", "--1", "๑", "NaN", "1234567890123",
            "0.1234567890123",
        ])
    func refused(_ text: String) { #expect(Fraction(decimal: text) == nil) }

    @Test("Fractions are reduced and carry their sign above the bar")
    func reduced() {
        let half = Fraction(-3, over: -6)
        #expect((half.numerator, half.denominator) == (1, 2))
        let negative = Fraction(4, over: -6)
        #expect((negative.numerator, negative.denominator) == (-2, 3))
        #expect(Fraction(0, over: -7) == 0)
        #expect(Fraction(-5, over: 3).magnitude == Fraction(5, over: 3))
    }

    @Test("Arithmetic obeys the laws of rationals", arguments: 0..<200)
    func laws(_ seed: Int) {
        var random = Seeded(state: UInt64(seed))
        func number() -> Fraction {
            Fraction(.random(in: -9999...9999, using: &random), over: .random(in: 1...9999, using: &random))
        }
        let (a, b, c) = (number(), number(), number())
        #expect(a + b == b + a)
        #expect((a + b) + c == a + (b + c))
        #expect(a * (b + c) == a * b + a * c)
        #expect(a - b + b == a)
        if b != 0 { #expect(a / b * b == a) }
        #expect((a < b) == (a - b < 0))
        #expect([a < b, a == b, b < a].filter { $0 }.count == 1)
    }

    @Test("A tie rounds up, everything else to the nearest", arguments: -2000...2000)
    func halfUp(_ thousandths: Int) {
        let rounded = Fraction(thousandths, over: 1000).hundredths.count
        // At most 0.005 away, and the tie is not taken downwards.
        #expect(10 * rounded - thousandths <= 5)
        #expect(10 * rounded - thousandths > -5)
    }

    @Test(
        "Text has exactly the decimals asked for",
        arguments: [
            ("82.7626", 2, "82.76"), ("0.005", 2, "0.01"), ("-0.005", 2, "0.00"), ("-0.006", 2, "-0.01"),
            ("99.995", 2, "100.00"), ("7", 0, "7"), ("7.5", 0, "8"), ("0.05", 1, "0.1"), ("3", 4, "3.0000"),
        ])
    func text(_ number: String, _ decimals: Int, _ expected: String) throws {
        #expect(try #require(Fraction(decimal: number)).text(decimals: decimals) == expected)
    }

    @Test("The exact text loses nothing where the expansion ends, else gives four decimals")
    func exactText() throws {
        #expect(try #require(Fraction(decimal: "82.7626")).exactText == "82.7626")
        #expect(try #require(Fraction(decimal: "98.855")).exactText == "98.855")
        #expect(Fraction(95).exactText == "95.00")
        #expect(Fraction(1, over: 3).exactText == "0.3333")
        #expect(Fraction(2, over: 3).exactText == "0.6667")
        #expect(Fraction(1, over: 1 << 20).exactText == "0.0000")
        #expect(Fraction(1, over: 6).finiteDecimals == nil)
        #expect(Fraction(1, over: 40).finiteDecimals == 3)
    }

    @Test("Means over long lists of odd sizes stay exact")
    func mean() {
        let sizes = [7, 9, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59]
        let parts = sizes.map { Fraction(1, over: $0) }
        let mean = Fraction.mean(of: parts)
        #expect(mean.map { $0 * Fraction(sizes.count) } == parts.reduce(0, +))
        #expect(Fraction.mean(of: []) == nil)
    }

    @Test("Figures of two decimals read and print themselves")
    func hundredths() {
        #expect(Hundredths(decimal: "82.76")?.count == 8276)
        #expect(Hundredths(decimal: "82.7")?.text == "82.70")
        #expect(Hundredths(decimal: "100")?.text == "100.00")
        #expect(Hundredths(decimal: "82.765") == nil)
        #expect(Hundredths(decimal: "82.760")?.count == 8276)
        #expect(Hundredths(5).description == "0.05")
        #expect(Hundredths(5) < Hundredths(6))
        let interval = HundredthsInterval(Hundredths(9), Hundredths(3))
        #expect(interval.contains(Hundredths(3)) && interval.contains(Hundredths(9)))
        #expect(!interval.contains(Hundredths(10)) && !interval.isCertain)
    }
}
