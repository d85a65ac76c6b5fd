import FoundationEssentials
import Testing

@testable import WebEvidence

/// What addresses are split into without a general parser, beside what such a parser makes of them.
@Suite struct PageAddressSplittingTests {
    /// Numbers that are the same in every run (xorshift).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64 = 88_172_645_463_325_252
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private static let pieces = [
        "/", "//", "?", "#", ".", "..", "/./", "/../", "%2e", "%2E%2e", "%", "%FE", "%FE%FE%FF", "%zz", "%E0%B8%81",
        "ก",
        "a", "b.php", "=", "&", ":", "@", ";", "+", " ", "[", "]", "'", "\"", "~", "-", "_", "\\", "|", "{",
    ]

    @Test("path, query and fragment are those of a strict parser")
    func parts() throws {
        var numbers = Numbers()
        for _ in 0..<4000 {
            let written =
                "http://h.th/"
                + (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
                    PageAddressSplittingTests.pieces.randomElement(using: &numbers) ?? ""
                }.joined()
            let address = try PageAddress(written)
            let reference = AddressReference(written)
            let url = try #require(URL(string: "http://h" + reference.tail), "\(written)")
            func asWritten(_ part: String) -> String {
                part.replacing(AddressReference.loosePercent, with: "%")
            }
            #expect(address.query == url.query(percentEncoded: true).map(asWritten), "\(written)")
            #expect(address.fragment == url.fragment(percentEncoded: true).map(asWritten), "\(written)")
            // Dot segments taken out one by one, as RFC 3986 section 5.2.4 says.
            var kept: [Substring] = []
            let segments = url.path(percentEncoded: true).split(separator: "/", omittingEmptySubsequences: false)
            for (number, segment) in segments.dropFirst().enumerated() {
                let isLast = number == segments.count - 2
                let plain = segment.lowercased().replacing("%2e", with: ".")
                if plain == ".." { _ = kept.popLast() }
                if plain != ".", plain != ".." { kept.append(segment) } else if isLast { kept.append("") }
            }
            #expect(address.path == asWritten("/" + kept.joined(separator: "/")), "\(written)")
        }
    }

    @Test(
        "hosts that need no mending come as they are, all others as browsers read them",
        arguments: [
            ("www.example.go.th", "www.example.go.th"), ("a-b_c.th", "a-b_c.th"), ("127.0.0.1", "127.0.0.1"),
            ("127.0.0.01", "127.0.0.1"), ("127.1", "127.0.0.1"), ("0x7f.1", "127.0.0.1"), ("1.2.3.256", nil),
            ("1.2.3.4.5", nil), ("3com.th", "3com.th"), ("h.1a", "h.1a"), ("h.0xa", nil), ("h.7", nil),
            ("h.th.", "h.th."), (".h.th", nil), ("H.th", "h.th"), ("a..b", "a..b"), ("1.2.3.4.", "1.2.3.4"),
            ("2130706433", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("00.0.0.0", "0.0.0.0"),
        ])
    func hosts(written: String, host: String?) {
        #expect(AddressHost.parts(ofAuthority: written)?.host == host)
    }
}
