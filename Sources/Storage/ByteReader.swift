import GradingCore

/// Reads what `ByteWriter` wrote. Any bytes may be given: what cannot be read sets `hasFailed` and gives an empty
/// value, so a reader asks once at the end whether all was well. Nothing is allocated beyond the bytes that are there.
struct ByteReader {
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int
    private(set) var hasFailed = false

    init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

    /// Reads one part of the bytes.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// How many bytes are left.
    var remaining: Int { end - position }
    /// True when everything was read and could be read.
    var isComplete: Bool { !hasFailed && position == end }

    mutating func fail() {
        hasFailed = true
        position = end
    }

    mutating func number() -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < end {
            let byte = bytes[position]
            position += 1
            // The tenth byte has room for one bit.
            if shift == 63, byte > 1 { break }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        fail()
        return 0
    }

    mutating func int() -> Int {
        let value = number()
        return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }

    /// A count of things of which each takes at least one byte of what is left.
    mutating func count() -> Int {
        let value = number()
        guard value <= UInt64(remaining) else {
            fail()
            return 0
        }
        return Int(value)
    }

    /// A number from 0 to a limit, the limit left out.
    mutating func index(below limit: Int) -> Int {
        let value = number()
        guard value < UInt64(max(0, limit)) else {
            fail()
            return 0
        }
        return Int(value)
    }

    mutating func flag() -> Bool { index(below: 2) == 1 }

    /// The place of the next so many bytes.
    mutating func range(_ count: Int) -> Range<Int> {
        guard count >= 0, count <= remaining else {
            fail()
            return end..<end
        }
        defer { position += count }
        return position..<(position + count)
    }

    mutating func block() -> [UInt8] {
        let count = count()
        return Array(bytes[range(count)])
    }

    mutating func text() -> String {
        let count = count()
        return text(count)
    }

    /// The next so many bytes as text.
    mutating func text(_ count: Int) -> String {
        let place = range(count)
        guard !place.isEmpty else { return "" }
        let read = bytes.withUnsafeBufferPointer {
            String(validating: UnsafeBufferPointer(rebasing: $0[place]), as: UTF8.self)
        }
        guard let read else {
            fail()
            return ""
        }
        return read
    }

    mutating func bilingual() -> BilingualText {
        let th = text()
        return BilingualText(th: th, en: text())
    }

    mutating func choice<Value: RawRepresentable<String>>(or other: Value) -> Value {
        guard let value = Value(rawValue: text()) else {
            fail()
            return other
        }
        return value
    }

    mutating func optional<Value>(_ read: (inout ByteReader) -> Value) -> Value? {
        flag() ? read(&self) : nil
    }

    mutating func list<Value>(_ read: (inout ByteReader) -> Value) -> [Value] {
        var values: [Value] = []
        for _ in 0..<count() {
            if hasFailed { break }
            values.append(read(&self))
        }
        return values
    }
}
