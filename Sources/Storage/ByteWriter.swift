import GradingCore

/// Writes values one after the other in the compact form that `ByteReader` reads: numbers as LEB128 (7 bits a byte, the
/// lowest first), signed ones zigzagged, texts as their length in UTF-8 and their bytes.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number that is never negative.
    mutating func count(_ value: Int) { number(UInt64(value)) }

    mutating func int(_ value: Int) { number(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))) }

    mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func raw(_ content: [UInt8]) { bytes += content }

    mutating func block(_ content: [UInt8]) {
        count(content.count)
        bytes += content
    }

    mutating func text(_ value: String) {
        count(value.utf8.count)
        bytes += value.utf8
    }

    mutating func text(_ value: BilingualText) {
        text(value.th)
        text(value.en)
    }

    mutating func choice(_ value: some RawRepresentable<String>) { text(value.rawValue) }

    mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
        flag(value != nil)
        if let value { write(&self, value) }
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout ByteWriter, Value) -> Void) {
        count(values.count)
        for value in values { write(&self, value) }
    }
}
