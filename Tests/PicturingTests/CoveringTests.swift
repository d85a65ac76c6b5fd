import Rendering
import Testing

@testable import Picturing

/// A number as rules for personal data hide it: nine digits shown as they are, the rest as x.
func hidingNumber(_ text: String, number: String = "1103702071811") -> String {
    let scalars = Array(text.unicodeScalars)
    let places = scalars.indices.filter { scalars[$0].properties.numericType == .decimal }
    let digits = places.map { String(Int(scalars[$0].properties.numericValue ?? 0)) }.joined()
    var result = scalars
    var from = digits.startIndex
    while let found = digits[from...].firstRange(of: number) {
        let start = digits.distance(from: digits.startIndex, to: found.lowerBound)
        for place in places[(start + 5)..<(start + number.count)] { result[place] = "x" }
        from = found.upperBound
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: result)
    return String(text)
}

/// What must not be read in a picture.
@Suite struct CoveringTests {
    private func covering(_ runs: [(String, Int)]) -> Covering {
        Covering(runs.map { PageTexts.Run(text: $0.0, block: $0.1) }) { hidingNumber($0) }
    }

    @Test func aNumberIsCoveredFromItsSixthDigit() {
        let covering = covering([("เลข 1-1037-02071-81-1 ครับ", 1)])
        #expect(covering.texts == ["เลข 1-1037-xxxxx-xx-x ครับ"])
        #expect(covering.digits == 8)
        #expect(covering.stretches.map(\.range) == [11..<16, 17..<19, 20..<21])
    }

    @Test func aNumberThatElementsCutIsCoveredInAllOfThem() {
        let covering = covering([("1-1037-0", 1), ("2071", 1), ("-81-1", 1)])
        #expect(covering.texts == ["1-1037-x", "xxxx", "-xx-x"])
    }

    @Test func aNumberThatGoesOverCellsIsCovered() {
        #expect(covering([("11037", 1), ("02071811", 2)]).texts == ["11037", "xxxxxxxx"])
    }

    @Test func thaiDigitsAreCoveredAndOtherTextIsLeft() {
        let covering = covering([("๑๑๐๓๗๐๒๐๗๑๘๑๑", 1), ("โทร. 035-000-100", 2)])
        #expect(covering.texts == ["๑๑๐๓๗xxxxxxxx", "โทร. 035-000-100"])
        #expect(covering.stretches == [.init(run: 0, range: 5..<13)])
    }

    @Test func digitsOfTwoUnitsAreCoveredWhole() {
        let digits = "1103702071811".unicodeScalars.map { Character(Unicode.Scalar($0.value - 48 + 0x1D7CE)!) }
        let covering = covering([(String(digits) + " จบ", 1)])
        #expect(covering.stretches == [.init(run: 0, range: 10..<26)])
        #expect(Array(covering.texts[0].utf16).count == 29, "what follows keeps its place")
    }
}
