/// A container of old office programs (MS-CFB, sectors of 512 bytes) with the given streams, each of 4,096 bytes or more.
public enum CompoundParts {
    public static func file(_ streams: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var sectors: [[UInt8]] = [[]]  // the first is the table of sectors
        var table: [UInt32] = [0xFFFF_FFFD]
        func add(_ bytes: [UInt8]) -> UInt32 {
            let first = UInt32(sectors.count)
            let count = max(1, (bytes.count + 511) / 512)
            for index in 0..<count {
                let piece = bytes.dropFirst(index * 512).prefix(512)
                sectors.append(Array(piece) + [UInt8](repeating: 0, count: 512 - piece.count))
                table.append(index == count - 1 ? 0xFFFF_FFFE : first + UInt32(index) + 1)
            }
            return first
        }
        var directory = entry("Root Entry", kind: 5, start: 0xFFFF_FFFE, size: 0)
        for stream in streams {
            directory += entry(stream.name, kind: 2, start: add(stream.bytes), size: UInt32(stream.bytes.count))
        }
        let directoryStart = add(directory)
        sectors[0] = table.flatMap(little) + [UInt8](repeating: 0xFF, count: 512 - table.count * 4)
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 6)
        header += little(0) + little(1) + little(directoryStart) + little(0) + little(4_096)
        header += little(0xFFFF_FFFE) + little(0) + little(0xFFFF_FFFE) + little(0) + little(0)
        header += [UInt8](repeating: 0xFF, count: 512 - header.count)
        return header + sectors.flatMap { $0 }
    }

    private static func entry(_ name: String, kind: UInt8, start: UInt32, size: UInt32) -> [UInt8] {
        var bytes = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let length = bytes.count + 2
        bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
        bytes += [UInt8(length), 0, kind, 1] + [UInt8](repeating: 0xFF, count: 12)
        bytes += [UInt8](repeating: 0, count: 36) + little(start) + little(size) + little(0)
        return bytes
    }

    private static func little(_ number: UInt32) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
