/// A gzip member (RFC 1952) that unpacks to `count` zero bytes, made without zlib: one block of fixed Huffman codes
/// (RFC 1951) that repeats the first byte 258 times per thirteen bits.
public func gzippedZeros(count: Int) -> [UInt8] {
    var writer = BitWriter(bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])
    writer.write(1, bits: 1)  // last block
    writer.write(1, bits: 2)  // fixed codes
    writer.writeCode(0x30, bits: 8)  // literal 0
    for _ in 0..<(max(0, count - 1) / 258) {
        writer.writeCode(0b1100_0101, bits: 8)  // length 258
        writer.writeCode(0, bits: 5)  // distance 1
    }
    for _ in 0..<(max(0, count - 1) % 258) { writer.writeCode(0x30, bits: 8) }
    writer.writeCode(0, bits: 7)  // end of block
    writer.finish()
    var checksum: UInt32 = 0xFFFF_FFFF
    let table = crcTable
    for _ in 0..<count { checksum = table[Int(checksum & 0xFF)] ^ (checksum >> 8) }
    checksum = ~checksum
    let trailer = [checksum, UInt32(truncatingIfNeeded: count)]
    return writer.bytes + trailer.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
}

/// The beginning of a gzip member whose zeros never end, and a piece that can follow it again and again: each repeats the
/// zero 258 times 1,022 and fills whole bytes (3 + 1,022 * 13 + 7 bits).
public func endlessGzip() -> (beginning: [UInt8], piece: [UInt8]) {
    func block(_ literals: Int) -> [UInt8] {
        var writer = BitWriter(bytes: [])
        writer.write(0, bits: 1)  // not the last block
        writer.write(1, bits: 2)  // fixed codes
        for _ in 0..<literals { writer.writeCode(0x30, bits: 8) }
        for _ in 0..<1022 {
            writer.writeCode(0b1100_0101, bits: 8)  // length 258
            writer.writeCode(0, bits: 5)  // distance 1
        }
        writer.writeCode(0, bits: 7)  // end of block
        writer.finish()
        return writer.bytes
    }
    return ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + block(1), block(0))
}

/// A gzip member that holds bytes as they are: to pack what is packed already.
public func storedGzip(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = content[...]
    repeat {
        let piece = rest.prefix(65_535)
        rest = rest.dropFirst(piece.count)
        let length = UInt16(piece.count)
        bytes.append(rest.isEmpty ? 1 : 0)
        for word in [length, ~length] { bytes += [UInt8(truncatingIfNeeded: word), UInt8(word >> 8)] }
        bytes += piece
    } while !rest.isEmpty
    let table = crcTable
    let sum = ~content.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    let trailer = [sum, UInt32(truncatingIfNeeded: content.count)]
    return bytes + trailer.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
}

private let crcTable = (0..<UInt32(256)).map { start in
    (0..<8).reduce(start) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
}

private struct BitWriter {
    var bytes: [UInt8]
    private var pending: UInt32 = 0
    private var filled: UInt32 = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Lowest bit first.
    mutating func write(_ value: UInt32, bits: UInt32) {
        pending |= value << filled
        filled += bits
        while filled >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            filled -= 8
        }
    }

    /// A Huffman code: highest bit first.
    mutating func writeCode(_ code: UInt32, bits: UInt32) {
        for bit in stride(from: Int(bits) - 1, through: 0, by: -1) { write((code >> UInt32(bit)) & 1, bits: 1) }
    }

    mutating func finish() {
        if filled > 0 { write(0, bits: 8 - filled) }
    }
}
