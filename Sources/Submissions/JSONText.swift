import GradingCore

/// A JSON value with its place in the text. Numbers keep their spelling, members their order.
struct JSONNode {
    indirect enum Value {
        case object([(name: String, node: JSONNode)])
        case array([JSONNode])
        case string(String)
        case number(String)
        case bool(Bool)
        case null
    }

    var value: Value
    /// Line and character of the first character, from 1.
    var line: Int
    var character: Int
    /// The bytes of the value in the text.
    var span: Range<Int>

    /// The member of an object; nil when there is none or the value is no object.
    subscript(_ name: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.name == name }?.node
    }
}

/// Where and why a text is not JSON.
struct JSONFault: Error {
    var line: Int
    var character: Int
    var reason: BilingualText
}

/// Reads JSON texts (RFC 8259) and tells line and character of every value and fault. A decoder of the standard
/// library would lose both, and the spelling of numbers, which scores need exactly.
struct JSONText {
    private static let maximumDepth = 64
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var lineStart = 0
    private var counted = (index: 0, character: 1)

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads UTF-8.
    static func node(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
        var reader = JSONText(bytes)
        let node = try reader.value(depth: 0)
        reader.skipWhite()
        guard reader.index == bytes.count else {
            throw reader.fault("there is text after the end of the value", "มีข้อความเกินหลังค่าที่จบแล้ว")
        }
        return node
    }

    /// Counts on from the last place that was asked for, so that long lines cost no more than short ones.
    private mutating func character() -> Int {
        if counted.index < lineStart { counted = (lineStart, 1) }
        let end = max(counted.index, min(index, bytes.count))
        counted = (end, counted.character + bytes[counted.index..<end].count { $0 & 0xC0 != 0x80 })
        return counted.character
    }

    private mutating func fault(_ en: String, _ th: String) -> JSONFault {
        JSONFault(line: line, character: character(), reason: BilingualText(th: th, en: en))
    }

    private mutating func skipWhite() {
        while index < bytes.count {
            switch bytes[index] {
            case 32, 9, 13: index += 1
            case 10:
                index += 1
                line += 1
                lineStart = index
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
        skipWhite()
        guard depth < JSONText.maximumDepth else { throw fault("the values nest too deep", "ค่าซ้อนกันลึกเกินไป") }
        guard index < bytes.count else { throw fault("a value is missing at the end", "ขาดค่าที่ท้ายไฟล์") }
        let place = (line: line, character: character(), start: index)
        let value: JSONNode.Value
        switch bytes[index] {
        case 123: value = try object(depth: depth)
        case 91: value = try array(depth: depth)
        case 34: value = .string(try string())
        case 45, 48...57: value = .number(try number())
        case 116: value = try word("true", .bool(true))
        case 102: value = try word("false", .bool(false))
        case 110: value = try word("null", .null)
        default: throw fault("a value was expected here", "ตรงนี้ต้องเป็นค่า")
        }
        return JSONNode(value: value, line: place.line, character: place.character, span: place.start..<index)
    }

    private mutating func word(_ word: String, _ value: JSONNode.Value) throws(JSONFault) -> JSONNode.Value {
        guard bytes[index...].starts(with: word.utf8) else { throw fault("a value was expected here", "ตรงนี้ต้องเป็นค่า") }
        index += word.utf8.count
        return value
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONNode.Value {
        index += 1
        var members: [(name: String, node: JSONNode)] = []
        var names: Set<String> = []
        skipWhite()
        if index < bytes.count, bytes[index] == 125 {
            index += 1
            return .object([])
        }
        while true {
            skipWhite()
            guard index < bytes.count, bytes[index] == 34 else {
                throw fault("a member name in quotes was expected", "ตรงนี้ต้องเป็นชื่อในเครื่องหมายคำพูด")
            }
            let name = try string()
            guard names.insert(name).inserted else { throw fault("the member “\(name)” stands twice", "“\(name)” ซ้ำกัน") }
            skipWhite()
            guard index < bytes.count, bytes[index] == 58 else {
                throw fault("a colon was expected", "ตรงนี้ต้องเป็นเครื่องหมาย :")
            }
            index += 1
            members.append((name, try value(depth: depth + 1)))
            if try isClosed(by: 125) { return .object(members) }
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONNode.Value {
        index += 1
        var nodes: [JSONNode] = []
        skipWhite()
        if index < bytes.count, bytes[index] == 93 {
            index += 1
            return .array([])
        }
        while true {
            nodes.append(try value(depth: depth + 1))
            if try isClosed(by: 93) { return .array(nodes) }
        }
    }

    private mutating func isClosed(by end: UInt8) throws(JSONFault) -> Bool {
        skipWhite()
        guard index < bytes.count, bytes[index] == 44 || bytes[index] == end else {
            throw fault("a comma or a closing bracket was expected", "ตรงนี้ต้องเป็นจุลภาคหรือวงเล็บปิด")
        }
        index += 1
        return bytes[index - 1] == end
    }

    private mutating func number() throws(JSONFault) -> String {
        let start = index
        func digits() -> Int { bytes[index...].prefix { (48...57).contains($0) }.count }
        if bytes[index] == 45 { index += 1 }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[index] != 48 else {
            throw fault("this is not a number of JSON", "ตัวเลขผิดรูปแบบ")
        }
        index += whole
        if index < bytes.count, bytes[index] == 46 {
            index += 1
            guard digits() > 0 else { throw fault("digits were expected after the point", "ต้องมีตัวเลขหลังจุดทศนิยม") }
            index += digits()
        }
        if index < bytes.count, bytes[index] == 101 || bytes[index] == 69 {
            index += 1
            if index < bytes.count, bytes[index] == 43 || bytes[index] == 45 { index += 1 }
            guard digits() > 0 else { throw fault("digits were expected in the exponent", "ต้องมีตัวเลขในเลขยกกำลัง") }
            index += digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func string() throws(JSONFault) -> String {
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 34:
                index += 1
                return String(decoding: text, as: UTF8.self)
            case 92:
                index += 1
                try escape(into: &text)
            case 0..<32:
                throw fault(
                    "a line break or control character stands inside a text", "มีการขึ้นบรรทัดหรืออักขระควบคุมอยู่ในข้อความ")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw fault("a text is not closed by a quotation mark", "ข้อความไม่มีเครื่องหมายคำพูดปิด")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        guard index < bytes.count else {
            throw fault("a text is not closed by a quotation mark", "ข้อความไม่มีเครื่องหมายคำพูดปิด")
        }
        let byte = bytes[index]
        index += 1
        switch byte {
        case 34, 92, 47: text.append(byte)
        case 98: text.append(8)
        case 102: text.append(12)
        case 110: text.append(10)
        case 114: text.append(13)
        case 116: text.append(9)
        case 117:
            var units = [try unit()]
            if units[0] & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == 92, bytes[index + 1] == 117 {
                index += 2
                units.append(try unit())
            }
            text.append(contentsOf: Array(String(decoding: units, as: UTF16.self).utf8))
        default: throw fault("a backslash is followed by an unknown letter", "หลังเครื่องหมาย \\ เป็นอักษรที่ใช้ไม่ได้")
        }
    }

    private mutating func unit() throws(JSONFault) -> UInt16 {
        guard index + 4 <= bytes.count,
            bytes[index..<(index + 4)].allSatisfy({
                (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0)
            }), let unit = UInt16(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits were expected", "ต้องเป็นเลขฐานสิบหกสี่หลัก") }
        index += 4
        return unit
    }
}
