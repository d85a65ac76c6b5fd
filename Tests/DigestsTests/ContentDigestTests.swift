import Testing

@testable import Digests

@Suite struct ContentDigestTests {
    /// Examples of FIPS 180-4 and of NIST's example values.
    static let known: [(text: String, digest: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test(arguments: known) func knownTextsHaveTheirPublishedDigest(_ row: (text: String, digest: String)) {
        #expect(ContentDigest(of: Array(row.text.utf8)).hexadecimal == row.digest)
    }

    @Test func aMillionLettersHaveTheirPublishedDigest() {
        let digest = ContentDigest(of: [UInt8](repeating: 97, count: 1_000_000))
        #expect(digest.hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func spansAndArraysAgree() {
        let bytes = Array("ประกาศ".utf8)
        #expect(ContentDigest(of: bytes.span) == ContentDigest(of: bytes))
    }

    @Test func oneChangedBitChangesTheDigest() {
        #expect(ContentDigest(of: [0]) != ContentDigest(of: [1]))
        #expect(ContentDigest(of: []) != ContentDigest(of: [0]))
    }

    @Test func hexadecimalReadsBack() throws {
        let digest = ContentDigest(of: [1, 2, 3])
        #expect(ContentDigest(hexadecimal: digest.hexadecimal) == digest)
        #expect(ContentDigest(hexadecimal: digest.hexadecimal.uppercased()) == digest)
    }

    @Test(arguments: ["", "ab", String(repeating: "g", count: 64), String(repeating: "a", count: 65)])
    func textsThatAreNoDigestAreRefused(_ text: String) {
        #expect(ContentDigest(hexadecimal: text) == nil)
    }
}
