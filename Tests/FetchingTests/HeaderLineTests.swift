import Testing

@testable import Fetching

@Suite struct HeaderLineTests {
    @Test(
        arguments: [
            ("Content-Length: 12", 12), ("content-length:\t0 ", 0), ("Content-Length: -5", nil),
            ("Content-Length: +5", nil), ("Content-Length: 5, 5", nil), ("Content-Length: 99999999999999999999", nil),
            ("Content-Length:", nil), ("Content-Length: ๕", nil), ("X-Content-Length: 5", nil),
        ] as [(String, Int?)])
    func aLengthIsDigitsAlone(_ line: String, length: Int?) {
        #expect(HeaderLine.contentLength(Array(line.utf8)) == length)
    }
}
