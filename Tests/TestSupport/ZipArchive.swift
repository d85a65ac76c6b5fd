/// A zip archive with stored members, made by hand so that tests can also lie in its fields.
public struct ZipArchive {
    public struct Member {
        public var name: String
        public var bytes: [UInt8]
        /// Sizes written into both headers; the true size where nil.
        public var declaredSize: UInt32?
        public var flags: UInt16 = 0

        public init(name: String, bytes: [UInt8], declaredSize: UInt32? = nil, flags: UInt16 = 0) {
            self.name = name
            self.bytes = bytes
            self.declaredSize = declaredSize
            self.flags = flags
        }
    }

    public var members: [Member] = []
    /// Names as bytes of another encoding; those of `members` where nil.
    public var rawNames: [[UInt8]]?

    public init(_ parts: [(String, String)] = []) {
        members = parts.map { Member(name: $0.0, bytes: Array($0.1.utf8)) }
    }

    public var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (index, member) in members.enumerated() {
            let name = rawNames?[index] ?? Array(member.name.utf8)
            let offset = UInt32(file.count)
            let size = member.declaredSize ?? UInt32(member.bytes.count)
            var common = little(UInt16(20)) + little(member.flags) + [0, 0, 0, 0, 0, 0]
            common += little(ZipArchive.crc32(member.bytes)) + little(UInt32(member.bytes.count)) + little(size)
            common += little(UInt16(name.count)) + [0, 0]
            file += little(UInt32(0x0403_4B50)) + common + name + member.bytes
            directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + common + [UInt8](repeating: 0, count: 10)
            directory += little(offset) + name
        }
        let count = little(UInt16(members.count))
        var end = little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + count + count
        end += little(UInt32(directory.count)) + little(UInt32(file.count)) + [0, 0]
        return file + directory + end
    }

    private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    public static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
