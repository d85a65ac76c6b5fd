import Digests
import Testing
import WebEvidence

@testable import Storage

@Suite struct StorePartsTests {
    @Test(arguments: [
        "http://a.example/", "https://a.example:8443/x/y?z=1#f", "http://[2001:db8::1]:8080/", "http://[::1]/?#",
        "https://องค์กร.example/%E0%B8%81?", "http://a.example:443/", "https://a.example/?a?b#c#d",
    ]) func addressesAreReadFromTheirText(_ text: String) throws {
        let address = try PageAddress(text)
        #expect(AddressCodec.value(address) == .text(address.text))
        #expect(AddressCodec.address(.text(address.text)) == address)
    }

    @Test func addressesThatTheirTextDoesNotGiveBackAreKeptInParts() throws {
        let odd = [
            PageAddress(scheme: "http", host: "a/b", port: 80, path: "/", query: nil, fragment: nil),
            PageAddress(scheme: "http", host: "a", port: 80, path: "/x?y", query: "z", fragment: nil),
            PageAddress(scheme: "", host: "", port: -1, path: "", query: "", fragment: "#"),
            PageAddress(scheme: "http", host: "a:b\u{0}", port: 80, path: "no slash", query: nil, fragment: nil),
        ]
        for address in odd {
            guard case .blob = AddressCodec.value(address) else {
                Issue.record("\(address) should be kept in parts")
                continue
            }
            #expect(AddressCodec.address(AddressCodec.value(address)) == address)
        }
        for text in ["", "http", "http:", "http:/x", "no scheme", "http://a:port/", "http://[::1]x/"] {
            #expect(AddressCodec.address(text) == nil, "\(text)")
        }
    }

    @Test func numbersOfEverySizeAreGivenBack() {
        let numbers: [Int] = [0, 1, -1, 127, 128, -128, 1 << 40, .max, .min]
        var writer = ByteWriter()
        for number in numbers { writer.int(number) }
        var reader = ByteReader(writer.bytes)
        #expect(numbers.map { _ in reader.int() } == numbers)
        #expect(reader.isComplete)
    }

    @Test func aNumberOfMoreThan64BitsIsRefused() {
        for bytes in [[UInt8](repeating: 0xFF, count: 10), [UInt8](repeating: 0x80, count: 20), [0x80]] {
            var reader = ByteReader(bytes)
            _ = reader.number()
            #expect(reader.hasFailed)
        }
    }

    @Test func textThatIsNoUTF8IsRefused() {
        var reader = ByteReader([2, 0xC3, 0x28])
        #expect(reader.text() == "")
        #expect(reader.hasFailed)
    }

    // MARK: Packing

    @Test func packedBytesAreGivenBackWithTheirPrefixOnly() {
        let compressor = Compressor()
        let prefix = StoreSamples.body(1)
        let content = StoreSamples.body(2)
        let packed = compressor.packed(content, level: 9, prefix: prefix)
        #expect(packed.count < content.count / 10)
        #expect(compressor.unpacked(packed, size: content.count, prefix: prefix) == content)
        #expect(compressor.unpacked(packed, size: content.count) == nil)
        #expect(compressor.unpacked(packed, size: content.count, prefix: StoreSamples.body(3)) == nil)
        // A prefix counts for one call only.
        let alone = compressor.packed(content, level: 9)
        #expect(compressor.unpacked(alone, size: content.count) == content)
    }

    @Test func whatIsPackedOfNothingIsNothing() {
        let compressor = Compressor()
        #expect(compressor.unpacked(compressor.packed([], level: 9), size: 0) == [])
    }

    @Test func aWrongSizeIsRefusedBeforeMemoryIsTaken() {
        let compressor = Compressor()
        let packed = compressor.packed([UInt8](repeating: 7, count: 100_000), level: 9)
        for size in [-1, 0, 99_999, 100_001, 1 << 40, .max] {
            #expect(compressor.unpacked(packed, size: size) == nil, "\(size)")
        }
        // A frame that announces 2^60 bytes.
        var lying: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xE0]
        lying += [0, 0, 0, 0, 0, 0, 0, 0x10, 1, 0, 0]
        #expect(compressor.unpacked(lying, size: 1 << 60) == nil)
        #expect(compressor.unpacked([], size: 0) == nil)
    }

    @Test func damagedPackedBytesNeverTrap() {
        let compressor = Compressor()
        let content = StoreSamples.body(4)
        let packed = compressor.packed(content, level: 9, hasChecksum: true)
        for place in packed.indices {
            var damaged = packed
            damaged[place] ^= 0x10
            let read = compressor.unpacked(damaged, size: content.count)
            #expect(read == nil || read == content)
            #expect(compressor.unpacked(Array(packed.prefix(place)), size: content.count) == nil)
        }
    }

    // MARK: Headers

    /// What was packed with a list needs it byte for byte.
    @Test func theListsOfUsualHeadersNeverChange() throws {
        let list = try #require(UsualHeaders.bytes(1))
        #expect(
            ContentDigest(of: list).hexadecimal == "11d6a9e80cab749ff9308dbcade956a44300d993dd48c9c2f7d874231a225c73")
        #expect(UsualHeaders.bytes(0) == nil)
        #expect(UsualHeaders.bytes(UsualHeaders.newest + 1) == nil)
    }

    @Test func headersAreGivenBackAndUsualOnesCostLittle() throws {
        let codec = HeaderCodec(Compressor())
        let headers = try StoreSamples.record("https://www.example/", body: []).headers
        let packed = try #require(codec.packed(headers))
        #expect(codec.headers(packed) == headers)
        #expect(packed.count < HeaderCodec.bytes(headers).count / 2)
        #expect(codec.packed([]) == nil)
        #expect(codec.headers(nil) == [])
        #expect(codec.headers([]) == nil)
        for place in packed.indices {
            var damaged = packed
            damaged[place] ^= 0x21
            _ = codec.headers(damaged)
        }
    }

    // MARK: Seals

    @Test func theSealOfASetForgetsTheOrderOfItsMembers() {
        let members = (0..<3).map { number in Seal("member") { $0.int(number) } }
        let forward = members.reduce(Seal.none) { $0.toggling($1) }
        #expect(members.reversed().reduce(Seal.none) { $0.toggling($1) } == forward)
        #expect(forward.toggling(members[1]) == members[0].toggling(members[2]))
        #expect(Seal("one") { $0.int(1) } != Seal("other") { $0.int(1) })
        #expect(Seal([1, 2]) == nil)
    }
}
